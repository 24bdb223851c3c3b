/**
 * The grid itself: heads that stay, margins as bars, a cell for every pair.
 * Only what is in sight is drawn. One stop of Tab; arrows, Home, End and the
 * page keys move, Enter opens.
 */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";

import type { EntityId, MatrixAnswer, TieKind } from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";
import type { ArrangedMatrix, PlacedLine } from "../../state/matrix/arrange-lines.ts";
import type { OpenCell } from "../../state/matrix/matrix.ts";
import { classNames } from "../../ui/index.ts";
import { CellMark, cellTip } from "./cell-mark.tsx";
import { ColumnHeads } from "./column-heads.tsx";
import { columnLefts, useGridSizes } from "./grid-sizes.ts";
import type { GridSizes } from "./grid-sizes.ts";
import { useGridWindow } from "./grid-window.ts";
import { matrixMessages } from "./messages.ts";
import { lineName, spokenName } from "./names.ts";
import { stepStarts } from "./quantity.ts";

export interface MatrixGridProps {
  readonly answer: MatrixAnswer;
  readonly arranged: ArrangedMatrix;
  readonly open: OpenCell | null;
  readonly selected: ReadonlySet<EntityId>;
  readonly onOpen: (cell: OpenCell) => void;
  readonly corner: preact.ComponentChildren;
  /** What a refresh shows meanwhile. */
  readonly isStale: boolean;
}

/** Where the keyboard stands; -1 is the heads. */
interface At {
  readonly row: number;
  readonly column: number;
}

export function MatrixGrid(props: MatrixGridProps) {
  const { answer, arranged, open, selected, onOpen, corner, isStale } = props;
  const { rows, columns, groups, most } = arranged;
  const words = matrixMessages.value;
  const sizes = useGridSizes();
  const scroller = useRef<HTMLDivElement>(null);
  const lefts = useMemo(() => columnLefts(groups, sizes), [groups, sizes]);
  const size = useMemo(() => ({ lefts, rows: rows.length, rowHeight: sizes.row }), [lefts, rows.length, sizes]);
  const shown = useGridWindow(scroller, size, { width: sizes.rowHead, height: sizes.columnHead });
  const [at, setAt] = useState<At>({ row: 0, column: 0 });
  const wantsFocus = useRef(false);
  const starts = useMemo(() => stepStarts(most.cell), [most.cell]);
  const width = sizes.rowHead + (lefts.at(-1) ?? 0);
  const current = within(at, rows.length, columns.length);

  // What is open is in sight, and where the keyboard goes on.
  useEffect(() => {
    if (open === null) return;
    const row = rows.findIndex(({ entity }) => entity.id === open.row);
    const column = columns.findIndex(({ entity }) => entity.id === open.column);
    if (row >= 0 || column >= 0) setAt({ row, column });
  }, [open?.row, open?.column, rows, columns]);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    bringIntoSight(element, current, lefts, sizes);
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    element.querySelector<HTMLElement>("[data-at='here']")?.focus({ preventScroll: true });
  }, [current.row, current.column, shown]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey && event.key !== "Home" && event.key !== "End") return;
    if (event.altKey || event.metaKey || (event.target as HTMLElement).closest(".matrix-grid__corner") !== null) return;
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - sizes.columnHead) / sizes.row) - 1);
    const next = moved(event, current, page, rows.length, columns.length);
    if (next !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      wantsFocus.current = true;
      setAt(next);
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      openAt(current);
    }
  };
  const openAt = ({ row, column }: At) => {
    const cell = { row: rows[row]?.entity.id ?? null, column: columns[column]?.entity.id ?? null };
    if (cell.row !== null || cell.column !== null) onOpen(cell);
  };
  const onClick = (event: MouseEvent) => {
    const place = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-cell]") : null;
    const [row, column] = place?.dataset["cell"]?.split(" ").map(Number) ?? [];
    if (row === undefined || column === undefined) return;
    setAt({ row, column });
    openAt({ row, column });
  };

  const visibleRows = indices(shown.firstRow, Math.min(shown.endRow, rows.length), current.row);
  // The same array while the same columns are in sight: rows that are drawn already are left alone then.
  const visibleColumns = useMemo(
    () => indices(shown.firstColumn, Math.min(shown.endColumn, columns.length), current.column),
    [shown.firstColumn, shown.endColumn, columns, current.column],
  );
  return (
    <div ref={scroller} class={classNames("matrix-grid", isStale && "matrix-grid--stale")} tabIndex={-1}>
      <div
        role="grid"
        aria-label={words.grid}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        aria-busy={isStale}
        class="matrix-grid__sheet"
        style={{ width: `${width}px`, height: `${sizes.columnHead + rows.length * sizes.row + 12}px` }}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <ColumnHeads
          arranged={arranged}
          lefts={lefts}
          sizes={sizes}
          indices={visibleColumns}
          current={current.row === -1 ? current.column : undefined}
          open={open}
          selected={selected}
          corner={corner}
        />
        {visibleRows.map((row) => (
          <Row
            key={rows[row]!.entity.id}
            kinds={answer.kinds}
            arranged={arranged}
            at={row}
            columns={visibleColumns}
            lefts={lefts}
            sizes={sizes}
            starts={starts}
            current={current.row === row ? current.column : undefined}
            open={open?.row === rows[row]!.entity.id ? open : null}
            isSelected={selected.has(rows[row]!.entity.id)}
          />
        ))}
      </div>
    </div>
  );
}

interface RowProps {
  readonly kinds: readonly TieKind[];
  readonly arranged: ArrangedMatrix;
  readonly at: number;
  /** To be drawn. */
  readonly columns: readonly number[];
  readonly lefts: readonly number[];
  readonly sizes: GridSizes;
  readonly starts: readonly number[];
  /** Where the keyboard stands in this row. */
  readonly current: number | undefined;
  /** Given where the open cell or line is in this row. */
  readonly open: OpenCell | null;
  readonly isSelected: boolean;
}

/** While only other rows come into sight this one stays as it was drawn. */
function Row({ kinds, arranged, at, columns, lefts, sizes, starts, current, open, isSelected }: RowProps) {
  const words = matrixMessages.value;
  return useMemo(() => {
    const line = arranged.rows[at]!;
    const spokenRow = spokenName(line);
    const width = sizes.rowHead + (lefts.at(-1) ?? 0);
    return (
      <div
        role="row"
        aria-rowindex={at + 2}
        class="matrix-grid__row"
        style={{ top: `${sizes.columnHead + at * sizes.row}px`, height: `${sizes.row}px`, width: `${width}px` }}
      >
        <RowHead
          line={line}
          at={at}
          most={arranged.most.row}
          width={sizes.rowHead}
          isCurrent={current === -1}
          isOpen={open !== null}
          isSelected={isSelected}
        />
        {columns.map((column) => {
          const columnLine = arranged.columns[column]!;
          const cell = arranged.cellAt(line, columnLine);
          const isOpen = open !== null && open.column === columnLine.entity.id;
          const spokenColumn = spokenName(columnLine);
          return (
            <div
              key={columnLine.entity.id}
              role="gridcell"
              aria-colindex={column + 2}
              aria-selected={isOpen}
              aria-label={
                cell === undefined
                  ? words.emptyCell(spokenRow, spokenColumn)
                  : words.cell(spokenRow, spokenColumn, cell.ties, cell.planned)
              }
              data-cell={`${at} ${column}`}
              data-at={current === column ? "here" : undefined}
              data-tip={cell === undefined ? undefined : cellTip(kinds, cell)}
              tabIndex={current === column ? 0 : -1}
              class="matrix-grid__place"
              style={{ left: `${sizes.rowHead + lefts[column]!}px`, width: `${sizes.cell}px` }}
            >
              <CellMark cell={cell} starts={starts} isOpen={isOpen} />
            </div>
          );
        })}
      </div>
    );
  }, [kinds, arranged, at, columns, lefts, sizes, starts, current, open, isSelected, words]);
}

interface RowHeadProps {
  readonly line: PlacedLine;
  readonly at: number;
  readonly most: number;
  readonly width: number;
  readonly isCurrent: boolean;
  readonly isOpen: boolean;
  readonly isSelected: boolean;
}

function RowHead({ line, at, most, width, isCurrent, isOpen, isSelected }: RowHeadProps) {
  const words = matrixMessages.value;
  const { number } = messages.value.counts;
  const rolledUp = line.parts > 0 ? `${line.entity.name} · ${words.rolledUp(line.parts)}` : line.entity.name;
  return (
    <div
      role="rowheader"
      aria-colindex={1}
      aria-label={words.line(spokenName(line), line.ties, line.planned)}
      data-cell={`${at} -1`}
      data-at={isCurrent ? "here" : undefined}
      data-tip={rolledUp}
      tabIndex={isCurrent ? 0 : -1}
      class={classNames(
        "matrix-grid__head",
        isOpen && "matrix-grid__head--open",
        isSelected && "matrix-grid__head--selected",
      )}
      style={{ width: `${width}px` }}
    >
      <span class="matrix-grid__name">{line.isOwn ? `${line.entity.name} · ${lineName(line)}` : line.entity.name}</span>
      <span class="matrix-grid__margin">
        <span style={{ width: `${most === 0 ? 0 : (line.ties / most) * 40}px` }} />
      </span>
      <span class="matrix-grid__total">{number(line.ties)}</span>
    </div>
  );
}

/** Those in sight, and the one where the keyboard stands: it must not lose the focus by being scrolled away. */
function indices(first: number, end: number, current: number): readonly number[] {
  const all = Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
  if (current < 0 || (current >= first && current < end)) return all;
  return current < first ? [current, ...all] : [...all, current];
}

function within({ row, column }: At, rows: number, columns: number): At {
  return { row: Math.min(row, rows - 1), column: Math.min(column, columns - 1) };
}

function moved(event: KeyboardEvent, { row, column }: At, page: number, rows: number, columns: number): At | undefined {
  const to = (row: number, column: number): At => ({
    row: Math.max(-1, Math.min(rows - 1, row)),
    // The corner is no place of its own.
    column: Math.max(row < 0 ? 0 : -1, Math.min(columns - 1, column)),
  });
  switch (event.key) {
    case "ArrowUp":
      return column === -1 && row === 0 ? { row, column } : to(row - 1, column);
    case "ArrowDown":
      return to(row + 1, column);
    case "ArrowLeft":
      return to(row, column - 1);
    case "ArrowRight":
      return to(row, column + 1);
    case "PageUp":
      return to(Math.max(0, row - page), column);
    case "PageDown":
      return to(row + page, column);
    case "Home":
      return event.ctrlKey ? to(0, 0) : to(row, 0);
    case "End":
      return event.ctrlKey ? to(rows - 1, columns - 1) : to(row, columns - 1);
    default:
      return undefined;
  }
}

function bringIntoSight(element: HTMLElement, { row, column }: At, lefts: readonly number[], sizes: GridSizes): void {
  if (!element.contains(document.activeElement)) return;
  if (row >= 0) {
    const top = row * sizes.row;
    const bottom = top + sizes.row - (element.clientHeight - sizes.columnHead);
    if (element.scrollTop > top) element.scrollTop = top;
    else if (element.scrollTop < bottom) element.scrollTop = bottom + 4;
  }
  if (column >= 0) {
    const left = lefts[column]!;
    const right = left + sizes.cell - (element.clientWidth - sizes.rowHead);
    if (element.scrollLeft > left) element.scrollLeft = left;
    else if (element.scrollLeft < right) element.scrollLeft = right + 4;
  }
}
