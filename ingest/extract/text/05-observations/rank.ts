/**
 * Ranks: 居全省第四位 · 全国排106位 · 位居全省首位.
 *
 * An ordinal is a rank only where a place of comparison or a verb of ranking
 * stands before it and nothing that it numbers behind it (第一批, 第三医院).
 */
import type { Span } from "../01-clean/edits.ts";
import { parseNumerals } from "./number.ts";
import { everyMatch } from "../matches.ts";

export interface Rank extends Span {
  /** 位; % for 前40%. */
  readonly unit: string;
  /** `begin` is where the verb or the place of comparison begins: what stands before is the metric. */
  readonly value: number;
  /** 全省, 浙江省, 同类城市; empty where a verb alone says it. */
  readonly scope: string;
  /** 综合排名第5位 says 排名: it belongs to the name of what is ranked. */
  readonly isRanking: boolean;
}

/** What may follow an ordinal that numbers nothing. */
const ENDS = "(?=$|[^\\u4e00-\\u9fa5\\d%A-Za-z.]|[和与及并且而的])";
const ORDINAL = new RegExp(
  `第(\\d{1,4}|[一二三四五六七八九十百]{1,5})(?:位次|位|名)?${ENDS}|(?:首位|榜首)${ENDS}|(?<![\\d第.])(\\d{1,4})(?:位|名|强)${ENDS}|(?<=前)(\\d{1,3}|[二三五六七八九]?十|[三四五六七八九])(?=水平|行列|[,。;)]|$)`,
  "g",
);
/** 向全国前40%迈进. */
const TOWARDS =
  /[向朝](?:着)?(全[国省市区球]|世界|国内|同类)前(\d{1,3})(%|位|名|强)?(?=迈进|挺进|冲刺|进军|奋进|目标|迈步)/g;
const VERBS = ["位居", "位列", "名列", "排名", "排在", "排行", "排到", "居于", "位于", "跃居", "跃升", "升至", "升到", "上升至", "上升到", "提升至", "提升到", "前进至", "前进到", "进至", "晋升至", "稳居", "蝉联", "保持", "进入", "跻身", "迈入", "挺进", "挤进", "冲进", "闯入", "居", "列", "排", "获", "为", "占", "达到", "迈进", "冲入"]; // prettier-ignore
const VERB = new RegExp(VERBS.sort((a, b) => b.length - a.length).join("|"), "g");
const SCOPE =
  /(?:在?(?:全[国省市区县球州疆]|世界|国内|(?:全国|中国)?[东中西]部(?:地区|省份)?|东北地区|长三角(?:地区)?|全行业|同行业|(?:(?!全)[\u4e00-\u9fa5]){2,3}(?:省|自治区|市))(?:内|中)?|(?:同类|同等|副省级|地级|沿海|非省会)[\u4e00-\u9fa5]{0,6}城市(?:中)?)$/;
/** The longest stretch between a verb of ranking and its ordinal: 居全国同类开发区. */
const REACH = 18;
const STOPS = /[,。;:!?、()《》“”|\n]/;

const FIELD =
  /在[^,;:。、()\d]{0,16}(?:\d{1,4}|[一二两三四五六七八九十百]{1,4})(?:个|家|座|所)([^,;:。\d]{1,16}?)[中里内](?=[^,;:。、()]{0,8}(?:[居列排位]|第[\d一二三四五六七八九十]))/g;

export interface Field extends Span {
  /** Of what there are so many: 市州, 国家高新区综合评价. */
  readonly noun: string;
}

/** Among how many something ranks, in order: 在湖南省14个市州中|居第三位. */
export function findFields(text: string, { begin, end }: Span): Field[] {
  return everyMatch(text.slice(begin, end), FIELD).map(({ index, 0: { length }, 1: noun }) => ({
    begin: begin + index,
    end: begin + index + length,
    noun: noun!,
  }));
}

/** The ranks of `text` between `begin` and `end`, in order. */
export function findRanks(text: string, begin: number, end: number): Rank[] {
  const ranks: Rank[] = [];
  const stretch = text.slice(begin, end);
  for (const match of everyMatch(stretch, ORDINAL)) {
    const rank = readRank(text, begin, begin + match.index, match, ranks.at(-1));
    if (rank !== undefined) ranks.push(rank);
  }
  for (const match of everyMatch(stretch, TOWARDS)) {
    const from = begin + match.index;
    ranks.push({
      begin: from,
      end: from + match[0].length,
      value: Number(match[2]),
      unit: match[3] === "%" ? "%" : "位",
      scope: match[1]!,
      isRanking: true,
    });
  }
  return ranks.sort((a, b) => a.begin - b.begin);
}

function readRank(
  text: string,
  from: number,
  at: number,
  match: RegExpExecArray,
  before: Rank | undefined,
): Rank | undefined {
  const written = match[1] ?? match[2] ?? match[3];
  const value = written === undefined ? 1 : /^\d/.test(written) ? Number(written) : parseNumerals(written);
  if (value === undefined || value === 0) return undefined;
  const end = at + match[0].length;
  // 居全省第二和第四: the second takes its place of comparison from the first.
  if (before !== undefined && /^[、和与及]$/.test(text.slice(before.end, at)))
    return { ...before, begin: at, end, value };
  let left = at;
  while (left > from && at - left < REACH && !STOPS.test(text[left - 1]!)) left--;
  const lead = text.slice(left, at);
  // 1家高新区进入全省前十 counts, it ranks nobody.
  const isAmongFirst = match[3] !== undefined || match[0].endsWith("强");
  if (isAmongFirst && /[\d一二两三四五六七八九十](?:家|个|项|所)[^,]*$/.test(lead)) return undefined;
  if (/[放摆]在$|置于|作为$/.test(lead) || /均.*前$|都.*前$|各.*前$/.test(lead)) return undefined;
  const isBare = match[2] !== undefined || match[3] !== undefined;
  const verb = everyMatch(lead, VERB).at(-1);
  const scope = SCOPE.exec(lead)?.[0] ?? "";
  if (verb !== undefined) {
    const between = lead.slice(verb.index + verb[0].length);
    const isAmong = match[0].endsWith("强") && /[进跻迈挺挤冲闯入]/.test(verb[0]);
    const isRanked = !isBare || between.endsWith("前") || /[排居列]/.test(verb[0]) || isAmong;
    if (isRanked && (between === "" || isPlace(between))) {
      const scopeBefore = SCOPE.exec(lead.slice(0, verb.index))?.[0] ?? "";
      return {
        begin: left + verb.index - scopeBefore.length,
        end,
        value,
        unit: "位",
        scope: (scopeBefore + between).replace(/^在|[前内中]+$/g, ""),
        isRanking: verb[0].startsWith("排"),
      };
    }
  }
  // 百强县(第56位).
  if (scope === "" && !isBare && text[at - 1] === "(" && /[位名]/.test(match[0]))
    return { begin: at, end, value, unit: "位", scope, isRanking: false };
  // 居第2位,高新技术企业数第10位,…: the list of ranks goes on.
  const isOfList =
    before !== undefined || /(?:[数量率额值入度力]|比[重例]|指数|增[速幅]|规模|实力|水平|强度)$/.test(lead);
  if (scope === "" && !isBare && /位次?$/.test(match[0]) && isOfList && /[\u4e00-\u9fa5”)]$/.test(lead))
    return { begin: at, end, value, unit: "位", scope: before?.scope ?? "", isRanking: false };
  if (scope === "" || isBare) return undefined;
  return {
    begin: at - scope.length,
    end,
    value,
    unit: "位",
    scope: scope.replace(/^在|[内中]$/g, ""),
    isRanking: false,
  };
}

/** What can stand between the verb and the ordinal: a place or a group to compare with. */
function isPlace(between: string): boolean {
  return /(?:[国省市区县球州界内中类城市校院园业组榜单域江前部角冀疆东南西北]|高新区|开发区|位次|名次|了|到|至|在|于)$/.test(
    between,
  );
}
