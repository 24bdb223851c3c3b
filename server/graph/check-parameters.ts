/** Parameters that would overflow the stack of an engine or of the way to it. */
import type { Parameters } from "./engine.ts";
import { QuerySyntaxError } from "./errors.ts";

/** 200,000 levels crash the embedded engine's process; 5,000 are fine. */
const MAX_DEPTH = 1_000;

/** @throws QuerySyntaxError */
export function refuseDeepParameters(parameters: Parameters): void {
  let level: readonly unknown[] = [parameters];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) throw new QuerySyntaxError(`The parameters are nested more than ${MAX_DEPTH} levels deep.`);
    level = level.flatMap((value) => (typeof value === "object" && value !== null ? Object.values(value) : []));
  }
}
