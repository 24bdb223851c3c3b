/**
 * The whole way of a document, from its bytes to the graph: read, extract,
 * resolve, load. Each stage is a folder beside this file; they meet only here.
 */
import type { ImportCounts, ImportStage, Rejection } from "../server/contract/index.ts";
import type { GraphStore } from "../server/graph/index.ts";
import type { IngestInput, IngestInputs } from "./inputs.ts";

export interface IngestOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: IngestProgress) => void;
  /** Makes the first rejection fatal. */
  readonly strict?: boolean;
  /** Does everything but write. */
  readonly dryRun?: boolean;
}

export interface IngestProgress {
  readonly stage: ImportStage;
  readonly origin: string;
  /** 0 to 1; stays 0 while the number of inputs is unknown. */
  readonly fraction: number;
  readonly counts: ImportCounts;
}

export interface IngestSummary {
  readonly counts: ImportCounts;
  readonly rejections: readonly Rejection[];
  /** Documents that are in the graph under another origin, byte for byte. */
  readonly duplicates: readonly { readonly origin: string; readonly sameAs: string }[];
  readonly seconds: number;
}

export type AnyInputs = IngestInputs | AsyncIterable<IngestInput> | Iterable<IngestInput>;

export async function ingest(
  inputs: AnyInputs,
  store: GraphStore,
  options: IngestOptions = {},
): Promise<IngestSummary> {
  void inputs;
  void store;
  void options;
  throw new Error("being wired");
}
