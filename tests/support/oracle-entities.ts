/**
 * The entities of a gold file as if they had been found, so that an error in
 * relations is the relation rules' own. Every name and alias is a mention where
 * it stands in the cleaned text, the longest first.
 */
import type { EntityMention, ExtractedEntity, NamedEntities } from "../../ingest/extract/extraction.ts";
import type { TextDocument } from "../../ingest/extract/text/text-document.ts";
import { findRegions, regionByCode } from "../../ingest/lexicon/index.ts";
import type { EntityType, RegionLevel } from "../../server/contract/index.ts";

export interface GoldEntity {
  readonly type: EntityType;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly level?: RegionLevel;
}

export interface GoldFile {
  readonly region: string | null;
  readonly entities: readonly GoldEntity[];
}

/** One-character names (绍) are mentions only after these. */
const BEFORE_SHORT_NAME = /[在来驻赴入]$/;

export function oracleEntities(gold: GoldFile, document: TextDocument): NamedEntities {
  const home = findRegions(gold.region ?? "")[0];
  const entities = gold.entities.map(({ type, name, aliases, level }): ExtractedEntity => {
    const candidates = type === "Region" ? findRegions(name).filter((it) => it.level === level) : [];
    // Homonymous counties: the one nearest to the document's region.
    const code =
      candidates.find((it) => home?.code && it.code?.startsWith(home.code.slice(0, 4)))?.code ?? candidates[0]?.code;
    return { type, name, aliases: aliases ?? [], ...(level ? { level } : {}), ...(code ? { code } : {}) };
  });
  const { text } = document.clean;
  const mentions = findMentions(entities, text);
  const second = findSecondMentions(entities, mentions, text);
  return { entities, mentions: [...mentions, ...second].sort((a, b) => a.begin - b.begin) };
}

/** The document's region as gold states it, for frames that were not completed. */
export function withOracleRegion(gold: GoldFile, document: TextDocument): TextDocument {
  const entity = gold.entities.find(({ type, name }) => type === "Region" && name === gold.region);
  if (gold.region === null || !entity) return document;
  const code = findRegions(gold.region).find((it) => it.level === entity.level)?.code ?? null;
  const region = { name: gold.region, level: entity.level ?? "city", code: regionByCode(code ?? "") ? code : null };
  return { ...document, frame: { ...document.frame, region } };
}

function findMentions(entities: readonly ExtractedEntity[], text: string): EntityMention[] {
  const forms = entities
    .flatMap((entity, index) => [entity.name, ...entity.aliases].map((form) => ({ form, entity: index })))
    .sort((a, b) => b.form.length - a.form.length);
  const taken = new Uint8Array(text.length);
  const mentions: EntityMention[] = [];
  const fold = (it: string) =>
    it.replaceAll("（", "(").replaceAll("）", ")").replaceAll("〈", "(").replaceAll("〉", ")");
  const folded = fold(text);
  for (const { form, entity } of forms) {
    const wanted = fold(form);
    if (wanted === "") continue;
    for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
      const end = at + wanted.length;
      if (wanted.length === 1 && !BEFORE_SHORT_NAME.test(folded.slice(0, at))) continue;
      if (taken.subarray(at, end).includes(1)) continue;
      taken.fill(1, at, end);
      mentions.push({ entity, begin: at, end, rule: "oracle" });
    }
  }
  return mentions.sort((a, b) => a.begin - b.begin);
}

const SECOND_MENTION =
  /(?<=^|[,。;、:!?\n】]|其中|推动|支持|依托|以)(?:该|本|我)?(研究院|研究所|研究中心|实验室|高新区|经开区|园区|科技园|产业园|创新中心|中心|联盟|公司|集团|学校|大学|院|所)(?=[^、,。;:\n])/gu;
/** A profile names its subject within so many characters. */
const OPENING = 120;
const HEADS: Readonly<Record<string, RegExp>> = {
  园区: /园|区$|谷$/,
  公司: /公司$/,
  学校: /大学$|学院$/,
  院: /院$/,
  所: /所$/,
  高新区: /高新(?:技术产业开发)?区$/,
};

/** 该院, 研究院: the entity named last whose name ends so. */
function findSecondMentions(
  entities: readonly ExtractedEntity[],
  mentions: readonly EntityMention[],
  text: string,
): EntityMention[] {
  const found: EntityMention[] = [];
  for (const match of text.matchAll(SECOND_MENTION)) {
    const begin = match.index;
    const end = begin + match[0].length;
    if (mentions.some((it) => it.begin < end && begin < it.end)) continue;
    const head = match[1]!;
    const isShort = head === "院" || head === "所";
    if (isShort && match[0] === head) continue;
    const ends = HEADS[head] ?? new RegExp(`${head}$`, "u");
    const fits = (it: EntityMention) => entities[it.entity]!.type !== "Region" && ends.test(entities[it.entity]!.name);
    // Whom the document opens with, else whoever was named last.
    const antecedent =
      mentions.find((it) => it.end < OPENING && it.end <= begin && fits(it)) ??
      mentions.findLast((it) => it.end <= begin && fits(it));
    if (antecedent) found.push({ entity: antecedent.entity, begin, end, rule: "oracle second mention" });
  }
  return found;
}
