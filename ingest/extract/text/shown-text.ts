/**
 * A passage as people read it: cleaned, but with the document's own punctuation
 * and numbering. Cleaning folds full-width marks so that rules see one form of
 * each; unit by unit the same length, they can be put back for the eye.
 */
import type { CleanText } from "./text-document.ts";

/** Full-width marks; letters and digits stay half-width, as all of our own text has them. */
const WIDE_MARK = /[\uFF01-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF5E]/;

/** `clean.text.slice(begin, end)`, of the same length. */
export function shownText({ text, toOriginal }: CleanText, original: string, begin: number, end: number): string {
  let shown = "";
  for (let i = begin; i < end; i++) {
    const mark = original[toOriginal[i]!];
    const unit = text[i]!;
    shown += mark !== undefined && WIDE_MARK.test(mark) && mark.normalize("NFKC") === unit ? mark : unit;
  }
  return shown;
}

const LONGEST_NUMBER = 8;
const NUMBER_AT_END =
  /(?:^|\n) *((?:第?[一二三四五六七八九十百]{1,4}[、章节]|\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)|\d{1,2}[.、)]|[①-⑳]) *)$/;

/** Where a sentence that begins at `begin` begins with its number: sentences leave 一、 and (二) out. */
export function numberedBegin(text: string, begin: number): number {
  const before = text.slice(Math.max(0, begin - LONGEST_NUMBER), begin);
  const number = NUMBER_AT_END.exec(begin <= LONGEST_NUMBER ? before : before.replace(/^[^\n]*$/, ""))?.[1];
  return begin - (number?.length ?? 0);
}
