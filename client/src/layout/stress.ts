/**
 * Stress majorisation by stochastic gradient descent: every pair of nodes
 * should be as far apart as the graph says, near pairs counting most.
 *
 * [Reference] J. X. Zheng, S. Pawar, D. F. M. Goodman, Graph Drawing by
 * Stochastic Gradient Descent, 2019.
 */
import { distancesFrom } from "./network.ts";
import type { Network } from "./network.ts";
import { createRandom } from "./random.ts";

const ROUNDS = 24;
/** Terms are shuffled once, and these blocks of them every round: the same quality at a third of the memory traffic. */
const BLOCK = 64;
/** Step size of the last round, relative to the weight of an edge. */
const LAST_STEP = 0.1;

export interface StressOptions {
  /** Nodes that must not move. */
  readonly isFixed?: (node: number) => boolean;
  readonly seed?: number;
  readonly rounds?: number;
}

/**
 * Moves `positions` (x, y pairs, one edge length being 1) in place. Takes time
 * and memory by the square of the number of nodes; `network` must hang together.
 */
export function minimizeStress(network: Network, positions: Float64Array, options: StressOptions = {}): void {
  const { count } = network;
  const terms = allPairs(network);
  const total = terms.distances.length;
  if (total === 0) return;

  const fixed = Uint8Array.from({ length: count }, (_, node) => (options.isFixed?.(node) === true ? 1 : 0));
  const random = createRandom(options.seed ?? 1);
  const rounds = options.rounds ?? ROUNDS;
  // Weights are 1/d², so the largest step is d² of the longest pair and the last one LAST_STEP of an edge.
  const firstStep = terms.longest * terms.longest;
  const decay = Math.log(firstStep / LAST_STEP) / Math.max(1, rounds - 1);
  shuffleTerms(terms, random);
  const blocks = Int32Array.from({ length: Math.ceil(total / BLOCK) }, (_, at) => at * BLOCK);

  for (let round = 0; round < rounds; round += 1) {
    const step = firstStep * Math.exp(-decay * round);
    shuffle(blocks, random);
    for (let at = 0; at < blocks.length * BLOCK; at += 1) {
      const term = blocks[Math.floor(at / BLOCK)]! + (at % BLOCK);
      if (term >= total) continue;
      const one = terms.first[term]!;
      const other = terms.second[term]!;
      const distance = terms.distances[term]!;
      const share = Math.min(1, step / (distance * distance));

      const dx = positions[one * 2]! - positions[other * 2]!;
      const dy = positions[one * 2 + 1]! - positions[other * 2 + 1]!;
      const length = Math.sqrt(dx * dx + dy * dy);
      if (length < 1e-9) continue;
      const pull = (share * (length - distance)) / length;
      // Each end takes half of the way; next to a fixed one the other takes all of it.
      const ofOne = fixed[one] === 1 ? 0 : fixed[other] === 1 ? 1 : 0.5;
      const ofOther = fixed[other] === 1 ? 0 : 1 - ofOne;
      positions[one * 2]! -= pull * ofOne * dx;
      positions[one * 2 + 1]! -= pull * ofOne * dy;
      positions[other * 2]! += pull * ofOther * dx;
      positions[other * 2 + 1]! += pull * ofOther * dy;
    }
  }
}

/**
 * Normalised stress, 0 for a perfect drawing: the mean over all pairs of
 * (drawn - wanted)² / wanted², at the scale that suits the drawing best.
 */
export function stressOf(network: Network, positions: ArrayLike<number>): number {
  const { first, second, distances } = allPairs(network);
  let linear = 0;
  let square = 0;
  for (let term = 0; term < distances.length; term += 1) {
    const ratio = drawn(positions, first[term]!, second[term]!) / distances[term]!;
    linear += ratio;
    square += ratio * ratio;
  }
  // min over s of Σ (s·ratio - 1)² is reached at s = Σ ratio / Σ ratio².
  return distances.length === 0 || square === 0 ? 0 : 1 - (linear * linear) / (square * distances.length);
}

function drawn(positions: ArrayLike<number>, one: number, other: number): number {
  return Math.hypot(positions[one * 2]! - positions[other * 2]!, positions[one * 2 + 1]! - positions[other * 2 + 1]!);
}

interface Terms {
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly distances: Float32Array;
  readonly longest: number;
}

function allPairs(network: Network): Terms {
  const { count } = network;
  const total = (count * (count - 1)) / 2;
  const first = new Int32Array(total);
  const second = new Int32Array(total);
  const distances = new Float32Array(total);
  let longest = 1;
  let at = 0;
  for (let one = 0; one < count; one += 1) {
    const from = distancesFrom(network, one);
    for (let other = one + 1; other < count; other += 1) {
      first[at] = one;
      second[at] = other;
      distances[at] = from[other]!;
      longest = Math.max(longest, from[other]!);
      at += 1;
    }
  }
  return { first, second, distances, longest };
}

/** Fisher and Yates. */
function shuffle(items: Int32Array, random: () => number): void {
  for (let at = items.length - 1; at > 0; at -= 1) swap(items, at, Math.floor(random() * (at + 1)));
}

function shuffleTerms({ first, second, distances }: Terms, random: () => number): void {
  for (let at = distances.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    swap(first, at, other);
    swap(second, at, other);
    swap(distances, at, other);
  }
}

function swap(items: Int32Array | Float32Array, one: number, other: number): void {
  const item = items[one]!;
  items[one] = items[other]!;
  items[other] = item;
}
