/**
 * Pinyin glosses that republished pages carry after a character: 創(chuàng)新.
 *
 * A bracket is a gloss when it stands directly after a Han character and holds
 * one syllable: with a tone mark any, without one only a reading of that
 * character. Brackets with words, capitals or Han (R&D, MEMS, 广州) stay.
 */
import { pinyin } from "pinyin-pro";

import type { CleanText } from "../text-document.ts";
import { cut } from "./edits.ts";
import type { Span } from "./edits.ts";
import { everyMatch } from "../matches.ts";

const BRACKET = /\( ?([^() \n]{1,12}) ?\)/g;
const LATIN = /^[\p{Script=Latin}\p{Mn}]+$/u;
const SYLLABLE = /^(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?[aeiouv]{1,3}(?:n|ng|r)?$|^(?:m|n|ng)$/;
const TONE_MARK = /[\u0300\u0301\u0302\u0304\u0306\u030C]/;
const COMBINING = /[\u0300-\u036F]/g;
const LAST_CHARACTER = /.$/su;
const HAN = /^\p{Script=Han}$/u;

/** Cuts out every gloss; repeated glosses after one character go together. */
export function dropGlosses(clean: CleanText): CleanText {
  const { text } = clean;
  const spans: Span[] = [];
  for (const { index: begin, 0: bracket, 1: held } of everyMatch(text, BRACKET)) {
    if (readSyllable(held!) === undefined) continue;
    const last = spans.at(-1);
    const glossed = last?.end === begin ? last.begin : begin;
    const character = LAST_CHARACTER.exec(text.slice(Math.max(0, glossed - 2), glossed))?.[0];
    if (character === undefined || !HAN.test(character) || !isReading(character, held!)) continue;
    if (last?.end === begin) spans[spans.length - 1] = { begin: last.begin, end: begin + bracket.length };
    else spans.push({ begin, end: begin + bracket.length });
  }
  return cut(clean, spans);
}

function isReading(character: string, held: string): boolean {
  const syllable = readSyllable(held);
  if (syllable === undefined) return false;
  return syllable.isToned || (syllable.letters.length > 1 && readings(character).includes(syllable.letters));
}

interface Syllable {
  /** Without tone, ü written u. */
  readonly letters: string;
  readonly isToned: boolean;
}

/** Undefined where it is no syllable. A language has some 1,300 of them, and documents repeat the same hundred. */
function readSyllable(held: string): Syllable | undefined {
  if (syllables.has(held)) return syllables.get(held);
  if (syllables.size > SYLLABLES_AT_MOST) syllables.clear();
  const syllable = parseSyllable(held);
  syllables.set(held, syllable);
  return syllable;
}

const syllables = new Map<string, Syllable | undefined>();
const SYLLABLES_AT_MOST = 5_000;

function parseSyllable(held: string): Syllable | undefined {
  if (!LATIN.test(held)) return undefined;
  const decomposed = held.normalize("NFD");
  const isToned = TONE_MARK.test(decomposed);
  const bare = decomposed.replace(COMBINING, "").replaceAll("ɡ", "g").replaceAll("ɑ", "a");
  const letters = isToned ? bare.toLowerCase() : bare;
  return SYLLABLE.test(letters) ? { letters: letters.replaceAll("v", "u"), isToned } : undefined;
}

function readings(character: string): readonly string[] {
  return pinyin(character, { multiple: true, toneType: "none", type: "array", v: false }).map((reading) =>
    reading.replaceAll("ü", "u"),
  );
}
