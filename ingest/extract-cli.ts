/**
 * `npm run extract -- --out DIR PATH...`: what extraction finds, one JSON file
 * a document, in the form of gold files. Touches no store.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";

import { standingFolder } from "./command/standing-folder.ts";
import { IngestError } from "./errors.ts";
import { toExtractionFile } from "./extract/index.ts";
import { extractSource, readInput } from "./extract-document.ts";
import { expandPaths } from "./inputs.ts";
import type { IngestInput } from "./inputs.ts";

const USAGE = "Usage: npm run extract -- --out DIR PATH...";

process.exitCode = await main(process.argv.slice(2));

/** Resolves to the exit code: 0 all written, 1 something could not be read, 2 wrong use. */
async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments(args);
  if (values.out === undefined || positionals.length === 0) {
    console.error(USAGE);
    return 2;
  }
  const from = standingFolder(process.env, "extract");
  const out = resolve(from, values.out);
  mkdirSync(out, { recursive: true });
  let written = 0;
  let failed = 0;
  for await (const input of expandPaths(positionals.map((path) => resolve(from, path)))) {
    try {
      const path = join(out, `${basename(input.origin).replace(/\.[^.]+$/, "")}.json`);
      writeFileSync(path, `${JSON.stringify(await extract(input), null, 2)}\n`);
      written++;
    } catch (error) {
      if (!(error instanceof IngestError)) throw error;
      console.error(error.message);
      failed++;
    }
  }
  console.log(`${written} written to ${values.out}${failed === 0 ? "" : `, ${failed} could not be read`}.`);
  return failed === 0 ? 0 : 1;
}

async function extract(input: IngestInput): Promise<unknown> {
  const { source, mapping } = await readInput(input, await input.read());
  const original = source.kind === "text" ? source.text : undefined;
  return toExtractionFile(basename(input.origin), extractSource(source, mapping), original);
}

function parseArguments(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { out: { type: "string" } }, allowPositionals: true });
  } catch (error) {
    console.error((error as Error).message);
    return { values: {}, positionals: [] } as { values: { out?: string }; positionals: string[] };
  }
}
