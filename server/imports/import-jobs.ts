/**
 * Imports that the server runs: one after the other, in the order they came,
 * each followed by any number of clients. What has ended is kept on disk, so
 * the list survives a restart; what was running when the server died is shown
 * as failed, and can be sent again (documents already loaded count as unchanged).
 */
import { randomUUID } from "node:crypto";
import { EventEmitter, on } from "node:events";
import { mkdirSync, rmSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";

import type { ImportCounts, ImportJob, Rejection } from "../contract/index.ts";
import type { GraphStore } from "../graph/index.ts";
import { ingest, IngestError, pairMappings, resolveStore, setDecisions } from "../../ingest/index.ts";
import type { IngestProgress, IngestSummary, OpinionConfig, Resolved } from "../../ingest/index.ts";
import { HttpError, publicDetail } from "../http/errors.ts";
import { readKept, writeKept } from "../kept-file.ts";
import type { Logger } from "../logger.ts";

export interface UploadedFile {
  readonly origin: string;
  readonly path: string;
  readonly mediaType: string;
}

export interface Uploads {
  /** Removed when the import has ended. */
  readonly folder: string;
  readonly files: readonly UploadedFile[];
  readonly strict: boolean;
}

const KEPT_JOBS = 200;
const SHOWN_REJECTIONS = 100;
const NO_COUNTS: ImportCounts = {
  documents: 0,
  passages: 0,
  entities: 0,
  relations: 0,
  observations: 0,
  rejected: 0,
  unchanged: 0,
};

export class ImportJobs implements AsyncDisposable {
  readonly uploadFolder: string;
  readonly #historyFile: string;
  readonly #store: GraphStore;
  readonly #logger: Logger;
  readonly #opinion: OpinionConfig | undefined;
  readonly #jobs = new Map<string, ImportJob>();
  readonly #changes = new EventEmitter({ captureRejections: false }).setMaxListeners(0);
  readonly #stop = new AbortController();
  #queue: Promise<void> = Promise.resolve();

  /**
   * @param folder where uploads and the history are kept; made where it is missing
   * @param opinion the model that is asked what the rules missed
   */
  constructor(store: GraphStore, folder: string, logger: Logger, opinion?: OpinionConfig) {
    this.#opinion = opinion;
    this.#store = store;
    this.#logger = logger;
    this.uploadFolder = join(folder, "uploads");
    this.#historyFile = join(folder, "imports.json");
    // What a server that was killed had received belongs to imports that have failed with it.
    rmSync(this.uploadFolder, { recursive: true, force: true });
    mkdirSync(this.uploadFolder, { recursive: true });
    const history = (readKept(this.#historyFile) ?? []) as readonly ImportJob[];
    // What an earlier release kept does not tell of names and second opinions.
    for (const job of history)
      this.#jobs.set(job.id, interrupted({ ...job, names: job.names ?? null, opinion: job.opinion ?? null }));
  }

  start(uploads: Uploads): ImportJob {
    const job: ImportJob = {
      id: randomUUID(),
      stage: "queued",
      origins: uploads.files.map(({ origin }) => origin),
      progress: 0,
      counts: NO_COUNTS,
      rejections: [],
      names: null,
      opinion: null,
      error: null,
      startedAt: new Date().toISOString(),
      endedAt: null,
    };
    this.#update(job);
    this.#queue = this.#queue.then(() => this.#run(job.id, uploads));
    return job;
  }

  /** Newest first. */
  list(): readonly ImportJob[] {
    return [...this.#jobs.values()].reverse();
  }

  /** @throws HttpError import_not_found */
  get(id: string): ImportJob {
    const job = this.#jobs.get(id);
    if (job === undefined) throw new HttpError("import_not_found", `No import has the id "${id}".`);
    return job;
  }

  /**
   * The job now and after every change, up to and with its end.
   * @throws HttpError import_not_found, at once
   */
  follow(id: string, signal: AbortSignal): AsyncIterable<ImportJob> {
    return this.#follow(this.get(id), signal);
  }

  /** Waits for running imports, so that what it removes stays removed. */
  forget(origin: string): Promise<boolean> {
    return this.#afterImports(async (signal) => {
      const isForgotten = await this.#store.forget(origin, signal);
      if (isForgotten) await resolveStore(this.#store, signal);
      return isForgotten;
    });
  }

  /**
   * Takes these decisions about names in place of all earlier ones, after running imports.
   * @throws InvalidDecisionsError
   */
  decide(text: string, file: string): Promise<Resolved> {
    return this.#afterImports(async (signal) => {
      await setDecisions(this.#store, text, file, signal);
      return resolveStore(this.#store, signal);
    });
  }

  #afterImports<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const done = this.#queue.then(() => work(this.#stop.signal));
    this.#queue = done.then(
      () => undefined,
      () => undefined,
    );
    return done;
  }

  /** Ends the running import, of which what is written stays, and every stream of events. */
  stop(): void {
    this.#stop.abort();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.stop();
    await this.#queue;
  }

  async *#follow(first: ImportJob, signal: AbortSignal): AsyncGenerator<ImportJob> {
    const until = AbortSignal.any([signal, this.#stop.signal]);
    // Listening begins before the first value is given out, so no change is missed between the two.
    const changes = on(this.#changes, first.id, { signal: until });
    try {
      yield first;
      if (hasEnded(first)) return;
      for await (const [job] of changes as AsyncIterable<[ImportJob]>) {
        yield job;
        if (hasEnded(job)) return;
      }
    } catch (error) {
      if (!until.aborted) throw error;
    }
  }

  async #run(id: string, uploads: Uploads): Promise<void> {
    const signal = this.#stop.signal;
    try {
      if (signal.aborted) return;
      const inputs = pairMappings(uploads.files.map(({ origin, path }) => ({ origin, read: () => readFile(path) })));
      const summary = await ingest(inputs, this.#store, {
        signal,
        strict: uploads.strict,
        ...(this.#opinion === undefined ? {} : { opinion: this.#opinion }),
        onProgress: (progress) => this.#update(advanced(this.get(id), progress)),
      });
      this.#update(ended(this.get(id), summary));
    } catch (error) {
      if (!signal.aborted) this.#logger.error({ err: error, importId: id }, "import failed");
      this.#update({
        ...this.get(id),
        stage: "failed",
        error: signal.aborted ? INTERRUPTED : error instanceof IngestError ? error.message : publicDetail(error),
        endedAt: new Date().toISOString(),
      });
    } finally {
      this.#saveHistory();
      await this.#remove(uploads.folder);
    }
  }

  async #remove(folder: string): Promise<void> {
    try {
      await rm(folder, { recursive: true, force: true });
    } catch (error) {
      this.#logger.warn({ err: error }, "an upload was not removed");
    }
  }

  #update(job: ImportJob): void {
    this.#jobs.set(job.id, job);
    for (const { id, ...former } of this.#jobs.values()) {
      if (this.#jobs.size <= KEPT_JOBS) break;
      // One that waits or runs is still needed, however many came after it.
      if (hasEnded(former) && id !== job.id) this.#jobs.delete(id);
    }
    this.#changes.emit(job.id, job);
    if (job.stage === "queued") this.#saveHistory();
  }

  /** The history is told to people and nothing more: an import does not fail, and no other waits, where it cannot be kept. */
  #saveHistory(): void {
    try {
      writeKept(this.#historyFile, [...this.#jobs.values()]);
    } catch (error) {
      this.#logger.warn({ err: error }, "the history of imports was not kept");
    }
  }
}

const INTERRUPTED = "The server stopped before this import ended. Send the files again: what was loaded is kept.";

function hasEnded(job: Pick<ImportJob, "stage">): boolean {
  return job.stage === "done" || job.stage === "failed";
}

function interrupted(job: ImportJob): ImportJob {
  return hasEnded(job) ? job : { ...job, stage: "failed", error: INTERRUPTED };
}

function advanced(job: ImportJob, progress: IngestProgress): ImportJob {
  return { ...job, stage: progress.stage, progress: progress.fraction, counts: progress.counts };
}

function ended(job: ImportJob, summary: IngestSummary): ImportJob {
  const rejections: readonly Rejection[] = summary.rejections.slice(0, SHOWN_REJECTIONS);
  return {
    ...job,
    stage: "done",
    progress: 1,
    counts: summary.counts,
    rejections,
    names: summary.names,
    opinion: summary.opinion,
    endedAt: new Date().toISOString(),
  };
}
