/**
 * A passage as people read it: cleaned, but with the document's own punctuation
 * and numbering. Cleaning folds full-width marks so that rules see one form of
 * each; unit by unit the same length, they can be put back for the eye.
 */
import type { CleanText } from "./text-document.ts";

/** Full-width marks and what cleaning makes of them; letters and digits stay half-width, as all of our own text has them. */
const NARROW_OF_WIDE = new Map<number, string>();
for (let code = 0xff01; code <= 0xff5e; code++) {
  const narrow = String.fromCharCode(code).normalize("NFKC");
  if (!/[0-9A-Za-z]/.test(narrow)) NARROW_OF_WIDE.set(code, narrow);
}
const FIRST_WIDE = 0xff01;
const LAST_WIDE = 0xff5e;

/** `clean.text.slice(begin, end)`, of the same length. */
export function shownText({ text, toOriginal }: CleanText, original: string, begin: number, end: number): string {
  let shown = "";
  let from = begin;
  for (let i = begin; i < end; i++) {
    const code = original.charCodeAt(toOriginal[i]!);
    if (code < FIRST_WIDE || code > LAST_WIDE || NARROW_OF_WIDE.get(code) !== text[i]) continue;
    shown += text.slice(from, i) + String.fromCharCode(code);
    from = i + 1;
  }
  return shown + text.slice(from, end);
}

const LONGEST_NUMBER = 8;
const NUMBER_AT_END =
  /(?:^|\n) *((?:第?[一二三四五六七八九十百]{1,4}[、章节]|\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)|\d{1,2}[.、)]|[①-⑳]) *)$/;

/** Where a sentence that begins at `begin` begins with its number: sentences leave 一、 and (二) out. */
export function numberedBegin(text: string, begin: number): number {
  // A number ends in a mark or a blank; most sentences stand behind another's full stop or a line's end.
  if (begin === 0 || !/[、章节).①-⑳ ]/.test(text[begin - 1]!)) return begin;
  const before = text.slice(Math.max(0, begin - LONGEST_NUMBER), begin);
  const number = NUMBER_AT_END.exec(begin <= LONGEST_NUMBER ? before : before.replace(/^[^\n]*$/, ""))?.[1];
  return begin - (number?.length ?? 0);
}
