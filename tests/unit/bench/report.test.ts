import { describe, expect, test } from "vitest";

import { toPage, toSection } from "../../bench/report.ts";
import { isMet } from "../../bench/suite.ts";
import type { Figure, Suite } from "../../bench/suite.ts";

const suite = (title: string): Suite => ({ name: title, title, about: `About ${title}.`, run: async () => [] });
const [layout, store] = [suite("Layout"), suite("Store")];
const RUN = { date: "2026-11-30", commit: "abc1234", machine: "2 × a processor, 8 GB" };
const time: Figure = {
  what: "500 entities",
  value: 12.34,
  unit: "ms",
  baseline: { name: "fcose", value: 1234 },
  target: { atMost: 0.05, words: "20 times faster" },
};
const count: Figure = { what: "overlaps", value: 3, unit: "", target: { atMost: 0 } };
const plain: Figure = { what: "memory", value: 0.5, unit: "MB" };

const sectionOf = (one: Suite, figures: readonly Figure[]) => toSection(one, figures, RUN);

describe("the page of the bench", () => {
  test("says of each figure its ratio to its baseline, and whether its target is met", () => {
    expect(sectionOf(layout, [time, count, plain]).split("\n").slice(-3)).toEqual([
      "| 500 entities | 12.3 ms | fcose: 1,234 ms | 0.01 | 20 times faster | met |",
      "| overlaps | 3 |  |  | ≤ 0 | missed |",
      "| memory | 0.5 MB |  |  |  |  |",
    ]);
  });

  test("gathers what has a target, of all sections, at its top", () => {
    const fresh = new Map([
      ["Layout", sectionOf(layout, [time, plain])],
      ["Store", sectionOf(store, [count])],
    ]);
    const page = toPage("", [layout, store], fresh);
    const targets = page.slice(page.indexOf("## Targets"), page.indexOf("## Layout"));
    expect(targets).toContain("500 entities");
    expect(targets).toContain("overlaps");
    expect(targets).not.toContain("memory");
  });

  test("keeps the sections whose suites were not run, in the order of the suites", () => {
    const before = toPage("", [layout, store], new Map([["Store", sectionOf(store, [plain])]]));
    const after = toPage(before, [layout, store], new Map([["Layout", sectionOf(layout, [time])]]));
    expect(after).toContain(sectionOf(store, [plain]));
    expect(after.indexOf("## Layout")).toBeLessThan(after.indexOf("## Store"));
    expect(toPage(after, [layout, store], new Map())).toBe(after);
  });

  test("measures a target against the ratio where there is a baseline, else against the value", () => {
    expect([time, count, plain].map(isMet)).toEqual([true, false, undefined]);
  });
});
