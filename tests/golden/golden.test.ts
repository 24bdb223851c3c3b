/** What extraction finds in the golden sets, held above the figures of `minimums.json`. */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";

import type { GoldenSet } from "../../ingest/evaluate/golden-sets.ts";
import { extractAgainst, folderOf, readGoldenSet } from "../../ingest/evaluate/golden-sets.ts";
import type { Measure } from "../../ingest/evaluate/score.ts";
import { evaluate } from "../../ingest/evaluate/score.ts";

const root = resolve(import.meta.dirname, "../..");

type Minimums = Partial<Record<GoldenSet, Partial<Record<Measure, number>>>>;
const minimums = JSON.parse(readFileSync(resolve(import.meta.dirname, "minimums.json"), "utf8")) as Minimums;

for (const [set, wanted] of Object.entries(minimums) as [GoldenSet, Minimums[GoldenSet]][]) {
  const isMissing = !existsSync(folderOf(set, root)) && process.env["CI"] !== "true";
  test.skipIf(isMissing)(`extraction from the golden set "${set}" reaches its minimums`, async () => {
    const documents = await readGoldenSet(set, root);
    const pairs = await Promise.all(documents!.map(extractAgainst));
    const { measures } = evaluate(pairs);
    const below = Object.entries(wanted!)
      .map(([measure, minimum]) => ({ measure, minimum, f1: measures[measure as Measure].f1 }))
      .filter(({ f1, minimum }) => f1 < minimum);
    expect(below).toEqual([]);
  });
}
