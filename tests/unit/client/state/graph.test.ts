import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  EMPTY_GRAPH,
  addElements,
  collapseEntity,
  countNotShown,
  countShown,
  countShownNeighbors,
  expandEntity,
  hideEntities,
  pinEntities,
  placeEntities,
  removeEntities,
  showEntities,
} from "../../../../client/src/state/graph.ts";
import type { Graph } from "../../../../client/src/state/graph.ts";
import type { EntityId } from "../../../../server/contract/index.ts";
import { anyFacts, entity, relation } from "../world.ts";
import type { Facts } from "../world.ts";

const id = (name: string) => name as EntityId;

/** What of the facts lies among these entities. */
function among({ entities, relations }: Facts, names: readonly string[]): Facts {
  return {
    entities: entities.filter((one) => names.includes(one.id)),
    relations: relations.filter(({ from, to }) => names.includes(from) && names.includes(to)),
  };
}

function ids({ entities, relations, hidden, expansions, positions, pinned }: Graph) {
  return {
    entities: [...entities.keys()],
    relations: [...relations.keys()].sort(),
    hidden: [...hidden].sort(),
    expansions: [...expansions.keys()],
    positions: [...positions.keys()],
    pinned: [...pinned],
  };
}

/** Facts, some of them on the canvas, and some of the rest to be added. */
const anyGrowth = anyFacts().chain((facts) => {
  const names = facts.entities.map((one) => one.id);
  return fc.record({
    facts: fc.constant(facts),
    before: fc.subarray(names, { minLength: 1 }),
    hidden: fc.subarray(names),
    added: fc.subarray(names),
  });
});

describe("adding", () => {
  test("leaves out relations without both ends, whatever comes in which order", () => {
    fc.assert(
      fc.property(anyGrowth, ({ facts, before, added }) => {
        const first = addElements(EMPTY_GRAPH, { ...among(facts, before), relations: facts.relations });
        const graph = addElements(first, { ...among(facts, added), relations: facts.relations });
        for (const { from, to } of graph.relations.values()) {
          expect(graph.entities.has(from) && graph.entities.has(to)).toBe(true);
        }
        expect([...graph.relations.keys()].sort()).toEqual(
          among(facts, [...before, ...added])
            .relations.map((one) => one.id)
            .sort(),
        );
      }),
    );
  });

  test("takes the newer version of what is there, and shows again what was hidden", () => {
    const old = hideEntities(addElements(EMPTY_GRAPH, { entities: [entity("a")], relations: [] }), [id("a")]);
    const graph = addElements(old, { entities: [entity("a", "University", { degree: 7 })], relations: [] });
    expect(graph.entities.get(id("a"))?.degree).toBe(7);
    expect(graph.hidden.size).toBe(0);
  });
});

describe("collapsing", () => {
  test("takes away exactly what the expansion added", () => {
    fc.assert(
      fc.property(anyGrowth, ({ facts, before, hidden, added }) => {
        const graph = hideEntities(addElements(EMPTY_GRAPH, among(facts, before)), hidden.map(id));
        const source = id(before[0]!);
        const grown = expandEntity(graph, source, {
          entities: among(facts, added).entities,
          relations: among(facts, [...before, ...added]).relations,
        });
        expect(ids(collapseEntity(grown, source))).toEqual(ids(graph));
      }),
    );
  });

  test("undoes all expansions of an entity, however many there were", () => {
    const graph = addElements(EMPTY_GRAPH, { entities: [entity("hub")], relations: [] });
    const grown = ["a", "b"].reduce(
      (now, leaf) => expandEntity(now, id("hub"), { entities: [entity(leaf)], relations: [relation("hub", leaf)] }),
      graph,
    );
    expect(grown.entities.size).toBe(3);
    expect(ids(collapseEntity(grown, id("hub")))).toEqual(ids(graph));
  });

  test("keeps what another expansion had brought before", () => {
    let graph = addElements(EMPTY_GRAPH, { entities: [entity("a"), entity("b")], relations: [] });
    graph = expandEntity(graph, id("a"), { entities: [entity("x")], relations: [relation("a", "x")] });
    graph = expandEntity(graph, id("b"), { entities: [entity("x"), entity("y")], relations: [relation("b", "x")] });
    const collapsed = collapseEntity(graph, id("b"));
    expect([...collapsed.entities.keys()]).toEqual(["a", "b", "x"]);
    expect([...collapsed.relations.keys()]).toEqual(["a-PARTNERS_WITH-x"]);
  });

  test("does nothing for what was never expanded", () => {
    const graph = addElements(EMPTY_GRAPH, { entities: [entity("a")], relations: [] });
    expect(collapseEntity(graph, id("a"))).toBe(graph);
  });

  test("leaves what the removed entities had brought themselves, and lets it be collapsed later", () => {
    let graph = addElements(EMPTY_GRAPH, { entities: [entity("a")], relations: [] });
    graph = expandEntity(graph, id("a"), { entities: [entity("b")], relations: [relation("a", "b")] });
    graph = expandEntity(graph, id("b"), { entities: [entity("c")], relations: [relation("b", "c")] });
    const without = collapseEntity(graph, id("a"));
    expect([...without.entities.keys()]).toEqual(["a", "c"]);
    expect([...collapseEntity(without, id("b")).entities.keys()]).toEqual(["a"]);
  });
});

describe("hiding, removing, placing and pinning", () => {
  test("showing again what was hidden gives the same graph back", () => {
    fc.assert(
      fc.property(anyGrowth, ({ facts, before, added }) => {
        const graph = addElements(EMPTY_GRAPH, among(facts, before));
        expect(ids(showEntities(hideEntities(graph, added.map(id)), added.map(id)))).toEqual(ids(graph));
      }),
    );
  });

  test("nothing of a removed entity is left", () => {
    fc.assert(
      fc.property(anyGrowth, ({ facts, before, added }) => {
        const full = expandEntity(addElements(EMPTY_GRAPH, among(facts, before)), id(before[0]!), among(facts, added));
        const placed = placeEntities(
          full,
          [...full.entities.keys()].map((one) => [one, { x: 1, y: 2 }]),
        );
        const pinned = hideEntities(pinEntities(placed, full.entities.keys(), true), full.entities.keys());
        const graph = removeEntities(pinned, added.map(id));
        const left = JSON.stringify([
          ids(graph),
          [...graph.expansions.values()].map((one) => [...one.entities, ...one.shown]),
        ]);
        for (const name of added)
          if (!before.includes(name) || name !== before[0]) expect(graph.entities.has(id(name))).toBe(false);
        for (const name of added) if (name !== before[0]) expect(left).not.toContain(`"${name}"`);
      }),
    );
  });

  test("only what is on the canvas has a place or a pin", () => {
    const graph = addElements(EMPTY_GRAPH, { entities: [entity("a")], relations: [] });
    expect([...placeEntities(graph, [[id("b"), { x: 0, y: 0 }]]).positions]).toEqual([]);
    expect([...pinEntities(graph, [id("a"), id("b")], true).pinned]).toEqual(["a"]);
    expect([...pinEntities(pinEntities(graph, [id("a")], true), [id("a")], false).pinned]).toEqual([]);
  });
});

describe("counting what is not shown", () => {
  const graph = addElements(EMPTY_GRAPH, {
    entities: [entity("hub", "Region", { degree: 9 }), entity("a"), entity("b")],
    relations: [relation("hub", "a"), relation("a", "hub", "LOCATED_IN"), relation("hub", "b")],
  });
  const hub = id("hub");

  test("takes the neighbours on the canvas from all of them, whatever joins two of them counting once", () => {
    expect(countShown(graph).get(hub)).toBe(3);
    expect(countShownNeighbors(graph).get(hub)).toBe(2);
    expect(countNotShown(graph, hub, 6, 2)).toBe(4);
  });

  test("counts hidden neighbours as not shown, and nothing while it is not known how many there are", () => {
    expect(countShown(hideEntities(graph, [id("a")])).get(hub)).toBe(1);
    expect(countShownNeighbors(hideEntities(graph, [id("a")])).get(hub)).toBe(1);
    expect(countNotShown(graph, hub, undefined, 2)).toBe(0);
  });
});
