import fc from "fast-check";
import { expect, test } from "vitest";

import { measurePrecision } from "../../../../ingest/evaluate/precision.ts";
import { evaluate } from "../../../../ingest/evaluate/score.ts";
import { toScore } from "../../../../ingest/evaluate/tally.ts";
import { parseAnnotatedFile } from "../../../../ingest/evaluate/annotated-file.ts";
import { confidenceOf } from "../../../../ingest/extract/text/04-relations/confidence.ts";

const score = (predicted: number, right: number) => toScore({ gold: 0, predicted, right });

test("a rule counts with each relation that it proposed, alone or with others", () => {
  const file = (relations: readonly object[]) =>
    parseAnnotatedFile(
      {
        doc: "a.txt",
        title: "",
        date: null,
        region: "株洲市",
        entities: ["株洲市", "湘潭市", "湖南省"].map((name) => ({ type: "Region", name })),
        relations: relations.map((relation) => ({ type: "PART_OF", to: "湖南省", ...relation })),
        observations: [],
      },
      "the test",
    );
  const gold = file([{ from: "株洲市" }]);
  const predicted = file([
    { from: "株洲市", rules: ["a", "b"] },
    { from: "湘潭市", rules: ["b"] },
  ]);
  const { rules } = evaluate([{ document: "a", gold, predicted }]);
  expect([...rules].map(([rule, { predicted, right }]) => [rule, right, predicted])).toEqual([
    ["a", 1, 1],
    ["b", 1, 2],
  ]);
});

test("an estimate lies between what its author said and what was measured, the nearer to it the more was seen", () => {
  const cases = fc.record({
    prior: fc.double({ min: 0.05, max: 0.99, noNaN: true }),
    proposed: fc.integer({ min: 1, max: 400 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    weight: fc.integer({ min: 1, max: 60 }),
  });
  fc.assert(
    fc.property(cases, ({ prior, proposed, share, weight }) => {
      const right = Math.round(share * proposed);
      const sure = (times: number) =>
        confidenceOf(
          { id: "a", confidence: prior },
          { sets: [], weight, rules: { a: { proposed: proposed * times, right: right * times } } },
        );
      const measured = right / proposed;
      const rounding = 0.0005 + 1e-9;
      for (const times of [1, 10]) {
        expect(sure(times)).toBeGreaterThanOrEqual(Math.min(prior, measured) - rounding);
        expect(sure(times)).toBeLessThanOrEqual(Math.max(prior, measured) + rounding);
      }
      expect(Math.abs(sure(10) - measured)).toBeLessThanOrEqual(Math.abs(sure(1) - measured) + 2 * rounding);
    }),
  );
});

test("a rule that was never seen keeps its author's word", () => {
  expect(confidenceOf({ id: "new", confidence: 0.8 }, { sets: [], weight: 9, rules: {} })).toBe(0.8);
});

test("authors who were right are believed more than authors who were wrong", () => {
  const authors = new Map([
    ["a", 0.9],
    ["b", 0.5],
    ["unseen", 0.7],
  ]);
  const good = measurePrecision(
    ["dev"],
    new Map([
      ["a", score(100, 90)],
      ["b", score(100, 50)],
    ]),
    authors,
  );
  const bad = measurePrecision(
    ["dev"],
    new Map([
      ["a", score(100, 30)],
      ["b", score(100, 95)],
    ]),
    authors,
  );
  expect(good.weight).toBeGreaterThan(bad.weight);
  expect(good.rules).toEqual({ a: { proposed: 100, right: 90 }, b: { proposed: 100, right: 50 } });
});
