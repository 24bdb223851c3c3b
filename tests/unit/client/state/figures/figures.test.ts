import { signal } from "@preact/signals-core";
import { expect, test } from "vitest";

import { createFigures } from "../../../../../client/src/state/figures/figures.ts";
import { NO_CLAIM_FILTER } from "../../../../../server/contract/claim-filter.ts";
import type { EntityId } from "../../../../../server/contract/index.ts";

const figures = () =>
  createFigures({
    api: {
      indicators: async () => ({ indicators: [] }),
      figures: async ({ indicator }) => ({
        indicator,
        figures: [],
        subjects: [],
        documents: [],
        total: 0,
        truncated: false,
      }),
    },
    filter: signal(NO_CLAIM_FILTER),
  });

test("what was chosen comes back from its settings", () => {
  using made = figures();
  made.choose({
    indicator: "研发投入强度",
    measure: { unit: "位", kind: "rank" },
    subjects: ["region:330600" as EntityId, "region:330624" as EntityId],
    mode: "compare",
    year: 2022,
  });
  using other = figures();
  other.restore(made.settings.value);
  expect(other.choice.value).toEqual(made.choice.value);
});

test("settings that say nothing, or nonsense, are as at first", () => {
  using made = figures();
  const first = made.choice.value;
  for (const settings of [{}, { m: "price yuan", as: "pie", y: "12" }]) {
    made.choose({ year: 2020, mode: "targets" });
    made.restore(settings);
    expect(made.choice.value).toEqual(first);
  }
});

test("another indicator begins with its own unit, subjects and year", () => {
  using made = figures();
  made.choose({ measure: { unit: "%", kind: "level" }, subjects: [], year: 2020, mode: "compare" });
  made.chooseIndicator("专利授权量");
  expect(made.choice.value).toEqual({
    indicator: "专利授权量",
    measure: null,
    subjects: null,
    year: null,
    mode: "compare",
  });
});
