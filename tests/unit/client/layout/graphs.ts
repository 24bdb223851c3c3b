/** Small graphs whose right drawings are known, for the tests of the layouts. */
import type { Arrangement, LayoutRequest } from "../../../../client/src/layout/arrange.ts";
import { createRandom } from "../../../../client/src/layout/random.ts";

export interface TestGraph {
  readonly name: string;
  readonly count: number;
  readonly edges: readonly number[];
}

export const path = (count: number): TestGraph => ({
  name: `a path of ${count}`,
  count,
  edges: Array.from({ length: count - 1 }, (_, at) => [at, at + 1]).flat(),
});

export const grid = (side: number): TestGraph => ({
  name: `a grid of ${side} x ${side}`,
  count: side * side,
  edges: Array.from({ length: side * side }, (_, at) => [
    ...(at % side < side - 1 ? [at, at + 1] : []),
    ...(at + side < side * side ? [at, at + side] : []),
  ]).flat(),
});

export const star = (leaves: number): TestGraph => ({
  name: `a star of ${leaves}`,
  count: leaves + 1,
  edges: Array.from({ length: leaves }, (_, at) => [0, at + 1]).flat(),
});

export const twoCliques = (size: number): TestGraph => {
  const clique = (first: number) =>
    Array.from({ length: size }, (_, a) =>
      Array.from({ length: size - a - 1 }, (_, b) => [first + a, first + a + b + 1]),
    ).flat(2);
  return {
    name: `two cliques of ${size}`,
    count: size * 2,
    edges: [...clique(0), ...clique(size), size - 1, size],
  };
};

/** Few hubs with many leaves, as documents make them. */
export const hubs = (count: number, edgeCount: number, seed = 1): TestGraph => {
  const random = createRandom(seed);
  const edges: number[] = [];
  const ends = [0];
  for (let node = 1; node < count; node += 1) {
    const hub = ends[Math.floor(random() * ends.length)]!;
    edges.push(node, hub);
    ends.push(node, hub, hub);
  }
  while (edges.length < edgeCount * 2) {
    edges.push(ends[Math.floor(random() * ends.length)]!, Math.floor(random() * count));
  }
  return { name: `hubs of ${count}`, count, edges };
};

export const KNOWN_GRAPHS: readonly TestGraph[] = [
  { name: "nothing", count: 0, edges: [] },
  { name: "one node", count: 1, edges: [] },
  { name: "one node with a self-loop", count: 1, edges: [0, 0] },
  { name: "two nodes with three edges", count: 2, edges: [0, 1, 1, 0, 0, 1] },
  { name: "five nodes without edges", count: 5, edges: [] },
  { name: "three separate parts", count: 9, edges: [0, 1, 1, 2, 2, 0, 3, 4, 4, 5, 6, 7] },
  path(12),
  grid(6),
  star(40),
  twoCliques(8),
  hubs(120, 180),
];

/** Boxes as wide as a name of some ten characters. */
export function requestFor(
  graph: TestGraph,
  arrangement: Arrangement,
  changes: Partial<LayoutRequest> = {},
): LayoutRequest {
  const reach = new Float32Array(graph.count * 4);
  for (let node = 0; node < graph.count; node += 1) reach.set([45, 12, 45, 30], node * 4);
  return {
    arrangement,
    count: graph.count,
    edges: Int32Array.from(graph.edges),
    above: new Int8Array(graph.edges.length / 2).fill(1),
    reach,
    positions: new Float64Array(graph.count * 2).fill(Number.NaN),
    fixed: new Uint8Array(graph.count),
    groups: new Int32Array(graph.count).fill(-1),
    centre: -1,
    aspect: 1.4,
    ...changes,
  };
}
