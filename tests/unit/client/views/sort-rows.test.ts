import fc from "fast-check";
import { expect, test } from "vitest";

import { nextSorting, sortRows } from "../../../../client/src/views/table/sort-rows.ts";

interface Row {
  readonly name: string;
  readonly count: number | null;
}

const cell = (row: Row, column: keyof Row) => row[column];
const names = (rows: readonly Row[]) => rows.map(({ name }) => name);

test("Chinese names are in the order of their sound", () => {
  const rows = ["浙江大学", "北京大学", "清华大学"].map((name) => ({ name, count: 0 }));
  expect(names(sortRows(rows, cell, { column: "name", descending: false }))).toEqual([
    "北京大学",
    "清华大学",
    "浙江大学",
  ]);
});

test("what is missing comes last, whichever way", () => {
  const rows = [
    { name: "a", count: null },
    { name: "b", count: 1 },
    { name: "c", count: 2 },
  ];
  expect(names(sortRows(rows, cell, { column: "count", descending: false }))).toEqual(["b", "c", "a"]);
  expect(names(sortRows(rows, cell, { column: "count", descending: true }))).toEqual(["c", "b", "a"]);
});

test("sorting keeps every row, and the order of equals", () => {
  const row = fc.record({ name: fc.string(), count: fc.option(fc.integer({ min: 0, max: 3 })) });
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const sorted = sortRows(rows, cell, { column: "count", descending: true });
      expect(new Set(sorted)).toEqual(new Set(rows));
      const zeros = (list: readonly Row[]) => list.filter(({ count }) => count === 0);
      expect(zeros(sorted)).toEqual(zeros(rows));
    }),
  );
});

test("a second click turns the order round", () => {
  const first = nextSorting({ column: "name", descending: false }, "count", true);
  expect(first).toEqual({ column: "count", descending: true });
  expect(nextSorting(first, "count", true)).toEqual({ column: "count", descending: false });
});
