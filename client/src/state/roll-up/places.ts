/** Where entities lie: from each over "located in" and "part of" to the nearest region of a level. */
import type { Entity, EntityId, RegionLevel, Relation } from "../../../../server/contract/index.ts";

/** Steps from a body to its city: a laboratory in a zone in a county in a city. */
const MAX_STEPS = 5;

/** The next wider places of each entity: where it lies, or what it is part of. */
export type Places = ReadonlyMap<EntityId, ReadonlySet<EntityId>>;

export function placesOf(relations: Iterable<Relation>): Places {
  const places = new Map<EntityId, Set<EntityId>>();
  for (const { type, from, to } of relations) {
    if (type !== "LOCATED_IN" && type !== "PART_OF") continue;
    const own = places.get(from);
    if (own === undefined) places.set(from, new Set([to]));
    else own.add(to);
  }
  return places;
}

/** The nearest region of `level` that the entity is, lies in or is part of. */
export function regionOf(
  id: EntityId,
  level: RegionLevel,
  places: Places,
  entities: ReadonlyMap<EntityId, Entity>,
): EntityId | undefined {
  // Breadth first, so that a city named directly counts before one reached through a zone.
  let ring: EntityId[] = [id];
  const seen = new Set(ring);
  for (let step = 0; step <= MAX_STEPS && ring.length > 0; step += 1) {
    const found = ring.find((one) => entities.get(one)?.level === level);
    if (found !== undefined) return found;
    ring = ring.flatMap((one) => [...(places.get(one) ?? [])]).filter((one) => !seen.has(one));
    for (const one of ring) seen.add(one);
  }
  return undefined;
}
