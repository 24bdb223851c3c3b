/**
 * Which names of one document are one body: a full name and its end without the
 * owner and place that lead it (轨道交通装备研究院), a company with and without its legal form.
 */
import { findRegions } from "../../../lexicon/index.ts";
import type { Found } from "./reading.ts";

const BODIES = /^(ResearchInstitute|Laboratory|InnovationPlatform|HighTechZone|Organization)$/;
const LEGAL_FORM = /^(有限公司|股份有限公司|有限责任公司|集团有限公司|控股有限公司|集团股份有限公司)$/;

/** For each short name the name of the same type that it is part of; none where several could be meant. */
export function partialNames(founds: readonly Found[]): ReadonlyMap<string, string> {
  const byType = new Map<string, Set<string>>();
  for (const { type, name, pointing } of founds) {
    if (pointing) continue;
    if (!byType.has(type)) byType.set(type, new Set());
    byType.get(type)!.add(name);
  }
  const same = new Map<string, string>();
  for (const [type, names] of byType) {
    const longer = [...names];
    for (const name of names) {
      const candidates = longer.filter((other) => other !== name && isPartOf(type, name, other));
      if (candidates.length === 1) same.set(`${type} ${name}`, candidates[0]!);
    }
  }
  return same;
}

function isPartOf(type: string, name: string, other: string): boolean {
  if (type === "Company") return other.startsWith(name) && LEGAL_FORM.test(other.slice(name.length));
  if (!BODIES.test(type) || !other.endsWith(name) || name.length < 5) return false;
  const lead = other.slice(0, -name.length);
  // 绍兴市X and X of the same place are one; 国家X is another thing than X.
  if (findRegions(lead).length > 0) return true;
  return (
    lead.length >= 4 &&
    /(大学|学院|科学院|研究院|研究所|公司|集团|市|省|区|县|实验室|中心|[\p{Script=Han}]{2})$/u.test(lead) &&
    !/(国家|省级|与|和|、)$/.test(lead)
  );
}
