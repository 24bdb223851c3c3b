/**
 * One number for each row and column, such that those that are tied to the
 * same others get near ones: the first axis of reciprocal averaging. A row is
 * the mean of its columns and a column that of its rows, again and again; what
 * is left when the trivial solution (all the same) is taken out orders both.
 * [Reference] Hill, Reciprocal Averaging: An Eigenvector Method of Ordination, 1973
 */
import type { MatrixAnswer } from "../../../../server/contract/index.ts";

const ROUNDS = 200;
const STILL = 1e-9;

export interface SimilarityScores {
  /** Undefined for a line without ties. */
  readonly rows: readonly (number | undefined)[];
  readonly columns: readonly (number | undefined)[];
}

export function similarityScores({
  rows,
  columns,
  cells,
}: Pick<MatrixAnswer, "rows" | "columns" | "cells">): SimilarityScores {
  const rowSums = new Float64Array(rows.length);
  const columnSums = new Float64Array(columns.length);
  for (const { row, column, ties } of cells) {
    rowSums[row]! += ties;
    columnSums[column]! += ties;
  }
  // Any start but a constant will do; this one is the same every time.
  let columnScores = Float64Array.from(columns, (_, at) => at + 1);
  let rowScores = new Float64Array(rows.length);
  for (let round = 0; round < ROUNDS; round += 1) {
    normalise(columnScores, columnSums);
    rowScores = means(cells, "row", columnScores, rowSums);
    const next = means(cells, "column", rowScores, columnSums);
    normalise(next, columnSums);
    const change = Math.max(0, ...next.map((score, at) => Math.abs(score - columnScores[at]!)));
    columnScores = next;
    if (change < STILL) break;
  }
  const sign = isUpsideDown(rowScores, rowSums) ? -1 : 1;
  const given = (scores: Float64Array, sums: Float64Array) =>
    Array.from(scores, (score, at) => (sums[at] === 0 ? undefined : score * sign));
  return { rows: given(rowScores, rowSums), columns: given(columnScores, columnSums) };
}

function means(
  cells: MatrixAnswer["cells"],
  to: "row" | "column",
  scores: Float64Array,
  sums: Float64Array,
): Float64Array<ArrayBuffer> {
  const from = to === "row" ? "column" : "row";
  const result = new Float64Array(sums.length);
  for (const cell of cells) result[cell[to]]! += (cell.ties * scores[cell[from]]!) / sums[cell[to]]!;
  return result;
}

/** Takes out the trivial solution, and brings the spread to 1. */
function normalise(scores: Float64Array, weights: Float64Array): void {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return;
  const mean = scores.reduce((sum, score, at) => sum + score * weights[at]!, 0) / total;
  const spread = Math.sqrt(scores.reduce((sum, score, at) => sum + (score - mean) ** 2 * weights[at]!, 0) / total);
  for (let at = 0; at < scores.length; at += 1) scores[at] = spread === 0 ? 0 : (scores[at]! - mean) / spread;
}

/** An axis has no direction of its own: the line with most ties is to be in the first half. */
function isUpsideDown(scores: Float64Array, sums: Float64Array): boolean {
  let most = 0;
  for (let at = 1; at < sums.length; at += 1) if (sums[at]! > sums[most]!) most = at;
  return (scores[most] ?? 0) > 0;
}
