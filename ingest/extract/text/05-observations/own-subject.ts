/** Whose the figures of a document are where a clause names nobody. */
import type { EntityIndex, EntityMention, ExtractedEntity, NamedEntities } from "../../extraction.ts";
import type { Sentence, TextDocument } from "../text-document.ts";

/** Types that can have figures. */
export const BEARERS: ReadonlySet<string> = new Set([
  "Region", "University", "ResearchInstitute", "Laboratory", "HighTechZone", "InnovationPlatform", "Company", "Organization",
]); // prettier-ignore

/** What a title says behind the name of the body that a page presents. */
const PRESENTS =
  /^(?:$|[-—_|]|\((?![^()]*\)[\u4e00-\u9fa5])|(?:学校|学院|单位|机构|中心|平台|企业|公司|基本|园区|建设|发展)?(?:简介|概况|介绍|情况|概览|年报|总体)|\d{4}年)/;
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
  const title = (frame.title ?? "").replace(/\s/g, "").replace(TIME_BEFORE, "");
  const isBody = ({ type }: ExtractedEntity) => BEARERS.has(type) && type !== "Region";
  const restOfTitle = ({ name, aliases }: ExtractedEntity): string | undefined => {
    const form = [name, ...aliases].find((form) => form.length >= 4 && title.startsWith(form));
    return form === undefined ? undefined : title.slice(form.length);
  };
  /** Of several that the title begins with, the one with the longest name. */
  const longestIn = (fits: (rest: string) => boolean): EntityIndex => {
    let best = -1;
    for (const [i, entity] of entities.entries()) {
      const rest = isBody(entity) ? restOfTitle(entity) : undefined;
      if (rest !== undefined && fits(rest) && (best === -1 || rest.length < restOfTitle(entities[best]!)!.length))
        best = i;
    }
    return best;
  };
  const presented = longestIn((rest) => PRESENTS.test(rest));
  if (presented !== -1) return presented;
  const reported = reportedIn(document, entities, longestIn, restOfTitle);
  if (reported !== undefined) return reported;
  const introduced = introducedFirst(document, entities, mentions, isUnnamed(document, title));
  if (introduced !== undefined) return introduced;
  const { region } = frame;
  const own =
    region === null
      ? -1
      : entities.findIndex(({ type, name, aliases }) => type === "Region" && [name, ...aliases].includes(region.name));
  if (own !== -1) return own;
  const titled = longestIn(() => true);
  if (titled !== -1) return titled;
  // 全市 of a city that stands nowhere: its figures are no body's that the text names.
  if (speaks(document, REPORTS)) return null;
  return mentions.find(({ entity }) => BEARERS.has(entities[entity]!.type))?.entity ?? null;
}

/** 上半年|某经开区工业经济稳中有进. */
const TIME_BEFORE = /^(?:20\d{2}年度?|[上下]半年|前[一二三]季度|[一二三四]季度|今年(?:以来)?|\d{1,2}-\d{1,2}月份?)+/;
/** 落户, 签约, 与…: somebody else has a part in it. */
const WITH_OTHERS = /^(?:与|和|、|及|在|落户|携手|联合|赴|来|到|签)|签约|签署|共建|揭牌|挂牌|成立|考察|调研|座谈|对接/;

/** A report of a zone's own figures: its name begins the title, and no region speaks of itself in the text. */
function reportedIn(
  { clean, sentences }: TextDocument,
  entities: readonly ExtractedEntity[],
  longestIn: (fits: (rest: string) => boolean) => EntityIndex,
  restOfTitle: (entity: ExtractedEntity) => string | undefined,
): EntityIndex | undefined {
  const at = longestIn((rest) => rest !== "" && !WITH_OTHERS.test(rest));
  if (at === -1 || entities[at]!.type !== "HighTechZone" || restOfTitle(entities[at]!) === undefined) return undefined;
  const body = sentences.filter(({ block }) => block !== "boilerplate" && block !== "meta");
  return body.some(({ begin, end }) => CITY_SPEAKS.test(clean.text.slice(begin, end))) ? undefined : at;
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
/** 全市高新技术企业: a city or county has figures; 全市第一 is said of others, too. */
const REPORTS = /我[市县州]|全[市县州](?!(?:排名)?(?:第|首位|前[\d列茅三五十])|平均|唯一|首)/;
/** A zone calls itself 全区, and ranks 全市第一. */
const CITY_SPEAKS = /我[市县省州]|全[市县省州](?!(?:排名)?(?:第|首位|前[\d列茅三五十])|平均)|[市县省]委|[市县]政府/;

function introducedFirst(
  document: TextDocument,
  entities: readonly ExtractedEntity[],
  mentions: readonly EntityMention[],
  isPresented: boolean,
): EntityIndex | undefined {
  const { clean, sentences } = document;
  const isTold = ({ block, begin, end }: Sentence) =>
    (block === "paragraph" || block === "item") && !PRESENTS_UNNAMED.test(clean.text.slice(begin, end).trim());
  const first = sentences.find(isTold);
  const mention = first === undefined ? undefined : mentions.find(({ begin }) => begin === first.begin);
  if (first === undefined || mention === undefined) return undefined;
  const { type } = entities[mention.entity]!;
  if (!BEARERS.has(type) || type === "Region" || !INTRODUCES.test(clean.text.slice(mention.end, mention.end + 64)))
    return undefined;
  if (isPresented) return mention.entity;
  return speaks(document, REGION_SPEAKS) ? undefined : mention.entity;
}

/** A region calls itself 我市 or 全县 in the text. */
function speaks({ clean, sentences }: TextDocument, asRegion: RegExp): boolean {
  const body = sentences.filter(({ block }) => block !== "boilerplate" && block !== "meta");
  return body.some(({ begin, end }) => asRegion.test(clean.text.slice(begin, end)));
}
