/**
 * Fills an empty store with the data that comes with the product.
 *
 * A mark in the data folder says that filling began or ended, so that one cut
 * short is taken up at the next start, and data that a person forgot on purpose
 * does not come back.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";

import { expandPaths, ingest } from "../ingest/index.ts";
import type { IngestProgress, IngestSummary } from "../ingest/index.ts";
import type { GraphStore } from "./graph/index.ts";
import { readKept, writeKept } from "./kept-file.ts";

export interface BundledDataOptions {
  /** Folder with the documents and tables. */
  readonly folder: string;
  readonly dataFolder: string;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: IngestProgress) => void;
}

/** Resolves to undefined when there was nothing to do. */
export async function loadBundledData(
  store: GraphStore,
  options: BundledDataOptions,
): Promise<IngestSummary | undefined> {
  const mark = join(options.dataFolder, "bundled-data.json");
  const wasCutShort = existsSync(mark) && readMark(mark) === "begun";
  const isEmpty = (await store.counts(options.signal)).documents === 0;
  if (existsSync(mark) ? !wasCutShort : !isEmpty) return undefined;

  writeMark(mark, "begun");
  const inputs = expandPaths([options.folder], { relativeTo: join(options.folder, "..") });
  const summary = await ingest(inputs, store, { signal: options.signal, onProgress: options.onProgress });
  writeMark(mark, "ended");
  return summary;
}

/** A mark that cannot be read counts as `begun`: filling again changes nothing that is there. */
function readMark(path: string): "begun" | "ended" {
  const mark = readKept(path) as { loading?: unknown } | undefined;
  return mark?.loading === "ended" ? "ended" : "begun";
}

function writeMark(path: string, loading: "begun" | "ended"): void {
  writeKept(path, { loading });
}
