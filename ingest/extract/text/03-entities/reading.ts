/**
 * A document as the rules read it: its words, where its sentences begin and end
 * among them, which regions they name, and what has been found so far.
 */
import type { EntityType, RegionLevel } from "../../../../server/contract/index.ts";
import { findRegions, parentRegion, provinceOf, regionByCode, regionOfName } from "../../../lexicon/index.ts";
import type { Region } from "../../../lexicon/index.ts";
import type { CleanText, Sentence, TextDocument } from "../text-document.ts";
import { reject } from "../trace.ts";
import { segment } from "./segment.ts";
import type { Word } from "./segment.ts";

/** The region of the document with the wider ones around it; what 我市, 省 and 县 mean in it. */
export interface Home {
  readonly region: Region | undefined;
  readonly county: Region | undefined;
  readonly city: Region | undefined;
  readonly province: Region | undefined;
}

/** A sentence by its first and last word. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly sentence: Sentence;
}

/** A name as it stands at one place, with what it means. */
export interface Found {
  readonly begin: number;
  readonly end: number;
  readonly type: EntityType;
  /** Canonical. */
  readonly name: string;
  /** Other forms of the name, the surface among them unless it only points (该院, 我市). */
  readonly aliases: readonly string[];
  readonly rule: string;
  readonly level?: RegionLevel | undefined;
  readonly code?: string | undefined;
  /** Points at an entity without naming it, and makes none by itself. */
  readonly pointing?: boolean;
  /** Part of a longer name: a place or owner inside. */
  readonly inner?: boolean;
}

const BUCKET_BITS = 6;

/** 鹿泉区 as a heading: what 区政府 means below it. */
function sectionRegions(stretches: readonly Stretch[]): ReadonlyMap<number, Region> {
  const regions = new Map<number, Region>();
  for (const { sentence } of stretches) {
    const heading = sentence.headings
      .at(-1)
      ?.replace(/^[^\p{Script=Han}]*[一二三四五六七八九十]{0,3}[、)]?|[^\p{Script=Han}]*$/gu, "");
    if (heading === undefined || heading.length > 12) continue;
    const region = findRegions(heading).find(({ name, level }) => level === "county" && name === heading);
    if (region !== undefined) regions.set(sentence.paragraph, region);
  }
  return regions;
}

export class Reading {
  readonly document: TextDocument;
  readonly text: string;
  readonly words: readonly Word[];
  readonly stretches: readonly Stretch[];
  readonly home: Home;
  /** By paragraph: the county that a heading in it gives it to. */
  readonly sections: ReadonlyMap<number, Region>;
  /** The region that a word names, where it was accepted as one. */
  readonly regionOfWord: (Region | undefined)[];
  /** In the order in which the rules found them. */
  readonly found = new Set<Found>();
  /** The names that touch each stretch of 64 characters. */
  readonly #near = new Map<number, Found[]>();
  /** For each character whether a name is there that hides what is inside it (a policy, a person). */
  readonly #closed: Uint8Array;
  /** For each character the number + 1 of the outermost body that ends there. */
  readonly #endsAt = new Map<number, Found>();

  constructor(document: TextDocument) {
    this.document = document;
    this.text = document.clean.text;
    this.words = wordsOf(document.clean);
    this.home = homeOf(document);
    this.regionOfWord = [];
    this.regionOfWord.length = this.words.length;
    this.#closed = new Uint8Array(this.text.length + 1);
    this.stretches = stretchesOf(this.words, document.sentences);
    this.sections = sectionRegions(this.stretches);
  }

  add(found: Found): void {
    this.found.add(found);
    for (let bucket = found.begin >> BUCKET_BITS; bucket <= (found.end - 1) >> BUCKET_BITS; bucket++) {
      const there = this.#near.get(bucket);
      if (there === undefined) this.#near.set(bucket, [found]);
      else there.push(found);
    }
    if (!found.inner && !found.pointing) {
      const there = this.#endsAt.get(found.end);
      if (there === undefined || there.begin >= found.begin) this.#endsAt.set(found.end, found);
    }
  }

  /** Takes back a name that another reading replaces. */
  drop(found: Found): void {
    const { begin, end, rule } = found;
    reject(() => ({ kind: "entity", rule, why: "another reading takes its place", begin, end }));
    this.found.delete(found);
    if (this.#endsAt.get(found.end) === found) this.#endsAt.delete(found.end);
  }

  /** The first name found so far that overlaps this span and passes. */
  overlapping(begin: number, end: number, passes: (found: Found) => boolean): Found | undefined {
    for (let bucket = begin >> BUCKET_BITS; bucket <= (end - 1) >> BUCKET_BITS; bucket++) {
      for (const found of this.#near.get(bucket) ?? []) {
        if (found.begin < end && begin < found.end && this.found.has(found) && passes(found)) return found;
      }
    }
    return undefined;
  }

  /** Hides a span from the rules that follow. */
  close(begin: number, end: number): void {
    this.#closed.fill(1, begin, end);
  }

  isClosed(begin: number): boolean {
    return this.#closed[begin] === 1;
  }

  /** The longest name found so far that ends here. */
  endingAt(end: number): Found | undefined {
    return this.#endsAt.get(end);
  }

  /** The word that ends here, if one does. */
  wordEndingAt(end: number): number | undefined {
    let low = 0;
    let high = this.words.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (this.words[middle]!.end < end) low = middle + 1;
      else high = middle - 1;
    }
    return this.words[low]?.end === end ? low : undefined;
  }

  /** The word that begins here, if one does. */
  wordStartingAt(begin: number): number | undefined {
    if (begin === 0) return this.words.length > 0 ? 0 : undefined;
    const before = this.wordEndingAt(begin);
    return before === undefined || before + 1 >= this.words.length ? undefined : before + 1;
  }

  textOf(first: number, last: number): string {
    return this.text.slice(this.words[first]!.begin, this.words[last]!.end);
  }
}

const segmented = new WeakMap<CleanText, readonly Word[]>();

/** The words of a text; the frame and the entities read the same ones. */
export function wordsOf(clean: CleanText): readonly Word[] {
  let words = segmented.get(clean);
  if (words === undefined) segmented.set(clean, (words = segment(clean.text)));
  return words;
}

function homeOf({ frame }: TextDocument): Home {
  const none: Home = { region: undefined, county: undefined, city: undefined, province: undefined };
  if (frame.region === null) return none;
  const { name, code } = frame.region;
  const namesakes = findRegions(name);
  const region =
    code !== null ? regionByCode(code) : namesakes.length === 1 ? namesakes[0] : (regionOfName(name) ?? namesakes[0]);
  if (region === undefined) return none;
  const parent = parentRegion(region);
  return {
    region,
    county: region.level === "county" ? region : undefined,
    city: region.level === "city" ? region : parent?.level === "city" ? parent : undefined,
    province: provinceOf(region),
  };
}

function stretchesOf(words: readonly Word[], sentences: readonly Sentence[]): Stretch[] {
  const stretches: Stretch[] = [];
  let word = 0;
  for (const sentence of sentences) {
    while (word < words.length && words[word]!.begin < sentence.begin) word++;
    const first = word;
    while (word < words.length && words[word]!.end <= sentence.end) word++;
    if (word > first) stretches.push({ first, last: word - 1, sentence });
  }
  return stretches;
}
