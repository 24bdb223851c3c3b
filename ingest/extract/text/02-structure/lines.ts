/**
 * The lines of a cleaned text and what each looks like by itself: heading with
 * its depth, list item, table row, paragraph. Where a line stands on the page
 * is not looked at here.
 */
import type { CleanText } from "../text-document.ts";

export type LineKind = "heading" | "item" | "row" | "paragraph";

export interface Line {
  readonly begin: number;
  readonly end: number;
  /** Without blanks at its ends. */
  readonly text: string;
  readonly kind: LineKind;
  /** Of numbered lines, and of headings: 1 is the outermost; 0 where there is none. */
  readonly depth: number;
  /** Where the words begin, after numbering and bullets. */
  readonly textBegin: number;
}

/** Numbering, outermost first; a document uses them in this order. */
const NUMBERING: readonly (readonly [depth: number, pattern: RegExp])[] = [
  [2, /^第[一二三四五六七八九十百零\d]{1,4}(?:章|编|篇|部分)[ :、.]?/],
  [3, /^第[一二三四五六七八九十百零\d]{1,4}节[ :、.]?/],
  [4, /^第[一二三四五六七八九十百零\d]{1,4}条[ :、.]?/],
  [5, /^[一二三四五六七八九十]{1,3}[、.,:]/],
  [6, /^\([一二三四五六七八九十]{1,3}\)[、.]?/],
  [7, /^\d{1,2}(?:[、.](?!\d)|\.(?=\d{4}年))/],
  [8, /^(?:\(\d{1,2}\)[、.]?|[①-⑳]|\d{1,2}\))/],
];
const MARKDOWN_HEADING = /^(#{1,6}) ?/;
/** Of headings that are numbered nowhere. */
const PLAIN_DEPTH = 5;
const BULLET = /^(?:[-*+·●○■□◆◇▲►▪➢✓※]|—{1,2}) ?/;
const SENTENCE_END = /[。!?;…,:][”’)》]?$/;
const HEADING_MAX_LENGTH = 50;

export function readLines({ text }: CleanText): Line[] {
  const lines: Line[] = [];
  for (let begin = 0; begin < text.length;) {
    const newline = text.indexOf("\n", begin);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(begin, end);
    if (line.trim() !== "") lines.push(readLine(line, begin));
    begin = end + 1;
  }
  return lines;
}

function readLine(line: string, lineBegin: number): Line {
  const begin = lineBegin + line.length - line.trimStart().length;
  const words = line.trim();
  const at = (kind: LineKind, skipped: number, depth: number): Line => ({
    begin,
    end: begin + words.length,
    text: words,
    kind,
    depth,
    textBegin: begin + skipped,
  });
  const signs = MARKDOWN_HEADING.exec(words);
  if (signs !== null) {
    const rest = words.slice(signs[0].length);
    const numbered = readNumbering(rest);
    return at("heading", signs[0].length + (numbered?.length ?? 0), numbered?.depth ?? signs[1]!.length);
  }
  const numbered = readNumbering(words);
  if (numbered !== undefined) {
    return at(isHeadingText(words.slice(numbered.length)) ? "heading" : "item", numbered.length, numbered.depth);
  }
  if (isRow(words)) return at("row", 0, 0);
  const bullet = BULLET.exec(words)?.[0];
  return bullet === undefined ? at("paragraph", 0, 0) : at("item", bullet.length, 0);
}

function readNumbering(words: string): { length: number; depth: number } | undefined {
  for (const [depth, pattern] of NUMBERING) {
    const length = pattern.exec(words)?.[0].length;
    if (length !== undefined && length < words.length) return { length, depth };
  }
  return undefined;
}

/** Cells apart by bars or tabs; one bar may be a slip. */
function isRow(words: string): boolean {
  return words.includes("\t") || words.split("|").length > 2 || /^[^|。]{1,40} \| [^|。]{1,40}$/.test(words);
}

export function isHeadingText(text: string): boolean {
  return text.length > 1 && text.length <= HEADING_MAX_LENGTH && !SENTENCE_END.test(text) && !text.includes("。");
}

/** A short line of words between paragraphs is a heading without a number. */
export function asPlainHeading(line: Line): Line {
  return { ...line, kind: "heading", depth: PLAIN_DEPTH };
}
