/** The OpenAPI document tells the truth about the routes, and answers keep to its schemas. */
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, expect, test } from "vitest";

import type { ImportJob } from "../../server/contract/index.ts";
import { ROUTES } from "../../server/http/routes/index.ts";
import { sampleGraphs } from "../support/sample-graph.ts";
import { startTestServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { CALLS, uploadOne } from "./calls.ts";

interface OpenApi {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, object> };
}
interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly responses: Record<
    string,
    { readonly content?: Record<string, { readonly schema: { readonly $ref: string } }> }
  >;
}

let server: TestServer;
let document: OpenApi;
const ajv = new Ajv2020({ strict: false });

beforeAll(async () => {
  server = await startTestServer({ graphs: sampleGraphs() });
  document = (await server.get<OpenApi>("/api/openapi.json")).body;
  ajv.addSchema({ $id: "openapi", components: document.components });
});
afterAll(() => server[Symbol.asyncDispose]());

test("describes every route, and no other", () => {
  const described = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { operationId }]) => `${method} ${path} ${operationId}`),
  );
  const registered = ROUTES.map(
    ({ method, path, operationId }) => `${method} /api${path.replace(/:(\w+)/g, "{$1}")} ${operationId}`,
  );
  expect(document.openapi).toBe("3.1.0");
  expect(described.sort()).toEqual(registered.sort());
});

test("every route is in a chapter of its own subject", () => {
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  expect(operations.filter(({ tags }) => tags.includes("More")).map(({ operationId }) => operationId)).toEqual([]);
});

test.each(CALLS)("$operationId answers as described", async ({ operationId, send }) => {
  const { status, body } = await send(server);
  expectAnswer(operationId, status, body);
});

test("events of an import are described imports", async () => {
  const { body } = await uploadOne(server);
  const response = await fetch(`${server.url}/api/imports/${body.id}/events`);
  const jobs = (await response.text())
    .split("\n")
    .filter((line) => line.startsWith("data: "))
    .map((line) => JSON.parse(line.slice("data: ".length)) as ImportJob);
  for (const job of jobs) expectAnswer("followImport", 200, job);
  expect(jobs.at(-1)?.stage).toBe("done");
});

test("every call belongs to a route, and every route has its call", () => {
  const exports = ROUTES.flatMap(({ path, operationId }) => (path.startsWith("/export/") ? [operationId] : []));
  const called = [...CALLS.map(({ operationId }) => operationId), ...exports, "followImport", "streamQuery"];
  expect(called.sort()).toEqual(ROUTES.map(({ operationId }) => operationId).sort());
});

test("problems answer as described", async () => {
  const { status, body } = await server.get("/api/entities/nobody");
  expectAnswer("getEntity", status, body);
});

function expectAnswer(operationId: string, status: number, body: unknown): void {
  const operation = Object.values(document.paths)
    .flatMap((operations) => Object.values(operations))
    .find((candidate) => candidate.operationId === operationId);
  const answer = operation?.responses[String(status)];
  expect(
    answer,
    `${operationId} does not describe an answer with status ${status}: ${JSON.stringify(body)}`,
  ).toBeDefined();
  const schema = Object.values(answer?.content ?? {})[0]?.schema;
  if (schema === undefined) expect(body).toBeUndefined();
  else {
    const validate = ajv.compile({ $ref: `openapi${schema.$ref}` });
    expect(validate(body) ? [] : validate.errors).toEqual([]);
  }
}
