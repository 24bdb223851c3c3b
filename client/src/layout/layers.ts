/**
 * Which layer each node of a hierarchy stands in, and in which order within it:
 * what is above stands in a higher layer, and relatives below each other.
 *
 * [Reference] K. Sugiyama, S. Tagawa, M. Toda, Methods for Visual Understanding
 * of Hierarchical System Structures, 1981; for cycles: P. Eades, X. Lin,
 * W. F. Smyth, A fast and effective heuristic for the feedback arc set problem, 1993.
 */
import type { Network } from "./network.ts";

const SWEEPS = 8;

/** The nodes of each layer in their order, the highest layer first. `arcs` holds pairs: upper, lower. */
export function layersOf(network: Network, arcs: ArrayLike<number>): number[][] {
  const layer = closedUp(beside(network, arcs, longestWays(network.count, arcs)));
  const layers: number[][] = [];
  for (const node of byDescent(network.count, arcs)) (layers[layer[node]!] ??= []).push(node);
  orderByNeighbors(network, layers, layer);
  return layers;
}

/** The longest way down to each node. Where arcs go in a circle, those into its most commanding node are left out. */
function longestWays(count: number, arcs: ArrayLike<number>): Int32Array {
  const { lower, uppers } = byUpper(count, arcs);
  const layer = new Int32Array(count);
  const isDone = new Uint8Array(count);
  const ready: number[] = [];
  for (let node = 0; node < count; node += 1) if (uppers[node] === 0) ready.push(node);
  for (let done = 0; done < count; done += 1) {
    const node = ready[done] ?? mostCommanding(lower, uppers, isDone);
    if (ready.length === done) ready.push(node);
    isDone[node] = 1;
    for (const below of lower[node]!) {
      if (isDone[below] === 1) continue;
      layer[below] = Math.max(layer[below]!, layer[node]! + 1);
      uppers[below]! -= 1;
      // One that was taken out of a circle has come already.
      if (uppers[below] === 0) ready.push(below);
    }
  }
  return layer;
}

function mostCommanding(lower: readonly (readonly number[])[], uppers: Int32Array, isDone: Uint8Array): number {
  let best = -1;
  for (let node = 0; node < lower.length; node += 1) {
    if (isDone[node] === 1) continue;
    if (best === -1 || lower[node]!.length - uppers[node]! > lower[best]!.length - uppers[best]!) best = node;
  }
  return best;
}

/** Brings what nothing is above right above what it is above, and what neither is among its neighbours. */
function beside(network: Network, arcs: ArrayLike<number>, layer: Int32Array): Int32Array {
  const { lower, uppers } = byUpper(network.count, arcs);
  const result = layer.slice();
  for (let node = 0; node < network.count; node += 1) {
    if (uppers[node]! > 0) continue;
    const below = lower[node]!;
    if (below.length > 0) {
      result[node] = Math.min(...below.map((other) => layer[other]!)) - 1;
      continue;
    }
    const around = [...network.neighbors.subarray(network.offsets[node]!, network.offsets[node + 1]!)]
      .map((other) => layer[other]!)
      .sort((a, b) => a - b);
    result[node] = around[Math.floor(around.length / 2)] ?? 0;
  }
  return result;
}

/** Without empty layers, from 0. */
function closedUp(layer: Int32Array): Int32Array {
  const used = [...new Set(layer)].sort((a, b) => a - b);
  const number = new Map(used.map((value, at) => [value, at]));
  return layer.map((value) => number.get(value)!);
}

/** Depth first from the top, so that a family stands together. */
function byDescent(count: number, arcs: ArrayLike<number>): number[] {
  const { lower, uppers } = byUpper(count, arcs);
  const isSeen = new Uint8Array(count);
  const order: number[] = [];
  const nodes = Array.from({ length: count }, (_, node) => node);
  // The last is taken first: roots, then whoever a circle keeps from being found from one.
  const stack = [...nodes.filter((node) => uppers[node] === 0), ...nodes].reverse();
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (isSeen[node] === 1) continue;
    isSeen[node] = 1;
    order.push(node);
    stack.push(...lower[node]!.toReversed());
  }
  return order;
}

/** Sorts each layer by where the neighbours of its nodes stand, downward and upward in turn. */
function orderByNeighbors(network: Network, layers: number[][], layer: Int32Array): void {
  // From 0 at the left end of a layer to 1 at its right end: layers have different lengths.
  const place = new Float64Array(network.count);
  const note = (nodes: readonly number[]) => {
    nodes.forEach((node, at) => {
      place[node] = (at + 0.5) / nodes.length;
    });
  };
  layers.forEach(note);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (const nodes of sweep % 2 === 0 ? layers : layers.toReversed()) {
      const wanted = new Map(nodes.map((node) => [node, meanPlace(network, node, layer, place)]));
      nodes.sort((a, b) => wanted.get(a)! - wanted.get(b)! || place[a]! - place[b]!);
      note(nodes);
    }
  }
}

/** Of the neighbours in other layers; its own where it has none. */
function meanPlace({ offsets, neighbors }: Network, node: number, layer: Int32Array, place: Float64Array): number {
  let [sum, count] = [0, 0];
  for (let at = offsets[node]!; at < offsets[node + 1]!; at += 1) {
    const other = neighbors[at]!;
    if (layer[other] === layer[node]) continue;
    sum += place[other]!;
    count += 1;
  }
  return count === 0 ? place[node]! : sum / count;
}

function byUpper(count: number, arcs: ArrayLike<number>) {
  const lower: number[][] = Array.from({ length: count }, () => []);
  const uppers = new Int32Array(count);
  const seen = new Set<number>();
  for (let at = 0; at < arcs.length; at += 2) {
    const [above, below] = [arcs[at]!, arcs[at + 1]!];
    if (above === below || seen.has(above * count + below)) continue;
    seen.add(above * count + below);
    lower[above]!.push(below);
    uppers[below]! += 1;
  }
  return { lower, uppers };
}
