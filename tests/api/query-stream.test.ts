/** Rows over HTTP as they come: in lines, within bounds, no faster than the client reads. */
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, expect, test } from "vitest";

import type { QueryCheck, QueryStreamEvent } from "../../server/contract/index.ts";
import { sampleGraphs } from "../support/sample-graph.ts";
import { startTestServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";

let server: TestServer;
let isEvent: (event: unknown) => boolean;
beforeAll(async () => {
  server = await startTestServer({ graphs: sampleGraphs() });
  const { components } = (await server.get<{ components: object }>("/api/openapi.json")).body;
  const ajv = new Ajv2020({ strict: false });
  ajv.addSchema({ $id: "openapi", components });
  isEvent = (event) => ajv.validate({ $ref: "openapi#/components/schemas/QueryStreamEvent" }, event) as boolean;
});
afterAll(() => server[Symbol.asyncDispose]());

function ask(body: object, init: RequestInit = {}): Promise<Response> {
  return fetch(`${server.url}/api/query/stream`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    ...init,
  });
}

async function events(body: object): Promise<QueryStreamEvent[]> {
  const text = await (await ask(body)).text();
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as QueryStreamEvent);
}

test("every line is an event as it is described", async () => {
  for (const word of ["", "EXPLAIN ", "PROFILE "]) {
    const lines = await events({ cypher: `${word}MATCH (u:University) RETURN u, u.name AS name ORDER BY name` });
    expect(lines.map(({ type }) => type)).toEqual(["columns", "rows", "end"]);
    for (const line of lines) expect(isEvent(line), JSON.stringify(line)).toBe(true);
  }
});

test("a mistake before the first line has a status of its own", async () => {
  const answer = await ask({ cypher: "MATCH (n)\nRETRUN n" });
  expect([answer.status, answer.headers.get("content-type")]).toEqual([400, "application/problem+json; charset=utf-8"]);
  expect(await answer.json()).toMatchObject({ code: "invalid_query", position: { line: 2 } });
  expect((await ask({ cypher: "CREATE (n) RETURN n" })).status).toBe(403);
  expect((await ask({ cypher: "RETURN 1", maxRows: 1_000_001 })).status).toBe(400);
});

test("a client that leaves ends its query, and others are answered", async () => {
  const abort = new AbortController();
  const endless =
    "UNWIND range(1, 2000) AS a UNWIND range(1, 2000) AS b UNWIND range(1, 2000) AS c WITH a, b, c WHERE a + b + c < 0 RETURN count(*) AS n";
  const left = ask({ cypher: endless }, { signal: abort.signal });
  abort.abort();
  await expect(left).rejects.toThrow();
  const lines = await events({ cypher: "RETURN 1 AS one" });
  expect(lines[1]).toEqual({ type: "rows", rows: [[1]] });
});

test("many rows to a client that reads slowly pile up neither rows nor listeners", async () => {
  const warnings: Error[] = [];
  const listen = (warning: Error) => warnings.push(warning);
  process.on("warning", listen);
  const answer = await ask({
    cypher: "UNWIND range(1, 60000) AS n RETURN n, toString(n * 7919) + toString(n * 104729) AS text",
    maxRows: 100_000,
  });
  let bytes = 0;
  const reader = answer.body!.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.length;
    // Each time the server has had its turns before more is taken.
    await new Promise((resolve) => setImmediate(resolve));
  }
  process.off("warning", listen);
  expect(bytes).toBeGreaterThan(1_000_000);
  expect(warnings).toEqual([]);
});

test("the check says mistakes where they stand, and takes what the store takes", async () => {
  const check = async (cypher: string) => (await server.post<QueryCheck>("/api/query/check", { cypher })).body;
  expect(await check("MATCH (u:University)\nRETURN v.name")).toMatchObject({
    problem: { code: "invalid_query", position: { line: 2, column: 8 } },
  });
  expect(await check("MATCH (a)\n DELETE a")).toMatchObject({ problem: { code: "write_refused" } });
  const taken = await check("PROFILE MATCH (u:University) RETURN u");
  expect(taken.problem).toBeNull();
  expect(taken.plan?.operator).toBeTypeOf("string");
});
