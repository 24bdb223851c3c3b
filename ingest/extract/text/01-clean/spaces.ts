/**
 * Spaces that typesetting and scraping put between Chinese characters, and
 * around figures in them. What separates columns, list items or the fields of
 * a page header stays, as one space.
 */
import type { CleanText } from "../text-document.ts";
import { cut } from "./edits.ts";
import type { Span } from "./edits.ts";
import { everyMatch } from "../matches.ts";

const HAN = /[\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF〇]/;
const HAN_MARK = /[、。《》〈〉“”‘’…—·【】〔〕]/;
const ASCII_MARK = /[,.;:!?()%/]/;
const LATIN = /[0-9A-Za-z]/;
/** A header field begins: 来源:, 发布机构:, 来 源: */
const FIELD_AHEAD = /^[\u4E00-\u9FFF](?: {0,4}[\u4E00-\u9FFF]){1,5} ?:/;
const MAX_FIELD = 30;

export function dropStraySpaces(clean: CleanText): CleanText {
  const { text } = clean;
  const spans: Span[] = [];
  for (let begin = 0; begin < text.length;) {
    const newline = text.indexOf("\n", begin);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(begin, end);
    if (/[ \t]/.test(line)) addStraySpaces(line, begin, line.includes("\t") && isTabbedRow(text, begin, end), spans);
    begin = end + 1;
  }
  return cut(clean, spans);
}

/** Two tabs and more part the cells of a row; one does where the line before or after has one, too. */
function isTabbedRow(text: string, begin: number, end: number): boolean {
  const first = text.indexOf("\t", begin);
  const second = text.indexOf("\t", first + 1);
  if (second >= 0 && second < end) return true;
  const before = text.lastIndexOf("\t", begin);
  if (before > text.lastIndexOf("\n", begin - 2)) return true;
  const next = text.indexOf("\n", end + 1);
  return second >= 0 && second < (next < 0 ? text.length : next);
}

function addStraySpaces(line: string, lineBegin: number, isRow: boolean, spans: Span[]): void {
  const separates = isWordList(line);
  for (const { index: begin, 0: spaces } of everyMatch(line, /[ \t]+/g)) {
    const end = begin + spaces.length;
    const isAtEdge = begin === 0 || end === line.length;
    if (isRow && spaces.includes("\t")) continue;
    if (isAtEdge || isStray(line, begin, end, separates))
      spans.push({ begin: lineBegin + begin, end: lineBegin + end });
    else if (spaces.length > 1 && !spaces.includes("\t"))
      spans.push({ begin: lineBegin + begin + 1, end: lineBegin + end });
  }
}

/** @param separates whether the spaces of this line are what keeps its words apart */
function isStray(line: string, begin: number, end: number, separates: boolean): boolean {
  const before = line[begin - 1]!;
  const after = line[end]!;
  if (HAN_MARK.test(after) || (!isSpaced(before) && ASCII_MARK.test(after))) return true;
  const isLetterSpaced = standsAlone(line, begin - 1) && standsAlone(line, end);
  if (isLetterSpaced && end - begin === 1) return true;
  if (separates || FIELD_AHEAD.test(line.slice(end, end + MAX_FIELD))) return false;
  if (isLetterSpaced) return true;
  if (HAN_MARK.test(before) || (ASCII_MARK.test(before) && HAN.test(after))) return true;
  // Two and more spaces are a column's width.
  if (end - begin > 1) return false;
  return (HAN.test(before) && HAN.test(after)) || isFigureInHan(before, after);
}

/** Characters are set apart to fill a width: both sides of such a space are single ones, as in 通 知. */
function standsAlone(line: string, at: number): boolean {
  return HAN.test(line[at]!) && !HAN.test(line[at - 1] ?? " ") && !HAN.test(line[at + 1] ?? " ");
}

/** Latin words and figures keep the space before a bracket or a dash of theirs, but not before a mark. */
function isSpaced(before: string): boolean {
  return /[A-Za-z,.;:!?()]/.test(before);
}

function isFigureInHan(before: string, after: string): boolean {
  return (HAN.test(before) && LATIN.test(after)) || (LATIN.test(before) && HAN.test(after));
}

/** Words of two and more characters apart by spaces, without punctuation: a list of names, a row of a table. */
function isWordList(line: string): boolean {
  if (!line.includes(" ") || /[,。;、:!?]/.test(line)) return false;
  const words = line.trim().split(/[ \t]+/);
  return words.length > 1 && words.every((word) => word.length > 1);
}
