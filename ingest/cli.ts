/**
 * `npm run ingest -- PATH... [--decisions FILE] [--forget ORIGIN] [--strict] [--dry-run] [--files FOLDER]`
 *
 * Exit codes: 0 done, 1 something failed (under --strict also a rejection), 2 wrong use, 130 interrupted.
 */
import { resolve } from "node:path";

import { readStoreConfig } from "../server/graph/index.ts";
import { isExpected, parseOptions } from "./command/options.ts";
import { runIngest } from "./command/run-ingest.ts";
import { fromFolder, standingFolder } from "./command/standing-folder.ts";
import { readOpinionConfig } from "./opinion/index.ts";

const USAGE = `Usage: npm run ingest -- PATH... [--decisions FILE] [--forget ORIGIN] [--strict] [--dry-run] [--files FOLDER]

  PATH              a document, a table with its mapping beside it, a folder, a ZIP file,
                    or the address of one document: http://mirror.local/2024/report.html
  --decisions FILE  takes the decisions about names of this file from now on, in place of all earlier ones
  --forget ORIGIN   removes what came from there: a document, a folder or an archive; may be given again
  --strict          ends with an error at the first thing that cannot be used
  --dry-run         does everything but write
  --files FOLDER    writes what neo4j-admin database import reads, and its command, into an empty folder; touches no store
  --help            prints this`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const parsed = parseOptions(args, USAGE, {
    decisions: { type: "string" },
    forget: { type: "string", multiple: true, default: [] },
    strict: { type: "boolean", default: false },
    "dry-run": { type: "boolean", default: false },
    files: { type: "string" },
  });
  if ("exitCode" in parsed) return parsed.exitCode;
  const { values, positionals } = parsed;
  if (positionals.length === 0 && values.forget.length === 0 && values.decisions === undefined) {
    console.error(USAGE);
    return 2;
  }

  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  process.once("SIGTERM", () => stop.abort());
  try {
    const workingFolder = process.cwd();
    const from = standingFolder(process.env, "ingest");
    const store = readStoreConfig(process.env);
    const opinion = readOpinionConfig(process.env, store.dataFolder);
    await runIngest(
      {
        paths: positionals.map((path) => fromFolder(from, path)),
        ...(values.decisions === undefined ? {} : { decisions: resolve(from, values.decisions) }),
        forget: values.forget,
        strict: values.strict,
        dryRun: values["dry-run"],
        ...(values.files === undefined ? {} : { files: resolve(from, values.files) }),
        workingFolder,
        signal: stop.signal,
        print: (text) => console.log(text),
        ...(opinion === undefined ? {} : { opinion }),
      },
      store,
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
