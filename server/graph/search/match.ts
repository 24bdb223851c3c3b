/**
 * Whether, how well and why an entity matches a query. Pure, and the same for
 * every engine: an index may propose too many entities, never the order.
 */
import type { SearchMatch } from "../../contract/index.ts";
import { fold, foldWithOrigin } from "./fold.ts";
import type { SearchableEntity, SearchTerms } from "./searchable-entity.ts";

/** How well a match is, best first. */
export const TIERS = {
  exactName: 0,
  exactAlias: 1,
  exactLetters: 2,
  prefix: 3,
  inside: 4,
  pinyinPrefix: 5,
  initialsPrefix: 6,
  lettersInside: 7,
  /** From here on guesses. */
  inOrder: 8,
  oneWrong: 9,
} as const;

export interface Match {
  readonly tier: number;
  readonly match: SearchMatch;
}

/** The best that can be said of the entity, or undefined when it does not match. */
export function matchEntity(terms: SearchTerms, entity: SearchableEntity): Match | undefined {
  if (terms.type !== undefined && terms.type !== entity.type) return undefined;
  if (terms.folded === "") return { tier: TIERS.prefix, match: { kind: "name", text: entity.name, ranges: [] } };
  const names = [entity.name, ...entity.aliases];
  const found = [
    ...names.map((name, index) => matchName(terms.folded, name, index === 0)),
    ...(terms.letters === null ? [] : matchLetters(terms.letters, entity)),
  ];
  return best(found) ?? best(names.map((name, index) => matchFuzzily(terms, name, entity.pinyin[index] ?? "")));
}

/** Fuzzy matches are shown only where fewer entities than this match as typed. */
const FEW = 20;

/**
 * Whether guesses are welcome beside so many entities that match as typed. Two
 * characters in order stand in many a name, so they count only when nothing else does.
 */
export function wantsFuzzy({ folded }: SearchTerms, asTyped: number): boolean {
  return asTyped === 0 || (asTyped < FEW && folded.length > 2);
}

/** Best tier first, then the better connected, then the shorter name; the id decides what is left. */
export function compareHits(
  a: { readonly tier: number; readonly entity: SearchableEntity },
  b: { readonly tier: number; readonly entity: SearchableEntity },
): number {
  return (
    a.tier - b.tier ||
    b.entity.degree - a.entity.degree ||
    a.entity.name.length - b.entity.name.length ||
    (a.entity.id < b.entity.id ? -1 : a.entity.id > b.entity.id ? 1 : 0)
  );
}

function matchName(query: string, name: string, isName: boolean): Match | undefined {
  const folded = foldWithOrigin(name);
  const at = folded.text.indexOf(query);
  if (at < 0) return undefined;
  const isExact = folded.text.length === query.length;
  const tier = isExact ? (isName ? TIERS.exactName : TIERS.exactAlias) : at === 0 ? TIERS.prefix : TIERS.inside;
  const range = [folded.origin[at] ?? 0, folded.origin[at + query.length] ?? name.length] as const;
  return { tier, match: { kind: isName ? "name" : "alias", text: name, ranges: [range] } };
}

function matchLetters(letters: string, entity: SearchableEntity): readonly (Match | undefined)[] {
  return [
    ...entity.pinyin.map((pinyin) => matchPinyin(letters, pinyin)),
    ...entity.initials.map((initials) => matchInitials(letters, initials)),
  ];
}

/** @param pinyin `zhe jiang da xue`; a match begins at a syllable */
function matchPinyin(letters: string, pinyin: string): Match | undefined {
  const joined = pinyin.replaceAll(" ", "");
  for (let at = joined.indexOf(letters); at >= 0; at = joined.indexOf(letters, at + 1)) {
    const begin = placeInSpaced(pinyin, at);
    if (begin > 0 && pinyin[begin - 1] !== " ") continue;
    const tier =
      at > 0 ? TIERS.lettersInside : joined.length === letters.length ? TIERS.exactLetters : TIERS.pinyinPrefix;
    const end = placeInSpaced(pinyin, at + letters.length - 1) + 1;
    return { tier, match: { kind: "pinyin", text: pinyin, ranges: [[begin, end]] } };
  }
  return undefined;
}

function matchInitials(letters: string, initials: string): Match | undefined {
  const at = initials.indexOf(letters);
  if (at < 0) return undefined;
  const tier =
    at > 0 ? TIERS.lettersInside : initials.length === letters.length ? TIERS.exactLetters : TIERS.initialsPrefix;
  return { tier, match: { kind: "initials", text: initials, ranges: [[at, at + letters.length]] } };
}

/** Where the `index`-th letter of the joined pinyin stands in the spaced one. */
function placeInSpaced(spaced: string, index: number): number {
  let left = index;
  for (let at = 0; at < spaced.length; at += 1) {
    if (spaced[at] === " ") continue;
    if (left === 0) return at;
    left -= 1;
  }
  return spaced.length;
}

function matchFuzzily(terms: SearchTerms, name: string, pinyin: string): Match | undefined {
  const folded = foldWithOrigin(name);
  const inOrder = findSubsequence(terms.folded, folded.text);
  const places = inOrder ?? findOneWrong(terms.folded, folded.text);
  if (places !== undefined) {
    const ranges = toRanges(places.map((place) => [folded.origin[place] ?? 0, folded.origin[place + 1] ?? 0]));
    const tier = inOrder === undefined ? TIERS.oneWrong : TIERS.inOrder;
    return { tier, match: { kind: "fuzzy", text: name, ranges } };
  }
  const letters = terms.letters === null ? undefined : findOneWrong(terms.letters, pinyin.replaceAll(" ", ""));
  if (letters === undefined) return undefined;
  const ranges = toRanges(letters.map((place) => [placeInSpaced(pinyin, place), placeInSpaced(pinyin, place) + 1]));
  return { tier: TIERS.oneWrong, match: { kind: "fuzzy", text: pinyin, ranges } };
}

/**
 * Places of the query's characters in the text, in order and from its first
 * character on: 浙工大 in 浙江工业大学.
 */
export function findSubsequence(query: string, text: string): readonly number[] | undefined {
  if (query.length < 2 || /^[\x20-\x7e]*$/.test(query) || query[0] !== text[0]) return undefined;
  const places: number[] = [];
  for (const unit of query) {
    const at = text.indexOf(unit, (places.at(-1) ?? -1) + 1);
    if (at < 0) return undefined;
    places.push(at);
  }
  return places;
}

/**
 * Places of the query's characters at the start of the text when exactly one
 * of them is wrong, missing or too many: 浙江太学 in 浙江大学. Short queries
 * would match anything: letters need to be five, Chinese characters four, or
 * three where they stand for the whole text of no fewer.
 */
export function findOneWrong(query: string, text: string): readonly number[] | undefined {
  const isLatin = /^[\x20-\x7e]*$/.test(query);
  if (query.length < (isLatin ? 5 : 3)) return undefined;
  const isWhole = !isLatin && query.length === 3;
  let same = 0;
  while (same < query.length && query[same] === text[same]) same += 1;
  // What follows the wrong place: the same length in both, one less in the text, one more.
  for (const [inQuery, inText] of [
    [1, 1],
    [1, 0],
    [0, 1],
  ] as const) {
    const rest = query.slice(same + inQuery);
    const end = same + inText + rest.length;
    const isLongEnough = isWhole ? end === text.length && end >= query.length : end <= text.length;
    if (same < query.length && text.startsWith(rest, same + inText) && isLongEnough) {
      const places = Array.from({ length: same }, (_, index) => index);
      return [...places, ...Array.from({ length: rest.length }, (_, index) => same + inText + index)];
    }
  }
  return undefined;
}

function best(matches: readonly (Match | undefined)[]): Match | undefined {
  return matches.reduce((a, b) => (a === undefined || (b !== undefined && b.tier < a.tier) ? b : a), undefined);
}

/** Joins spans that touch. */
function toRanges(spans: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const ranges: [number, number][] = [];
  for (const [begin, end] of spans) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === begin) last[1] = end;
    else ranges.push([begin, end]);
  }
  return ranges;
}

/** Whether a part of a name or alias, for lists that are filtered while somebody types. */
export function hasNamePart(part: string, name: string, aliases: readonly string[]): boolean {
  const folded = fold(part);
  return [name, ...aliases].some((text) => fold(text).includes(folded));
}
