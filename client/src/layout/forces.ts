/**
 * Repulsion between all nodes and springs along the edges, for graphs too
 * large for all-pairs stress. A quadtree stands in for distant groups of nodes.
 *
 * [Reference] J. Barnes, P. Hut, A hierarchical O(N log N) force-calculation
 * algorithm, 1986; T. Fruchterman, E. Reingold, Graph Drawing by
 * Force-directed Placement, 1991.
 */
import type { Network } from "./network.ts";
import { degree } from "./network.ts";
import { buildQuadtree } from "./quadtree.ts";

const ROUNDS = 40;
/** A group of nodes is one body when its side is below this share of its distance. */
const OPENING = 1.2;
/** The farthest that a node goes in the first round and in the last, in edge lengths. */
const FIRST_TEMPERATURE = 2;
const LAST_TEMPERATURE = 0.04;
/** Nodes nearer than this do not push each other harder, in edge lengths squared. */
const NEAREST = 1e-6;

export interface ForceOptions {
  readonly isFixed?: (node: number) => boolean;
  readonly rounds?: number;
}

/** Moves `positions` (x, y pairs, one edge length being 1) in place. */
export function relaxForces(network: Network, positions: Float64Array, options: ForceOptions = {}): void {
  const { count } = network;
  const rounds = options.rounds ?? ROUNDS;
  const cooling = (LAST_TEMPERATURE / FIRST_TEMPERATURE) ** (1 / Math.max(1, rounds - 1));
  const strengths = springStrengths(network);
  const moves = new Float64Array(count * 2);
  let temperature = FIRST_TEMPERATURE;

  for (let round = 0; round < rounds; round += 1) {
    repel(positions, moves);
    attract(network, strengths, positions, moves);
    for (let node = 0; node < count; node += 1) {
      if (options.isFixed?.(node) === true) continue;
      const x = moves[node * 2]!;
      const y = moves[node * 2 + 1]!;
      const length = Math.sqrt(x * x + y * y);
      const share = length > temperature ? temperature / length : 1;
      positions[node * 2]! += x * share;
      positions[node * 2 + 1]! += y * share;
    }
    temperature *= cooling;
  }
}

/** Writes into `moves` the push of every other point, 1/distance, on every point. */
function repel(positions: Float64Array, moves: Float64Array): void {
  const { order, count, mass, meanX, meanY, size, after } = buildQuadtree(positions);
  for (const point of order) {
    const x = positions[point * 2]!;
    const y = positions[point * 2 + 1]!;
    let moveX = 0;
    let moveY = 0;
    for (let square = 0; square < count;) {
      const dx = x - meanX[square]!;
      const dy = y - meanY[square]!;
      const distance = dx * dx + dy * dy;
      if (size[square]! > OPENING * OPENING * distance) {
        square += 1;
        continue;
      }
      // The point's own square is at no distance from it, and does not push.
      const push = mass[square]! / (distance > NEAREST ? distance : NEAREST);
      moveX += dx * push;
      moveY += dy * push;
      square = after[square]!;
    }
    moves[point * 2] = moveX;
    moves[point * 2 + 1] = moveY;
  }
}

/** Adds the pull of each edge, growing with the square of its length. */
function attract(
  { count, offsets, neighbors }: Network,
  strengths: Float64Array,
  positions: Float64Array,
  moves: Float64Array,
): void {
  for (let node = 0; node < count; node += 1) {
    for (let at = offsets[node]!; at < offsets[node + 1]!; at += 1) {
      const other = neighbors[at]!;
      const dx = positions[node * 2]! - positions[other * 2]!;
      const dy = positions[node * 2 + 1]! - positions[other * 2 + 1]!;
      const pull = Math.sqrt(dx * dx + dy * dy) * strengths[at]!;
      moves[node * 2]! -= dx * pull;
      moves[node * 2 + 1]! -= dy * pull;
    }
  }
}

/** By place in `neighbors`. A hub's many springs together pull as a few would: its leaves come to it, not it to them. */
function springStrengths(network: Network): Float64Array {
  const strengths = new Float64Array(network.neighbors.length);
  for (let node = 0; node < network.count; node += 1) {
    for (let at = network.offsets[node]!; at < network.offsets[node + 1]!; at += 1) {
      strengths[at] = 1 / Math.sqrt(Math.min(degree(network, node), degree(network, network.neighbors[at]!)));
    }
  }
  return strengths;
}
