import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { EMPTY_GRAPH, addElements } from "../../../../../client/src/state/graph.ts";
import { contentOf, hasChanges, viewChanges } from "../../../../../client/src/state/kept/view-changes.ts";
import { anyFacts } from "../../world.ts";

describe("what has changed since a view was saved", () => {
  test("is nothing while the graph is the same", () => {
    fc.assert(
      fc.property(anyFacts(), (facts) => {
        const content = contentOf(addElements(EMPTY_GRAPH, facts), "1");
        expect(hasChanges(viewChanges(content, facts))).toBe(false);
      }),
    );
  });

  test("counts each entity and relation that is gone, each that came, and each with another status, once", () => {
    fc.assert(
      fc.property(anyFacts(), fc.infiniteStream(fc.nat(3)), (facts, fates) => {
        const content = contentOf(addElements(EMPTY_GRAPH, facts), "1");
        const fate = () => fates.next().value as number;
        const entities = facts.entities.filter(() => fate() > 0);
        const kept = new Set(entities.map(({ id }) => id));
        const fated = facts.relations.map((one) => ({
          one,
          fate: kept.has(one.from) && kept.has(one.to) ? fate() : 0,
        }));
        const came = entities.slice(0, 1).map(({ id }) => ({
          ...facts.relations[0]!,
          id: "new" as never,
          from: id,
          to: id,
        }));
        const added = facts.relations.length === 0 ? [] : came;
        const relations = [
          ...fated.flatMap(({ one, fate: how }) => {
            if (how === 0) return [];
            const other = one.status === "planned" ? ("existing" as const) : ("planned" as const);
            return [how === 1 ? { ...one, status: other } : one];
          }),
          ...added,
        ];
        expect(viewChanges(content, { entities, relations })).toEqual({
          goneEntities: facts.entities.filter(({ id }) => !kept.has(id)).map(({ name }) => name),
          newRelations: added.length,
          goneRelations: fated.filter(({ fate: how }) => how === 0).length,
          otherStatus: fated.filter(({ fate: how }) => how === 1).length,
        });
      }),
    );
  });
});
