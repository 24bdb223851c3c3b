/**
 * What is asked of Neo4j's full-text index (Lucene syntax, `cjk` analyzer:
 * Chinese as pairs of characters, letters as words). It finds candidates; the
 * store ranks them and says why each matches, so too many are better than too few.
 */
import { readAsSyllables } from "../search/pinyin-syllables.ts";
import type { SearchTerms } from "../search/searchable-entity.ts";

const MAX_CHARACTERS = 24;
const MAX_READINGS = 6;

/** Undefined when nothing in the query can be looked up. */
export function searchQuery(terms: SearchTerms): string | undefined {
  const characters = [...terms.folded].filter((c) => /[\p{L}\p{N}]/u.test(c)).slice(0, MAX_CHARACTERS);
  if (characters.length === 0) return undefined;
  const alternatives = [byName(characters.join(""))];
  if (terms.letters) alternatives.push(...byLetters(terms.letters.slice(0, 4 * MAX_CHARACTERS)));
  return alternatives.filter((part) => part !== "").join(" OR ");
}

function byName(folded: string): string {
  const han = folded.match(/\p{Script=Han}/gu) ?? [];
  const words = folded.match(/[^\p{Script=Han}]+/gu) ?? [];
  // A pair begins with every character of a name but its last, which only ends one.
  // Where two or more characters are given one may be wrong, so that a typing error still finds.
  const clauses = [...han.map((c) => `(${c}* OR *${c})`), ...words.map((word) => `${word}*`)];
  if (clauses.length <= 2) return conjunction(clauses);
  return `(${clauses.map((_, wrong) => conjunction(clauses.filter((__, index) => index !== wrong))).join(" OR ")})`;
}

function byLetters(letters: string): string[] {
  const readings = readAsSyllables(letters, MAX_READINGS).map((syllables) =>
    conjunction(syllables.map((syllable, index) => `pinyin:${syllable}${index === syllables.length - 1 ? "*" : ""}`)),
  );
  return [`initials:${letters}*`, `initials:*${letters}*`, ...readings];
}

const conjunction = (clauses: readonly string[]) => (clauses.length === 0 ? "" : `(${clauses.join(" AND ")})`);
