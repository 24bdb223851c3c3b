/**
 * Pages set in two columns: read down the left one and then down the right one,
 * in whatever order the file has the pieces. What goes over both columns (titles,
 * tables) parts the page into bands.
 *
 * The columns of a table are none: its cells are read row by row. They differ
 * in that the lines of text fill their column, and cells do not.
 */
import type { PdfPage, PdfPiece } from "./pdf-layout.ts";

export interface ColumnPiece extends PdfPiece {
  /** 0 outside of columns, else the number of the column from 1. */
  readonly column: number;
}

/** The gutter is looked for in the middle of the page. */
const GUTTER_FROM = 0.35;
const GUTTER_TO = 0.65;
const STEP = 2;
/** Fewer lines on a side are no column. */
const LEAST_LINES = 6;
/** So much of the lines keep off the gutter. */
const KEPT_CLEAR = 0.8;
/** So much of its column the middle line of text fills. */
const FILLED = 0.75;
/** Columns of text stand closer together, in heights of a line; those of tables are as far apart as it happens. */
const WIDEST_GUTTER = 5;
/** A line of text has more characters; the cells of a table may have fewer. */
const LEAST_CHARACTERS = 8;

/** In the order of the file where the page is not set in columns: producers write it as it is read. */
export function orderByColumns(page: PdfPage): readonly ColumnPiece[] {
  const rows = toRows(page.pieces);
  const gutter = findGutter(page, rows);
  if (gutter === undefined) return page.pieces.map((piece) => ({ ...piece, column: 0 }));
  const ordered: ColumnPiece[] = [];
  let sides: [PdfPiece[], PdfPiece[]] = [[], []];
  const flush = () => {
    sides.forEach((side, i) => ordered.push(...side.map((piece) => ({ ...piece, column: i + 1 }))));
    sides = [[], []];
  };
  for (const row of rows) {
    if (row.some((piece) => crosses(piece, gutter))) {
      flush();
      ordered.push(...row.map((piece) => ({ ...piece, column: 0 })));
    } else for (const piece of row) sides[piece.x + piece.width / 2 < gutter ? 0 : 1].push(piece);
  }
  flush();
  return ordered;
}

/** Pieces of one height, from the top of the page down, each row from left to right. */
function toRows(pieces: readonly PdfPiece[]): readonly (readonly PdfPiece[])[] {
  const rows: PdfPiece[][] = [];
  for (const piece of [...pieces].filter(({ text }) => text.trim() !== "").sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    if (first !== undefined && Math.abs(first.y - piece.y) <= Math.max(first.height, piece.height) * 0.5)
      row!.push(piece);
    else rows.push([piece]);
  }
  for (const row of rows) row.sort((a, b) => a.x - b.x);
  return rows;
}

/** Where hardly a line stands, between two sides whose lines end at it and begin after it; undefined where there is none. */
function findGutter(page: PdfPage, rows: readonly (readonly PdfPiece[])[]): number | undefined {
  const width = page.right - page.left;
  let best: { at: number; crossed: number } | undefined;
  for (let at = page.left + width * GUTTER_FROM; at <= page.left + width * GUTTER_TO; at += STEP) {
    const crossed = rows.filter((row) => row.some((piece) => crosses(piece, at))).length;
    if (best === undefined || crossed < best.crossed) best = { at, crossed };
  }
  if (best === undefined || best.crossed > rows.length * (1 - KEPT_CLEAR)) return undefined;
  // The middle of the empty strip, so that a line that reaches a little further does not cross it.
  const clear = (at: number) => rows.filter((row) => row.some((piece) => crosses(piece, at))).length === best!.crossed;
  let end = best.at;
  while (end + STEP <= page.left + width * GUTTER_TO && clear(end + STEP)) end += STEP;
  const gutter = (best.at + end) / 2;
  const [left, right] = [sideOf(rows, gutter, 0), sideOf(rows, gutter, 1)];
  if (!isColumn(left) || !isColumn(right)) return undefined;
  const apart = Math.min(...right.map(({ from }) => from)) - Math.max(...left.map(({ to }) => to));
  return apart <= WIDEST_GUTTER * middleOf(left.map(({ height }) => height)) ? gutter : undefined;
}

function crosses({ x, width }: PdfPiece, at: number): boolean {
  return x < at && x + width > at;
}

interface Side {
  readonly from: number;
  readonly to: number;
  readonly height: number;
  readonly characters: number;
}

/** The lines of one side, by where they begin and end. */
function sideOf(rows: readonly (readonly PdfPiece[])[], gutter: number, side: 0 | 1): readonly Side[] {
  return rows.flatMap((row) => {
    if (row.some((piece) => crosses(piece, gutter))) return [];
    const own = row.filter((piece) => Number(piece.x + piece.width / 2 >= gutter) === side);
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined) return [];
    const characters = own.reduce((sum, { text }) => sum + text.length, 0);
    return [{ from: first.x, to: last.x + last.width, height: first.height, characters }];
  });
}

function isColumn(lines: readonly Side[]): boolean {
  if (lines.length < LEAST_LINES) return false;
  const left = Math.min(...lines.map(({ from }) => from));
  const right = Math.max(...lines.map(({ to }) => to));
  return (
    middleOf(lines.map(({ from, to }) => (to - from) / (right - left))) >= FILLED &&
    middleOf(lines.map(({ characters }) => characters)) >= LEAST_CHARACTERS
  );
}

function middleOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
