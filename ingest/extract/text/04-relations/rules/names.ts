/** What names alone say: whose a body is, where it is, what it works on. */
import type { EntityType } from "../../../../../server/contract/index.ts";
import type { EntityIndex } from "../../../extraction.ts";
import {
  isBranch,
  isBranchOfUniversity,
  isCompanyCentre,
  isEnclave,
  isInnerUnit,
  isLaboratoryUnit,
  isPlace,
  isProperLaboratory,
} from "../heads.ts";
import type { NameAnatomy, NameAnchor } from "../name-anchors.ts";
import { ownerAnchors } from "../owners.ts";
import { isDenied } from "../polarity.ts";
import type { Reading } from "../reading.ts";
import type { DocumentRule, Draft, Said } from "../rule.ts";
import { seatOf } from "../seats.ts";
import type { Mark, Statement } from "../statement.ts";

export const NAME_RULES: readonly DocumentRule[] = [
  {
    id: "owner-in-name",
    scope: "document",
    description:
      "A body that bears another's name belongs to it: PART_OF for its campuses and inner units, LOCATED_IN for zones and parks, AFFILIATED_WITH otherwise; built together where the name says 联合 and bears two.",
    confidence: 0.93,
    examples: [
      {
        text: "[河海大学|U]的[河海大学徐州研究院|I]。",
        relations: ["AFFILIATED_WITH 河海大学徐州研究院 -> 河海大学"],
      },
      {
        text: "[徐工集团|C]的[徐工集团欧洲研发中心|P]。",
        relations: ["PART_OF 徐工集团欧洲研发中心 -> 徐工集团"],
      },
      {
        text: "[河海大学|U]的[河海大学徐州试验站|P]。",
        relations: ["PART_OF 河海大学徐州试验站 -> 河海大学"],
      },
      {
        text: "[河海大学|U]的[河海大学常州校区|U]。",
        relations: ["PART_OF 河海大学常州校区 -> 河海大学"],
      },
      {
        text: "[河海大学|U]、[徐工集团|C]的[河海大学-徐工集团联合研究中心|I]。",
        relations: [
          "CO_BUILT_WITH 河海大学-徐工集团联合研究中心 -> 河海大学",
          "CO_BUILT_WITH 河海大学-徐工集团联合研究中心 -> 徐工集团",
        ],
      },
      { text: "[河海大学|U]的[云龙湖实验室|L]。", relations: [] },
    ],
    *match(reading, said) {
      for (const [body, anatomies] of reading.anatomies.entries()) {
        const anatomy = anatomies.find((it) => ownerAnchors(it).length > 0);
        if (anatomy) yield* owned(reading, body, anatomy, said);
      }
    },
  },
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
  {
    id: "field-in-name",
    scope: "document",
    description: "A field in its name is what a body works on; not for parents and for institutes that only visit.",
    confidence: 0.9,
    examples: [
      {
        text: "建成[徐州集成电路产业园|P]。[集成电路|F]",
        region: "徐州市",
        relations: ["FOCUSES_ON 徐州集成电路产业园 -> 集成电路"],
      },
      { text: "[集成电路|F]与[集成电路大学|U]。", relations: [] },
    ],
    *match(reading, said) {
      for (const [body, { type }] of reading.entities.entries()) {
        if (type === "University" || type === "Government" || isVisitor(reading, body, said)) continue;
        for (const field of fieldsInName(reading, body)) yield fromName(reading, "FOCUSES_ON", body, field);
      }
    },
  },
];

function* owned(reading: Reading, body: EntityIndex, anatomy: NameAnatomy, said: Said): Generator<Draft> {
  const { type, name } = reading.entities[body]!;
  if (type === "Government") return;
  const owners = ownerAnchors(anatomy);
  if (type === "Company") {
    const [parent] = owners;
    if (parent?.type === "Company" && /(?:分公司|分行|支行|分厂)$/.test(name))
      yield fromName(reading, "PART_OF", body, parent.entity);
    return;
  }
  const isJoint = owners.length > 1 && /联合|共建/.test(anatomy.form);
  for (const { entity: owner, end } of owners) {
    if (said.from("CO_BUILT_WITH", body).some(({ to }) => to === owner)) continue;
    const of = reading.entities[owner]!;
    if (type === "University") {
      if (of.type === "University" && isBranchOfUniversity(name)) yield fromName(reading, "PART_OF", body, owner);
    } else if (isJoint) yield fromName(reading, "CO_BUILT_WITH", body, owner);
    else if (
      isInnerUnit(name) ||
      (of.type === "Laboratory" && isLaboratoryUnit(name)) ||
      (of.type === "Company" && isCompanyCentre(name)) ||
      isSeatOf(reading, anatomy, end, of.type)
    ) {
      yield fromName(reading, "PART_OF", body, owner);
    } else if (
      of.type === "HighTechZone" ||
      (of.type === "InnovationPlatform" && type !== "Organization" && isPlace(of.name))
    ) {
      yield fromName(reading, "LOCATED_IN", body, owner);
      // A zone's service centre is the zone's own, a park in it is only there.
      if (!isPlace(name)) yield fromName(reading, "AFFILIATED_WITH", body, owner);
    } else yield fromName(reading, "AFFILIATED_WITH", body, owner);
  }
}

/** 甲创新中心乙市基地: a platform's or laboratory's own site somewhere. */
function isSeatOf(reading: Reading, { form, anchors }: NameAnatomy, end: number, type: string): boolean {
  if (type !== "InnovationPlatform" && type !== "Laboratory" && type !== "ResearchInstitute") return false;
  const place = anchors.find((it) => it.type === "Region" && it.begin <= end + 1 && it.begin >= end);
  return place !== undefined && /^[市县区)]?(?:基地|中心|站|园|园区|市场|分站)$/.test(form.slice(place.end));
}

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

/** By the canonical name, else by another; a branch has those of the body that it is a branch of. */
function fieldsInName(reading: Reading, body: EntityIndex): readonly EntityIndex[] {
  const own = reading.anatomies[body]?.find(({ anchors }) => anchors.some(({ type }) => type === "Industry"));
  const fields = own?.anchors.filter(({ type }) => type === "Industry") ?? [];
  if (fields.length > 0 || !isBranch(reading.entities[body]!.name)) return fields.map(({ entity }) => entity);
  const owners = reading.anatomies[body]?.flatMap((anatomy) => ownerAnchors(anatomy)) ?? [];
  return owners.flatMap(({ entity, type }) => (type === "University" ? [] : fieldsInName(reading, entity)));
}

/** Named only inside other names, or met only as a partner. */
function isVisitor(reading: Reading, body: EntityIndex, said: Said): boolean {
  const { type } = reading.entities[body]!;
  if (reading.marksOf(body).length === 0) return true;
  if (type !== "ResearchInstitute" && type !== "Laboratory") return false;
  const isPartner = said.from("PARTNERS_WITH", body).length > 0;
  const isSettled =
    said.of(body).some(({ type }) => type !== "PARTNERS_WITH" && type !== "AFFILIATED_WITH" && type !== "LOCATED_IN") ||
    said.from("CO_BUILT_WITH", body, "to").length > 0 ||
    reading.marksOf(body).length > said.from("PARTNERS_WITH", body).length;
  return isPartner && !isSettled;
}

/** The evidence is the first sentence that names the body. */
function fromName(reading: Reading, type: Draft["type"], from: EntityIndex, to: EntityIndex): Draft {
  const placed = reading.marksOf(from)[0];
  const statement = placed?.statement ?? reading.sentenceNaming(from);
  const at = placed?.mark.at ?? 0;
  return { type, from, to, statement, begin: at, end: at + 1, status: "existing" };
}
