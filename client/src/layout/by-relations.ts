/**
 * The layout that shows who is near whom: distances on the picture follow
 * distances in the graph. Separate parts are drawn apart and set side by side.
 */
import { boundsOf, only } from "./boxes.ts";
import type { Boxes } from "./boxes.ts";
import { relaxForces } from "./forces.ts";
import { connectedParts, subnetwork } from "./network.ts";
import type { Network } from "./network.ts";
import { removeOverlaps } from "./overlap.ts";
import { packParts } from "./pack.ts";
import { pivotMds } from "./pivot-mds.ts";
import { minimizeStress } from "./stress.ts";

/** All-pairs stress of 2,000 nodes takes half a second; far above, forces are much faster and nearly as good. */
export const STRESS_LIMIT = 2_500;

export interface Drawing {
  readonly network: Network;
  readonly boxes: Boxes;
  /** In the picture's units. */
  readonly edgeLength: number;
  readonly gap: number;
  /** Width over height of the picture that is wanted. */
  readonly aspect: number;
  /** Area of the drawing over that of its boxes, at least; roomy where it is not given. */
  readonly room?: number;
}

export interface Kept {
  /** Where things are now; NaN where that is nowhere. */
  readonly positions: ArrayLike<number>;
  readonly isFixed: (node: number) => boolean;
}

export function arrangeByRelations(drawing: Drawing, kept?: Kept): Float64Array {
  const positions = new Float64Array(drawing.network.count * 2);
  const free: number[][] = [];
  const held: number[] = [];
  for (const part of connectedParts(drawing.network)) {
    const fixed = kept === undefined ? [] : part.filter((node) => kept.isFixed(node));
    arrangePart(drawing, part, positions, kept, fixed);
    if (fixed.length === 0) free.push(part);
    else held.push(...part);
  }
  const { boxes, aspect, gap } = drawing;
  const spacing = Math.max(gap * 4, drawing.edgeLength / 2);
  if (held.length === 0) packParts(free, positions, boxes, { aspect, gap: spacing });
  else {
    removeOverlaps(positions, only(boxes, held), { gap, ...(kept && { isFixed: kept.isFixed }) });
    packParts(free, positions, boxes, { aspect, gap: spacing, taken: boundsOf(held, positions, boxes) });
  }
  return positions;
}

function arrangePart(
  drawing: Drawing,
  part: readonly number[],
  positions: Float64Array,
  kept: Kept | undefined,
  fixed: readonly number[],
): void {
  const { edgeLength, gap } = drawing;
  const network = subnetwork(drawing.network, part);
  const local = pivotMds(network);
  const isFixed = (at: number) => fixed.length > 0 && kept!.isFixed(part[at]!);

  if (fixed.length > 0) moveOnto(local, part, kept!, edgeLength);
  if (network.count <= STRESS_LIMIT) minimizeStress(network, local, { isFixed });
  else relaxForces(network, local, { isFixed });
  if (fixed.length === 0) turnToAspect(local, drawing.aspect);

  for (let at = 0; at < local.length; at += 1) local[at]! *= edgeLength;
  if (fixed.length === 0) removeOverlaps(local, only(drawing.boxes, part), { gap, ...roomOf(drawing) });
  part.forEach((node, at) => {
    positions[node * 2] = isFixed(at) ? kept!.positions[node * 2]! : local[at * 2]!;
    positions[node * 2 + 1] = isFixed(at) ? kept!.positions[node * 2 + 1]! : local[at * 2 + 1]!;
  });
}

function roomOf({ room }: Drawing): { readonly room?: number } {
  return room === undefined ? {} : { room };
}

/** Puts the fixed nodes where they are, and moves the rest with them as a whole. */
function moveOnto(local: Float64Array, part: readonly number[], kept: Kept, edgeLength: number): void {
  let [x, y, fixed] = [0, 0, 0];
  part.forEach((node, at) => {
    if (!kept.isFixed(node)) return;
    fixed += 1;
    x += kept.positions[node * 2]! / edgeLength - local[at * 2]!;
    y += kept.positions[node * 2 + 1]! / edgeLength - local[at * 2 + 1]!;
  });
  part.forEach((node, at) => {
    local[at * 2] = kept.isFixed(node) ? kept.positions[node * 2]! / edgeLength : local[at * 2]! + x / fixed;
    local[at * 2 + 1] = kept.isFixed(node)
      ? kept.positions[node * 2 + 1]! / edgeLength
      : local[at * 2 + 1]! + y / fixed;
  });
}

/** Turns the drawing so that its long side lies along the long side of the picture. */
export function turnToAspect(positions: Float64Array, aspect: number): void {
  const count = positions.length / 2;
  let [x, y, xx, xy, yy] = [0, 0, 0, 0, 0];
  for (let node = 0; node < count; node += 1) {
    x += positions[node * 2]! / count;
    y += positions[node * 2 + 1]! / count;
  }
  for (let node = 0; node < count; node += 1) {
    const dx = positions[node * 2]! - x;
    const dy = positions[node * 2 + 1]! - y;
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  }
  const angle = (aspect >= 1 ? 0 : Math.PI / 2) - Math.atan2(2 * xy, xx - yy) / 2;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (let node = 0; node < count; node += 1) {
    const dx = positions[node * 2]! - x;
    const dy = positions[node * 2 + 1]! - y;
    positions[node * 2] = dx * cos - dy * sin;
    positions[node * 2 + 1] = dx * sin + dy * cos;
  }
}
