/**
 * Traditional to Simplified, by phrase, in the same number of units.
 *
 * It runs on every text: documents mix both, and Simplified ones come out as
 * they went in. A line that would change its length is converted character by
 * character, so that offsets hold in any case.
 */
import { simplecc } from "simplecc-wasm";

import type { CleanText } from "../text-document.ts";
import { overwrite } from "./edits.ts";

export function simplify(clean: CleanText): CleanText {
  return overwrite(clean, toSimplified(clean.text));
}

/** Of the same length as `text`. */
export function toSimplified(text: string): string {
  const converted = simplecc(text, "t2s");
  if (converted.length === text.length) return converted;
  return text.replace(/[^\n]+/g, (line) => {
    const simplified = simplecc(line, "t2s");
    return simplified.length === line.length ? simplified : byCharacter(line);
  });
}

function byCharacter(line: string): string {
  let simplified = "";
  for (const character of line) {
    const one = simplecc(character, "t2s");
    simplified += one.length === character.length ? one : character;
  }
  return simplified;
}
