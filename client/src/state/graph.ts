/**
 * What is on the canvas, as one immutable value. Every change is a pure
 * producer from one graph to the next, so undo is a reference to an old one.
 *
 * The canvas owns where things are while they move; a graph holds where they
 * came to rest, so that undo and links bring them back exactly there.
 */
import type { Entity, EntityId, Relation, RelationId } from "../../../server/contract/index.ts";

export interface Position {
  readonly x: number;
  readonly y: number;
}

/** What expanding one entity put on the canvas that was not there before. */
export interface Expansion {
  readonly entities: ReadonlySet<EntityId>;
  readonly relations: ReadonlySet<RelationId>;
  /** What had been hidden by hand and was shown again. */
  readonly shown: ReadonlySet<EntityId>;
}

export interface Graph {
  /** In the order they came. */
  readonly entities: ReadonlyMap<EntityId, Entity>;
  /** Both ends of each are in `entities`. */
  readonly relations: ReadonlyMap<RelationId, Relation>;
  /** Left out of sight by hand; still in `entities`, so showing one again costs no request. */
  readonly hidden: ReadonlySet<EntityId>;
  /** By the entity that was expanded, which need not be on the canvas any more. */
  readonly expansions: ReadonlyMap<EntityId, Expansion>;
  /** Entities without one have not been laid out yet. */
  readonly positions: ReadonlyMap<EntityId, Position>;
  /** Kept in place by every layout. */
  readonly pinned: ReadonlySet<EntityId>;
}

export const EMPTY_GRAPH: Graph = {
  entities: new Map(),
  relations: new Map(),
  hidden: new Set(),
  expansions: new Map(),
  positions: new Map(),
  pinned: new Set(),
};

export interface Elements {
  readonly entities: Iterable<Entity>;
  readonly relations: Iterable<Relation>;
}

/**
 * Adds what is not there yet and takes newer versions of what is; an entity
 * that was hidden is shown again. Relations without both ends are left out.
 */
export function addElements(graph: Graph, { entities, relations }: Elements): Graph {
  const added = [...entities];
  const nextEntities = new Map(graph.entities);
  for (const entity of added) nextEntities.set(entity.id, entity);
  const nextRelations = new Map(graph.relations);
  for (const relation of relations) {
    if (nextEntities.has(relation.from) && nextEntities.has(relation.to)) nextRelations.set(relation.id, relation);
  }
  return {
    ...graph,
    entities: nextEntities,
    relations: nextRelations,
    hidden: without(
      graph.hidden,
      added.map((entity) => entity.id),
    ),
  };
}

/** Adds what expanding `source` found, and remembers what of it is new. A second expansion adds to the first. */
export function expandEntity(graph: Graph, source: EntityId, elements: Elements): Graph {
  const next = addElements(graph, elements);
  const before = graph.expansions.get(source);
  const expansion: Expansion = {
    entities: new Set([...(before?.entities ?? []), ...newKeys(graph.entities, next.entities)]),
    relations: new Set([...(before?.relations ?? []), ...newKeys(graph.relations, next.relations)]),
    shown: new Set([...(before?.shown ?? []), ...graph.hidden].filter((id) => !next.hidden.has(id))),
  };
  if (isEmpty(expansion)) return next;
  return { ...next, expansions: new Map(next.expansions).set(source, expansion) };
}

/**
 * Takes away exactly what expanding `source` added and is still there. What
 * other expansions had already brought stays.
 */
export function collapseEntity(graph: Graph, source: EntityId): Graph {
  const expansion = graph.expansions.get(source);
  if (expansion === undefined) return graph;
  const expansions = new Map(graph.expansions);
  expansions.delete(source);
  const relations = new Map([...graph.relations].filter(([id]) => !expansion.relations.has(id)));
  return hideEntities(removeEntities({ ...graph, relations, expansions }, expansion.entities), expansion.shown);
}

/** Takes entities off the canvas, with every relation that touches them. */
export function removeEntities(graph: Graph, ids: Iterable<EntityId>): Graph {
  const removed = new Set([...ids].filter((id) => graph.entities.has(id)));
  if (removed.size === 0) return graph;
  const kept = <K>(id: K) => !(removed as ReadonlySet<unknown>).has(id);
  const entities = new Map([...graph.entities].filter(([id]) => kept(id)));
  const relations = new Map([...graph.relations].filter(([, { from, to }]) => kept(from) && kept(to)));
  return {
    entities,
    relations,
    hidden: without(graph.hidden, removed),
    expansions: pruneExpansions(graph.expansions, entities, relations),
    positions: new Map([...graph.positions].filter(([id]) => kept(id))),
    pinned: without(graph.pinned, removed),
  };
}

export function hideEntities(graph: Graph, ids: Iterable<EntityId>): Graph {
  const present = [...ids].filter((id) => graph.entities.has(id));
  return present.length === 0 ? graph : { ...graph, hidden: new Set([...graph.hidden, ...present]) };
}

export function showEntities(graph: Graph, ids: Iterable<EntityId>): Graph {
  return { ...graph, hidden: without(graph.hidden, ids) };
}

/** Positions of entities that are not on the canvas (any more) are dropped. */
export function placeEntities(graph: Graph, positions: Iterable<readonly [EntityId, Position]>): Graph {
  const next = new Map(graph.positions);
  for (const [id, position] of positions) if (graph.entities.has(id)) next.set(id, position);
  return { ...graph, positions: next };
}

export function pinEntities(graph: Graph, ids: Iterable<EntityId>, pinned: boolean): Graph {
  const present = [...ids].filter((id) => graph.entities.has(id));
  return { ...graph, pinned: pinned ? new Set([...graph.pinned, ...present]) : without(graph.pinned, present) };
}

/**
 * Neighbours of the whole graph that this canvas does not show at an entity: the badge "+118".
 * @param neighbors in the whole graph; 0 is counted while it is not known
 */
export function countNotShown(graph: Graph, id: EntityId, neighbors: number | undefined, shown: number): number {
  return graph.hidden.has(id) ? 0 : Math.max(0, (neighbors ?? 0) - shown);
}

/** Number of neighbours on the canvas by entity, each once; hidden ones do not count. */
export function countShownNeighbors(graph: Graph): ReadonlyMap<EntityId, number> {
  const around = new Map<EntityId, Set<EntityId>>();
  const join = (id: EntityId, other: EntityId) => {
    const others = around.get(id);
    if (others === undefined) around.set(id, new Set([other]));
    else others.add(other);
  };
  for (const { from, to } of graph.relations.values()) {
    if (graph.hidden.has(from) || graph.hidden.has(to)) continue;
    join(from, to);
    join(to, from);
  }
  return new Map([...around].map(([id, others]) => [id, others.size]));
}

/** Number of relations on the canvas by entity; those to a hidden entity do not count. */
export function countShown(graph: Graph): ReadonlyMap<EntityId, number> {
  const shown = new Map<EntityId, number>();
  for (const { from, to } of graph.relations.values()) {
    if (graph.hidden.has(from) || graph.hidden.has(to)) continue;
    shown.set(from, (shown.get(from) ?? 0) + 1);
    if (to !== from) shown.set(to, (shown.get(to) ?? 0) + 1);
  }
  return shown;
}

function pruneExpansions(
  expansions: Graph["expansions"],
  entities: Graph["entities"],
  relations: Graph["relations"],
): Graph["expansions"] {
  const pruned = new Map<EntityId, Expansion>();
  for (const [source, expansion] of expansions) {
    const next: Expansion = {
      entities: new Set([...expansion.entities].filter((id) => entities.has(id))),
      relations: new Set([...expansion.relations].filter((id) => relations.has(id))),
      shown: new Set([...expansion.shown].filter((id) => entities.has(id))),
    };
    if (!isEmpty(next)) pruned.set(source, next);
  }
  return pruned;
}

function isEmpty({ entities, relations, shown }: Expansion): boolean {
  return entities.size + relations.size + shown.size === 0;
}

function newKeys<K, V>(before: ReadonlyMap<K, V>, after: ReadonlyMap<K, V>): K[] {
  return [...after.keys()].filter((key) => !before.has(key));
}

function without<T>(set: ReadonlySet<T>, removed: Iterable<T>): ReadonlySet<T> {
  if (set.size === 0) return set;
  const next = new Set(set);
  for (const item of removed) next.delete(item);
  return next.size === set.size ? set : next;
}
