/** What a person at the command line sees: a bar while it runs, then what came of it. */
import { Presets, SingleBar } from "cli-progress";

import type { ImportCounts, NameCounts, OpinionCounts, Rejection } from "../../server/contract/index.ts";

const SHOWN_REJECTIONS = 20;
const STEPS = 1_000;

export class ProgressBar implements Disposable {
  readonly #bar = new SingleBar(
    {
      format: "{bar} {percentage}% | {documents} documents | {what}",
      hideCursor: true,
      clearOnComplete: true,
      etaBuffer: 50,
    },
    Presets.shades_classic,
  );

  constructor() {
    // Draws nothing where the output is no terminal.
    this.#bar.start(STEPS, 0, { documents: 0, what: "" });
  }

  update(fraction: number, documents: number, what: string): void {
    this.#bar.update(Math.round(fraction * STEPS), {
      documents,
      what: what.length > 48 ? `…${what.slice(-47)}` : what,
    });
  }

  [Symbol.dispose](): void {
    this.#bar.stop();
  }
}

export interface Report {
  readonly counts: ImportCounts;
  readonly rejections: readonly Rejection[];
  readonly duplicates?: readonly { readonly origin: string; readonly sameAs: string }[];
  readonly names: NameCounts | null;
  readonly opinion: OpinionCounts | null;
  readonly seconds: number;
}

export function writeReport({ counts, rejections, duplicates = [], names, opinion, seconds }: Report): string {
  const rows: [string, number | string][] = [
    ["documents", counts.documents],
    ["unchanged", counts.unchanged],
    ["passages", counts.passages],
    ["entities", counts.entities],
    ["relations", counts.relations],
    ["observations", counts.observations],
    ["rejected", counts.rejected],
    ["seconds", seconds.toFixed(1)],
  ];
  const width = Math.max(...rows.map(([, value]) => String(value).length));
  const table = rows.map(([name, value]) => `${name.padEnd(14)}${String(value).padStart(width)}`);
  const copies = duplicates.map(
    ({ origin, sameAs }) => `${origin} is the same, byte for byte, as ${sameAs}: left out.`,
  );
  return [
    ...table,
    ...copies,
    ...writeNames(names),
    ...writeOpinion(opinion),
    ...writeRejections(rejections, counts.rejected),
  ].join("\n");
}

function writeNames(names: NameCounts | null): string[] {
  if (names === null || names.merges + names.doubts === 0) return [];
  const { merges, doubts } = names;
  return [
    "",
    `Of the names in all documents ${merges} are one entity with others, and ${doubts} are in doubt: npm run resolve shows them.`,
  ];
}

function writeOpinion(opinion: OpinionCounts | null): string[] {
  if (opinion === null) return [];
  const { model, asked, cached, entities, relations, agreed, refused, failed, problem } = opinion;
  return [
    "",
    `Second opinion of ${model}: ${asked} questions asked, ${cached} answered before. ` +
      `Of its proposals ${entities} entities and ${relations} relations are new, ${agreed} agree with the rules, ` +
      `${refused} were refused: they quote nothing of the document or do not fit the schema.`,
    ...(failed === 0
      ? []
      : [
          `  ${failed} questions have no usable answer${problem === null ? "" : ` (${problem})`}; ` +
            "their documents hold what the rules found. Run the same again to ask them again.",
        ]),
  ];
}

/** Of two imports with one model. */
export function addOpinions(a: OpinionCounts | null, b: OpinionCounts | null): OpinionCounts | null {
  if (a === null || b === null) return a ?? b;
  const sum = (name: "asked" | "cached" | "entities" | "relations" | "agreed" | "refused" | "failed") =>
    a[name] + b[name];
  return {
    model: b.model,
    asked: sum("asked"),
    cached: sum("cached"),
    entities: sum("entities"),
    relations: sum("relations"),
    agreed: sum("agreed"),
    refused: sum("refused"),
    failed: sum("failed"),
    problem: a.problem ?? b.problem,
  };
}

function writeRejections(rejections: readonly Rejection[], total: number): string[] {
  if (total === 0) return [];
  const shown = rejections
    .slice(0, SHOWN_REJECTIONS)
    // A message about a whole document names it.
    .map(({ origin, place, message }) => `  ${place === null ? "" : `${origin}, ${place}: `}${message}`);
  const rest = total - shown.length;
  return ["", "Rejected:", ...shown, ...(rest > 0 ? [`  and ${rest} more.`] : [])];
}

export function addCounts(a: ImportCounts, b: ImportCounts): ImportCounts {
  const sum = Object.entries(a).map(([name, count]) => [name, count + b[name as keyof ImportCounts]]);
  return Object.fromEntries(sum) as unknown as ImportCounts;
}

export const NO_COUNTS: ImportCounts = {
  documents: 0,
  passages: 0,
  entities: 0,
  relations: 0,
  observations: 0,
  rejected: 0,
  unchanged: 0,
};
