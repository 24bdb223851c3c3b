/** PART_OF among regions: level by level up from and down to the document's own, and where names stand one in the other. */
import { abbreviatedRegion } from "../../../../lexicon/index.ts";
import type { EntityIndex } from "../../../extraction.ts";
import type { Reading } from "../reading.ts";
import { pattern } from "../notation.ts";
import { isDenied } from "../polarity.ts";
import { entitiesOf, matches } from "../rule.ts";
import type { DocumentRule, Draft, Match, Said } from "../rule.ts";
import type { Mark, Statement } from "../statement.ts";

const IN_AREA = pattern(
  `(?:地处|是|位于|融入|打造|建设|建成|作为|成为){~16}{area:R}{~10}(?:中心城市|核心区|腹地|南翼|北翼|城市群|一体化|节点|门户|中心|枢纽|增长极|城市|高地|C位|承载)`,
);
/** 居珠三角第二, 在中部六省中排名第一: one of those that are ranked. */
const RANKED_IN = pattern(`{area:R}{~16}(?:第[一二三四五六七八九十\\d]|首位|末位|前列|前茅)`, /第|位|前/);
/** Areas of whole provinces, of which a city's province is a part. */
const OF_PROVINCES = /^(?:京津冀|东北|西北|西南|华[东南北中]|[东中西]部|中西部|川渝)/;
/** 豫北, 苏南五市: a part of one province, named by its short form. */
const PART_OF_PROVINCE = /^[\u4e00-\u9fff](?:[东西南北中江]{1,2})(?:[一二三四五六七八九十]市)?$/;

export const REGION_RULES: readonly DocumentRule[] = [
  {
    id: "region-in-region",
    scope: "document",
    description:
      "The document's region with those above and in it, and 甲市乙区 written together; cities only visited or compared with get none.",
    confidence: 0.97,
    examples: [
      {
        text: "[徐州市|R]居[江苏省|R]第三,[沛县|R]增长较快。",
        region: "徐州市",
        relations: ["PART_OF 徐州市 -> 江苏省", "PART_OF 沛县 -> 徐州市"],
      },
      {
        text: "在[深圳市|R][宝安区|R]设立办事处。",
        region: "徐州市",
        relations: ["PART_OF 宝安区 -> 深圳市"],
      },
      {
        text: "[徐州市|R]地处[淮海经济区|R]中心。赴[浙江省|R][杭州市|R]考察,与[宁波市|R]相比有差距。",
        relations: [],
      },
    ],
    *match(reading) {
      const { home, regions } = reading;
      const family = new Set<EntityIndex>();
      for (const region of regions.regions) {
        const isInFamily = home !== undefined && (regions.isWithin(region, home) || regions.isWithin(home, region));
        const isPlaced = writtenBefore(reading, region) !== undefined || countryBefore(reading, region) !== undefined;
        if (isInFamily || isPlaced) family.add(region);
      }
      for (const region of family) {
        const isOfFamily = home !== undefined && (regions.isWithin(region, home) || regions.isWithin(home, region));
        const written = isOfFamily ? undefined : writtenBefore(reading, region);
        const parent =
          countyBefore(reading, region) ?? countryBefore(reading, region) ?? written ?? regions.parent(region);
        if (parent !== undefined) yield inRegion(reading, region, parent);
      }
      if (home === undefined) return;
      for (const statement of reading.statements) {
        for (const match of matches(statement, IN_AREA, RANKED_IN)) yield* inArea(reading, match);
      }
    },
  },
  {
    id: "region-in-part-of-province",
    scope: "document",
    description:
      "A part of a province (豫北) is in that province, and the document's region in it where it counts itself among its places or has a body of that name.",
    confidence: 0.85,
    examples: [
      {
        text: "[豫北电池研究院|I]位于[新乡市|R]。[河南省|R]和[豫北|R]",
        region: "新乡市",
        relations: ["PART_OF 新乡市 -> 豫北", "PART_OF 豫北 -> 河南省"],
      },
      { text: "赴[河南省|R][豫北|R]考察。", region: "徐州市", relations: [] },
    ],
    *match(reading, said) {
      const { home, regions } = reading;
      if (home === undefined || regions.level(home) === "province") return;
      for (const area of regions.regions) {
        if (!PART_OF_PROVINCE.test(reading.entities[area]!.name) || regions.level(area) !== "area") continue;
        const province = provinceOf(reading, area);
        if (province === undefined || !regions.isWithin(home, province)) continue;
        const body = bodyNamedAfter(reading, area, said);
        if (body !== undefined) yield { ...inRegion(reading, home, area), statement: reading.sentenceNaming(body) };
        const isIn = body !== undefined || said.from("PART_OF", area, "to").some(({ from }) => from === home);
        if (isIn) yield inRegion(reading, area, province);
      }
    },
  },
];

function* inArea(reading: Reading, match: Match): Generator<Draft> {
  const { home, regions, entities } = reading;
  const { statement, begin, end } = match;
  // 南沙新区位于珠三角 tells where the zone is.
  const subject = statement.marks.find(({ at }) => at === begin - 1);
  if (subject !== undefined && subject.type !== "Region") return;
  const areas = match.marks("area", "R").filter(({ entity }) => regions.level(entity) === "area");
  for (const to of entitiesOf(areas)) {
    if (home === undefined) continue;
    const province = OF_PROVINCES.test(entities[to]!.name) ? regions.parent(home) : undefined;
    const from = province !== undefined && regions.level(province) === "province" ? province : home;
    yield { type: "PART_OF", from, to, statement, begin, end, status: "existing" };
  }
}

/** The province whose short form an area's name begins with: 河南省 of 豫北. */
function provinceOf({ entities, regions }: Reading, area: EntityIndex): EntityIndex | undefined {
  const province = abbreviatedRegion(entities[area]!.name[0]!);
  return regions.regions.find((region) => province !== undefined && entities[region]!.code === province.code);
}

/** A body of the document's region that begins with the area's name. */
function bodyNamedAfter({ anatomies, home, regions }: Reading, area: EntityIndex, said: Said): EntityIndex | undefined {
  const at = anatomies.findIndex((forms, body) => {
    const isNamed = forms.some(({ anchors: [first] }) => first?.entity === area && first.begin === 0);
    return isNamed && said.from("LOCATED_IN", body).some(({ to }) => home !== undefined && regions.isWithin(to, home));
  });
  return at < 0 ? undefined : at;
}

/** 惠东县黄埠镇、稔山镇: both towns are the county's. */
function countyBefore(reading: Reading, town: EntityIndex): EntityIndex | undefined {
  const { regions } = reading;
  if (regions.level(town) !== "town") return undefined;
  for (const { statement, mark } of reading.marksOf(town)) {
    const { marks, masked } = statement;
    for (let i = marks.indexOf(mark); i > 0; i--) {
      const before = marks[i - 1]!;
      if (before.type !== "Region" || !/^[、和及]?$/.test(masked.slice(before.at + 1, marks[i]!.at))) break;
      if (regions.level(before.entity) === "county") return before.entity;
    }
  }
  return undefined;
}

/** 德国斯图加特: foreign cities have no code that tells. */
function countryBefore(reading: Reading, city: EntityIndex): EntityIndex | undefined {
  const { code, level } = reading.entities[city]!;
  if (code || (level !== "city" && level !== "county")) return undefined;
  for (const { statement, mark } of reading.marksOf(city)) {
    const before = statement.marks.find(({ at }) => at === mark.at - 1);
    if (before !== undefined && reading.regions.level(before.entity) === "country") return before.entity;
  }
  return undefined;
}

/** 深圳市南山区, 浙江省常山县: the wider region that stands right before it, or inside its name. */
function writtenBefore(reading: Reading, region: EntityIndex): EntityIndex | undefined {
  for (let wider = reading.regions.parent(region); wider !== undefined; wider = reading.regions.parent(wider)) {
    if (isWrittenAfter(reading, region, wider)) return wider;
  }
  return undefined;
}

function isWrittenAfter(reading: Reading, region: EntityIndex, parent: EntityIndex): boolean {
  const { name, aliases } = reading.entities[parent]!;
  const wider = [name, ...aliases].filter((it) => it.length > 1);
  const { text } = reading.document.clean;
  return reading.marksOf(region).some(({ statement, mark }) => {
    if (isDenied(statement, mark.at)) return false;
    const surface = text.slice(mark.begin, mark.end);
    if (wider.some((it) => surface.length > it.length && surface.startsWith(it))) return true;
    const before = statement.marks.find(({ at }) => at === mark.at - 1) ?? headOfList(reading, statement, mark);
    if (before?.entity !== parent || before.isDeictic) return false;
    return !/(?:赴|到|至|往|考察)$/.test(statement.masked.slice(Math.max(0, before.at - 2), before.at));
  });
}

/** 浙江省常山县、江山市: what stands before the first of the list holds for the others. */
function headOfList({ regions }: Reading, { marks, masked }: Statement, mark: Mark): Mark | undefined {
  const level = regions.level(mark.entity);
  for (let i = marks.indexOf(mark); i > 0; i--) {
    const before = marks[i - 1]!;
    const between = masked.slice(before.at + 1, marks[i]!.at);
    if (before.type !== "Region" || !/^[、和及与]?$/.test(between)) return undefined;
    if (between === "") return i < marks.indexOf(mark) ? before : undefined;
    if (regions.level(before.entity) !== level) return undefined;
  }
  return undefined;
}

function inRegion(reading: Reading, from: EntityIndex, to: EntityIndex): Draft {
  const both = reading.marksOf(from).find(({ statement }) => statement.marks.some(({ entity }) => entity === to));
  const placed = both ?? reading.marksOf(from)[0];
  const statement = placed?.statement ?? reading.sentenceNaming(from);
  const at = placed?.mark.at ?? 0;
  return { type: "PART_OF", from, to, statement, begin: at, end: at + 1, status: "existing" };
}
