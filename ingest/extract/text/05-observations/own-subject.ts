/** Whose the figures of a document are where a clause names nobody. */
import type { EntityIndex, EntityMention, ExtractedEntity, NamedEntities } from "../../extraction.ts";
import type { Sentence, TextDocument } from "../text-document.ts";

/** Types that can have figures. */
export const BEARERS: ReadonlySet<string> = new Set([
  "Region", "University", "ResearchInstitute", "Laboratory", "HighTechZone", "InnovationPlatform", "Company", "Organization",
]); // prettier-ignore

/** What a title says behind the name of the body that a page presents. */
const PRESENTS =
  /^(?:$|[-—_|(]|(?:学校|学院|单位|机构|中心|平台|企业|公司|基本|园区|建设|发展)?(?:简介|概况|介绍|情况|概览|年报|总体)|\d{4}年)/;
/** 研究院简介, 学校概况: a title that presents the body without its name. */
const PRESENTS_UNNAMED =
  /^(?:关于)?(?:我们|[本我]?(?:学校|学院|大学|研究院|研究所|院|所|实验室|中心|平台|基地|园区|高新区|经开区|开发区|公司|集团|联盟|协会|单位|机构))?(?:简介|概况|介绍|概览|基本情况|总体情况)$/;

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
  const introduced = introducedFirst(document, entities, mentions, isUnnamed(document, title));
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

const TITLE_WITHIN = 6;

/** Whether the title, or a line at the head of the page, presents a body without its name. */
function isUnnamed({ clean, sentences }: TextDocument, title: string): boolean {
  if (PRESENTS_UNNAMED.test(title)) return true;
  return sentences
    .slice(0, TITLE_WITHIN)
    .some(({ begin, end }) => end - begin <= 16 && PRESENTS_UNNAMED.test(clean.text.slice(begin, end).trim()));
}

/** 某某大学是…, 某某园区位于…: the text introduces a body, and no region calls itself 我市 or 全县 in it. */
const INTRODUCES =
  /^(?:\([^()]{1,40}\))?(?:,?(?:简称|前身)[^,]{1,40},)?(?:是|为|位于|坐落|地处|选址|(?:注册|正式)?成立于|始建于|创建于|创办于|建于|组建于|于(?:19|20)\d\d年|(?:19|20)\d\d年)/;

const REGION_SPEAKS = /[我全][市县区省州](?![级\u4e00-\u9fa5]{0,2}大学)|[市县区省]委|[市县区]政府/;

function introducedFirst(
  { clean, sentences }: TextDocument,
  entities: readonly ExtractedEntity[],
  mentions: readonly EntityMention[],
  isPresented: boolean,
): EntityIndex | undefined {
  const isTold = ({ block, begin, end }: Sentence) =>
    (block === "paragraph" || block === "item") && !PRESENTS_UNNAMED.test(clean.text.slice(begin, end).trim());
  const first = sentences.find(isTold);
  const mention = first === undefined ? undefined : mentions.find(({ begin }) => begin === first.begin);
  if (first === undefined || mention === undefined) return undefined;
  const { type } = entities[mention.entity]!;
  if (!BEARERS.has(type) || type === "Region" || !INTRODUCES.test(clean.text.slice(mention.end, mention.end + 64)))
    return undefined;
  if (isPresented) return mention.entity;
  const body = sentences.filter(({ block }) => block !== "boilerplate" && block !== "meta");
  return body.some(({ begin, end }) => REGION_SPEAKS.test(clean.text.slice(begin, end))) ? undefined : mention.entity;
}
