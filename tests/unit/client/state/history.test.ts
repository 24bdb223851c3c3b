import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { EMPTY_GRAPH, addElements, hideEntities, placeEntities } from "../../../../client/src/state/graph.ts";
import type { Graph } from "../../../../client/src/state/graph.ts";
import { createHistory } from "../../../../client/src/state/history.ts";
import type { EntityId } from "../../../../server/contract/index.ts";
import { entity, relation } from "../world.ts";

const about = (kind: "add" | "hide" | "move" = "add") => ({ kind, names: ["某校"], count: 1 });
const withEntity = (graph: Graph, id: string) => addElements(graph, { entities: [entity(id)], relations: [] });

describe("history", () => {
  test("undoing what was done gives the very same graph back, and redoing the later one", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 20 }), (names) => {
        const history = createHistory();
        const graphs = [history.present.value];
        for (const name of names) {
          const next = withEntity(history.present.value, name);
          history.commit(about(), next);
          graphs.push(next);
        }
        for (const graph of graphs.toReversed().slice(1)) {
          history.undo();
          expect(history.present.value).toBe(graph);
        }
        for (const graph of graphs.slice(1)) {
          history.redo();
          expect(history.present.value).toBe(graph);
        }
        expect(history.canRedo.value).toBe(false);
      }),
    );
  });

  test("names each step with what came into sight and what went", () => {
    const history = createHistory();
    const two = addElements(EMPTY_GRAPH, { entities: [entity("a"), entity("b")], relations: [relation("a", "b")] });
    history.commit(about(), two);
    history.commit(about("hide"), hideEntities(two, ["a" as EntityId]));
    expect(history.steps.value.map(({ step }) => [step.kind, step.added, step.removed])).toEqual([
      ["hide", { entities: 0, relations: 0 }, { entities: 1, relations: 1 }],
      ["add", { entities: 2, relations: 1 }, { entities: 0, relations: 0 }],
    ]);
  });

  test("keeps undone steps in the list until the next change", () => {
    const history = createHistory();
    history.commit(about(), withEntity(EMPTY_GRAPH, "a"));
    history.undo();
    expect(history.steps.value.map(({ undone }) => undone)).toEqual([true]);
    history.commit(about(), withEntity(EMPTY_GRAPH, "b"));
    expect(history.steps.value.map(({ undone }) => undone)).toEqual([false]);
    expect(history.canRedo.value).toBe(false);
  });

  test("makes no step of a change that changes nothing", () => {
    const history = createHistory();
    history.commit(about(), history.present.value);
    expect(history.canUndo.value).toBe(false);
  });

  test("goes to any step, and to the start", () => {
    const history = createHistory();
    for (const name of ["a", "b", "c"]) history.commit(about(), withEntity(history.present.value, name));
    const first = history.steps.value.at(-1)!.step;
    history.goTo(first);
    expect([...history.present.value.entities.keys()]).toEqual(["a"]);
    expect(history.current.value).toEqual(first);
    history.goTo(undefined);
    expect(history.present.value).toBe(EMPTY_GRAPH);
  });

  test("stands still at both ends", () => {
    const history = createHistory();
    history.undo();
    history.redo();
    expect(history.present.value).toBe(EMPTY_GRAPH);
  });

  test("takes on positions without a step", () => {
    const history = createHistory();
    history.commit(about(), withEntity(EMPTY_GRAPH, "a"));
    history.amend(placeEntities(history.present.value, [["a" as EntityId, { x: 1, y: 2 }]]));
    expect(history.steps.value).toHaveLength(1);
    history.undo();
    history.redo();
    expect(history.present.value.positions.get("a" as EntityId)).toEqual({ x: 1, y: 2 });
  });

  test("forgets the oldest steps and can still undo the last hundred", () => {
    const history = createHistory();
    for (let at = 0; at < 130; at += 1) history.commit(about(), withEntity(history.present.value, `n${at}`));
    expect(history.steps.value).toHaveLength(100);
    for (let at = 0; at < 200; at += 1) history.undo();
    expect(history.present.value.entities.size).toBe(30);
    expect(history.current.value).toBeUndefined();
  });
});
