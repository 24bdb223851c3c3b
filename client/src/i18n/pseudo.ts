/**
 * A language for development: `[!!! Ŝéáŕçĥ !!!]`. What still reads as plain
 * letters was never translated, and what is cut off did not get room to grow.
 */
import { en } from "./en.ts";
import type { Messages } from "./en.ts";

const PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const MARKED = "áƀçđéƒĝĥíĵķļɱñóþǫŕšŧúṽŵẋýžÁƁÇĐÉƑĜĤÍĴĶĻṀÑÓÞǪŔŠŦÚṼŴẊÝŽ";
const marks = new Map([...PLAIN].map((letter, index) => [letter, [...MARKED][index] ?? letter]));

/** One text, accented, bracketed and a third longer. */
export function pseudoText(text: string): string {
  const accented = [...text].map((letter) => marks.get(letter) ?? letter).join("");
  return `[!!! ${accented}${"·".repeat(Math.ceil(text.length / 3))} !!!]`;
}

function pseudo(value: unknown): unknown {
  if (typeof value === "string") return pseudoText(value);
  if (typeof value === "function") return (...parameters: unknown[]) => pseudoText(String(value(...parameters)));
  if (Array.isArray(value)) return value.map(pseudo);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, pseudo(inner)]));
  }
  return value;
}

/** Every text of an object of texts. */
export function pseudoTexts<T>(texts: T): T {
  return pseudo(texts) as T;
}

export function pseudoMessages(): Messages {
  const messages: Messages = pseudoTexts(en);
  // Numbers are the same in every language and stand inside other texts.
  return {
    ...messages,
    counts: {
      ...messages.counts,
      number: en.counts.number,
      separator: en.counts.separator,
      sentenceBreak: en.counts.sentenceBreak,
    },
  };
}
