/**
 * Tables that stand in a text: a head and rows of cells. Each row is an indicator
 * and the columns are years, or each row is a body, a place or a kind of thing and
 * the columns are indicators.
 */
import type { ObservationKind } from "../../../../server/contract/index.ts";
import type { EntityIndex } from "../../extraction.ts";
import type { Span } from "../01-clean/edits.ts";
import type { Sentence } from "../text-document.ts";
import { YEAR_ALONE, isRule, readCell, splitCells, unitInBrackets, withoutUnit } from "./cells.ts";
import type { Cell } from "./cells.ts";
import { joinHead, readColumns } from "./table-head.ts";
import type { Column } from "./table-head.ts";

export interface RowFigure extends Span {
  readonly sentence: number;
  readonly value: number;
  readonly unit: string;
  readonly indicator: string;
  readonly subject: EntityIndex | null;
  readonly year: number | null;
  readonly kind: ObservationKind;
}

export interface RowSetting {
  readonly text: string;
  /** The body or place that a cell names. */
  readonly bearerIn: (cell: Span) => EntityIndex | undefined;
  readonly own: EntityIndex | null;
  /** From the words above the table; undated columns take it. */
  readonly year: number | null;
  readonly unit: string;
  /** The words right above the table: what columns of years are about where the rows are places. */
  readonly caption: string;
}

const MAX_MISSING = 3;
/** 其中:企业, #企业: a part of the row above. */
const PART = /^(?:其中[::]?|#|其[::])\s*/;
/** What all rows add up to. */
const TOTAL = /^(?:合计|总计|总数|全[国省市区县州]|小计|共计)$/;
const IS_MEASURE =
  /(?:[额量率数值入资]|比[重例]|强度|指数|经费|支出|投入|收入|面积|规模|人数|个数|家数|企业|平台|机构)$/;

/** The figures of a run of rows that follow each other. */
export function readRows(rows: readonly Sentence[], setting: RowSetting): RowFigure[] {
  const table = rows
    .map((row) => ({ row, cells: splitCells(setting.text, row) }))
    .filter(({ cells }) => !isRule(cells));
  const [head] = table;
  if (head === undefined || table.length < 2 || head.cells.length < 2) return [];
  const joined = joinHead(table.map(({ cells }) => cells));
  const body = table.slice(joined.depth);
  const columns = readColumns(
    joined.head,
    body.map(({ cells }) => cells),
    setting.unit,
  );
  const name = columns.findIndex(({ role }) => role === "name");
  if (name === -1) return [];
  const reader = new RowReader(columns, name, joined.head[name]!, setting);
  return body.flatMap(({ row, cells }) => {
    // A cell that is left empty at the end may not be written at all.
    const missing = columns.length - cells.length;
    if (missing < 0 || missing > MAX_MISSING) return [];
    const blank = { text: "", begin: row.end, end: row.end };
    return reader.read(row, [...cells, ...Array.from({ length: missing }, () => blank)]);
  });
}

class RowReader {
  readonly #columns: readonly Column[];
  readonly #name: number;
  /** The rows are indicators: the head says so (指标), or no column measures anything by itself. */
  readonly #hasIndicators: boolean;
  readonly #setting: RowSetting;
  readonly #unitColumn: number;
  /** The last row that is no part of another. */
  #whole = "";

  constructor(columns: readonly Column[], name: number, head: string, setting: RowSetting) {
    this.#columns = columns;
    this.#name = name;
    this.#setting = setting;
    this.#unitColumn = columns.findIndex(({ role }) => role === "unit");
    const numbers = columns.filter(({ role }) => role === "number");
    this.#hasIndicators =
      this.#unitColumn !== -1 || /指标/.test(head) || numbers.every(({ isPlain, kind }) => isPlain || kind !== "level");
  }

  read(row: Sentence, cells: readonly Cell[]): RowFigure[] {
    const { setting, title } = { setting: this.#setting, title: cells[this.#name]! };
    const bearer = setting.bearerIn(title);
    // 2021年 | 5320 | 142: each row is a year, the columns are indicators.
    const ofYear = YEAR_ALONE.exec(title.text)?.[1];
    const own = unitInBrackets(title.text);
    const unitCell = this.#unitColumn === -1 ? "" : cells[this.#unitColumn]!.text;
    const figures: RowFigure[] = [];
    let levelYear = ofYear === undefined ? setting.year : Number(ofYear);
    const named = bearer === undefined && ofYear === undefined ? this.#titleOf(title.text) : "";
    this.#columns.forEach((column, i) => {
      if (column.role !== "number") return;
      const cell = cells[i]!;
      const read = readCell(cell.text);
      if (read === undefined) return;
      const indicator = this.#indicatorOf(column, bearer !== undefined || ofYear !== undefined, named);
      const usual =
        column.kind === "growth"
          ? "%"
          : column.kind === "rank"
            ? "位"
            : column.unit || own || unitCell || this.#setting.unit;
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

  /** What a row measures; a part of the row above with what that measures. */
  #titleOf(text: string): string {
    const words = withoutUnit(text).replace(/^[\d一二三四五六七八九十]{1,3}[.、]/, "");
    if (TOTAL.test(words)) return "";
    if (!PART.test(words)) {
      this.#whole = words;
      return words;
    }
    const part = words.replace(PART, "");
    return IS_MEASURE.test(part) && part.length >= 4 ? part : part + this.#whole;
  }

  #indicatorOf(column: Column, isOfBearer: boolean, title: string): string {
    if (isOfBearer)
      return YEAR_ALONE.test(column.indicator) || column.indicator === ""
        ? topicOf(this.#setting.caption)
        : column.indicator;
    if (title === "") return column.isPlain ? "" : column.indicator;
    // 重点实验室 | 其中国家级, 高新技术产业增加值 | 占比.
    const adds =
      /其中.*$/.exec(column.indicator)?.[0] ??
      /^(?:占.*比重?|占比|比重|年均(?:增长|增速)?)$/.exec(column.indicator)?.[0] ??
      "";
    if (adds !== "") return title + adds;
    return this.#hasIndicators || column.isPlain ? title : title + column.indicator;
  }
}

/** 附表1 2022年各市研发经费情况: what it is about. */
function topicOf(caption: string): string {
  return caption
    .trim()
    .replace(/^.*?(?:附?表)\s*[\d一二三四五六七八九十]{0,2}[-—.\d]{0,4}[::]?\s*/, "")
    .replace(
      /[((][^()()]*[))]|(?:19|20)\d{2}年?(?:度)?|^各?[县市区州]+(?:[、(][^)]*\)?)?|^分[\u4e00-\u9fa5]{1,6}(?=\S{3})|(?:基本)?(?:情况|统计)?表?$|一览表?$|^[全我本][省市县区]/g,
      "",
    )
    .replace(/^各?(?:县|市|区|县区|县市区|地区|市州)/, "")
    .trim();
}

function clean(text: string): string {
  return text.replace(/^(?:其中:?|#|[\d一二三四五六七八九十]{1,2}[.、])|[\s*]/g, "");
}
