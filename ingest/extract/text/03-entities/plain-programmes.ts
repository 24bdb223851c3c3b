/** Programmes without quotation marks: a verb that carries out (实施, 开展), a list's class noun, or the dictionary tells. */
import { findProgramme } from "../../../lexicon/index.ts";
import { regionOfLevel } from "./departments.ts";
import { isGenericWord } from "./generic.ts";
import { listsOf } from "./lists.ts";
import { addProgramme, CARRIES_OUT, HEADS } from "./programmes.ts";
import type { Reading } from "./reading.ts";
import type { EntityRule } from "./rule.ts";
import { Kind } from "./segment.ts";

/** Those that tell a programme without them. */
const UNQUOTED_HEADS = /^(计划|行动|专项行动|示范行动|工程|专项|试点|大赛|创业大赛|挑战赛|竞赛|评选)$/;
const LONGEST_NAME = 34;

/** Stems that name a kind of plan, not a plan. */
const KIND_OF_PLAN =
  /^(三年|五年|年度|工作|总体|发展|建设|实施|专项|重点|重大|系统|民生|标志性|基础|攻坚|科技|人才|产业|研发|创新|培养|培训|采购|招聘|招生|投资|改革|融资|生产|建筑|土木|软件|安全|行动|综合|全面|相关|各类|国家|省级|市级|国家级|省|市|省级以上|市级以上|引才|科技计划|土建|机电|化学|材料|生物|水利|信息|项目|推进|提升|培育|商业|下一步|未来|近期|阶段性|年|月)*$/;
/** Nominal verbs that programmes are made of. */
const PLANS =
  /(培育|提升|倍增|攻坚|赋能|引领|提质|攻关|扩面|提能|升级|服务|共享|示范|引育|育苗|转化|树标|梯队|增效|引才|特支|引进|支持|支撑|揭榜|奖补|创新|培养|激励|托举|科技|人才|研发|英才|学者|青年|中试|转型|数字|绿色|孵化|监测|改造|协作|帮扶|下乡|入企|结对|倍增)/;

function addUnquoted(reading: Reading): void {
  const { words, text } = reading;
  for (const { first, last, sentence } of reading.stretches) {
    if (sentence.block === "boilerplate" || sentence.block === "meta") continue;
    for (let i = first; i <= last; i++) {
      const word = words[i]!;
      if (!UNQUOTED_HEADS.test(word.text) || reading.isClosed(word.begin)) continue;
      if (i < last && HEADS.test(words[i + 1]!.text) && words[i + 1]!.text !== "项目") continue;
      const start = startOfPlan(reading, i, first);
      if (start === undefined) continue;
      const begin = words[start]!.begin;
      const stem = text.slice(begin, word.begin);
      if (!isPlan(reading, start, i, stem)) continue;
      const inherited = inheritedLevel(reading, start, first);
      if (inherited !== undefined) {
        const surface = text.slice(begin, word.end);
        addProgramme(reading, begin, word.end, inherited + surface, [], "programme-plain");
        continue;
      }
      const own = /^(省|市|县|区)$/.test(words[start]!.text) ? regionOfLevel(reading, words[start]!.text) : undefined;
      const surface = text.slice(begin, word.end);
      const name = own === undefined ? surface : own.name + text.slice(words[start]!.end, word.end);
      const bare = surface.replace(/^(国家级|省级|市级|国家|省|市)/, "");
      addProgramme(reading, begin, word.end, name, [surface, ...(bare.length > 5 ? [bare] : [])], "programme-plain");
    }
  }
}

/** 省引才计划21人、高层次特支计划6人: the level of the programme before the count. */
function inheritedLevel(reading: Reading, start: number, first: number): string | undefined {
  const { words, text } = reading;
  if (start - 3 < first || words[start - 1]!.text !== "、" || !/^(人|项|个|名)$/.test(words[start - 2]!.text))
    return undefined;
  if (/^(国家|省|市)/.test(text.slice(words[start]!.begin, words[start]!.end))) return undefined;
  const at = words[start - 3]!.begin;
  const before = reading.overlapping(at - 1, at, ({ type }) => type === "Programme");
  return before === undefined
    ? undefined
    : /^(国家级|国家|省级|[\p{Script=Han}]{2,5}(?:省|自治区))/u.exec(before.name)?.[1];
}

function startOfPlan({ words }: Reading, head: number, first: number): number | undefined {
  let start: number | undefined;
  for (let p = head - 1; p >= first; p--) {
    const { text, kinds, begin, end } = words[p]!;
    if (end < words[p + 1]!.begin || words[head]!.end - begin > LONGEST_NAME) break;
    if (CARRIES_OUT.test(text) && !(/^(建设|创建|支持|推进)$/.test(text) && p === head - 1)) break;
    if (kinds & (Kind.punctuation | Kind.measure | Kind.function) && !(kinds & Kind.noun)) break;
    if (text.length > 1 && kinds & Kind.verb && !(kinds & (Kind.nominal | Kind.softVerb)) && !PLANS.test(text)) break;
    if (kinds & Kind.number && !/^[一二三]$/.test(text)) break;
    start = p;
  }
  return start;
}

function isPlan(reading: Reading, start: number, head: number, stem: string): boolean {
  const { words, text, regionOfWord } = reading;
  if (
    /^(省|省级|国家|国家级|自治区|[\p{Script=Han}]{2,3}省)(重大科技|重点研发|科技支撑|重点领域研发|研发攻关|重点研发与推广|科技创新|基础研究|技术攻关|关键核心技术攻关|自然科学基金)$/u.test(
      stem,
    ) &&
    /^(计划|专项|工程)$/.test(words[head]!.text)
  )
    return true;
  if (start > 0 && words[start - 1]!.text === "等") return false;
  if (stem.length < 4 || KIND_OF_PLAN.test(stem))
    return /^(省|国家级|省级)(引才|特支|高层次特支|高层次人才特殊支持|海外引才)$/.test(stem);
  const headWord = words[head]!.text;
  if (!PLANS.test(stem) && regionOfWord[start] === undefined) return false;
  const after = text.slice(words[head]!.end, words[head]!.end + 4);
  if (/^(工程)$/.test(headWord)) {
    return (
      /(培育|提升|倍增|引领|引育|共享|攻坚|攻关|赋能|英才|人才|提质|建设|创新)$/.test(stem) &&
      stem.length >= 5 &&
      !/^(技术|研究|中心|师|机械|设计|学院|项目部|院)/.test(after)
    );
  }
  if (/^(试点|评选)$/.test(headWord) && /^(单位|企业|城市|示范|省|市|地区|工作的|区域)/.test(after)) return false;
  let telling = 0;
  for (let p = start; p < head; p++)
    if (!isGenericWord(words[p]!.text) && regionOfWord[p] === undefined) telling += words[p]!.text.length;
  // In a list, what is carried out is so for all of it.
  const before = start > 0 ? words[start - 1]! : undefined;
  const follows =
    before?.text === "、" &&
    reading.overlapping(before.begin - 1, before.begin, ({ type }) => type === "Programme") !== undefined;
  const carried = before !== undefined && (CARRIES_OUT.test(before.text) || follows);
  return telling >= 2 || (carried && stem.length >= 6);
}

/** 深入实施“双龙计划”、省海外引才计划、省领军型创新创业团队等人才工程: the class noun says what the items are. */
function addListedProgrammes(reading: Reading): void {
  for (const stretch of reading.stretches) {
    const { block } = stretch.sentence;
    if (block === "boilerplate" || block === "meta") continue;
    for (const { items, closed, nounText } of listsOf(reading, stretch)) {
      if (
        !closed ||
        !/^(重点|重大|省级|国家级|国家|市级)?(人才|引才|科技|创新|科研|科技计划)?(工程|计划|专项|计划项目|人才计划|引才计划|人才项目)(项目)?$/.test(
          nounText,
        )
      )
        continue;
      for (const { first, begin, end, text } of items) {
        if (reading.isClosed(begin) || text.length < 3 || text.length > 18 || isGenericWord(text)) continue;
        if (
          reading.words[first]!.kinds & (Kind.verb | Kind.number) ||
          !/(计划|工程|专项|团队|工程师|英才|学者|基金|人才|行动|攻关|引才|特支)$/.test(text)
        )
          continue;
        const own = /^(省|市)(?=.{3})/.exec(text)?.[1];
        const region = own === undefined ? undefined : regionOfLevel(reading, own);
        addProgramme(
          reading,
          begin,
          end,
          region === undefined ? text : region.name + text.slice(1),
          [text, ...(region === undefined ? [] : [text.slice(1)])],
          "programme-plain",
        );
      }
    }
  }
}

export const programmeListed: EntityRule = {
  id: "programme-listed",
  finds: "Programmes in a list of schemes or talent plans.",
  examples: [
    {
      text: "深入实施“双龙计划”、省海外引才计划、省领军型创新创业团队等人才工程。",
      region: "金华市",
      finds: ["Programme 浙江省海外引才计划", "Programme 浙江省领军型创新创业团队"],
    },
    { text: "集聚人才、资金、项目等重点工程。", not: ["Programme 资金", "Programme 人才"] },
  ],
  run: addListedProgrammes,
};

export const programmePlain: EntityRule = {
  id: "programme-plain",
  finds: "A plan, action, project or competition without quotation marks, from the verb that carries it out.",
  examples: [
    {
      text: "实施科技企业创新研发提质攻坚示范行动,实施高新技术企业倍增计划。",
      finds: ["Programme 科技企业创新研发提质攻坚示范行动", "Programme 高新技术企业倍增计划"],
    },
    {
      text: "制定三年行动计划,推进重点工程,完成年度计划和工作计划。",
      not: ["Programme 三年行动计划", "Programme 重点工程", "Programme 年度计划", "Programme 工作计划"],
    },
    { text: "承担湖北省尖刀技术攻关工程项目。", finds: ["Programme 湖北省尖刀技术攻关工程"] },
  ],
  run: addUnquoted,
};

function addKnownProgrammes(reading: Reading): void {
  const { words, text } = reading;
  for (const { first, last, sentence } of reading.stretches) {
    if (sentence.block === "boilerplate" || sentence.block === "meta") continue;
    for (let i = first; i <= last; i++) {
      const word = words[i]!;
      if ((word.kinds & Kind.programme) === 0 || reading.isClosed(word.begin)) continue;
      const known = findProgramme(word.text)!;
      const isShort = word.text.length <= 2;
      const quoted = words[i - 1]?.text === "“" && words[i + 1]?.text === "”";
      if (isShort && !quoted && !/^(计划|项目|人才|获得者|人选)/.test(text.slice(word.end, word.end + 3))) continue;
      const place = i > first ? reading.regionOfWord[i - 1] : undefined;
      const level =
        i > first && /^(省|市)$/.test(words[i - 1]!.text) ? regionOfLevel(reading, words[i - 1]!.text) : undefined;
      if ((place !== undefined && place.level !== "country") || level !== undefined) {
        const surface = words[i - 1]!.text + word.text;
        addProgramme(
          reading,
          words[i - 1]!.begin,
          word.end,
          (place ?? level)!.name + word.text,
          [surface],
          "programme-known",
        );
      } else addProgramme(reading, word.begin, word.end, known.name, [word.text], "programme-known");
    }
  }
}

export const programmeKnown: EntityRule = {
  id: "programme-known",
  finds: "A national programme, prize or competition by any of its names.",
  examples: [
    {
      text: "承担国家重点研发计划、广东省重点研发计划等项目89项。",
      finds: ["Programme 国家重点研发计划", "Programme 广东省重点研发计划"],
    },
    { text: "获国家科技进步奖二等奖1项。", finds: ["Programme 国家科学技术进步奖"] },
    { text: "尖兵部队。", not: ["Programme 尖兵"] },
  ],
  run: addKnownProgrammes,
};
