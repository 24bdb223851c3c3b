/**
 * Stress majorisation by stochastic gradient descent: every pair of nodes
 * should be as far apart as the graph says, near pairs counting most.
 *
 * [Reference] J. X. Zheng, S. Pawar, D. F. M. Goodman, Graph Drawing by
 * Stochastic Gradient Descent, 2019.
 */
import { forAllDistances } from "./all-distances.ts";
import type { Network } from "./network.ts";
import { createRandom } from "./random.ts";

const ROUNDS = 12;
/**
 * Step size of the first round, relative to the weight of the longest pair.
 * The paper begins at 1, from a random start; pivots have found the large
 * shape already, which larger steps would only break up again.
 */
const FIRST_STEP = 0.25;
/** Of the last round, relative to the weight of an edge. */
const LAST_STEP = 0.1;
/** Terms are shuffled once, and these blocks of them every round: the same quality at a third of the memory traffic. */
const BLOCK = 64;
/** Node numbers are kept in so many bits. */
const NODE_BITS = 16;

export interface StressOptions {
  /** Nodes that must not move. */
  readonly isFixed?: (node: number) => boolean;
  readonly seed?: number;
  readonly rounds?: number;
}

/**
 * Moves `positions` (x, y pairs, one edge length being 1) in place. Takes time
 * and memory by the square of the number of nodes, of which there may be at
 * most 65,536; `network` must hang together.
 */
export function minimizeStress(network: Network, positions: Float64Array, options: StressOptions = {}): void {
  const random = createRandom(options.seed ?? 1);
  const rounds = options.rounds ?? ROUNDS;
  const fixed = Uint8Array.from({ length: network.count }, (_, node) => (options.isFixed?.(node) === true ? 1 : 0));
  const terms = allPairs(network);
  const total = terms.distances.length;
  shuffleTerms(terms, random);
  const blocks = Int32Array.from({ length: Math.ceil(total / BLOCK) }, (_, at) => at * BLOCK);
  // Weights are 1/d², so a step of d² moves a pair of that distance all the way.
  const firstStep = Math.max(LAST_STEP, FIRST_STEP * terms.longest * terms.longest);
  const decay = Math.log(firstStep / LAST_STEP) / Math.max(1, rounds - 1);
  const shares = new Float64Array(terms.longest + 1);

  for (let round = 0; round < rounds; round += 1) {
    const step = firstStep * Math.exp(-decay * round);
    for (let distance = 1; distance <= terms.longest; distance += 1) {
      shares[distance] = Math.min(1, step / (distance * distance));
    }
    shuffle(blocks, random);
    for (const block of blocks) {
      relaxTerms(terms, block, Math.min(total, block + BLOCK), shares, fixed, positions);
    }
  }
}

/** How far the first of two nodes goes, by whether the first and the second are fixed: next to a fixed one, all the way. */
const OF_ONE = [0.5, 1, 0, 0];
const OF_OTHER = [0.5, 0, 1, 0];

function relaxTerms(
  { pairs, distances }: Terms,
  from: number,
  to: number,
  shares: Float64Array,
  fixed: Uint8Array,
  positions: Float64Array,
): void {
  for (let term = from; term < to; term += 1) {
    const one = pairs[term]! >>> NODE_BITS;
    const other = pairs[term]! & ((1 << NODE_BITS) - 1);
    const distance = distances[term]!;
    const dx = positions[one * 2]! - positions[other * 2]!;
    const dy = positions[one * 2 + 1]! - positions[other * 2 + 1]!;
    const length = Math.sqrt(dx * dx + dy * dy);
    if (length < 1e-9) continue;
    const pull = (shares[distance]! * (length - distance)) / length;
    const which = fixed[one]! * 2 + fixed[other]!;
    const ofOne = pull * OF_ONE[which]!;
    const ofOther = pull * OF_OTHER[which]!;
    positions[one * 2]! -= ofOne * dx;
    positions[one * 2 + 1]! -= ofOne * dy;
    positions[other * 2]! += ofOther * dx;
    positions[other * 2 + 1]! += ofOther * dy;
  }
}

/**
 * Normalised stress, 0 for a perfect drawing: the mean over all pairs of
 * (drawn - wanted)² / wanted², at the scale that suits the drawing best.
 */
export function stressOf(network: Network, positions: ArrayLike<number>): number {
  let [pairs, linear, square] = [0, 0, 0];
  forAllDistances(network, (from, to, distance) => {
    const dx = positions[from * 2]! - positions[to * 2]!;
    const dy = positions[from * 2 + 1]! - positions[to * 2 + 1]!;
    const ratio = Math.hypot(dx, dy) / distance;
    pairs += 1;
    linear += ratio;
    square += ratio * ratio;
  });
  // min over s of Σ (s·ratio - 1)² is reached at s = Σ ratio / Σ ratio².
  return square === 0 ? 0 : 1 - (linear * linear) / (square * pairs);
}

/** One term a pair of nodes. */
interface Terms {
  /** The lower number in the upper bits. */
  readonly pairs: Uint32Array;
  readonly distances: Uint16Array;
  readonly longest: number;
}

function allPairs(network: Network): Terms {
  const total = (network.count * (network.count - 1)) / 2;
  const pairs = new Uint32Array(total);
  const distances = new Uint16Array(total);
  let [at, longest] = [0, 1];
  forAllDistances(network, (from, to, distance) => {
    if (from > to) return;
    pairs[at] = (from << NODE_BITS) | to;
    distances[at] = distance;
    longest = Math.max(longest, distance);
    at += 1;
  });
  return { pairs, distances, longest };
}

/** Fisher and Yates. */
function shuffle(items: Int32Array, random: () => number): void {
  for (let at = items.length - 1; at > 0; at -= 1) swap(items, at, Math.floor(random() * (at + 1)));
}

function shuffleTerms({ pairs, distances }: Terms, random: () => number): void {
  for (let at = distances.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    swap(pairs, at, other);
    swap(distances, at, other);
  }
}

function swap(items: Int32Array | Uint32Array | Uint16Array, one: number, other: number): void {
  const item = items[one]!;
  items[one] = items[other]!;
  items[other] = item;
}
