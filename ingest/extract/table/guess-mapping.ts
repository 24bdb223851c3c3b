/**
 * A mapping that a person might have written for a table that has none, by the
 * heads of its columns, by its cells and the national dictionaries. It is a
 * proposal: nothing is read by it before a person has accepted it.
 */
import { canRelate } from "../../../server/contract/index.ts";
import type { EntityType, RelationType } from "../../../server/contract/index.ts";
import type { TableSource } from "../../read/source.ts";
import { readColumn } from "./column-reading.ts";
import type { ColumnReading } from "./column-reading.ts";
import { checkColumns, parseMapping } from "./mapping.ts";

export interface GuessedMapping {
  /** As the file `NAME.mapping.json` would hold it. */
  readonly text: string;
  /** What it makes no use of. */
  readonly unused: readonly string[];
}

interface Guessed {
  readonly sheet?: string;
  readonly entities: Record<string, object>;
  readonly relations: object[];
  readonly observations: object[];
  rowDate?: string;
}

/** Undefined where no column seems to hold what the rows are about. */
export function guessMapping(source: TableSource): GuessedMapping | undefined {
  const named = source.columns.filter((column, i) => column !== "" && source.columns.indexOf(column) === i);
  const columns = named.map((column) => readColumn(source, column));
  const main = chooseMain(columns);
  if (main === undefined) return undefined;
  const guess = guessAround(main, columns);
  const used = new Set<string>();
  const mapping = {
    ...(source.sheet === undefined ? {} : { sheet: source.sheet }),
    entities: guess.entities,
    ...(guess.relations.length === 0 ? {} : { relations: guess.relations }),
    ...(guess.observations.length === 0 ? {} : { observations: guess.observations }),
    ...(guess.rowDate === undefined ? {} : { rowDate: guess.rowDate }),
  };
  const text = `${JSON.stringify(
    mapping,
    (_, value: unknown) => {
      if (typeof value === "string") used.add(value);
      return value;
    },
    2,
  )}\n`;
  checkColumns(parseMapping(text, source.origin), source.columns, source.origin);
  return { text, unused: named.filter((column) => !used.has(column)) };
}

/** What the rows are about: the first column of names that is called so, else the first of bodies, else of the narrowest regions. */
function chooseMain(columns: readonly ColumnReading[]): ColumnReading | undefined {
  const names = columns.filter(({ kind }) => kind === "entity");
  const isBody = ({ type }: ColumnReading) => type !== "Region" && type !== "Industry" && type !== "Person";
  const bodies = names.filter(isBody);
  const regions = names.filter(({ type }) => type === "Region").sort((a, b) => (b.width ?? 0) - (a.width ?? 0));
  return bodies.find(({ head }) => /名称?$/.test(head)) ?? bodies[0] ?? regions[0] ?? names[0];
}

function guessAround(main: ColumnReading, columns: readonly ColumnReading[]): Guessed {
  const ofKind = (kind: ColumnReading["kind"]) => columns.filter((column) => column.kind === kind);
  const alias = ofKind("alias")[0];
  const guess: Guessed = {
    entities: {
      main: {
        type: main.type!,
        name: main.column,
        ...(alias === undefined ? {} : { aliases: { column: alias.column, split: "、；;" } }),
        required: true,
      },
    },
    relations: [],
    observations: [],
  };
  const status = ofKind("status")[0];
  for (const other of ofKind("entity")) if (other !== main) addRelated(guess, main, other, status);
  const date = ofKind("date")[0];
  if (date !== undefined) guess.rowDate = date.column;
  addFigures(guess, columns);
  return guess;
}

function addRelated(
  guess: Guessed,
  main: ColumnReading,
  other: ColumnReading,
  status: ColumnReading | undefined,
): void {
  const stated = relationBetween(main, other);
  if (stated === undefined) return;
  const key = `column${Object.keys(guess.entities).length + 1}`;
  const { column, split } = other;
  guess.entities[key] = { type: other.type!, name: split === undefined ? column : { column, split } };
  const [from, to] = stated.isReversed ? [key, "main"] : ["main", key];
  guess.relations.push({
    type: stated.type,
    from,
    to,
    ...(status === undefined ? {} : { status: { column: status.column, values: status.statuses } }),
  });
}

interface Stated {
  readonly type: RelationType;
  /** From what the column names to what the row is about. */
  readonly isReversed: boolean;
}

const BY_HEAD: readonly (readonly [RegExp, RelationType, boolean])[] = [
  [/共建|合建|联合建设/, "CO_BUILT_WITH", false],
  [/合作|对接|签约/, "PARTNERS_WITH", false],
  [/依托|主管|所属|隶属|上级|主办|举办|建设单位|承建|运营/, "AFFILIATED_WITH", false],
  [/牵头|负责人|承担|带头人|主任|院长|所长|校长|法定代表人|法人代表/, "LEADS", true],
  [/发布|印发|发文|制定/, "ISSUED", true],
  [/实施|申报/, "IMPLEMENTS", true],
  [/成员|参与|参加/, "MEMBER_OF", true],
];

/** What the head says, as far as the schema allows it; else what types alone make plain. */
function relationBetween(main: ColumnReading, other: ColumnReading): Stated | undefined {
  const allows = (type: RelationType, isReversed: boolean) => {
    const [from, to]: EntityType[] = isReversed ? [other.type!, main.type!] : [main.type!, other.type!];
    return canRelate(type, from!, to!);
  };
  const said = BY_HEAD.find(([head, type, isReversed]) => head.test(other.head) && allows(type, isReversed));
  if (said !== undefined && !(other.type === "Region" && said[1] === "AFFILIATED_WITH")) {
    return { type: said[1], isReversed: said[2] };
  }
  if (other.type === "Industry" && allows("FOCUSES_ON", false)) return { type: "FOCUSES_ON", isReversed: false };
  if (other.type !== "Region") return undefined;
  if (main.type === "Region") {
    const isWider = (other.width ?? 0) < (main.width ?? 0);
    return isWider ? { type: "PART_OF", isReversed: false } : undefined;
  }
  return allows("LOCATED_IN", false) ? { type: "LOCATED_IN", isReversed: false } : undefined;
}

/** One entry for each column of figures; where a column names the indicators, one for all. */
function addFigures(guess: Guessed, columns: readonly ColumnReading[]): void {
  const find = (kind: ColumnReading["kind"]) => columns.find((column) => column.kind === kind)?.column;
  const [indicator, unit, year] = [find("indicator"), find("unit"), find("year")];
  const figures = columns.filter(({ kind }) => kind === "figure");
  for (const { column, head, note } of indicator === undefined ? figures : figures.slice(0, 1)) {
    const [, inHead, rest] = /^((?:19|20)\d{2})年?度?(.{1,60})$/.exec(head) ?? [];
    guess.observations.push({
      subject: "main",
      indicator: indicator ?? { value: rest ?? head },
      value: column,
      ...(unit !== undefined ? { unit } : note === undefined || isYearNote(note) ? {} : { unit: { value: note } }),
      ...yearOf(inHead ?? (note !== undefined && isYearNote(note) ? note.slice(0, 4) : undefined), year),
      ...kindOf(head),
    });
  }
}

const isYearNote = (note: string) => /^(?:19|20)\d{2}年?$/.test(note);

function yearOf(fixed: string | undefined, column: string | undefined): object {
  if (fixed !== undefined) return { year: { value: fixed } };
  return column === undefined ? {} : { year: column };
}

function kindOf(head: string): object {
  if (/增长|增速|增幅|同比/.test(head)) return { kind: "growth" };
  if (/排名|位次|名次/.test(head)) return { kind: "rank" };
  return /目标/.test(head) ? { kind: "target" } : {};
}
