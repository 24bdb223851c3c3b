/**
 * What of the graph is in sight: types, relation types and status that are
 * left out by the legend, and what was hidden by hand. Filtering is not a step:
 * it is undone where it was done.
 */
import { batch, computed, signal } from "@preact/signals-core";
import type { ReadonlySignal } from "@preact/signals-core";

import type {
  Entity,
  EntityId,
  EntityType,
  Relation,
  RelationId,
  RelationStatus,
  RelationType,
} from "../../../server/contract/index.ts";
import { ENTITY_TYPE_NAMES, RELATION_TYPE_NAMES } from "../../../server/contract/ontology.ts";
import type { Graph } from "./graph.ts";

export type StatusFilter = "all" | RelationStatus;

/** Entities and relations that are in sight. Both ends of each relation are. */
export interface VisibleGraph {
  readonly entities: ReadonlyMap<EntityId, Entity>;
  readonly relations: ReadonlyMap<RelationId, Relation>;
}

export interface FilterValues {
  readonly entityTypesOff: ReadonlySet<EntityType>;
  readonly relationTypesOff: ReadonlySet<RelationType>;
  readonly status: StatusFilter;
}

export const NO_FILTERS: FilterValues = { entityTypesOff: new Set(), relationTypesOff: new Set(), status: "all" };

/** What is on the canvas by type and status, whatever the filters, for the legend. */
export interface CanvasCounts {
  readonly entities: ReadonlyMap<EntityType, number>;
  readonly relations: ReadonlyMap<RelationType, number>;
  readonly existing: number;
  readonly planned: number;
}

export interface Filters {
  readonly values: ReadonlySignal<FilterValues>;
  readonly isFiltering: ReadonlySignal<boolean>;
  readonly visible: ReadonlySignal<VisibleGraph>;
  readonly counts: ReadonlySignal<CanvasCounts>;
  toggleEntityType(type: EntityType): void;
  /** Shows this type alone; where it is alone already, shows all. */
  onlyEntityType(type: EntityType): void;
  toggleRelationType(type: RelationType): void;
  onlyRelationType(type: RelationType): void;
  setStatus(status: StatusFilter): void;
  set(values: FilterValues): void;
  reset(): void;
}

export function createFilters(graph: ReadonlySignal<Graph>): Filters {
  const entityTypesOff = signal<ReadonlySet<EntityType>>(new Set());
  const relationTypesOff = signal<ReadonlySet<RelationType>>(new Set());
  const status = signal<StatusFilter>("all");

  const values = computed<FilterValues>(() => ({
    entityTypesOff: entityTypesOff.value,
    relationTypesOff: relationTypesOff.value,
    status: status.value,
  }));
  // Positions and pins change without anything coming into or going out of sight; the four below do not.
  const entities = computed(() => graph.value.entities);
  const relations = computed(() => graph.value.relations);
  const hidden = computed(() => graph.value.hidden);

  const set = (next: FilterValues) =>
    batch(() => {
      entityTypesOff.value = next.entityTypesOff;
      relationTypesOff.value = next.relationTypesOff;
      status.value = next.status;
    });

  return {
    values,
    isFiltering: computed(
      () => entityTypesOff.value.size > 0 || relationTypesOff.value.size > 0 || status.value !== "all",
    ),
    visible: computed(() =>
      filterGraph({ entities: entities.value, relations: relations.value, hidden: hidden.value }, values.value),
    ),
    counts: computed(() => countByType({ entities: entities.value, relations: relations.value, hidden: hidden.value })),
    toggleEntityType(type) {
      entityTypesOff.value = toggled(entityTypesOff.peek(), type);
    },
    onlyEntityType(type) {
      entityTypesOff.value = only(entityTypesOff.peek(), type, ENTITY_TYPE_NAMES);
    },
    toggleRelationType(type) {
      relationTypesOff.value = toggled(relationTypesOff.peek(), type);
    },
    onlyRelationType(type) {
      relationTypesOff.value = only(relationTypesOff.peek(), type, RELATION_TYPE_NAMES);
    },
    setStatus(next) {
      status.value = next;
    },
    set,
    reset: () => set(NO_FILTERS),
  };
}

type Shown = Pick<Graph, "entities" | "relations" | "hidden">;

export function filterGraph(graph: Shown, values: FilterValues): VisibleGraph {
  const entities = new Map(
    [...graph.entities].filter(([id, { type }]) => !graph.hidden.has(id) && !values.entityTypesOff.has(type)),
  );
  const relations = new Map(
    [...graph.relations].filter(
      ([, { type, status, from, to }]) =>
        !values.relationTypesOff.has(type) &&
        (values.status === "all" || values.status === status) &&
        entities.has(from) &&
        entities.has(to),
    ),
  );
  return { entities, relations };
}

function countByType(graph: Shown): CanvasCounts {
  const shown = filterGraph(graph, NO_FILTERS);
  const entities = new Map<EntityType, number>();
  for (const { type } of shown.entities.values()) entities.set(type, (entities.get(type) ?? 0) + 1);
  const relations = new Map<RelationType, number>();
  let planned = 0;
  for (const { type, status } of shown.relations.values()) {
    relations.set(type, (relations.get(type) ?? 0) + 1);
    if (status === "planned") planned += 1;
  }
  return { entities, relations, planned, existing: shown.relations.size - planned };
}

function toggled<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}

function only<T>(off: ReadonlySet<T>, item: T, all: readonly T[]): ReadonlySet<T> {
  const isAlone = !off.has(item) && off.size === all.length - 1;
  return isAlone ? new Set() : new Set(all.filter((other) => other !== item));
}
