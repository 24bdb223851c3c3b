/**
 * From ties to rows, columns and cells, rolled up and cut. Pure: the laws
 * (cells add up to the ties, rolling up keeps totals) are tested on it.
 */
import type {
  EmptyLines,
  EntityId,
  EntityType,
  TieKind,
  MatrixAnswer,
  MatrixLine,
  RelationType,
  RollUpLevel,
} from "../../../contract/index.ts";
import { isRelationType } from "../../../contract/index.ts";
import type { Tie } from "./ties.ts";
import type { RegionTree } from "./region-tree.ts";
import type { MatrixShape } from "./steps.ts";

export interface TableOptions {
  readonly shape: MatrixShape;
  readonly level: RollUpLevel;
  readonly within: EntityId | undefined;
  readonly empty: EmptyLines;
  readonly maxRows: number;
  readonly maxColumns: number;
}

/** An answer whose lines are not entities yet. */
export type Table = Omit<MatrixAnswer, "rows" | "columns" | "parents" | "unplaced"> & {
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
};

export type Line = Omit<MatrixLine, "entity"> & { readonly id: EntityId };

/** One tie where it stands in the table: its ends, and the lines that they belong to. */
export interface PlacedTie {
  readonly tie: Tie;
  readonly row: EntityId;
  readonly column: EntityId;
  readonly rowEnd: EntityId;
  readonly columnEnd: EntityId;
}

/** Which entities an axis could have lines for. */
export interface Candidates {
  /** Undefined where nobody asked for lines without ties, and none is beside another. */
  readonly ids: Iterable<EntityId> | undefined;
  readonly total: number;
}

/** Whether rows and columns are the same lines, joined the same way from either side. */
export function isSymmetric({ rows, columns, through, near, far }: MatrixShape): boolean {
  const sameWay = near.length === far.length && near.every((type) => far.includes(type));
  return rows === columns && (through.length === 0 || sameWay);
}

/** The line of an entity; undefined where it is outside of what the table is of. */
export type LineOf = (id: EntityId, type: EntityType) => EntityId | undefined;

export function lineFinder({ level, within }: Pick<TableOptions, "level" | "within">, regions: RegionTree): LineOf {
  return (id, type) => {
    if (type !== "Region") return id;
    const line = regions.lineOf(id, level);
    if (within === undefined) return line;
    if (!regions.isWithin(id, within)) return undefined;
    // Nothing is rolled up beyond the region that the table is of.
    return regions.isWithin(line, within) ? line : within;
  };
}

/**
 * Every tie in each cell that it stands in: one, or on a symmetric table two.
 * Ties with an end outside are left out.
 */
export function placeTies(ties: readonly Tie[], shape: MatrixShape, lineOf: LineOf): readonly PlacedTie[] {
  const symmetric = isSymmetric(shape);
  return ties.flatMap((tie): PlacedTie[] => {
    const [row, column] = [lineOf(tie.row, shape.rows), lineOf(tie.column, shape.columns)];
    if (row === undefined || column === undefined) return [];
    const placed = { tie, row, column, rowEnd: tie.row, columnEnd: tie.column };
    // A body between two of one type is found from either side already.
    if (!symmetric || tie.through !== null || row === column) return [placed];
    return [placed, { tie, row: column, column: row, rowEnd: tie.column, columnEnd: tie.row }];
  });
}

export function toTable(
  placed: readonly PlacedTie[],
  options: TableOptions,
  regions: RegionTree,
  candidates: { readonly rows: Candidates; readonly columns: Candidates },
): Table {
  const { shape } = options;
  const symmetric = isSymmetric(shape);
  const kinds = kindsOf(placed.map(({ tie }) => tie));
  const kindIndex = new Map(kinds.map((kind, index) => [nameOf(kind), index]));
  const [rows, columns] = [new Axis(), new Axis()];
  const cells = new Map<string, { row: EntityId; column: EntityId; ties: number; planned: number; parts: number[] }>();
  const distinct = new Set<string>();
  let planned = 0;
  for (const { tie, row, column, rowEnd, columnEnd } of placed) {
    const key = `${row}\n${column}`;
    const isPlanned = tie.status === "planned" ? 1 : 0;
    const identity = identityOf(tie, symmetric);
    // The two directions of a tie of a symmetric table meet again in a cell of the diagonal.
    if (row === column && symmetric && distinct.has(identity)) continue;
    if (!distinct.has(identity)) {
      distinct.add(identity);
      planned += isPlanned;
    }
    let cell = cells.get(key);
    if (cell === undefined) {
      cell = { row, column, ties: 0, planned: 0, parts: kinds.map(() => 0) };
      cells.set(key, cell);
    }
    const at = kindIndex.get(tie.kind) as number;
    cell.ties += 1;
    cell.planned += isPlanned;
    cell.parts[at] = (cell.parts[at] as number) + 1;
    rows.add(row, isPlanned, rowEnd);
    columns.add(column, isPlanned, columnEnd);
  }
  const [rowLines, columnLines] = [
    chooseLines(rows, candidates.rows, shape.rows, options, options.maxRows, regions),
    chooseLines(columns, candidates.columns, shape.columns, options, options.maxColumns, regions),
  ];
  const [rowAt, columnAt] = [placesOf(rowLines.shown), placesOf(columnLines.shown)];
  const all = [...cells.values()];
  const shown = all.flatMap(({ row, column, ...cell }) => {
    const [r, c] = [rowAt.get(row), columnAt.get(column)];
    return r === undefined || c === undefined ? [] : [{ row: r, column: c, ...cell }];
  });
  const count = (list: readonly { readonly ties: number }[]) => list.reduce((sum, { ties }) => sum + ties, 0);
  return {
    rows: rowLines.shown,
    columns: columnLines.shown,
    cells: shown.sort((a, b) => a.row - b.row || a.column - b.column),
    kinds,
    ties: distinct.size,
    planned,
    isSymmetric: symmetric,
    cut: { rows: rowLines.cut, columns: columnLines.cut, ties: count(all) - count(shown) },
    hidden: { rows: rowLines.hidden, columns: columnLines.hidden },
  };
}

/** A tie by what it is, whichever way it is seen. */
export function identityOf(tie: Tie, symmetric: boolean): string {
  if (tie.through === null) return tie.relations[0]?.id ?? "";
  const ends = symmetric ? [tie.row, tie.column].sort() : [tie.row, tie.column];
  return [tie.through, ...ends].join("\n");
}

/** The lines of one axis while they are counted. */
class Axis {
  readonly #lines = new Map<EntityId, { ties: number; planned: number; parts: Set<EntityId> }>();

  add(id: EntityId, planned: number, end: EntityId): void {
    let line = this.#lines.get(id);
    if (line === undefined) {
      line = { ties: 0, planned: 0, parts: new Set() };
      this.#lines.set(id, line);
    }
    line.ties += 1;
    line.planned += planned;
    if (end !== id) line.parts.add(end);
  }

  get(id: EntityId) {
    const { ties = 0, planned = 0, parts = undefined } = this.#lines.get(id) ?? {};
    return { ties, planned, parts: parts?.size ?? 0 };
  }

  ids(): Iterable<EntityId> {
    return this.#lines.keys();
  }
}

function chooseLines(
  axis: Axis,
  { ids, total }: Candidates,
  type: EntityType,
  options: TableOptions,
  max: number,
  regions: RegionTree,
): { readonly shown: readonly Line[]; readonly cut: number; readonly hidden: number } {
  const isRegion = type === "Region";
  const lineOf = lineFinder(options, regions);
  const full = new Set(axis.ids());
  const everyone = [...(ids ?? [])].flatMap((id) => lineOf(id, type) ?? []);
  const vacant = [...new Set(everyone)].filter((id) => !full.has(id));
  // A line of the level has its neighbours beside it, a wider one below it.
  const isOfLevel = (id: EntityId) => regions.regions.get(id)?.level === options.level;
  const around = new Set([...full].map((id) => (isOfLevel(id) ? regions.parentOf(id) : id)));
  const isWanted = (id: EntityId) => {
    if (options.empty !== "near" || !isRegion) return options.empty === "all";
    const parent = regions.parentOf(id);
    return isOfLevel(id) && parent !== null && around.has(parent);
  };
  const wanted = vacant.filter(isWanted);
  const toLine = (id: EntityId): Line => ({ id, ...axis.get(id), parent: isRegion ? regions.parentOf(id) : null });
  const all = [...full, ...wanted].map(toLine).sort((a, b) => b.ties - a.ties || (a.id < b.id ? -1 : 1));
  const shown = all.slice(0, max);
  const lines = ids === undefined ? total : full.size + vacant.length;
  return { shown, cut: all.length - shown.length, hidden: lines - all.length };
}

const placesOf = (lines: readonly Line[]) => new Map(lines.map(({ id }, index) => [id, index]));

function kindsOf(ties: readonly Tie[]): readonly TieKind[] {
  const names = new Set(ties.map(({ kind }) => kind));
  return [...names]
    .sort()
    .map((kind): TieKind =>
      isRelationType(kind) ? { kind: "direct", relation: kind } : { kind: "through", type: kind as EntityType },
    );
}

const nameOf = (kind: TieKind): RelationType | EntityType => (kind.kind === "direct" ? kind.relation : kind.type);
