/**
 * The matrix: which types stand against each other, how they are joined, and
 * which cell is open. The shared filter is part of the question; what is
 * selected here is selected everywhere.
 */
import { batch, computed, effect, signal } from "@preact/signals-core";
import type { ReadonlySignal } from "@preact/signals-core";

import type { Api, MatrixQuestion } from "../../api.ts";
import type { ClaimFilter } from "../../../../server/contract/claim-filter.ts";
import type {
  EmptyLines,
  EntityId,
  EntityType,
  MatrixAnswer,
  MatrixRequest,
  RollUpLevel,
} from "../../../../server/contract/index.ts";
import { isEntityType } from "../../../../server/contract/ontology.ts";
import type { ViewSettings } from "../location.ts";
import { createResource } from "../resource.ts";
import type { Loaded } from "../resource.ts";
import type { Selection } from "../selection.ts";
import { ORDERS } from "./arrange-lines.ts";
import type { Order } from "./arrange-lines.ts";
import { findWay } from "./ways.ts";
import type { Way } from "./ways.ts";

export const LEVELS: readonly RollUpLevel[] = ["province", "city", "county"];
const EMPTY: readonly EmptyLines[] = ["none", "near", "all"];

export interface MatrixChoice {
  readonly rows: EntityType;
  readonly columns: EntityType;
  readonly level: RollUpLevel;
  /** The id of a way that there is between the two. */
  readonly way: string;
  readonly order: Order;
  readonly empty: EmptyLines;
  /** Regions outside of it are left out. */
  readonly within: EntityId | null;
}

export const FIRST_CHOICE: MatrixChoice = {
  rows: "University",
  columns: "Region",
  level: "county",
  way: "any",
  order: "ties",
  empty: "near",
  within: null,
};

/** A cell, or with one of them null a whole line. */
export interface OpenCell {
  readonly row: EntityId | null;
  readonly column: EntityId | null;
}

export type Question = MatrixQuestion<MatrixRequest>;

export interface Matrix extends Disposable {
  readonly choice: ReadonlySignal<MatrixChoice>;
  readonly way: ReadonlySignal<Way>;
  /** What is asked of the server, without limits. */
  readonly question: ReadonlySignal<Question>;
  readonly answer: ReadonlySignal<Loaded<MatrixAnswer>>;
  readonly cell: ReadonlySignal<OpenCell | null>;
  choose(change: Partial<MatrixChoice>): void;
  swap(): void;
  openCell(cell: OpenCell): void;
  closeCell(): void;
  retry(): Promise<void>;
  /** Asks, and goes on asking while what is asked for changes, until the view is left. */
  follow(): () => void;
  readonly settings: ReadonlySignal<ViewSettings>;
  restore(settings: ViewSettings): void;
}

export interface MatrixOptions {
  readonly api: Pick<Api, "matrix">;
  readonly filter: ReadonlySignal<ClaimFilter>;
  readonly selection: Selection;
}

export function createMatrix({ api, filter, selection }: MatrixOptions): Matrix {
  const choice = signal<MatrixChoice>(FIRST_CHOICE);
  const cell = signal<OpenCell | null>(null);
  const way = computed(() => findWay(choice.value.rows, choice.value.columns, choice.value.way));
  const axes = computed(() => toAxes(choice.value, way.value));
  // The order is no part of the question: it is the client's own.
  const asked = computed(() => JSON.stringify({ ...axes.value, ...toParameters(filter.value) }));
  const question = computed(() => JSON.parse(asked.value) as Question);
  const empty = computed(() => choice.value.empty);
  const resource = createResource((request: Question, abort) => api.matrix(request, abort), { keepsOld: true });

  return {
    choice,
    way,
    question,
    answer: resource.state,
    cell,
    choose(change) {
      const next = { ...choice.peek(), ...change };
      const last = choice.peek();
      const isOther = next.rows !== last.rows || next.columns !== last.columns;
      batch(() => {
        choice.value = isOther ? { ...next, way: change.way ?? FIRST_CHOICE.way } : next;
        // A cell of other lines is no cell any more.
        if (isOther || next.level !== last.level || next.within !== last.within) cell.value = null;
      });
    },
    swap() {
      const { rows, columns } = choice.peek();
      const open = cell.peek();
      batch(() => {
        choice.value = { ...choice.peek(), rows: columns, columns: rows };
        cell.value = open === null ? null : { row: open.column, column: open.row };
      });
    },
    openCell(next) {
      batch(() => {
        cell.value = next;
        selection.selectEntities([next.row, next.column].filter((id) => id !== null));
      });
    },
    closeCell() {
      cell.value = null;
    },
    retry: () => resource.reload(),
    follow() {
      const stop = effect(() => void resource.load({ ...question.value, empty: empty.value }));
      return stop;
    },
    settings: computed(() => toSettings(choice.value, cell.value)),
    restore(settings) {
      const { choice: next, cell: open } = fromSettings(settings);
      batch(() => {
        choice.value = next;
        cell.value = open;
      });
    },
    [Symbol.dispose]: () => resource[Symbol.dispose](),
  };
}

/** What a choice asks of the server, whatever the filter. */
export function questionOf(choice: MatrixChoice): Question {
  return toAxes(choice, findWay(choice.rows, choice.columns, choice.way));
}

function toAxes({ rows, columns, level, within }: MatrixChoice, { direct, through, near, far }: Way) {
  return {
    rows,
    columns,
    level,
    direct: [...direct],
    through: [...through],
    near: [...near],
    far: [...far],
    within: within ?? undefined,
  };
}

/** The shared filter as the server takes it. */
export function toParameters({ status, fromYear, toYear, documents, fields }: ClaimFilter) {
  return {
    status: status ?? undefined,
    fromYear: fromYear ?? undefined,
    toYear: toYear ?? undefined,
    documents: [...documents],
    fields: [...fields],
  };
}

function toSettings(choice: MatrixChoice, cell: OpenCell | null): ViewSettings {
  const { rows, columns, level, way, order, empty, within } = choice;
  const all: Record<string, string> = { rows, cols: columns, level, way, order, empty, within: within ?? "" };
  const first: Record<string, string> = {
    rows: FIRST_CHOICE.rows,
    cols: FIRST_CHOICE.columns,
    level: FIRST_CHOICE.level,
    way: FIRST_CHOICE.way,
    order: FIRST_CHOICE.order,
    empty: FIRST_CHOICE.empty,
  };
  const changed = Object.entries(all).filter(([name, value]) => value !== "" && value !== first[name]);
  return {
    ...Object.fromEntries(changed),
    ...(cell?.row ? { row: cell.row } : {}),
    ...(cell?.column ? { col: cell.column } : {}),
  };
}

function fromSettings(settings: ViewSettings): { readonly choice: MatrixChoice; readonly cell: OpenCell | null } {
  const read = <T extends string>(name: string, allowed: readonly T[], first: T): T =>
    allowed.find((value) => value === settings[name]) ?? first;
  const type = (name: string, first: EntityType) => (isEntityType(settings[name]) ? settings[name] : first);
  const rows = type("rows", FIRST_CHOICE.rows);
  const columns = type("cols", FIRST_CHOICE.columns);
  const id = (name: string) => (settings[name] ?? null) as EntityId | null;
  const [row, column] = [id("row"), id("col")];
  return {
    choice: {
      rows,
      columns,
      level: read("level", LEVELS, FIRST_CHOICE.level),
      way: findWay(rows, columns, settings["way"] ?? "").id,
      order: read("order", ORDERS, FIRST_CHOICE.order),
      empty: read("empty", EMPTY, FIRST_CHOICE.empty),
      within: id("within"),
    },
    cell: row === null && column === null ? null : { row, column },
  };
}
