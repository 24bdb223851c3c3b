/**
 * What is asked of Neo4j's full-text index (Lucene syntax, `cjk` analyzer:
 * Chinese as pairs of characters, letters as words). It finds candidates; the
 * store ranks them and says why each matches, so too many are better than too few.
 */
import { readableSyllables, readAsSyllables } from "../search/pinyin-syllables.ts";
import type { SearchTerms } from "../search/searchable-entity.ts";

const MAX_CHARACTERS = 24;
const MAX_WORDS = 8;
const MAX_READINGS = 6;

/** Undefined when nothing in the query can be looked up. */
export function searchQuery(terms: SearchTerms): string | undefined {
  const alternatives = [byName(terms), ...(terms.letters ? byLetters(terms.letters) : [])].filter(
    (part) => part !== "",
  );
  return alternatives.length === 0 ? undefined : alternatives.join(" OR ");
}

function byName({ text, folded }: SearchTerms): string {
  const han = (folded.match(/\p{Script=Han}/gu) ?? []).slice(0, MAX_CHARACTERS);
  const words =
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[^\P{L}\p{Script=Han}]+|\p{N}+/gu) ?? [];
  // A pair begins with every character of a name but its last, which only ends one.
  const clauses = [...han.map((c) => `(${c}* OR *${c})`), ...words.slice(0, MAX_WORDS).map((word) => `${word}*`)];
  // Where three or more are given one may be wrong, so that a typing error still finds.
  if (clauses.length <= 2) return conjunction(clauses);
  return `(${clauses.map((_, wrong) => conjunction(clauses.filter((__, index) => index !== wrong))).join(" OR ")})`;
}

function byLetters(letters: string): string[] {
  const readings = readAsSyllables(letters, MAX_READINGS).map((syllables) => bySyllables(syllables));
  // The end may hold a typing error: the beginning alone still finds.
  const begun = readableSyllables(letters).slice(0, -2);
  return [
    `initials:${letters}*`,
    `initials:*${letters}*`,
    ...readings,
    ...(begun.length < 2 ? [] : [bySyllables(begun)]),
  ];
}

function bySyllables(syllables: readonly string[]): string {
  return conjunction(
    syllables.map((syllable, index) => `pinyin:${syllable}${index === syllables.length - 1 ? "*" : ""}`),
  );
}

const conjunction = (clauses: readonly string[]) => (clauses.length === 0 ? "" : `(${clauses.join(" AND ")})`);
