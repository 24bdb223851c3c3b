/**
 * The layout of an atlas: what lies in one region stands together, regions that
 * work together stand near each other, and what lies in none stands outside,
 * next to whom it works with.
 *
 * [Reference] E. M. Rodrigues et al., Group-in-a-Box Layout for Multi-faceted
 * Analysis of Communities, 2011.
 */
import { boundsOf, only, shift } from "./boxes.ts";
import type { Boxes } from "./boxes.ts";
import { arrangeByRelations } from "./by-relations.ts";
import type { Drawing } from "./by-relations.ts";
import { createNetwork, subnetwork } from "./network.ts";
import type { Network } from "./network.ts";
import { packParts } from "./pack.ts";
import { placeNew } from "./place-new.ts";

/** Room for the border of a territory and its name. */
const MARGIN = 44;

/** So much nearer must the picture be when territories are set side by side without regard to relations. */
const WORTH_PACKING = 1.2;

/** `groups` has the number of each node's region, -1 for none. */
export function arrangeByRegions(drawing: Drawing, groups: ArrayLike<number>): Float64Array {
  const members = membersOf(groups, drawing.network.count);
  if (members.length === 0) return arrangeByRelations(drawing);

  const positions = new Float64Array(drawing.network.count * 2).fill(Number.NaN);
  const reach = members.map((nodes) => arrangeGroup(drawing, nodes, positions));
  const territories: Boxes = { reach: Float32Array.from(reach.flat()) };
  const between = betweenGroups(drawing.network, groups, members.length);
  const centres = arrangeTerritories({ ...drawing, network: between, boxes: territories });
  members.forEach((nodes, group) => shift(nodes, positions, centres[group * 2]!, centres[group * 2 + 1]!));
  placeOutside(drawing, positions, territories, centres);
  return positions;
}

/** By who works with whom; but side by side where that is seen from much nearer. */
function arrangeTerritories(drawing: Drawing): Float64Array {
  const gap = MARGIN / 2;
  // Territories are large and few: they may lie close.
  const related = arrangeByRelations({ ...drawing, gap, room: 0.8 });
  const all = Array.from({ length: drawing.network.count }, (_, group) => group);
  const packed = new Float64Array(related.length);
  packParts(
    all.map((group) => [group]),
    packed,
    drawing.boxes,
    { aspect: drawing.aspect, gap },
  );
  const nearness = (centres: Float64Array) => {
    const { left, top, right, bottom } = boundsOf(all, centres, drawing.boxes);
    return 1 / Math.max((right - left) / drawing.aspect, bottom - top);
  };
  return nearness(packed) > nearness(related) * WORTH_PACKING ? packed : related;
}

function membersOf(groups: ArrayLike<number>, count: number): number[][] {
  const members: number[][] = [];
  for (let node = 0; node < count; node += 1) {
    const group = groups[node]!;
    if (group >= 0) (members[group] ??= []).push(node);
  }
  return Array.from(members, (nodes) => nodes ?? []);
}

/** Draws one region about 0, 0; returns how far its territory reaches. */
function arrangeGroup(drawing: Drawing, nodes: readonly number[], positions: Float64Array): number[] {
  const boxes = only(drawing.boxes, nodes);
  const local = arrangeByRelations({ ...drawing, network: subnetwork(drawing.network, nodes), boxes });
  const all = nodes.map((_, at) => at);
  const { left, top, right, bottom } = boundsOf(all, local, boxes);
  shift(all, local, -(left + right) / 2, -(top + bottom) / 2);
  nodes.forEach((node, at) => positions.set(local.subarray(at * 2, at * 2 + 2), node * 2));
  const [halfWidth, halfHeight] = [(right - left) / 2 + MARGIN, (bottom - top) / 2 + MARGIN];
  return [halfWidth, halfHeight, halfWidth, halfHeight];
}

function betweenGroups({ count, offsets, neighbors }: Network, groups: ArrayLike<number>, size: number): Network {
  const edges: number[] = [];
  for (let node = 0; node < count; node += 1) {
    for (let next = offsets[node]!; next < offsets[node + 1]!; next += 1) {
      const other = neighbors[next]!;
      if (groups[node]! >= 0 && groups[other]! >= 0) edges.push(groups[node]!, groups[other]!);
    }
  }
  return createNetwork(size, edges);
}

/** Territories take part as boxes without edges, so that nothing is set into them. */
function placeOutside(drawing: Drawing, positions: Float64Array, territories: Boxes, centres: Float64Array): void {
  const { network, boxes, edgeLength, gap } = drawing;
  const count = network.count + territories.reach.length / 4;
  const extended: Network = {
    count,
    offsets: Int32Array.from({ length: count + 1 }, (_, node) => network.offsets[Math.min(node, network.count)]!),
    neighbors: network.neighbors,
  };
  const all = new Float64Array(count * 2);
  all.set(positions);
  all.set(centres, network.count * 2);
  const reach = new Float32Array(count * 4);
  reach.set(boxes.reach);
  reach.set(territories.reach, network.count * 4);
  placeNew(extended, all, { reach }, { edgeLength: edgeLength * 0.75, gap });
  positions.set(all.subarray(0, positions.length));
}
