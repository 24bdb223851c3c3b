/** What reads a document, by name and version: it is read again when that has changed. */
import { EXTRACTOR } from "./extract/extracted-document.ts";
import type { IngestInput } from "./inputs.ts";
import { opinionName } from "./opinion/index.ts";
import type { OpinionConfig } from "./opinion/index.ts";
import { sha256Of } from "./read/sha256.ts";

/** Two mappings of one table are two readings of it. */
export function extractorOf(input: Pick<IngestInput, "mapping">, opinion?: OpinionConfig): string {
  // Nobody is asked about a table: a person has declared what it says.
  if (input.mapping === undefined) return opinion === undefined ? EXTRACTOR : `${EXTRACTOR}, ${opinionName(opinion)}`;
  return `${EXTRACTOR}, mapping ${sha256Of(new TextEncoder().encode(input.mapping)).slice(0, 12)}`;
}
