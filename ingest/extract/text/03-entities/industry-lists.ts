/** Fields in a list of industries or technologies (聚焦磁悬浮、重型轨道车辆), or after a verb that focuses. */
import { findIndustry, findRegions } from "../../../lexicon/index.ts";
import { isGenericWord } from "./generic.ts";
import { addIndustry } from "./industry-forms.ts";
import { listsOf } from "./lists.ts";
import type { ListItem, NameList } from "./lists.ts";
import type { Reading, Stretch } from "./reading.ts";
import type { EntityRule } from "./rule.ts";
import { Kind } from "./segment.ts";
import type { Word } from "./segment.ts";
import { everyMatch } from "../matches.ts";

/** Verbs after which a list is one of fields, with no class noun needed. */
const FOCUSING = /^(聚焦|围绕|主攻|专注|专注于|深耕|瞄准|锚定|面向|重点围绕|致力于|主打|涵盖|涉及)$/;
const FIELD_NOUN = /(产业|领域|行业|方向|集群|产业链|赛道|技术|学科|装备|材料)$/;
/** List items that are no field. */
const NOT_FIELD =
  /(企业|人才|平台|项目|资金|政策|机制|体系|服务|需求|问题|目标|任务|工作|成果|高校|院所|机构|单位|建设|发展|管理|改革|创新|合作|转化|培育|投入|主体|环境|生态|要素|质量|标准|专利|品牌|市场|贸易|金融|财政|税收|土地|会议|活动|大会|论坛|研究院|实验室|中心|园区|产业园|公司|大学|学院|政府|部门|局|委|办|等|中试|验证|评价|认定|申报|招商|引才|投资|融资|应用|示范|推广|运营|维护|采购|学习|培训|教育|宣传|保护|安全|稳定|监管|监督|考核|农村|社会|民生|文化|旅游|生活|城市|乡村|经济|重点|关键|核心|基础|前沿|共性|事业|双强|强|优势|特色|支柱|基金|股权|物业|总部|大厦|广场|工厂|园|新城|小镇|港|谷|数学|法学|文学|哲学|史学|经济学|管理学|教育学|语言学|艺术学)$/;

function addListed(reading: Reading): void {
  for (const stretch of reading.stretches) {
    const { block } = stretch.sentence;
    if (block === "boilerplate" || block === "meta") continue;
    for (const list of listsOf(reading, stretch)) if (isFieldList(reading, list)) addFieldItems(reading, list);
    addFocus(reading, stretch);
  }
}

function isFieldList({ words }: Reading, { items, noun, nounText, closed, lead }: NameList): boolean {
  if (items.length < 2 || items.some(({ text }) => text.endsWith("项目"))) return false;
  const known = items.filter((item) => findIndustry(item.text) !== undefined || holdsField(words, item)).length;
  if (noun !== undefined && FIELD_NOUN.test(words[noun]!.text)) {
    return (
      !/(企业|平台|项目|工作|重点领域和关键)/.test(nounText) &&
      (known > 0 ||
        /(产业|技术|赛道|集群|产业链|主导|特色)/.test(nounText) ||
        FOCUSING.test(lead?.text ?? "") ||
        items.every((item) => isFieldText(item.text)))
    );
  }
  const lastItem = items.at(-1)!;
  if (/(产业|领域|产业集群|技术)$/.test(lastItem.text) && known > 0) return true;
  // 推动紫笋茶、芦笋、湖羊产业提质: short items that only 产业 tells.
  if (
    lastItem.text.endsWith("产业") &&
    lead !== undefined &&
    /^(推动|发展|培育|壮大|做强|促进|支持|围绕|聚焦)$/.test(lead.text)
  ) {
    if (items.every(({ text }) => text.length <= 6 && isFieldText(text))) return true;
  }
  if (lead !== undefined && FOCUSING.test(lead.text)) return known > 0 && items.every((item) => isFieldText(item.text));
  return closed && known * 2 > items.length && noun === undefined && items.every((item) => isFieldText(item.text));
}

/** An item that holds a field of the dictionary, or ends as fields do. */
function holdsField(words: readonly Word[], { first, last, text }: ListItem): boolean {
  if (
    /(材料|芯片|器件|装备|机器人|电池|系统|药物|技术|传感器|汽车|合金|纤维|能源|医药|信息|智能|育种|化工|制造)$/.test(
      text,
    )
  )
    return true;
  for (let p = first; p <= last; p++) if (words[p]!.kinds & Kind.industry) return true;
  return false;
}

export function isFieldText(text: string): boolean {
  const bare = text.replace(/(产业|领域|产业集群|行业)$/, "");
  return (
    bare.length >= 2 &&
    bare.length <= 14 &&
    (findIndustry(bare) !== undefined || !NOT_FIELD.test(bare)) &&
    !/^[“《]/.test(bare)
  );
}

function addFieldItems(reading: Reading, { items }: NameList): void {
  for (const item of items) {
    const span = fieldSpan(reading, item);
    if (span === undefined) continue;
    addIndustry(reading, span.begin, span.end, "industry-list");
  }
}

function fieldSpan(reading: Reading, item: ListItem): { begin: number; end: number } | undefined {
  const { words, text } = reading;
  let { begin, end } = item;
  if (/^(创新型|特色|优势|新兴)$/.test(item.text)) return undefined;
  const trailing =
    /(创新型)?(三大|两大|四大|五大)?(特色|主导|优势|新兴|支柱|战略性新兴|未来|传统优势|重点)?(产业链|产业集群|产业|领域|行业)$/.exec(
      item.text,
    )?.[0];
  if (trailing !== undefined && trailing.length < item.text.length) end -= trailing.length;
  let first = item.first;
  while (
    first < item.last &&
    (/^(重点|主导|优势|特色|以|发展|推动|支持|新|大|等|包括|新兴|未来|传统)$/.test(words[first]!.text) ||
      words[first]!.kinds & Kind.level ||
      /(?:园区|开发区|高新区|新区|产业园)$/.test(words[first]!.text) ||
      reading.regionOfWord[first] !== undefined)
  ) {
    first++;
    begin = words[first]!.begin;
  }
  if (words[first]!.text.startsWith("在") && item.text.length > 3) begin += 1;
  const field = text.slice(begin, end);
  if (!isFieldText(field) || /[“”]/.test(field) || reading.isClosed(begin)) return undefined;
  if (findIndustry(field) === undefined && isOtherName(reading, begin, end)) return undefined;
  for (let p = first; p <= item.last; p++) {
    const { kinds, text: word } = words[p]!;
    if (
      (kinds & (Kind.function | Kind.measure) && !(kinds & Kind.industry)) ||
      (kinds & Kind.verb &&
        !(kinds & Kind.nominal) &&
        p === first &&
        words.length > 1 &&
        word.length > 1 &&
        !/^(增材|成型)$/.test(word))
    )
      return undefined;
  }
  if (isGenericWord(field) || (first === item.last && reading.regionOfWord[first] !== undefined)) return undefined;
  return { begin, end };
}

function isOtherName(reading: Reading, begin: number, end: number): boolean {
  return reading.overlapping(begin, end, (f) => f.type !== "Industry") !== undefined;
}

/** 聚焦磁悬浮, 发展低空经济产业: one field after the verb. */
const FOCUS =
  /(聚焦|围绕|布局|培育壮大|发展壮大|培育发展|做大做强|发展|培育|壮大|做强|主攻|瞄准|深耕|重点发展|突破)([\p{Script=Han}A-Za-z0-9+]{2,14}?)(产业|领域|产业集群|产业链|赛道)(?![\p{Script=Han}]{0,2}(?:投资|政策|基金|研究院|学院|联盟|园))/gu;

function addFocus(reading: Reading, { sentence }: Stretch): void {
  const sentenceText = reading.text.slice(sentence.begin, sentence.end);
  for (const match of everyMatch(sentenceText, FOCUS)) {
    const [, verb = "", field = ""] = match;
    const begin = sentence.begin + match.index + verb.length;
    if (
      reading.isClosed(begin) ||
      /[的和与、及在为“”]|时代|我[市省县区国]|首位|园区|开发区|高新区|(?:新|大)$/.test(field) ||
      NOT_FIELD.test(field) ||
      findRegions(field).length > 0
    )
      continue;
    if (
      /^(重点|主导|优势|特色|战略性新兴|新兴|未来|高新技术|支柱|传统|相关|现有|本地|地方|全市|全产业|两大|三大|四大|五大|六大|\d|创新|科技|该|重要|关键|前沿|新)/.test(
        field,
      ) ||
      isGenericWord(field) ||
      (field.length < 3 && findIndustry(field) === undefined)
    )
      continue;
    addIndustry(reading, begin, begin + field.length + (match[3] === "产业" ? 2 : 0), "industry-focus");
  }
}

export const industryList: EntityRule = {
  id: "industry-list",
  finds: "Fields in a list of industries or technologies, or after a verb that focuses.",
  examples: [
    {
      text: "重点围绕磁悬浮、重型轨道车辆、新能源动力系统等领域开展中试验证。",
      finds: ["Industry 磁悬浮", "Industry 重型轨道车辆", "Industry 新能源动力系统"],
    },
    {
      text: "前瞻布局低空经济产业,围绕茶叶、酱酒、辣椒等特色产业开展攻关。",
      finds: ["Industry 低空经济", "Industry 酱酒", "Industry 辣椒"],
    },
    {
      text: "围绕重点领域项目、平台、人才、资金一体化配置。",
      not: ["Industry 平台", "Industry 人才", "Industry 资金"],
    },
  ],
  run: addListed,
};
