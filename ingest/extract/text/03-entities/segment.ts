/**
 * A text as words: the cheapest way to read it with the dictionaries, so that
 * 共建湖南大学 is 共建|湖南大学 and holds no 建湖. Words keep every class that the
 * dictionaries give them; which one counts, the rules decide by the neighbours.
 */
import {
  COMPOUND_REGIONS,
  departmentNames,
  HEAD_WORDS,
  industryNames,
  isCommonWord,
  isWeakUniversityName,
  KNOWN_BODIES,
  listedWords,
  PhraseTable,
  programmeNames,
  REGIONS,
  universityNames,
} from "../../../lexicon/index.ts";
import type { WordClass } from "../../../lexicon/index.ts";

/** Bits of `Word.kinds`. */
export const Kind = {
  region: 1,
  compoundRegion: 2,
  university: 4,
  body: 8,
  department: 16,
  industry: 32,
  head: 64,
  function: 128,
  verb: 256,
  measure: 512,
  level: 1024,
  quality: 2048,
  nominal: 4096,
  noun: 8192,
  number: 16384,
  latin: 32768,
  punctuation: 65536,
  unknown: 131072,
  programme: 262144,
  /** A verb of the general dictionary; it may be part of a term (磁悬浮). */
  softVerb: 524288,
} as const;

export interface Word {
  readonly begin: number;
  readonly end: number;
  readonly text: string;
  /** Bits of `Kind`. */
  readonly kinds: number;
}

interface Entry {
  readonly kinds: number;
  readonly cost: number;
}

const UNKNOWN_COST = 1.5;
const PUNCTUATION_COST = 0.5;
const LATIN_COST = 0.5;
const NUMBER_COST = 0.8;
/** More, for a number of one character. */
const SHORT_NUMBER_COST = 0.4;
/** More phrases never begin at one place. */
const MOST_PHRASES = 32;

const CLASS_BIT: Record<WordClass, number> = {
  function: Kind.function,
  verb: Kind.verb,
  verbal: Kind.verb | Kind.softVerb,
  measure: Kind.measure,
  level: Kind.level,
  quality: Kind.quality,
  nominal: Kind.nominal,
  noun: Kind.noun,
};

/** The words of the dictionaries by number, in columns. */
interface Dictionary {
  readonly table: PhraseTable<Entry>;
  readonly words: readonly string[];
  readonly kinds: Int32Array;
  readonly costs: Float64Array;
}

let cached: Dictionary | undefined;

/** Built on first use; some 45,000 words. */
function dictionary(): Dictionary {
  if (cached !== undefined) return cached;
  const table = readDictionaries();
  const entries = table.entries();
  return (cached = {
    table,
    words: entries.map(([word]) => word),
    kinds: Int32Array.from(entries, ([, { kinds }]) => kinds),
    costs: Float64Array.from(entries, ([, { cost }]) => cost),
  });
}

function readDictionaries(): PhraseTable<Entry> {
  const table = new PhraseTable<Entry>();
  const combine = (a: Entry, b: Entry): Entry => ({ kinds: a.kinds | b.kinds, cost: Math.min(a.cost, b.cost) });
  const add = (word: string, kinds: number, cost: number) => table.add(word, { kinds, cost }, combine);
  for (const region of REGIONS) {
    add(region.name, Kind.region, region.name.length > 2 ? 0.6 : 1);
    for (const short of region.short) add(short, Kind.region, shortNameCost(region, short));
  }
  for (const word of COMPOUND_REGIONS.keys()) add(word, Kind.compoundRegion, 1);
  for (const name of universityNames()) add(name, Kind.university, isWeakUniversityName(name) ? 1.5 : 0.5);
  for (const { name, aliases } of KNOWN_BODIES) for (const word of [name, ...aliases]) add(word, Kind.body, 0.6);
  for (const name of departmentNames()) add(name, Kind.department, 0.9);
  for (const name of programmeNames()) add(name, Kind.programme, 0.8);
  for (const name of industryNames()) add(name, Kind.industry, 0.95);
  for (const { word } of HEAD_WORDS) add(word, Kind.head, word.length === 1 ? 1.4 : 0.9);
  for (const [word, wordClass] of listedWords()) add(word, CLASS_BIT[wordClass], word.length === 1 ? 1.15 : 1);
  return table;
}

/** 广东|光华, not 广|东光|华. */
function shortNameCost({ level }: { readonly level: string }, short: string): number {
  if (isCommonWord(short)) return 1.3;
  return level === "province" ? 0.85 : 0.9;
}

const NUMERAL_RUN =
  /(?:[0-9]+(?:[.,][0-9]+)*%?|[一二三四五六七八九十百千万亿零〇两几数]+)(?:[余多几]?[万亿千百]+)?(?:余|多|来)?/y;
const LATIN_RUN = /[A-Za-z0-9Α-ωµ][A-Za-z0-9Α-ωµ&+.\-/'_]*[A-Za-z0-9Α-ωµ+]|[A-Za-z]/y;

/** What a character may begin: nothing but itself, a word, a word or a number, a number, a word with letters. */
const MARK = 0;
const HAN = 1;
const NUMERAL = 2;
const DIGIT = 3;
const LETTER = 4;
const START = new Uint8Array(65536);
for (let code = 0x2e80; code < 65536; code++) if (/\p{Script=Han}/u.test(String.fromCharCode(code))) START[code] = HAN;
for (const numeral of "〇零一二三四五六七八九十百千万亿两几数") START[numeral.charCodeAt(0)] = NUMERAL;
for (const digit of "0123456789") START[digit.charCodeAt(0)] = DIGIT;
for (let code = 0; code < 0x500; code++) if (/[A-Za-zΑ-ωµ]/.test(String.fromCharCode(code))) START[code] = LETTER;

const isLetter = (code: number): boolean => START[code] === LETTER;

/** Where the number (3.5万, 三十余) or the word with letters (5G, MEMS) that begins here ends; `begin` where there is none. */
function endOfLatin(text: string, begin: number, start: number): number {
  LATIN_RUN.lastIndex = begin;
  if (!LATIN_RUN.test(text)) return begin;
  const end = LATIN_RUN.lastIndex;
  if (start === LETTER) return end;
  for (let i = begin; i < end; i++) if (isLetter(text.charCodeAt(i))) return end;
  return begin;
}

function endOfNumeral(text: string, begin: number): number {
  NUMERAL_RUN.lastIndex = begin;
  return NUMERAL_RUN.test(text) ? NUMERAL_RUN.lastIndex : begin;
}

/** Where the cheapest way to a place comes from that is no word of the dictionaries. */
const UNKNOWN = -1;
const PUNCTUATION = -2;
const NUMBER = -3;
const LATIN = -4;
/** By the negative of these. */
const KIND_OF_SOURCE = [0, Kind.unknown, Kind.punctuation, Kind.number, Kind.latin] as const;

const phraseEnds = new Int32Array(MOST_PHRASES);
const phraseNumbers = new Int32Array(MOST_PHRASES);

/** No word of `without` is read as one: so a known name is read as its parts. */
export function segment(text: string, without?: ReadonlySet<string>): readonly Word[] {
  const { table, costs } = dictionary();
  const { length } = text;
  const cost = new Float64Array(length + 1).fill(Infinity);
  const from = new Int32Array(length + 1);
  /** Number of the word that leads to each place, or what else does. */
  const source = new Int32Array(length + 1);
  cost[0] = 0;
  let before = MARK;
  for (let begin = 0; begin < length; begin++) {
    const here = cost[begin]!;
    const start = START[text.charCodeAt(begin)]!;
    const followsRun = before >= DIGIT;
    before = start;
    // Every place is reachable: a character is a word at least.
    const next = here + (start === MARK ? PUNCTUATION_COST : UNKNOWN_COST);
    if (next < cost[begin + 1]!) {
      cost[begin + 1] = next;
      from[begin + 1] = begin;
      source[begin + 1] = start === MARK ? PUNCTUATION : UNKNOWN;
    }
    if (start === MARK) continue;
    const count = table.at(text, begin, phraseEnds, phraseNumbers);
    for (let i = 0; i < count; i++) {
      const end = phraseEnds[i]!;
      const number = phraseNumbers[i]!;
      const total = here + costs[number]! - 0.01 * (end - begin);
      if (total >= cost[end]! || (without !== undefined && without.has(text.slice(begin, end)))) continue;
      cost[end] = total;
      from[end] = begin;
      source[end] = number;
    }
    if (start === HAN || (start >= DIGIT && followsRun)) continue;
    const latin = start >= DIGIT ? endOfLatin(text, begin, start) : begin;
    const end = latin > begin ? latin : start === LETTER ? begin : endOfNumeral(text, begin);
    if (end === begin) continue;
    const total = here + (latin > begin ? LATIN_COST : NUMBER_COST + (end - begin === 1 ? SHORT_NUMBER_COST : 0));
    if (total >= cost[end]!) continue;
    cost[end] = total;
    from[end] = begin;
    source[end] = latin > begin ? LATIN : NUMBER;
  }
  return wordsAlong(text, from, source);
}

/** The words of the cheapest way. Those of the dictionaries share one string each, which look-ups by it need not hash again. */
function wordsAlong(text: string, from: Int32Array, source: Int32Array): Word[] {
  const { words: known, kinds } = dictionary();
  let count = 0;
  for (let end = text.length; end > 0; end = from[end]!) count++;
  const words: Word[] = [];
  words.length = count;
  for (let end = text.length; end > 0;) {
    const begin = from[end]!;
    const number = source[end]!;
    words[--count] =
      number >= 0
        ? { begin, end, text: known[number]!, kinds: kinds[number]! }
        : { begin, end, text: text.slice(begin, end), kinds: KIND_OF_SOURCE[-number]! };
    end = begin;
  }
  return words;
}
