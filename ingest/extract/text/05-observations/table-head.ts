/**
 * The head of a table: what each column holds. Two rows may make a head, as where
 * 2022年 and 2023年 each stand above 数值 and 增长.
 */
import type { ObservationKind } from "../../../../server/contract/index.ts";
import { YEAR_ALONE, readCell, unitInBrackets, withoutUnit } from "./cells.ts";
import type { Cell } from "./cells.ts";

export interface Column {
  readonly role: "name" | "unit" | "number" | "other";
  /** Without year and unit; of a bare 增长 or 其中 with the column that it is about. */
  readonly indicator: string;
  readonly unit: string;
  readonly year: number | null;
  readonly kind: ObservationKind;
  /** What a body costs or covers, whenever: 计划投资. */
  readonly isSize: boolean;
  /** It names no measure of its own (数值, 2022年, 完成情况): the row does. */
  readonly isPlain: boolean;
}

const SIZE = /^(?:计划|预计|项目)?总?投资(?:额|规模)?(?:[((]|$)|面积|总规模/;
const NAME = /指标|年度|年份|项目|名称|内容|类别|地区|区域|区县|县区|县市|单位名称|园区|高校|机构/;
const UNIT = /^(?:计量|计算)?单位$/;
const ORDER = /^(?:序号|编号|序|№)$/;
const YEAR = /(20\d{2})\s*年?/;
const YEAR_BEFORE = /^20\d{2}年(?:度)?(?=[\u4e00-\u9fa5A-Z])/;
const GOAL = /目标|计划|预期|规划/;
const GROWTH = /增长|增速|增幅|同比|比上年/;
const YEARLY = /^年均(?:增长|增速)?/;
const BARE_CHANGE =
  /^(?:同比|比上年|较上年|与上年(?:相)?比)?(?:增长|增速|增幅|增减|±)(?:率|幅度)?$|^(?:全[国省市])?(?:排名|排位|位次|名次)$/;
const RANK = /排名|排位|位次|名次/;
const VALUE =
  /^(?:数值|数量|数据|总量|绝对量|指标值|完成(?:值|数|情况)?|实绩|实际(?:值|完成)?|本期|累计|合计|全年|当年|现状值?|基期值?|基数|目标值?)/;
const PART = /^其中/;

/** Joins the rows of a head: one row, or two where the second holds no figure and is as wide. */
export function joinHead(rows: readonly (readonly Cell[])[]): { head: readonly string[]; depth: number } {
  const [first = [], second = []] = rows;
  const isHead = (cells: readonly Cell[]) => cells.every(({ text }) => !/^[-+]?[\d.,]+%?$/.test(text));
  const isDouble =
    rows.length > 2 &&
    second.length === first.length &&
    isHead(second) &&
    (second[0]!.text === first[0]!.text || second[0]!.text === "") &&
    first.some(({ text }, i) => i > 0 && text !== "" && text === first[i + 1]?.text);
  if (!isDouble) return { head: first.map(({ text }) => text), depth: 1 };
  const head = first.map(({ text }, i) => (second[i]!.text === text ? text : text + second[i]!.text));
  return { head, depth: 2 };
}

/** `samples` are the cells below: a column whose cells have units of their own is one of numbers. */
export function readColumns(
  head: readonly string[],
  samples: readonly (readonly Cell[])[],
  usualUnit: string,
): Column[] {
  const base = { indicator: "", unit: "", year: null, kind: "level" as const, isSize: false, isPlain: false };
  let hasName = false;
  /** The last column that measures something by itself: what a bare 增长 beside it is about. */
  let measured: Column | undefined;
  const hasGoals = head.some((text) => GOAL.test(text) && YEAR.test(text));
  return head.map((text, i): Column => {
    if (ORDER.test(text)) return { ...base, role: "other" };
    if (UNIT.test(text)) return { ...base, role: "unit" };
    if (!hasName && (NAME.test(text) || !YEAR.test(text))) {
      hasName = true;
      return { ...base, role: "name" };
    }
    const isSize = SIZE.test(text);
    const isYearly = hasGoals && YEARLY.test(text);
    const kind: ObservationKind =
      (GOAL.test(text) && !isSize) || isYearly
        ? "target"
        : GROWTH.test(text)
          ? "growth"
          : RANK.test(text)
            ? "rank"
            : "level";
    const year = YEAR.exec(text)?.[1];
    const isPart = PART.test(text) && measured !== undefined;
    const unit = unitInBrackets(text) || (isPart ? measured!.unit : "");
    const isNumber =
      year !== undefined ||
      kind !== "level" ||
      VALUE.test(text) ||
      unit !== "" ||
      usualUnit !== "" ||
      samples.some((cells) => (readCell(cells[i]?.text ?? "")?.unit ?? "") !== "");
    const words = withoutUnit(text).replace(YEAR_BEFORE, "");
    const isBareChange = BARE_CHANGE.test(words);
    const indicator = isBareChange || isPart ? (measured?.indicator ?? "") + words.replace(/[::]/g, "") : words;
    const isPlain =
      !isPart && (VALUE.test(words) || YEAR_ALONE.test(words) || (GOAL.test(words) && year !== undefined));
    const column: Column = {
      role: isNumber ? "number" : "other",
      indicator: isYearly ? words : indicator,
      unit,
      year: year === undefined ? null : Number(year),
      kind,
      isSize,
      isPlain: isPlain || (isBareChange && (measured === undefined || measured.isPlain)),
    };
    if (!isBareChange && !isPart) measured = column;
    return column;
  });
}
