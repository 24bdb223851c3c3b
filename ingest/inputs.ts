/**
 * What goes into the pipeline: files by name or address, tables with the
 * mapping beside them, folders and archives by what they hold.
 *
 * A file's origin is its address, or its path from the working folder, with `/`
 * between the parts; in an archive it goes on behind the archive's own origin. The same
 * file has the same origin whether it is read here or uploaded.
 */
import { existsSync, readdirSync, statSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { isAbsolute, join, relative, resolve, sep } from "node:path";

import { addressOrigin, fetchWithin, isAddress } from "./addresses.ts";
import { DocumentTooLargeError, IngestError, InvalidMappingError, UnreadableDocumentError } from "./errors.ts";
import { MAX_FILE_BYTES } from "./read/format.ts";

export interface IngestInput {
  readonly origin: string;
  readonly read: () => Promise<Uint8Array>;
  /** The text of the file that declares what the columns mean, for tables. */
  readonly mapping?: string;
}

/** A file before tables and mappings are brought together. */
export interface InputFile {
  readonly origin: string;
  readonly read: () => Promise<Uint8Array>;
}

/** Inputs whose number is known before they are read. */
export interface IngestInputs extends AsyncIterable<IngestInput> {
  readonly total: number;
}

export type AnyInputs = IngestInputs | AsyncIterable<IngestInput> | Iterable<IngestInput>;

const MAPPING_SUFFIX = ".mapping.json";

export function isMappingFile(origin: string): boolean {
  return origin.toLowerCase().endsWith(MAPPING_SUFFIX);
}

/**
 * The files at `paths`, those of a folder in the order of their names.
 *
 * @param relativeTo the folder that origins start from; the working folder where it is missing
 */
export function expandPaths(paths: readonly string[], options: { readonly relativeTo?: string } = {}): IngestInputs {
  return pairMappings(listFiles(paths, options));
}

/** The files at `paths` (addresses first) and in the folders among them, and the mappings beside tables that are named alone. */
export function listFiles(paths: readonly string[], options: { readonly relativeTo?: string } = {}): InputFile[] {
  const from = resolve(options.relativeTo ?? ".");
  const files = new Map<string, InputFile>();
  for (const address of paths.filter(isAddress)) {
    const origin = addressOrigin(address);
    files.set(origin, { origin, read: () => fetchWithin(address, origin) });
  }
  const named = paths.filter((path) => !isAddress(path)).map((path) => resolve(from, path));
  const beside = named.flatMap((path) => mappingNames(path).filter((mapping) => existsSync(mapping)));
  for (const path of [...named, ...beside].flatMap((path) => [...walk(path)])) {
    const origin = toOrigin(path, from);
    files.set(origin, { origin, read: () => readWithin(path, origin) });
  }
  return [...files.values()];
}

/** Relative and with `/`; a file on another drive keeps its whole path. */
export function toOrigin(path: string, from: string): string {
  const relativePath = relative(from, path);
  const chosen = isAbsolute(relativePath) ? path : relativePath;
  return chosen.split(sep).join("/").normalize("NFC");
}

/**
 * Brings each table together with its mapping: `zones.csv` with
 * `zones.mapping.json` or `zones.csv.mapping.json` in the same folder. A
 * mapping without its table stays in the list, to be reported.
 */
export function pairMappings(files: readonly InputFile[]): IngestInputs {
  const mappings = new Map(files.filter(({ origin }) => isMappingFile(origin)).map((file) => [file.origin, file]));
  const used = new Set<InputFile>();
  const paired = files
    .filter((file) => !isMappingFile(file.origin))
    .map((file) => {
      const mapping = mappingNames(file.origin)
        .map((name) => mappings.get(name))
        .find((found) => found !== undefined);
      if (mapping !== undefined) used.add(mapping);
      return { file, mapping };
    });
  const unused = [...mappings.values()].filter((mapping) => !used.has(mapping));
  return {
    total: paired.length + unused.length,
    async *[Symbol.asyncIterator]() {
      for (const { file, mapping } of paired) {
        yield mapping === undefined ? file : await withMapping(file, mapping);
      }
      yield* unused;
    },
  };
}

/** A mapping that cannot be read is told when the table's turn comes, and costs nothing but the table. */
async function withMapping(file: InputFile, mapping: InputFile): Promise<IngestInput> {
  try {
    return { ...file, mapping: new TextDecoder("utf-8", { fatal: true }).decode(await mapping.read()) };
  } catch (error) {
    if (!(error instanceof IngestError || error instanceof TypeError)) throw error;
    const why = error instanceof IngestError ? error.message : "it is not UTF-8. Save it as UTF-8.";
    const told = new InvalidMappingError(`The mapping of "${file.origin}" could not be read: ${why}`, { cause: error });
    return { origin: file.origin, read: () => Promise.reject(told) };
  }
}

function mappingNames(origin: string): string[] {
  return [`${origin}${MAPPING_SUFFIX}`, `${origin.replace(/\.[^./]+$/, "")}${MAPPING_SUFFIX}`];
}

const PROPOSED_SUFFIX = ".mapping.proposed.json";

/** The mapping that is proposed for a table, beside it: `zones.mapping.proposed.json`. Renamed, it is accepted. */
export function proposedName(origin: string): string {
  return `${origin.replace(/\.[^./]+$/, "")}${PROPOSED_SUFFIX}`;
}

/** Notes to people beside the documents, proposals that nobody has accepted, and what systems leave behind. */
export function isLeftOut(name: string): boolean {
  if (name.toLowerCase().endsWith(PROPOSED_SUFFIX)) return true;
  return /^[.~]|^README(?:\.|$)|^(?:Thumbs\.db|desktop\.ini|node_modules|__MACOSX)$/i.test(name);
}

/** Links to folders are not followed, since they may lead in a circle; what is no file cannot be read. */
function* walk(path: string): Generator<string> {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) {
    yield path;
    return;
  }
  const entries = readdirSync(path, { withFileTypes: true }).filter(({ name }) => !isLeftOut(name));
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) yield* walk(inner);
    else if (
      entry.isFile() ||
      (entry.isSymbolicLink() && statSync(inner, { throwIfNoEntry: false })?.isFile() === true)
    )
      yield inner;
  }
}

const READ_FAILURES: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "it may not be read by this user",
  EPERM: "it may not be read by this user",
};

async function readWithin(path: string, origin: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > MAX_FILE_BYTES) {
      throw new DocumentTooLargeError(
        `"${origin}" has ${Math.ceil(size / 1_048_576)} MB; no file may have more than ${MAX_FILE_BYTES / 1_048_576} MB.`,
        MAX_FILE_BYTES,
      );
    }
    return await readFile(path);
  } catch (error) {
    if (error instanceof DocumentTooLargeError) throw error;
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new UnreadableDocumentError(`"${origin}" could not be read: ${READ_FAILURES[code] ?? String(error)}.`, {
      cause: error,
    });
  }
}
