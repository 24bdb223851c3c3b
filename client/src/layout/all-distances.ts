/**
 * The number of edges between any two nodes. Thirty-two breadth-first walks go
 * at once, one a bit: which walks have come to a node, and which come to it
 * next, are each one number.
 *
 * [Reference] M. Then et al., The More the Merrier: Efficient Multi-Source
 * Graph Traversal, 2014.
 */
import type { Network } from "./network.ts";

const WALKS = 32;

/** Calls `tell` once for each ordered pair of different nodes that hang together, nearer pairs first in each walk. */
export function forAllDistances(network: Network, tell: (from: number, to: number, distance: number) => void): void {
  const { count, offsets, neighbors } = network;
  const seen = new Int32Array(count);
  let here = new Int32Array(count);
  let next = new Int32Array(count);
  for (let first = 0; first < count; first += WALKS) {
    seen.fill(0);
    here.fill(0);
    for (let walk = 0; walk < Math.min(WALKS, count - first); walk += 1) {
      seen[first + walk] = 1 << walk;
      here[first + walk] = 1 << walk;
    }
    for (let distance = 1, goesOn = true; goesOn; distance += 1) {
      goesOn = false;
      for (let node = 0; node < count; node += 1) {
        let walks = 0;
        for (let at = offsets[node]!; at < offsets[node + 1]!; at += 1) walks |= here[neighbors[at]!]!;
        walks &= ~seen[node]!;
        next[node] = walks;
        if (walks === 0) continue;
        goesOn = true;
        seen[node]! |= walks;
        // The lowest bit, then the rest without it.
        for (; walks !== 0; walks &= walks - 1) tell(first + 31 - Math.clz32(walks & -walks), node, distance);
      }
      [here, next] = [next, here];
    }
  }
}
