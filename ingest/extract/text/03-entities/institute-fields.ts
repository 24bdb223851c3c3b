/** The fields inside the names of institutes that the dictionaries hold: 煤炭化学 in 中国科学院山西煤炭化学研究所. */
import { readsAsThings } from "../../../lexicon/index.ts";
import { addIndustry } from "./industry-forms.ts";
import { parseName } from "./name-parts.ts";
import type { NamePart } from "./name-parts.ts";
import type { Reading } from "./reading.ts";
import type { EntityRule } from "./rule.ts";

/** Whole sciences, and ways to do science, which are no field of technology. */
const DISCIPLINE =
  /^(?:物理|化学|数学|力学|生物|生命科学|作物科学|科学技术|科学)$|(?:近代物理|高能物理|电子学|物理学|生物学|数学|过程工程|先进技术|先进制造技术|微系统与信息技术|信息通信|化学物理|硅酸盐|工程技术|技术物理|自动化|经济|规划|战略|政策|情报|系统|信息)$/;

/** 西北|高原生物 */
const WIDE_PLACE = /^(?:西北|东北|西南|东南|华北|华东|华南|华中|西部|南方|北方|亚热带|热带)/;

function fieldOf(parts: readonly NamePart[]): NamePart | undefined {
  const head = parts.at(-1);
  const part = parts.at(-2);
  if (head?.kind !== "head" || part === undefined || part.text.length < 2 || DISCIPLINE.test(part.text))
    return undefined;
  if (part.kind === "field") return part;
  return (part.kind === "rest" || part.kind === "region") && readsAsThings(part.text) ? part : undefined;
}

function addInstituteFields(reading: Reading): void {
  for (const found of Array.from(reading.found)) {
    if (found.rule !== "known-name" || found.type !== "ResearchInstitute" || found.inner) continue;
    const parts = parseName(reading.text.slice(found.begin, found.end));
    // A name without an owner is of an academy, or too short to tell.
    if (!parts.some(({ kind }) => kind === "owner")) continue;
    const field = fieldOf(parts);
    if (field === undefined) continue;
    const begin = found.begin + field.begin + (WIDE_PLACE.exec(field.text)?.[0].length ?? 0);
    if (found.begin + field.end - begin >= 2)
      addIndustry(reading, begin, found.begin + field.end, "industry-in-institute", true);
  }
}

export const industryInInstitute: EntityRule = {
  id: "industry-in-institute",
  finds: "The field inside the name of an institute that the dictionaries hold.",
  examples: [
    {
      text: "与中国科学院山西煤炭化学研究所、中国科学院青海盐湖研究所合作。",
      finds: ["Industry 煤炭化学", "Industry 盐湖"],
    },
    { text: "与中国科学院物理研究所、中国科学院过程工程研究所合作。", not: ["Industry 物理", "Industry 过程工程"] },
  ],
  run: addInstituteFields,
};
