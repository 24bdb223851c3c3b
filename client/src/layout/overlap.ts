/**
 * Pushes boxes apart until none meet. Each pair goes apart the shorter way,
 * seen from its own size. Where pushing alone does not end, the drawing grows a
 * little and the pushing starts again.
 *
 * [Reference] K. Misue, P. Eades, W. Lai, K. Sugiyama, Layout Adjustment and
 * the Mental Map, 1995.
 */
import { overlapX, overlapY } from "./boxes.ts";
import type { Boxes } from "./boxes.ts";
import { overlappingPairs } from "./overlapping-pairs.ts";

/** A round of pushing that leaves more than this share of the pairs of the one before only shoves boxes to and fro. */
const STUCK = 0.95;
/** Area of a drawing over that of its boxes, from which pushing changes its shape little. */
const ROOMY = 2;
/** What lies all but at one place has no shape to keep, and so far out that a step is lost in rounding. */
const MOST_SPREAD = 1e6;
const GROWTH = 1.02;
const MAX_GROWTHS = 240;
/** A hair more than needed, or rounding would leave them touching. */
const SPARE = 1.01;

export interface OverlapOptions {
  readonly isFixed?: (node: number) => boolean;
  /** Kept free between two boxes. */
  readonly gap?: number;
  /** Area of the drawing over that of its boxes, to which a smaller drawing is grown first. */
  readonly room?: number;
}

/** Moves `positions` in place. Two fixed nodes that meet stay as they are. */
export function removeOverlaps(positions: Float64Array, boxes: Boxes, options: OverlapOptions = {}): void {
  const isFixed = options.isFixed ?? (() => false);
  const gap = options.gap ?? 0;
  if (options.isFixed === undefined) spread(positions, boxes, gap, options.room ?? ROOMY);
  for (let growth = 0; growth <= MAX_GROWTHS; growth += 1) {
    let [last, beforeLast] = [Infinity, Infinity];
    while (last < beforeLast * STUCK || beforeLast === Infinity) {
      const moved = pushApart(positions, boxes, isFixed, gap);
      if (moved === 0) return;
      [last, beforeLast] = [moved, last];
    }
    grow(positions, isFixed);
  }
}

/** Grows a drawing that is too small for its boxes as a whole: pushing alone would deform it. */
function spread(positions: Float64Array, boxes: Boxes, gap: number, room: number): void {
  const count = positions.length / 2;
  let [x, y, boxed, square] = [0, 0, 0, 0];
  for (let node = 0; node < count; node += 1) {
    x += positions[node * 2]! / count;
    y += positions[node * 2 + 1]! / count;
    boxed += (widthOf(node, node, boxes) / 2 + gap) * (heightOf(node, node, boxes) / 2 + gap);
  }
  for (let node = 0; node < count; node += 1) {
    square += (positions[node * 2]! - x) ** 2 + (positions[node * 2 + 1]! - y) ** 2;
  }
  // A disc filled evenly has twice its mean square distance from the middle as squared radius.
  const area = (2 * Math.PI * square) / count;
  const growth = Math.sqrt((boxed * room) / area);
  if (growth <= 1 || !(growth <= MOST_SPREAD)) return;
  for (let at = 0; at < positions.length; at += 1) positions[at]! *= growth;
}

/** One pass over all pairs that meet; returns how many of them could be moved. */
function pushApart(positions: Float64Array, boxes: Boxes, isFixed: (node: number) => boolean, gap: number): number {
  let moved = 0;
  // What moves during the sweep may hide a pair from it; a sweep that moves nothing has seen them all.
  const pairs = overlappingPairs(positions, boxes, gap);
  for (let at = 0; at < pairs.length; at += 2) {
    const one = pairs[at]!;
    const other = pairs[at + 1]!;
    const deepX = overlapX(one, other, positions, boxes.reach) + gap;
    const deepY = overlapY(one, other, positions, boxes.reach) + gap;
    const oneFixed = isFixed(one);
    const otherFixed = isFixed(other);
    if (deepX <= 0 || deepY <= 0 || (oneFixed && otherFixed)) continue;
    moved += 1;
    // Measured by their own sides, or wide boxes would all go up and down and the drawing become a tower.
    const axis = deepX / widthOf(one, other, boxes) < deepY / heightOf(one, other, boxes) ? 0 : 1;
    const deep = (axis === 0 ? deepX : deepY) * SPARE;
    const from = positions[one * 2 + axis]!;
    const to = positions[other * 2 + axis]!;
    const way = from === to ? (one < other ? -1 : 1) : Math.sign(from - to);
    const ofOne = oneFixed ? 0 : otherFixed ? 1 : 0.5;
    positions[one * 2 + axis]! += way * deep * ofOne;
    positions[other * 2 + axis]! -= way * deep * (1 - ofOne);
  }
  return moved;
}

function widthOf(one: number, other: number, { reach }: Boxes): number {
  return reach[one * 4]! + reach[one * 4 + 2]! + reach[other * 4]! + reach[other * 4 + 2]!;
}

function heightOf(one: number, other: number, { reach }: Boxes): number {
  return reach[one * 4 + 1]! + reach[one * 4 + 3]! + reach[other * 4 + 1]! + reach[other * 4 + 3]!;
}

function grow(positions: Float64Array, isFixed: (node: number) => boolean): void {
  const count = positions.length / 2;
  let [x, y] = [0, 0];
  for (let node = 0; node < count; node += 1) {
    x += positions[node * 2]! / count;
    y += positions[node * 2 + 1]! / count;
  }
  for (let node = 0; node < count; node += 1) {
    if (isFixed(node)) continue;
    positions[node * 2] = x + (positions[node * 2]! - x) * GROWTH;
    positions[node * 2 + 1] = y + (positions[node * 2 + 1]! - y) * GROWTH;
  }
}
