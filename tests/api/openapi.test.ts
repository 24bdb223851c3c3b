/** The OpenAPI document tells the truth about the routes, and answers keep to its schemas. */
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, expect, test } from "vitest";

import type { ImportJob, RelationDetail } from "../../server/contract/index.ts";
import { ROUTES } from "../../server/http/routes/index.ts";
import { INSTITUTE, sampleGraphs, SHAOXING, ZJU } from "../support/sample-graph.ts";
import { startTestServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";

interface OpenApi {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, object> };
}
interface Operation {
  readonly operationId: string;
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

/** One real call a route; each answer is held against the schema that the document gives for its status. */
const CALLS: readonly { operationId: string; call: () => Promise<{ status: number; body: unknown }> }[] = [
  { operationId: "getHealth", call: () => server.get("/api/health") },
  { operationId: "getSchema", call: () => server.get("/api/schema") },
  { operationId: "getOverview", call: () => server.get("/api/overview") },
  { operationId: "search", call: () => server.get(`/api/search?q=${encodeURIComponent("浙大")}`) },
  { operationId: "getEntity", call: () => server.get(`/api/entities/${SHAOXING}`) },
  { operationId: "getNeighbors", call: () => server.get(`/api/entities/${SHAOXING}/neighbors?limit=1`) },
  { operationId: "getEntityPassages", call: () => server.get(`/api/entities/${ZJU}/passages`) },
  { operationId: "getRelation", call: async () => server.get(`/api/relations/${await anyRelation()}`) },
  { operationId: "listDocuments", call: () => server.get("/api/documents") },
  { operationId: "getDocument", call: () => server.get("/api/documents/document-report.txt") },
  { operationId: "getPaths", call: () => server.get(`/api/paths?from=${ZJU}&to=${SHAOXING}`) },
  { operationId: "getSubgraph", call: () => server.post("/api/subgraph", { ids: [ZJU, INSTITUTE, "nobody"] }) },
  {
    operationId: "runQuery",
    call: () => server.post("/api/query", { cypher: "MATCH (u:University)<-[r]-(i) RETURN u, r, i, 1 AS one" }),
  },
  { operationId: "startImport", call: () => upload() },
  { operationId: "listImports", call: () => server.get("/api/imports") },
  { operationId: "getImport", call: async () => server.get(`/api/imports/${(await upload()).body.id}`) },
  { operationId: "forgetOrigin", call: () => server.get("/api/origins?origin=plan.txt", { method: "DELETE" }) },
];

test.each(CALLS)("$operationId answers as described", async ({ operationId, call }) => {
  const { status, body } = await call();
  expectAnswer(operationId, status, body);
});

test("events of an import are described imports", async () => {
  const { body } = await upload();
  const response = await fetch(`${server.url}/api/imports/${body.id}/events`);
  const jobs = (await response.text())
    .split("\n")
    .filter((line) => line.startsWith("data: "))
    .map((line) => JSON.parse(line.slice("data: ".length)) as ImportJob);
  for (const job of jobs) expectAnswer("followImport", 200, job);
  expect(jobs.at(-1)?.stage).toBe("done");
});

test("every call above belongs to a route, and every route has its call", () => {
  const called = [...CALLS.map(({ operationId }) => operationId), "followImport"];
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

async function anyRelation(): Promise<string> {
  const { body } = await server.post<{ relations: RelationDetail["others"] }>("/api/subgraph", {
    ids: [ZJU, INSTITUTE],
  });
  return body.relations[0]?.id ?? "none";
}

async function upload(): Promise<{ status: number; body: ImportJob }> {
  const form = new FormData();
  form.append("files", new File(["嘉兴市与浙江大学合作。\n"], "news.txt"));
  const response = await fetch(`${server.url}/api/imports`, { method: "POST", body: form });
  return { status: response.status, body: (await response.json()) as ImportJob };
}
