/**
 * Entities as three texts to scan: `\n` before an entity's first key, `\t`
 * before each further one. Scanning 100,000 entities so takes a few
 * milliseconds, where comparing them one by one takes seconds.
 */
import { fold } from "./fold.ts";
import { findOneWrong, findSubsequence, TIERS } from "./match.ts";
import type { SearchableEntity, SearchTerms } from "./searchable-entity.ts";

/** The tier of an entity that does not match. */
export const NO_MATCH = 255;

/** So many places are looked at closely for a fuzzy match; a query that has more is hardly a typing error. */
const MAX_FUZZY_PLACES = 20_000;

export class IndexSegment {
  readonly entities: readonly SearchableEntity[];
  readonly #names: KeyText;
  readonly #pinyin: KeyText;
  readonly #initials: KeyText;

  constructor(entities: readonly SearchableEntity[]) {
    this.entities = entities;
    this.#names = new KeyText(entities, ({ name, aliases }) => [name, ...aliases].map(fold));
    this.#pinyin = new KeyText(entities, ({ pinyin }) => pinyin.map(capitalized));
    this.#initials = new KeyText(entities, ({ initials }) => initials);
  }

  /** The best tier of each entity, in the order of `entities`, for a match as typed. */
  tiersAsTyped({ folded, letters }: SearchTerms): Uint8Array {
    const tiers = new Uint8Array(this.entities.length).fill(folded === "" ? TIERS.prefix : NO_MATCH);
    if (folded === "") return tiers;
    this.#names.scan(folded, tiers, nameTier);
    if (letters === null) return tiers;
    this.#pinyin.scan(letters, tiers, pinyinTier);
    this.#initials.scan(letters, tiers, initialsTier);
    return tiers;
  }

  /** Fills in tiers of entities that match only when something is guessed. */
  addFuzzy({ folded, letters }: SearchTerms, tiers: Uint8Array): void {
    this.#names.scanOrdered(folded, tiers);
    this.#names.scanOneWrong(folded, tiers);
    if (letters !== null) this.#pinyin.scanOneWrong(letters, tiers);
  }
}

/** Where a match stands in a key. */
interface Place {
  /** In the entity's first key, its name. */
  isFirstKey: boolean;
  isStart: boolean;
  isWhole: boolean;
  /** The key has a capital letter there: a syllable begins. */
  isCapital: boolean;
}

function nameTier(place: Place): number {
  if (place.isWhole) return place.isFirstKey ? TIERS.exactName : TIERS.exactAlias;
  return place.isStart ? TIERS.prefix : TIERS.inside;
}

function pinyinTier(place: Place): number {
  if (!place.isCapital) return NO_MATCH;
  if (place.isWhole) return TIERS.exactLetters;
  return place.isStart ? TIERS.pinyinPrefix : TIERS.lettersInside;
}

function initialsTier(place: Place): number {
  if (place.isWhole) return TIERS.exactLetters;
  return place.isStart ? TIERS.initialsPrefix : TIERS.lettersInside;
}

const NEWLINE = 10;
const TAB = 9;

/** The keys of all entities, joined. */
class KeyText {
  readonly #marked: string;
  readonly #text: string;
  /** Where each entity begins, and the end. */
  readonly #begins: Uint32Array;

  constructor(entities: readonly SearchableEntity[], keysOf: (entity: SearchableEntity) => readonly string[]) {
    const parts = entities.map((entity) => `\n${keysOf(entity).join("\t")}`);
    this.#begins = new Uint32Array(parts.length + 1);
    parts.forEach((part, index) => {
      this.#begins[index + 1] = (this.#begins[index] as number) + part.length;
    });
    this.#marked = [...parts, "\n"].join("");
    this.#text = this.#marked.toLowerCase();
  }

  scan(query: string, tiers: Uint8Array, tierOf: (place: Place) => number): void {
    const [text, marked, begins] = [this.#text, this.#marked, this.#begins];
    const place: Place = { isFirstKey: false, isStart: false, isWhole: false, isCapital: false };
    let index = 0;
    for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + 1)) {
      while ((begins[index + 1] as number) <= at) index += 1;
      const before = text.charCodeAt(at - 1);
      const after = text.charCodeAt(at + query.length);
      place.isFirstKey = before === NEWLINE;
      place.isStart = before === NEWLINE || before === TAB;
      place.isWhole = place.isStart && (after === NEWLINE || after === TAB);
      place.isCapital = marked.charCodeAt(at) !== text.charCodeAt(at);
      tiers[index] = Math.min(tiers[index] as number, tierOf(place));
    }
  }

  /** Keys that hold the characters of the query in order, from their first on. */
  scanOrdered(query: string, tiers: Uint8Array): void {
    const first = query[0];
    if (first === undefined || findSubsequence(query, query) === undefined) return;
    this.#lookAt([`\n${first}`, `\t${first}`], 1, tiers, TIERS.inOrder, (key) => findSubsequence(query, key));
  }

  /** Keys that begin with the query but for one character: one half of it must stand there as it is. */
  scanOneWrong(query: string, tiers: Uint8Array): void {
    if (query.length < 3) return;
    const middle = Math.floor(query.length / 2);
    const [head, tail] = [query.slice(0, middle), query.slice(middle)];
    const oneWrong = (key: string) => findOneWrong(query, key);
    this.#lookAt([`\n${head}`, `\t${head}`], 1, tiers, TIERS.oneWrong, oneWrong);
    this.#lookAt([tail], 0, tiers, TIERS.oneWrong, oneWrong);
  }

  /** Gives `tier` to entities with a key that `matches`, among the keys where one of the texts stands. */
  #lookAt(
    texts: readonly string[],
    offset: number,
    tiers: Uint8Array,
    tier: number,
    matches: (key: string) => unknown,
  ): void {
    let places = 0;
    for (const text of texts) {
      let index = 0;
      for (let at = this.#text.indexOf(text); at >= 0; at = this.#text.indexOf(text, at + 1)) {
        if ((places += 1) > MAX_FUZZY_PLACES) return;
        while ((this.#begins[index + 1] as number) <= at + offset) index += 1;
        if ((tiers[index] as number) <= tier) continue;
        if (matches(this.#keyAround(at + offset, index)) !== undefined) tiers[index] = tier;
      }
    }
  }

  #keyAround(place: number, index: number): string {
    const begin = (this.#begins[index] as number) + 1;
    const keys = this.#text.slice(begin, this.#begins[index + 1]);
    const end = keys.indexOf("\t", place - begin);
    return keys.slice(keys.lastIndexOf("\t", place - begin - 1) + 1, end < 0 ? undefined : end);
  }
}

/** `ZheJiangDaXue`: joined, and one can still see where a syllable begins. */
function capitalized(pinyin: string): string {
  return pinyin
    .split(" ")
    .map((syllable) => syllable.charAt(0).toUpperCase() + syllable.slice(1))
    .join("");
}
