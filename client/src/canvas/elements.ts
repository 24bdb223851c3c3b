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
  for (const between of groupByPair(relations.values()).values()) {
    for (const edge of toEdges(between)) edges.set(edge.id, edge);
  }
  return { nodes, edges };
}

function groupByPair(relations: Iterable<Relation>): Map<string, Relation[]> {
  const pairs = new Map<string, Relation[]>();
  for (const relation of relations) {
    const pair = [relation.from, relation.to].sort().join("\n");
    const others = pairs.get(pair);
    if (others === undefined) pairs.set(pair, [relation]);
    else others.push(relation);
  }
  return pairs;
}

function toEdges(between: readonly Relation[]): EdgeElement[] {
  const kinds = RELATION_TYPE_NAMES.filter((type) => between.some((relation) => relation.type === type));
  if (kinds.length > 2) return [toEdge(between, 0, "*")];
  return kinds.map((kind, at) =>
    toEdge(
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

function toEdge(relations: readonly Relation[], bow: -1 | 0 | 1, kind: string): EdgeElement {
  const sorted = [...relations].sort(
    (a, b) => rank(a) - rank(b) || b.evidenceCount - a.evidenceCount || (a.id < b.id ? -1 : 1),
  );
  const first = sorted[0]!;
  const ends = [first.from, first.to].sort();
  // Two lines between the same two nodes bow apart as seen from the same end.
  const seenFrom = first.from === ends[0] ? 1 : -1;
  return {
    id: `${ends.join("\n")}\n${kind}`,
    source: first.from,
    target: first.to,
    type: first.type,
    relations: sorted,
    isPlanned: sorted.every(({ status }) => status === "planned"),
    bow: bow === 0 ? 0 : ((bow * seenFrom) as -1 | 1),
  };
}
