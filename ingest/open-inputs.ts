/** Inputs with their bytes, archives opened; what cannot be opened stands in its place. */
import { expandArchive, isArchive } from "./archives.ts";
import { IngestError, InvalidMappingError } from "./errors.ts";
import { isMappingFile } from "./inputs.ts";
import type { AnyInputs, IngestInput } from "./inputs.ts";

interface Numbered {
  readonly input: IngestInput;
  /** Of the input as it was given, from 0: all that an archive holds has the archive's. */
  readonly number: number;
}

export type OpenInput = OpenedInput | UnopenedInput;

export interface OpenedInput extends Numbered {
  readonly bytes: Uint8Array;
}

export interface UnopenedInput extends Numbered {
  readonly error: IngestError;
}

export async function* openInputs(inputs: AnyInputs): AsyncGenerator<OpenInput> {
  let number = 0;
  for await (const input of inputs) yield* openOne(input, number++);
}

async function* openOne(input: IngestInput, number: number): AsyncGenerator<OpenInput> {
  try {
    if (isMappingFile(input.origin)) throw strayMapping(input.origin);
    const bytes = await input.read();
    if (!isArchive(input.origin, bytes)) yield { input, number, bytes };
    else for await (const inner of expandArchive(bytes, input.origin)) yield* openOne(inner, number);
  } catch (error) {
    if (!(error instanceof IngestError)) throw error;
    yield { input, number, error };
  }
}

function strayMapping(origin: string): InvalidMappingError {
  return new InvalidMappingError(
    `"${origin}" declares the columns of a table that is not there. Give the table and its mapping together, in one folder.`,
  );
}
