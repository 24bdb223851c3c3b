/**
 * From pieces of text at places on pages to paragraphs: columns are read one
 * after the other, pieces make lines, running heads and page numbers go, and
 * lines that a paragraph was broken into are joined again.
 */
import { orderByColumns } from "./pdf-columns.ts";
import type { ColumnPiece } from "./pdf-columns.ts";
import type { PageBegin } from "./source.ts";

/** A piece of text at its place; y grows upwards, as in the file. */
export interface PdfPiece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PdfPage {
  /** In the file, from 1; scanned pages count too. */
  readonly number: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
  readonly pieces: readonly PdfPiece[];
}

export interface JoinedPages {
  readonly text: string;
  /** Where in the text each page begins: a paragraph that goes on over two pages belongs to the first. */
  readonly pages: readonly PageBegin[];
}

interface Line {
  text: string;
  readonly x: number;
  readonly y: number;
  end: number;
  readonly height: number;
  /** From 0 at the foot of the page to 1 at its head. */
  readonly level: number;
  /** 0 where the page is not set in columns, else the number of the column from 1. */
  readonly column: number;
  readonly page: number;
}

/** Running heads and feet stand in these parts of a page. */
const HEAD_LEVEL = 0.9;
const FOOT_LEVEL = 0.1;
const PAGE_NUMBER = /^[-—–·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*(?:\/|共|of)\s*\d{1,4}(?:\s*页)?)?[-—–·\s]*$/;
const BEGINS_BLOCK =
  /^(?:第[一二三四五六七八九十百]+[章节条篇]|[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．](?!\d)|[●○■◆•·])/;

export function joinPages(pages: readonly PdfPage[]): JoinedPages {
  const lines = pages.map(toLines);
  const running = findRunning(lines);
  return joinLines(lines.map((page) => page.filter((line) => !isRunning(line, running))));
}

/** In the order of reading; a piece on another height or in another column begins a line. */
function toLines(page: PdfPage): Line[] {
  const lines: Line[] = [];
  let line: Line | undefined;
  for (const piece of orderByColumns(page)) {
    const { text, x, y, width, height, column } = piece;
    if (line === undefined || !isSameLine(line, piece)) {
      if (text.trim() === "") continue;
      const level = (y - page.bottom) / (page.top - page.bottom);
      line = { text, x, y, end: x + width, height, level, column, page: page.number };
      lines.push(line);
      continue;
    }
    const isBlank = text.trim() === "";
    const isApart = (isBlank ? width : x - line.end) > line.height * 1.5;
    if (isBlank) line.text += isApart ? "  " : text;
    else line.text += (isApart && !/\s$/.test(line.text) ? "  " : "") + text;
    line.end = Math.max(line.end, x + width);
  }
  return lines.map((each) => ({ ...each, text: each.text.trim() })).filter(({ text }) => text !== "");
}

function isSameLine(line: Line, { x, y, height, column }: ColumnPiece): boolean {
  return (
    line.column === column &&
    Math.abs(y - line.y) <= Math.max(line.height, height) * 0.5 &&
    x >= line.end - line.height * 2
  );
}

/** Texts that stand at the head or foot of at least a third of the pages, figures aside. */
function findRunning(pages: readonly (readonly Line[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(page.filter(isAtEdge).map(runningKey))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const enough = Math.max(3, pages.length / 3);
  return new Set([...counts].filter(([, count]) => count >= enough).map(([key]) => key));
}

function isAtEdge({ level }: Line): boolean {
  return level > HEAD_LEVEL || level < FOOT_LEVEL;
}

function runningKey({ text }: Line): string {
  return text.replace(/\d+/g, "0").replace(/\s+/g, "");
}

function isRunning(line: Line, running: ReadonlySet<string>): boolean {
  return isAtEdge(line) && (PAGE_NUMBER.test(line.text) || running.has(runningKey(line)));
}

/** Where the lines of a column begin and end. */
interface Margins {
  readonly left: number;
  readonly right: number;
}

function joinLines(pages: readonly (readonly Line[])[]): JoinedPages {
  const all = pages.flat();
  const bodyHeight = mostCommon(all.map(({ height }) => Math.round(height)));
  const body = all.filter(({ height }) => Math.abs(height - bodyHeight) <= 1);
  const marginsOf = new Map(
    [...new Set(all.map(({ column }) => column))].map((column) => [column, findMargins(body, column)]),
  );

  let text = "";
  const begins: PageBegin[] = [];
  let previous: Line | undefined;
  for (const line of all) {
    const continues = previous !== undefined && goesOn(previous, line, marginsOf);
    if (previous !== undefined) text += continues ? seam(previous.text, line.text) : "\n";
    if (line.page !== begins.at(-1)?.number) begins.push({ number: line.page, begin: text.length });
    text += line.text;
    previous = line;
  }
  return { text, pages: begins };
}

function findMargins(body: readonly Line[], column: number): Margins {
  const lines = body.filter((line) => line.column === column);
  return {
    left: mostCommon(lines.map(({ x }) => Math.round(x))),
    right: percentile(
      lines.map(({ end }) => end),
      0.9,
    ),
  };
}

/** Whether a line is broken off at the edge of its column and the next begins at the edge of its own. */
function goesOn(previous: Line, line: Line, marginsOf: ReadonlyMap<number, Margins>): boolean {
  const { right } = marginsOf.get(previous.column)!;
  const { left } = marginsOf.get(line.column)!;
  return (
    Math.abs(line.height - previous.height) <= 1.5 &&
    previous.end >= right - previous.height * 2.5 &&
    line.x <= left + line.height * 1.2 &&
    !BEGINS_BLOCK.test(line.text) &&
    !line.text.includes("  ")
  );
}

/** Words of other scripts need a blank where the line was broken, Chinese does not. */
function seam(before: string, after: string): string {
  return /[A-Za-z,.;]$/.test(before) && /^[A-Za-z]/.test(after) ? " " : "";
}

function mostCommon(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}
