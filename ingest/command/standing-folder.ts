import { resolve } from "node:path";

import { isAddress } from "../addresses.ts";

/** Where the person stands who typed the command: npm runs scripts in the package's root, whatever folder that was. */
export function standingFolder(env: Readonly<Record<string, string | undefined>>, script: string): string {
  const typedIn = env["npm_lifecycle_event"] === script ? env["INIT_CWD"] : undefined;
  return typedIn ?? process.cwd();
}

/** What a person names, from where they stand: a path, or an address as it is. */
export function fromFolder(folder: string, named: string): string {
  return isAddress(named) ? named : resolve(folder, named);
}
