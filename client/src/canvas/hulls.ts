/**
 * The land round the entities of each open group. A hull that took in a
 * stranger would say what is not so: a group whose entities do not stand
 * together is drawn as the islands in which they do.
 */
import type { EntityId } from "../../../server/contract/index.ts";
import type { Position } from "../state/graph.ts";
import type { NodeElement } from "./elements.ts";
import { boundsOf, emptiestPlace } from "./land.ts";
import { borderAround, isInside } from "./territories.ts";
import type { Territory } from "./under-layer.ts";

export interface OpenGroup {
  readonly name: string;
  readonly members: ReadonlySet<EntityId>;
}

interface PlacedNode {
  readonly element: NodeElement;
  readonly at: Position;
}

interface Island {
  readonly nodes: readonly PlacedNode[];
  readonly border: readonly Position[];
}

/** Finding islands takes the square of the members, in each frame in which something moves. */
const MAX_ISLAND_MEMBERS = 80;
const MIN_ISLAND = 2;
/** Between the border and the entities within: groups lie closer to each other than cities do. */
const MARGIN = 14;

export function hullsOf(nodes: readonly PlacedNode[], groups: readonly OpenGroup[]): readonly Territory[] {
  return groups.flatMap(({ name, members }) => {
    const own = nodes.filter(({ element }) => members.has(element.id));
    const strangers = nodes.filter(({ element }) => !members.has(element.id));
    const islands = islandsOf(own, strangers)
      .filter((island) => island.nodes.length >= MIN_ISLAND)
      .toSorted((a, b) => b.nodes.length - a.nodes.length);
    return islands.map((island, at) => {
      const place = emptiestPlace(island.border, island.nodes);
      // The largest is always named: land without a name says nothing.
      return { name, border: island.border, ...place, nameRoom: at === 0 ? Infinity : place.nameRoom };
    });
  });
}

function islandsOf(own: readonly PlacedNode[], strangers: readonly PlacedNode[]): readonly Island[] {
  const whole = islandOf(own, strangers);
  if (whole !== undefined) return [whole];
  if (own.length > MAX_ISLAND_MEMBERS) return [];
  const islandWith = new Map<PlacedNode, Island>(own.map((node) => [node, { nodes: [node], border: [] }]));
  // Nearest first: each bridge that holds no stranger makes one island of two.
  for (const [a, b] of shortestBridges(own)) {
    const [one, other] = [islandWith.get(a)!, islandWith.get(b)!];
    const joined = islandOf([...one.nodes, ...other.nodes], strangers);
    if (joined !== undefined) for (const node of joined.nodes) islandWith.set(node, joined);
  }
  return [...new Set(islandWith.values())];
}

function islandOf(nodes: readonly PlacedNode[], strangers: readonly PlacedNode[]): Island | undefined {
  if (nodes.length === 0) return undefined;
  const border = borderAround(
    nodes.map(({ element: { radius }, at: { x, y } }) => ({ x, y, radius })),
    MARGIN,
  );
  // Its rounded corners may leave out the ends of what is long and thin.
  if (!nodes.every(({ at }) => isInside(border, at))) return undefined;
  const { left, top, right, bottom } = boundsOf(border);
  const hasStranger = strangers.some(({ element: { radius }, at: { x, y } }) => {
    if (x + radius < left || x - radius > right || y + radius < top || y - radius > bottom) return false;
    return rim(x, y, radius).some((point) => isInside(border, point));
  });
  return hasStranger ? undefined : { nodes, border };
}

/** Its middle, and where it reaches farthest: what only touches the land is not in it, but nearly. */
function rim(x: number, y: number, radius: number): readonly Position[] {
  return [
    { x, y },
    { x: x - radius, y },
    { x: x + radius, y },
    { x, y: y - radius },
    { x, y: y + radius },
  ];
}

/** [Reference] R. C. Prim, Shortest connection networks and some generalizations, 1957. Shortest first. */
function shortestBridges(nodes: readonly PlacedNode[]): readonly (readonly [PlacedNode, PlacedNode])[] {
  const [first, ...rest] = nodes;
  if (first === undefined) return [];
  const nearest = new Map(rest.map((node) => [node, { to: first, distance: distanceOf(node, first) }]));
  const bridges: { readonly ends: readonly [PlacedNode, PlacedNode]; readonly distance: number }[] = [];
  while (nearest.size > 0) {
    const [next, { to, distance }] = [...nearest].reduce((best, one) =>
      one[1].distance < best[1].distance ? one : best,
    );
    nearest.delete(next);
    bridges.push({ ends: [to, next], distance });
    for (const [node, known] of nearest) {
      const through = distanceOf(node, next);
      if (through < known.distance) nearest.set(node, { to: next, distance: through });
    }
  }
  return bridges.toSorted((a, b) => a.distance - b.distance).map(({ ends }) => ends);
}

function distanceOf(a: PlacedNode, b: PlacedNode): number {
  return Math.hypot(a.at.x - b.at.x, a.at.y - b.at.y);
}
