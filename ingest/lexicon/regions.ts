/**
 * The administrative divisions of China with codes and short names, countries,
 * and named areas such as 长三角. Names are not unique (six 鼓楼区): look-ups by
 * name return every candidate, and the reader of a document chooses.
 */
import type { RegionLevel } from "../../server/contract/index.ts";
import abbreviations from "./data/abbreviations.json" with { type: "json" };
import areas from "./data/areas.json" with { type: "json" };
import commonPlaces from "./data/common-places.json" with { type: "json" };
import compounds from "./data/compounds.json" with { type: "json" };
import countries from "./data/countries.json" with { type: "json" };
import foreignPlaces from "./data/foreign-places.json" with { type: "json" };
import divisions from "./data/regions.json" with { type: "json" };

export interface Region {
  /** Canonical: 绍兴市. */
  readonly name: string;
  readonly level: RegionLevel;
  /** GB/T 2260, six digits (nine for towns of cities without counties); null for countries and areas. */
  readonly code: string | null;
  /** Short names: 绍兴. */
  readonly short: readonly string[];
}

function levelOf(code: string): RegionLevel {
  if (code.length > 6) return "town";
  if (code.endsWith("0000")) return "province";
  return code.endsWith("00") ? "city" : "county";
}

export const REGIONS: readonly Region[] = [
  ...divisions.map((line): Region => {
    const [code = "", name = "", ...short] = line.split(" ");
    return { name, level: levelOf(code), code, short };
  }),
  ...areas.map((line): Region => {
    const [name = "", ...short] = line.split(" ");
    return { name, level: "area", code: null, short };
  }),
  ...countries.map((line): Region => {
    const [name = "", ...short] = line.split(" ");
    return { name, level: "country", code: null, short };
  }),
  ...foreignPlaces.map((name): Region => ({
    name,
    level: name.endsWith("县") ? "county" : "city",
    code: null,
    short: [],
  })),
];

const byName = new Map<string, Region[]>();
const byCode = new Map<string, Region>();
for (const region of REGIONS) {
  for (const name of [region.name, ...region.short]) {
    const list = byName.get(name);
    if (list === undefined) byName.set(name, [region]);
    else if (!list.includes(region)) list.push(region);
  }
  if (region.code !== null) byCode.set(region.code, region);
}

/** Widest first, then by code: 吉林 is the province before the city. */
const RANK: Record<RegionLevel, number> = { country: 0, area: 1, province: 2, city: 3, county: 4, town: 5 };
for (const list of byName.values()) list.sort((a, b) => RANK[a.level] - RANK[b.level]);

/** Every region of this full or short name, widest first. One-character names are `abbreviatedRegion`. */
export function findRegions(name: string): readonly Region[] {
  return byName.get(name) ?? [];
}

const homonyms = new Map<string, Region>();

/** What is known of a region of which there are several when nothing tells which: its name and its level, no code. */
export function regionOfName(name: string): Region | undefined {
  const known = homonyms.get(name);
  if (known !== undefined) return known;
  const first = byName.get(name)?.find((region) => region.name === name);
  if (first === undefined) return undefined;
  const region = { name, level: first.level, code: null, short: [] };
  homonyms.set(name, region);
  return region;
}

export function regionByCode(code: string): Region | undefined {
  return byCode.get(code);
}

/** The region one level up: county to city (or province where none is between), city to province. */
export function parentRegion(region: Region): Region | undefined {
  const { code, level } = region;
  if (code === null || level === "province") return undefined;
  if (level === "town") return byCode.get(code.slice(0, 6));
  if (level === "county") {
    const city = byCode.get(`${code.slice(0, 4)}00`);
    if (city !== undefined) return city;
  }
  return byCode.get(`${code.slice(0, 2)}0000`);
}

export function provinceOf(region: Region): Region | undefined {
  return region.code === null ? undefined : byCode.get(`${region.code.slice(0, 2)}0000`);
}

/** Whether `inner` lies in `outer` (or is it), by code. */
export function isWithin(inner: Region, outer: Region): boolean {
  if (inner.code === null || outer.code === null) return inner === outer;
  if (outer.level === "province") return inner.code.startsWith(outer.code.slice(0, 2));
  if (outer.level === "city") return inner.code.startsWith(outer.code.slice(0, 4));
  return inner.code.startsWith(outer.code);
}

/** 沪 is 上海市; ambiguous outside of compounds and 在绍, so only for callers with evidence. */
export function abbreviatedRegion(character: string): Region | undefined {
  const name = (abbreviations as Readonly<Record<string, string>>)[character];
  return name === undefined ? undefined : byName.get(name)?.[0];
}

/** 北上广深, 沪嘉杭: several regions in one word, in order of their characters. */
export const COMPOUND_REGIONS: ReadonlyMap<string, readonly Region[]> = new Map(
  Object.entries(compounds).map(([word, names]) => [
    word,
    names.split(" ").flatMap((name) => byName.get(name)?.[0] ?? []),
  ]),
);

const commonWords = new Set(commonPlaces.words.split(" "));
const famousPlaces = new Set(commonPlaces.famous.split(" "));

/** Whether the short name is also an everyday word or part of many names (合作, 会同, 西湖), so that it needs evidence. */
export function isCommonWord(shortName: string): boolean {
  return commonWords.has(shortName);
}

/** Counties known by their short name all over the country (昆山, 义乌). */
export function isFamousPlace(shortName: string): boolean {
  return famousPlaces.has(shortName);
}
