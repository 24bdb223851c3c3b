/** Where the keyboard goes from an entity. */
import type { Way } from "../state/canvas-port.ts";
import type { Position } from "../state/graph.ts";

const STEPS: Readonly<Record<Way, Position>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/** The nearest within 45 degrees of that way; else the nearest that lies that way at all. */
export function nearestThatWay<Id extends string>(
  places: ReadonlyMap<Id, Position>,
  from: Id,
  way: Way,
): Id | undefined {
  const start = places.get(from);
  if (start === undefined) return undefined;
  const step = STEPS[way];
  let best: Id | undefined;
  let bestCost = Infinity;
  for (const [id, place] of places) {
    if (id === from) continue;
    const dx = place.x - start.x;
    const dy = place.y - start.y;
    const ahead = dx * step.x + dy * step.y;
    const aside = Math.abs(dx * step.y) + Math.abs(dy * step.x);
    if (ahead <= 0) continue;
    const cost = Math.hypot(ahead, aside) * (aside <= ahead ? 1 : 1000);
    if (cost < bestCost) {
      best = id;
      bestCost = cost;
    }
  }
  return best;
}

/** Orders what lies around a place clockwise from the top. */
export function clockwise<T>(around: Position, items: readonly { readonly item: T; readonly at: Position }[]): T[] {
  const angle = ({ x, y }: Position) => (Math.atan2(x - around.x, around.y - y) + 2 * Math.PI) % (2 * Math.PI);
  return [...items].sort((a, b) => angle(a.at) - angle(b.at)).map(({ item }) => item);
}
