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
  return { entities, mentions: findMentions(entities, document.clean.text) };
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

function fold(text: string): string {
  return text.replaceAll("（", "(").replaceAll("）", ")").replaceAll("〈", "(").replaceAll("〉", ")");
}
