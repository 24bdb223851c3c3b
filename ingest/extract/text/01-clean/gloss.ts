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

const BRACKET = /\( ?([\p{Script=Latin}\p{Mn}]{1,12}) ?\)/gu;
const HAN_BEFORE = /\p{Script=Han}$/u;
const TONED = /^(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?[aeiouv]{1,3}(?:n|ng|r)?$|^(?:m|n|ng)$/u;
const TONE_MARK = /[\u0300\u0301\u0304\u030C\u0302\u0306]/u;

/** Cuts out every gloss; repeated glosses after one character go together. */
export function dropGlosses(clean: CleanText): CleanText {
  const { text } = clean;
  const spans: Span[] = [];
  for (const match of text.matchAll(BRACKET)) {
    const begin = match.index;
    const before = spans.at(-1)?.end === begin ? spans.at(-1)!.begin : begin;
    const character = HAN_BEFORE.exec(text.slice(Math.max(0, before - 2), before))?.[0];
    if (character === undefined || !isReading(character, match[1]!)) continue;
    spans.push({ begin, end: begin + match[0].length });
  }
  return cut(clean, spans);
}

function isReading(character: string, bracketed: string): boolean {
  const decomposed = bracketed.normalize("NFD");
  const letters = decomposed
    .replace(/[\u0300-\u036F]/gu, "")
    .replaceAll("ɡ", "g")
    .replaceAll("ɑ", "a");
  if (TONE_MARK.test(decomposed)) return TONED.test(letters.toLowerCase());
  if (letters !== letters.toLowerCase() || letters.length < 2) return false;
  return readings(character).includes(letters.replaceAll("v", "u"));
}

function readings(character: string): readonly string[] {
  return pinyin(character, { multiple: true, toneType: "none", type: "array", v: false }).map((reading) =>
    reading.replaceAll("ü", "u"),
  );
}
