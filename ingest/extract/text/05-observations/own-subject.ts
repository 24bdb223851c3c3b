/** Whose the figures of a document are where a clause names nobody. */
import type { EntityIndex, EntityMention, ExtractedEntity, NamedEntities } from "../../extraction.ts";
import type { TextDocument } from "../text-document.ts";

/** Types that can have figures. */
export const BEARERS: ReadonlySet<string> = new Set([
  "Region", "University", "ResearchInstitute", "Laboratory", "HighTechZone", "InnovationPlatform", "Company", "Organization",
]); // prettier-ignore

/** What a title says behind the name of the body that a page presents. */
const PRESENTS = /^(?:$|[-—_|(]|(?:学校|基本|园区)?(?:简介|概况|介绍|情况|概览|年报|总体)|\d{4}年)/;

/**
 * The body that the title presents (X简介), else the region that reports, else
 * the body that the title begins with or the text names first.
 */
export function findOwn(
  document: TextDocument,
  { entities }: NamedEntities,
  mentions: readonly EntityMention[],
): EntityIndex | null {
  const { frame } = document;
  const title = (frame.title ?? "").replace(/\s/g, "");
  const isBody = ({ type }: ExtractedEntity) => BEARERS.has(type) && type !== "Region";
  const restOfTitle = ({ name, aliases }: ExtractedEntity): string | undefined => {
    const form = [name, ...aliases].find((form) => form.length >= 4 && title.startsWith(form));
    return form === undefined ? undefined : title.slice(form.length);
  };
  const isPresented = (rest: string | undefined) => rest !== undefined && PRESENTS.test(rest);
  const presented = entities.findIndex((entity) => isBody(entity) && isPresented(restOfTitle(entity)));
  if (presented !== -1) return presented;
  const introduced = introducedFirst(document, entities, mentions);
  if (introduced !== undefined) return introduced;
  const { region } = frame;
  const own =
    region === null
      ? -1
      : entities.findIndex(({ type, name, aliases }) => type === "Region" && [name, ...aliases].includes(region.name));
  if (own !== -1) return own;
  const titled = entities.findIndex((entity) => isBody(entity) && restOfTitle(entity) !== undefined);
  if (titled !== -1) return titled;
  return mentions.find(({ entity }) => BEARERS.has(entities[entity]!.type))?.entity ?? null;
}

/** 某某大学是…, 某某园区位于…: the text introduces a body, and no region calls itself 我市 or 全县 in it. */
const INTRODUCES =
  /^(?:\([^()]{1,40}\))?(?:,?(?:简称|前身)[^,]{1,20},)?(?:是|位于|坐落|地处|成立于|始建于|创建于|创办于|于(?:19|20)\d\d年)/;

const REGION_SPEAKS = /[我全][市县区省州](?![级\u4e00-\u9fa5]{0,2}大学)|[市县区省]委|[市县区]政府/;

function introducedFirst(
  { clean, sentences }: TextDocument,
  entities: readonly ExtractedEntity[],
  mentions: readonly EntityMention[],
): EntityIndex | undefined {
  const first = sentences.find((sentence) => sentence.block === "paragraph" || sentence.block === "item");
  const mention = first === undefined ? undefined : mentions.find(({ begin }) => begin === first.begin);
  if (first === undefined || mention === undefined) return undefined;
  const { type } = entities[mention.entity]!;
  if (!BEARERS.has(type) || type === "Region" || !INTRODUCES.test(clean.text.slice(mention.end, mention.end + 64)))
    return undefined;
  const body = sentences.filter(({ block }) => block !== "boilerplate" && block !== "meta");
  return body.some(({ begin, end }) => REGION_SPEAKS.test(clean.text.slice(begin, end))) ? undefined : mention.entity;
}
