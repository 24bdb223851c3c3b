import { describe, expect, test } from "vitest";

import { relaxForces } from "../../../../client/src/layout/forces.ts";
import { createNetwork, connectedParts, distancesFrom } from "../../../../client/src/layout/network.ts";
import { pivotMds } from "../../../../client/src/layout/pivot-mds.ts";
import { createRandom } from "../../../../client/src/layout/random.ts";
import { minimizeStress, stressOf } from "../../../../client/src/layout/stress.ts";
import { grid, hubs, path, star, twoCliques } from "./graphs.ts";
import type { TestGraph } from "./graphs.ts";

const networkOf = ({ count, edges }: TestGraph) => createNetwork(count, edges);

function scattered(count: number): Float64Array {
  const random = createRandom(5);
  return Float64Array.from({ length: count * 2 }, () => random() * 10);
}

function solve(graph: TestGraph): Float64Array {
  const network = networkOf(graph);
  const positions = pivotMds(network);
  minimizeStress(network, positions);
  return positions;
}

const distance = (positions: Float64Array, one: number, other: number) =>
  Math.hypot(positions[one * 2]! - positions[other * 2]!, positions[one * 2 + 1]! - positions[other * 2 + 1]!);

describe("a network", () => {
  test("counts parallel edges once and self-loops not at all", () => {
    const network = createNetwork(3, [0, 1, 1, 0, 0, 1, 2, 2]);
    expect([...network.offsets]).toEqual([0, 1, 2, 2]);
    expect([...network.neighbors]).toEqual([1, 0]);
  });

  test("knows how far each node is, and which cannot be reached", () => {
    expect([...distancesFrom(createNetwork(5, [0, 1, 1, 2, 3, 4]), 0)]).toEqual([0, 1, 2, -1, -1]);
  });

  test("falls into its parts, the largest first", () => {
    expect(connectedParts(createNetwork(6, [4, 5, 1, 2, 2, 3]))).toEqual([[1, 2, 3], [4, 5], [0]]);
  });
});

describe("a first placing by pivots", () => {
  test.each([path(20), grid(7), star(15), twoCliques(6), hubs(150, 220)])("of $name beats chance", (graph) => {
    const network = networkOf(graph);
    expect(stressOf(network, pivotMds(network))).toBeLessThan(stressOf(network, scattered(graph.count)));
  });
});

describe("stress", () => {
  test("is nothing for a path that lies straight, at any scale", () => {
    const straight = Float64Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? at * 13 : 7));
    expect(stressOf(networkOf(path(10)), straight)).toBeCloseTo(0, 10);
  });

  test.each([path(20), grid(7), twoCliques(6), hubs(150, 220)])("of $name sinks below that of the pivots", (graph) => {
    const network = networkOf(graph);
    expect(stressOf(network, solve(graph))).toBeLessThan(stressOf(network, pivotMds(network)));
  });

  test("lays a path out straight and a grid out square", () => {
    expect(stressOf(networkOf(path(20)), solve(path(20)))).toBeLessThan(0.001);
    expect(stressOf(networkOf(grid(7)), solve(grid(7)))).toBeLessThan(0.03);
  });

  test("keeps each of two cliques together", () => {
    const positions = solve(twoCliques(6));
    // 0 to 4 and 7 to 11 do not touch the bridge.
    expect(distance(positions, 0, 4)).toBeLessThan(distance(positions, 0, 8));
    expect(distance(positions, 7, 11)).toBeLessThan(distance(positions, 4, 7));
  });

  test("puts the leaves of a star all round it", () => {
    const positions = solve(star(12));
    const angles = Array.from({ length: 12 }, (_, at) =>
      Math.atan2(positions[at * 2 + 3]! - positions[1]!, positions[at * 2 + 2]! - positions[0]!),
    ).sort((a, b) => a - b);
    const gaps = angles.map((angle, at) => (angles[at + 1] ?? angles[0]! + 2 * Math.PI) - angle);
    expect(Math.max(...gaps)).toBeLessThan(Math.PI / 2);
  });

  test("moves no fixed node", () => {
    const network = networkOf(grid(4));
    const positions = scattered(16);
    const before = positions.slice(0, 4);
    minimizeStress(network, positions, { isFixed: (node) => node < 2 });
    expect(positions.slice(0, 4)).toEqual(before);
  });
});

describe("forces", () => {
  test.each([grid(7), twoCliques(6), hubs(300, 500)])("of $name sink below the stress of chance", (graph) => {
    const network = networkOf(graph);
    const positions = pivotMds(network);
    relaxForces(network, positions);
    expect([...positions].every(Number.isFinite)).toBe(true);
    expect(stressOf(network, positions)).toBeLessThan(stressOf(network, scattered(graph.count)) * 0.75);
  });

  test("part nodes that start on one point", () => {
    const positions = new Float64Array(6);
    positions.set([1e-7, 0], 2);
    relaxForces(createNetwork(3, [0, 1, 1, 2]), positions);
    expect(distance(positions, 0, 1)).toBeGreaterThan(0.1);
  });
});
