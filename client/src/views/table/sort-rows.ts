/** The order of a table's rows by one of its columns. */

export interface Sorting<Column extends string> {
  readonly column: Column;
  readonly descending: boolean;
}

export type Cell = string | number | null;

/** Chinese text by pinyin, numbers by size, what is missing last either way. Rows that are equal keep their order. */
export function sortRows<Row, Column extends string>(
  rows: readonly Row[],
  cell: (row: Row, column: Column) => Cell,
  { column, descending }: Sorting<Column>,
): Row[] {
  const sign = descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const left = cell(a, column);
    const right = cell(b, column);
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    if (typeof left === "number" && typeof right === "number") return sign * (left - right);
    return sign * collator.compare(String(left), String(right));
  });
}

const collator = new Intl.Collator("zh-CN", { numeric: true });

/** A click on a heading sorts by it; a second one turns the order round. Numbers begin with the largest. */
export function nextSorting<Column extends string>(
  current: Sorting<Column>,
  column: Column,
  beginsDescending: boolean,
): Sorting<Column> {
  if (current.column !== column) return { column, descending: beginsDescending };
  return { column, descending: !current.descending };
}
