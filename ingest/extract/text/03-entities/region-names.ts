/**
 * Which words name a region. A full name always does; a short one is an everyday
 * word or part of another name so often (合作, 资源, 西湖) that it needs evidence:
 * fame, the document's own province, a list of places, or its full name elsewhere.
 */
import {
  COMPOUND_REGIONS,
  findRegions,
  isCommonWord,
  isFamousPlace,
  isWithin,
  parentRegion,
  provinceOf,
  regionOfName,
} from "../../../lexicon/index.ts";
import type { Region } from "../../../lexicon/index.ts";
import type { Home, Reading } from "./reading.ts";
import { reject } from "../trace.ts";
import { Kind } from "./segment.ts";
import type { Word } from "./segment.ts";

/** What stands after a short name where it is one: 绍兴市, 杭州、宁波等地. */
const ZONE_AFTER = /^(高新区|高新技术|经开区|经济技术开发区|经济开发区|开发区)/;
const PLACE_AFTER = /^(等地|等市|等县|两地|三地|四地|城区|市区|当地|籍)/;

/**
 * The candidate that the document tells: inside the region named before it, its
 * own, in its city, in its province. Undefined where it tells none.
 */
function toldRegion(candidates: readonly Region[], home: Home, before?: Region): Region | undefined {
  if (candidates.length < 2) return candidates[0];
  const nearer = (outer: Region | undefined) =>
    outer === undefined ? undefined : candidates.find((region) => region !== outer && isWithin(region, outer));
  return (
    nearer(before) ??
    candidates.find((region) => region === home.region) ??
    (candidates.some(({ level }) => level === "county")
      ? (nearer(home.county) ?? nearer(home.city) ?? nearer(home.province))
      : undefined)
  );
}

/** The same, else the widest. */
export function chooseRegion(candidates: readonly Region[], home: Home, before?: Region): Region | undefined {
  return toldRegion(candidates, home, before) ?? candidates[0];
}

/** Fills `regionOfWord`. */
export function readRegions(reading: Reading): void {
  const { words, home, regionOfWord } = reading;
  const fullNames = new Set<Region>();
  const waiting: number[] = [];
  const homonyms: number[] = [];
  words.forEach((word, i) => {
    if ((word.kinds & Kind.region) === 0) return;
    // 松山湖 and 岳麓山 are no 松山 and 岳麓.
    if (word.text.length === 2 && /^[湖山河江岛湾岭峰溪海桥寺塔泉]/.test(reading.text.charAt(word.end))) return;
    const candidates = findRegions(word.text);
    // 棋|盘山: torn from a longer name.
    const left = words[i - 1];
    const isTorn = left?.kinds === Kind.unknown && left.end === word.begin && words[i - 2]?.kinds !== Kind.unknown;
    if (isTorn && word.text.length === 2 && candidates[0]!.level === "county" && !isFamousPlace(word.text)) return;
    const before = i > 0 ? regionOfWord[i - 1] : undefined;
    // 建成|县校合作 holds no 成县.
    if (
      word.text.length === 2 &&
      /^[成]/.test(word.text) &&
      /[建形完达组集促构养]/.test(reading.text[word.begin - 1] ?? "")
    )
      return;
    const full = candidates.filter((region) => region.name === word.text);
    if (full.length > 0 && !isWordToo(word, full[0]!)) {
      const region = toldRegion(full, home, before);
      if (region === undefined) homonyms.push(i);
      else {
        regionOfWord[i] = region;
        fullNames.add(region);
      }
      return;
    }
    const region = chooseRegion(candidates, home, before)!;
    if (isSafeShortName(word.text, region, home)) regionOfWord[i] = region;
    else waiting.push(i);
  });
  for (const i of homonyms) {
    const { text } = words[i]!;
    regionOfWord[i] = toldElsewhere(text, fullNames) ?? regionOfName(text);
  }
  for (const i of waiting) {
    const { text } = words[i]!;
    const candidates = findRegions(text);
    // 昌吉 in a document of 昌吉州 is the prefecture, also where 昌吉市 is named.
    const region =
      candidates.find((candidate) => candidate === home.region) ??
      candidates.find((candidate) => fullNames.has(candidate)) ??
      chooseRegion(candidates, home, regionOfWord[i - 1])!;
    const inHomeProvince = home.province !== undefined && isWithin(region, home.province);
    const everyday =
      isCommonWord(text) || (words[i]!.kinds & (Kind.noun | Kind.verb | Kind.function | Kind.nominal)) !== 0;
    const evidence =
      (fullNames.has(region) && !everyday) ||
      (fullNames.has(region) && region.level === "city" && !isThing(words[i]!)) ||
      region === home.region ||
      isInside(regionOfWord[i - 1], region) ||
      isListed(reading, i) ||
      PLACE_AFTER.test(reading.text.slice(words[i]!.end, words[i]!.end + 2)) ||
      (region.level === "city" && ZONE_AFTER.test(reading.text.slice(words[i]!.end, words[i]!.end + 7))) ||
      (inHomeProvince && !everyday) ||
      (home.city !== undefined && isWithin(region, home.city) && !isWord(words[i]!));
    if (evidence) regionOfWord[i] = region;
    else {
      const why = "also an everyday word or part of names, and nothing beside it tells that the place is meant";
      const { begin, end } = words[i]!;
      reject(() => ({ kind: "entity", rule: "region-name", why, begin, end }));
    }
  }
}

/** 鼓楼区 is the one of 福州 in a document that names 福州市, or 福州市鼓楼区 somewhere, and no place of another. */
function toldElsewhere(name: string, named: ReadonlySet<Region>): Region | undefined {
  const candidates = findRegions(name).filter((region) => region.name === name);
  const only = (told: readonly Region[]) => (told.length === 1 ? told[0] : undefined);
  return (
    only(candidates.filter((region) => named.has(region))) ??
    only(candidates.filter((region) => named.has(parentRegion(region)!))) ??
    only(candidates.filter((region) => named.has(provinceOf(region)!)))
  );
}

function isWord({ kinds }: Word): boolean {
  return (kinds & (Kind.noun | Kind.verb | Kind.function | Kind.nominal | Kind.quality | Kind.level)) !== 0;
}

function isThing({ kinds }: Word): boolean {
  return (kinds & (Kind.noun | Kind.verb | Kind.nominal)) !== 0;
}

/** 城区 and 郊区 are words before they are districts. */
function isWordToo(word: Word, region: Region): boolean {
  return region.level === "county" && word.text.length === 2 && (word.kinds & (Kind.noun | Kind.function)) !== 0;
}

function isSafeShortName(text: string, region: Region, home: Home): boolean {
  if (region.level === "province" || region.level === "country" || region.level === "area") return true;
  if (isCommonWord(text)) return false;
  if (region.level === "city" || isFamousPlace(text)) return true;
  return home.city !== undefined && isWithin(region, home.city);
}

function isInside(outer: Region | undefined, inner: Region): boolean {
  return outer !== undefined && outer !== inner && (outer === parentRegion(inner) || isWithin(inner, outer));
}

/** Whether a neighbour in a list (杭州、宁波) is a region. */
function isListed({ words, regionOfWord }: Reading, i: number): boolean {
  const isSeparator = (word: Word | undefined) => word !== undefined && /^[、和与及]$/.test(word.text);
  return (
    (isSeparator(words[i - 1]) && regionOfWord[i - 2] !== undefined) ||
    (isSeparator(words[i + 1]) && regionOfWord[i + 2] !== undefined)
  );
}

/** The regions of a compound such as 沪嘉杭, each with its own character. */
export function compoundRegions(
  word: Word,
): readonly { readonly region: Region; readonly begin: number; readonly end: number }[] {
  const regions = COMPOUND_REGIONS.get(word.text) ?? [];
  return regions.map((region, i) => ({ region, begin: word.begin + i, end: word.begin + i + 1 }));
}
