/**
 * Finds the line under the pointer. Cytoscape would ask every edge on every
 * move of the mouse (68 ms at 5,000); this asks the arithmetic.
 */
import type { Position } from "../state/graph.ts";

export interface Line {
  readonly id: string;
  readonly from: Position;
  readonly to: Position;
  /** How far the middle bows to the right, seen from `from`. */
  readonly bow: number;
}

/** The nearest line within `reach`; undefined when there is none. */
export function lineAt(lines: Iterable<Line>, at: Position, reach: number): string | undefined {
  let best: string | undefined;
  let bestDistance = reach;
  for (const line of lines) {
    const distance = distanceTo(line, at);
    if (distance <= bestDistance) {
      best = line.id;
      bestDistance = distance;
    }
  }
  return best;
}

function distanceTo({ from, to, bow }: Line, at: Position): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const square = dx * dx + dy * dy;
  if (square === 0) return Math.hypot(at.x - from.x, at.y - from.y);
  const along = ((at.x - from.x) * dx + (at.y - from.y) * dy) / square;
  if (along < 0 || along > 1)
    return Math.min(Math.hypot(at.x - from.x, at.y - from.y), Math.hypot(at.x - to.x, at.y - to.y));
  const length = Math.sqrt(square);
  const aside = ((at.y - from.y) * dx - (at.x - from.x) * dy) / length;
  // The curve through the middle at `bow` is close to this parabola.
  return Math.abs(aside - 4 * bow * along * (1 - along));
}

/** The middle of a line, on its bow. */
export function middleOf({ from, to, bow }: Line): Position {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return {
    x: (from.x + to.x) / 2 - ((to.y - from.y) / length) * bow,
    y: (from.y + to.y) / 2 + ((to.x - from.x) / length) * bow,
  };
}
