/**
 * A graph as the layouts see it: nodes are numbers from 0, edges are pairs in
 * one array, and neighbours lie side by side (compressed sparse rows). Parallel
 * edges and self-loops are dropped on the way in: they say nothing of distance.
 */
export interface Network {
  readonly count: number;
  /** `neighbors[offsets[i]]` to `neighbors[offsets[i + 1] - 1]` are those of node i, ascending. */
  readonly offsets: Int32Array;
  readonly neighbors: Int32Array;
}

/** `edges` holds pairs: from, to, from, to. */
export function createNetwork(count: number, edges: ArrayLike<number>): Network {
  const keys = new Set<number>();
  for (let at = 0; at + 1 < edges.length; at += 2) {
    const from = edges[at]!;
    const to = edges[at + 1]!;
    if (from === to) continue;
    keys.add(from * count + to);
    keys.add(to * count + from);
  }
  const sorted = Float64Array.from(keys).sort();
  const offsets = new Int32Array(count + 1);
  const neighbors = new Int32Array(sorted.length);
  sorted.forEach((key, at) => {
    offsets[Math.floor(key / count) + 1]! += 1;
    neighbors[at] = key % count;
  });
  for (let node = 0; node < count; node += 1) offsets[node + 1]! += offsets[node]!;
  return { count, offsets, neighbors };
}

export function degree({ offsets }: Network, node: number): number {
  return offsets[node + 1]! - offsets[node]!;
}

/** Number of edges from `source` to every node; -1 for those that cannot be reached. */
export function distancesFrom(network: Network, source: number): Int32Array {
  const { count, offsets, neighbors } = network;
  const distances = new Int32Array(count).fill(-1);
  const queue = new Int32Array(count);
  let end = 1;
  queue[0] = source;
  distances[source] = 0;
  for (let at = 0; at < end; at += 1) {
    const node = queue[at]!;
    for (let next = offsets[node]!; next < offsets[node + 1]!; next += 1) {
      const neighbor = neighbors[next]!;
      if (distances[neighbor] !== -1) continue;
      distances[neighbor] = distances[node]! + 1;
      queue[end] = neighbor;
      end += 1;
    }
  }
  return distances;
}

/** The parts that hang together, largest first, then by their first node; nodes ascending in each. */
export function connectedParts(network: Network): number[][] {
  const seen = new Uint8Array(network.count);
  const parts: number[][] = [];
  for (let node = 0; node < network.count; node += 1) {
    if (seen[node] === 1) continue;
    const part: number[] = [];
    distancesFrom(network, node).forEach((distance, other) => {
      if (distance === -1) return;
      seen[other] = 1;
      part.push(other);
    });
    parts.push(part);
  }
  return parts.sort((a, b) => b.length - a.length || a[0]! - b[0]!);
}

/** The network of some of the nodes, renumbered in the order given. */
export function subnetwork(network: Network, nodes: readonly number[]): Network {
  const index = new Int32Array(network.count).fill(-1);
  nodes.forEach((node, at) => {
    index[node] = at;
  });
  const edges: number[] = [];
  nodes.forEach((node, at) => {
    for (let next = network.offsets[node]!; next < network.offsets[node + 1]!; next += 1) {
      const other = index[network.neighbors[next]!]!;
      if (other > at) edges.push(at, other);
    }
  });
  return createNetwork(nodes.length, edges);
}
