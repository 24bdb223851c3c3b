/**
 * The nodes and edges that a graph in sight is drawn with. Relations between
 * the same two entities are drawn as one line a kind; where there are more
 * than two kinds, as one line for all.
 */
import type { Entity, EntityId, Relation, RelationType } from "../../../server/contract/index.ts";
import { RELATION_TYPE_NAMES } from "../../../server/contract/ontology.ts";
import type { VisibleGraph } from "../state/filters.ts";
import { PLAIN_LOOK } from "../state/styling/look.ts";
import type { Look, SizeKey } from "../state/styling/look.ts";
import type { Shade } from "../state/styling/shades.ts";

export interface NodeElement {
  readonly id: EntityId;
  readonly entity: Entity;
  /** In the canvas's units; by the number of relations in the whole graph, unless something else was chosen. */
  readonly radius: number;
  /** Undefined where the type gives the colour. */
  readonly shade?: Shade | undefined;
}

export interface EdgeElement {
  readonly id: string;
  readonly source: EntityId;
  readonly target: EntityId;
  /** The kind it is drawn as: of several, the heaviest. */
  readonly type: RelationType;
  /** Best supported first; the first is what a click selects. */
  readonly relations: readonly Relation[];
  /** By which it is broad: the number of relations, or of their sentences. */
  readonly weight: number;
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

const MIN_RADIUS = 8;
const MAX_RADIUS = 28;
const MIN_REGION_RADIUS = 13;
/** Where size says nothing. */
const SAME_RADIUS = 14;

export function nodeRadius({ type, degree }: Pick<Entity, "type" | "degree">): number {
  const radius = countRadius(degree);
  return type === "Region" ? Math.max(MIN_REGION_RADIUS, radius) : radius;
}

function countRadius(count: number): number {
  return Math.min(MAX_RADIUS, MIN_RADIUS + 7.6 * Math.log10(1 + count));
}

/** Other than by degree a region is no exception: size would say two things. */
export function radiusBy({ by, values, scale }: SizeKey, entity: Entity): number {
  if (by === "degree") return nodeRadius(entity);
  if (by === "same") return SAME_RADIUS;
  const value = values.get(entity.id);
  if (value === undefined) return MIN_RADIUS;
  if (scale === "count") return countRadius(value);
  const share = scale.most > scale.least ? (value - scale.least) / (scale.most - scale.least) : 1;
  return MIN_RADIUS + 2 + (MAX_RADIUS - MIN_RADIUS - 2) * share;
}

export function toElements({ entities, relations }: VisibleGraph, look: Look = PLAIN_LOOK): CanvasElements {
  const nodes = new Map<string, NodeElement>();
  for (const entity of entities.values()) {
    const { id } = entity;
    nodes.set(id, { id, entity, radius: radiusBy(look.size, entity), shade: look.shadeOf(id) });
  }
  const edges = new Map<string, EdgeElement>();
  const weigh = look.width === "evidence" ? weighByEvidence : weighByCount;
  for (const [pair, between] of groupByPair(relations.values())) {
    for (const edge of toEdges(pair, between, weigh)) edges.set(edge.id, edge);
  }
  return { nodes, edges };
}

type Weigh = (relations: readonly Relation[]) => number;

const weighByCount: Weigh = (relations) => relations.length;

/** In powers of the root of two, so that lines of about the same breadth are drawn together. */
const weighByEvidence: Weigh = (relations) => {
  const sentences = relations.reduce((sum, { evidenceCount }) => sum + evidenceCount, 0);
  return sentences <= 1 ? 1 : 2 ** (Math.round(Math.log2(sentences) * 2) / 2);
};

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

function toEdges(pair: string, between: readonly Relation[], weigh: Weigh): readonly EdgeElement[] {
  // Nearly all pairs, and there are thousands.
  if (between.length === 1) return [toEdge(pair, between, 0, between[0]!.type, weigh)];
  const kinds = RELATION_TYPE_NAMES.filter((type) => between.some((relation) => relation.type === type));
  if (kinds.length > 2) return [toEdge(pair, between, 0, "*", weigh)];
  return kinds.map((kind, at) =>
    toEdge(
      pair,
      between.filter(({ type }) => type === kind),
      kinds.length === 1 ? 0 : at === 0 ? 1 : -1,
      kind,
      weigh,
    ),
  );
}

/** The ontology lists the heaviest kind first. */
function rank({ type }: Relation): number {
  return RELATION_TYPE_NAMES.indexOf(type);
}

function toEdge(
  pair: string,
  relations: readonly Relation[],
  bow: -1 | 0 | 1,
  kind: string,
  weigh: Weigh,
): EdgeElement {
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
    weight: weigh(relations),
    isPlanned: sorted.every(({ status }) => status === "planned"),
    bow: bow === 0 ? 0 : ((bow * seenFrom) as -1 | 1),
  };
}
