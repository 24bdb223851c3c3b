/** Documents as files for Neo4j's importer, by the command; that a real importer takes them is tested with Neo4j. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "atlas-files-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function ingest(...args: string[]): string {
  const command = ["--import", "tsx", join(ROOT, "ingest", "cli.ts"), ...args];
  const env = { ...process.env, ATLAS_DATA: join(folder, "data"), NEO4J_URI: "" };
  return execFileSync(process.execPath, command, { encoding: "utf8", env, stdio: ["ignore", "pipe", "pipe"] });
}

test("every file is named in the command, rows have the columns of their head, and no store is made", () => {
  const files = join(folder, "files");
  const said = ingest("--files", files, join(ROOT, "data", "briefs"));
  expect(said).toContain("import.sh");
  const script = readFileSync(join(files, "import.sh"), "utf8");
  expect(statSync(join(files, "import.sh")).mode & 0o111).not.toBe(0);
  const tables = readdirSync(files).filter((name) => name.endsWith(".tsv"));
  expect(tables.length).toBeGreaterThan(10);
  expect(readdirSync(files).length).toBe(tables.length + 1);
  for (const name of tables) {
    expect(script).toContain(`=${name}'`);
    const [head, ...rows] = readFileSync(join(files, name), "utf8").trimEnd().split("\n");
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row.split("\t").length, row).toBe(head!.split("\t").length);
  }
  expect(script).toMatch(/--nodes=Entity:University=/);
  expect(script).toMatch(/--relationships=LOCATED_IN=/);
  expect(existsSync(join(folder, "data", "graph"))).toBe(false);
});

test("a folder that holds something is left alone", () => {
  expect(() => ingest("--files", folder, join(ROOT, "data", "briefs"))).toThrow(/is not empty/);
});
