/**
 * A first placing by classical scaling on the distances to a few pivots. It
 * shows the large shape of a connected graph at once; stress refines it.
 *
 * [Reference] U. Brandes, C. Pich, Eigensolver Methods for Progressive
 * Multidimensional Scaling of Large Data, 2007.
 */
import { distancesFrom } from "./network.ts";
import type { Network } from "./network.ts";
import { createRandom } from "./random.ts";

const PIVOTS = 50;
const MAX_ROUNDS = 100;
/** Far below one edge length: keeps nodes with the same distances from lying on one point. */
const JITTER = 0.05;

/** Positions as x, y pairs, one edge length being about 1. `network` must hang together. */
export function pivotMds(network: Network, seed = 1): Float64Array {
  const { count } = network;
  const positions = new Float64Array(count * 2);
  const random = createRandom(seed);
  if (count > 1) {
    const columns = centre(squaredDistances(network));
    const products = columns.map((column) => Float64Array.from(columns, (other) => dot(column, other)));
    const first = dominantVector(products, random);
    const second = dominantVector(products, random, first);
    project(columns, first, positions, 0);
    project(columns, second, positions, 1);
    rescale(network, positions);
  }
  for (let at = 0; at < positions.length; at += 1) positions[at]! += (random() - 0.5) * JITTER;
  return positions;
}

/** One column a pivot. Each next pivot is the node farthest from those chosen: corners first. */
function squaredDistances(network: Network): Float64Array[] {
  const { count } = network;
  const nearest = new Float64Array(count).fill(Infinity);
  const columns: Float64Array[] = [];
  let pivot = 0;
  for (let chosen = 0; chosen < Math.min(PIVOTS, count); chosen += 1) {
    const distances = distancesFrom(network, pivot);
    const column = new Float64Array(count);
    let farthest = 0;
    for (let node = 0; node < count; node += 1) {
      column[node] = distances[node]! * distances[node]!;
      if (distances[node]! < nearest[node]!) nearest[node] = distances[node]!;
      if (nearest[node]! > nearest[farthest]!) farthest = node;
    }
    columns.push(column);
    pivot = farthest;
  }
  return columns;
}

/** Double centring, in place: rows and columns then have mean 0. */
function centre(columns: Float64Array[]): Float64Array[] {
  const count = columns[0]!.length;
  const rowMeans = new Float64Array(count);
  for (const column of columns)
    for (let row = 0; row < count; row += 1) rowMeans[row]! += column[row]! / columns.length;
  const mean = meanOf(rowMeans);
  for (const column of columns) {
    const columnMean = meanOf(column);
    for (let row = 0; row < count; row += 1) {
      column[row] = -0.5 * (column[row]! - rowMeans[row]! - columnMean + mean);
    }
  }
  return columns;
}

/** Power iteration for the leading eigenvector of a symmetric matrix, or the next one, orthogonal to `other`. */
function dominantVector(matrix: readonly Float64Array[], random: () => number, other?: Float64Array): Float64Array {
  let vector = normalize(Float64Array.from(matrix, () => random() - 0.5));
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    if (other !== undefined) removePart(vector, other);
    const next = normalize(Float64Array.from(matrix, (row) => dot(row, vector)));
    const turned = 1 - Math.abs(dot(next, vector));
    vector = next;
    if (turned < 1e-7) break;
  }
  if (other !== undefined) removePart(vector, other);
  return vector;
}

function project(columns: readonly Float64Array[], vector: Float64Array, positions: Float64Array, axis: 0 | 1): void {
  columns.forEach((column, at) => {
    const factor = vector[at]!;
    for (let row = 0; row < column.length; row += 1) positions[row * 2 + axis]! += column[row]! * factor;
  });
}

/** The projection has no unit; afterwards the mean edge has length 1. */
function rescale({ count, offsets, neighbors }: Network, positions: Float64Array): void {
  let sum = 0;
  for (let node = 0; node < count; node += 1) {
    for (let next = offsets[node]!; next < offsets[node + 1]!; next += 1) {
      const other = neighbors[next]!;
      const dx = positions[node * 2]! - positions[other * 2]!;
      const dy = positions[node * 2 + 1]! - positions[other * 2 + 1]!;
      sum += Math.sqrt(dx * dx + dy * dy);
    }
  }
  const mean = sum / neighbors.length;
  if (mean > 0) for (let at = 0; at < positions.length; at += 1) positions[at]! /= mean;
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) sum += values[at]!;
  return sum / values.length;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += a[at]! * b[at]!;
  return sum;
}

function normalize(vector: Float64Array): Float64Array {
  const length = Math.sqrt(dot(vector, vector));
  return length > 0 ? vector.map((value) => value / length) : vector;
}

function removePart(vector: Float64Array, direction: Float64Array): void {
  const part = dot(vector, direction);
  for (let at = 0; at < vector.length; at += 1) vector[at]! -= part * direction[at]!;
}
