/** An evaluation as lines of a table. */
import type { Evaluation, ScoredPair, ScoringError } from "./score.ts";
import { MEASURES, evaluate } from "./score.ts";
import type { Score } from "./tally.ts";

export function formatEvaluation({ measures, types }: Evaluation): string[] {
  return [
    ...[...types].sort(([a], [b]) => (a < b ? -1 : 1)).map(([type, score]) => formatRow(`  ${type}`, score)),
    ...MEASURES.map((measure) => formatRow(measure, measures[measure])),
  ];
}

/** One line a document: the F1 of entities, relations and observations, and how many errors there are. */
export function formatDocuments(pairs: readonly ScoredPair[]): string[] {
  return pairs.map((pair) => {
    const { measures, errors } = evaluate([pair]);
    const figures = (["entities", "relations", "observations"] as const).map(
      (measure) => `${measure} ${measures[measure].f1.toFixed(3)}`,
    );
    return `  ${pair.document.padEnd(32)} ${figures.join("  ")}  (${errors.length} errors)`;
  });
}

export function formatError({ document, kind, what }: ScoringError): string {
  return `- ${document}: ${kind} ${what}`;
}

function formatRow(name: string, { precision, recall, f1, gold, predicted, right }: Score): string {
  const figures = `P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}`;
  return `${name.padEnd(22)} ${figures}  (gold ${gold}, predicted ${predicted}, right ${right})`;
}
