/** Steps of colour, and which part of a large grid is drawn. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { gridWindow } from "../../../../../client/src/views/matrix/grid-window.ts";
import { STEPS, stepOf, stepStarts } from "../../../../../client/src/views/matrix/quantity.ts";

describe("steps of colour", () => {
  test("up to six every count has its own", () => {
    expect([1, 2, 3, 4, 5, 6].map((count) => stepOf(count, stepStarts(6)))).toEqual([1, 2, 3, 4, 5, 6]);
    expect([1, 2].map((count) => stepOf(count, stepStarts(2)))).toEqual([3, 6]);
    expect(stepStarts(0)).toEqual([]);
  });

  test("more is never lighter, and the largest is darkest", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 100_000 }), (largest) => {
        const starts = stepStarts(largest);
        expect(starts.length).toBeLessThanOrEqual(STEPS);
        expect(starts[0]).toBe(1);
        expect(starts.every((start, at) => at === 0 || start > starts[at - 1]!)).toBe(true);
        expect(stepOf(largest, starts)).toBe(STEPS);
        let last = 0;
        for (const count of [...starts, largest]) {
          const step = stepOf(count, starts);
          expect(step).toBeGreaterThanOrEqual(last);
          expect(step).toBeGreaterThanOrEqual(1);
          last = step;
        }
      }),
    );
  });
});

describe("the part of a grid that is drawn", () => {
  const anyGrid = fc.record({
    rows: fc.integer({ min: 0, max: 500 }),
    columns: fc.integer({ min: 0, max: 100 }),
    left: fc.integer({ min: 0, max: 7_000 }),
    top: fc.integer({ min: 0, max: 19_000 }),
  });

  test("holds all that is in sight, and never more than a screen and its edges", () => {
    fc.assert(
      fc.property(anyGrid, ({ rows, columns, left, top }) => {
        const lefts = Array.from({ length: columns + 1 }, (_, at) => at * 67);
        const scroll = { left, top, width: 1_100, height: 600 };
        const shown = gridWindow({ lefts, rows, rowHeight: 38 }, scroll);
        for (let row = 0; row < rows; row += 1) {
          const isInSight = (row + 1) * 38 > top && row * 38 < top + 600;
          if (isInSight) expect(row >= shown.firstRow && row < shown.endRow).toBe(true);
        }
        for (let column = 0; column < columns; column += 1) {
          const isInSight = lefts[column + 1]! > left && lefts[column]! < left + 1_100;
          if (isInSight) expect(column >= shown.firstColumn && column < shown.endColumn).toBe(true);
        }
        expect(shown.endRow - shown.firstRow).toBeLessThanOrEqual(Math.ceil(600 / 38) + 2 * 6 + 2 * 4 + 1);
        expect(shown.endColumn - shown.firstColumn).toBeLessThanOrEqual(Math.ceil(1_100 / 67) + 2 * 3 + 2 * 4 + 1);
      }),
    );
  });
});
