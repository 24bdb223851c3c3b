/**
 * Edits on a text that keep, for every unit of the result, its index in the
 * original. Two edits are enough for all cleaning: cutting spans out and
 * writing another text of the same length over it.
 */
import type { CleanText } from "../text-document.ts";
import { everyMatch } from "../matches.ts";

/** `begin` inclusive, `end` exclusive. */
export interface Span {
  readonly begin: number;
  readonly end: number;
}

export function untouched(original: string): CleanText {
  const toOriginal = new Uint32Array(original.length + 1);
  for (let i = 0; i <= original.length; i++) toOriginal[i] = i;
  return { text: original, toOriginal };
}

/** Cuts `spans`, which are sorted and do not overlap, out of the text. */
export function cut(clean: CleanText, spans: readonly Span[]): CleanText {
  if (spans.length === 0) return clean;
  const { text, toOriginal } = clean;
  const kept: string[] = [];
  const map = new Uint32Array(toOriginal.length);
  let length = 0;
  let from = 0;
  const keep = (to: number) => {
    kept.push(text.slice(from, to));
    map.set(toOriginal.subarray(from, to), length);
    length += to - from;
  };
  for (const { begin, end } of spans) {
    keep(begin);
    from = end;
  }
  keep(text.length);
  map[length] = toOriginal[text.length]!;
  return { text: kept.join(""), toOriginal: map.slice(0, length + 1) };
}

/** Writes `text`, of the same length, over the text. */
export function overwrite(clean: CleanText, text: string): CleanText {
  if (text.length !== clean.text.length) {
    throw new RangeError(`The new text has ${text.length} units, the old one ${clean.text.length}.`);
  }
  return text === clean.text ? clean : { text, toOriginal: clean.toOriginal };
}

/** Writes for each unit the one that `form` gives. */
export function overwriteUnits(clean: CleanText, form: (unit: number) => number): CleanText {
  const { text } = clean;
  const units = new Uint16Array(text.length);
  let changed = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const formed = form(unit);
    units[i] = formed;
    if (formed !== unit) changed = true;
  }
  if (!changed) return clean;
  return { text: Buffer.from(units.buffer).toString("utf16le"), toOriginal: clean.toOriginal };
}

/** Spans of all matches of a global expression. */
export function spansOf(text: string, pattern: RegExp): Span[] {
  return everyMatch(text, pattern).map((match) => ({ begin: match.index, end: match.index + match[0].length }));
}
