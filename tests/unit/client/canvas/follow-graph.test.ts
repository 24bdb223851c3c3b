import { computed, signal } from "@preact/signals-core";
import cytoscape from "cytoscape";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";

import { followGraph } from "../../../../client/src/canvas/follow-graph.ts";
import { stylesheet } from "../../../../client/src/canvas/stylesheet.ts";
import { PLAIN_TOKENS } from "../../../../client/src/canvas/tokens.ts";
import { arrange } from "../../../../client/src/layout/arrange.ts";
import type { Arrange } from "../../../../client/src/layout/arrange.ts";
import { NO_FILTERS, filterGraph } from "../../../../client/src/state/filters.ts";
import {
  EMPTY_GRAPH,
  addElements,
  hideEntities,
  placeEntities,
  removeEntities,
} from "../../../../client/src/state/graph.ts";
import type { Graph, Position } from "../../../../client/src/state/graph.ts";
import type { EntityId } from "../../../../server/contract/index.ts";
import { anyFacts, entity, relation } from "../world.ts";
import type { Facts } from "../world.ts";

const open: Disposable[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one[Symbol.dispose]();
});

/** A canvas without a page on a graph that keeps the places it is told. */
function start(options: { arrange?: Arrange } = {}) {
  const graph = signal<Graph>(EMPTY_GRAPH);
  const failures: unknown[] = [];
  const firsts: Position[][] = [];
  const cy = cytoscape({ headless: true, styleEnabled: true, style: stylesheet(PLAIN_TOKENS) });
  const follower = followGraph({
    cy,
    graph,
    visible: computed(() => filterGraph(graph.value, NO_FILTERS)),
    drawsLines: true,
    arrange: options.arrange ?? (async (request) => arrange(request)),
    onPlaced: (positions) => {
      graph.value = placeEntities(graph.value, positions);
    },
    onArranged: (_layout, positions) => {
      graph.value = placeEntities(graph.value, positions);
    },
    onFailed: (error) => failures.push(error),
    aspect: () => 1.3,
    animates: () => false,
    onFirst: (places) => firsts.push([...places]),
    scale: () => 1,
    nextFrame: (go) => {
      const frame = setImmediate(go);
      return () => clearImmediate(frame);
    },
    centre: () => null,
  });
  open.push(follower);
  const show = async (facts: Facts) => {
    graph.value = addElements(graph.value, facts);
    await follower.settled();
  };
  const places = () => Object.fromEntries(cy.nodes().map((node) => [node.id(), { ...node.position() }]));
  return { graph, cy, follower, show, places, failures, firsts };
}

const small: Facts = {
  entities: [entity("浙江大学"), entity("绍兴市", "Region", { level: "city" })],
  relations: [relation("浙江大学", "绍兴市", "PARTNERS_WITH", { status: "planned" })],
};

describe("the canvas", () => {
  test("draws what is in sight, each thing with its type", async () => {
    const { cy, show } = start();
    await show(small);
    expect(cy.nodes().map((node) => [node.id(), node.classes()])).toEqual([
      ["浙江大学", ["University"]],
      ["绍兴市", ["Region"]],
    ]);
    expect(cy.edges().map((edge) => edge.classes().toSorted())).toEqual([["PARTNERS_WITH", "planned"]]);
    expect(Number(cy.edges()[0]!.style("opacity"))).toBeLessThan(1);
  });

  test("tells where a layout put what had no place", async () => {
    const { graph, show, places } = start();
    await show(small);
    expect(Object.fromEntries(graph.value.positions)).toEqual(places());
  });

  test("never moves what is placed when more comes, and lays out all of it", async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts(14), fc.integer({ min: 1, max: 13 }), async (facts, cut) => {
        const { show, places, cy } = start();
        const first = facts.entities.slice(0, cut);
        await show({ entities: first, relations: facts.relations });
        const before = places();
        await show(facts);
        const after = places();
        for (const { id } of first) expect(after[id]).toEqual(before[id]);
        expect(cy.nodes()).toHaveLength(facts.entities.length);
        cy.destroy();
      }),
      { numRuns: 40 },
    );
  });

  test("brings things back exactly where they were when a change is undone", async () => {
    const { graph, show, places, follower } = start();
    await show(small);
    const before = graph.value;
    const shown = places();
    graph.value = removeEntities(before, ["绍兴市" as EntityId]);
    await follower.settled();
    expect(Object.keys(places())).toEqual(["浙江大学"]);
    graph.value = before;
    await follower.settled();
    expect(places()).toEqual(shown);
  });

  test("moves a node whose place was changed by undo", async () => {
    const { graph, show, places, follower } = start();
    await show(small);
    graph.value = placeEntities(graph.value, [["浙江大学" as EntityId, { x: 500, y: -70 }]]);
    await follower.settled();
    expect(places()["浙江大学"]).toEqual({ x: 500, y: -70 });
  });

  test("tells where the first ones will be before they are there, and only then", async () => {
    const { show, places, firsts } = start();
    await show(small);
    const first = Object.values(places());
    await show({ entities: [entity("新昌县")], relations: [] });
    expect(firsts).toEqual([first]);
  });

  test("brings two thousand in one by one frames, and all of them", async () => {
    const { cy, show, follower } = start();
    const many = Array.from({ length: 2_000 }, (_, at) => entity(`院所${at}`));
    await show({ entities: many, relations: [] });
    expect(cy.nodes()).toHaveLength(2_000);
    expect(follower.elements.value.nodes.size).toBe(2_000);
  });

  test("follows what changes while much is still coming", async () => {
    const { graph, cy, follower } = start();
    const many = Array.from({ length: 1_500 }, (_, at) => entity(`院所${at}`));
    graph.value = placeEntities(
      addElements(graph.value, { entities: many, relations: [] }),
      many.map(({ id }, at) => [id, { x: at * 50, y: 0 }]),
    );
    graph.value = removeEntities(
      graph.value,
      many.slice(10).map(({ id }) => id),
    );
    await follower.settled();
    expect(cy.nodes().map((node) => node.id())).toEqual(many.slice(0, 10).map(({ id }) => id));
  });

  test("keeps the same element for an entity that stays", async () => {
    const { graph, cy, show, follower } = start();
    await show(small);
    const before = cy.getElementById("浙江大学")[0];
    graph.value = hideEntities(graph.value, ["绍兴市" as EntityId]);
    await show({ entities: [entity("新昌县")], relations: [] });
    await follower.settled();
    expect(cy.getElementById("浙江大学")[0]).toBe(before);
  });

  test("gives up a layout when the graph changes under it, and places everything in the end", async () => {
    const started: AbortSignal[] = [];
    const answers: (() => void)[] = [];
    const { graph, cy, follower } = start({
      arrange: (request, abort) => {
        started.push(abort!);
        return new Promise((resolve) => answers.push(() => resolve(arrange(request))));
      },
    });
    graph.value = addElements(graph.value, small);
    await expect.poll(() => started).toHaveLength(1);
    graph.value = addElements(graph.value, { entities: [entity("新昌县")], relations: [] });
    await expect.poll(() => started).toHaveLength(2);
    expect(started.map(({ aborted }) => aborted)).toEqual([true, false]);
    for (const answer of answers) answer();
    await follower.settled();
    expect(cy.nodes()).toHaveLength(3);
  });

  test("says that a layout failed, and is settled", async () => {
    const error = new Error("out of memory");
    const { graph, follower, failures } = start({ arrange: () => Promise.reject(error) });
    graph.value = addElements(graph.value, small);
    await follower.settled();
    expect(failures).toEqual([error]);
  });

  test("lays everything out anew, but leaves what is pinned", async () => {
    const { graph, show, places, follower } = start();
    await show(small);
    const pinned = "浙江大学" as EntityId;
    graph.value = { ...placeEntities(graph.value, [[pinned, { x: 900, y: 900 }]]), pinned: new Set([pinned]) };
    await follower.arrange("concentric");
    await follower.settled();
    expect(places()[pinned]).toEqual({ x: 900, y: 900 });
  });
});
