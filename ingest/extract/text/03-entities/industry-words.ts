/** Industries and fields that the dictionary knows. */
import { findIndustry, readsAsThings } from "../../../lexicon/index.ts";
import { addIndustry, MODIFIERS } from "./industry-forms.ts";
import type { Found, Reading } from "./reading.ts";
import type { EntityRule } from "./rule.ts";
import { Kind } from "./segment.ts";
import type { Word } from "./segment.ts";

/** What follows a general word where it is an industry: 汽车产业. */
const INDUSTRY_AFTER = /^(产业|行业|制造业|领域|装备|产业链|产业集群|业|技术|科技产业|加工业|种植|养殖)/;

function addWords(reading: Reading): void {
  const { words, text } = reading;
  for (const { first, last, sentence } of reading.stretches) {
    if (sentence.block === "boilerplate" || sentence.block === "meta") continue;
    for (let i = first; i <= last; i++) {
      const word = words[i]!;
      if (reading.isClosed(word.begin)) continue;
      if (
        word.kinds === Kind.latin &&
        /^[A-Z][A-Za-z]{1,7}$/.test(word.text) &&
        /^(领域|产业|技术|芯片|器件)/.test(text.slice(word.end, word.end + 2))
      ) {
        if (!/^(GDP|PPP|CEO|APP|VIP|PC|IT|ID)$/.test(word.text))
          addIndustry(reading, word.begin, word.end, "industry-word");
        continue;
      }
      if ((word.kinds & Kind.industry) === 0) continue;
      const industry = findIndustry(word.text);
      if (industry === undefined) continue;
      let start = i;
      while (start > first && MODIFIERS.test(words[start - 1]!.text) && words[start - 1]!.end === words[start]!.begin)
        start--;
      start = startOfThings(reading, start, first);
      const after = text.slice(word.end, word.end + 4);
      if (industry.general && start === i && !INDUSTRY_AFTER.test(after)) continue;
      if (isDescribing(after, word.text) || isInField(reading, words[start]!.begin, word.end)) continue;
      if (word.kinds & Kind.region && reading.regionOfWord[i] !== undefined) continue;
      addIndustry(reading, words[start]!.begin, industryEnd(word.end, after), "industry-word");
    }
  }
}

/** Back over unknown characters that read as things: 磷系|储能, 梭子蟹|种业. */
function startOfThings(reading: Reading, start: number, floor: number): number {
  const { words } = reading;
  let first = start;
  while (first > floor && words[first - 1]!.end === words[first]!.begin && isPartOfRun(words, first - 1)) first--;
  if (first === start) return start;
  let run = "";
  for (let p = first; p < start; p++) run += words[p]!.text;
  if (!readsAsThings(run)) return start;
  const isInName = ({ type }: Found) => type !== "Industry" && type !== "Region";
  return reading.overlapping(words[first]!.begin, words[start]!.begin, isInName) === undefined ? first : start;
}

/** Characters that make no word, and 系 in 磷系. */
function isPartOfRun(words: readonly Word[], p: number): boolean {
  if (words[p]!.kinds === Kind.unknown) return true;
  return /^[系质基]$/.test(words[p]!.text) && words[p - 1]?.kinds === Kind.unknown;
}

/** Part of a longer field: 轨道交通 in 轨道交通关键零部件. */
function isInField(reading: Reading, begin: number, end: number): boolean {
  return (
    reading.overlapping(begin, end, (f) => f.type === "Industry" && f.begin <= begin && end <= f.end) !== undefined
  );
}

/** 产业 and 技术 right after belong to the surface. */
function industryEnd(end: number, after: string): number {
  const made = /^(装备|设备|材料|零部件|深加工|加工|电池|器件|传感器|机械)(?=[产业、,。;等研园创示技领科]|$)/.exec(
    after,
  )?.[0];
  if (made !== undefined) return end + made.length;
  return end + (/^(产业链|产业集群|产业|行业|技术)/.exec(after)?.[0].length ?? 0);
}

/** 大数据局, 互联网+: the word is part of another. */
function isDescribing(after: string, word: string): boolean {
  return (
    /^(系统|局|\+|厅|部门|办|信息网|企业家|化|平台经济)/.test(after) || (word === "芯片" && after.startsWith("卡"))
  );
}

export const industryWord: EntityRule = {
  id: "industry-word",
  finds: "An industry or field that the dictionary knows; a general one (汽车) only as 汽车产业.",
  examples: [
    {
      text: "围绕集成电路、生物医药等产业,汽车产业产值增长。",
      finds: ["Industry 集成电路", "Industry 生物医药", "Industry 汽车"],
    },
    { text: "重点布局磷系储能、碳基材料、梭子蟹种业。", finds: ["Industry 磷系储能", "Industry 梭子蟹种业"] },
    { text: "购置汽车一辆,农业农村局负责。", not: ["Industry 汽车", "Industry 农业"] },
    { text: "发展高端生物医药和新一代信息技术产业。", finds: ["Industry 生物医药", "Industry 新一代信息技术"] },
  ],
  run: addWords,
};
