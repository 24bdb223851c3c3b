/**
 * The order of rows and columns: by ties, by name (pinyin), or so that lines
 * with ties to the same others stand together. Columns of regions stay in
 * groups by the wider region, the region's own line first. Pure.
 */
import type {
  Entity,
  EntityId,
  MatrixAnswer,
  MatrixCell,
  MatrixLine,
  RollUpLevel,
} from "../../../../server/contract/index.ts";
import { REGION_LEVELS } from "../../../../server/contract/ontology.ts";
import { similarityScores } from "./similarity.ts";

export const ORDERS = ["ties", "name", "similar"] as const;
export type Order = (typeof ORDERS)[number];

/** A line with its place in the answer. */
export interface PlacedLine extends MatrixLine {
  readonly at: number;
  /** Stands for the wider region of its group itself: 市本级. */
  readonly isOwn: boolean;
}

export interface LineGroup {
  /** Null for lines that have no wider region. */
  readonly parent: Entity | null;
  readonly ties: number;
  readonly lines: readonly PlacedLine[];
}

export interface ArrangedMatrix {
  readonly rows: readonly PlacedLine[];
  readonly groups: readonly LineGroup[];
  /** Those of all groups, in order. */
  readonly columns: readonly PlacedLine[];
  cellAt(row: PlacedLine, column: PlacedLine): MatrixCell | undefined;
  /** The largest number of ties in a cell, and in a row and a column. */
  readonly most: { readonly cell: number; readonly row: number; readonly column: number };
}

const byPinyin = new Intl.Collator("zh-CN");

export function arrangeMatrix(answer: MatrixAnswer, order: Order, level: RollUpLevel): ArrangedMatrix {
  const scores = order === "similar" ? similarityScores(answer) : undefined;
  const placed = (line: MatrixLine, at: number): PlacedLine => ({ ...line, at, isOwn: isWider(line.entity, level) });
  const [rows, columns] = [answer.rows.map(placed), answer.columns.map(placed)];
  const rowOrder = comparison(order, scores?.rows);
  const columnOrder = comparison(order, scores?.columns);
  const groups = toGroups(columns, answer.parents, columnOrder, order);
  const byPlace = new Map(answer.cells.map((cell) => [cell.row * answer.columns.length + cell.column, cell]));
  const most = (counts: readonly { readonly ties: number }[]) => Math.max(0, ...counts.map(({ ties }) => ties));
  return {
    rows: rows.sort(rowOrder),
    groups,
    columns: groups.flatMap(({ lines }) => lines),
    cellAt: (row, column) => byPlace.get(row.at * answer.columns.length + column.at),
    most: { cell: most(answer.cells), row: most(answer.rows), column: most(answer.columns) },
  };
}

/** A city among counties: it stands for what the documents state of the city as such. */
function isWider({ level }: Entity, than: RollUpLevel): boolean {
  if (level === undefined || level === "area" || level === "country") return false;
  return REGION_LEVELS.indexOf(level) < REGION_LEVELS.indexOf(than);
}

type Comparison = (a: PlacedLine, b: PlacedLine) => number;

function comparison(order: Order, scores: readonly (number | undefined)[] | undefined): Comparison {
  const byName: Comparison = (a, b) => byPinyin.compare(a.entity.name, b.entity.name) || a.at - b.at;
  const byTies: Comparison = (a, b) => b.ties - a.ties || byName(a, b);
  if (order === "name") return byName;
  if (order === "ties" || scores === undefined) return byTies;
  // Lines without ties are like no other and come last.
  return (a, b) => {
    const [scoreA, scoreB] = [scores[a.at], scores[b.at]];
    if (scoreA === undefined || scoreB === undefined) {
      return scoreA === scoreB ? byName(a, b) : scoreA === undefined ? 1 : -1;
    }
    return scoreA - scoreB || byTies(a, b);
  };
}

function toGroups(
  lines: readonly PlacedLine[],
  parents: readonly Entity[],
  compare: Comparison,
  order: Order,
): readonly LineGroup[] {
  const known = new Map([...lines.map(({ entity }) => entity), ...parents].map((entity) => [entity.id, entity]));
  const groups = new Map<EntityId | null, PlacedLine[]>();
  for (const line of lines) {
    const key = line.isOwn ? line.entity.id : line.parent;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  const all = [...groups].map(([key, own]): LineGroup => {
    const sorted = own.toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn) || compare(a, b));
    return {
      parent: key === null ? null : (known.get(key) ?? null),
      ties: own.reduce((sum, { ties }) => sum + ties, 0),
      lines: sorted,
    };
  });
  return all.sort((a, b) => {
    if ((a.parent === null) !== (b.parent === null)) return a.parent === null ? 1 : -1;
    if (order === "name" && a.parent !== null && b.parent !== null) {
      return byPinyin.compare(a.parent.name, b.parent.name);
    }
    if (order === "similar") return compareBest(a.lines, b.lines, compare);
    return b.ties - a.ties || compareBest(a.lines, b.lines, compare);
  });
}

/** Groups go where the best placed of their lines goes. */
function compareBest(a: readonly PlacedLine[], b: readonly PlacedLine[], compare: Comparison): number {
  const [bestA] = a.toSorted(compare);
  const [bestB] = b.toSorted(compare);
  return bestA === undefined || bestB === undefined ? a.length - b.length : compare(bestA, bestB);
}
