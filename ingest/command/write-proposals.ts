/** Writes the mappings that are proposed for tables beside them, where a person finds, corrects and renames them. */
import { existsSync, statSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

import type { Rejection } from "../../server/contract/index.ts";
import { proposedName } from "../inputs.ts";

/**
 * What there is to say of it. A file that is there is left as it is, since
 * somebody may be at work on it; a table in an archive has no folder to write to.
 */
export function writeProposals(rejections: readonly Rejection[], workingFolder: string): string[] {
  return rejections.flatMap(({ origin, proposal }) => {
    if (proposal === undefined) return [];
    const path = resolve(workingFolder, proposedName(origin));
    const accepted = proposedName(origin).replace(".proposed.json", ".json");
    if (statSync(resolve(workingFolder, origin), { throwIfNoEntry: false })?.isFile() !== true) {
      return [`The mapping proposed for "${origin}" was not written, since the table is in an archive. Unpack it.`];
    }
    const accept = `Look it through, rename it to ${accepted}, and run this again.`;
    if (existsSync(path)) return [`${proposedName(origin)} was there and was left as it is. ${accept}`];
    try {
      writeFileSync(path, proposal, { flag: "wx" });
    } catch (error) {
      return [`${proposedName(origin)} could not be written (${(error as Error).message}).`];
    }
    return [`A mapping is proposed in ${proposedName(origin)}. ${accept}`];
  });
}
