/** Hostile requests: each has its exact refusal, and the graph and the folder are what they were. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Health, ImportJob, Problem } from "../../server/contract/index.ts";
import { sampleGraphs } from "../support/sample-graph.ts";
import { startTestServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";

let server: TestServer;
let before: Health;
beforeAll(async () => {
  server = await startTestServer({ graphs: sampleGraphs() });
  before = (await server.get<Health>("/api/health")).body;
});
afterAll(() => server[Symbol.asyncDispose]());
const unchanged = async () => expect((await server.get<Health>("/api/health")).body).toEqual(before);

describe("ids and addresses that lead out of their place", () => {
  test.each([
    ["/api/entities/..%2f..%2fetc%2fpasswd", 404],
    ["/api/entities/%00", 404],
    ["/api/entities/__proto__", 404],
    ["/api/entities/constructor", 404],
    ["/api/documents/..%5c..%5cserver.json", 404],
    ["/api/relations/%7B%22$gt%22:%22%22%7D", 404],
    ["/api/views/..%2fimports", 404],
    ["/api/views/__proto__", 404],
    ["/api/imports/toString", 404],
    ["/api/imports/..%2faudit.jsonl", 404],
    ["/api/%2e%2e/server.json", 404],
    ["/..%2f..%2fetc%2fpasswd", 404],
    ["/.atlas/server.json", 404],
    ["/audit.jsonl", 404],
  ] as const)("%s is %i", async (path, status) => {
    const answer = await server.get<Problem>(path);
    expect(answer.status).toBe(status);
    expect(answer.body.detail).not.toMatch(/root:|at .*\.ts|\/tmp/);
    await unchanged();
  });
});

describe("bodies", () => {
  const send = (body: BodyInit, headers: Record<string, string> = {}) =>
    server.get<Problem>("/api/query", {
      method: "POST",
      body,
      headers: { "Content-Type": "application/json", ...headers },
    });

  test("that unpack to more than they may are refused before they are whole", async () => {
    // Not at once: while this process packs, the server in it could not tell the client that it closes idle connections.
    const bomb = await promisify(gzip)(JSON.stringify({ cypher: "x".repeat(200 * 1024 * 1024) }));
    expect(bomb.length).toBeLessThan(1024 * 1024);
    const { status, body } = await send(bomb, { "Content-Encoding": "gzip" });
    expect([status, body.code]).toEqual([413, "too_large"]);
    await unchanged();
  });

  test.each([
    ["that name the part of every object", '{"__proto__": {"polluted": 1}, "cypher": "RETURN 1"}', 200],
    ["whose parameters name it", '{"cypher": "RETURN 1", "parameters": {"__proto__": {"polluted": 1}}}', 200],
    ["whose parameters name its maker", '{"cypher": "RETURN 1", "parameters": {"constructor": {"prototype": 1}}}', 200],
    ["of another kind", '"RETURN 1"', 400],
    ["that are a list", '["RETURN 1"]', 400],
    ["with a query that is a list", '{"cypher": ["RETURN 1"]}', 400],
    ["with no time", '{"cypher": "RETURN 1", "timeoutMs": 0}', 400],
    ["with too much time", '{"cypher": "RETURN 1", "timeoutMs": 999999999}', 400],
    ["with too many rows", '{"cypher": "RETURN 1", "maxRows": 999999999}', 400],
    ["with endless rows", '{"cypher": "RETURN 1", "maxRows": 1e999}', 400],
    [
      "that are nested without end",
      `{"cypher": "RETURN 1", "parameters": {"p": ${"[".repeat(50_000)}${"]".repeat(50_000)}}}`,
      400,
    ],
  ] as const)("%s", async (_, body, status) => {
    expect((await send(body)).status).toBe(status);
    expect("polluted" in {}).toBe(false);
    await unchanged();
  });
});

test.each([
  "../../../../tmp/atlas-escaped.txt",
  "/tmp/atlas-escaped.txt",
  "..\\..\\atlas-escaped.txt",
  "a/../../atlas-escaped.txt",
])("a file called %s stays a label", async (name) => {
  const form = new FormData();
  form.append("files", new Blob([]), name);
  const { status, body } = await server.get<ImportJob>("/api/imports", { method: "POST", body: form });
  expect(status).toBe(202);
  await (await fetch(`${server.url}/api/imports/${body.id}/events`)).text();
  expect(existsSync("/tmp/atlas-escaped.txt")).toBe(false);
  expect(existsSync(join(server.dataFolder, "..", "atlas-escaped.txt"))).toBe(false);
  expect(readdirSync(server.dataFolder).filter((file) => file.includes("escaped"))).toEqual([]);
  await unchanged();
});

test("a request id that would forge a line of the log is drawn anew", async () => {
  const { headers } = await server.get("/api/health", { headers: { "X-Request-Id": 'x" {"level":60}' } });
  expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
});

test.each([
  "a".repeat(200),
  "(a+)+$",
  "/(a|a)*b/",
  ".*".repeat(50),
  "initials:* OR *:*",
  "a~9999999",
  "[* TO *]",
  "\\",
])("a search for %s is a search for these signs", async (q) => {
  const { status } = await server.get(`/api/search?q=${encodeURIComponent(q)}`);
  expect([200, 400]).toContain(status);
  await unchanged();
});
