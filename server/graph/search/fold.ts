/**
 * Text as it is compared: Simplified, half width, lower case, without spaces
 * and punctuation. Folding goes character by character, the same for names and
 * for queries, and remembers where each character came from.
 */
import { simplecc } from "simplecc-wasm";

export interface Folded {
  readonly text: string;
  /** For each UTF-16 unit of `text`, and for its end, the index in the original. */
  readonly origin: readonly number[];
}

const foldedCharacters = new Map<string, string>();

export function fold(text: string): string {
  let folded = "";
  for (const character of text) folded += foldCharacter(character);
  return folded;
}

export function foldWithOrigin(text: string): Folded {
  let folded = "";
  const origin: number[] = [];
  let index = 0;
  for (const character of text) {
    const part = foldCharacter(character);
    for (let unit = 0; unit < part.length; unit += 1) origin.push(index);
    folded += part;
    index += character.length;
  }
  origin.push(text.length);
  return { text: folded, origin };
}

function foldCharacter(character: string): string {
  const known = foldedCharacters.get(character);
  if (known !== undefined) return known;
  const plain = simplecc(character, "t2s").normalize("NFKC").toLowerCase();
  const folded = plain.replaceAll("ü", "v").replaceAll(/[^\p{L}\p{N}\p{M}]/gu, "");
  foldedCharacters.set(character, folded);
  return folded;
}
