/** Every layout behind one request of flat arrays, the same in a worker and in a test. */
import { arrangeByRegions } from "./by-regions.ts";
import { arrangeByRelations } from "./by-relations.ts";
import type { Drawing } from "./by-relations.ts";
import { arrangeConcentric } from "./concentric.ts";
import { arrangeLayered } from "./layered.ts";
import { createNetwork } from "./network.ts";
import { removeOverlaps } from "./overlap.ts";
import { placeNew } from "./place-new.ts";

/** `place` gives a place to what has none and moves nothing else. */
export const ARRANGEMENTS = ["place", "relations", "regions", "layers", "concentric"] as const;
export type Arrangement = (typeof ARRANGEMENTS)[number];

export interface LayoutRequest {
  readonly arrangement: Arrangement;
  readonly count: number;
  /** Pairs of node numbers; parallel edges and self-loops are allowed. */
  readonly edges: Int32Array;
  /** By edge: 1 where its first end stands above its second in a hierarchy, -1 where below, 0 where neither. */
  readonly above: Int8Array;
  /** How far each node reaches left, up, right and down, with its name. */
  readonly reach: Float32Array;
  /** x, y pairs; NaN for a node that has no place yet. */
  readonly positions: Float64Array;
  /** 1 for nodes that keep their place. */
  readonly fixed: Uint8Array;
  /** Number of each node's region, -1 for none. */
  readonly groups: Int32Array;
  /** The node in the middle of a concentric layout. */
  readonly centre: number;
  /** Width over height of the picture. */
  readonly aspect: number;
}

/** The asynchronous form of `arrange`; rejects with an AbortError when it is given up. */
export type Arrange = (request: LayoutRequest, signal?: AbortSignal) => Promise<Float64Array>;

/** Kept free between two boxes, in the picture's units. */
const GAP = 10;
const SHORTEST_EDGE = 84;

/** Returns x, y pairs. */
export function arrange(request: LayoutRequest): Float64Array {
  const network = createNetwork(request.count, request.edges);
  const boxes = { reach: request.reach };
  const edgeLength = edgeLengthFor(request.reach);
  const drawing: Drawing = { network, boxes, edgeLength, gap: GAP, aspect: request.aspect };
  const isPlaced = (node: number) => !Number.isNaN(request.positions[node * 2]!);
  const isFixed = (node: number) => request.fixed[node] === 1 && isPlaced(node);
  const hasFixed = Array.from({ length: request.count }, (_, node) => node).some(isFixed);

  const isFirst = !Array.from({ length: request.count }, (_, node) => node).some(isPlaced);
  if (request.arrangement === "place" && !isFirst) {
    const positions = request.positions.slice();
    placeNew(network, positions, boxes, { edgeLength, gap: GAP });
    return positions;
  }
  if (request.arrangement === "place" || request.arrangement === "relations") {
    return arrangeByRelations(drawing, hasFixed ? { positions: request.positions, isFixed } : undefined);
  }
  const positions = arrangeAnew(request, drawing);
  if (hasFixed) {
    for (let node = 0; node < request.count; node += 1) {
      if (isFixed(node)) positions.set(request.positions.subarray(node * 2, node * 2 + 2), node * 2);
    }
    removeOverlaps(positions, boxes, { gap: GAP, isFixed });
  }
  return positions;
}

function arrangeAnew({ arrangement, groups, edges, above, centre }: LayoutRequest, drawing: Drawing): Float64Array {
  if (arrangement === "regions") return arrangeByRegions(drawing, groups);
  return arrangement === "layers" ? arrangeLayered(drawing, toArcs(edges, above)) : arrangeConcentric(drawing, centre);
}

/** Pairs of nodes: upper, lower. */
function toArcs(edges: Int32Array, above: Int8Array): number[] {
  return [...above].flatMap((way, edge) => {
    if (way === 0) return [];
    const [first, second] = [edges[edge * 2]!, edges[edge * 2 + 1]!];
    return way > 0 ? [first, second] : [second, first];
  });
}

/** Long enough that two names side by side have room. */
function edgeLengthFor(reach: Float32Array): number {
  const count = reach.length / 4;
  let size = 0;
  for (let at = 0; at < reach.length; at += 4) {
    const width = reach[at]! + reach[at + 2]!;
    const height = reach[at + 1]! + reach[at + 3]!;
    size += (width + height) / 2 / count;
  }
  return Math.max(SHORTEST_EDGE, size * 1.9);
}
