/**
 * One node in the middle, the others round it by their distance from it, each
 * on the side of those that it hangs on. A ring with too many for its length is
 * a band of several: one long enough would leave its inside empty.
 *
 * [Reference] G. Di Battista et al., Graph Drawing, 1999, section 3.1: radial
 * drawings of trees.
 */
import { only } from "./boxes.ts";
import type { Drawing } from "./by-relations.ts";
import { connectedParts, degree, distancesFrom, subnetwork } from "./network.ts";
import type { Network } from "./network.ts";
import { removeOverlaps } from "./overlap.ts";
import { packParts } from "./pack.ts";
import { spacedOut } from "./spaced.ts";

/** Of a ring's length that is not filled: what stands on it can keep to its side. */
const SLACK = 0.15;

/** `centre` is the node in the middle of its part; other parts take their best connected one. */
export function arrangeConcentric(drawing: Drawing, centre: number): Float64Array {
  const { network, boxes, gap, aspect, edgeLength } = drawing;
  const positions = new Float64Array(network.count * 2);
  const parts = connectedParts(network);
  for (const part of parts) {
    const own = subnetwork(network, part);
    const at = part.indexOf(centre);
    const middle = at === -1 ? bestConnected(own) : at;
    const local = rings(own, middle, edgeLength);
    removeOverlaps(local, only(boxes, part), { gap, isFixed: (node) => node === middle });
    part.forEach((node, index) => positions.set(local.subarray(index * 2, index * 2 + 2), node * 2));
  }
  packParts(parts, positions, boxes, { aspect, gap: Math.max(gap * 4, edgeLength / 2) });
  return positions;
}

function bestConnected(network: Network): number {
  let best = 0;
  for (let node = 1; node < network.count; node += 1) if (degree(network, node) > degree(network, best)) best = node;
  return best;
}

function rings(network: Network, middle: number, edgeLength: number): Float64Array {
  const positions = new Float64Array(network.count * 2);
  const distances = distancesFrom(network, middle);
  const angles = new Float64Array(network.count);
  const side = edgeLength / 2;
  let outer = 0;
  byDistance(distances).forEach((ring, at) => {
    if (at === 0) return;
    const wanted = at === 1 ? firstAngles(network, ring, distances) : innerAngles(network, ring, distances, angles);
    const order = ring.map((_, index) => index).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
    const inner = outer + edgeLength;
    const lanes = lanesFor(ring.length, inner, side);
    outer = inner + (lanes - 1) * side;
    // Neighbours stand on different lanes, so that they need less of the turn each.
    const apart = side / lanes / ((inner + outer) / 2);
    const turns = spacedRound(
      order.map((index) => wanted[index]!),
      apart,
    );
    order.forEach((index, place) => {
      const node = ring[index]!;
      const radius = inner + (place % lanes) * side;
      angles[node] = turns[place]!;
      positions[node * 2] = radius * Math.cos(turns[place]!);
      positions[node * 2 + 1] = radius * Math.sin(turns[place]!);
    });
  });
  return positions;
}

function byDistance(distances: Int32Array): number[][] {
  const rings: number[][] = [];
  distances.forEach((distance, node) => (rings[distance] ??= []).push(node));
  return rings;
}

/**
 * Where the nodes of the first ring want to be: those that more hangs on as far
 * apart as that needs, all the way round, and the others evenly among them.
 */
function firstAngles(network: Network, ring: readonly number[], distances: Int32Array): number[] {
  const hanging = hangingOn(network, distances);
  const bearing = ring.filter((node) => hanging[node]! > 0);
  const total = bearing.reduce((sum, node) => sum + hanging[node]!, 0);
  const leaves = ring.length - bearing.length;
  let [borne, leaf] = [0, 0];
  return ring.map((node) => {
    const share = hanging[node]! > 0 ? (borne + hanging[node]! / 2) / total : (leaf + 0.5) / leaves;
    if (hanging[node]! > 0) borne += hanging[node]!;
    else leaf += 1;
    return share * 2 * Math.PI;
  });
}

/** How many nodes farther out hang on each, on the first of those nearer in that they touch. */
function hangingOn({ count, offsets, neighbors }: Network, distances: Int32Array): Int32Array {
  const hanging = new Int32Array(count);
  for (const ring of byDistance(distances).reverse()) {
    for (const node of ring) {
      const own = neighbors.subarray(offsets[node]!, offsets[node + 1]!);
      const inner = own.find((other) => distances[other] === distances[node]! - 1);
      if (inner !== undefined) hanging[inner]! += hanging[node]! + 1;
    }
  }
  return hanging;
}

/** Where the nodes of a ring want to be: outside of those that they hang on. */
function innerAngles(
  { offsets, neighbors }: Network,
  ring: readonly number[],
  distances: Int32Array,
  angles: Float64Array,
): number[] {
  return ring.map((node) => {
    let [x, y] = [0, 0];
    for (let at = offsets[node]!; at < offsets[node + 1]!; at += 1) {
      const other = neighbors[at]!;
      if (distances[other]! >= distances[node]!) continue;
      x += Math.cos(angles[other]!);
      y += Math.sin(angles[other]!);
    }
    return (Math.atan2(y, x) + 2 * Math.PI) % (2 * Math.PI);
  });
}

/** How many rings, `side` apart from the inner one outward, are long enough for so many. */
function lanesFor(count: number, inner: number, side: number): number {
  let lanes = 1;
  while (2 * Math.PI * (inner * lanes + (side * lanes * (lanes - 1)) / 2) * (1 - SLACK) < count * side) lanes += 1;
  return lanes;
}

/** Angles at least `apart`, also from the last to the first, near to the wanted ones, which ascend. */
function spacedRound(wanted: readonly number[], apart: number): number[] {
  const places = spacedOut(
    wanted,
    wanted.map(() => apart),
  );
  const turn = places.at(-1)! - places[0]! + apart;
  // Too much for one turn: a little nearer to each other.
  const share = Math.min(1, (2 * Math.PI) / turn);
  return places.map((place) => places[0]! + (place - places[0]!) * share);
}
