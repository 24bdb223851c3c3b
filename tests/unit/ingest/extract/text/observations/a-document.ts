/** Documents about the made-up city 昌华市, with the names that a test says they hold. */
import { cleanText } from "../../../../../../ingest/extract/text/01-clean/clean-text.ts";
import { splitText } from "../../../../../../ingest/extract/text/02-structure/split-text.ts";
import { findObservations } from "../../../../../../ingest/extract/text/05-observations/find-observations.ts";
import type { EntityMention, ExtractedEntity, NamedEntities } from "../../../../../../ingest/extract/extraction.ts";
import type { Frame, TextDocument } from "../../../../../../ingest/extract/text/text-document.ts";

export const CITY = "昌华市";

const NAMES: readonly ExtractedEntity[] = [
  { type: "Region", name: CITY, aliases: ["昌华"], level: "city" },
  { type: "Region", name: "城东县", aliases: [], level: "county" },
  { type: "Region", name: "城西县", aliases: [], level: "county" },
  { type: "Region", name: "华东省", aliases: [], level: "province" },
  { type: "University", name: "昌华大学", aliases: [] },
  { type: "Laboratory", name: "青湖实验室", aliases: [] },
  { type: "ResearchInstitute", name: "昌华先进材料研究院", aliases: [] },
  { type: "HighTechZone", name: "昌华高新区", aliases: [] },
  { type: "Government", name: "城东县科学技术局", aliases: ["城东县科技局"] },
  { type: "Company", name: "远航科技", aliases: [] },
  { type: "Company", name: "蓝芯电子", aliases: [] },
  { type: "Organization", name: "昌华科创基金", aliases: [] },
  { type: "Policy", name: "昌华市科技新政30条", aliases: ["科技新政30条"] },
];

export function aDocument(text: string, frame: Partial<Frame> = {}): { document: TextDocument; named: NamedEntities } {
  const clean = cleanText(text);
  const { title = null, date = null } = frame;
  const split = splitText(clean, { title, publisher: null, date, url: null });
  const document = {
    ...split,
    frame: { ...split.frame, region: { name: CITY, level: "city" as const, code: null }, ...frame },
  };
  return { document, named: { entities: NAMES, mentions: findMentions(clean.text) } };
}

function findMentions(text: string): EntityMention[] {
  const forms = NAMES.flatMap(({ name, aliases }, entity) => [name, ...aliases].map((form) => ({ form, entity }))).sort(
    (a, b) => b.form.length - a.form.length,
  );
  const mentions: EntityMention[] = [];
  for (const { form, entity } of forms) {
    for (let at = text.indexOf(form); at !== -1; at = text.indexOf(form, at + form.length)) {
      const end = at + form.length;
      if (mentions.some((known) => at < known.end && known.begin < end)) continue;
      mentions.push({ entity, begin: at, end, rule: "name" });
    }
  }
  return mentions.sort((a, b) => a.begin - b.begin);
}

/** Written as the rules write their examples: `subject: indicator | value unit | kind`, the subject where it is not the city. */
export function toldIn(text: string, frame: Partial<Frame> = {}) {
  const { document, named } = aDocument(text, frame);
  return findObservations(document, named).map((claim) => {
    const subject = named.entities[claim.subject]!.name;
    const what = `${claim.indicator} | ${claim.value} ${claim.unit} | ${claim.kind}`;
    return {
      rule: claim.rule,
      told: subject === CITY ? what : `${subject}: ${what}`,
      year: claim.year,
      claim,
      document,
    };
  });
}

export const toldTexts = (text: string, frame: Partial<Frame> = {}) => toldIn(text, frame).map(({ told }) => told);
