/** Moves groups aside that would lie on what comes to light when another group is opened. */
import type { EntityId } from "../../../../server/contract/index.ts";
import type { Position } from "../graph.ts";

/** Between middles, in the canvas's units: two large shapes with their names. */
const ROOM = 90;
/** Sides of each ring that is searched. */
const SIDES = 12;
const MAX_RINGS = 40;

/** @param taken where entities stand; the answer has only the groups that must move */
export function makeRoom(
  groups: ReadonlyMap<EntityId, Position>,
  taken: Iterable<Position>,
): ReadonlyMap<EntityId, Position> {
  const all = [...taken];
  const moved = new Map<EntityId, Position>();
  for (const [id, at] of groups) {
    const free = nearestFree(at, all);
    if (free !== at) moved.set(id, free);
    all.push(free);
  }
  return moved;
}

function nearestFree(at: Position, taken: readonly Position[]): Position {
  const isFree = (place: Position) => taken.every(({ x, y }) => Math.hypot(x - place.x, y - place.y) >= ROOM);
  if (isFree(at)) return at;
  for (let ring = 1; ring <= MAX_RINGS; ring += 1) {
    for (let side = 0; side < SIDES; side += 1) {
      const angle = (side * 2 * Math.PI) / SIDES;
      const place = {
        x: Math.round(at.x + Math.cos(angle) * ring * ROOM),
        y: Math.round(at.y + Math.sin(angle) * ring * ROOM),
      };
      if (isFree(place)) return place;
    }
  }
  return at;
}
