/**
 * The nodes and edges that a graph in sight is drawn with. Relations between
 * the same two entities are drawn as one line a kind; where there are more
 * than two kinds, as one line for all.
 */
import type { Entity, EntityId, Relation, RelationType } from "../../../server/contract/index.ts";
import { RELATION_TYPE_NAMES } from "../../../server/contract/ontology.ts";
import type { VisibleGraph } from "../state/filters.ts";

export interface NodeElement {
  readonly id: EntityId;
  readonly entity: Entity;
  /** In the canvas's units, by the number of relations in the whole graph: it never changes on expansion. */
  readonly radius: number;
}

export interface EdgeElement {
  readonly id: string;
  readonly source: EntityId;
  readonly target: EntityId;
  /** The kind it is drawn as: of several, the heaviest. */
  readonly type: RelationType;
  /** Best supported first; the first is what a click selects. */
  readonly relations: readonly Relation[];
  /** Whether all of them are plans. */
  readonly isPlanned: boolean;
  /** Which way it bows apart from another kind between the same two: 0 for straight. */
  readonly bow: -1 | 0 | 1;
}

export interface CanvasElements {
  readonly nodes: ReadonlyMap<string, NodeElement>;
  readonly edges: ReadonlyMap<string, EdgeElement>;
}

export const NO_ELEMENTS: CanvasElements = { nodes: new Map(), edges: new Map() };

const MAX_RADIUS = 28;
const MIN_REGION_RADIUS = 13;

export function nodeRadius({ type, degree }: Pick<Entity, "type" | "degree">): number {
  const radius = Math.min(MAX_RADIUS, 8 + 7.6 * Math.log10(1 + degree));
  return type === "Region" ? Math.max(MIN_REGION_RADIUS, radius) : radius;
}

export function toElements({ entities, relations }: VisibleGraph): CanvasElements {
  const nodes = new Map<string, NodeElement>();
  for (const entity of entities.values()) {
    nodes.set(entity.id, { id: entity.id, entity, radius: nodeRadius(entity) });
  }
  const edges = new Map<string, EdgeElement>();
  for (const [pair, between] of groupByPair(relations.values())) {
    for (const edge of toEdges(pair, between)) edges.set(edge.id, edge);
  }
  return { nodes, edges };
}

function groupByPair(relations: Iterable<Relation>): Map<string, Relation[]> {
  const pairs = new Map<string, Relation[]>();
  for (const relation of relations) {
    const { from, to } = relation;
    const pair = from < to ? `${from}\n${to}` : `${to}\n${from}`;
    const others = pairs.get(pair);
    if (others === undefined) pairs.set(pair, [relation]);
    else others.push(relation);
  }
  return pairs;
}

function toEdges(pair: string, between: readonly Relation[]): readonly EdgeElement[] {
  // Nearly all pairs, and there are thousands.
  if (between.length === 1) return [toEdge(pair, between, 0, between[0]!.type)];
  const kinds = RELATION_TYPE_NAMES.filter((type) => between.some((relation) => relation.type === type));
  if (kinds.length > 2) return [toEdge(pair, between, 0, "*")];
  return kinds.map((kind, at) =>
    toEdge(
      pair,
      between.filter(({ type }) => type === kind),
      kinds.length === 1 ? 0 : at === 0 ? 1 : -1,
      kind,
    ),
  );
}

/** The ontology lists the heaviest kind first. */
function rank({ type }: Relation): number {
  return RELATION_TYPE_NAMES.indexOf(type);
}

function toEdge(pair: string, relations: readonly Relation[], bow: -1 | 0 | 1, kind: string): EdgeElement {
  const sorted = relations.toSorted(
    (a, b) => rank(a) - rank(b) || b.evidenceCount - a.evidenceCount || (a.id < b.id ? -1 : 1),
  );
  const first = sorted[0]!;
  // Two lines between the same two nodes bow apart as seen from the same end.
  const seenFrom = first.from < first.to ? 1 : -1;
  return {
    id: `${pair}\n${kind}`,
    source: first.from,
    target: first.to,
    type: first.type,
    relations: sorted,
    isPlanned: sorted.every(({ status }) => status === "planned"),
    bow: bow === 0 ? 0 : ((bow * seenFrom) as -1 | 1),
  };
}
