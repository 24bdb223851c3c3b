/** Which city each entity belongs to, and the land that is drawn round a city's entities. */
import type { Entity, EntityId, Relation } from "../../../server/contract/index.ts";
import type { VisibleGraph } from "../state/filters.ts";
import type { Position } from "../state/graph.ts";

/** More than these become regions only. */
const MAX_TERRITORIES = 6;
const MIN_MEMBERS = 3;
/** Steps from a body to its city: a laboratory in a zone in a county in a city. */
const MAX_STEPS = 5;

/** By entity, the city that it lies in; cities with few entities, and all beyond the largest six, are left out. */
export function territoriesOf({ entities, relations }: VisibleGraph): ReadonlyMap<EntityId, EntityId> {
  const placeOf = placesOf(relations.values());
  const cities = new Map<EntityId, EntityId[]>();
  for (const entity of entities.values()) {
    const city = cityOf(entity, placeOf, entities);
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

/** The next wider place of each entity: where it lies, else what it is part of. */
function placesOf(relations: Iterable<Relation>): Map<EntityId, Map<EntityId, "LOCATED_IN" | "PART_OF">> {
  const places = new Map<EntityId, Map<EntityId, "LOCATED_IN" | "PART_OF">>();
  for (const { type, from, to } of relations) {
    if (type !== "LOCATED_IN" && type !== "PART_OF") continue;
    const own = places.get(from);
    if (own === undefined) places.set(from, new Map([[to, type]]));
    else own.set(to, type);
  }
  return places;
}

function cityOf(
  entity: Entity,
  placeOf: ReadonlyMap<EntityId, ReadonlyMap<EntityId, string>>,
  entities: ReadonlyMap<EntityId, Entity>,
): EntityId | undefined {
  // Breadth first, so that a city named directly counts before one reached through a zone.
  let ring: EntityId[] = [entity.id];
  const seen = new Set(ring);
  for (let step = 0; step <= MAX_STEPS && ring.length > 0; step += 1) {
    const city = ring.find((id) => entities.get(id)?.level === "city");
    if (city !== undefined) return city;
    ring = ring.flatMap((id) => [...(placeOf.get(id)?.keys() ?? [])]).filter((id) => !seen.has(id));
    for (const id of ring) seen.add(id);
  }
  return undefined;
}

export interface Circle extends Position {
  readonly radius: number;
}

/**
 * The border of the land round some circles: the hull of the circles, grown by
 * `margin`, as points for a smooth closed curve. Empty for none.
 */
export function borderAround(circles: readonly Circle[], margin: number): readonly Position[] {
  const SIDES = 12;
  const points = circles.flatMap(({ x, y, radius }) =>
    Array.from({ length: SIDES }, (_, side) => {
      const angle = (side * 2 * Math.PI) / SIDES;
      return { x: x + (radius + margin) * Math.cos(angle), y: y + (radius + margin) * Math.sin(angle) };
    }),
  );
  return convexHull(points);
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

export function isInside(border: readonly Position[], point: Position): boolean {
  return border.length > 2 && border.every((corner, at) => turn(corner, border[(at + 1) % border.length]!, point) >= 0);
}

function turn(a: Position, b: Position, c: Position): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}
