/** PART_OF among regions: level by level up from and down to the document's own, and where names stand one in the other. */
import type { EntityIndex } from "../../../extraction.ts";
import type { Reading } from "../reading.ts";
import { pattern } from "../notation.ts";
import { isDenied } from "../polarity.ts";
import { entitiesOf, matches, pairs } from "../rule.ts";
import type { DocumentRule, Draft } from "../rule.ts";

const IN_AREA = pattern(
  `(?:地处|位于|融入|打造|建设|建成|作为|成为){~16}{area:R}{~10}(?:中心城市|核心区|腹地|南翼|北翼|城市群|一体化|节点|门户|中心|枢纽|增长极|城市|高地|C位)`,
);

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
        if (isInFamily || isWrittenTogether(reading, region)) family.add(region);
      }
      for (const region of family) {
        const parent = countyBefore(reading, region) ?? regions.parent(region);
        if (parent !== undefined) yield inRegion(reading, region, parent);
      }
      if (home === undefined) return;
      for (const statement of reading.statements) {
        for (const match of matches(statement, IN_AREA)) {
          const areas = match.marks("area", "R").filter(({ entity }) => regions.level(entity) === "area");
          for (const [from, to] of pairs([home], entitiesOf(areas))) {
            yield { type: "PART_OF", from, to, statement, begin: match.begin, end: match.end, status: "existing" };
          }
        }
      }
    },
  },
];

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

/** 深圳市南山区: the wider region stands right before it, or inside its name. */
function isWrittenTogether(reading: Reading, region: EntityIndex): boolean {
  const parent = reading.regions.parent(region);
  if (parent === undefined) return false;
  const { name, aliases } = reading.entities[parent]!;
  const wider = [name, ...aliases].filter((it) => it.length > 1);
  const { text } = reading.document.clean;
  return reading.marksOf(region).some(({ statement, mark }) => {
    if (isDenied(statement, mark.at)) return false;
    const surface = text.slice(mark.begin, mark.end);
    if (wider.some((it) => surface.length > it.length && surface.startsWith(it))) return true;
    const before = statement.marks.find(({ at }) => at === mark.at - 1);
    if (before?.entity !== parent || before.isDeictic) return false;
    return !/(?:赴|到|至|往|考察)$/.test(statement.masked.slice(Math.max(0, before.at - 2), before.at));
  });
}

function inRegion(reading: Reading, from: EntityIndex, to: EntityIndex): Draft {
  const both = reading.marksOf(from).find(({ statement }) => statement.marks.some(({ entity }) => entity === to));
  const placed = both ?? reading.marksOf(from)[0];
  const statement = placed?.statement ?? reading.sentenceNaming(from);
  const at = placed?.mark.at ?? 0;
  return { type: "PART_OF", from, to, statement, begin: at, end: at + 1, status: "existing" };
}
