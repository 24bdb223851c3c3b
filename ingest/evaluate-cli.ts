/**
 * `npm run evaluate [-- --set dev|dev-2|dev-3|dev-4|seeds|held-out|held-out-2|held-out-3] [--errors N] [--documents] [--precision]`:
 * extracts from the golden sets and scores what was found.
 *
 * `held-out` is scored only when it is named, so that it stays unseen.
 */
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";

import { parseOptions } from "./command/options.ts";
import type { GoldenDocument, GoldenSet } from "./evaluate/golden-sets.ts";
import { GOLDEN_SETS, extractAgainst, folderOf, isGoldenSet, readGoldenSet } from "./evaluate/golden-sets.ts";
import { formatDocuments, formatError, formatEvaluation } from "./evaluate/report.ts";
import { measurePrecision } from "./evaluate/precision.ts";
import { evaluate } from "./evaluate/score.ts";
import type { ScoredPair } from "./evaluate/score.ts";
import { confidenceOf } from "./extract/text/04-relations/confidence.ts";
import { RULES } from "./extract/text/04-relations/catalogue.ts";

const OPEN_SETS: readonly GoldenSet[] = ["dev", "dev-2", "dev-3", "dev-4", "seeds"];
/** Those of the repository that have been learned from: they are there for everybody, and the held-out one stays unread. */
const MEASURED_SETS: readonly GoldenSet[] = ["dev", "dev-2", "dev-3", "dev-4", "held-out-2", "held-out-3"];
const PRECISION_FILE = "ingest/extract/text/04-relations/precision.json";

const USAGE = `Usage: npm run evaluate -- [--set NAME]... [--errors N] [--documents] [--precision]

Scores what extraction finds in the golden sets, by type of entity and relation.

  --set NAME   ${GOLDEN_SETS.join(", ")}; may be given again; ${OPEN_SETS.join(", ")} without it
  --errors N   prints the first N of what was missed and what was found too much
  --documents  prints a line for each document
  --precision  instead counts how often each rule of relations is right in ${MEASURED_SETS.join(", ")}
               (or the sets that are named), and writes it where extraction takes its confidences from
  --help       prints this`;

const root = resolve(import.meta.dirname, "..");

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const parsed = parseOptions(args, USAGE, {
    set: { type: "string", multiple: true, default: [] },
    errors: { type: "string", default: "0" },
    documents: { type: "boolean", default: false },
    precision: { type: "boolean", default: false },
  });
  if ("exitCode" in parsed) return parsed.exitCode;
  const { values, positionals } = parsed;
  const unknown = values.set.filter((name) => !isGoldenSet(name));
  const shown = Number(values.errors);
  const wrong =
    unknown.length > 0
      ? `There is no golden set "${unknown.join('", "')}"; there are ${GOLDEN_SETS.join(", ")}.`
      : !Number.isInteger(shown) || shown < 0
        ? `--errors takes a whole number, not "${values.errors}".`
        : positionals.length > 0
          ? `"${positionals[0]}" is not expected here.`
          : undefined;
  if (wrong !== undefined) {
    console.error(`${wrong}\n\n${USAGE}`);
    return 2;
  }
  const named = values.set.filter(isGoldenSet);
  if (values.precision) {
    await writePrecision(named.length > 0 ? named : MEASURED_SETS);
    return 0;
  }
  for (const set of named.length > 0 ? named : OPEN_SETS) await report(set, shown, values.documents);
  return 0;
}

async function report(set: GoldenSet, shown: number, byDocument: boolean): Promise<void> {
  const documents = await readGoldenSet(set, root);
  if (documents === null) {
    console.log(`${set}: missing, there is no ${folderOf(set, root)}\n`);
    return;
  }
  const pairs = await pairsOf(documents);
  const evaluation = evaluate(pairs);
  console.log(`${set}: ${pairs.length} documents`);
  for (const line of formatEvaluation(evaluation)) console.log(line);
  if (byDocument) for (const line of formatDocuments(pairs)) console.log(line);
  for (const error of evaluation.errors.slice(0, shown)) console.log(formatError(error));
  console.log();
}

async function pairsOf(documents: readonly GoldenDocument[]): Promise<ScoredPair[]> {
  const pairs: ScoredPair[] = [];
  for (const document of documents) pairs.push(await extractAgainst(document));
  return pairs;
}

async function writePrecision(sets: readonly GoldenSet[]): Promise<void> {
  const documents = (await Promise.all(sets.map((set) => readGoldenSet(set, root)))).flatMap((found) => found ?? []);
  const { rules } = evaluate(await pairsOf(documents));
  const authors = new Map(RULES.map(({ id, confidence }) => [id, confidence]));
  const measured = measurePrecision(sets, rules, authors);
  console.log(`${documents.length} documents of ${sets.join(", ")}; the prior weighs ${measured.weight} relations`);
  for (const rule of RULES) {
    const { proposed, right } = measured.rules[rule.id] ?? { proposed: 0, right: 0 };
    const share = proposed === 0 ? "     " : (right / proposed).toFixed(3);
    const sure = confidenceOf(rule, measured).toFixed(3);
    console.log(
      `  ${rule.id.padEnd(36)} ${String(right).padStart(4)} of ${String(proposed).padEnd(4)} ${share}  confidence ${sure}`,
    );
  }
  await writeFile(resolve(root, PRECISION_FILE), `${JSON.stringify(measured, null, 2)}\n`);
  console.log(`Written to ${PRECISION_FILE}.`);
}
