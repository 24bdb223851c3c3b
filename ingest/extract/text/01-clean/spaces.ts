/**
 * Spaces that typesetting and scraping put between Chinese characters, and
 * around figures in them. What separates columns, list items or the fields of
 * a page header stays, as one space.
 */
import type { CleanText } from "../text-document.ts";
import { cut } from "./edits.ts";
import type { Span } from "./edits.ts";

const HAN = /[\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF〇]/;
const HAN_PUNCTUATION = /[、。《》〈〉“”‘’…—·【】〔〕]/;
const PUNCTUATION = /[,.;:!?()%/]/;
const FIELD_AHEAD = /^[\u4E00-\u9FFF]{2,6}:/;
/** A line of words without punctuation: its spaces separate. */
const WORD_LIST = /^[^,。;、:!?]*$/;

export function dropStraySpaces(clean: CleanText): CleanText {
  const { text } = clean;
  const spans: Span[] = [];
  let lineBegin = 0;
  while (lineBegin <= text.length) {
    const newline = text.indexOf("\n", lineBegin);
    const lineEnd = newline === -1 ? text.length : newline;
    straySpaces(text, lineBegin, lineEnd, spans);
    lineBegin = lineEnd + 1;
  }
  return cut(clean, spans);
}

function straySpaces(text: string, lineBegin: number, lineEnd: number, spans: Span[]): void {
  const line = text.slice(lineBegin, lineEnd);
  if (!/[ \t]/.test(line)) return;
  const separates = isWordList(line);
  for (const match of line.matchAll(/[ \t]+/g)) {
    const begin = match.index;
    const end = begin + match[0].length;
    if (begin === 0 || end === line.length) {
      spans.push({ begin: lineBegin + begin, end: lineBegin + end });
      continue;
    }
    const before = line[begin - 1]!;
    const after = line[end]!;
    const isStray =
      (HAN.test(before) &&
        HAN.test(after) &&
        end - begin === 1 &&
        !separates &&
        !FIELD_AHEAD.test(line.slice(end, end + 7))) ||
      (HAN_PUNCTUATION.test(before) && !separates) ||
      HAN_PUNCTUATION.test(after) ||
      (HAN.test(before) && PUNCTUATION.test(after)) ||
      (PUNCTUATION.test(before) && HAN.test(after) && !separates && !FIELD_AHEAD.test(line.slice(end, end + 7))) ||
      (HAN.test(before) !== HAN.test(after) &&
        /[0-9A-Za-z]/.test(before + after) &&
        end - begin === 1 &&
        !FIELD_AHEAD.test(line.slice(end, end + 7)));
    if (isStray) spans.push({ begin: lineBegin + begin, end: lineBegin + end });
    else if (end - begin > 1) spans.push({ begin: lineBegin + begin + 1, end: lineBegin + end });
  }
}

/** Words of two and more characters apart by spaces, and nothing else. */
function isWordList(line: string): boolean {
  if (!WORD_LIST.test(line)) return false;
  const words = line.trim().split(/[ \t]+/);
  return words.length > 1 && words.every((word) => word.length > 1);
}
