import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { diffElements, isEmptyDiff } from "../../../../client/src/canvas/diff.ts";
import type { Change } from "../../../../client/src/canvas/diff.ts";
import { nodeRadius, toElements } from "../../../../client/src/canvas/elements.ts";
import type { CanvasElements } from "../../../../client/src/canvas/elements.ts";
import type { VisibleGraph } from "../../../../client/src/state/filters.ts";
import { anyFacts, entity, relation } from "../world.ts";
import type { Facts } from "../world.ts";

const visible = ({ entities, relations }: Facts): VisibleGraph => ({
  entities: new Map(entities.map((one) => [one.id, one])),
  relations: new Map(relations.map((one) => [one.id, one])),
});

const edgesOf = (...relations: Facts["relations"]) =>
  [...toElements(visible({ entities: [entity("a"), entity("b")], relations })).edges.values()].map(
    ({ source, target, type, isPlanned, bow, relations }) => ({
      source,
      target,
      type,
      isPlanned,
      bow,
      count: relations.length,
    }),
  );

describe("radii", () => {
  test.each([
    [1, 10.3],
    [20, 18],
    [120, 23.8],
    [300, 26.8],
    [5000, 28],
  ])("%i relations give %f", (degree, radius) => {
    expect(nodeRadius({ type: "University", degree })).toBeCloseTo(radius, 1);
  });

  test("a region is never a small dot", () => {
    expect(nodeRadius({ type: "Region", degree: 0 })).toBe(13);
  });
});

describe("lines", () => {
  test("one relation is one straight line along it", () => {
    expect(edgesOf(relation("b", "a", "LOCATED_IN", { status: "planned" }))).toEqual([
      { source: "b", target: "a", type: "LOCATED_IN", isPlanned: true, bow: 0, count: 1 },
    ]);
  });

  test("several of one kind are one line with their number, solid when one of them exists", () => {
    expect(edgesOf(relation("a", "b", "PARTNERS_WITH", { status: "planned" }), relation("b", "a"))).toMatchObject([
      { type: "PARTNERS_WITH", isPlanned: false, bow: 0, count: 2 },
    ]);
  });

  test("two kinds bow apart, to opposite sides whichever way each runs", () => {
    for (const other of [relation("a", "b", "LOCATED_IN"), relation("b", "a", "LOCATED_IN")]) {
      const [one, two] = edgesOf(relation("a", "b", "CO_BUILT_WITH"), other);
      const side = (edge: typeof one) => (edge!.source === "a" ? edge!.bow : -edge!.bow);
      expect(side(one)).toBe(-side(two));
      expect(side(one)).not.toBe(0);
    }
  });

  test("more than two kinds are one line, drawn as the heaviest of them", () => {
    expect(
      edgesOf(relation("a", "b", "LOCATED_IN"), relation("a", "b", "PART_OF"), relation("b", "a", "CO_BUILT_WITH")),
    ).toMatchObject([{ source: "b", target: "a", type: "CO_BUILT_WITH", bow: 0, count: 3 }]);
  });
});

describe("the difference", () => {
  /** What Cytoscape would hold after a change was applied. */
  function apply<T extends { id: string }>(before: ReadonlyMap<string, T>, change: Change<T>): Map<string, T> {
    const after = new Map(before);
    for (const id of change.removed) {
      expect(after.delete(id)).toBe(true);
    }
    for (const one of change.added) {
      expect(after.has(one.id)).toBe(false);
      after.set(one.id, one);
    }
    for (const one of change.changed) {
      expect(after.has(one.id)).toBe(true);
      after.set(one.id, one);
    }
    return after;
  }
  /** What is drawn of each element. */
  const plain = ({ nodes, edges }: CanvasElements) => ({
    nodes: [...nodes.values()].map(({ id, radius, entity: { type } }) => [id, radius, type]).toSorted(),
    edges: [...edges.values()]
      .map(({ id, source, target, type, isPlanned, bow, relations }) => [
        id,
        source,
        target,
        type,
        isPlanned,
        bow,
        relations.length,
      ])
      .toSorted(),
  });

  test("applied to what was gives what shall be", () => {
    fc.assert(
      fc.property(anyFacts(), anyFacts(), (one, other) => {
        const [before, after] = [toElements(visible(one)), toElements(visible(other))];
        const { nodes, edges } = diffElements(before, after);
        expect(plain({ nodes: apply(before.nodes, nodes), edges: apply(before.edges, edges) })).toEqual(plain(after));
      }),
    );
  });

  test("between equal things is none", () => {
    fc.assert(
      fc.property(anyFacts(), (facts) => {
        expect(isEmptyDiff(diffElements(toElements(visible(facts)), toElements(visible(facts))))).toBe(true);
      }),
    );
  });

  test("touches only what changed", () => {
    const before = toElements(visible({ entities: [entity("a"), entity("b")], relations: [relation("a", "b")] }));
    const after = toElements(visible({ entities: [entity("a"), entity("c")], relations: [relation("a", "c")] }));
    const { nodes, edges } = diffElements(before, after);
    expect([nodes.added.map(({ id }) => id), nodes.removed]).toEqual([["c"], ["b"]]);
    expect([edges.added.length, edges.removed.length, edges.changed.length]).toEqual([1, 1, 0]);
  });
});
