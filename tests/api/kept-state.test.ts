/** What the server keeps beside the graph: none of it, lost or cut short, stands in the way of a start or an import. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

import { loadBundledData } from "../../server/bundled-data.ts";
import type { ImportJob, ImportsPage } from "../../server/contract/index.ts";
import { openStore } from "../../server/graph/index.ts";
import { RunningFile } from "../../server/running-file.ts";
import { startTestServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";

let dataFolder: string;
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), "atlas-kept-"));
});
afterEach(() => rmSync(dataFolder, { recursive: true, force: true }));

/** Uploads one text and follows it to its end. */
async function importText({ url }: TestServer, name: string): Promise<ImportJob> {
  const form = new FormData();
  form.append("files", new Blob(["绍兴市与浙江大学共建绍兴研究院。"]), name);
  const job = (await (await fetch(`${url}/api/imports`, { method: "POST", body: form })).json()) as ImportJob;
  const events = await (await fetch(`${url}/api/imports/${job.id}/events`)).text();
  return JSON.parse(events.trim().split("\ndata: ").at(-1)!) as ImportJob;
}

test("imports end, one after the other, where their history cannot be written", async () => {
  const server = await startTestServer({ dataFolder });
  mkdirSync(join(dataFolder, "imports.json"));
  expect((await importText(server, "a.txt")).stage).toBe("done");
  expect((await importText(server, "b.txt")).stage).toBe("done");
  await server[Symbol.asyncDispose]();
  expect(readdirSync(join(dataFolder, "uploads"))).toEqual([]);
});

test("imports are listed newest first, whichever ended last", async () => {
  await using server = await startTestServer({ dataFolder });
  await Promise.all(["a.txt", "b.txt", "c.txt"].map((name) => importText(server, name)));
  const { imports } = (await server.get<ImportsPage>("/api/imports")).body;
  const begun = imports.map(({ startedAt }) => startedAt);
  expect(begun).toEqual([...begun].sort().reverse());
});

test("a server starts on a history that was cut short, and on uploads that were left behind", async () => {
  writeFileSync(join(dataFolder, "imports.json"), '[{"id": "x", "sta');
  mkdirSync(join(dataFolder, "uploads", "upload-left"), { recursive: true });
  await using server = await startTestServer({ dataFolder });
  expect((await server.get<ImportsPage>("/api/imports")).body.imports).toEqual([]);
  expect(readdirSync(join(dataFolder, "uploads"))).toEqual([]);
});

test("bundled data is loaded again after a mark that was cut short", async () => {
  const folder = join(dataFolder, "data");
  mkdirSync(folder);
  writeFileSync(join(folder, "brief.txt"), "绍兴市与浙江大学共建绍兴研究院。");
  writeFileSync(join(dataFolder, "bundled-data.json"), "");
  await using store = await openStore({ kind: "embedded", dataFolder });
  const load = () =>
    loadBundledData(store, { folder, dataFolder, signal: AbortSignal.timeout(30_000), onProgress: () => undefined });
  expect((await load())?.counts.documents).toBe(1);
  expect(await load()).toBeUndefined();
});

test("the mark of a running server goes with it, and another's stays", () => {
  const path = join(dataFolder, "server.json");
  const running = new RunningFile(dataFolder, "http://127.0.0.1:1");
  expect(readdirSync(dataFolder)).toEqual(["server.json"]);
  running[Symbol.dispose]();
  expect(existsSync(path)).toBe(false);
  running[Symbol.dispose]();
  writeFileSync(path, JSON.stringify({ url: "http://127.0.0.1:2", pid: -1 }));
  running[Symbol.dispose]();
  expect(existsSync(path)).toBe(true);
});

test("an answer that is a problem has no ETag of the data", async () => {
  await using server = await startTestServer({ dataFolder });
  expect((await server.get("/api/entities/nobody")).headers.get("etag")).toBeNull();
  expect((await server.get("/api/overview")).headers.get("etag")).not.toBeNull();
});
