/** What all commands have in common: `--help`, and wrong use that is told with the usage and the exit code 2. */
import { parseArgs } from "node:util";
import type { ParseArgsConfig } from "node:util";

import { ConfigError, GraphError } from "../../server/graph/index.ts";
import { IngestError } from "../errors.ts";
import { ServerError } from "./upload.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;
type Parsed<T extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: T & { help: { type: "boolean"; short: "h" } }; allowPositionals: true }>
>;

/** The options and the rest, or the code to end with when there is nothing more to do: 0 after help, 2 after wrong use. */
export function parseOptions<const T extends Options>(
  args: readonly string[],
  usage: string,
  options: T,
): Parsed<T> | { readonly exitCode: 0 | 2 } {
  try {
    const parsed = parseArgs({
      args: [...args],
      options: { ...options, help: { type: "boolean", short: "h" } },
      allowPositionals: true,
    }) as Parsed<T>;
    if (!(parsed.values as { help?: boolean }).help) return parsed;
    console.log(usage);
    return { exitCode: 0 };
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    return { exitCode: 2 };
  }
}

/** What a person can do something about; everything else is a fault of the program and shows its stack. */
export function isExpected(error: unknown): error is Error {
  return (
    error instanceof IngestError ||
    error instanceof GraphError ||
    error instanceof ServerError ||
    error instanceof ConfigError
  );
}
