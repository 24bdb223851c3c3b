/**
 * Figures: numbers with a unit that stand in a text to be told.
 *
 * Most of the work is in what is none: dates, ordinals, durations, names (G60,
 * “315”, 12英寸), documents' numbers, 一个平台, 四大体系.
 */
import type { Span } from "../01-clean/edits.ts";
import { readNumber } from "./number.ts";
import type { WrittenNumber } from "./number.ts";
import { readUnit } from "./unit.ts";
import type { WrittenUnit } from "./unit.ts";
import { everyMatch } from "../matches.ts";

export interface Figure extends Span {
  readonly value: number;
  readonly unit: string;
  /** After 以上, 左右 and their like. */
  readonly tailEnd: number;
  /** What follows says that it bounds: 以上, 以下. */
  readonly bound: string;
  /** 三十余家, 两家: written in numerals, not digits. */
  readonly isNumerals: boolean;
}

const BOUND = /(?:及)?以(?:上|内|下)|左右|上下|之多/y;
const OTHER_UNIT = /\([个家间套户所处座项件]\)/y;
const RANGE = /(?:[-—–~～〜]{1,2}|至|到)(?=[\d一二两三四五六七八九十])/y;
/** What stands before a number that is part of a name, a code, a date or an order. */
const NO_FIGURE_AFTER = /[A-Za-z\d第前每/.#№〔[×*+_∶=]$|[A-Za-z][-—]$|\d[-—:]$|“$|[A-Za-z]\($/;
const NUMBER_START = /[\d一二两三四五六七八九十百千]/g;
/** 数十, 几百, 十几 and the halves of longer numerals. */
const NO_NUMERAL_AFTER = /[第数几初周礼一二两三四五六七八九十百千万亿\d.前每整这那哪某各另同单统唯专任万]$/;
/** 近百名, 上千家, 超万人. */
const APPROXIMATED = /[近上超逾约]$/;
const REACHED = /[过破达]$/;
/** Counters that stand behind small numerals in idioms: 四个环节, 三项制度, 两条主线. */
const LOOSE_COUNTERS = new Set(["个", "项", "批", "次", "种", "类", "条", "期", "场", "块", "头", "口", "支", "组", "对", "片", "张", "部", "门", "成", "分", "起", "集", "座"]); // prettier-ignore
const INDEX = /(?:指数|得分|评分|分值|总分)(?:值|为|是|达到?|得分|:)?(?:约|超过?|突破)?$/;
const MAX_ELIDED = 6;
const CLOSES = /[,。;:!?、)》”\s]|$/y;

/** The figures of `text` between `begin` and `end`, in order; none inside the `opaque` spans (names). */
export function findFigures(text: string, begin: number, end: number, isOpaque: (at: number) => boolean): Figure[] {
  const figures: Figure[] = [];
  let from = begin;
  for (const match of everyMatch(text.slice(begin, end), NUMBER_START)) {
    const at = begin + match.index;
    if (at < from) continue;
    const number = readNumber(text, at);
    if (number === undefined || number.end > end) {
      from = skipDigits(text, at + 1);
      continue;
    }
    const figure = isOpaque(at) ? undefined : readFigure(text, at, number);
    const isInside = figure !== undefined && figure.end <= end;
    if (isInside) figures.push(figure);
    from = isInside ? figure.tailEnd : number.end;
  }
  return [...figures, ...findDoublings(text, begin, end)].sort((a, b) => a.begin - b.begin);
}

const DOUBLED = /(?<![个双])翻([一1两二2三3]?)番(?:以上)?/g;
const TIMES: Readonly<Record<string, number>> = { "": 1, 一: 1, 1: 1, 两: 3, 二: 3, 2: 3, 三: 7, 3: 7 };

/** 翻一番 grew by once as much, 翻两番 by three times. */
function findDoublings(text: string, begin: number, end: number): Figure[] {
  const stretch = text.slice(begin, end);
  if (!stretch.includes("番")) return [];
  return everyMatch(stretch, DOUBLED).map(({ index, 0: words, 1: times }) => {
    const at = begin + index;
    const bound = words.endsWith("以上") ? "以上" : "";
    const tailEnd = at + words.length;
    return {
      begin: at,
      end: tailEnd - bound.length,
      value: TIMES[times!]!,
      unit: "倍",
      tailEnd,
      bound,
      isNumerals: true,
    };
  });
}

const PARTS = /分之([一二三四五六七八九])/y;
const WHOLE = 100;
/** 仅为苏州的十分之一 compares, 占全国的五分之一 is a share. */
const SHARED = /占[^,;。]{1,20}的?(?:约|近|超过?|达)?$/;
const MAX_SHARED = 26;

/** 占全国的五分之一 is 20 %; a third is no figure that anybody wrote. */
function readFraction(text: string, begin: number, number: WrittenNumber): Figure | undefined {
  PARTS.lastIndex = number.end;
  const match = PARTS.exec(text);
  if (
    match === null ||
    !SHARED.test(text.slice(Math.max(0, begin - MAX_SHARED), begin)) ||
    number.isDigits ||
    number.magnitude !== "" ||
    number.value === 0
  )
    return undefined;
  const value = (WHOLE * "一二三四五六七八九".indexOf(match[1]!) + WHOLE) / number.value;
  if (!Number.isInteger(value) || value > WHOLE || number.value === WHOLE) return undefined;
  const end = number.end + match[0].length;
  BOUND.lastIndex = end;
  const bound = BOUND.exec(text)?.[0] ?? "";
  return { begin, end, value, unit: "%", tailEnd: end + bound.length, bound, isNumerals: true };
}

function readFigure(text: string, begin: number, number: WrittenNumber): Figure | undefined {
  const fraction = readFraction(text, begin, number);
  if (fraction !== undefined) return fraction;
  const before = text.slice(Math.max(0, begin - 3), begin);
  if (number.isDigits ? isPartOfName(before) : NO_NUMERAL_AFTER.test(before)) return undefined;
  if (number.isBareMultiplier && !number.isApproximate && !APPROXIMATED.test(before)) {
    // 突破千家,达到1021家: with a count it only announces the figure.
    if (number.magnitude === "" || !REACHED.test(before)) return undefined;
  }
  const { magnitude, end: numberEnd } = readRange(text, number);
  const unit =
    readPointsOfMany(text, numberEnd, magnitude) ??
    readUnit(text, numberEnd, magnitude) ??
    readElidedUnit(text, numberEnd, number) ??
    readIndex(text, begin, number);
  // 均超百亿元 bounds a whole list.
  if (number.isBareMultiplier && number.magnitude !== "" && /均.?$/.test(before)) return undefined;
  if (unit === undefined || isOfName(text, begin, unit.unit)) return undefined;
  BOUND.lastIndex = unit.end;
  const bound = BOUND.exec(text)?.[0] ?? "";
  // 改造2.5万套(间)危旧房.
  OTHER_UNIT.lastIndex = unit.end + bound.length;
  const tailEnd = OTHER_UNIT.test(text) ? OTHER_UNIT.lastIndex : unit.end + bound.length;
  if (!number.isDigits && !isToldInNumerals(text, number, unit.unit, tailEnd)) return undefined;
  const isNegative = /(?:[增减幅速率为约]|长)-$/.test(before);
  // 近四成 is 40%, 九成六 is 96%.
  const tenths = unit.unit === "成" ? (TENTH.exec(text.slice(unit.end, unit.end + 2))?.[0] ?? "") : "";
  const value =
    unit.unit === "成" ? number.value * 10 + (tenths === "" ? 0 : TENTHS.indexOf(tenths) + 1) : number.value;
  return {
    begin: isNegative ? begin - 1 : begin,
    end: unit.end + tenths.length,
    value: isNegative ? -value : value,
    unit: unit.unit === "成" ? "%" : unit.unit.replace(/^(?:个?位次|名次)$/, "位"),
    tailEnd: tailEnd + tenths.length,
    bound,
    isNumerals: !number.isDigits,
  };
}

const TENTHS = "一二三四五六七八九";
const TENTH = /^[一二三四五六七八九](?![家个项所人名成十百千万亿])/;

/** 人才振兴60条 is a policy, 排名后两位 are the last of a list. */
function isOfName(text: string, begin: number, unit: string): boolean {
  const before = text.slice(Math.max(0, begin - 2), begin);
  // 这9个行业, 上述5家企业: counted before.
  if (/这$|上述$/.test(before)) return true;
  if (unit === "条") return /新政|政策|措施|意见|振兴|举措|办法|方案|条例|规定$/.test(before);
  return (unit === "位" || unit === "名") && before.endsWith("后");
}

function isPartOfName(before: string): boolean {
  if (/[\u4e00-\u9fa5]-$/.test(before)) return !/[增减幅速率为约长]-$/.test(before);
  return NO_FIGURE_AFTER.test(before);
}

/** 3-4家, 10%至15%: the lower bound counts, with the unit of the upper one where it has none. */
function readRange(text: string, number: WrittenNumber): Pick<WrittenNumber, "magnitude" | "end"> {
  RANGE.lastIndex = readUnit(text, number.end, number.magnitude)?.end ?? number.end;
  const mark = RANGE.exec(text);
  if (mark === null) return number;
  const upper = readNumber(text, mark.index + mark[0].length);
  if (upper === undefined || readUnit(text, upper.end, "") === undefined) return number;
  return { magnitude: number.magnitude === "" ? upper.magnitude : number.magnitude, end: upper.end };
}

/** Whether a number in numerals is a figure: idioms and list heads (三项制度, 一个平台) use them too. */
function isToldInNumerals(text: string, number: WrittenNumber, unit: string, tailEnd: number): boolean {
  if (number.isApproximate || number.magnitude !== "" || number.value >= 100) return true;
  if (/[元%‰成]$/.test(unit)) return true;
  CLOSES.lastIndex = tailEnd;
  const closes = CLOSES.test(text);
  if (number.value === 1) return closes && !LOOSE_COUNTERS.has(unit) && unit !== "家" && unit !== "名" && unit !== "位";
  if (number.value < 10 && LOOSE_COUNTERS.has(unit)) return closes && (unit === "项" || unit === "个");
  return number.value < 10 ? true : closes || !LOOSE_COUNTERS.has(unit);
}

/** 8.2和5.6个百分点, 1.28万亿、8200亿元: the unit stands behind the last of a few numbers. */
function readElidedUnit(text: string, from: number, first: WrittenNumber): WrittenUnit | undefined {
  if (!first.isDigits) return undefined;
  let at = from;
  for (let i = 0; i < MAX_ELIDED && /[、和与]/.test(text[at] ?? ""); i++) {
    const number = readNumber(text, at + 1);
    if (number === undefined || !number.isDigits) return undefined;
    const unit = readUnit(text, number.end, "");
    if (unit !== undefined) return { unit: (first.magnitude || number.magnitude) + unit.unit, end: from };
    at = number.end;
  }
  return undefined;
}

/** 3.2个和2.1个百分点, 分别提高2个、3个和5个百分点: points, though the first are short of the word. */
const POINTS_OF_MANY = /个(?:[、和与及](?:\d{1,4}(?:\.\d{1,4})?)个?){1,5}百分点/y;

function readPointsOfMany(text: string, at: number, magnitude: string): WrittenUnit | undefined {
  if (magnitude !== "" || text[at] !== "个") return undefined;
  POINTS_OF_MANY.lastIndex = at;
  return POINTS_OF_MANY.test(text) ? { unit: "个百分点", end: at + 1 } : undefined;
}

/** 综合指数达78.6: an index has no unit. */
function readIndex(text: string, begin: number, number: WrittenNumber): WrittenUnit | undefined {
  BOUND.lastIndex = number.end;
  CLOSES.lastIndex = number.end + (BOUND.exec(text)?.[0].length ?? 0);
  if (!number.isDigits || number.magnitude !== "" || !CLOSES.test(text)) return undefined;
  return INDEX.test(text.slice(Math.max(0, begin - 8), begin)) ? { unit: "", end: number.end } : undefined;
}

function skipDigits(text: string, from: number): number {
  let i = from;
  while (i < text.length && text[i]! >= "0" && text[i]! <= "9") i++;
  return i;
}
