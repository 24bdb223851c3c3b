import fc from "fast-check";
import { expect, test } from "vitest";

import { virtualWindow } from "../../../../client/src/ui/virtual-window.ts";

test("draws the rows in sight and a few beyond", () => {
  expect(virtualWindow({ count: 1_000, rowHeight: 30, scrollTop: 3_000, height: 300, overscan: 2 })).toEqual({
    first: 98,
    end: 112,
    before: 2_940,
    after: 26_640,
  });
});

test("draws all of a short list, and nothing of an empty one", () => {
  expect(virtualWindow({ count: 3, rowHeight: 30, scrollTop: 0, height: 300 })).toMatchObject({ first: 0, end: 3 });
  expect(virtualWindow({ count: 0, rowHeight: 30, scrollTop: 0, height: 300 })).toEqual({
    first: 0,
    end: 0,
    before: 0,
    after: 0,
  });
});

test("keeps the length of the whole and covers what is in sight, wherever it is scrolled to", () => {
  const scrolled = fc.record({
    count: fc.integer({ min: 0, max: 5_000 }),
    rowHeight: fc.integer({ min: 10, max: 60 }),
    scrollTop: fc.integer({ min: -500, max: 400_000 }),
    height: fc.integer({ min: 0, max: 2_000 }),
    overscan: fc.integer({ min: 0, max: 20 }),
  });
  fc.assert(
    fc.property(scrolled, (scroll) => {
      const { first, end, before, after } = virtualWindow(scroll);
      const length = scroll.count * scroll.rowHeight;
      expect(before + (end - first) * scroll.rowHeight + after).toBe(length);
      expect(first).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(scroll.count);
      const top = Math.max(0, Math.min(scroll.scrollTop, length - scroll.height));
      expect(before).toBeLessThanOrEqual(top);
      expect(length - after).toBeGreaterThanOrEqual(Math.min(length, top + scroll.height));
    }),
  );
});
