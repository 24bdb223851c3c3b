/**
 * Which names of one document are one body: a full name and its end without the
 * owner and place that lead it (轨道交通装备研究院), a company with and without its
 * legal form. Time grows with the number of names, not with its square.
 */
import { findRegions } from "../../../lexicon/index.ts";

const BODIES = /^(ResearchInstitute|Laboratory|InnovationPlatform|HighTechZone|Organization)$/;
const LEGAL_FORM = /(?:集团股份|集团|控股|股份|有限责任|)(?:有限|责任)?公司$/;
const SHORTEST = 5;

/** For each short name the longer one of the same type that it is part of; none where several could be meant. */
export function partialNames(type: string, names: ReadonlySet<string>): ReadonlyMap<string, string> {
  const longer = new Map<string, string | null>();
  const propose = (part: string, whole: string) => {
    if (names.has(part)) longer.set(part, longer.has(part) ? null : whole);
  };
  for (const whole of names) {
    if (type === "Company") {
      const bare = whole.replace(LEGAL_FORM, "");
      if (bare === whole) continue;
      for (const part of [bare, `${bare}集团`]) if (part !== whole) propose(part, whole);
      for (let end = 4; end < bare.length; end++) propose(whole.slice(0, end), whole);
    } else if (BODIES.test(type)) {
      for (let begin = 2; begin <= whole.length - SHORTEST; begin++) {
        const part = whole.slice(begin);
        if (names.has(part) && isLead(whole.slice(0, begin))) propose(part, whole);
      }
    }
  }
  return new Map([...longer].filter((pair): pair is [string, string] => pair[1] !== null));
}

/** A place, or an owner with or without its place; 国家X is another thing than X. */
function isLead(lead: string): boolean {
  if (findRegions(lead).length > 0) return true;
  return lead.length >= 4 && !/(国家|省级|市级|与|和|、)$/.test(lead);
}
