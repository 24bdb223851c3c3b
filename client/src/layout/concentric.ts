/**
 * One node in the middle, the others on rings by their distance from it, each
 * branch in its own sector.
 *
 * [Reference] G. Di Battista et al., Graph Drawing, 1999, section 3.1: radial drawings of trees.
 */
import { only } from "./boxes.ts";
import type { Drawing } from "./by-relations.ts";
import { connectedParts, degree, distancesFrom, subnetwork } from "./network.ts";
import type { Network } from "./network.ts";
import { removeOverlaps } from "./overlap.ts";
import { packParts } from "./pack.ts";

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
  const { count, offsets, neighbors } = network;
  const distances = distancesFrom(network, middle);
  // Breadth first: each node hangs on the first node of the ring before that it touches.
  const order = Array.from({ length: count }, (_, node) => node).sort((a, b) => distances[a]! - distances[b]! || a - b);
  const children: number[][] = Array.from({ length: count }, () => []);
  const taken = new Uint8Array(count);
  for (const node of order) {
    for (let next = offsets[node]!; next < offsets[node + 1]!; next += 1) {
      const child = neighbors[next]!;
      if (taken[child] === 1 || distances[child] !== distances[node]! + 1) continue;
      taken[child] = 1;
      children[node]!.push(child);
    }
  }
  const leaves = new Int32Array(count);
  for (const node of order.toReversed()) {
    leaves[node] = Math.max(
      1,
      children[node]!.reduce((sum, child) => sum + leaves[child]!, 0),
    );
  }

  const radii = ringRadii(distances, edgeLength);
  const positions = new Float64Array(count * 2);
  const sectors = new Map<number, readonly [from: number, to: number]>([[middle, [0, 2 * Math.PI]]]);
  for (const node of order) {
    const [from, to] = sectors.get(node)!;
    const angle = (from + to) / 2;
    const radius = radii[distances[node]!]!;
    positions[node * 2] = radius * Math.cos(angle);
    positions[node * 2 + 1] = radius * Math.sin(angle);
    let start = from;
    for (const child of children[node]!) {
      const end = start + ((to - from) * leaves[child]!) / leaves[node]!;
      sectors.set(child, [start, end]);
      start = end;
    }
  }
  return positions;
}

/** Each ring an edge length outside the one before, and long enough for what stands on it. */
function ringRadii(distances: Int32Array, edgeLength: number): number[] {
  const crowd: number[] = [];
  for (const distance of distances) crowd[distance] = (crowd[distance] ?? 0) + 1;
  const radii = [0];
  for (let ring = 1; ring < crowd.length; ring += 1) {
    const needed = (crowd[ring]! * edgeLength * 0.5) / (2 * Math.PI);
    radii.push(Math.max(radii[ring - 1]! + edgeLength, needed));
  }
  return radii;
}
