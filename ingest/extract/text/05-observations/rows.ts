/**
 * Tables that stand in a text: a head and rows of cells. Either each row is an
 * indicator and the columns are years, or each row is a body or place and the
 * columns are indicators.
 */
import type { ObservationKind } from "../../../../server/contract/index.ts";
import type { EntityIndex } from "../../extraction.ts";
import type { Span } from "../01-clean/edits.ts";
import type { Sentence } from "../text-document.ts";
import { readNumber } from "./number.ts";
import { readUnit } from "./unit.ts";

export interface RowFigure extends Span {
  readonly sentence: number;
  readonly value: number;
  readonly unit: string;
  readonly indicator: string;
  readonly subject: EntityIndex | null;
  readonly year: number | null;
  readonly kind: ObservationKind;
}

interface Cell extends Span {
  readonly text: string;
}

interface Column {
  readonly role: "name" | "unit" | "number" | "other";
  readonly indicator: string;
  readonly unit: string;
  readonly year: number | null;
  readonly kind: ObservationKind;
  /** What a body costs or covers, whenever: 计划投资. */
  readonly isSize: boolean;
}

export interface RowSetting {
  readonly text: string;
  /** The body or place that a cell names. */
  readonly bearerIn: (cell: Span) => EntityIndex | undefined;
  readonly own: EntityIndex | null;
  /** From the words above the table; undated columns take it. */
  readonly year: number | null;
  readonly unit: string;
}

const MAX_MISSING = 3;
const YEAR_ALONE = /^(20\d{2})年?(?:度)?$/;
const SIZE = /^(?:计划|预计|项目)?总?投资(?:额|规模)?(?:[((]|$)|面积|总规模/;
const NAME = /指标|年度|年份|项目|名称|内容|类别|地区|区域|区县|县区|县市|单位名称|园区|高校|机构/;
const UNIT = /^(?:计量|计算)?单位$/;
const ORDER = /^(?:序号|编号|序|№)$/;
const YEAR = /(20\d{2})\s*年?/;
const GOAL = /目标|计划|预期|规划/;
const GROWTH = /增长|增速|增幅|同比|比上年/;
const BARE_CHANGE = /^(?:同比|比上年|较上年)?(?:增长|增速|增幅|增减)(?:率|幅度)?$|^(?:全[国省市])?(?:排名|位次|名次)$/;
const RANK = /排名|位次|名次/;
const VALUE = /^(?:数值|数量|完成(?:值|数|情况)?|实绩|实际(?:值|完成)?|本期|累计|合计|全年|当年|现状值?|基期值?)/;
const IN_BRACKETS = /[((]([^()()]{1,8})[))]/;

/** The figures of a run of rows that follow each other. */
export function readRows(rows: readonly Sentence[], setting: RowSetting): RowFigure[] {
  const table = rows
    .map((row) => ({ row, cells: splitCells(setting.text, row) }))
    .filter(({ cells }) => !isRule(cells));
  const [head, ...body] = table;
  if (head === undefined || body.length === 0 || head.cells.length < 2) return [];
  const columns = readColumns(head.cells, setting);
  const name = columns.findIndex(({ role }) => role === "name");
  if (name === -1) return [];
  return body.flatMap(({ row, cells }) => {
    // A cell that is left empty at the end may not be written at all.
    const missing = columns.length - cells.length;
    if (missing < 0 || missing > MAX_MISSING) return [];
    const blank = { text: "", begin: row.end, end: row.end };
    return readRow(row, [...cells, ...Array.from({ length: missing }, () => blank)], columns, name, setting);
  });
}

function readRow(
  row: Sentence,
  cells: readonly Cell[],
  columns: readonly Column[],
  name: number,
  setting: RowSetting,
): RowFigure[] {
  const title = cells[name]!;
  const bearer = setting.bearerIn(title);
  // 2021年 | 5320 | 142: each row is a year, the columns are indicators.
  const ofYear = YEAR_ALONE.exec(title.text)?.[1];
  const hasIndicators = bearer !== undefined || ofYear !== undefined;
  const own = unitInBrackets(title.text);
  const unitCell = cells[columns.findIndex(({ role }) => role === "unit")]?.text ?? "";
  const figures: RowFigure[] = [];
  let levelYear = ofYear === undefined ? setting.year : Number(ofYear);
  columns.forEach((column, i) => {
    if (column.role !== "number") return;
    const cell = cells[i]!;
    const read = readCell(cell.text);
    if (read === undefined) return;
    const indicator = hasIndicators
      ? column.indicator
      : title.text.replace(IN_BRACKETS, (all) => (own === "" ? all : ""));
    const usual =
      column.kind === "growth" ? "%" : column.kind === "rank" ? "位" : column.unit || own || unitCell || setting.unit;
    const unit = read.unit || usual;
    if (indicator === "" || unit === "" || (bearer === undefined && setting.own === null)) return;
    if (column.kind === "level" && column.year !== null) levelYear = column.year;
    figures.push({
      begin: cell.begin,
      end: cell.end,
      sentence: row.index,
      value: read.value,
      unit,
      indicator: clean(indicator),
      subject: bearer ?? setting.own,
      year: column.isSize && bearer !== undefined ? null : (column.year ?? levelYear),
      kind: column.kind,
    });
  });
  return figures;
}

function readColumns(cells: readonly Cell[], setting: RowSetting): Column[] {
  const base = { indicator: "", unit: "", year: null, kind: "level" as const, isSize: false };
  let hasName = false;
  /** The last column that measures something by itself: what a bare 增长 beside it is about. */
  let measured = "";
  return cells.map(({ text }): Column => {
    if (ORDER.test(text)) return { ...base, role: "other" };
    if (UNIT.test(text)) return { ...base, role: "unit" };
    if (!hasName && (NAME.test(text) || !YEAR.test(text))) {
      hasName = true;
      return { ...base, role: "name" };
    }
    const isSize = SIZE.test(text);
    const kind: ObservationKind =
      GOAL.test(text) && !isSize ? "target" : GROWTH.test(text) ? "growth" : RANK.test(text) ? "rank" : "level";
    const year = YEAR.exec(text)?.[1];
    const unit = unitInBrackets(text);
    const isNumber = year !== undefined || kind !== "level" || VALUE.test(text) || unit !== "" || setting.unit !== "";
    const words = text.replace(IN_BRACKETS, "");
    const isBareChange = BARE_CHANGE.test(words);
    if (isNumber && !isBareChange) measured = words;
    return {
      role: isNumber ? "number" : "other",
      indicator: isBareChange ? measured + words : words,
      unit,
      year: year === undefined ? null : Number(year),
      kind,
      isSize,
    };
  });
}

function splitCells(text: string, { begin, end }: Span): Cell[] {
  const cells: Cell[] = [];
  let from = begin;
  for (let i = begin; i <= end; i++) {
    if (i < end && text[i] !== "|" && text[i] !== "\t") continue;
    const raw = text.slice(from, i);
    const lead = raw.length - raw.trimStart().length;
    cells.push({ text: raw.trim(), begin: from + lead, end: from + lead + raw.trim().length });
    from = i + 1;
  }
  if (text[begin] === "|") cells.shift();
  if (cells.at(-1)?.text === "") cells.pop();
  return cells;
}

function isRule(cells: readonly Cell[]): boolean {
  return cells.every(({ text }) => /^[-:\s]*$/.test(text));
}

/** A cell that holds a number and nothing else but its unit. */
function readCell(text: string): { value: number; unit: string } | undefined {
  const sign = /^[-−–]/.test(text) ? -1 : 1;
  const at = sign === -1 || text.startsWith("+") ? 1 : text.startsWith("第") ? 1 : 0;
  const number = readNumber(text, at);
  if (number === undefined || (!number.isDigits && at === 0)) return undefined;
  const unit = readUnit(text, number.end, number.magnitude);
  const end = unit?.end ?? number.end;
  if (!/^(?:以上|左右|位)?$/.test(text.slice(end).trim())) return undefined;
  return { value: sign * number.value, unit: unit?.unit ?? number.magnitude };
}

function unitInBrackets(text: string): string {
  const inside = IN_BRACKETS.exec(text)?.[1] ?? "";
  const magnitude = /^(?:万亿|万|亿)/.exec(inside)?.[0] ?? "";
  const unit = readUnit(inside, magnitude.length, "");
  return unit !== undefined && unit.end === inside.length ? inside : "";
}

function clean(text: string): string {
  return text.replace(/^(?:其中:?|[\d一二三四五六七八九十]{1,2}[.、])|[\s*]/g, "");
}
