/**
 * `npm run evaluate [-- --set dev|dev-2|seeds|held-out|held-out-2] [--errors N] [--documents]`:
 * extracts from the golden sets and scores what was found.
 *
 * The held-out sets are scored only when they are named, so that they stay unseen.
 */
import { resolve } from "node:path";
import { parseArgs } from "node:util";

import type { GoldenSet } from "./evaluate/golden-sets.ts";
import { GOLDEN_SETS, extractAgainst, folderOf, isGoldenSet, readGoldenSet } from "./evaluate/golden-sets.ts";
import { formatDocuments, formatError, formatEvaluation } from "./evaluate/report.ts";
import { evaluate } from "./evaluate/score.ts";

const root = resolve(import.meta.dirname, "..");
const { values } = parseArgs({
  options: {
    set: { type: "string", multiple: true, default: ["dev", "dev-2", "seeds"] },
    errors: { type: "string", default: "0" },
    documents: { type: "boolean", default: false },
  },
});
const unknown = values.set.filter((name) => !isGoldenSet(name));
const shown = Number(values.errors);
if (unknown.length > 0 || !Number.isInteger(shown)) {
  console.error(
    unknown.length > 0
      ? `There is no golden set "${unknown.join('", "')}"; there are ${GOLDEN_SETS.join(", ")}.`
      : `--errors takes a whole number, not "${values.errors}".`,
  );
  process.exit(2);
}

for (const set of values.set.filter(isGoldenSet)) await report(set);

async function report(set: GoldenSet): Promise<void> {
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
  if (values.documents) for (const line of formatDocuments(pairs)) console.log(line);
  for (const error of evaluation.errors.slice(0, shown)) console.log(formatError(error));
  console.log();
}
