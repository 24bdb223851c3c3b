/** Which city each entity belongs to, and the land that is drawn round a city's entities. */
import type { EntityId } from "../../../server/contract/index.ts";
import type { VisibleGraph } from "../state/filters.ts";
import type { Position } from "../state/graph.ts";
import { placesOf, regionOf } from "../state/roll-up/places.ts";

/** More than these become regions only. */
const MAX_TERRITORIES = 6;
const MIN_MEMBERS = 3;

/** By entity, the city that it lies in; cities with few entities, and all beyond the largest six, are left out. */
export function territoriesOf({ entities, relations }: VisibleGraph): ReadonlyMap<EntityId, EntityId> {
  const places = placesOf(relations.values());
  const cities = new Map<EntityId, EntityId[]>();
  for (const entity of entities.values()) {
    const city = regionOf(entity.id, "city", places, entities);
    if (city === undefined) continue;
    const members = cities.get(city);
    if (members === undefined) cities.set(city, [entity.id]);
    else members.push(entity.id);
  }
  const largest = [...cities]
    .filter(([, members]) => members.length >= MIN_MEMBERS)
    .sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
    .slice(0, MAX_TERRITORIES);
  return new Map(largest.flatMap(([city, members]) => members.map((member) => [member, city] as const)));
}

export interface Circle extends Position {
  readonly radius: number;
}

/** Directions in which the border is measured. */
const DIRECTIONS = 48;
/** Neighbouring directions that smooth each other, to either side. */
const SMOOTHING = 3;

/**
 * The border of the land round some circles, as points for a smooth closed
 * curve: their hull, grown by `margin`, with its corners rounded off.
 */
export function borderAround(circles: readonly Circle[], margin: number): readonly Position[] {
  const hull = convexHull(outermost(circles).flatMap((circle) => rim(circle, margin)));
  if (hull.length === 0) return [];
  const middle = {
    x: hull.reduce((sum, { x }) => sum + x, 0) / hull.length,
    y: hull.reduce((sum, { y }) => sum + y, 0) / hull.length,
  };
  const directions = Array.from({ length: DIRECTIONS }, (_, at) => (at * 2 * Math.PI) / DIRECTIONS);
  const reach = directions.map((angle) => distanceToBorder(hull, middle, angle));
  return directions.map((angle, at) => {
    let sum = 0;
    for (let by = -SMOOTHING; by <= SMOOTHING; by += 1) sum += reach[(at + by + DIRECTIONS) % DIRECTIONS]!;
    const radius = sum / (2 * SMOOTHING + 1);
    return { x: middle.x + radius * Math.cos(angle), y: middle.y + radius * Math.sin(angle) };
  });
}

/** Those that reach farthest in some direction: the others cannot touch the hull, and they are most. */
function outermost(circles: readonly Circle[]): readonly Circle[] {
  const found = new Set<Circle>();
  for (let at = 0; at < DIRECTIONS; at += 1) {
    const angle = (at * 2 * Math.PI) / DIRECTIONS;
    const [stepX, stepY] = [Math.cos(angle), Math.sin(angle)];
    let farthest: Circle | undefined;
    let reach = -Infinity;
    for (const circle of circles) {
      const own = circle.x * stepX + circle.y * stepY + circle.radius;
      if (own <= reach) continue;
      farthest = circle;
      reach = own;
    }
    if (farthest !== undefined) found.add(farthest);
  }
  return [...found];
}

function rim({ x, y, radius }: Circle, margin: number): Position[] {
  const SIDES = 12;
  return Array.from({ length: SIDES }, (_, side) => {
    const angle = (side * 2 * Math.PI) / SIDES;
    return { x: x + (radius + margin) * Math.cos(angle), y: y + (radius + margin) * Math.sin(angle) };
  });
}

/** From a place within a convex border to the border, in one direction. */
function distanceToBorder(border: readonly Position[], from: Position, angle: number): number {
  const [stepX, stepY] = [Math.cos(angle), Math.sin(angle)];
  let nearest = Infinity;
  border.forEach((corner, at) => {
    const next = border[(at + 1) % border.length]!;
    const [sideX, sideY] = [next.x - corner.x, next.y - corner.y];
    const across = stepX * sideY - stepY * sideX;
    if (across === 0) return;
    const along = ((corner.x - from.x) * sideY - (corner.y - from.y) * sideX) / across;
    const onSide = ((corner.x - from.x) * stepY - (corner.y - from.y) * stepX) / across;
    if (along >= 0 && onSide >= 0 && onSide <= 1) nearest = Math.min(nearest, along);
  });
  return nearest === Infinity ? 0 : nearest;
}

/** [Reference] A. M. Andrew, Another efficient algorithm for convex hulls in two dimensions, 1979. */
export function convexHull(points: readonly Position[]): readonly Position[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  if (sorted.length < 3) return sorted;
  return [...halfHull(sorted), ...halfHull(sorted.toReversed())];
}

function halfHull(ordered: readonly Position[]): Position[] {
  const chain: Position[] = [];
  for (const point of ordered) {
    while (chain.length > 1 && turn(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop();
    chain.push(point);
  }
  return chain.slice(0, -1);
}

/** By the crossings of a line to the left: rounded corners leave a border that is not quite convex. */
export function isInside(border: readonly Position[], { x, y }: Position): boolean {
  let inside = false;
  let corner = border.at(-1)!;
  for (const next of border) {
    const isCrossed = corner.y > y !== next.y > y;
    if (isCrossed && x < ((next.x - corner.x) * (y - corner.y)) / (next.y - corner.y) + corner.x) inside = !inside;
    corner = next;
  }
  return inside;
}

function turn(a: Position, b: Position, c: Position): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}
