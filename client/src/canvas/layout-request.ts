/** The elements of the canvas as the flat arrays of a layout, and its answer as positions by entity. */
import type { EntityId, RelationType } from "../../../server/contract/index.ts";
import { ENTITY_TYPES } from "../../../server/contract/ontology.ts";
import type { Arrangement, LayoutRequest } from "../layout/arrange.ts";
import type { Position } from "../state/graph.ts";
import type { CanvasElements, NodeElement } from "./elements.ts";
import { MIN_SHAPE_RADIUS, labelWeight } from "./level-of-detail.ts";
import { labelLines, widthOf } from "./label-text.ts";
import { SHAPES } from "./node-shapes.ts";

/** Whether a relation's beginning stands above its end in a hierarchy: 1, -1 where below, 0 where neither. */
const ABOVE: Readonly<Record<RelationType, -1 | 0 | 1>> = {
  CO_BUILT_WITH: 0,
  PARTNERS_WITH: 0,
  AFFILIATED_WITH: -1,
  LOCATED_IN: -1,
  PART_OF: -1,
  FOCUSES_ON: 1,
  ISSUED: 1,
  IMPLEMENTS: 1,
  MEMBER_OF: -1,
  LEADS: 1,
};

/** With more nodes than this the whole is seen from so far that most names are left out... */
const NAMED_NODES = 160;
/** ...and only so many, the weightiest, are given room, as much as they need from there; most the hubs among them. */
const FAR_NAMES = 14;
const FAR_SCALE = 2;
const HUBS = 5;
const HUB_SCALE = 2.8;
/** About what a picture leaves free for the graph, a side, in pixels. */
const PICTURE_SIDE = 560;
/** Area of a finished drawing over that of its boxes. */
const SPREAD = 2.8;
/** Between two shapes. */
const GAP = 10;
const LARGEST_FAR_RADIUS = 25;
/** Of a name of 12 px: estimated, so that a layout is the same whatever font has loaded. */
const CHARACTER = 12.2;
const LINE_HEIGHT = 16;

export interface LayoutFacts {
  readonly positionOf: (id: EntityId) => Position | undefined;
  readonly pinned: ReadonlySet<EntityId>;
  /** The city of an entity. */
  readonly territories: ReadonlyMap<EntityId, EntityId>;
  readonly centre: EntityId | null;
  readonly aspect: number;
}

export function toLayoutRequest(arrangement: Arrangement, elements: CanvasElements, facts: LayoutFacts): LayoutRequest {
  const nodes = [...elements.nodes.values()];
  const edges = [...elements.edges.values()];
  const index = new Map<string, number>(nodes.map(({ id }, at) => [id, at]));
  const cities = new Map([...new Set(facts.territories.values())].map((city, at) => [city, at]));
  const request = {
    arrangement,
    count: nodes.length,
    edges: new Int32Array(edges.length * 2),
    above: new Int8Array(edges.length),
    reach: new Float32Array(nodes.length * 4),
    positions: new Float64Array(nodes.length * 2).fill(Number.NaN),
    fixed: new Uint8Array(nodes.length),
    groups: new Int32Array(nodes.length).fill(-1),
    centre: facts.centre === null ? -1 : (index.get(facts.centre) ?? -1),
    aspect: facts.aspect,
  };
  edges.forEach(({ source, target, type }, at) => {
    request.edges[at * 2] = index.get(source)!;
    request.edges[at * 2 + 1] = index.get(target)!;
    request.above[at] = ABOVE[type];
  });
  const scaleOf = nameScales(nodes);
  const smallest = farRadius(nodes.length);
  nodes.forEach((node, at) => {
    const position = facts.positionOf(node.id);
    if (position !== undefined) request.positions.set([position.x, position.y], at * 2);
    const city = facts.territories.get(node.id);
    if (city !== undefined) request.groups[at] = cities.get(city)!;
    if (facts.pinned.has(node.id)) request.fixed[at] = 1;
    request.reach.set(reachOf({ ...node, radius: Math.max(node.radius, smallest) }, scaleOf(node)), at * 4);
  });
  return request;
}

/** The size of each node's name in the layout; 0 for those that get no room. */
function nameScales(nodes: readonly NodeElement[]): (node: NodeElement) => number {
  if (nodes.length <= NAMED_NODES) return () => 1;
  const weightiest = [...nodes].sort((a, b) => labelWeight(b.entity) - labelWeight(a.entity) || (a.id < b.id ? -1 : 1));
  const rank = new Map(weightiest.slice(0, FAR_NAMES).map((node, at) => [node, at]));
  return (node) => {
    const at = rank.get(node);
    if (at === undefined) return 0;
    return at < HUBS ? HUB_SCALE : FAR_SCALE;
  };
}

/**
 * The radius that the smallest shapes are drawn with where all of so many are
 * in view: large enough to be seen at the zoom at which nodes of that size,
 * drawn apart, fill the picture. Above some 2,000 nodes there is none.
 */
function farRadius(count: number): number {
  const widthEach = PICTURE_SIDE / Math.sqrt(SPREAD * count);
  // From radius · zoom = MIN_SHAPE_RADIUS, where zoom = widthEach / (2 · radius + GAP).
  const radius = (MIN_SHAPE_RADIUS * GAP) / (widthEach - 2 * MIN_SHAPE_RADIUS);
  return radius < 0 ? LARGEST_FAR_RADIUS : Math.min(LARGEST_FAR_RADIUS, radius);
}

/** How far a node reaches left, up, right and down, its name below it. */
export function reachOf({ entity, radius }: NodeElement, nameScale: number): [number, number, number, number] {
  const { halfWidth, halfHeight } = SHAPES.get(ENTITY_TYPES[entity.type].shape)!;
  const [wide, high] = [halfWidth * radius, halfHeight * radius];
  if (nameScale === 0) return [wide + 3, high + 3, wide + 3, high + 3];
  const lines = labelLines(entity.name);
  const half = Math.max(wide, (Math.max(...lines.map(widthOf)) * CHARACTER * nameScale) / 2);
  return [half, high, half, high + 3 + lines.length * LINE_HEIGHT * nameScale];
}

export function toPositions({ nodes }: CanvasElements, places: Float64Array): Map<EntityId, Position> {
  // Whole units: what a link holds is what is shown.
  return new Map(
    [...nodes.values()].map(({ id }, at) => [
      id,
      { x: Math.round(places[at * 2]!), y: Math.round(places[at * 2 + 1]!) },
    ]),
  );
}
