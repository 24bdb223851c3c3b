/**
 * Traditional to Simplified, by phrase, in the same number of units.
 *
 * It runs on every text: documents mix both, and Simplified lines come out as
 * they went in. A line that would change its length is converted character by
 * character, so that offsets hold in any case.
 */
import { simplecc } from "simplecc-wasm";

import type { CleanText } from "../text-document.ts";
import { overwrite } from "./edits.ts";

export function simplify(clean: CleanText): CleanText {
  return overwrite(clean, toSimplified(clean.text));
}

/** Of the same length as `text`. Lines without a character that the dictionaries of conversion hold are left out of it. */
export function toSimplified(text: string): string {
  const mayChange = changing();
  let simplified = "";
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    if (mayChange[text.charCodeAt(i)] === 0) continue;
    const begin = text.lastIndexOf("\n", i) + 1;
    const newline = text.indexOf("\n", i);
    const end = newline === -1 ? text.length : newline;
    simplified += text.slice(from, begin) + simplifyLine(text.slice(begin, end));
    from = end;
    i = end;
  }
  return simplified + text.slice(from);
}

function simplifyLine(line: string): string {
  const simplified = simplecc(line, "t2s");
  return simplified.length === line.length ? simplified : byCharacter(line);
}

/** Simplified characters that phrases alone convert: 瞭解, 藉口, 答覆, 牴牾, 沈默, 衹得. */
const IN_PHRASES = "瞭藉覆牴沈衹";
const FIRST_HAN = 0x2e80;

let known: Uint8Array | undefined;

/** For each unit 1 where a text that holds it may change, surrogates included; asked of the library once. */
function changing(): Uint8Array {
  if (known !== undefined) return known;
  const mayChange = new Uint8Array(65_536);
  const characters: string[] = [];
  for (let code = FIRST_HAN; code < 0xd800; code++) characters.push(String.fromCharCode(code));
  for (let code = 0xf900; code < 0xfb00; code++) characters.push(String.fromCharCode(code));
  const converted = simplecc(characters.join("\n"), "t2s").split("\n");
  characters.forEach((character, i) => {
    if (converted[i] !== character) mayChange[character.charCodeAt(0)] = 1;
  });
  for (const character of IN_PHRASES) mayChange[character.charCodeAt(0)] = 1;
  mayChange.fill(1, 0xd800, 0xe000);
  return (known = mayChange);
}

function byCharacter(line: string): string {
  let simplified = "";
  for (const character of line) {
    const one = simplecc(character, "t2s");
    simplified += one.length === character.length ? one : character;
  }
  return simplified;
}
