/**
 * `npm run export -- PATH`: the whole graph as a file, or as tables in a folder.
 *
 * Exit codes: 0 done, 1 something failed, 2 wrong use, 130 interrupted.
 */
import { resolve } from "node:path";

import { isExpected, parseOptions } from "../ingest/command/options.ts";
import { standingFolder } from "../ingest/command/standing-folder.ts";
import { exportTargets, runExport } from "./export/run-export.ts";
import { readStoreConfig } from "./graph/index.ts";

const USAGE = `Usage: npm run export -- PATH

  PATH  NAME.graphml, NAME.gexf or NAME.jsonl writes the whole graph into this file;
        a folder gets it as tables: entities.csv, relations.csv, passages.csv, observations.csv

  The explorer may run meanwhile. What is there under the name already is replaced once the new file is complete.`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const parsed = parseOptions(args, USAGE, {});
  if ("exitCode" in parsed) return parsed.exitCode;
  const [path, ...others] = parsed.positionals;
  const targets =
    path === undefined || others.length > 0
      ? undefined
      : exportTargets(resolve(standingFolder(process.env, "export"), path));
  if (targets === undefined) {
    console.error(USAGE);
    return 2;
  }
  const stop = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => stop.abort());
  try {
    await runExport(targets, readStoreConfig(process.env), stop.signal, (file) => console.log(file));
    return 0;
  } catch (error) {
    if (stop.signal.aborted) {
      console.error("Stopped. What is complete is kept.");
      return 130;
    }
    if (!isExpected(error) && !isFileFault(error)) throw error;
    console.error(error.message);
    return 1;
  }
}

/** A path that cannot be written, a disk that is full: told in the system's words, which name the path. */
function isFileFault(error: unknown): error is Error {
  return error instanceof Error && "syscall" in error;
}
