/**
 * `npm run evaluate [-- --set dev|dev-2|dev-3|seeds|held-out|held-out-2] [--errors N] [--documents]`:
 * extracts from the golden sets and scores what was found.
 *
 * The held-out sets are scored only when they are named, so that they stay unseen.
 */
import { resolve } from "node:path";

import { parseOptions } from "./command/options.ts";
import type { GoldenSet } from "./evaluate/golden-sets.ts";
import { GOLDEN_SETS, extractAgainst, folderOf, isGoldenSet, readGoldenSet } from "./evaluate/golden-sets.ts";
import { formatDocuments, formatError, formatEvaluation } from "./evaluate/report.ts";
import { evaluate } from "./evaluate/score.ts";

const OPEN_SETS: readonly GoldenSet[] = ["dev", "dev-2", "dev-3", "seeds"];

const USAGE = `Usage: npm run evaluate -- [--set NAME]... [--errors N] [--documents]

Scores what extraction finds in the golden sets, by type of entity and relation.

  --set NAME   ${GOLDEN_SETS.join(", ")}; may be given again; ${OPEN_SETS.join(", ")} without it
  --errors N   prints the first N of what was missed and what was found too much
  --documents  prints a line for each document
  --help       prints this`;

const root = resolve(import.meta.dirname, "..");

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const parsed = parseOptions(args, USAGE, {
    set: { type: "string", multiple: true, default: [...OPEN_SETS] },
    errors: { type: "string", default: "0" },
    documents: { type: "boolean", default: false },
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
  for (const set of values.set.filter(isGoldenSet)) await report(set, shown, values.documents);
  return 0;
}

async function report(set: GoldenSet, shown: number, byDocument: boolean): Promise<void> {
  const documents = await readGoldenSet(set, root);
  if (documents === null) {
    console.log(`${set}: missing, there is no ${folderOf(set, root)}\n`);
    return;
  }
  const pairs = [];
  for (const document of documents) pairs.push(await extractAgainst(document));
  const evaluation = evaluate(pairs);
  console.log(`${set}: ${pairs.length} documents`);
  for (const line of formatEvaluation(evaluation)) console.log(line);
  if (byDocument) for (const line of formatDocuments(pairs)) console.log(line);
  for (const error of evaluation.errors.slice(0, shown)) console.log(formatError(error));
  console.log();
}
