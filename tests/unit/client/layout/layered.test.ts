import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { arrange } from "../../../../client/src/layout/arrange.ts";
import { layersOf } from "../../../../client/src/layout/layers.ts";
import { createNetwork } from "../../../../client/src/layout/network.ts";
import { spacedOut } from "../../../../client/src/layout/spaced.ts";
import { hubs, requestFor } from "./graphs.ts";

const layersOfArcs = (count: number, arcs: readonly number[], edges = arcs) =>
  layersOf(createNetwork(count, edges), arcs);

describe("layers", () => {
  test("put a country over its provinces over their cities", () => {
    expect(layersOfArcs(6, [0, 1, 0, 2, 1, 3, 1, 4, 2, 5])).toEqual([[0], [1, 2], [3, 4, 5]]);
  });

  test("go by the longest way down", () => {
    expect(layersOfArcs(4, [0, 1, 1, 2, 0, 2, 2, 3])).toEqual([[0], [1], [2], [3]]);
  });

  test("put who is above nothing and below nothing among those it works with", () => {
    const arcs = [0, 1, 1, 2, 1, 3];
    expect(layersOfArcs(5, arcs, [...arcs, 4, 2, 4, 3])[2]).toContain(4);
  });

  test("keep relatives below each other, so that no lines of two families cross", () => {
    const layers = layersOfArcs(9, [0, 1, 0, 2, 2, 5, 1, 3, 2, 6, 1, 4, 1, 7, 2, 8]);
    const [, parents, children] = layers as [number[], number[], number[]];
    const familyOf = (child: number) => ([3, 4, 7].includes(child) ? 1 : 2);
    expect(children.map(familyOf)).toEqual(parents.flatMap((parent) => [parent, parent, parent]));
  });

  test("have everybody once, and no arc goes up unless arcs go in a circle", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }).chain((count) =>
          fc.record({
            count: fc.constant(count),
            arcs: fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 80 }),
            isAcyclic: fc.boolean(),
          }),
        ),
        ({ count, arcs: any, isAcyclic }) => {
          const arcs = any.flatMap(([a, b]) => (isAcyclic ? [Math.min(a, b), Math.max(a, b)] : [a, b]));
          const layers = layersOfArcs(count, arcs);
          expect(layers.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, node) => node));
          if (!isAcyclic) return;
          const layerOf = (node: number) => layers.findIndex((nodes) => nodes.includes(node));
          for (let at = 0; at < arcs.length; at += 2) {
            if (arcs[at] !== arcs[at + 1]) expect(layerOf(arcs[at]!)).toBeLessThan(layerOf(arcs[at + 1]!));
          }
        },
      ),
    );
  });
});

describe("the layout in layers", () => {
  test("draws what is above higher up", () => {
    const edges = [0, 1, 0, 2, 1, 3, 1, 4, 2, 5];
    const request = requestFor({ name: "a hierarchy", count: 6, edges }, "layers");
    const positions = arrange(request);
    for (let at = 0; at < edges.length; at += 2) {
      expect(positions[edges[at]! * 2 + 1]).toBeLessThan(positions[edges[at + 1]! * 2 + 1]!);
    }
  });

  test("has about the shape of the picture, however many are in one layer", () => {
    const graph = { ...hubs(400, 400), edges: Array.from({ length: 399 }, (_, at) => [0, at + 1]).flat() };
    for (const aspect of [0.6, 1, 1.8]) {
      const positions = arrange(requestFor(graph, "layers", { aspect }));
      const span = (axis: 0 | 1) => {
        const values = [...positions].filter((_, at) => at % 2 === axis);
        return Math.max(...values) - Math.min(...values);
      };
      expect(span(0) / span(1) / aspect).toBeGreaterThan(0.7);
      expect(span(0) / span(1) / aspect).toBeLessThan(1.4);
    }
  });
});

describe("places in order and apart", () => {
  test("are the wanted ones where those are apart already", () => {
    expect(spacedOut([0, 10, 30], [0, 5, 5])).toEqual([0, 10, 30]);
  });

  test("share out what they lack", () => {
    expect(spacedOut([10, 10], [0, 4])).toEqual([8, 12]);
  });

  test("keep their distances, and no other such places are nearer to the wanted ones", () => {
    const lists = fc
      .integer({ min: 1, max: 12 })
      .chain((size) =>
        fc.tuple(
          fc.array(fc.integer({ min: -50, max: 50 }), { minLength: size, maxLength: size }),
          fc.array(fc.integer({ min: 0, max: 20 }), { minLength: size, maxLength: size }),
          fc.array(fc.integer({ min: 0, max: 30 }), { minLength: size, maxLength: size }),
        ),
      );
    fc.assert(
      fc.property(lists, ([wanted, apart, more]) => {
        const places = spacedOut(wanted, apart);
        const cost = (at: readonly number[]) =>
          at.reduce((sum, place, index) => sum + (place - wanted[index]!) ** 2, 0);
        places.slice(1).forEach((place, index) => {
          expect(place - places[index]!).toBeGreaterThanOrEqual(apart[index + 1]! - 1e-9);
        });
        // Any others that keep the distances: each as far from the last as it must be, and `more`.
        let at = places[0]! - more[0]!;
        const others = wanted.map((_, index) => (at += index === 0 ? 0 : apart[index]! + more[index]!));
        expect(cost(places)).toBeLessThanOrEqual(cost(others) + 1e-6);
      }),
    );
  });
});
