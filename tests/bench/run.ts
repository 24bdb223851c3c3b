/**
 * `npm run bench [-- SUITE...] [--smallest]`: measures, prints the figures, and
 * writes them into `docs/benchmarks.md`. `--smallest` runs everything at its
 * smallest size, to see that it still runs, and writes nothing.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { toPage, toSection, toTable } from "./report.ts";
import type { RunFacts } from "./report.ts";
import type { Suite } from "./suite.ts";
import { SUITES } from "./suites/index.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const PAGE = join(ROOT, "docs", "benchmarks.md");

const { values, positionals } = parseArgs({ options: { smallest: { type: "boolean" } }, allowPositionals: true });
const smallest = values.smallest === true;
const fresh = new Map<string, string>();
for (const suite of chosenSuites(positionals)) {
  console.log(`\n${suite.title}`);
  const figures = await suite.run({ smallest, say: (what) => console.log(`  ${what}`) });
  console.log(`\n${toTable(figures)}`);
  fresh.set(suite.title, toSection(suite, figures, runFacts()));
  // After each suite: what was measured is kept whatever befalls the next.
  if (!smallest) writeFileSync(PAGE, toPage(existsSync(PAGE) ? readFileSync(PAGE, "utf8") : "", SUITES, fresh));
}

function chosenSuites(names: readonly string[]): readonly Suite[] {
  if (names.length === 0) return SUITES;
  return names.map((name) => {
    const suite = SUITES.find((one) => one.name === name);
    if (suite === undefined) {
      throw new Error(`There is no suite "${name}". Suites: ${SUITES.map((one) => one.name).join(", ")}.`);
    }
    return suite;
  });
}

function runFacts(): RunFacts {
  const git = (...args: string[]) => execFileSync("git", args, { cwd: ROOT, encoding: "utf8" }).trim();
  const isChanged = git("status", "--porcelain", "--", ":!docs/benchmarks.md") !== "";
  const [first] = cpus();
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: `${git("rev-parse", "--short", "HEAD")}${isChanged ? " with changes" : ""}`,
    machine: `${cpus().length} × ${first?.model.trim() ?? "unknown processor"}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`,
  };
}
