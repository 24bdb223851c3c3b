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

const ROUNDS = 80;
/** A group of nodes is one body when its side is below this share of its distance. */
const OPENING = 1;
const FIRST_TEMPERATURE = 1;
const LAST_TEMPERATURE = 0.02;

export interface ForceOptions {
  readonly isFixed?: (node: number) => boolean;
  readonly rounds?: number;
}

/** Moves `positions` (x, y pairs, one edge length being 1) in place. */
export function relaxForces(network: Network, positions: Float64Array, options: ForceOptions = {}): void {
  const { count, offsets, neighbors } = network;
  const rounds = options.rounds ?? ROUNDS;
  const cooling = (LAST_TEMPERATURE / FIRST_TEMPERATURE) ** (1 / Math.max(1, rounds - 1));
  const moves = new Float64Array(count * 2);
  let temperature = FIRST_TEMPERATURE;

  for (let round = 0; round < rounds; round += 1) {
    buildQuadtree(positions).repel(positions, OPENING, moves);
    for (let node = 0; node < count; node += 1) {
      for (let next = offsets[node]!; next < offsets[node + 1]!; next += 1) {
        const other = neighbors[next]!;
        const dx = positions[node * 2]! - positions[other * 2]!;
        const dy = positions[node * 2 + 1]! - positions[other * 2 + 1]!;
        // A hub's many springs together pull as a few would: its leaves come to it, not it to them.
        const strength = Math.hypot(dx, dy) / Math.sqrt(Math.min(degree(network, node), degree(network, other)));
        moves[node * 2]! -= dx * strength;
        moves[node * 2 + 1]! -= dy * strength;
      }
    }
    for (let node = 0; node < count; node += 1) {
      if (options.isFixed?.(node) === true) continue;
      const length = Math.hypot(moves[node * 2]!, moves[node * 2 + 1]!);
      if (length === 0) continue;
      const share = Math.min(length, temperature) / length;
      positions[node * 2]! += moves[node * 2]! * share;
      positions[node * 2 + 1]! += moves[node * 2 + 1]! * share;
    }
    temperature *= cooling;
  }
}
