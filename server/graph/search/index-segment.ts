/**
 * Entities as three texts to scan: `\n` before an entity's first key, `\t`
 * before each further one. Scanning 100,000 entities so takes a few
 * milliseconds, where comparing them one by one takes seconds.
 */
import { fold } from "./fold.ts";
import { findOneWrong, findSubsequence, TIERS } from "./match.ts";
import type { SearchableEntity, SearchTerms } from "./searchable-entity.ts";

type Found = (tier: number, entity: SearchableEntity) => void;
type IsWanted = (entity: SearchableEntity) => boolean;

/** So many places are looked at closely for a fuzzy match; a query that has more is hardly a typing error. */
const MAX_FUZZY_PLACES = 20_000;

export class IndexSegment {
  readonly entities: readonly SearchableEntity[];
  readonly #names: KeyText;
  readonly #pinyin: KeyText;
  readonly #initials: KeyText;

  constructor(entities: readonly SearchableEntity[]) {
    this.entities = entities;
    this.#names = new KeyText(entities.map(({ name, aliases }) => [name, ...aliases].map(fold)));
    this.#pinyin = new KeyText(entities.map(({ pinyin }) => pinyin.map(capitalized)));
    this.#initials = new KeyText(entities.map(({ initials }) => initials));
  }

  get size(): number {
    return this.entities.length;
  }

  findAsTyped(terms: SearchTerms, isWanted: IsWanted, found: Found): void {
    const report = this.#reporter(terms, isWanted, found);
    if (terms.folded === "") {
      for (let index = 0; index < this.size; index += 1) report(TIERS.prefix, index);
      return;
    }
    this.#names.scan(terms.folded, (index, place) => {
      const exact = place.isFirstKey ? TIERS.exactName : TIERS.exactAlias;
      report(place.isWhole ? exact : place.isStart ? TIERS.prefix : TIERS.inside, index);
    });
    if (terms.letters === null) return;
    this.#pinyin.scan(terms.letters, (index, place) => {
      if (!place.isCapital) return;
      const start = place.isWhole ? TIERS.exactLetters : TIERS.pinyinPrefix;
      report(place.isStart ? start : TIERS.lettersInside, index);
    });
    this.#initials.scan(terms.letters, (index, place) => {
      const start = place.isWhole ? TIERS.exactLetters : TIERS.initialsPrefix;
      report(place.isStart ? start : TIERS.lettersInside, index);
    });
  }

  findFuzzily(terms: SearchTerms, isWanted: IsWanted, found: Found): void {
    const report = this.#reporter(terms, isWanted, found);
    this.#names.scanOrdered(terms.folded, (index) => report(TIERS.inOrder, index));
    this.#names.scanOneWrong(terms.folded, (index) => report(TIERS.oneWrong, index));
    if (terms.letters !== null) this.#pinyin.scanOneWrong(terms.letters, (index) => report(TIERS.oneWrong, index));
  }

  #reporter(terms: SearchTerms, isWanted: IsWanted, found: Found) {
    return (tier: number, index: number) => {
      const entity = this.entities[index] as SearchableEntity;
      if ((terms.type === undefined || entity.type === terms.type) && isWanted(entity)) found(tier, entity);
    };
  }
}

interface Place {
  /** In the entity's first key, its name. */
  readonly isFirstKey: boolean;
  readonly isStart: boolean;
  readonly isWhole: boolean;
  /** The key has a capital letter there: a syllable begins. */
  readonly isCapital: boolean;
}

/** The keys of all entities, joined. */
class KeyText {
  readonly #marked: string;
  readonly #text: string;
  /** Where each entity begins, and the end. */
  readonly #begins: Uint32Array;

  constructor(keys: readonly (readonly string[])[]) {
    const parts = keys.map((list) => `\n${list.join("\t")}`);
    this.#begins = new Uint32Array(keys.length + 1);
    parts.forEach((part, index) => {
      this.#begins[index + 1] = (this.#begins[index] as number) + part.length;
    });
    this.#marked = `${parts.join("")}\n`;
    this.#text = this.#marked.toLowerCase();
  }

  scan(query: string, found: (index: number, place: Place) => void): void {
    for (let at = this.#text.indexOf(query); at >= 0; at = this.#text.indexOf(query, at + 1)) {
      const before = this.#text[at - 1];
      const after = this.#text[at + query.length];
      const isStart = before === "\n" || before === "\t";
      found(this.#entityAt(at), {
        isFirstKey: before === "\n",
        isStart,
        isWhole: isStart && (after === "\n" || after === "\t"),
        isCapital: this.#marked[at] !== this.#text[at],
      });
    }
  }

  /** Keys that hold the characters of the query in order, from their first on. */
  scanOrdered(query: string, found: (index: number) => void): void {
    const first = query[0];
    if (first === undefined || findSubsequence(query, query) === undefined) return;
    this.#keysAt([`\n${first}`, `\t${first}`], 1, (key, index) => {
      if (findSubsequence(query, key) !== undefined) found(index);
    });
  }

  /** Keys that begin with the query but for one character: one half of it must stand there as it is. */
  scanOneWrong(query: string, found: (index: number) => void): void {
    if (query.length < 3) return;
    const middle = Math.floor(query.length / 2);
    const [head, tail] = [query.slice(0, middle), query.slice(middle)];
    const verify = (key: string, index: number) => {
      if (findOneWrong(query, key) !== undefined) found(index);
    };
    this.#keysAt([`\n${head}`, `\t${head}`], 1, verify);
    this.#keysAt([tail], 0, verify);
  }

  /** Calls with the key around each place where one of the texts stands. */
  #keysAt(texts: readonly string[], offset: number, found: (key: string, index: number) => void): void {
    let places = 0;
    for (const text of texts) {
      for (let at = this.#text.indexOf(text); at >= 0; at = this.#text.indexOf(text, at + 1)) {
        if ((places += 1) > MAX_FUZZY_PLACES) return;
        const inside = at + offset;
        const index = this.#entityAt(inside);
        const begin = (this.#begins[index] as number) + 1;
        const keys = this.#text.slice(begin, this.#begins[index + 1]);
        const end = keys.indexOf("\t", inside - begin);
        found(keys.slice(keys.lastIndexOf("\t", inside - begin - 1) + 1, end < 0 ? undefined : end), index);
      }
    }
  }

  #entityAt(place: number): number {
    let [low, high] = [0, this.#begins.length - 1];
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((this.#begins[middle] as number) <= place) low = middle;
      else high = middle;
    }
    return low;
  }
}

/** `ZheJiangDaXue`: joined, and one can still see where a syllable begins. */
function capitalized(pinyin: string): string {
  return pinyin.replaceAll(/(?:^| )(.)/g, (_, letter: string) => letter.toUpperCase());
}
