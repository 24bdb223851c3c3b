/**
 * Finds room for new nodes in a drawing that stays as it is: each next to the
 * placed nodes that it is joined to, in the nearest free spot, on the side
 * where there is most of it. No placed node moves.
 *
 * [Reference] K. Misue, P. Eades, W. Lai, K. Sugiyama, Layout Adjustment and
 * the Mental Map, 1995, for what must stay; the search for spots is ours.
 */
import type { Boxes } from "./boxes.ts";
import { BoxGrid } from "./box-grid.ts";
import type { Network } from "./network.ts";
import { degree } from "./network.ts";

/** The turn between two leaves of a plant: spots tried one after another lie well apart. */
const GOLDEN_TURN = Math.PI * (3 - Math.sqrt(5));
const SPOTS_PER_RING = 24;
const MAX_RINGS = 400;
/** Rings, in edge lengths, that are still tried beyond the first free spot. */
const BEYOND = 0.8;
/** Standing closer to an anchor than an edge length costs this much more than standing farther. */
const TOO_NEAR = 1.6;

export interface PlaceOptions {
  readonly edgeLength: number;
  /** Kept free between two boxes. */
  readonly gap: number;
}

/** Fills in the positions that are NaN, in place. */
export function placeNew(network: Network, positions: Float64Array, boxes: Boxes, options: PlaceOptions): void {
  const { count } = network;
  const isPlaced = (node: number) => !Number.isNaN(positions[node * 2]!);
  const grid = new BoxGrid(positions, boxes, options.gap);
  const waiting = new Set<number>();
  for (let node = 0; node < count; node += 1) {
    if (isPlaced(node)) grid.add(node);
    else waiting.add(node);
  }

  while (waiting.size > 0) {
    const node = next(network, waiting, isPlaced);
    waiting.delete(node);
    const anchors = neighborsOf(network, node).filter(isPlaced);
    const [x, y] = findSpot(node, anchors, network, positions, grid, options);
    positions[node * 2] = x;
    positions[node * 2 + 1] = y;
    grid.add(node);
  }
}

/** The waiting node with most placed neighbours; of equals, the one with most neighbours, then the first. */
function next(network: Network, waiting: ReadonlySet<number>, isPlaced: (node: number) => boolean): number {
  let best = -1;
  let bestScore = -1;
  for (const node of waiting) {
    const placed = neighborsOf(network, node).filter(isPlaced).length;
    const score = placed * network.count + degree(network, node);
    if (score > bestScore) {
      best = node;
      bestScore = score;
    }
  }
  return best;
}

function neighborsOf({ offsets, neighbors }: Network, node: number): number[] {
  return Array.from(neighbors.subarray(offsets[node]!, offsets[node + 1]!));
}

function findSpot(
  node: number,
  anchors: readonly number[],
  network: Network,
  positions: Float64Array,
  grid: BoxGrid,
  { edgeLength }: PlaceOptions,
): readonly [number, number] {
  const [x, y] = anchors.length > 0 ? meanOf(anchors, positions) : grid.centre();
  // One anchor: a ring about it. Several: between them. None: from the middle of everything outward.
  const start = anchors.length === 1 ? edgeLength : 0;
  const away = outward(anchors, x, y, network, positions, grid);
  let best: { readonly x: number; readonly y: number; readonly cost: number } | undefined;
  let last = Infinity;

  for (let ring = 0; ring < MAX_RINGS; ring += 1) {
    const radius = start + (ring * edgeLength) / 6;
    if (radius > last) break;
    const spots = radius === 0 ? 1 : SPOTS_PER_RING;
    for (let spot = 0; spot < spots; spot += 1) {
      const angle = away + turn(spot, spots) + ring * GOLDEN_TURN * 0.1;
      const spotX = x + radius * Math.cos(angle);
      const spotY = y + radius * Math.sin(angle);
      if (!grid.isFree(node, spotX, spotY)) continue;
      last = Math.min(last, radius + BEYOND * edgeLength);
      // Of equal spots, the one that turns least from the free side.
      let cost = (anchors.length === 0 ? radius : 0) + Math.abs(turn(spot, spots)) * edgeLength * 0.08;
      for (const anchor of anchors) {
        const off = Math.hypot(spotX - positions[anchor * 2]!, spotY - positions[anchor * 2 + 1]!) - edgeLength;
        cost += (off < 0 ? -off * TOO_NEAR : off) / anchors.length;
      }
      if (best !== undefined && cost >= best.cost) continue;
      for (const anchor of anchors) {
        const crossed = grid.countAlong(node, anchor, spotX, spotY, positions[anchor * 2]!, positions[anchor * 2 + 1]!);
        cost += crossed * edgeLength * 0.5;
      }
      if (best === undefined || cost < best.cost) best = { x: spotX, y: spotY, cost };
    }
  }
  return best === undefined ? [x, y] : [best.x, best.y];
}

/** 0, then alternately to either side, up to half a turn. */
function turn(spot: number, spots: number): number {
  const step = Math.ceil(spot / 2) * (spot % 2 === 0 ? 1 : -1);
  return (step * 2 * Math.PI) / spots;
}

/** The direction with most room: away from the anchor's own neighbours, else from the middle of everything. */
function outward(
  anchors: readonly number[],
  x: number,
  y: number,
  network: Network,
  positions: Float64Array,
  grid: BoxGrid,
): number {
  const around = anchors.flatMap((anchor) => neighborsOf(network, anchor));
  let [awayX, awayY] = [0, 0];
  for (const other of around) {
    const dx = x - positions[other * 2]!;
    const dy = y - positions[other * 2 + 1]!;
    const length = Math.hypot(dx, dy);
    if (Number.isNaN(length) || length === 0) continue;
    awayX += dx / length;
    awayY += dy / length;
  }
  if (Math.hypot(awayX, awayY) < 0.1) {
    const [middleX, middleY] = grid.centre();
    awayX += (x - middleX) * 1e-3;
    awayY += (y - middleY) * 1e-3;
  }
  return awayX === 0 && awayY === 0 ? 0 : Math.atan2(awayY, awayX);
}

function meanOf(nodes: readonly number[], positions: Float64Array): readonly [number, number] {
  let [x, y] = [0, 0];
  for (const node of nodes) {
    x += positions[node * 2]! / nodes.length;
    y += positions[node * 2 + 1]! / nodes.length;
  }
  return [x, y];
}
