/**
 * `npm run extract -- --out DIR PATH...`: what extraction finds, one JSON file
 * a document, in the form of gold files; `--explain` tells it sentence by
 * sentence, with the rules and what they left out. Touches no store.
 *
 * Exit codes: 0 done, 1 something could not be read, 2 wrong use.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";

import { parseOptions } from "./command/options.ts";
import { fromFolder, standingFolder } from "./command/standing-folder.ts";
import { IngestError } from "./errors.ts";
import { explain } from "./explain/explain.ts";
import { writeExplanation } from "./explain/write-explanation.ts";
import { toExtractionFile } from "./extract/index.ts";
import { extractSource, readInput } from "./extract-document.ts";
import { expandPaths } from "./inputs.ts";
import type { IngestInput } from "./inputs.ts";

const USAGE = `Usage: npm run extract -- --out DIR PATH...
       npm run extract -- --explain PATH...

  PATH       a document, a table with its mapping beside it, a folder, or the address of a document
  --out DIR  writes what is found to this folder, one JSON file a document
  --explain  prints each sentence with what was found, by which rule, and what was left out and why
  --help     prints this`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const parsed = parseOptions(args, USAGE, {
    out: { type: "string" },
    explain: { type: "boolean", default: false },
  });
  if ("exitCode" in parsed) return parsed.exitCode;
  const { values, positionals } = parsed;
  if (positionals.length === 0 || values.explain === (values.out !== undefined)) {
    console.error(USAGE);
    return 2;
  }
  const from = standingFolder(process.env, "extract");
  const paths = positionals.map((path) => fromFolder(from, path));
  return values.out === undefined
    ? forEach(paths, printExplanation)
    : writeExtractions(paths, resolve(from, values.out), values.out);
}

async function writeExtractions(paths: readonly string[], out: string, shown: string): Promise<number> {
  mkdirSync(out, { recursive: true });
  let written = 0;
  const exitCode = await forEach(paths, async (input) => {
    const { source, mapping } = await readInput(input, await input.read());
    const original = source.kind === "text" ? source.text : undefined;
    const file = toExtractionFile(basename(input.origin), extractSource(source, mapping), original);
    const path = join(out, `${basename(input.origin).replace(/\.[^.]+$/, "")}.json`);
    writeFileSync(path, `${JSON.stringify(file, null, 2)}\n`);
    written++;
  });
  console.log(`${written} written to ${shown}.`);
  return exitCode;
}

async function printExplanation(input: IngestInput): Promise<void> {
  const { source, mapping, rejections } = await readInput(input, await input.read());
  for (const line of writeExplanation(explain(source, mapping))) console.log(line);
  for (const { place, message } of rejections) console.log(`! ${place === null ? "" : `${place}: `}${message}`);
}

/** Resolves to the exit code; what cannot be read is told, and the rest goes on. */
async function forEach(paths: readonly string[], take: (input: IngestInput) => Promise<void>): Promise<number> {
  let failed = 0;
  for await (const input of expandPaths(paths)) {
    try {
      await take(input);
    } catch (error) {
      if (!(error instanceof IngestError)) throw error;
      console.error(error.message);
      failed++;
    }
  }
  if (failed > 0) console.error(`${failed} could not be read.`);
  return failed === 0 ? 0 : 1;
}
