/**
 * What a figure measures, in the document's words: the words before the number
 * without subject, time, approximation and verbs of reaching.
 */
import { leadingVerbs } from "./verbs.ts";

const LEAD =
  /^(?:[,、;:\s。—–·•①-⑳]+|\d{1,2}[.、](?!\d)|分别(?=[\u4e00-\u9fa5])|其中|另有|另外|此外|同时|以及|就(?![业读医诊地近])|及其?(?!格)|和(?!谐)|与|还(?!款)|并(?!购|网)|而|也|尤其是?|特别是?|主要目标是?|据统计|包括|目前|当前|至此|(?:本|此|这)[次批轮](?!次)|继续(?!教育|医学)|全年|年内|当年|(?:全|我|本|该)(?:市|县|区|省|州|校|院|所|园)(?!级|域)|市本级|(?:共|合|总)计|共(?=[建拥现设]有)|共同?(?!享|建|性)|已经?(?!投)|现已?(?=[有建])|先后|积极|大力|(?:连续|持续)(?:多年|[\d一二两三四五六七八九十]{1,3}(?:[年次届]|个(?:季度|月)))|持续(?!性)|不断|进一步|扎实|深入|着力|加快|全面|成功|有效(?=[推促提破降])|有序|统筹|稳步|高(?:质量|水平|标准)(?=[建推打])|力争|争取(?=全|到|新|实|年|在|达)|确保|实现|完成(?![率度情投年目任])|预计|计划(?=到|新|实|引|培|建)|拟|将(?!军)|可(?!再|研|持|穿)|能够?(?![源量力耗级])|主动|切实|努力|[一二三四五六七八九十]是|近?[\d一二三四五六七八九十两]{1,2}年(?:内|间|期间|来)?|每年(?=设立|安排)|了|的|是|有(?![效机色限关源志序]|[^,、]{2,12}的[^的,、]{2,12}$)|现有|共有|已有|(?:拥有|建有|设有)(?![^,、]{2,12}的[^的,、]{2,12}$)|达到|达(?!成|标)|为(?!民|农)|到(?!位|账|期|岗)|约|超过|超(?=\d|$)|突破(?=$)|近(?=$)|较(?:好|快)|使|让|在(?![孵建校册职岗读研线库营编])|按)/;
const TAIL =
  /(?:分别)?(?:达到了?|达成?|[迈跨登站跃]上了?|[迈跨越]过了?|分别[为达]|约?为|是|超过|超出|超|突破了?|(?:上升|提高|提升|增加|增长|扩大|下降|降低|减少|跃升|压缩|攀升|发展|升|降|增|扩|拓展|缩短|扩展|达|接近|壮大|调整|调增|调减)(?:至|到|为)[了的]?|(?:保持|稳定|维持|控制|稳)在|高达|多达|仅|只有|共有|共计|合计|总计|共|(?<![签合公条节预邀])约|接?近|逾|不(?:少|低|超|高|多)[于过]|至少|已经?|(?<![人平年月户地亩])均|都|[现共已]有|(?<![建拥现共已设含所])有|了|着|过|:|,|、|预计|力争|将|实现|总共|仍|也|继续|长期|始终|一直|连年|[向与对为给在]?(?:全|我|本)[市县区省州]|完成|成功|首次|(?<![主需重])要|(?:已|并)?(?:连续|持续)(?:多年|多次|[\d一二两三四五六七八九十]{1,3}(?:[年次届]|个(?:季度|月)))(?:以?来)?)$/;
const MAX_TAIL = 12;
const PREPOSITIONAL =
  /^(?:在|从|于|就|围绕|通过|按照|依托|聚焦|随着|根据|除|截至)[^,]{1,120}?(?:领域|方面|环节|过程中|基础上|背景下|推动下|支持下|平台上|期间|范围内|带动下|中(?=[^心国小科]))/;

/** 按研发人员全时工作量计算的人均经费 is the 人均经费 of the 研发人员. */
const BY_EFFORT = /按([^,;。]{2,24}?人员)的?全时(?:工作量|当量)计算的/;

/** 2022年工业总产值约为 → 工业总产值. */
export function trimIndicator(words: string): string {
  return trimTail(trimLead(words.replace(BY_EFFORT, "$1"))).replace(/(?<=[\u4e00-\u9fa5]{4})的$/, "");
}

export function trimLead(words: string): string {
  let text = words;
  for (let length = -1; text.length !== length;) {
    length = text.length;
    text = text.replace(PREPOSITIONAL, "").replace(LEAD, "");
  }
  return text;
}

function trimTail(words: string): string {
  return stripEnd(words, TAIL, MAX_TAIL);
}

/** Takes what `end` matches off the end again and again; only the last `reach` characters are looked at. */
export function stripEnd(words: string, end: RegExp, reach: number): string {
  let text = words;
  for (;;) {
    const from = Math.max(0, text.length - reach);
    const match = end.exec(text.slice(from));
    if (match === null || match[0] === "") return text;
    text = text.slice(0, from + match.index);
  }
}

/** The indicator without the verbs that it begins with: 新增高新技术企业 → 高新技术企业. */
export function nounOf(indicator: string): string {
  const noun = indicator.slice(leadingVerbs(indicator).length);
  return noun.length >= 2 ? noun : indicator;
}

/** Words that measure something without saying what: 总数, 占比, 完成投资. */
const BARE =
  /^(?:其中)?(?:总数|总量|总额|数量|总计|累计|合计|总面积|占比|营收占比|产值占比|比重|比例|比率|金额|总金额|[\u4e00-\u9fa5]{2}金额|[\u4e00-\u9fa5]{2}资金|完成投资|总投资额?|投资额?|到位资金|提升幅度|增加值|产值|营收|增速|增幅|增长率|原值|总值|净值|(?:平均)?[\u4e00-\u9fa5]{0,2}排名|位次|(?:创建|建设|发展|总体)规模|(?:任务|目标|计划)?完成率|综合排名|存量|增量|面积|规模|总规模|覆盖率|覆盖面|投入强度|强度|授权量|申请量|成交额|交易额)$/;

/** Whether an indicator needs what was measured before to be read by itself. */
export function isBare(indicator: string): boolean {
  return BARE.test(indicator) || indicator.length < 2;
}

/** A size that a body has rather than reaches: 总规模, 占地面积, 一期总投资. */
const ATTRIBUTE =
  /(?:首期|一期|二期|规划|计划|科研用房|实验用房|办公用房|用房|研发|展厅|厂房|建筑|总建筑|占地|总占地|总|孵化|办公|场地|建成区|核心区|启动区|辖区|控制|管辖|土地)*(?:规模|总投资|投资(?:总额|额)|(?<=首期|一期|二期|总)投入|面积|注册资[本金]|占地|用地)$|(?:首期募集|(?<![\u4e00-\u9fa5])首期)$/;

/** The size that `indicator` ends with; undefined where it ends otherwise. */
export function attributeOf(indicator: string): string | undefined {
  return ATTRIBUTE.exec(indicator.slice(-16))?.[0];
}

/** What a metric is about: 大型仪器设备 of 购置大型仪器设备, to stand before 原值. */
export function headOf(indicator: string): string {
  const noun = nounOf(indicator).replace(/(?:总数|总量|总额|累计|净增|新增|入库)$/, "");
  return noun.replace(/^.*(?:[、的]|(?<![一二三四特高中初平同])等)/, "");
}

/** Whether `words` measure something of what `previous` names: 总数, or 投入强度 after 研发经费投入. */
export function leansOn(words: string, previous: string): boolean {
  // 投入强度(与营业收入之比).
  return isBare(words.replace(/\([^()]*\)$/, "")) || leansByName(words, previous);
}

/** 投入强度 after 研发经费投入: the words begin as what was measured ends. */
export function leansByName(words: string, previous: string): boolean {
  return words.length <= MAX_LEANING && words.length > 2 && previous.endsWith(words.slice(0, 2));
}

const MAX_LEANING = 5;
const MAX_HEAD = 8;
const SHORT_HEAD = 6;

/** Another measure of the same thing, which must be named in full; 资金 or 金额 come with it. */
const OF_THE_SAME = /^(?:总[数量额]|数量|增[速幅长]|占比|比[重例率]|规模|排名|位次|存量|覆盖|投入强度|强度)/;

/** Puts what is measured before what leans on it; of money that comes with a thing, the end of its name is enough. */
export function joinMetric(previous: string, words: string): string {
  if (previous.endsWith(words.slice(0, 2))) return previous + words.slice(2);
  // 高新技术企业数量达…,实现产值…: of what was counted.
  const head = OF_THE_SAME.test(words) ? headOf(previous) : headOf(previous).replace(/(?<=.{2})数量$/, "");
  return (head.length > MAX_HEAD && !OF_THE_SAME.test(words) ? shortHead(head) : head) + words;
}

/** The end of a long name, from a place where a word may begin. */
function shortHead(head: string): string {
  for (let length = SHORT_HEAD + 2; length >= SHORT_HEAD - 2; length--) {
    const at = head.length - length;
    if (/[园院校市县区业台心司所会金”)]/.test(head[at - 1]!) && !/[”)]/.test(head.slice(at))) return head.slice(at);
  }
  return /[“”()]/.test(head) ? head : head.slice(-SHORT_HEAD);
}
