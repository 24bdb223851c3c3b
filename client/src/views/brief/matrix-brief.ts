/** The brief of the matrix: the table as a picture, and each tie with its sentences. */
import type { EntityId, MatrixAnswer } from "../../../../server/contract/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { arrangeMatrix } from "../../state/matrix/arrange-lines.ts";
import type { ArrangedMatrix } from "../../state/matrix/arrange-lines.ts";
import { axisName, countsWhat, spokenName, wayName } from "../matrix/names.ts";
import { annexQuery } from "./annex.ts";
import type { Brief } from "./brief.ts";
import { briefFacts } from "./brief-facts.ts";
import type { MakeOptions } from "./canvas-brief.ts";
import { filterWords } from "./filter-words.ts";
import { briefMessages } from "./messages.ts";
import { createSourceList } from "./sources.ts";
import { tableFigure } from "./table-figure.ts";
import { tieGroups, tiesOf } from "./ties-list.ts";

/** Lines that can be read on a page; the list has all. */
const MOST_ROWS = 32;
const MOST_COLUMNS = 14;

export async function matrixBrief(app: AppState, answer: MatrixAnswer, options: MakeOptions): Promise<Brief> {
  const words = briefMessages.peek();
  const choice = app.matrix.choice.peek();
  const question = app.matrix.question.peek();
  const read = await tiesOf(app, question, answer.ties, options);
  const list = createSourceList();
  const groups = tieGroups(read, "row", (id) => id, list);
  const way = app.matrix.way.peek();
  const relations = read.ties.flatMap((tie) => tie.relations);
  const entities = read.ties.flatMap(({ row, column, through }) => [
    row,
    column,
    ...(through === null ? [] : [through]),
  ]);
  return {
    title: words.title(`${axisName(choice.rows, choice)} × ${axisName(choice.columns, choice)}`),
    facts: await briefFacts(app),
    filters: [
      `${wayName(way)}${words.comma}${countsWhat(way)}`,
      ...withinWords(choice.within, answer),
      words.totalTies(answer.ties, answer.planned),
      ...(answer.unplaced.count > 0 ? [words.unplaced(answer.unplaced.count)] : []),
      ...(await filterWords(app, options.signal)),
    ],
    figure: figureOf(arrangeMatrix(answer, choice.order, choice.level)),
    groups,
    sources: list.sources,
    query: annexQuery("/matrix/ties", question, { entities, relations }),
  };
}

function withinWords(within: EntityId | null, { columns, rows, parents }: MatrixAnswer): readonly string[] {
  if (within === null) return [];
  const known = [...columns, ...rows].map(({ entity }) => entity).concat(parents);
  const name = known.find(({ id }) => id === within)?.name ?? within;
  return [briefMessages.peek().within(name)];
}

function figureOf(arranged: ArrangedMatrix) {
  // The lines with most ties, in the order of the screen.
  const weightiest = <T extends { readonly ties: number }>(lines: readonly T[], most: number) => {
    const kept = new Set(lines.toSorted((a, b) => b.ties - a.ties).slice(0, most));
    return lines.filter((line) => kept.has(line) && line.ties > 0);
  };
  const rows = weightiest(arranged.rows, MOST_ROWS);
  const columns = weightiest(arranged.columns, MOST_COLUMNS);
  const words = briefMessages.peek();
  const isCut =
    rows.length < arranged.rows.filter(({ ties }) => ties > 0).length ||
    columns.length < arranged.columns.filter(({ ties }) => ties > 0).length;
  return tableFigure({
    rows: rows.map((row) => `${spokenName(row)}  ${row.ties}`),
    columns: columns.map((column) => `${spokenName(column)} ${column.ties}`),
    cellAt: (row, column) => {
      const cell = arranged.cellAt(rows[row]!, columns[column]!);
      return cell === undefined ? undefined : { count: cell.ties, planned: cell.planned };
    },
    notes: [words.dashedCell, ...(isCut ? [words.figureCut(rows.length, columns.length)] : [])],
  });
}
