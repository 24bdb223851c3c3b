/**
 * Where sentences end: at 。!?; outside brackets and quotation marks, with the
 * marks that close after it.
 */
import type { Span } from "../01-clean/edits.ts";

const OPENING = "(《“‘【「〔[";
const CLOSING = ")》”’】」〕]";
/** A bracket that is open for longer is a lost one, and no longer holds the sentence together. */
const MAX_BRACKETED = 400;

/** Spans of the sentences of `text` between `begin` and `end`, without blanks at their ends. */
export function splitSentences(text: string, begin: number, end: number): Span[] {
  const sentences: Span[] = [];
  let from = begin;
  let depth = 0;
  let openedAt = begin;
  for (let i = begin; i < end; i++) {
    if (isWordUnit(text.charCodeAt(i))) continue;
    const mark = text[i]!;
    if (OPENING.includes(mark)) {
      if (depth++ === 0) openedAt = i;
    } else if (CLOSING.includes(mark)) depth = Math.max(0, depth - 1);
    if (!endsSentence(text, i, end)) continue;
    if (i - openedAt > MAX_BRACKETED) depth = 0;
    const next = skipClosing(text, i + 1, end);
    const closesQuote = next > i + 1 && depth <= next - i - 1;
    if (depth > 0 && !closesQuote) continue;
    if (depth > 0 && closesQuote && continues(text, next, end)) continue;
    push(sentences, text, from, next);
    from = next;
    i = next - 1;
    depth = 0;
  }
  push(sentences, text, from, end);
  return sentences;
}

/** Han, digits and Latin letters: nine units of ten, and never a mark. */
function isWordUnit(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a)
  );
}

function endsSentence(text: string, at: number, end: number): boolean {
  const mark = text[at]!;
  if (mark === "。" || mark === "!" || mark === ";") return true;
  if (mark === "…") return text[at + 1] !== "…";
  // A question mark inside a word is a character that was lost.
  return mark === "?" && (at + 1 >= end || !/[A-Za-z0-9?]/.test(text[at + 1]!));
}

function skipClosing(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && CLOSING.includes(text[i]!)) i++;
  return i;
}

/** After a quotation that ends with its own full stop the sentence may go on. */
function continues(text: string, at: number, end: number): boolean {
  return at < end && /[,、;的和与等]/.test(text[at]!);
}

function push(sentences: Span[], text: string, begin: number, end: number): void {
  let from = begin;
  let to = end;
  while (from < to && /\s/.test(text[from]!)) from++;
  while (to > from && /\s/.test(text[to - 1]!)) to--;
  if (to > from) sentences.push({ begin: from, end: to });
}
