/**
 * Fields of a page header: `发布机构: | 市科技局 | 成文日期: | 2017-02-13 |`,
 * `发布时间:2024-12-09 13:06 来源:县科技局 浏览次数:20`, `[ 成文日期 ] 2022-11-11`.
 */
import { everyMatch } from "../matches.ts";

export interface PageFields {
  readonly title?: string;
  /** Who is answerable for the document. */
  readonly publisher?: string;
  /** Where the page took it from. */
  readonly source?: string;
  readonly written?: string;
  readonly published?: string;
}

type Meaning = keyof PageFields | "other";

/** Names that only a page header uses. */
const TELLING: Record<string, Meaning> = {
  ...names(
    "publisher",
    "发布机构 发布单位 发文机关 发文机构 发文单位 公开机构 公开单位 制定机关 公开责任部门 信息公开机构 发布部门 发布者 发布人 制发机关 供稿单位",
  ),
  ...names("source", "来源 信息来源 文章来源 稿件来源 新闻来源 稿源 出处 供稿"),
  ...names("written", "成文日期 成文时间 发文日期 发文时间 印发日期 印发时间 生成日期 生成时间 签发日期"),
  ...names(
    "published",
    "发布时间 发布日期 公开日期 公开时间 公布日期 更新时间 更新日期 发表时间 发表日期 录入时间 上传时间 编辑时间",
  ),
  ...names("title", "信息名称 文件名称 原标题"),
  ...names(
    "other",
    "索引号 信息索引号 公开方式 公开形式 公开范围 公开时限 主题分类 发文字号 文号 文件编号 有效性 公文时效 主题词 体裁分类 组配分类 服务对象分类 信息分类 " +
      "统一编号 统一登记号 登记号 访问次数 访问量 浏览次数 浏览量 阅读量 阅读次数 阅读数 点击数 点击量 点击率 点击次数 字号 字体 字体大小 责任编辑 审核 审核人 校对 效力状态 " +
      "生效日期 废止日期 内容分类 内容概述 公开目录 所属类别 信息类别 分享 扫一扫",
  ),
};
/** Names that a text uses as well: they count beside a telling one, or above the text. */
const SHARED: Record<string, Meaning> = {
  ...names("title", "名称 标题"),
  ...names("published", "日期 时间"),
  ...names(
    "other",
    "作者 编辑 记者 通讯员 摄影 点击 阅读 浏览 关键词 关键字 状态 语种 分类 类别 实施日期 发布 责编 初审 复审 终审",
  ),
};

function names(meaning: Meaning, words: string): Record<string, Meaning> {
  return Object.fromEntries(words.split(" ").map((word) => [word, meaning]));
}

const MEANINGS = new Map<string, Meaning>(Object.entries({ ...TELLING, ...SHARED }));
const ALL_NAMES = [...MEANINGS.keys()].sort((a, b) => b.length - a.length).join("|");
/** At the start, or behind anything that is not part of a word; some write two names together: 阅读浏览:. */
const FIELD = new RegExp(
  `(?<![\\u4E00-\\u9FFF])(?:[[【] ?(${ALL_NAMES}) ?[\\]】]:?|[[【(]?(${ALL_NAMES})[\\]】]?[:|]) ?\\|? ?`,
  "g",
);
/** What a name is followed by, or set in brackets by: `来源:`, `[ 成文日期 ]`. */
const MARK = /[:|[【]/;
const META_MAX_LENGTH = 240;
/** A date, brackets and the longest name. */
const FIRST_FIELD_WITHIN = 48;
/** What may stand before the first field. */
const LEAD = /^[\s|[【(>·]*(?:\d[\d年月日:./ -]{4,24}[\s|[【(]*)?$/;

interface FoundField {
  readonly name: string;
  readonly begin: number;
  readonly end: number;
}

function findFields(line: string): FoundField[] {
  if (line.length > META_MAX_LENGTH || line.includes("。") || !MARK.test(line)) return [];
  return everyMatch(line, FIELD).map((match) => ({
    name: (match[1] ?? match[2])!,
    begin: match.index,
    end: match.index + match[0].length,
  }));
}

/** How surely a line is one of a page header: by its own words, or only where page headers stand. */
export function metaCertainty(line: string): "sure" | "in-header" | "none" {
  if (!MARK.test(line.slice(0, FIRST_FIELD_WITHIN))) return "none";
  const fields = findFields(line);
  const [first] = fields;
  if (first === undefined || !LEAD.test(line.slice(0, first.begin))) return "none";
  return fields.some(({ name }) => Object.hasOwn(TELLING, name)) ? "sure" : "in-header";
}

/** 某某日报|阅读1 024: how many have read it, named without a colon. */
const READERS = /(?:阅读|浏览|点击|访问)(?:量|数|次数)? ?\d[\d ]{0,9}.{0,12}$/;

/** The fields of one line of a page header; a date that stands first is when it was published. */
export function readPageFields(line: string): PageFields {
  const found = findFields(line);
  const fields: { -readonly [Key in keyof PageFields]: PageFields[Key] } = {};
  const lead = line.slice(0, found[0]?.begin ?? line.length);
  if (/(?:19|20) ?\d ?\d/.test(lead)) fields.published = lead;
  found.forEach(({ name, end }, i) => {
    const meaning = MEANINGS.get(name)!;
    if (meaning === "other") return;
    const value = line
      .slice(end, found[i + 1]?.begin ?? line.length)
      .replace(/[[【(](?:字[号体]|大|打印|关闭|收藏).*$/, "")
      .replace(/^[\s|\]】]+|[\s|[【(]+$/g, "");
    const own =
      meaning === "source" || meaning === "publisher"
        ? value.replace(/ ?(?:19|20)\d{2}[-年/.].*$/, "").replace(READERS, "")
        : value;
    if (own === "") return;
    fields[meaning] ??= own;
    if (own !== value && fields.published === undefined) fields.published = value.slice(own.length);
  });
  return fields;
}
