/**
 * `npm run resolve [-- --decisions FILE] [--decided] [--json]`
 *
 * Exit codes: 0 done, 1 something failed, 2 wrong use, 130 interrupted.
 */
import { resolve } from "node:path";

import { readStoreConfig } from "../server/graph/index.ts";
import { isExpected, parseOptions } from "./command/options.ts";
import { runResolve } from "./command/run-resolve.ts";
import { standingFolder } from "./command/standing-folder.ts";

const USAGE = `Usage: npm run resolve -- [--decisions FILE] [--decided] [--json]

Shows which names of the graph were brought together, and which may be one.

  --decisions FILE  takes the decisions of this file from now on, in place of all earlier ones
  --decided         prints the decisions in force, in the form of their file
  --json            prints JSON
  --help            prints this`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const parsed = parseOptions(args, USAGE, {
    decisions: { type: "string" },
    decided: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  });
  if ("exitCode" in parsed) return parsed.exitCode;
  const { values, positionals } = parsed;
  if (positionals.length > 0) {
    console.error(`"${positionals[0]}" is not expected here.\n\n${USAGE}`);
    return 2;
  }
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  process.once("SIGTERM", () => stop.abort());
  try {
    await runResolve(
      {
        ...(values.decisions === undefined
          ? {}
          : { decisions: resolve(standingFolder(process.env, "resolve"), values.decisions) }),
        decided: values.decided,
        json: values.json,
        signal: stop.signal,
        print: (text) => console.log(text),
      },
      readStoreConfig(process.env),
    );
    return 0;
  } catch (error) {
    if (stop.signal.aborted) return 130;
    if (!isExpected(error)) throw error;
    console.error(error.message);
    return 1;
  }
}
