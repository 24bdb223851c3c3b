/** Rows of three columns as a matrix, and of two as the bars of a chart. */
import type { QueryValue } from "../../../../../server/contract/index.ts";
import type { ResultRow } from "../../../state/query-run.ts";
import { valueText } from "../value-text.ts";
import { isNumeric, kindOfColumn } from "./column-kinds.ts";

export interface Pivot {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cell: (row: string, column: string) => number | undefined;
  readonly most: number;
  /** Heads that there are, of which the first are shown. */
  readonly rowTotal: number;
  readonly columnTotal: number;
}

export const MATRIX_HEADS = 60;

/** Values that fall into one cell are added; heads are in the order of their sums. */
export function pivotOf(rows: readonly ResultRow[], rowAt: number, columnAt: number, valueAt: number): Pivot {
  const cells = new Map<string, number>();
  const rowSums = new Map<string, number>();
  const columnSums = new Map<string, number>();
  for (const row of rows) {
    const value = row[valueAt];
    if (typeof value !== "number") continue;
    const [head, column] = [textAt(row, rowAt), textAt(row, columnAt)];
    add(cells, keyOf(head, column), value);
    add(rowSums, head, value);
    add(columnSums, column, value);
  }
  return {
    rows: largest(rowSums),
    columns: largest(columnSums),
    cell: (row, column) => cells.get(keyOf(row, column)),
    most: [...cells.values()].reduce((most, value) => Math.max(most, value), 0),
    rowTotal: rowSums.size,
    columnTotal: columnSums.size,
  };
}

/** Columns that hold numbers, and those that name something. */
export function columnsFor(rows: readonly ResultRow[], columns: readonly string[]) {
  const kinds = columns.map((_, at) => kindOfColumn(rows, at));
  const numbers = kinds.flatMap((kind, at) => (isNumeric(kind) ? [at] : []));
  const names = kinds.flatMap((kind, at) => (isNumeric(kind) || kind === "null" ? [] : [at]));
  return { numbers, names };
}

export const textAt = (row: ResultRow, at: number): string => valueText((row[at] ?? null) as QueryValue);

const keyOf = (row: string, column: string) => JSON.stringify([row, column]);
const add = (sums: Map<string, number>, key: string, value: number) => sums.set(key, (sums.get(key) ?? 0) + value);
const largest = (sums: ReadonlyMap<string, number>) =>
  [...sums]
    .toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], "zh-CN"))
    .slice(0, MATRIX_HEADS)
    .map(([name]) => name);
