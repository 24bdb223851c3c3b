/**
 * A name by what leads it: a place, an owner, and the rest. Two names are forms
 * of one when these agree once each is written in its full official form.
 */
import type { EntityType } from "../../../server/contract/index.ts";
import { findBody, findRegions, findUniversity, headOf, isWeakUniversityName } from "../../lexicon/index.ts";
import { onlyRegion } from "./places.ts";

export interface NameAnatomy {
  /** As it leads the name: 绍兴市, 长三角. */
  readonly place: string;
  /** Its code where it is one certain division. */
  readonly placeCode: string | undefined;
  /** Full name of the university or academy that follows. */
  readonly owner: string;
  /** What is left, in one form. */
  readonly rest: string;
  /** All of it: equal where two names differ in nothing but their writing. */
  readonly form: string;
}

const LONGEST_LEAD = 16;
const OWNED: ReadonlySet<EntityType> = new Set<EntityType>([
  "ResearchInstitute",
  "Laboratory",
  "InnovationPlatform",
  "Organization",
  "University",
]);
const PLACED: ReadonlySet<EntityType> = new Set<EntityType>([...OWNED, "HighTechZone", "Company", "Government"]);

/** Heads that shorten an official one. */
const OFFICIAL_HEADS: readonly (readonly [RegExp, string])[] = [
  [/农科院$/, "农业科学院"],
  [/林科院$/, "林业科学研究院"],
  [/社科院$/, "社会科学院"],
  [/环科院$/, "环境科学研究院"],
  [/工研院$/, "工业技术研究院"],
  [/产研院$/, "产业技术研究院"],
  [/高研院$/, "高等研究院"],
  [/科创大走廊$|科技创新大走廊$|科技创新走廊$/, "科创走廊"],
];

const LEGAL_FORM = /(?:股份有限|有限责任|有限)公司$/;

export function anatomyOf(type: EntityType, name: string): NameAnatomy {
  let rest = fold(name);
  let place = "";
  let placeCode: string | undefined;
  let owner = "";
  if (PLACED.has(type)) {
    const lead = leadingPlace(rest, type);
    if (lead !== "") {
      place = lead;
      placeCode = onlyRegion(lead)?.code ?? undefined;
      rest = rest.slice(lead.length);
      // The narrowest of 浙江省绍兴市 tells.
      const inner = leadingPlace(rest, type);
      const innerCode = onlyRegion(inner)?.code ?? undefined;
      const isWritten = /[省市县区旗州盟]$/.test(inner);
      if (isWritten && innerCode !== undefined && innerCode.slice(0, 2) === placeCode?.slice(0, 2)) {
        place = inner;
        placeCode = innerCode;
        rest = rest.slice(inner.length);
      }
    }
  }
  if (OWNED.has(type)) {
    const lead = leadingOwner(rest);
    owner = lead.name;
    rest = rest.slice(lead.length);
  }
  rest = officialRest(type, rest);
  return { place, placeCode, owner, rest, form: [placeCode ?? shortest(place), owner, rest].join("|") };
}

/** Marks, width, case and spaces do not tell names apart. */
export function fold(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/〈/g, "(")
    .replace(/〉/g, ")")
    .replace(/[\s“”‘’"'·•—–_.,，、《》-]/g, "");
}

function officialRest(type: EntityType, rest: string): string {
  if (type === "HighTechZone") {
    return rest
      .replace(/^(?:国家级|国家|省级)(?=.)/, "")
      .replace(/高新(?:技术)?(?:产业)?(?:开发区|园区|区)$/, "高新区")
      .replace(/经济技术开发区$/, "经开区");
  }
  if (type === "Company") return rest.replace(LEGAL_FORM, "") || rest;
  for (const [short, official] of OFFICIAL_HEADS) {
    if (short.test(rest)) return rest.replace(short, official);
  }
  return rest;
}

/** The longest region that leads the name, if a name remains and no owner reaches further (江南大学 is no 江南). */
function leadingPlace(name: string, type: EntityType): string {
  const owner = OWNED.has(type) ? leadingOwner(name).length : 0;
  for (let length = Math.min(LONGEST_LEAD, name.length - 2); length >= Math.max(2, owner); length--) {
    const lead = name.slice(0, length);
    if (findRegions(lead).length === 0) continue;
    // 南湖实验室 is named after a lake: a district leads names by its full name.
    const isFull = findRegions(lead).some((region) => region.name === lead);
    const isCityOrWider = findRegions(lead).some(({ level }) => level !== "county" && level !== "town");
    return isFull || isCityOrWider || type === "HighTechZone" || !isHeadAlone(name.slice(length)) ? lead : "";
  }
  return "";
}

function isHeadAlone(rest: string): boolean {
  return headOf(rest)?.word === rest;
}

function leadingOwner(name: string): { readonly name: string; readonly length: number } {
  for (let length = Math.min(LONGEST_LEAD, name.length - 2); length >= 2; length--) {
    const lead = name.slice(0, length);
    const university = findUniversity(lead);
    // 岳麓山大学科技城 is no 山大.
    const isCut = lead.endsWith("大") && name[length] === "学";
    if (university !== undefined && !isCut && !isWeakUniversityName(lead)) return { name: university.name, length };
    const body = findBody(lead);
    if (body?.type === "ResearchInstitute" || body?.type === "Laboratory") return { name: body.name, length };
  }
  return { name: "", length: 0 };
}

function shortest(place: string): string {
  if (place === "") return "";
  const [region] = findRegions(place);
  return region?.short[0] ?? place;
}
