/** What names alone say: whose a body is, where it is, what it works on. */
import type { EntityIndex } from "../../../extraction.ts";
import { isBranchOfUniversity, isEnclave, isInnerUnit, isPlace, isProperLaboratory } from "../heads.ts";
import type { NameAnatomy, NameAnchor } from "../name-anchors.ts";
import { ownerAnchors } from "../owners.ts";
import type { Reading } from "../reading.ts";
import type { DocumentRule, Draft, SaidDraft } from "../rule.ts";
import { seatOf } from "../seats.ts";

export const NAME_RULES: readonly DocumentRule[] = [
  {
    id: "owner-in-name",
    scope: "document",
    description:
      "A body that bears another's name belongs to it: PART_OF for its campuses and inner units, LOCATED_IN for zones, AFFILIATED_WITH otherwise; built together where the name says 联合.",
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
        text: "[河海大学|U]的[河海大学常州校区|U]。",
        relations: ["PART_OF 河海大学常州校区 -> 河海大学"],
      },
      { text: "[河海大学|U]的[云龙湖实验室|L]。", relations: [] },
    ],
    *match(reading, said) {
      for (const [body, anatomies] of reading.anatomies.entries()) {
        for (const anatomy of anatomies) {
          const owners = ownerAnchors(anatomy);
          if (owners.length === 0) continue;
          yield* owned(reading, body, anatomy, owners, said);
          break;
        }
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
      { text: "[徐州市|R]的[徐州矿务机械有限公司|C]。", relations: [] },
    ],
    *match(reading) {
      for (const body of reading.entities.keys()) yield* placed(reading, body);
    },
  },
  {
    id: "field-in-name",
    scope: "document",
    description: "A field in its name is what a body works on; not for parents and for institutes that only visit.",
    confidence: 0.9,
    examples: [
      {
        text: "建成[徐州集成电路产业园|P],壮大[集成电路|F]。",
        region: "徐州市",
        relations: ["FOCUSES_ON 徐州集成电路产业园 -> 集成电路"],
      },
      { text: "[集成电路|F]与[集成电路大学|U]。", relations: [] },
    ],
    *match(reading, said) {
      const visitors = visitingBodies(reading, said);
      for (const [body, anatomies] of reading.anatomies.entries()) {
        const { type } = reading.entities[body]!;
        if (type === "University" || type === "Government" || visitors.has(body)) continue;
        for (const { anchors } of anatomies) {
          for (const { entity, type } of anchors) {
            if (type === "Industry") yield fromName(reading, "FOCUSES_ON", body, entity);
          }
        }
      }
    },
  },
];

function* owned(
  reading: Reading,
  body: EntityIndex,
  anatomy: NameAnatomy,
  owners: readonly NameAnchor[],
  said: readonly SaidDraft[],
): Generator<Draft> {
  const { type, name } = reading.entities[body]!;
  const isJoint = /联合|共建/.test(anatomy.form);
  const isBuiltTogether = (owner: EntityIndex) =>
    said.some((draft) => draft.type === "CO_BUILT_WITH" && draft.from === body && draft.to === owner);
  for (const owner of owners) {
    if (isBuiltTogether(owner.entity)) continue;
    if (type === "Government" || type === "Company") continue;
    if (type === "University") {
      if (owner.type === "University" && isBranchOfUniversity(name))
        yield fromName(reading, "PART_OF", body, owner.entity);
      continue;
    }
    if (isJoint && owners.length > 1) {
      yield fromName(reading, "CO_BUILT_WITH", body, owner.entity);
      continue;
    }
    if (isInnerUnit(name)) yield fromName(reading, "PART_OF", body, owner.entity);
    else if (owner.type === "HighTechZone") yield fromName(reading, "LOCATED_IN", body, owner.entity);
    else if (
      owner.type === "InnovationPlatform" &&
      type !== "Organization" &&
      isPlace(reading.entities[owner.entity]!.name) &&
      !/走廊/.test(reading.entities[owner.entity]!.name)
    ) {
      yield fromName(reading, "LOCATED_IN", body, owner.entity);
    } else yield fromName(reading, "AFFILIATED_WITH", body, owner.entity);
  }
  // 甲大学-乙县联合创新中心 is built by the place too.
  if (!isJoint) return;
  const places = anatomy.anchors.filter(
    (it) => it.type === "Region" && it.begin >= owners[0]!.end && /^[-—–·与和]/.test(anatomy.form[it.begin - 1] ?? ""),
  );
  for (const place of places) {
    yield fromName(reading, "CO_BUILT_WITH", body, place.entity);
    for (const owner of owners) yield fromName(reading, "CO_BUILT_WITH", body, owner.entity);
  }
}

function* placed(reading: Reading, body: EntityIndex): Generator<Draft> {
  const { type, name } = reading.entities[body]!;
  if (type === "Company" || type === "Region") return;
  if (type === "Government") {
    const seat = seatOf(reading, body);
    if (seat !== undefined) yield fromName(reading, "LOCATED_IN", body, seat);
    return;
  }
  for (const anatomy of reading.anatomies[body] ?? []) {
    const places = anatomy.anchors.filter(
      (it) => it.type === "Region" && !isProperLaboratory(anatomy.form, it.begin, it.end) && !isNation(reading, it),
    );
    if (places.length === 0) continue;
    if (type === "University" && !isLocalUniversity(reading, body, anatomy, places)) return;
    const bracketed = places.filter((it) => anatomy.form[it.begin - 1] === "(" && anatomy.form[it.end] === ")");
    const [leader] = places;
    if (bracketed.length > 0) {
      for (const { entity } of bracketed) yield fromName(reading, "LOCATED_IN", body, entity);
      // 甲县(北京)创新中心 is run by 甲县 in 北京.
      if (leader!.begin === 0 && !bracketed.includes(leader!))
        yield fromName(reading, "AFFILIATED_WITH", body, leader!.entity);
      return;
    }
    if (isEnclave(name) && places.length > 1 && leader!.begin === 0) {
      yield fromName(reading, "AFFILIATED_WITH", body, leader!.entity);
      for (const { entity } of places.slice(1)) yield fromName(reading, "LOCATED_IN", body, entity);
      return;
    }
    const hasOwner = ownerAnchors(anatomy).length > 0;
    for (const { entity } of innermost(reading, places)) {
      // 浙江清华长三角研究院: the area is a claim, its seat is a city.
      if (hasOwner && reading.regions.level(entity) === "area") continue;
      yield fromName(reading, "LOCATED_IN", body, entity);
    }
    return;
  }
}

/** 中国 in 中国共产党 or in an exchange's name is no place; a foreign country is. */
function isNation(reading: Reading, anchor: NameAnchor): boolean {
  return /^(?:中国|全国|中华)/.test(reading.entities[anchor.entity]!.name);
}

/** A campus elsewhere, or a university named after the document's own region. */
function isLocalUniversity(
  reading: Reading,
  body: EntityIndex,
  anatomy: NameAnatomy,
  places: readonly NameAnchor[],
): boolean {
  if (anatomy.anchors.some(({ type, entity }) => type === "University" && entity !== body)) return true;
  const { home, regions } = reading;
  return home !== undefined && places.some(({ entity, begin }) => begin === 0 && regions.isWithin(entity, home));
}

/** 浙江省绍兴市 is 绍兴市; 甲市乙市 are both. */
function innermost(reading: Reading, places: readonly NameAnchor[]): NameAnchor[] {
  return places.filter(
    ({ entity }) => !places.some((other) => other.entity !== entity && reading.regions.isWithin(other.entity, entity)),
  );
}

/** Institutes and laboratories that the document only meets as partners or names as parents. */
function visitingBodies(reading: Reading, said: readonly SaidDraft[]): ReadonlySet<EntityIndex> {
  const partners = new Set<EntityIndex>();
  const settled = new Set<EntityIndex>();
  for (const { type, from, to } of said) {
    if (type === "PARTNERS_WITH") {
      partners.add(from);
      partners.add(to);
    } else {
      settled.add(from);
      if (type === "CO_BUILT_WITH") settled.add(to);
    }
  }
  const visiting = new Set<EntityIndex>();
  reading.entities.forEach(({ type }, entity) => {
    if (type === "Company") return;
    const isNamedAlone = reading.marksOf(entity).length > 0;
    if (!isNamedAlone || (partners.has(entity) && !settled.has(entity))) visiting.add(entity);
  });
  return visiting;
}

/** The evidence is the first sentence that names the body. */
function fromName(reading: Reading, type: Draft["type"], from: EntityIndex, to: EntityIndex): Draft {
  const placed = reading.marksOf(from)[0];
  const statement = placed?.statement ?? reading.sentenceNaming(from);
  const at = placed?.mark.at ?? 0;
  return { type, from, to, statement, begin: at, end: at + 1, status: "existing" };
}
