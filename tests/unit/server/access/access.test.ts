import { readdirSync, readFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

import { readAccessConfig } from "../../../../server/access/access-config.ts";
import { AuditLog } from "../../../../server/access/audit-log.ts";
import { QueryShares, RateLimit } from "../../../../server/access/shares.ts";
import { ConfigError, QueryCancelledError } from "../../../../server/graph/index.ts";
import { createLogger } from "../../../../server/logger.ts";

describe("settings", () => {
  test("of tokens are names, rights and tokens", () => {
    const { tokens } = readAccessConfig({
      ATLAS_TOKENS: "wang:read+query:0123456789abcdefghij\n 李:administer:~.-_56789abcdefghijkl;",
    });
    expect(tokens).toEqual([
      { name: "wang", rights: ["read", "query"], token: "0123456789abcdefghij" },
      { name: "李", rights: ["administer"], token: "~.-_56789abcdefghijkl" },
    ]);
  });

  test.each([
    [{ ATLAS_TOKENS: "secret-0123456789abcdef" }, "name:right"],
    [{ ATLAS_TOKENS: "a:read:short" }, "too short"],
    [{ ATLAS_TOKENS: "a:write:secret-0123456789abcdef" }, 'right "write"'],
    [{ ATLAS_TOKENS: "a::secret-0123456789abcdef" }, "right"],
    [{ ATLAS_TOKENS: "a:read:secret-0123456789abcdef b:read:secret-0123456789abcdef" }, "same token"],
    [{ ATLAS_TOKENS: "a:read:secret-0123456789abcdef a:read:secret-1123456789abcdef" }, "same name"],
    [{ ATLAS_PROXY_HEADER: "X User" }, "ATLAS_PROXY_HEADER"],
    [{ ATLAS_PROXY_HEADER: "X-User", ATLAS_PROXY_ADDRESSES: "proxy.local" }, "ATLAS_PROXY_ADDRESSES"],
    [{ ATLAS_PROXY_HEADER: "X-User", ATLAS_PROXY_RIGHTS: "all" }, "ATLAS_PROXY_RIGHTS"],
    [{ ATLAS_REQUESTS_PER_MINUTE: "many" }, "ATLAS_REQUESTS_PER_MINUTE"],
  ])("%o are refused, and no token is told", (env, name) => {
    expect(() => readAccessConfig(env)).toThrow(ConfigError);
    expect(() => readAccessConfig(env)).toThrow(name);
    expect(() => readAccessConfig(env)).not.toThrow(/secret-/);
  });
});

describe("a rate", () => {
  test("fills evenly, for each client by itself", () => {
    let now = 0;
    const rate = new RateLimit(60, () => now);
    for (let asked = 0; asked < 60; asked += 1) expect(rate.take("a")).toBe(0);
    expect(rate.take("a")).toBe(1);
    expect(rate.take("b")).toBe(0);
    now += 2_000;
    expect([rate.take("a"), rate.take("a"), rate.take("a")]).toEqual([0, 0, 1]);
  });

  test("of 0 is none", () => {
    const rate = new RateLimit(0);
    for (let asked = 0; asked < 1_000; asked += 1) expect(rate.take("a")).toBe(0);
  });
});

test("a client's queries wait for each other, and nobody waits for them", async () => {
  const shares = new QueryShares(2);
  const { signal } = new AbortController();
  const [first, second] = [await shares.take("a", signal), await shares.take("a", signal)];
  let isThird = false;
  const third = shares.take("a", signal).then((release) => ((isThird = true), release));
  (await shares.take("b", signal))();
  const leaving = new AbortController();
  const left = shares.take("a", leaving.signal);
  leaving.abort();
  await expect(left).rejects.toThrow(QueryCancelledError);
  expect(isThird).toBe(false);
  first();
  first();
  (await third)();
  second();
  (await shares.take("a", signal))();
});

test("the audit log turns to a new file when one is full, and keeps five", () => {
  const folder = mkdtempSync(join(tmpdir(), "atlas-audit-"));
  try {
    const log = new AuditLog(folder, createLogger("silent"), 300);
    for (let number = 0; number < 40; number += 1) {
      log.record({ action: "query", name: null, address: "", requestId: "", cypher: `RETURN ${number}` });
    }
    expect(readdirSync(folder).toSorted()).toEqual([
      ...[1, 2, 3, 4, 5].map((number) => `audit.${number}.jsonl`),
      "audit.jsonl",
    ]);
    expect(readFileSync(join(folder, "audit.jsonl"), "utf8")).toContain("RETURN 39");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
