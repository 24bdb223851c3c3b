/** What reads a document, by name and version: it is read again when that has changed. */
import { EXTRACTOR } from "./extract/extracted-document.ts";
import type { IngestInput } from "./inputs.ts";
import { sha256Of } from "./read/sha256.ts";

/** Two mappings of one table are two readings of it. */
export function extractorOf(input: Pick<IngestInput, "mapping">): string {
  if (input.mapping === undefined) return EXTRACTOR;
  return `${EXTRACTOR}, mapping ${sha256Of(new TextEncoder().encode(input.mapping)).slice(0, 12)}`;
}
