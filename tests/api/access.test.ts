/** Who may do what: tokens, sessions, a proxy's header, names of the server, limits, and the log of all of it. */
import { readFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Problem } from "../../server/contract/index.ts";
import { ROUTES } from "../../server/http/routes/index.ts";
import { sampleGraphs } from "../support/sample-graph.ts";
import { startTestServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";

const TOKENS = {
  read: "reading-0123456789abcdef",
  query: "querying-0123456789abcdef",
  import: "importing-0123456789abcdef",
  administer: "administering-0123456789",
} as const;
const ATLAS_TOKENS = Object.entries(TOKENS)
  .map(([right, token]) => `${right}er:${right}:${token}`)
  .join(" ");
const bearer = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } });

/** With any header, also those that fetch does not let anybody set. */
function raw(server: TestServer, headers: Record<string, string>, path = "/api/overview"): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, server.url), { headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sent.on("error", reject).end();
  });
}

const auditOf = (server: TestServer) =>
  readFileSync(join(server.dataFolder, "audit.jsonl"), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe("with tokens", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ graphs: sampleGraphs(), access: { ATLAS_TOKENS } });
  });
  afterAll(() => server[Symbol.asyncDispose]());

  /** Each route with one that it fits and one that it does not; what it is sent is no matter. */
  const cases = ROUTES.map(({ method, path, right = "read" }) => ({ method, path, right }));

  test.each(cases)("$method $path takes the right $right", async ({ method, path, right }) => {
    const address = `/api${path.replace(/:\w+/g, "nothing")}`;
    // Exports answer with something else than JSON.
    const ask = async (init: RequestInit = {}) => {
      const response = await fetch(server.url + address, { method: method.toUpperCase(), ...init });
      const text = await response.text();
      const isProblem = response.headers.get("content-type")?.startsWith("application/problem+json") === true;
      return { status: response.status, code: isProblem ? (JSON.parse(text) as Problem).code : undefined };
    };
    if (right === null) {
      expect((await ask()).status).toBe(200);
      return;
    }
    const nobody = await ask();
    expect([nobody.status, nobody.code]).toEqual([401, "sign_in_required"]);
    for (const [held, token] of Object.entries(TOKENS)) {
      const { status, code } = await ask(bearer(token));
      if (held === right) expect([401, 403]).not.toContain(status);
      else expect([status, code]).toEqual([403, "right_missing"]);
    }
  });

  test("what changes the graph takes more than reading", () => {
    const free = ["/views", "/views/:id", "/notes", "/notes/:id"];
    const reading = ["/claims", "/evidence", "/neighbor-totals", "/subgraph"];
    for (const { method, path, right = "read" } of cases) {
      if (method === "get" || free.includes(path) || reading.includes(path)) continue;
      expect(right, `${method} ${path}`).not.toBe("read");
    }
  });

  test.each([
    "",
    "Bearer",
    "Bearer wrong-0123456789abcdef",
    `Basic ${TOKENS.read}`,
    `Bearer ${TOKENS.read} x`,
    "Bearer ;",
  ])("%j is nobody's token", async (Authorization) => {
    expect((await server.get("/api/overview", { headers: { Authorization } })).status).toBe(401);
  });

  test("a session is begun by a token, is not for scripts, and ends", async () => {
    const begun = await server.post<{ name: string; rights: string[] }>("/api/session", { token: TOKENS.read });
    expect([begun.status, begun.body]).toEqual([200, { required: true, name: "reader", rights: ["read"] }]);
    const cookie = begun.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^atlas_session=[\w-]{43}; .*HttpOnly; SameSite=Strict$/);
    expect(cookie).not.toContain(TOKENS.read);
    const headers = { Cookie: cookie.split(";")[0]! };
    expect((await server.get("/api/overview", { headers })).status).toBe(200);
    expect((await server.get("/api/query/history?browser=abcdefgh", { headers })).status).toBe(403);
    expect((await server.get("/api/session", { headers })).body).toMatchObject({ name: "reader" });
    expect((await server.get("/api/session", { method: "DELETE", headers })).status).toBe(204);
    expect((await server.get("/api/overview", { headers })).status).toBe(401);
    expect((await server.get("/api/session")).body).toEqual({ required: true, name: null, rights: [] });
  });

  test("a session is not begun from another site", async () => {
    const { status } = await server.post(
      "/api/session",
      { token: TOKENS.read },
      { headers: { Origin: "https://elsewhere.example" } },
    );
    expect(status).toBe(403);
  });

  test("other sites are allowed nothing: no answer names an origin", async () => {
    const answer = await server.get("/api/overview", {
      headers: { Origin: "https://elsewhere.example", ...bearer(TOKENS.read).headers },
    });
    expect([...answer.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
    const asked = await fetch(`${server.url}/api/overview`, {
      method: "OPTIONS",
      headers: { Origin: "https://elsewhere.example", "Access-Control-Request-Method": "PUT" },
    });
    expect([...asked.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  test("attempts to guess are counted, and the right token waits with them", async () => {
    await using own = await startTestServer({ access: { ATLAS_TOKENS } });
    const outcomes = [];
    for (let attempt = 0; attempt < 12; attempt += 1) {
      outcomes.push((await own.post("/api/session", { token: `guess-${attempt}` })).status);
    }
    expect(outcomes).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
    const refused = await own.post("/api/session", { token: TOKENS.read });
    expect([refused.status, Number(refused.headers.get("retry-after")) > 0]).toEqual([429, true]);
    expect(auditOf(own).filter(({ action }) => action === "sign-in-refused")).toHaveLength(10);
  });

  test("the log tells who asked, changed and was refused, each on a line of its own", async () => {
    const cypher = 'RETURN "\u2028{at: forged}\n\u202e\r{action: forget}" AS x';
    await server.post("/api/query", { cypher, parameters: { p: "a\nb" } }, bearer(TOKENS.query));
    await server.post("/api/query", { cypher: "CREATE (n)" }, bearer(TOKENS.query));
    await server.get("/api/origins?origin=report.txt%0a%7b%7d", { method: "DELETE", ...bearer(TOKENS.administer) });
    await server.post("/api/query", { cypher: "RETURN 1" }, bearer(TOKENS.read));
    const text = readFileSync(join(server.dataFolder, "audit.jsonl"), "utf8");
    expect(/[\u2028\u202e\r]/.test(text)).toBe(false);
    const audit = auditOf(server).filter(({ action }) => action !== "sign-in");
    expect(audit).toContainEqual(
      expect.objectContaining({ action: "query", name: "queryer", cypher, outcome: "done", rows: 1 }),
    );
    expect(audit).toContainEqual(
      expect.objectContaining({ action: "query", cypher: "CREATE (n)", outcome: "write_refused", rows: 0 }),
    );
    expect(audit).toContainEqual(
      expect.objectContaining({ action: "forget", name: "administerer", origin: "report.txt\n{}" }),
    );
    expect(audit).toContainEqual(
      expect.objectContaining({ action: "right-missing", name: "reader", right: "query", path: "/query" }),
    );
    expect(text).not.toContain(TOKENS.query);
  });
});

describe("behind a proxy that signs people in", () => {
  const proxied = (more: Record<string, string> = {}) =>
    startTestServer({
      graphs: sampleGraphs(),
      access: { ATLAS_PROXY_HEADER: "X-Remote-User", ATLAS_PROXY_RIGHTS: "read+query", ...more },
    });

  test("its header says who asks", async () => {
    await using server = await proxied();
    expect((await server.get("/api/overview")).status).toBe(401);
    expect(await raw(server, { Host: "localhost", "X-Remote-User": "wang" })).toBe(200);
    expect(
      (await server.post("/api/query", { cypher: "RETURN 1" }, { headers: { "X-Remote-User": "li" } })).status,
    ).toBe(200);
    expect((await server.get("/api/imports", { headers: { "X-Remote-User": "li" } })).status).toBe(403);
    expect(auditOf(server)[0]).toMatchObject({ action: "query", name: "li" });
  });

  test("the header of anybody else is not looked at", async () => {
    await using server = await proxied({ ATLAS_PROXY_ADDRESSES: "10.0.0.1" });
    expect((await server.get("/api/overview", { headers: { "X-Remote-User": "wang" } })).status).toBe(401);
  });
});

describe("a server that others reach", () => {
  test("answers to its own names, to addresses, and to none that is made to point to it", async () => {
    await using server = await startTestServer({
      isPublic: true,
      access: { ATLAS_HOSTS: "Atlas.Example, graph.local" },
    });
    for (const Host of [
      "atlas.example",
      "ATLAS.EXAMPLE:8080",
      "graph.local",
      "10.1.2.3:3000",
      "[::1]:80",
      "localhost",
    ]) {
      expect(await raw(server, { Host }, "/api/health"), Host).toBe(200);
    }
    for (const Host of [
      "rebound.example",
      "atlas.example.evil.example",
      "evil.example:80",
      "x@atlas.example",
      "10.1.2.3.evil",
    ]) {
      expect(await raw(server, { Host }, "/api/health"), Host).toBe(403);
    }
  });

  test("takes changes from pages of its own names only", async () => {
    await using server = await startTestServer({ isPublic: true, access: { ATLAS_HOSTS: "atlas.example" } });
    const from = (Origin: string) => server.post("/api/subgraph", { ids: [] }, { headers: { Origin } });
    expect((await from("https://atlas.example")).status).toBe(200);
    for (const origin of ["https://evil.example", "null", "https://atlas.example.evil.example"])
      expect((await from(origin)).status, origin).toBe(403);
  });

  test("gives each client so many requests a minute", async () => {
    await using server = await startTestServer({ isPublic: true, access: { ATLAS_REQUESTS_PER_MINUTE: "5" } });
    const outcomes = [];
    for (let asked = 0; asked < 6; asked += 1) outcomes.push((await server.get<Problem>("/api/health")).status);
    expect(outcomes).toEqual([200, 200, 200, 200, 200, 429]);
  });
});

test("nothing is asked of whoever sits before the machine", async () => {
  await using server = await startTestServer();
  const { body } = await server.get("/api/session");
  expect(body).toEqual({ required: false, name: null, rights: ["read", "query", "import", "administer"] });
});
