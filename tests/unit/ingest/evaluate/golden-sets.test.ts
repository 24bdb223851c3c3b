import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

import { isGoldenSet, readGoldenSet } from "../../../../ingest/evaluate/golden-sets.ts";
import { formatEvaluation } from "../../../../ingest/evaluate/report.ts";
import { evaluate } from "../../../../ingest/evaluate/score.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "atlas-golden-"));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

test("a set whose folder is missing is told apart from an empty one", async () => {
  expect(await readGoldenSet("dev", root)).toBeNull();
  mkdirSync(join(root, "tests/golden/dev/gold"), { recursive: true });
  expect(await readGoldenSet("dev", root)).toEqual([]);
});

test("a document lies beside the folder of its gold, under the name that the gold gives", async () => {
  const folder = join(root, "tests/golden/dev");
  mkdirSync(join(folder, "gold"), { recursive: true });
  const gold = { doc: "a.html", title: "", date: null, region: "", entities: [], relations: [], observations: [] };
  writeFileSync(join(folder, "gold/a.json"), JSON.stringify(gold));
  expect(await readGoldenSet("dev", root)).toEqual([{ path: join(folder, "a.html"), gold }]);
});

test("only the sets that there are have a name", () => {
  expect(["dev", "dev-2", "dev-4", "seeds", "held-out", "held-out-3", "test", "toString"].filter(isGoldenSet)).toEqual([
    "dev",
    "dev-2",
    "dev-4",
    "seeds",
    "held-out",
    "held-out-3",
  ]);
});

test("the table has a line for each measure, also where nothing was found", () => {
  expect(formatEvaluation(evaluate([])).at(0)).toBe(
    "core entities          P 0.000  R 0.000  F1 0.000  (gold 0, predicted 0, right 0)",
  );
  expect(formatEvaluation(evaluate([]))).toHaveLength(7);
});
