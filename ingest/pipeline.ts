/**
 * The whole way of a document, from its bytes to the graph: read, extract,
 * resolve, load, and, where the user names a model, a second opinion before
 * names are brought together. Each is a folder beside this file; they meet only here.
 *
 * Threads work on what comes next while this one takes what is done, in the
 * order of the inputs, and writes it; a bounded number of documents is in memory.
 * What cannot be used is reported and the rest goes on.
 */
import { setMaxListeners } from "node:events";

import type { ImportCounts, ImportStage, NameCounts, OpinionCounts, Rejection } from "../server/contract/index.ts";
import type { GraphStore } from "../server/graph/index.ts";
import { ahead } from "./ahead.ts";
import { IngestCounts } from "./counts.ts";
import { RejectedError } from "./errors.ts";
import { extractorOf } from "./extractor.ts";
import type { AnyInputs, IngestInput } from "./inputs.ts";
import { KnownDocuments } from "./known-documents.ts";
import { Loader } from "./load/index.ts";
import { openInputs } from "./open-inputs.ts";
import type { OpenInput, UnopenedInput } from "./open-inputs.ts";
import { SecondOpinion } from "./opinion/index.ts";
import type { OpinionConfig } from "./opinion/index.ts";
import { sha256Aside } from "./read/sha256.ts";
import { isResolved, resolveStore } from "./resolve/index.ts";
import type { ResolvedStore } from "./resolve/index.ts";
import { GROUP_DOCUMENTS, sharedPool } from "./work/index.ts";
import type { WorkPool, WorkResult } from "./work/index.ts";

export interface IngestOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: IngestProgress) => void;
  /** Makes the first rejection fatal. */
  readonly strict?: boolean;
  /** Does everything but write. */
  readonly dryRun?: boolean;
  /** The threads that work on documents; those of this process where it is missing. */
  readonly pool?: WorkPool;
  /** The model that is asked what the rules missed; nobody is where it is missing. */
  readonly opinion?: OpinionConfig;
}

export interface IngestProgress {
  readonly stage: ImportStage;
  /** Empty while names are resolved, which is over all documents. */
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
  /** Null where no model was to be asked. */
  readonly opinion: OpinionCounts | null;
  readonly seconds: number;
}

export interface Duplicate {
  readonly origin: string;
  readonly sameAs: string;
}

/** As much of a store as ingest needs. */
export type TargetStore = Pick<GraphStore, "origins"> & ResolvedStore;

const KEPT_REJECTIONS = 10_000;
/** How far a document is when a stage begins. */
const STAGE_SHARE = { read: 0, extract: 0.2, load: 0.8 } as const;
/** Documents for each thread that are read ahead: as many as it works on, and as many that wait for it. */
const AHEAD_DOCUMENTS = 2 * GROUP_DOCUMENTS;
const AHEAD_BYTES = 64 * 1_048_576;

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

type Begun = UnopenedInput | Document;

/** Bytes with what is known of them, and work that may have begun. */
interface Document extends Pick<OpenInput, "input" | "number"> {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly extractor: string;
  /** Undefined where it seemed to be in the graph. */
  readonly work: Promise<WorkResult> | undefined;
}

class Ingest {
  readonly #options: IngestOptions;
  readonly #store: TargetStore;
  readonly #pool: WorkPool;
  readonly #loader: Loader;
  readonly #counts = new IngestCounts();
  readonly #rejections: Rejection[] = [];
  readonly #duplicates = new Map<string, { input: IngestInput; sha256: string; sameAs: string }>();
  readonly #end = new AbortController();
  /** Aborts when this run ends, too, so that nothing is worked on for it any more. */
  readonly #working: AbortSignal;
  readonly #opinion: SecondOpinion | undefined;
  #known = new KnownDocuments([]);
  #total = 0;

  constructor(store: TargetStore, options: IngestOptions) {
    this.#store = store;
    this.#options = options;
    this.#pool = options.pool ?? sharedPool;
    // Every document under way listens to it.
    this.#working = withoutLimit(
      AbortSignal.any([this.#end.signal, ...(options.signal === undefined ? [] : [options.signal])]),
    );
    if (options.opinion !== undefined) this.#opinion = new SecondOpinion(options.opinion, this.#working);
    this.#loader = new Loader(store, {
      signal: options.signal,
      // What is counted is durable: a process that dies right after has not promised more than it kept.
      onWritten: (graphs) => graphs.forEach((graph) => this.#counts.add(graph)),
      onRefused: ({ document: { origin } }, { message }) =>
        this.#reject({ origin, place: null, code: "invalid_graph", message }),
    });
  }

  async run(inputs: AnyInputs): Promise<IngestSummary> {
    const startedAt = performance.now();
    this.#total = "total" in inputs ? inputs.total : Array.isArray(inputs) ? inputs.length : 0;
    let names: NameCounts | null = null;
    this.#known = new KnownDocuments(await this.#store.origins(this.#options.signal));
    try {
      await this.#takeAll(inputs);
      await this.#takeOrphans();
      await this.#loader.finish();
      names = await this.#resolveNames();
    } finally {
      this.#end.abort();
      // Whoever called may close the store: nothing is left under way.
      await this.#loader.settle();
    }
    return {
      counts: this.#counts.current(),
      rejections: this.#rejections,
      duplicates: [...this.#duplicates.values()].map(({ input, sameAs }) => ({ origin: input.origin, sameAs })),
      names,
      opinion: this.#opinion?.counts() ?? null,
      seconds: (performance.now() - startedAt) / 1000,
    };
  }

  /** Over all documents of the store: what one of them says may tell what another means. */
  async #resolveNames(): Promise<NameCounts | null> {
    const { dryRun, signal } = this.#options;
    if (dryRun === true || (await isResolved(this.#store, signal))) return null;
    this.#report("resolve", "", 1);
    const { merges, doubts } = await resolveStore(this.#store, signal);
    return { merges: merges.length, doubts: doubts.length };
  }

  async #takeAll(inputs: AnyInputs): Promise<void> {
    const begin = (opened: OpenInput, others: readonly Begun[]) => this.#begin(opened, others);
    const begun = ahead<OpenInput, Begun>(openInputs(inputs), begin, {
      items: this.#pool.maxThreads * AHEAD_DOCUMENTS,
      weight: AHEAD_BYTES,
      weightOf: (opened) => ("bytes" in opened ? opened.bytes.length : 0),
    });
    for await (const document of begun) await this.#take(document);
  }

  async #begin(opened: OpenInput, others: readonly Begun[]): Promise<Begun> {
    if (!("bytes" in opened)) return opened;
    const sha256 = await sha256Aside(opened.bytes);
    const document = { ...opened, sha256, extractor: extractorOf(opened.input, this.#options.opinion) };
    // What comes before it may change this, so it is asked again when it is its turn.
    const seemsNew = this.#isNew(document) && !others.some((other) => "sha256" in other && other.sha256 === sha256);
    const work = seemsNew ? this.#work(document) : undefined;
    // Told when it is its turn; until then it must not count as unhandled.
    work?.catch(() => undefined);
    return { ...document, work };
  }

  #isNew({ input, sha256, extractor }: Omit<Document, "work">): boolean {
    return this.#known.compare(input.origin, sha256, extractor) === "new";
  }

  async #work({ input, bytes, extractor }: Omit<Document, "work">): Promise<WorkResult> {
    const { origin, mapping } = input;
    const opinion = this.#opinion;
    const work = { origin, bytes, extractor, ...(mapping === undefined ? {} : { mapping }) };
    if (opinion === undefined) return this.#pool.work(work, this.#working);
    const { text, ...result } = await this.#pool.work({ ...work, withText: true }, this.#working);
    if (result.graph === null || text === undefined) return result;
    return { ...result, graph: await opinion.complete(result.graph, text) };
  }

  async #take(begun: Begun): Promise<void> {
    const { input, number } = begun;
    const { origin } = input;
    this.#options.signal?.throwIfAborted();
    const report = (stage: keyof typeof STAGE_SHARE) =>
      this.#report(stage, origin, (number + STAGE_SHARE[stage]) / this.#total);
    report("read");
    if (!("bytes" in begun)) {
      this.#reject({ origin, place: null, code: begun.error.code, message: begun.error.message });
      return;
    }
    const { sha256, extractor } = begun;
    const known = this.#known.compare(origin, sha256, extractor);
    if (known !== "new") {
      this.#counts.unchanged++;
      if (known !== "unchanged") this.#duplicates.set(origin, { input, sha256, sameAs: known.sameAs });
      return;
    }

    report("extract");
    const { graph, rejections } = await (begun.work ?? this.#work(begun));
    rejections.forEach((rejection) => this.#reject(rejection));
    if (graph === null) return;

    report("load");
    if (this.#options.dryRun === true) this.#counts.add(graph);
    else await this.#loader.load(graph);
    this.#known.add(origin, { sha256, extractor: graph.document.extractor ?? extractor });
  }

  /** A copy was left out because of another origin, which has since changed: now the copy is the source. */
  async #takeOrphans(): Promise<void> {
    for (const [origin, { input, sha256 }] of this.#duplicates) {
      if (this.#known.holds(sha256)) continue;
      this.#duplicates.delete(origin);
      this.#counts.unchanged--;
      await this.#takeAll([input]);
    }
  }

  #reject(rejection: Rejection): void {
    this.#counts.rejected++;
    if (this.#rejections.length < KEPT_REJECTIONS) this.#rejections.push(rejection);
    if (this.#options.strict === true) throw new RejectedError(rejection);
  }

  #report(stage: ImportStage, origin: string, fraction: number): void {
    this.#options.onProgress?.({
      stage,
      origin,
      fraction: this.#total === 0 ? 0 : Math.min(1, fraction),
      counts: this.#counts.current(),
    });
  }
}

function withoutLimit(signal: AbortSignal): AbortSignal {
  setMaxListeners(0, signal);
  return signal;
}
