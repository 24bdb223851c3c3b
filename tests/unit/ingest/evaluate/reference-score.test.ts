/** Our scorer against the reference one in ../shared, on gold that was damaged at random. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";

import type { AnnotatedFile } from "../../../../ingest/evaluate/annotated-file.ts";
import { parseAnnotatedFile } from "../../../../ingest/evaluate/annotated-file.ts";
import type { Measure } from "../../../../ingest/evaluate/score.ts";
import { MEASURES, evaluate } from "../../../../ingest/evaluate/score.ts";

const root = resolve(import.meta.dirname, "../../../..");
const reference = resolve(root, "../shared/eval/score.mjs");
const goldFolder = join(root, "tests/golden/dev/gold");

interface ReferenceReport {
  scores: Record<Measure, { gold: number; pred: number; right: number; f1: number }>;
  types: Record<string, { gold: number; pred: number; right: number; f1: number }>;
}

/** Drops, repeats, renames and re-types by the numbers that fast-check gives. */
function damage(gold: AnnotatedFile, numbers: readonly number[]): AnnotatedFile {
  let turn = 0;
  const next = () => numbers[turn++ % numbers.length]! + (turn % 7);
  const change = <T>(list: readonly T[], alter: (item: T, by: number) => T): T[] =>
    list.flatMap((item) => {
      const by = next();
      if (by % 5 === 0) return [];
      if (by % 5 === 1) return [item, alter(item, by)];
      return by % 5 === 2 ? [alter(item, by)] : [item];
    });
  const names = gold.entities.map(({ name }) => name);
  const nameAt = (by: number) => names[by % names.length]!;
  return {
    ...gold,
    entities: change(gold.entities, (entity, by) => {
      if (by % 3 === 0) return { ...entity, name: `${entity.name}${by}`, aliases: [] };
      if (by % 3 === 1) return { ...entity, type: gold.entities[by % names.length]!.type };
      return { ...entity, name: entity.aliases[0] ?? entity.name, aliases: [nameAt(by)] };
    }),
    relations: change(gold.relations, (relation, by) => {
      if (by % 4 === 0) return { ...relation, to: nameAt(by) };
      if (by % 4 === 1) return { ...relation, from: nameAt(by) };
      if (by % 4 === 2) return { ...relation, status: relation.status === "planned" ? "existing" : "planned" };
      return { ...relation, type: "LOCATED_IN", to: gold.region };
    }),
    observations: change(gold.observations, (observation, by) => {
      if (by % 4 === 0) return { ...observation, value: observation.value + (by % 3) };
      if (by % 4 === 1) return { ...observation, indicator: observation.indicator.slice(by % 5) || "数" };
      if (by % 4 === 2) return { ...observation, year: by % 2 === 0 ? null : 2023 };
      return { ...observation, region: nameAt(by), unit: `${observation.unit} ` };
    }),
  };
}

test.skipIf(!existsSync(reference) && process.env["CI"] !== "true")(
  "agrees with the reference scorer to nine places (needs ../shared)",
  { timeout: 60_000 },
  () => {
    const files = readdirSync(goldFolder).filter((name) => name.endsWith(".json"));
    const golds = files.map((name) => {
      const path = join(goldFolder, name);
      return { name, gold: parseAnnotatedFile(JSON.parse(readFileSync(path, "utf8")), path) };
    });
    const folder = mkdtempSync(join(tmpdir(), "atlas-score-"));
    try {
      fc.assert(
        fc.property(fc.array(fc.nat(999), { minLength: 23, maxLength: 97 }), (numbers) => {
          const pairs = golds.map(({ name, gold }, at) => ({
            document: name,
            gold,
            predicted: damage(gold, [...numbers.slice(at % numbers.length), ...numbers]),
          }));
          for (const { document, predicted } of pairs) writeFileSync(join(folder, document), JSON.stringify(predicted));
          const report = JSON.parse(
            execFileSync(process.execPath, [reference, "--gold", goldFolder, "--pred", folder, "--json"], {
              encoding: "utf8",
              maxBuffer: 1 << 26,
            }),
          ) as ReferenceReport;
          const { measures, types } = evaluate(pairs);
          for (const measure of MEASURES) expectSame(measures[measure], report.scores[measure], measure);
          expect([...types.keys()].sort()).toEqual(Object.keys(report.types).sort());
          for (const [type, score] of types) expectSame(score, report.types[type]!, type);
        }),
        { numRuns: 12 },
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

function expectSame(
  ours: { gold: number; predicted: number; right: number; f1: number },
  theirs: { gold: number; pred: number; right: number; f1: number },
  name: string,
): void {
  const { gold, predicted, right, f1 } = ours;
  expect({ name, gold, predicted, right }).toEqual({
    name,
    gold: theirs.gold,
    predicted: theirs.pred,
    right: theirs.right,
  });
  expect(Math.abs(f1 - theirs.f1)).toBeLessThanOrEqual(1e-9);
}
