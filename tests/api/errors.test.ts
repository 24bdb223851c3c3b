/** Every kind of bad request gets its own problem, and nothing of the inside leaks. */
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Health, ImportsPage, Problem } from "../../server/contract/index.ts";
import { sampleGraphs } from "../support/sample-graph.ts";
import { startTestServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ graphs: sampleGraphs() });
});
afterAll(() => server[Symbol.asyncDispose]());

describe("what is not there", () => {
  test.each([
    ["/api/entities/nobody", "entity_not_found"],
    ["/api/entities/nobody/neighbors", "entity_not_found"],
    ["/api/entities/nobody/passages", "entity_not_found"],
    ["/api/relations/none", "relation_not_found"],
    ["/api/documents/none", "document_not_found"],
    ["/api/paths?from=nobody&to=nowhere", "entity_not_found"],
    ["/api/imports/none", "import_not_found"],
    ["/api/imports/none/events", "import_not_found"],
    ["/api/nothing", "route_not_found"],
    ["/nothing", "route_not_found"],
  ])("%s is 404 %s", async (path, code) => {
    const { status, body, headers } = await server.get<Problem>(path);
    expect([status, body.code]).toEqual([404, code]);
    expect(headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
    expect(body.requestId).toBe(headers.get("x-request-id"));
  });

  test("a method that an address does not take is 405 and says which it takes", async () => {
    const { status, body } = await server.get<Problem>("/api/search", { method: "DELETE" });
    expect([status, body.code]).toEqual([405, "method_not_allowed"]);
    expect(body.detail).toContain("GET");
  });
});

describe("what is not valid", () => {
  test.each([
    ["/api/search", "query.q"],
    ["/api/search?q=a&limit=0", "query.limit"],
    ["/api/search?q=a&type=Planet", "query.type"],
    ["/api/entities/region-shaoxing/neighbors?relation=KNOWS", "query.relation"],
    ["/api/entities/region-shaoxing/neighbors?direction=up", "query.direction"],
    ["/api/paths?from=a&to=b&maxLength=99", "query.maxLength"],
  ])("%s names the field %s", async (path, field) => {
    const { status, body } = await server.get<Problem>(path);
    expect([status, body.code]).toEqual([400, "invalid_request"]);
    expect(body.fields?.map(({ path: name }) => name)).toContain(field);
  });

  test("a cursor of another list is refused", async () => {
    const { status, body } = await server.get<Problem>("/api/entities/region-shaoxing/neighbors?cursor=nonsense");
    expect([status, body.code]).toEqual([400, "invalid_request"]);
  });

  test("JSON that is none is refused", async () => {
    const { status, body } = await server.post<Problem>("/api/query", undefined, {
      body: '{"cypher": ',
    });
    expect([status, body.code]).toEqual([400, "invalid_request"]);
  });

  test("a body over the limit is refused", async () => {
    const { status, body } = await server.post<Problem>("/api/query", { cypher: "x".repeat(2_000_000) });
    expect([status, body.code]).toEqual([413, "too_large"]);
  });

  test("an address that is no UTF-8 is refused", async () => {
    const { status, body } = await server.get<Problem>("/api/entities/%E4%BD");
    expect([status, body.code]).toEqual([400, "invalid_request"]);
  });
});

describe("people's Cypher", () => {
  const run = (cypher: string, more: object = {}) => server.post<Problem>("/api/query", { cypher, ...more });

  test("a mistake is 400 with its line and column", async () => {
    const { status, body } = await run("MATCH (n)\nRETRUN n");
    expect([status, body.code, body.position?.line]).toEqual([400, "invalid_query", 2]);
  });

  test.each([
    "CREATE (n:University {id: 'x'})",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) SET n.name = ''",
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "CREATE INDEX FOR (n:University) ON (n.name)",
  ])("%s is 403 and changes nothing", async (cypher) => {
    const before = (await server.get<Health>("/api/health")).body;
    const { status, body } = await run(cypher);
    expect([status, body.code]).toEqual([403, "write_refused"]);
    expect((await server.get<Health>("/api/health")).body).toEqual(before);
  });

  test("what runs too long is 408 while others are answered", async () => {
    // Runs for ever and needs no memory.
    const endless =
      "UNWIND range(1, 2000) AS a UNWIND range(1, 2000) AS b UNWIND range(1, 2000) AS c " +
      "WITH a, b, c WHERE a + b + c < 0 RETURN count(*) AS n";
    const slow = run(endless, { timeoutMs: 1_500 });
    expect((await server.get("/api/health")).status).toBe(200);
    const { status, body } = await slow;
    expect([status, body.code]).toEqual([408, "query_timeout"]);
    expect((await server.get("/api/health")).status).toBe(200);
  });

  test("what returns too much is cut and says so", async () => {
    const { status, body } = await server.post<{ rows: unknown[]; truncated: boolean }>("/api/query", {
      cypher: "UNWIND range(1, 100) AS n RETURN n",
      maxRows: 10,
    });
    expect([status, body.rows.length, body.truncated]).toEqual([200, 10, true]);
  });
});

describe("uploads", () => {
  test("a form without a file is refused", async () => {
    const form = new FormData();
    form.append("strict", "true");
    const response = await fetch(`${server.url}/api/imports`, { method: "POST", body: form });
    expect([response.status, ((await response.json()) as Problem).code]).toEqual([400, "invalid_request"]);
  });

  test("anything but a form is refused", async () => {
    const { status, body } = await server.post<Problem>("/api/imports", { files: [] });
    expect([status, body.code]).toEqual([415, "unsupported_media_type"]);
  });

  test("an upload cut off half-way leaves nothing behind", async () => {
    const before = (await server.get<ImportsPage>("/api/imports")).body.imports.length;
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    const head = [
      "POST /api/imports HTTP/1.1",
      `Host: ${hostname}:${port}`,
      "Content-Type: multipart/form-data; boundary=cut",
      "Content-Length: 100000",
      "",
      '--cut\r\nContent-Disposition: form-data; name="files"; filename="half.txt"\r\n\r\n绍兴市与',
    ].join("\r\n");
    await new Promise<void>((done) => socket.write(head, () => done()));
    socket.end();
    await new Promise<void>((done) => socket.on("close", () => done()).resume());
    expect((await server.get<ImportsPage>("/api/imports")).body.imports.length).toBe(before);
  });
});

describe("other web sites", () => {
  test("may not change anything", async () => {
    const { status, body } = await server.post<Problem>(
      "/api/subgraph",
      { ids: [] },
      { headers: { Origin: "https://elsewhere.example" } },
    );
    expect([status, body.code]).toEqual([403, "cross_site_refused"]);
  });

  test("may not read through a name that points to this machine", async () => {
    const { hostname, port } = new URL(server.url);
    const answer = await new Promise<string>((done) => {
      const socket = connect(Number(port), hostname);
      let text = "";
      socket.on("data", (chunk: Buffer) => (text += chunk.toString())).on("close", () => done(text));
      socket.write("GET /api/health HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n");
    });
    expect(answer).toMatch(/^HTTP\/1\.1 403/);
  });
});

test("every answer carries the security headers and no trace of the framework", async () => {
  const { headers } = await server.get("/api/health");
  expect(headers.get("x-powered-by")).toBeNull();
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("content-security-policy")).toContain("script-src 'self'");
  expect(headers.get("content-security-policy")).not.toContain("unsafe-eval");
});

test("an unchanged graph is answered from the client's own copy", async () => {
  const first = await server.get("/api/overview");
  const etag = first.headers.get("etag") ?? "";
  const again = await fetch(`${server.url}/api/overview`, { headers: { "If-None-Match": etag } });
  expect([first.status, again.status]).toEqual([200, 304]);
});
