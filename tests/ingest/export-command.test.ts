/** `npm run export`, from the store and through an explorer that has it open: both ways the same files. */
import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

import { exportTargets, runExport } from "../../server/export/run-export.ts";
import { openStore } from "../../server/graph/index.ts";
import { RunningFile } from "../../server/running-file.ts";
import { sampleGraphs } from "../support/sample-graph.ts";
import { startTestServer } from "../support/server.ts";

const ROOT = join(import.meta.dirname, "..", "..");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "atlas-export-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(path: string): Promise<string[]> {
  const written: string[] = [];
  const targets = exportTargets(join(folder, path));
  if (targets === undefined) throw new Error(`${path} is nothing that can be written.`);
  const config = { kind: "embedded", dataFolder: join(folder, "data") } as const;
  await runExport(targets, config, new AbortController().signal, (file) => written.push(file));
  return written;
}

const FILES = ["graph.graphml", "graph.gexf", "graph.jsonl"];
const TABLES = ["entities.csv", "observations.csv", "passages.csv", "relations.csv"];

test("writes the same files beside an explorer that runs as without one", async () => {
  {
    await using store = await openStore({ kind: "embedded", dataFolder: join(folder, "data") });
    await store.writeMany(sampleGraphs());
  }
  for (const path of [...FILES, ""]) await run(join("alone", path));
  {
    await using server = await startTestServer({ dataFolder: join(folder, "data") });
    using _ = new RunningFile(join(folder, "data"), server.url);
    for (const path of [...FILES, ""]) await run(join("beside", path));
  }
  expect(readdirSync(join(folder, "alone")).sort()).toEqual([...FILES, ...TABLES].sort());
  for (const name of [...FILES, ...TABLES]) {
    const read = (way: string) => readFileSync(join(folder, way, name), "utf8");
    expect(read("beside")).toBe(read("alone"));
  }
});

test("leaves what was there where it cannot write", async () => {
  writeFileSync(join(folder, "taken"), "a file");
  await expect(run(join("taken", "graph.gexf"))).rejects.toThrow("taken");
  expect(readFileSync(join(folder, "taken"), "utf8")).toBe("a file");
});

test("says how it is used", async () => {
  const [code, output] = await new Promise<[number, string]>((resolve) => {
    execFile(
      process.execPath,
      ["--import", "tsx", join(ROOT, "server", "export-cli.ts"), "graph.docx"],
      { cwd: ROOT },
      (error, stdout, stderr) => resolve([(error?.code as number | undefined) ?? 0, stdout + stderr]),
    );
  });
  expect([code, output]).toEqual([2, expect.stringContaining("Usage: npm run export")]);
});
