/**
 * The whole way of a document, from its bytes to the graph: read, extract,
 * resolve, load. Each stage is a folder beside this file; they meet only here.
 *
 * One document is in memory at a time, and the next is read while the last is
 * written. What cannot be used is reported and the rest goes on.
 */
import type { ImportCounts, ImportStage, NameCounts, Rejection } from "../server/contract/index.ts";
import { InvalidGraphError } from "../server/graph/index.ts";
import type { DocumentGraph, GraphStore } from "../server/graph/index.ts";
import { expandArchive, isArchive } from "./archives.ts";
import { IngestCounts } from "./counts.ts";
import { IngestError, InvalidMappingError, RejectedError } from "./errors.ts";
import { extractorOf, extractSource, readInput } from "./extract-document.ts";
import { isMappingFile } from "./inputs.ts";
import type { IngestInput, IngestInputs } from "./inputs.ts";
import { KnownDocuments } from "./known-documents.ts";
import { Loader } from "./load/index.ts";
import { sha256Of } from "./read/index.ts";
import { isResolved, resolveDocument, resolveStore } from "./resolve/index.ts";
import type { ResolvedStore } from "./resolve/index.ts";

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
  /** The first 10,000; `counts.rejected` has their number. */
  readonly rejections: readonly Rejection[];
  /** Documents that are in the graph under another origin, byte for byte. */
  readonly duplicates: readonly Duplicate[];
  /** Names of all documents that are one entity, and pairs that may be; null where nothing had changed. */
  readonly names: NameCounts | null;
  readonly seconds: number;
}

export interface Duplicate {
  readonly origin: string;
  readonly sameAs: string;
}

/** As much of a store as ingest needs. */
export type TargetStore = Pick<GraphStore, "origins" | "write"> & ResolvedStore;

export type AnyInputs = IngestInputs | AsyncIterable<IngestInput> | Iterable<IngestInput>;

const KEPT_REJECTIONS = 10_000;
/** How far a document is when a stage begins. */
const STAGE_SHARE = { read: 0, extract: 0.2, resolve: 0.7, load: 0.8 } as const;

/**
 * Brings documents into the graph. Running it twice changes nothing.
 *
 * @throws RejectedError under `strict`; whatever the store throws; the signal's reason when it aborts
 */
export async function ingest(
  inputs: AnyInputs,
  store: TargetStore,
  options: IngestOptions = {},
): Promise<IngestSummary> {
  return new Ingest(store, options).run(inputs);
}

class Ingest {
  readonly #options: IngestOptions;
  readonly #store: TargetStore;
  readonly #loader: Loader;
  readonly #counts = new IngestCounts();
  readonly #rejections: Rejection[] = [];
  readonly #duplicates = new Map<string, { input: IngestInput; sha256: string; sameAs: string }>();
  #known = new KnownDocuments([]);
  /** Being written; counted once that is done. */
  #loading: DocumentGraph | undefined;
  #total = 0;
  #done = 0;

  constructor(store: TargetStore, options: IngestOptions) {
    this.#store = store;
    this.#options = options;
    this.#loader = new Loader(store, options.signal);
  }

  async run(inputs: AnyInputs): Promise<IngestSummary> {
    const startedAt = performance.now();
    this.#total = "total" in inputs ? inputs.total : Array.isArray(inputs) ? inputs.length : 0;
    let names: NameCounts | null = null;
    this.#known = new KnownDocuments(await this.#store.origins(this.#options.signal));
    try {
      for await (const input of inputs) {
        await this.#take(input);
        this.#done++;
      }
      await this.#takeOrphans();
      await this.#finishLoading();
      names = await this.#resolveNames();
    } finally {
      // Whoever called may close the store: nothing is left under way.
      await this.#loader.settle();
    }
    return {
      counts: this.#counts.current(),
      rejections: this.#rejections,
      duplicates: [...this.#duplicates.values()].map(({ input, sameAs }) => ({ origin: input.origin, sameAs })),
      names,
      seconds: (performance.now() - startedAt) / 1000,
    };
  }

  /** Over all documents of the store: what one of them says may tell what another means. */
  async #resolveNames(): Promise<NameCounts | null> {
    const { dryRun, signal } = this.#options;
    if (dryRun === true || (await isResolved(this.#store, signal))) return null;
    const { merges, doubts } = await resolveStore(this.#store, signal);
    return { merges: merges.length, doubts: doubts.length };
  }

  async #take(input: IngestInput): Promise<void> {
    this.#options.signal?.throwIfAborted();
    this.#report("read", input.origin);
    try {
      if (isMappingFile(input.origin)) throw strayMapping(input.origin);
      const bytes = await input.read();
      if (isArchive(input.origin, bytes)) {
        for await (const inner of expandArchive(bytes, input.origin)) await this.#take(inner);
      } else await this.#takeDocument(input, bytes);
    } catch (error) {
      if (!(error instanceof IngestError) || error instanceof RejectedError) throw error;
      this.#reject({ origin: input.origin, place: null, code: error.code, message: error.message });
    }
  }

  async #takeDocument(input: IngestInput, bytes: Uint8Array): Promise<void> {
    const { origin } = input;
    const sha256 = sha256Of(bytes);
    const extractor = extractorOf(input);
    const known = this.#known.compare(origin, sha256, extractor);
    if (known !== "new") {
      this.#counts.unchanged++;
      if (known !== "unchanged") this.#duplicates.set(origin, { input, sha256, sameAs: known.sameAs });
      return;
    }
    const { source, rejections, mapping } = await readInput(input, bytes);
    rejections.forEach((rejection) => this.#reject(rejection));

    this.#report("extract", origin);
    const extracted = extractSource(source, mapping);
    extracted.rejections.forEach((rejection) => this.#reject(rejection));

    this.#report("resolve", origin);
    const { graph, rejections: refused } = resolveDocument(source, extracted, extractor);
    refused.forEach((rejection) => this.#reject(rejection));

    this.#report("load", origin);
    await this.#load(graph);
    this.#known.add(origin, { sha256, extractor });
  }

  async #load(graph: DocumentGraph): Promise<void> {
    if (this.#options.dryRun === true) {
      this.#counts.add(graph);
      return;
    }
    await this.#finishLoading();
    this.#loading = graph;
    await this.#loader.load(graph);
  }

  /** What is counted is durable: a process that dies right after has not promised more than it kept. */
  async #finishLoading(): Promise<void> {
    const loading = this.#loading;
    this.#loading = undefined;
    try {
      await this.#loader.finish();
      if (loading !== undefined) this.#counts.add(loading);
    } catch (error) {
      // The graph of one document is wrong, and nothing of it was written; the others are fine.
      if (!(error instanceof InvalidGraphError)) throw error;
      this.#reject({ origin: this.#loader.origin, place: null, code: "invalid_graph", message: error.message });
    }
  }

  /** A copy was left out because of another origin, which has since changed: now the copy is the source. */
  async #takeOrphans(): Promise<void> {
    for (const [origin, { input, sha256 }] of this.#duplicates) {
      if (this.#known.holds(sha256)) continue;
      this.#duplicates.delete(origin);
      this.#counts.unchanged--;
      await this.#take(input);
    }
  }

  #reject(rejection: Rejection): void {
    this.#counts.rejected++;
    if (this.#rejections.length < KEPT_REJECTIONS) this.#rejections.push(rejection);
    if (this.#options.strict === true) throw new RejectedError(rejection);
  }

  #report(stage: keyof typeof STAGE_SHARE, origin: string): void {
    const fraction = this.#total === 0 ? 0 : Math.min(1, (this.#done + STAGE_SHARE[stage]) / this.#total);
    this.#options.onProgress?.({ stage, origin, fraction, counts: this.#counts.current() });
  }
}

function strayMapping(origin: string): InvalidMappingError {
  return new InvalidMappingError(
    `"${origin}" declares the columns of a table that is not there. Give the table and its mapping together, in one folder.`,
  );
}
