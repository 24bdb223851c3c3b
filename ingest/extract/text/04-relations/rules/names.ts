/** What names alone say: whose a body is and what it works on. */
import type { EntityIndex } from "../../../extraction.ts";
import { isBranch, isBranchOfUniversity, isCompanyCentre, isInnerUnit, isLaboratoryUnit, isPlace } from "../heads.ts";
import type { NameAnatomy } from "../name-anchors.ts";
import { ownerAnchors } from "../owners.ts";
import type { Reading } from "../reading.ts";
import type { DocumentRule, Draft, Said } from "../rule.ts";

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
      (of.type === "ResearchInstitute" && of.name.endsWith("所") && /(?:研究中心|研究室)$/.test(name)) ||
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
export function fromName(reading: Reading, type: Draft["type"], from: EntityIndex, to: EntityIndex): Draft {
  const placed = reading.marksOf(from)[0];
  const statement = placed?.statement ?? reading.sentenceNaming(from);
  const at = placed?.mark.at ?? 0;
  return { type, from, to, statement, begin: at, end: at + 1, status: "existing" };
}
