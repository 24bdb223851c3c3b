import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { ARRANGEMENTS, arrange } from "../../../../client/src/layout/arrange.ts";
import type { LayoutRequest } from "../../../../client/src/layout/arrange.ts";
import { overlappingPairs } from "../../../../client/src/layout/overlapping-pairs.ts";
import { KNOWN_GRAPHS, hubs, path, requestFor, star } from "./graphs.ts";

const overlaps = (request: LayoutRequest, positions: Float64Array) => [
  ...overlappingPairs(positions, { reach: request.reach }),
];

/** Some nodes in each of three regions, the rest in none. */
const inRegions = (count: number) => Int32Array.from({ length: count }, (_, node) => (node % 5 > 2 ? -1 : node % 5));

describe.each(ARRANGEMENTS)("%s", (arrangement) => {
  test.each(KNOWN_GRAPHS)("gives every node of $name a place of its own", (graph) => {
    const request = requestFor(graph, arrangement, { groups: inRegions(graph.count) });
    const positions = arrange(request);
    expect(positions).toHaveLength(graph.count * 2);
    expect([...positions].every(Number.isFinite)).toBe(true);
    expect(overlaps(request, positions)).toEqual([]);
  });

  test("draws the same graph the same way every time", () => {
    const request = requestFor(hubs(80, 120), arrangement, { groups: inRegions(80) });
    expect(arrange(request)).toEqual(arrange(request));
  });

  test("keeps fixed nodes exactly where they are, and nothing on them", () => {
    const graph = hubs(40, 55);
    const positions = new Float64Array(80).fill(Number.NaN);
    const fixed = new Uint8Array(40);
    [3, 17].forEach((node, at) => {
      positions.set([300 * at, 100 - 40 * at], node * 2);
      fixed[node] = 1;
    });
    const request = requestFor(graph, arrangement, { positions, fixed, groups: inRegions(40) });
    const placed = arrange(request);
    expect([...placed.subarray(6, 8), ...placed.subarray(34, 36)]).toEqual([0, 100, 300, 60]);
    expect(overlaps(request, placed)).toEqual([]);
  });
});

describe("expanding", () => {
  test("moves no placed node and lays nothing over another", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 40 }),
        fc.nat(1000),
        (old, added, seed) => {
          const before = requestFor(hubs(old, old, seed), "relations");
          const placed = arrange(before);
          const grown = hubs(old + added, old + added + 10, seed);
          const positions = new Float64Array(grown.count * 2).fill(Number.NaN);
          positions.set(placed);
          const request = requestFor(grown, "place", { positions });
          const after = arrange(request);
          expect(after.subarray(0, old * 2)).toEqual(placed);
          expect(overlaps(request, after)).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("puts new neighbours near the one they came from", () => {
    const graph = star(12);
    const positions = new Float64Array(graph.count * 2).fill(Number.NaN);
    positions.set([1000, 1000]);
    const placed = arrange(requestFor(graph, "place", { positions }));
    for (let leaf = 1; leaf <= 12; leaf += 1) {
      const distance = Math.hypot(placed[leaf * 2]! - 1000, placed[leaf * 2 + 1]! - 1000);
      expect(distance).toBeLessThan(400);
    }
  });
});

describe("by regions", () => {
  test("keeps the boxes of two regions apart", () => {
    const graph = hubs(60, 90);
    const groups = Int32Array.from({ length: 60 }, (_, node) => node % 3);
    const request = requestFor(graph, "regions", { groups });
    const positions = arrange(request);
    const extent = (group: number) => {
      const nodes = [...groups.keys()].filter((node) => groups[node] === group);
      const xs = nodes.map((node) => positions[node * 2]!);
      const ys = nodes.map((node) => positions[node * 2 + 1]!);
      return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
    };
    for (const [one, other] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      const [a, b] = [extent(one), extent(other)];
      expect(a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top).toBe(true);
    }
  });
});

describe("concentric", () => {
  test("puts the chosen node in the middle of its rings", () => {
    const graph = path(9);
    const positions = arrange(requestFor(graph, "concentric", { centre: 4 }));
    const from = (node: number) =>
      Math.hypot(positions[node * 2]! - positions[8]!, positions[node * 2 + 1]! - positions[9]!);
    expect(from(4)).toBe(0);
    expect(from(3)).toBeLessThan(from(2));
    expect(from(2)).toBeLessThan(from(1));
    expect(from(5)).toBeLessThan(from(6));
  });
});
