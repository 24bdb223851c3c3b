/** LOCATED_IN as names alone tell it: the region in a body's name, its own or that of the list it stands in. */
import type { EntityType } from "../../../../../server/contract/index.ts";
import type { EntityIndex } from "../../../extraction.ts";
import { isEnclave, isProperLaboratory } from "../heads.ts";
import type { NameAnatomy, NameAnchor } from "../name-anchors.ts";
import { ownerAnchors } from "../owners.ts";
import { isDenied } from "../polarity.ts";
import type { Reading } from "../reading.ts";
import type { DocumentRule, Draft } from "../rule.ts";
import { seatOf } from "../seats.ts";
import type { Mark, Statement } from "../statement.ts";
import { fromName } from "./names.ts";

export const PLACE_NAME_RULES: readonly DocumentRule[] = [
  {
    id: "place-in-name",
    scope: "document",
    description:
      "A body is in the region that its name gives, local government in its region or zone; not where the place is part of a proper name.",
    confidence: 0.92,
    examples: [
      { text: "[徐州市|R]的[徐州科技城|P]。", relations: ["LOCATED_IN 徐州科技城 -> 徐州市"] },
      {
        text: "[徐州市|R]的[徐州市科学技术局|G]。",
        relations: ["LOCATED_IN 徐州市科学技术局 -> 徐州市"],
      },
      {
        text: "[徐州市|R]和[上海市|R],有[徐州市(上海市)创新中心|P]。",
        relations: ["LOCATED_IN 徐州市(上海市)创新中心 -> 上海市", "AFFILIATED_WITH 徐州市(上海市)创新中心 -> 徐州市"],
      },
      {
        text: "[江苏省|R]有[东南大学|U]的[东南大学江苏研究院|I]。",
        region: "徐州市",
        relations: ["LOCATED_IN 东南大学江苏研究院 -> 江苏省"],
      },
      {
        text: "[徐州市|R]有[徐州工程学院|U]。",
        region: "徐州市",
        relations: ["LOCATED_IN 徐州工程学院 -> 徐州市"],
      },
      { text: "[徐州市|R]与[南京大学|U]合作。", region: "徐州市", relations: [] },
      { text: "[徐州市|R]的[徐州矿务机械有限公司|C]。", relations: [] },
      { text: "[江苏省|R]有[东南大学|U]的[江苏东南大学长江研究院|I]。", region: "徐州市", relations: [] },
    ],
    *match(reading) {
      for (const body of reading.entities.keys()) yield* placed(reading, body);
    },
  },
  {
    id: "place-in-list",
    scope: "document",
    description:
      "Where a document measures itself against bodies elsewhere, city by city, a name without a place is in the city of the one before it: 没有类似甲市科技城、乙湖实验室.",
    confidence: 0.75,
    examples: [
      {
        text: "没有类似[苏州科技城|P]、[阳澄湖实验室|L]等平台。[苏州市|R]",
        region: "徐州市",
        relations: ["LOCATED_IN 阳澄湖实验室 -> 苏州市"],
      },
      { text: "建成[徐州科技城|P]、[云龙湖实验室|L]等平台。", region: "徐州市", relations: [] },
    ],
    *match(reading) {
      for (const statement of reading.statements) {
        for (const { marks } of statement.lists) {
          if (marks.length > 1 && isDenied(statement, marks[0]!.at)) yield* placedByList(reading, statement, marks);
        }
      }
    },
  },
];

function* placed(reading: Reading, body: EntityIndex): Generator<Draft> {
  const { type, name } = reading.entities[body]!;
  const { home, regions } = reading;
  if (type === "Company" || type === "Region") return;
  if (type === "Government") {
    const seat = seatOf(reading, body);
    if (seat !== undefined) yield fromName(reading, "LOCATED_IN", body, seat);
    return;
  }
  for (const anatomy of reading.anatomies[body] ?? []) {
    const places = anatomy.anchors.filter(
      (it) =>
        it.type === "Region" &&
        !isProperLaboratory(anatomy.form, it.begin, it.end) &&
        !isNation(reading, it) &&
        isWritten(reading, body, anatomy.form.slice(it.begin, it.end), it.entity),
    );
    const [leader] = places;
    if (!leader) continue;
    if (type === "University" && !isCampus(anatomy)) {
      // 美国西肯塔基大学: a country is told where the name itself does not.
      if (leader.begin === 0 && regions.level(leader.entity) === "country")
        yield fromName(reading, "LOCATED_IN", body, leader.entity);
      // 徐州工程学院 in a document of 徐州.
      if (
        leader.begin === 0 &&
        leader.entity === home &&
        /^(?:city|county)$/.test(regions.level(home) ?? "") &&
        !NAMED_AFTER_OTHERS.test(name)
      )
        yield fromName(reading, "LOCATED_IN", body, home);
      return;
    }
    // 上海(马鞍山)研发飞地 in a document of 马鞍山 is in 上海, whichever stands in the brackets.
    const isAbroad = ({ entity }: NameAnchor) =>
      home !== undefined && !regions.isWithin(entity, home) && !regions.isWithin(home, entity);
    const abroad = isEnclave(name) ? places.filter(isAbroad) : [];
    if (abroad.length === 1 && places.length > 1) {
      yield fromName(reading, "LOCATED_IN", body, abroad[0]!.entity);
      const runner = places.find((it) => it !== abroad[0])!;
      yield fromName(reading, "AFFILIATED_WITH", body, runnerOf(reading, body) ?? runner.entity);
      return;
    }
    const bracketed = places.filter((it) => anatomy.form[it.begin - 1] === "(" && anatomy.form[it.end] === ")");
    const outposts = bracketed.length > 0 ? bracketed : isEnclave(name) && places.length > 1 ? places.slice(1) : [];
    if (outposts.length > 0) {
      for (const { entity } of outposts) yield fromName(reading, "LOCATED_IN", body, entity);
      // 甲县(北京)创新中心 is run by 甲县 in 北京; a profile of a zone speaks of its own.
      if (leader.begin === 0 && !outposts.includes(leader)) {
        yield fromName(reading, "AFFILIATED_WITH", body, runnerOf(reading, body) ?? leader.entity);
      }
      return;
    }
    const hasOwner = ownerAnchors(anatomy).length > 0;
    const own = places.filter(({ entity }) => home !== undefined && regions.isWithin(entity, home));
    // 甲县—乙市产业园 in a document of 甲县.
    const isTwofold = own.length > 0 && /[—–-]/.test(anatomy.form);
    const firstOwner = ownerAnchors(anatomy)[0]?.begin ?? 0;
    for (const { entity, begin } of innermost(reading, isTwofold ? own : places)) {
      // 浙江清华长三角研究院: the area and the province are a claim, its seat is a city; 上海交通大学重庆研究院 is there.
      const isClaim = regions.level(entity) === "area" || (begin < firstOwner && isAroundHome(reading, entity));
      if (hasOwner && isClaim) continue;
      yield fromName(reading, "LOCATED_IN", body, entity);
    }
    return;
  }
}

/** In 广州 after a person, in 长春 after the province. */
const NAMED_AFTER_OTHERS = /^(?:中山大学|吉林大学)$/;

function isAroundHome({ regions, home }: Reading, region: EntityIndex): boolean {
  return (
    regions.level(region) === "province" && home !== undefined && home !== region && regions.isWithin(home, region)
  );
}

const LISTED: ReadonlySet<EntityType> = new Set<EntityType>([
  "ResearchInstitute",
  "Laboratory",
  "HighTechZone",
  "InnovationPlatform",
]);

function* placedByList(reading: Reading, statement: Statement, marks: readonly Mark[]): Generator<Draft> {
  let place: EntityIndex | undefined;
  for (const { entity, type, at } of marks) {
    if (!LISTED.has(type)) return;
    const [own] = placed(reading, entity);
    if (own) place = own.type === "LOCATED_IN" && !isInFamily(reading, own.to) ? own.to : undefined;
    else if (place !== undefined) {
      yield { type: "LOCATED_IN", from: entity, to: place, statement, begin: at, end: at + 1, status: "existing" };
    }
  }
}

function isInFamily({ home, regions }: Reading, region: EntityIndex): boolean {
  return home !== undefined && (regions.isWithin(region, home) || regions.isWithin(home, region));
}

/** The zone that a sentence shows setting up its outpost, or that the document is a profile of. */
function runnerOf(reading: Reading, body: EntityIndex): EntityIndex | undefined {
  for (const { statement, mark } of reading.marksOf(body)) {
    const [agent] = reading.subjects.agents(statement, mark.at, "Z").entities;
    if (agent !== undefined) return agent;
  }
  return undefined;
}

/** 中科院微系统所 does not say 上海, only its full name does. */
function isWritten(reading: Reading, body: EntityIndex, form: string, region: EntityIndex): boolean {
  const marks = reading.marksOf(body);
  const { home, regions } = reading;
  // A local body is the region's, whether or not its short name says so.
  if (marks.length === 0 || (home !== undefined && regions.isWithin(region, home))) return true;
  const { name, aliases } = reading.entities[region]!;
  const forms = [form, name, ...aliases].filter((it) => it.length > 1);
  const { text } = reading.document.clean;
  return marks.some(({ mark }) => {
    const surface = text.slice(mark.begin, mark.end);
    return forms.some((it) => surface.includes(it));
  });
}

/** 中国 in 中国共产党 or in an exchange's name is no place; a foreign country is. */
function isNation(reading: Reading, anchor: NameAnchor): boolean {
  return /^(?:中国|全国|中华)/.test(reading.entities[anchor.entity]!.name);
}

/** A campus; a university is where it is said to be, or what a local document supports. */
function isCampus({ anchors }: NameAnatomy): boolean {
  return anchors.some(({ type }) => type === "University");
}

/** 浙江省绍兴市 is 绍兴市; 甲市乙市 are both. */
function innermost(reading: Reading, places: readonly NameAnchor[]): NameAnchor[] {
  return places.filter(
    ({ entity }) => !places.some((other) => other.entity !== entity && reading.regions.isWithin(other.entity, entity)),
  );
}
