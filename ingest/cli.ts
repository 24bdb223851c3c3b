/**
 * `npm run ingest -- PATH... [--forget ORIGIN] [--strict] [--dry-run]`
 *
 * Exit codes: 0 done, 1 something failed (under --strict also a rejection), 2 wrong use, 130 interrupted.
 */
import { resolve } from "node:path";
import { parseArgs } from "node:util";

import { GraphError, readStoreConfig, ConfigError } from "../server/graph/index.ts";
import { runIngest } from "./command/run-ingest.ts";
import { standingFolder } from "./command/standing-folder.ts";
import { ServerError } from "./command/upload.ts";
import { IngestError } from "./errors.ts";

const USAGE = `Usage: npm run ingest -- PATH... [--forget ORIGIN] [--strict] [--dry-run]

  PATH             a document, a table with its mapping beside it, a folder or a ZIP file
  --forget ORIGIN  remove what came from there: a document, a folder or an archive; may be given again
  --strict         end with an error at the first thing that cannot be used
  --dry-run        do everything but write`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const parsed = parseArguments(args);
  if (parsed === undefined) return 2;
  const { values, positionals } = parsed;
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (positionals.length === 0 && values.forget.length === 0) {
    console.error(USAGE);
    return 2;
  }

  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  process.once("SIGTERM", () => stop.abort());
  try {
    const workingFolder = process.cwd();
    const from = standingFolder(process.env, "ingest");
    await runIngest(
      {
        paths: positionals.map((path) => resolve(from, path)),
        forget: values.forget,
        strict: values.strict,
        dryRun: values["dry-run"],
        workingFolder,
        signal: stop.signal,
        print: (text) => console.log(text),
      },
      readStoreConfig(process.env),
    );
    return 0;
  } catch (error) {
    if (stop.signal.aborted) {
      console.error("Stopped. What was loaded before is kept; run the same again to go on.");
      return 130;
    }
    if (!isExpected(error)) throw error;
    console.error(error.message);
    return 1;
  }
}

/** What a person can do something about; everything else is a fault of the program and shows its stack. */
function isExpected(error: unknown): error is Error {
  return (
    error instanceof IngestError ||
    error instanceof GraphError ||
    error instanceof ServerError ||
    error instanceof ConfigError
  );
}

function parseArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        forget: { type: "string", multiple: true, default: [] },
        strict: { type: "boolean", default: false },
        "dry-run": { type: "boolean", default: false },
        help: { type: "boolean", default: false, short: "h" },
      },
      allowPositionals: true,
    });
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    return undefined;
  }
}
