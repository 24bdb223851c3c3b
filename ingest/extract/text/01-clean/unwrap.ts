/**
 * Texts that were broken into lines of one width: the lines of a paragraph are
 * joined again, so that no name is torn apart.
 */
import type { CleanText } from "../text-document.ts";
import { cut, overwrite } from "./edits.ts";
import type { Span } from "./edits.ts";

/** A line this much shorter than the width still is a full one: the next word did not fit. */
const SLACK = 3;
const MIN_WIDTH = 16;
const MAX_WIDTH = 100;
const MIN_FULL_LINES = 6;
const MIN_FULL_SHARE = 0.5;
const SENTENCE_END = /[。!?;:…][”’)》」]?$/;
const BEGINS_BLOCK =
  /^(?:[ \t]{2,}|第[一二三四五六七八九十百]+[章节条篇]|[一二三四五六七八九十]{1,3}[、是]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、](?!\d)|[#>|*●○■◆·—-])/;

interface Line extends Span {
  readonly width: number;
}

export function joinWrappedLines(clean: CleanText): CleanText {
  const { text } = clean;
  const lines = readLines(text);
  const width = findWidth(text, lines);
  if (width === undefined) return clean;

  const cuts: Span[] = [];
  const blanks: number[] = [];
  lines.forEach((line, i) => {
    const next = lines[i + 1];
    if (next === undefined || next.begin !== line.end + 1 || line.width < width - SLACK) return;
    const words = text.slice(line.begin, line.end).trimEnd();
    if (SENTENCE_END.test(words) || BEGINS_BLOCK.test(text.slice(next.begin, next.begin + 12))) return;
    if (/[A-Za-z,.;]$/.test(words) && /^[A-Za-z]/.test(text.slice(next.begin, next.begin + 1))) blanks.push(line.end);
    else cuts.push({ begin: line.end, end: next.begin });
  });
  return cut(overwrite(clean, withBlanks(text, blanks)), cuts);
}

function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let begin = 0;
  while (begin < text.length) {
    const newline = text.indexOf("\n", begin);
    const end = newline === -1 ? text.length : newline;
    if (end > begin) lines.push({ begin, end, width: displayWidth(text, begin, end) });
    begin = end + 1;
  }
  return lines;
}

/** In Han characters: two of other scripts take the place of one. */
function displayWidth(text: string, begin: number, end: number): number {
  if (end - begin > MAX_WIDTH * 2) return end - begin;
  let halves = 0;
  for (let i = begin; i < end; i++) halves += text.charCodeAt(i) < 0x2000 ? 1 : 2;
  return halves / 2;
}

/** The width that most long lines have; undefined where lines are paragraphs. */
function findWidth(text: string, lines: readonly Line[]): number | undefined {
  const long = lines.filter(({ width }) => width >= MIN_WIDTH);
  const widest = Math.max(0, ...long.slice(0, 5_000).map(({ width }) => width));
  if (widest > MAX_WIDTH) return undefined;
  const full = long.filter(({ width }) => width >= widest - SLACK);
  if (full.length < MIN_FULL_LINES || full.length < long.length * MIN_FULL_SHARE) return undefined;
  const torn = full.filter(({ begin, end }) => !SENTENCE_END.test(text.slice(begin, end).trimEnd()));
  return torn.length > full.length / 2 ? widest : undefined;
}

function withBlanks(text: string, at: readonly number[]): string {
  let from = 0;
  let result = "";
  for (const position of at) {
    result += `${text.slice(from, position)} `;
    from = position + 1;
  }
  return result + text.slice(from);
}
