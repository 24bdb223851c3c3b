import { signal } from "@preact/signals-core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { NO_FILTERS, createFilters, filterGraph } from "../../../../client/src/state/filters.ts";
import type { FilterValues } from "../../../../client/src/state/filters.ts";
import { EMPTY_GRAPH, addElements, hideEntities, placeEntities } from "../../../../client/src/state/graph.ts";
import { ENTITY_TYPE_NAMES, RELATION_TYPE_NAMES } from "../../../../server/contract/ontology.ts";
import type { DocumentId, EntityId, RelationId, RelationStatus } from "../../../../server/contract/index.ts";
import { anyFacts, entity, relation } from "../world.ts";

const graph = addElements(EMPTY_GRAPH, {
  entities: [entity("浙大"), entity("绍兴", "Region"), entity("天姥", "Laboratory")],
  relations: [
    relation("浙大", "绍兴"),
    relation("天姥", "浙大", "CO_BUILT_WITH", { status: "planned" }),
    relation("天姥", "绍兴", "LOCATED_IN"),
  ],
});

function start() {
  const present = signal(graph);
  const filters = createFilters(present);
  const shown = () => ({
    entities: [...filters.visible.value.entities.keys()],
    relations: [...filters.visible.value.relations.values()].map(({ type }) => type),
  });
  return { present, filters, shown };
}

describe("filters", () => {
  test("show no relation without both its ends", () => {
    fc.assert(
      fc.property(
        anyFacts(),
        fc.subarray([...ENTITY_TYPE_NAMES]),
        fc.subarray([...RELATION_TYPE_NAMES]),
        fc.constantFrom("all", "existing", "planned"),
        (facts, entityTypes, relationTypes, status) => {
          const visible = filterGraph(addElements(EMPTY_GRAPH, facts), {
            ...NO_FILTERS,
            entityTypesOff: new Set(entityTypes),
            relationTypesOff: new Set(relationTypes),
            status: status as "all",
          });
          for (const one of visible.relations.values()) {
            expect(visible.entities.has(one.from) && visible.entities.has(one.to)).toBe(true);
            expect(relationTypes).not.toContain(one.type);
            if (status !== "all") expect(one.status).toBe(status);
          }
          for (const one of visible.entities.values()) expect(entityTypes).not.toContain(one.type);
        },
      ),
    );
  });

  test("leave a type out and take it in again", () => {
    const { filters, shown } = start();
    filters.toggleEntityType("Region");
    expect(shown()).toEqual({ entities: ["浙大", "天姥"], relations: ["CO_BUILT_WITH"] });
    filters.toggleEntityType("Region");
    expect(shown().entities).toHaveLength(3);
    expect(filters.isFiltering.value).toBe(false);
  });

  test("show one type alone, and all again when it is alone already", () => {
    const { filters, shown } = start();
    filters.onlyRelationType("LOCATED_IN");
    expect(shown().relations).toEqual(["LOCATED_IN"]);
    filters.onlyRelationType("LOCATED_IN");
    expect(shown().relations).toHaveLength(3);
    filters.onlyEntityType("Laboratory");
    expect(shown().entities).toEqual(["天姥"]);
  });

  test("keep existing apart from planned", () => {
    const { filters, shown } = start();
    filters.setStatus("planned");
    expect(shown().relations).toEqual(["CO_BUILT_WITH"]);
    filters.reset();
    expect(filters.values.value).toEqual(NO_FILTERS);
  });

  test("look at claims: a relation is in sight, and as existing, as those of its claims that pass", () => {
    const said = (status: RelationStatus, date: string | null, document = "report") => ({
      status,
      date,
      document: document as DocumentId,
      isInField: false,
    });
    const [partners, built, located] = [...graph.relations.keys()] as [RelationId, RelationId, RelationId];
    const claims = new Map([
      [partners, [said("planned", "2021-05"), said("existing", "2023", "plan")]],
      [built, [said("planned", null)]],
      [located, [said("existing", "2019")]],
    ]);
    const shown = (values: Partial<FilterValues>) => {
      const { entities, relations } = filterGraph(graph, { ...NO_FILTERS, ...values }, claims);
      return {
        entities: [...entities.keys()],
        relations: [...relations.values()].map(({ id, status }) => [id, status]),
      };
    };
    expect(shown({ fromYear: 2020, toYear: 2022 })).toEqual({
      entities: ["浙大", "绍兴"],
      relations: [[partners, "planned"]],
    });
    expect(shown({ fromYear: 2020, status: "existing" }).relations).toEqual([[partners, "existing"]]);
    expect(shown({ documents: ["plan" as DocumentId] }).relations).toEqual([[partners, "existing"]]);
    expect(shown({ toYear: 2022 }).relations).toEqual([
      [partners, "planned"],
      [located, "existing"],
    ]);
    // What is not known yet stays until it is.
    expect(filterGraph(graph, { ...NO_FILTERS, fromYear: 2030 }).relations.size).toBe(3);
  });

  test("count what is on the canvas whatever is filtered, but not what is hidden", () => {
    const { present, filters } = start();
    filters.toggleEntityType("Region");
    expect(filters.counts.value.entities.get("Region")).toBe(1);
    expect(filters.counts.value).toMatchObject({ existing: 2, planned: 1 });
    present.value = hideEntities(graph, ["绍兴" as EntityId]);
    expect(filters.counts.value.entities.get("Region")).toBeUndefined();
    expect(filters.counts.value).toMatchObject({ existing: 0, planned: 1 });
  });

  test("see no change when something has only moved", () => {
    const { present, filters } = start();
    const before = filters.visible.value;
    present.value = placeEntities(graph, [["浙大" as EntityId, { x: 1, y: 1 }]]);
    expect(filters.visible.value).toBe(before);
  });
});
