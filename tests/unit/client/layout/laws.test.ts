import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { forAllDistances } from "../../../../client/src/layout/all-distances.ts";
import { overlapX, overlapY } from "../../../../client/src/layout/boxes.ts";
import { createNetwork, distancesFrom } from "../../../../client/src/layout/network.ts";
import { overlappingPairs } from "../../../../client/src/layout/overlapping-pairs.ts";
import { removeOverlaps } from "../../../../client/src/layout/overlap.ts";
import { buildQuadtree } from "../../../../client/src/layout/quadtree.ts";

const anyNetwork = fc
  .integer({ min: 1, max: 80 })
  .chain((count) =>
    fc
      .array(fc.nat(count - 1), { maxLength: count * 3 })
      .map((ends) => createNetwork(count, ends.length % 2 === 0 ? ends : ends.slice(1))),
  );

const anyPlaces = (most: number) =>
  fc
    .array(fc.tuple(fc.double({ min: -500, max: 500, noNaN: true }), fc.double({ min: -500, max: 500, noNaN: true })), {
      minLength: 1,
      maxLength: most,
    })
    .map((places) => Float64Array.from(places.flat()));

const anyBoxes = anyPlaces(60).chain((positions) =>
  fc
    .array(fc.integer({ min: 0, max: 90 }), { minLength: positions.length * 2, maxLength: positions.length * 2 })
    .map((reach) => ({ positions, boxes: { reach: Float32Array.from(reach) } })),
);

describe("distances between all nodes", () => {
  test("are those of a walk from each node", () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const told = Array.from({ length: network.count }, (_, node) =>
          Array.from({ length: network.count }, (__, other): number => (node === other ? 0 : -1)),
        );
        forAllDistances(network, (from, to, distance) => {
          expect(told[from]![to]).toBe(-1);
          told[from]![to] = distance;
        });
        expect(told).toEqual(told.map((_, node) => [...distancesFrom(network, node)]));
      }),
    );
  });
});

describe("pairs that overlap", () => {
  test("are all of them, each once", () => {
    fc.assert(
      fc.property(anyBoxes, fc.integer({ min: 0, max: 20 }), ({ positions, boxes }, gap) => {
        const found: string[] = [];
        const pairs = overlappingPairs(positions, boxes, gap);
        for (let at = 0; at < pairs.length; at += 2) {
          found.push([pairs[at]!, pairs[at + 1]!].sort((a, b) => a - b).join(" "));
        }
        const count = positions.length / 2;
        const expected: string[] = [];
        for (let one = 0; one < count; one += 1) {
          for (let other = one + 1; other < count; other += 1) {
            const meets = [overlapX, overlapY].every((by) => by(one, other, positions, boxes.reach) + gap > 0);
            if (meets) expected.push(`${one} ${other}`);
          }
        }
        expect(found.sort()).toEqual(expected.sort());
      }),
    );
  });

  test("are none after they were pushed apart", () => {
    fc.assert(
      fc.property(anyBoxes, ({ positions, boxes }) => {
        const moved = positions.slice();
        removeOverlaps(moved, boxes, { gap: 4 });
        expect([...overlappingPairs(moved, boxes)]).toEqual([]);
      }),
    );
  });

  test.each([[[500, 1, 499.99999999999994, 1]], [[0, 0, 1e-160, 0]], [[500, 500, 499.9999999999999, 500, 500, 500]]])(
    "are none after what lay all but at one place was pushed apart: %j",
    (places) => {
      const moved = Float64Array.from(places);
      const boxes = { reach: new Float32Array(places.length * 2).fill(40) };
      removeOverlaps(moved, boxes, { gap: 4 });
      expect([...overlappingPairs(moved, boxes)]).toEqual([]);
      expect(moved.every((place) => Math.abs(place) < 10_000)).toBe(true);
    },
  );
});

describe("a quadtree", () => {
  test("has every point in it once, and its squares know how many and where they are", () => {
    fc.assert(
      fc.property(anyPlaces(80), (positions) => {
        const { order, count, mass, meanX, meanY, size, after } = buildQuadtree(positions);
        const points = positions.length / 2;
        expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: points }, (_, point) => point));
        expect([mass[0], after[0]]).toEqual([points, count]);
        expect(meanX[0]).toBeCloseTo([...order].reduce((sum, point) => sum + positions[point * 2]!, 0) / points, 6);
        for (let square = 0; square < count; square += 1) {
          if (size[square] === 0) continue;
          let [inner, sumY] = [0, 0];
          for (let child = square + 1; child < after[square]!; child = after[child]!) {
            inner += mass[child]!;
            sumY += meanY[child]! * mass[child]!;
          }
          expect(inner).toBe(mass[square]);
          expect(sumY / inner).toBeCloseTo(meanY[square]!, 6);
        }
      }),
    );
  });
});
