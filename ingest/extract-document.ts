/** From the bytes of one input to what extraction says of it: the stages that need no store. */
import { InvalidMappingError } from "./errors.ts";
import { extractTable, extractTextDocument, guessMapping, parseMapping } from "./extract/index.ts";
import type { ExtractedDocument, Mapping } from "./extract/index.ts";
import type { IngestInput } from "./inputs.ts";
import { readSource } from "./read/index.ts";
import type { Reading, Source, TableSource } from "./read/index.ts";

/** @throws IngestError when the bytes or the mapping cannot be used */
export async function readInput(
  input: Pick<IngestInput, "origin" | "mapping">,
  bytes: Uint8Array,
): Promise<Reading & { mapping: Mapping | undefined }> {
  const mapping = input.mapping === undefined ? undefined : parseMapping(input.mapping, input.origin);
  const sheet = mapping?.sheet;
  const reading = await readSource(bytes, { origin: input.origin, ...(sheet === undefined ? {} : { sheet }) });
  return { ...reading, mapping };
}

/** @throws InvalidMappingError when a table has no mapping, or one that does not fit */
export function extractSource(source: Source, mapping: Mapping | undefined): ExtractedDocument {
  if (source.kind === "text") return extractTextDocument(source);
  if (mapping !== undefined) return extractTable(source, mapping);
  throw needsMapping(source);
}

export function needsMapping(source: TableSource): InvalidMappingError {
  const name = source.origin.slice(source.origin.lastIndexOf("/") + 1).replace(/\.[^.]+$/, "");
  const what = `"${source.origin}" is a table, and nothing says what its columns mean.`;
  const guess = guessMapping(source);
  if (guess === undefined) {
    return new InvalidMappingError(
      `${what} Put ${name}.mapping.json beside it. ` +
        `Its columns are: ${source.columns.filter((column) => column !== "").join(", ")}.`,
    );
  }
  const left = guess.unused.length === 0 ? "" : ` It leaves out: ${guess.unused.join(", ")}.`;
  return new InvalidMappingError(
    `${what} A mapping is proposed by its heads and cells: see whether it is right, ` +
      `correct it, and put it beside the table as ${name}.mapping.json.${left}`,
    { proposal: guess.text },
  );
}
