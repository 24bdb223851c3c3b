/** Short texts that views make of values. */
import { afterEach, describe, expect, test } from "vitest";

import type { NeighborCount, QueryValue } from "../../../../server/contract/index.ts";
import type { Step } from "../../../../client/src/state/history.ts";
import { DEFAULT_LOCALE, locale } from "../../../../client/src/i18n/index.ts";
import { groupByRelation } from "../../../../client/src/views/expand/group-by-relation.ts";
import { placeText } from "../../../../client/src/views/imports/import-text.ts";
import { valueText } from "../../../../client/src/views/query/value-text.ts";
import { screenOf } from "../../../../client/src/views/shell/screen.ts";
import { keysText } from "../../../../client/src/views/shell/keys-text.ts";
import { stepChange, stepTitle } from "../../../../client/src/views/steps/step-text.ts";

afterEach(() => {
  locale.value = DEFAULT_LOCALE;
});

const NOTHING = { entities: 0, relations: 0 };
const step = (about: Partial<Step> & Pick<Step, "kind" | "names" | "count">): Step => ({
  id: 1,
  added: NOTHING,
  removed: NOTHING,
  ...about,
});

describe("a step", () => {
  test("is named by what was done, to what, and by which group", () => {
    expect(stepTitle(step({ kind: "expand", names: ["浙江大学"], count: 1, relation: "CO_BUILT_WITH" }))).toBe(
      "展开 浙江大学：共建",
    );
    expect(stepTitle(step({ kind: "hide", names: ["甲", "乙"], count: 2 }))).toBe("隐去 2 个实体");
    expect(stepTitle(step({ kind: "arrange", names: ["甲"], count: 3, layout: "regions" }))).toBe(
      "重新布局 3 个实体：按区域",
    );
    locale.value = "en";
    expect(stepTitle(step({ kind: "add", names: ["浙江大学"], count: 1 }))).toBe("Add 浙江大学");
  });

  test("says what it added, took or came from", () => {
    expect(stepChange(step({ kind: "expand", names: [], count: 1, added: { entities: 4, relations: 9 } }))).toBe(
      "加入 4 个实体",
    );
    expect(stepChange(step({ kind: "hide", names: [], count: 1, removed: { entities: 1, relations: 31 } }))).toBe(
      "移去 1 个实体",
    );
    const search = { query: "浙大", match: "alias" } as const;
    expect(stepChange(step({ kind: "add", names: ["浙江大学"], count: 1, search }))).toBe("从搜索“浙大”，别名相符");
    expect(stepChange(step({ kind: "move", names: ["甲", "乙"], count: 2 }))).toBe("甲、乙");
  });
});

test("neighbours are grouped by relation and direction in the order of the legend", () => {
  const count = (
    relation: NeighborCount["relation"],
    direction: "in" | "out",
    type: NeighborCount["type"],
    n: number,
  ) => ({
    relation,
    direction,
    type,
    count: n,
    planned: 0,
  });
  const groups = groupByRelation([
    count("LOCATED_IN", "in", "Laboratory", 2),
    count("CO_BUILT_WITH", "in", "Laboratory", 6),
    count("LOCATED_IN", "in", "ResearchInstitute", 9),
    count("LOCATED_IN", "out", "Region", 1),
  ]);
  expect(groups.map(({ relation, direction, total }) => [relation, direction, total])).toEqual([
    ["CO_BUILT_WITH", "in", 6],
    ["LOCATED_IN", "out", 1],
    ["LOCATED_IN", "in", 11],
  ]);
  expect(groups[2]?.types.map(({ type }) => type)).toEqual(["ResearchInstitute", "Laboratory"]);
});

test("the place of a rejection reads in the language in use", () => {
  expect(placeText("row 17")).toBe("第 17 行");
  expect(placeText("characters 10-20")).toBe("第 10–20 字");
  expect(placeText("sheet A")).toBe("sheet A");
  expect(placeText(null)).toBe("");
});

test("values of a query read in one line", () => {
  const node = { $: "node", id: "u", labels: ["Entity", "University"], properties: { name: "浙江大学" } } as const;
  const values: QueryValue[] = [null, 4.5, "text", [1, "a"], { a: [true] }, node];
  expect(values.map(valueText)).toEqual(["null", "4.5", "text", "[1, a]", "{a: [true]}", "浙江大学"]);
});

test("shortcuts are shown as keys", () => {
  expect(["Ctrl+Shift+Z", "+", "Shift+ArrowLeft", "Escape"].map(keysText)).toEqual([
    "Ctrl Shift Z",
    "+",
    "Shift ←",
    "Esc",
  ]);
});

test("the screen changes its layout at the widths of the design", () => {
  expect([390, 719, 720, 1023, 1024, 1279, 1280, 1440].map(screenOf)).toEqual([
    "phone",
    "phone",
    "narrow",
    "narrow",
    "medium",
    "medium",
    "wide",
    "wide",
  ]);
});
