/**
 * The lines of a cleaned text and what each is: page header, heading with its
 * depth, list item, table row, paragraph, or something that is not the document.
 */
import type { BlockKind, CleanText } from "../text-document.ts";
import { isBoilerplate, isMetaLine } from "./page-lines.ts";

export interface Line {
  readonly begin: number;
  readonly end: number;
  readonly kind: BlockKind;
  /** Headings only: 1 is the outermost. */
  readonly depth: number;
  /** Where the words begin, after numbering and bullets. */
  readonly textBegin: number;
}

/** Numbering, outermost first; a document uses them in this order. */
const NUMBERING: readonly { readonly depth: number; readonly pattern: RegExp }[] = [
  { depth: 1, pattern: /^第[一二三四五六七八九十百零\d]{1,4}[章编篇部](?:分)?[ :、]?/ },
  { depth: 2, pattern: /^第[一二三四五六七八九十百零\d]{1,4}节[ :、]?/ },
  { depth: 3, pattern: /^#{1,6} ?/ },
  { depth: 4, pattern: /^[一二三四五六七八九十]{1,3}[、.,:]/ },
  { depth: 5, pattern: /^\([一二三四五六七八九十]{1,3}\)[、.]?/ },
  { depth: 6, pattern: /^\d{1,2}[.、](?!\d)/ },
  { depth: 7, pattern: /^\(\d{1,2}\)[、.]?|^[①-⑳]|^\d{1,2}\)/ },
  { depth: 8, pattern: /^[一二三四五六七八九十]{1,2}是/ },
];
const BULLET = /^(?:[-*+·●○■□◆◇▲►▪➢✓※]|—{1,2}) ?/;
const ENDS_SENTENCE = /[。!?;…][”’)》]?$/;
const HEADING_MAX_LENGTH = 50;

export function readLines(clean: CleanText): Line[] {
  const lines: Line[] = [];
  const { text } = clean;
  let begin = 0;
  while (begin <= text.length) {
    const newline = text.indexOf("\n", begin);
    const end = newline === -1 ? text.length : newline;
    if (end > begin) lines.push(readLine(text.slice(begin, end), begin));
    begin = end + 1;
  }
  return lines;
}

function readLine(line: string, begin: number): Line {
  const at = (kind: BlockKind, skipped = 0, depth = 0): Line => ({
    begin,
    end: begin + line.length,
    kind,
    depth,
    textBegin: begin + skipped,
  });
  if (isMetaLine(line)) return at("meta");
  if (isBoilerplate(line)) return at("boilerplate");
  for (const { depth, pattern } of NUMBERING) {
    const numbering = pattern.exec(line)?.[0];
    if (numbering === undefined) continue;
    return at(isHeadingText(line.slice(numbering.length)) && depth < 8 ? "heading" : "item", numbering.length, depth);
  }
  const bullet = BULLET.exec(line)?.[0];
  if (bullet !== undefined) return at("item", bullet.length);
  if (line.includes("|") || line.includes("\t")) return at("row");
  return at("paragraph");
}

function isHeadingText(text: string): boolean {
  return text.length <= HEADING_MAX_LENGTH && !ENDS_SENTENCE.test(text) && !text.includes("。");
}
