/**
 * Imports that the server runs: one after the other, in the order they came,
 * each followed by any number of clients. What has ended is kept on disk, so
 * the list survives a restart; what was running when the server died is shown
 * as failed, and can be sent again (documents already loaded count as unchanged).
 */
import { randomUUID } from "node:crypto";
import { EventEmitter, on } from "node:events";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";

import type { ImportCounts, ImportJob, Rejection } from "../contract/index.ts";
import type { GraphStore } from "../graph/index.ts";
import { ingest, pairMappings } from "../../ingest/index.ts";
import type { IngestProgress, IngestSummary } from "../../ingest/index.ts";
import { HttpError } from "../http/errors.ts";
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
  readonly #jobs = new Map<string, ImportJob>();
  readonly #changes = new EventEmitter({ captureRejections: false }).setMaxListeners(0);
  readonly #stop = new AbortController();
  #queue: Promise<void> = Promise.resolve();

  /** @param folder where uploads and the history are kept; made where it is missing */
  constructor(store: GraphStore, folder: string, logger: Logger) {
    this.#store = store;
    this.#logger = logger;
    this.uploadFolder = join(folder, "uploads");
    this.#historyFile = join(folder, "imports.json");
    mkdirSync(this.uploadFolder, { recursive: true });
    for (const job of readHistory(this.#historyFile)) this.#jobs.set(job.id, interrupted(job));
  }

  start(uploads: Uploads): ImportJob {
    const job: ImportJob = {
      id: randomUUID(),
      stage: "queued",
      origins: uploads.files.map(({ origin }) => origin),
      progress: 0,
      counts: NO_COUNTS,
      rejections: [],
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
  async forget(origin: string): Promise<boolean> {
    const forgotten = this.#queue.then(() => this.#store.forget(origin, this.#stop.signal));
    this.#queue = forgotten.then(
      () => undefined,
      () => undefined,
    );
    return forgotten;
  }

  /** Ends the running import after its current document, and every stream of events. */
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
        onProgress: (progress) => this.#update(advanced(this.get(id), progress)),
      });
      this.#update(ended(this.get(id), summary));
    } catch (error) {
      if (!signal.aborted) this.#logger.error({ err: error, importId: id }, "import failed");
      this.#update({
        ...this.get(id),
        stage: "failed",
        error: signal.aborted ? INTERRUPTED : error instanceof Error ? error.message : String(error),
        endedAt: new Date().toISOString(),
      });
    } finally {
      await rm(uploads.folder, { recursive: true, force: true });
      this.#saveHistory();
    }
  }

  #update(job: ImportJob): void {
    this.#jobs.delete(job.id);
    this.#jobs.set(job.id, job);
    for (const id of this.#jobs.keys()) {
      if (this.#jobs.size <= KEPT_JOBS) break;
      this.#jobs.delete(id);
    }
    this.#changes.emit(job.id, job);
    if (job.stage === "queued") this.#saveHistory();
  }

  #saveHistory(): void {
    // Written beside and renamed, so that a crash leaves the old list or the new one.
    const beside = `${this.#historyFile}.new`;
    writeFileSync(beside, JSON.stringify([...this.#jobs.values()], null, 1));
    renameSync(beside, this.#historyFile);
  }
}

const INTERRUPTED = "The server stopped before this import ended. Send the files again: what was loaded is kept.";

function hasEnded(job: ImportJob): boolean {
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
    endedAt: new Date().toISOString(),
  };
}

function readHistory(file: string): readonly ImportJob[] {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
  return JSON.parse(text) as readonly ImportJob[];
}
