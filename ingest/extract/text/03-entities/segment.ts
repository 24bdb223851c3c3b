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
const NUMBER_COST = 0.8;
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

let cached: PhraseTable<Entry> | undefined;

/** Built on first use; some 40,000 words. */
function dictionary(): PhraseTable<Entry> {
  if (cached !== undefined) return cached;
  const table = new PhraseTable<Entry>();
  const combine = (a: Entry, b: Entry): Entry => ({ kinds: a.kinds | b.kinds, cost: Math.min(a.cost, b.cost) });
  const add = (word: string, kinds: number, cost: number) => table.add(word, { kinds, cost }, combine);
  for (const region of REGIONS) {
    add(region.name, Kind.region, region.name.length > 2 ? 0.6 : 1);
    for (const short of region.short) add(short, Kind.region, isCommonWord(short) ? 1.3 : 0.9);
  }
  for (const word of COMPOUND_REGIONS.keys()) add(word, Kind.compoundRegion, 1);
  for (const name of universityNames()) add(name, Kind.university, isWeakUniversityName(name) ? 1.5 : 0.5);
  for (const { name, aliases } of KNOWN_BODIES) for (const word of [name, ...aliases]) add(word, Kind.body, 0.6);
  for (const name of departmentNames()) add(name, Kind.department, 0.9);
  for (const name of programmeNames()) add(name, Kind.programme, 0.8);
  for (const name of industryNames()) add(name, Kind.industry, 0.95);
  for (const { word } of HEAD_WORDS) add(word, Kind.head, word.length === 1 ? 1.4 : 0.9);
  for (const [word, wordClass] of listedWords()) add(word, CLASS_BIT[wordClass], word.length === 1 ? 1.15 : 1);
  return (cached = table);
}

const NUMERAL_RUN =
  /(?:[0-9]+(?:[.,][0-9]+)*%?|[一二三四五六七八九十百千万亿零〇两几数]+)(?:[余多几]?[万亿千百]+)?(?:余|多|来)?/y;
const LATIN_RUN = /[A-Za-z0-9Α-ωµ][A-Za-z0-9Α-ωµ&+.\-/'_]*[A-Za-z0-9Α-ωµ+]|[A-Za-z]/y;

/** What a character may begin: 0 punctuation, 1 word, 2 word or numeral, 3 digit, 4 letter. */
const START = new Uint8Array(65536);
for (let code = 0; code < 65536; code++) if (/\p{Script=Han}/u.test(String.fromCharCode(code))) START[code] = 1;
for (const numeral of "〇零一二三四五六七八九十百千万亿两几数") START[numeral.charCodeAt(0)] = 2;
for (const digit of "0123456789") START[digit.charCodeAt(0)] = 3;
for (let code = 0; code < 0x500; code++) if (/[A-Za-zΑ-ωµ]/.test(String.fromCharCode(code))) START[code] = 4;

interface Run {
  readonly end: number;
  readonly kind: number;
  readonly cost: number;
}

/** A number (3.5万, 三十余) or a word with letters (5G, MEMS) that begins here. */
function runAt(text: string, begin: number, start: number): Run | undefined {
  if (start >= 3) {
    LATIN_RUN.lastIndex = begin;
    const run = LATIN_RUN.exec(text)?.[0];
    if (run !== undefined && /[A-Za-zΑ-ωµ]/.test(run)) return { end: begin + run.length, kind: Kind.latin, cost: 0.5 };
  }
  if (start === 4) return undefined;
  NUMERAL_RUN.lastIndex = begin;
  const run = NUMERAL_RUN.exec(text)?.[0];
  if (run === undefined) return undefined;
  return { end: begin + run.length, kind: Kind.number, cost: NUMBER_COST + (run.length === 1 ? 0.4 : 0) };
}

/** No word of `without` is read as one: so a known name is read as its parts. */
export function segment(text: string, without?: ReadonlySet<string>): readonly Word[] {
  const table = dictionary();
  const { length } = text;
  const cost = new Float64Array(length + 1).fill(Infinity);
  const from = new Int32Array(length + 1);
  const kinds = new Int32Array(length + 1);
  cost[0] = 0;
  const ends = new Int32Array(MOST_PHRASES);
  const entries: Entry[] = [];
  for (let begin = 0; begin < length; begin++) {
    const here = cost[begin]!;
    const start = START[text.charCodeAt(begin)]!;
    // Every place is reachable: a character is a word at least.
    const step = start === 0 ? PUNCTUATION_COST : UNKNOWN_COST;
    if (here + step < cost[begin + 1]!) {
      cost[begin + 1] = here + step;
      from[begin + 1] = begin;
      kinds[begin + 1] = start === 0 ? Kind.punctuation : Kind.unknown;
    }
    if (start === 0) continue;
    const count = table.at(text, begin, ends, entries);
    for (let i = 0; i < count; i++) {
      const end = ends[i]!;
      const entry = entries[i]!;
      const total = here + entry.cost - 0.01 * (end - begin);
      if (total >= cost[end]! || without?.has(text.slice(begin, end))) continue;
      cost[end] = total;
      from[end] = begin;
      kinds[end] = entry.kinds;
    }
    if (start === 1 || (start >= 3 && begin > 0 && START[text.charCodeAt(begin - 1)]! >= 3)) continue;
    const run = runAt(text, begin, start);
    if (run === undefined || here + run.cost >= cost[run.end]!) continue;
    cost[run.end] = here + run.cost;
    from[run.end] = begin;
    kinds[run.end] = run.kind;
  }
  const words: Word[] = [];
  for (let end = length; end > 0; end = from[end]!) {
    words.push({ begin: from[end]!, end, text: text.slice(from[end], end), kinds: kinds[end]! });
  }
  return words.reverse();
}
