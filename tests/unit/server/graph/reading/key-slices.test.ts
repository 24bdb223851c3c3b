import fc from "fast-check";
import { expect, test } from "vitest";

import { entityKey } from "../../../../../server/graph/relation-id.ts";
import type { EntityId } from "../../../../../server/contract/index.ts";
import { keySlices } from "../../../../../server/graph/reading/key-slices.ts";

test("every key is in exactly one slice", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 0, max: 500 }), (id, count) => {
      const key = entityKey(id as EntityId);
      const holding = keySlices(count).filter(({ from = "", to = "\uFFFF" }) => from <= key && key < to);
      expect(holding).toHaveLength(1);
    }),
  );
});

test("slices are about equally full", () => {
  const keys = Array.from({ length: 5_000 }, (_, index) => entityKey(`entity ${index}` as EntityId));
  const sizes = keySlices(10).map(
    ({ from = "", to = "\uFFFF" }) => keys.filter((key) => from <= key && key < to).length,
  );
  expect(sizes).toHaveLength(10);
  expect(Math.min(...sizes)).toBeGreaterThan(400);
  expect(Math.max(...sizes)).toBeLessThan(600);
});
