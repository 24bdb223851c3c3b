/** A sortable table of any number of rows, of which only those in sight are drawn; rows are of one height. */
import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";

import { messages } from "../../i18n/index.ts";
import { Icon, arrowDownIcon, arrowUpIcon, classNames, useVirtualWindow } from "../../ui/index.ts";
import { screen } from "../shell/screen.ts";
import "./data-table.css";
import { nextSorting, sortRows } from "./sort-rows.ts";
import type { Cell, Sorting } from "./sort-rows.ts";

export interface Column<Row, Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** What the column is sorted by. */
  readonly value: (row: Row) => Cell;
  readonly content?: (row: Row) => ComponentChildren;
  readonly isNumber?: boolean;
}

export interface DataTableProps<Row, Id extends string> {
  readonly label: string;
  readonly columns: readonly Column<Row, Id>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly initial: Sorting<Id>;
  readonly isSelected: (row: Row) => boolean;
  readonly onSelect: (row: Row) => void;
}

/** As the stylesheet has it; on a phone a row is a target for a finger. */
export function tableRowHeight(): number {
  return screen.value === "phone" ? 44 : 34;
}

export function DataTable<Row, Id extends string>(props: DataTableProps<Row, Id>) {
  const { label, columns, rows, rowKey, isSelected, onSelect } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [sorting, setSorting] = useState(props.initial);
  const { first, end, before, after } = useVirtualWindow(scroller, rows.length, tableRowHeight());
  const byId = new Map(columns.map((column) => [column.id, column]));
  const sorted = sortRows(rows, (row, column: Id) => byId.get(column)?.value(row) ?? null, sorting);
  return (
    <div ref={scroller} class="data-table" tabIndex={-1}>
      <table aria-label={label} aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <Heading key={column.id} column={column} sorting={sorting} onSort={setSorting} />
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Gap height={before} />}
          {sorted.slice(first, end).map((row, index) => (
            <tr
              key={rowKey(row)}
              aria-rowindex={first + index + 2}
              aria-selected={isSelected(row)}
              class={classNames(isSelected(row) && "data-table__row--selected")}
              onClick={() => onSelect(row)}
            >
              {columns.map((column, at) => (
                <td key={column.id} class={classNames(column.isNumber === true && "data-table__number")}>
                  {at === 0 ? (
                    <button type="button" class="data-table__open" aria-pressed={isSelected(row)}>
                      {column.content?.(row) ?? column.value(row)}
                    </button>
                  ) : (
                    (column.content?.(row) ?? column.value(row))
                  )}
                </td>
              ))}
            </tr>
          ))}
          {after > 0 && <Gap height={after} />}
        </tbody>
      </table>
    </div>
  );
}

interface HeadingProps<Row, Id extends string> {
  readonly column: Column<Row, Id>;
  readonly sorting: Sorting<Id>;
  readonly onSort: (sorting: Sorting<Id>) => void;
}

function Heading<Row, Id extends string>({ column, sorting, onSort }: HeadingProps<Row, Id>) {
  const isSorted = sorting.column === column.id;
  const direction = sorting.descending ? "descending" : "ascending";
  return (
    <th
      scope="col"
      aria-sort={isSorted ? direction : "none"}
      class={classNames(column.isNumber === true && "data-table__number")}
    >
      <button
        type="button"
        class="data-table__sort"
        data-tip={messages.value.table.sortBy(column.label)}
        onClick={() => onSort(nextSorting(sorting, column.id, column.isNumber === true))}
      >
        {column.label}
        {isSorted && <Icon svg={sorting.descending ? arrowDownIcon : arrowUpIcon} size={12} />}
      </button>
    </th>
  );
}

function Gap({ height }: { readonly height: number }) {
  return (
    <tr aria-hidden="true" class="data-table__gap">
      <td style={{ height: `${height}px` }} />
    </tr>
  );
}
