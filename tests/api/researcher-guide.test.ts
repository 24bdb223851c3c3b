/** The recipes of `docs/researcher-guide.md`, run as they stand against a running explorer. */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

import { sampleGraphs } from "../support/sample-graph.ts";
import { startTestServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const GUIDE = readFileSync(join(ROOT, "docs", "researcher-guide.md"), "utf8");
const TSX = join(ROOT, "node_modules", "tsx", "dist", "loader.mjs");
const run = promisify(execFile);

const blocks = (language: string) =>
  [...GUIDE.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, name, text]) => (name === language ? [text!] : []));

let server: TestServer;
let folder: string;
beforeAll(async () => {
  server = await startTestServer({ graphs: sampleGraphs() });
  folder = mkdtempSync(join(tmpdir(), "atlas-guide-"));
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

const inFolder = () => ({ cwd: folder, env: { ...process.env, ATLAS: server.url } });
const shell = async (text: string) => (await run("bash", ["-euo", "pipefail", "-c", text], inFolder())).stdout;

async function typescript(text: string): Promise<string> {
  const path = join(folder, "recipe.mts");
  writeFileSync(path, text);
  return (await run(process.execPath, ["--import", TSX, path], inFolder())).stdout;
}

test("recipes with curl answer", async () => {
  const [health, search, query, mistake, measures, files, ...others] = blocks("sh");
  expect(others).toEqual([]);
  expect(await shell(health!)).toContain('"status":"ok"');
  const names = (await shell(search!)).match(/"name":"浙江大学"/g);
  expect(names).toHaveLength(2);
  const answers = await shell(query!);
  expect(answers).toContain('"rows":[["浙江大学绍兴研究院","existing"]]');
  expect(answers).toContain('{"type":"end","rows":6');
  await shell(mistake!);
  expect(JSON.parse(await shell(measures!))).toMatchObject({ pairs: 4, communities: 2 });
  await shell(files!);
  expect(readFileSync(join(folder, "graph.graphml"), "utf8")).toContain("</graphml>");
  expect(readFileSync(join(folder, "relations.csv"), "utf8").trimEnd().split("\r\n")).toHaveLength(6);
});

test("recipes in TypeScript answer", async () => {
  const [rows, whole, ...others] = blocks("ts");
  expect(others).toEqual([]);
  expect(await typescript(rows!)).toContain("浙江大学 1");
  expect(await typescript(whole!)).toContain(
    "清华大学 → 绍兴市: 绍兴市拟深化与清华大学的合作，支持浙江大学绍兴研究院发展。 (绍兴市2023年科技工作要点)",
  );
});

const python = (...args: string[]) => run("python3", args, inFolder()).then(({ stdout }) => stdout);
const runs = (...args: string[]) =>
  run("python3", args).then(
    () => true,
    () => false,
  );
const hasPython = await runs("--version");
const hasNetworkx = await runs("-c", "import networkx, numpy, scipy");

test.skipIf(!hasPython)("recipes in Python are Python", async () => {
  for (const text of blocks("python")) await python("-c", "import ast, sys; ast.parse(sys.argv[1])", text);
});

test.skipIf(!hasNetworkx)("the recipe with NetworkX answers", async () => {
  await shell(blocks("sh").find((text) => text.includes("-o graph.graphml"))!);
  const [networkx] = blocks("python");
  expect(await python("-c", networkx!)).toMatch(/^6 5\n清华大学 绍兴市 绍兴市拟深化/);
});
