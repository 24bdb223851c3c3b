import fc from "fast-check";
import { expect, test } from "vitest";

import { apart } from "../../../../../client/src/views/figures/apart.ts";
import { figureSpans } from "../../../../../client/src/views/figures/figure-spans.ts";
import { rampOf } from "../../../../../client/src/views/map/ramp.ts";

test.each([
  ["2022年达4.42%，全省第4", 4.42, "%", ["4.42%"]],
  ["2022年新认定12家，2012年为2家", 2, "家", ["2家"]],
  ["国家高新技术企业2207余家", 2207, "家", ["2207余家"]],
  ["数值：3.1；单位：%", 3.1, "%", ["3.1"]],
  ["引进专家三十余名", 30, "名", []],
  ["增长13.10%", 3.1, "%", []],
])("the words of %s that state %d", (text, value, unit, marked) => {
  expect(figureSpans(text, { value, unit }).map(({ begin, end }) => text.slice(begin, end))).toEqual(marked);
});

test("names are set apart by their height, in the order of their lines, and stay where there is room", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 12 }), (places) => {
      const moved = apart(
        places.map((at) => ({ at })),
        18,
      );
      expect(moved.map(({ at }) => at)).toEqual(places.toSorted((a, b) => a - b));
      for (const [index, { to }] of moved.entries()) {
        if (index > 0) expect(to - moved[index - 1]!.to).toBeGreaterThanOrEqual(18 - 1e-6);
      }
      if (moved.every(({ at }, index) => index === 0 || at - moved[index - 1]!.at >= 18)) {
        expect(moved.every(({ at, to }) => at === to)).toBe(true);
      }
    }),
  );
});

test("a larger value is never in a lower step, and each bound begins a step of its own", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.integer({ min: -5_000, max: 500_000 }).map((hundredths) => hundredths / 100),
        { minLength: 1, maxLength: 40 },
      ),
      (values) => {
        const ramp = rampOf(values);
        const steps = values.toSorted((a, b) => a - b).map((value) => ramp.stepOf(value));
        expect(steps).toEqual(steps.toSorted((a, b) => a - b));
        expect(Math.min(...steps)).toBeGreaterThanOrEqual(1);
        expect(Math.max(...steps)).toBeLessThanOrEqual(6);
        expect(new Set(ramp.bounds.map((bound) => ramp.stepOf(bound))).size).toBe(ramp.bounds.length);
      },
    ),
  );
});
