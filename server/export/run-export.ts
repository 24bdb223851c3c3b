/** The whole graph into files: from the store, or through the explorer that has it open. */
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";

import { findRunningServer } from "../../ingest/command/running-server.ts";
import { EXPORT_FILES } from "../contract/index.ts";
import type { ExportFile, Problem } from "../contract/index.ts";
import { openStore, StoreUnavailableError } from "../graph/index.ts";
import type { StoreConfig } from "../graph/index.ts";
import { EXPORT_FORMATS } from "./export-formats.ts";

/** Where each file goes. */
export type ExportTargets = ReadonlyMap<ExportFile, string>;

/** @param place a file by whose ending the format is told, or a folder for tables; undefined for any other ending */
export function exportTargets(place: string): ExportTargets | undefined {
  const ending = extname(basename(place));
  if (ending === "") {
    return new Map(EXPORT_FILES.filter((file) => file.endsWith(".csv")).map((file) => [file, join(place, file)]));
  }
  const file = EXPORT_FILES.find((candidate) => candidate === `graph${ending}`);
  return file && new Map([[file, place]]);
}

/**
 * @param onFile with the path of each that is complete
 * @throws GraphError; what the file system says
 */
export async function runExport(
  targets: ExportTargets,
  config: StoreConfig,
  signal: AbortSignal,
  onFile: (path: string) => void,
): Promise<void> {
  // The embedded store can be open once only: the explorer that has it hands its graph out.
  const url = config.kind === "embedded" ? await findRunningServer(config.dataFolder) : undefined;
  if (url !== undefined) {
    for (const [file, path] of targets) {
      await save(path, await download(url, file, signal), signal);
      onFile(path);
    }
    return;
  }
  await using store = await openStore(config);
  for (const [file, path] of targets) {
    const graph = await store.wholeGraph(signal);
    await save(path, Readable.from(EXPORT_FORMATS[file].write(graph)), signal);
    onFile(path);
  }
}

async function download(url: string, file: ExportFile, signal: AbortSignal): Promise<Readable> {
  const answer = await fetch(new URL(`/api/export/${file}`, url), { signal });
  if (answer.ok && answer.body !== null) return Readable.fromWeb(answer.body as ReadableStream);
  const problem = (await answer.json().catch(() => undefined)) as Problem | undefined;
  throw new StoreUnavailableError(
    `The explorer at ${url} gives nothing out: ${problem?.detail ?? `status ${answer.status}`}`,
  );
}

/** Under its name only when it is complete. */
async function save(path: string, content: Readable, signal: AbortSignal): Promise<void> {
  const unfinished = `${path}.unfinished`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await pipeline(content, createWriteStream(unfinished), { signal });
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
