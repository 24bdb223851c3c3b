/**
 * Sets separate drawings side by side: the largest first, the rest in rows
 * about as wide as the picture wants.
 *
 * [Reference] E. G. Coffman et al., Performance Bounds for Level-Oriented
 * Two-Dimensional Packing Algorithms, 1980.
 */
import { boundsOf, shift } from "./boxes.ts";
import type { Bounds, Boxes } from "./boxes.ts";

export interface PackOptions {
  /** Width over height of the picture that is wanted. */
  readonly aspect: number;
  readonly gap: number;
  /** Parts start below this, when something is there that must stay. */
  readonly taken?: Bounds;
}

/** Moves each part as a whole, in place; `parts` come in the order that they are set. */
export function packParts(
  parts: readonly (readonly number[])[],
  positions: Float64Array,
  boxes: Boxes,
  { aspect, gap, taken }: PackOptions,
): void {
  const bounds = parts.map((part) => boundsOf(part, positions, boxes));
  const widths = bounds.map(({ left, right }) => right - left + gap);
  const heights = bounds.map(({ top, bottom }) => bottom - top + gap);
  const area = widths.reduce((sum, width, at) => sum + width * heights[at]!, 0);
  const rowWidth = Math.max(...widths, Math.sqrt(area * aspect), taken === undefined ? 0 : taken.right - taken.left);
  const middle = taken === undefined ? 0 : (taken.left + taken.right) / 2;

  let top = taken === undefined ? 0 : taken.bottom + gap;
  for (let first = 0; first < parts.length;) {
    let [end, width, height] = [first, 0, 0];
    while (end < parts.length && (end === first || width + widths[end]! <= rowWidth)) {
      width += widths[end]!;
      height = Math.max(height, heights[end]!);
      end += 1;
    }
    let left = middle - (width - gap) / 2;
    for (let at = first; at < end; at += 1) {
      const centred = top + (height - heights[at]!) / 2;
      shift(parts[at]!, positions, left - bounds[at]!.left, centred - bounds[at]!.top);
      left += widths[at]!;
    }
    top += height;
    first = end;
  }
}
