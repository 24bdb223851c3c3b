/** A list of gaps as a table in a picture: what is missing down the side, what the documents do say across the top. */
import type { GapReason, GapsAnswer } from "../../../../server/contract/index.ts";
import { GAP_REASONS } from "../../../../server/contract/gaps.ts";
import { gapsMessages } from "../gaps/messages.ts";
import type { Figure } from "./brief.ts";
import { briefMessages } from "./messages.ts";
import { tableFigure } from "./table-figure.ts";

/** Lines that can be read on a page; the list has all. */
const MOST_ROWS = 32;
const MOST_COLUMNS = 14;

export function gapsFigure(answer: GapsAnswer): Figure | null {
  if (answer.question === "beside-peers") return comparisonFigure(answer);
  return answer.question === "university-absent" ? peersFigure(answer) : reasonsFigure(answer);
}

function comparisonFigure({ asked, compared, measures }: GapsAnswer): Figure | null {
  const words = gapsMessages.peek();
  const regions = [...(asked.region === null ? [] : [asked.region]), ...asked.peers];
  return tableFigure({
    rows: measures.map(({ id, isGap }) => (isGap ? `${words.measures[id]} ▾` : words.measures[id])),
    columns: compared.map((id) => regions.find((region) => region.id === id)?.name ?? id),
    cellAt: (row, column) => {
      const { existing, planned } = measures[row]!.values[column]!;
      return { count: existing + planned, planned };
    },
    notes: [
      ...(measures.some(({ isGap }) => isGap) ? [`▾ ${briefMessages.peek().belowMedian}`] : []),
      briefMessages.peek().dashedCell,
    ],
  });
}

/** Universities against our region and its peers. */
function peersFigure({ asked, items }: GapsAnswer): Figure | null {
  const peers = asked.peers.slice(0, MOST_COLUMNS - 1);
  const columns = [...(asked.region === null ? [] : [asked.region]), ...peers];
  const shown = items.slice(0, MOST_ROWS);
  return tableFigure({
    rows: shown.map(({ subject }) => subject.name),
    columns: columns.map(({ name }) => name),
    cellAt: (row, column) => {
      const { reasons } = shown[row]!;
      const region = columns[column]!.id;
      if (region === asked.region?.id) {
        const planned = reasons.find(({ kind }) => kind === "only-planned");
        return planned === undefined ? undefined : { count: countOf(planned), planned: countOf(planned) };
      }
      const found = reasons.find(({ kind, entities }) => kind === "peer-has" && entities[0]?.id === region);
      return found === undefined ? undefined : { count: found.count ?? 1, planned: 0 };
    },
    notes: notesOf(shown.length, items.length),
  });
}

/** Each gap against the kinds of reasons: how many of each. */
function reasonsFigure({ items }: GapsAnswer): Figure | null {
  const words = gapsMessages.peek();
  const kinds = GAP_REASONS.filter((kind) => items.some(({ reasons }) => reasons.some((one) => one.kind === kind)));
  const shown = items.slice(0, MOST_ROWS);
  return tableFigure({
    rows: shown.map(({ subject, about }) => (about === null ? subject.name : `${subject.name} × ${about.name}`)),
    columns: kinds.map((kind) => words.reasons[kind]),
    cellAt: (row, column) => {
      const found = shown[row]!.reasons.filter(({ kind }) => kind === kinds[column]);
      if (found.length === 0) return undefined;
      const count = found.reduce((sum, reason) => sum + countOf(reason), 0);
      const isPlan = kinds[column] === "only-planned" || kinds[column] === "planned";
      return { count, planned: isPlan ? count : 0 };
    },
    notes: notesOf(shown.length, items.length),
  });
}

/** Entities that a reason names, or the statements where it names none. */
function countOf({ entities, relations, count }: GapReason): number {
  return Math.max(count ?? 0, entities.length) || relations.length;
}

function notesOf(shown: number, total: number): readonly string[] {
  const words = briefMessages.peek();
  return [words.dashedCell, ...(shown < total ? [words.rowsCut(shown, total)] : [])];
}
