/**
 * The filters that all views share, and what of the canvas is in sight under
 * them: types and status by the legend, years, documents and fields by the
 * claims behind each relation, and what was hidden by hand. Filtering is not a
 * step: it is undone where it was done.
 */
import { computed, signal } from "@preact/signals-core";
import type { ReadonlySignal } from "@preact/signals-core";

import { NO_CLAIM_FILTER, looksAtClaims, statusWithin } from "../../../server/contract/claim-filter.ts";
import type { ClaimFilter, FilteredClaim } from "../../../server/contract/claim-filter.ts";
import type {
  DocumentId,
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
  /** Both included; null leaves that end open. */
  readonly fromYear: number | null;
  readonly toYear: number | null;
  readonly documents: readonly DocumentId[];
  readonly fields: readonly EntityId[];
}

export const NO_FILTERS: FilterValues = {
  entityTypesOff: new Set(),
  relationTypesOff: new Set(),
  status: "all",
  fromYear: null,
  toYear: null,
  documents: [],
  fields: [],
};

/** By relation; a relation that is not in it is not known yet. */
export type KnownClaims = ReadonlyMap<RelationId, readonly FilteredClaim[]>;

/** What is on the canvas by type and status, whatever the filters, for the legend. */
export interface CanvasCounts {
  readonly entities: ReadonlyMap<EntityType, number>;
  readonly relations: ReadonlyMap<RelationType, number>;
  readonly existing: number;
  readonly planned: number;
}

export interface Filters {
  readonly values: ReadonlySignal<FilterValues>;
  /** The part that looks at claims, as the server takes it. */
  readonly claimFilter: ReadonlySignal<ClaimFilter>;
  readonly isFiltering: ReadonlySignal<boolean>;
  readonly visible: ReadonlySignal<VisibleGraph>;
  readonly counts: ReadonlySignal<CanvasCounts>;
  toggleEntityType(type: EntityType): void;
  /** Shows this type alone; where it is alone already, shows all. */
  onlyEntityType(type: EntityType): void;
  toggleRelationType(type: RelationType): void;
  onlyRelationType(type: RelationType): void;
  setStatus(status: StatusFilter): void;
  setYears(from: number | null, to: number | null): void;
  setDocuments(ids: readonly DocumentId[]): void;
  setFields(ids: readonly EntityId[]): void;
  set(values: FilterValues): void;
  reset(): void;
}

const NOTHING_KNOWN: ReadonlySignal<KnownClaims> = signal(new Map());

/** @param claims of the relations of `graph`; needed only while the filter looks at claims */
export function createFilters(
  graph: ReadonlySignal<Graph>,
  claims: ReadonlySignal<KnownClaims> = NOTHING_KNOWN,
): Filters {
  const values = signal<FilterValues>(NO_FILTERS);
  const change = (next: Partial<FilterValues>) => {
    values.value = { ...values.peek(), ...next };
  };
  // Positions and pins change without anything coming into or going out of sight; these do not.
  const entities = computed(() => graph.value.entities);
  const relations = computed(() => graph.value.relations);
  const hidden = computed(() => graph.value.hidden);
  const shown = computed(() => ({ entities: entities.value, relations: relations.value, hidden: hidden.value }));

  return {
    values,
    claimFilter: computed(() => toClaimFilter(values.value)),
    isFiltering: computed(() => isFiltering(values.value)),
    visible: computed(() => filterGraph(shown.value, values.value, claims.value)),
    counts: computed(() => countByType(shown.value)),
    toggleEntityType: (type) => change({ entityTypesOff: toggled(values.peek().entityTypesOff, type) }),
    onlyEntityType: (type) => change({ entityTypesOff: only(values.peek().entityTypesOff, type, ENTITY_TYPE_NAMES) }),
    toggleRelationType: (type) => change({ relationTypesOff: toggled(values.peek().relationTypesOff, type) }),
    onlyRelationType: (type) =>
      change({ relationTypesOff: only(values.peek().relationTypesOff, type, RELATION_TYPE_NAMES) }),
    setStatus: (status) => change({ status }),
    setYears: (fromYear, toYear) => change({ fromYear, toYear }),
    setDocuments: (documents) => change({ documents }),
    setFields: (fields) => change({ fields }),
    set(next) {
      values.value = next;
    },
    reset() {
      values.value = NO_FILTERS;
    },
  };
}

function isFiltering(values: FilterValues): boolean {
  const { entityTypesOff, relationTypesOff, status } = values;
  return (
    entityTypesOff.size > 0 || relationTypesOff.size > 0 || status !== "all" || looksAtClaims(toClaimFilter(values))
  );
}

export function toClaimFilter({ status, fromYear, toYear, documents, fields }: FilterValues): ClaimFilter {
  return { ...NO_CLAIM_FILTER, status: status === "all" ? null : status, fromYear, toYear, documents, fields };
}

type Shown = Pick<Graph, "entities" | "relations" | "hidden">;

/**
 * A relation whose claims are not known yet stays in sight: it goes when they
 * are. Under a filter of claims an entity goes with the last of its relations.
 */
export function filterGraph(graph: Shown, values: FilterValues, claims: KnownClaims = new Map()): VisibleGraph {
  const filter = toClaimFilter(values);
  const byClaims = looksAtClaims(filter);
  const entities = new Map(
    [...graph.entities].filter(([id, { type }]) => !graph.hidden.has(id) && !values.entityTypesOff.has(type)),
  );
  const relations = new Map<RelationId, Relation>();
  const left = new Set<EntityId>();
  for (const [id, relation] of graph.relations) {
    const { type, from, to } = relation;
    if (values.relationTypesOff.has(type) || !entities.has(from) || !entities.has(to)) continue;
    const status = byClaims && claims.has(id) ? statusWithin(claims.get(id)!, filter) : statusOf(relation, filter);
    if (status === undefined) {
      left.add(from).add(to);
    } else {
      relations.set(id, status === relation.status ? relation : { ...relation, status });
    }
  }
  if (byClaims) {
    for (const { from, to } of relations.values()) {
      left.delete(from);
      left.delete(to);
    }
    for (const id of left) entities.delete(id);
  }
  return { entities, relations };
}

function statusOf({ status }: Relation, filter: ClaimFilter): RelationStatus | undefined {
  return filter.status === null || filter.status === status ? status : undefined;
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
