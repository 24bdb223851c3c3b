/** What one column of a table seems to hold, by its head and by its cells. */
import type { EntityType } from "../../../server/contract/index.ts";
import { REGION_LEVELS } from "../../../server/contract/index.ts";
import { findBody, findIndustry, findRegions, findUniversity, headOf, isSurname } from "../../lexicon/index.ts";
import type { TableSource } from "../../read/source.ts";
import { readFigure, readTexts } from "./cells.ts";

export interface ColumnReading {
  readonly column: string;
  /** The head without what stands in brackets: 营业收入 of 营业收入（亿元）. */
  readonly head: string;
  /** What stands in brackets in the head. */
  readonly note: string | undefined;
  readonly kind: ColumnKind;
  /** Of an `entity` column. */
  readonly type?: EntityType;
  /** The characters that part several names of one cell. */
  readonly split?: string;
  /** Of a region column: 0 is the widest level. */
  readonly width?: number;
  /** Of a `status` column: what each word of it means. */
  readonly statuses?: Readonly<Record<string, "existing" | "planned">>;
}

export type ColumnKind = "entity" | "alias" | "figure" | "indicator" | "unit" | "year" | "date" | "status" | "other";

const LOOKED_AT = 300;
/** A share of a column's cells that settles what the column is. */
const MOST = 0.7;
const SEPARATORS = "、；;";

export function readColumn(source: TableSource, column: string): ColumnReading {
  const { head, note } = partHead(column);
  const cells = source.rows.slice(0, LOOKED_AT).flatMap((row) => readTexts(column, row));
  const told = tellKind(head, cells);
  // A row whose status is blank is not planned.
  const isBlankSomewhere = source.rows.some((row) => (row.cells[column] ?? "").trim() === "");
  const statuses =
    told.statuses !== undefined && isBlankSomewhere ? { ...told.statuses, "": "existing" as const } : told.statuses;
  return { column, head, note, ...told, ...(statuses === undefined ? {} : { statuses }) };
}

type Told = Pick<ColumnReading, "kind" | "type" | "split" | "width" | "statuses">;

function tellKind(head: string, cells: readonly string[]): Told {
  if (cells.length === 0 || /^(?:序号|编号|序列|行号|id|no\.?|#)$/i.test(head)) return { kind: "other" };
  if (/^(?:简称|别名|又名|曾用名|英文名称?|其他名称)$/.test(head)) return { kind: "alias" };
  if (/^(?:年份|年度|统计年度?)$/.test(head) && shareOf(cells, isYear) >= MOST) return { kind: "year" };
  if (/(?:日期|时间|年月)$/.test(head) && shareOf(cells, isDated) >= MOST) return { kind: "date" };
  if (/^(?:指标|指标名称|统计指标)$/.test(head)) return { kind: "indicator" };
  if (/^(?:单位|计量单位)$/.test(head) && cells.every((cell) => cell.length <= 6 && headOf(cell) === undefined))
    return { kind: "unit" };
  if (/电话|手机|邮编|邮箱|网址|代码|传真|证号|备注|地址$/.test(head)) return { kind: "other" };
  const statuses = readStatuses(head, cells);
  if (statuses !== undefined) return { kind: "status", statuses };
  if (shareOf(cells, isFigure) >= MOST) return { kind: "figure" };
  return tellEntity(head, cells);
}

/** The dictionaries tell first, then the words that names end in, then the head of the column. */
function tellEntity(head: string, cells: readonly string[]): Told {
  const parts = cells.map((cell) => cell.split(/[、；;]/).map((part) => part.trim()));
  const names = parts.flat().filter((name) => name !== "");
  const split = parts.some(({ length }) => length > 1) ? { split: SEPARATORS } : {};
  const byHead = typeOfHead(head);
  const telling = (least: number, is: (name: string) => boolean) => shareOf(names, is) >= least;
  if (telling(byHead === "Region" ? 0.5 : MOST, isRegion)) {
    const widths = names.map(widthOf).filter((width) => width !== undefined);
    return { kind: "entity", type: "Region", width: median(widths), ...split };
  }
  if (telling(MOST, (name) => findUniversity(name) !== undefined))
    return { kind: "entity", type: "University", ...split };
  if (byHead === "Industry" || telling(MOST, (name) => findIndustry(name) !== undefined))
    return { kind: "entity", type: "Industry", ...split };
  if (byHead === "Person") {
    if (telling(MOST, isPersonName)) return { kind: "entity", type: "Person", ...split };
    return { kind: "other" };
  }
  const type = commonType(names) ?? (byHead !== "Region" ? byHead : undefined);
  return type === undefined ? { kind: "other" } : { kind: "entity", type, ...split };
}

/** The type that most of the names have by what they end in. */
function commonType(names: readonly string[]): EntityType | undefined {
  const counts = new Map<EntityType, number>();
  for (const name of names) {
    const type = findBody(name)?.type ?? headOf(name)?.type;
    if (type !== undefined) counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first !== undefined && first[1] >= 0.6 * names.length ? first[0] : undefined;
}

const HEAD_TYPES: readonly (readonly [RegExp, EntityType])[] = [
  [/负责人|联系人|主任|院长|所长|校长|法定代表人|法人代表|带头人|姓名|专家|人才$/, "Person"],
  [/领域|行业|产业方向|研究方向|技术方向|主导产业|产业$|赛道/, "Industry"],
  [/所在地|所属地|地区|区域|省份|省市|城市|地市|区县|县区|县市|市县|属地|行政区|^[省市县区]$/, "Region"],
  [/实验室/, "Laboratory"],
  [/高校|大学|学校|院校/, "University"],
  [/研究院|研究所|科研院所|科研机构|研究机构/, "ResearchInstitute"],
  [/高新区|开发区|园区/, "HighTechZone"],
  [/企业|公司/, "Company"],
  [/平台|载体|孵化器|众创空间|创新中心|小镇|基地/, "InnovationPlatform"],
  [/政策|文件/, "Policy"],
  [/计划|专项|项目|行动|工程/, "Programme"],
  [/部门|政府/, "Government"],
  [/协会|联盟|学会|联合体/, "Organization"],
];

function typeOfHead(head: string): EntityType | undefined {
  return HEAD_TYPES.find(([pattern]) => pattern.test(head))?.[1];
}

function readStatuses(head: string, cells: readonly string[]): Told["statuses"] {
  if (!/状态|进展|建设情况|阶段/.test(head)) return undefined;
  const words = [...new Set(cells)];
  if (words.length > 20) return undefined;
  const told = words.map((word) => [word, statusOf(word)] as const);
  if (told.some(([, status]) => status === undefined)) return undefined;
  return Object.fromEntries(told) as Record<string, "existing" | "planned">;
}

function statusOf(word: string): "existing" | "planned" | undefined {
  if (/拟|规划|筹|计划|在建|未|谋划|待/.test(word)) return "planned";
  return /已|建成|运行|运营|投用|投产|挂牌|认定|完成|existing/.test(word) ? "existing" : undefined;
}

function partHead(column: string): { head: string; note: string | undefined } {
  const [, head, note] = /^([^(（]{1,60})[(（]([^)）]{1,30})[)）]\s{0,9}$/.exec(column.trim()) ?? [];
  return { head: (head ?? column).replace(/\s+/g, ""), note: note?.trim() };
}

function shareOf(cells: readonly string[], is: (cell: string) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(is).length / cells.length;
}

const isYear = (cell: string) => /^(?:19|20)\d{2}年?$/.test(cell);
const isDated = (cell: string) => /(?:19|20)\d{2}/.test(cell);
const isRegion = (name: string) => findRegions(name).length > 0;
const isPersonName = (name: string) =>
  name.length >= 2 && name.length <= 4 && (isSurname(name[0]!) || isSurname(name.slice(0, 2)));

function isFigure(cell: string): boolean {
  const figure = readFigure(cell);
  return figure !== undefined && figure.unit.length <= 6;
}

function widthOf(name: string): number | undefined {
  const [region] = findRegions(name);
  return region === undefined ? undefined : REGION_LEVELS.indexOf(region.level);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
