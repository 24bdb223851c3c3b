/**
 * Threads that work on documents, so that all cores are used and a large
 * document holds up nobody else in this process.
 *
 * They are started when there is work, used again, and ended when there has
 * been none for a while. A thread takes several documents at a time; when it
 * ends over them, each is tried again alone, and only the one that ends it
 * alone is given up.
 */
import { availableParallelism } from "node:os";

import type { Rejection } from "../../server/contract/index.ts";
import { faultOf } from "./fault.ts";
import type { WorkInput, WorkResult } from "./work-on.ts";
import { WorkThread } from "./work-thread.ts";
import type { ThreadEnd } from "./work-thread.ts";

export interface WorkPoolOptions {
  /** At most; as many as there are cores where it is missing. */
  readonly threads?: number;
  /** That one thread may take; Node's own limit where it is missing. */
  readonly memoryMb?: number;
}

/** In one message: extraction of 16 short ones together is a fifth faster than of each alone. */
export const GROUP_DOCUMENTS = 16;
const GROUP_BYTES = 256 * 1_024;
const IDLE_MS = 30_000;

interface Job {
  readonly input: WorkInput;
  /** It was there when a thread ended. */
  isSuspect: boolean;
  isCancelled: boolean;
  readonly settle: (result: WorkResult) => void;
  readonly fail: (error: unknown) => void;
}

export class WorkPool implements AsyncDisposable {
  readonly maxThreads: number;
  readonly #memoryMb: number | undefined;
  /** With what each is at. */
  readonly #threads = new Map<WorkThread, readonly Job[]>();
  #waiting: Job[] = [];
  #idleTimer: NodeJS.Timeout | undefined;

  constructor({ threads = availableParallelism(), memoryMb }: WorkPoolOptions = {}) {
    this.maxThreads = threads;
    this.#memoryMb = memoryMb;
  }

  /**
   * Resolves to the document's graph or to what is wrong with it.
   *
   * @throws the reason of the signal; an Error when threads cannot be started
   */
  work(input: WorkInput, signal?: AbortSignal): Promise<WorkResult> {
    if (signal?.aborted === true) return Promise.reject(signal.reason);
    return new Promise((resolve, reject) => {
      const cancel = () => {
        job.isCancelled = true;
        reject(signal?.reason);
        this.#giveUpCancelled();
      };
      const done = () => signal?.removeEventListener("abort", cancel);
      const job: Job = {
        input,
        isSuspect: false,
        isCancelled: false,
        settle: (result) => (done(), resolve(result)),
        fail: (error) => (done(), reject(error)),
      };
      signal?.addEventListener("abort", cancel, { once: true });
      this.#waiting.push(job);
      this.#assign();
    });
  }

  /** Ends the threads; work that is not done is given up. */
  async [Symbol.asyncDispose](): Promise<void> {
    const jobs = [...this.#waiting.splice(0), ...[...this.#threads.values()].flat()];
    for (const job of jobs) job.fail(new Error("The threads were ended before this document was done."));
    await this.#endThreads();
  }

  #assign(): void {
    for (const [thread, jobs] of this.#threads) {
      if (this.#waiting.length === 0) break;
      if (thread.isReady && jobs.length === 0) this.#give(thread, this.#nextGroup());
    }
    const starting = [...this.#threads.keys()].filter(({ isReady }) => !isReady).length;
    if (this.#threads.size < this.maxThreads && this.#waitsForMoreThan(starting)) this.#start();
    this.#rest();
  }

  /** Whether so many groups would leave something: no thread is started for what another will take at once. */
  #waitsForMoreThan(groups: number): boolean {
    if (this.#waiting.length > groups * GROUP_DOCUMENTS) return true;
    const bytes = this.#waiting.reduce((sum, { input }) => sum + input.bytes.length, 0);
    return this.#waiting.length > groups && bytes > groups * GROUP_BYTES;
  }

  /** From the front of what waits: a fair share, not too much at once, and a suspect always alone. */
  #nextGroup(): readonly Job[] {
    const most = Math.min(GROUP_DOCUMENTS, Math.ceil(this.#waiting.length / this.#threads.size));
    let [count, bytes] = [0, 0];
    for (const job of this.#waiting) {
      bytes += job.input.bytes.length;
      if (count > 0 && (count >= most || bytes > GROUP_BYTES || job.isSuspect)) break;
      count++;
      if (job.isSuspect) break;
    }
    return this.#waiting.splice(0, count);
  }

  #give(thread: WorkThread, jobs: readonly Job[]): void {
    this.#threads.set(thread, jobs);
    thread.send(jobs.map(({ input }) => input));
  }

  #start(): void {
    const thread = new WorkThread(this.#memoryMb, {
      onReady: () => this.#assign(),
      onResults: (results) => {
        const jobs = this.#threads.get(thread);
        if (jobs === undefined) return;
        this.#threads.set(thread, []);
        results.forEach((result, i) => jobs[i]!.settle(result));
        this.#assign();
      },
      onEnd: (end) => this.#bury(thread, end),
    });
    this.#threads.set(thread, []);
  }

  #bury(thread: WorkThread, end: ThreadEnd): void {
    const jobs = this.#threads.get(thread)?.filter(({ isCancelled }) => !isCancelled);
    // Undefined where it was ended from here.
    if (jobs === undefined) return;
    this.#threads.delete(thread);
    if (!thread.isReady) {
      // The next one would not start either.
      const error = new Error(`A thread to work on documents did not start: ${end.detail}`);
      for (const job of this.#waiting.splice(0)) job.fail(error);
    } else if (jobs.length === 1) {
      jobs[0]!.settle({ graph: null, rejections: [this.#rejectionOf(jobs[0]!.input.origin, end)] });
    } else {
      for (const job of jobs) job.isSuspect = true;
      this.#waiting.unshift(...jobs);
    }
    this.#assign();
  }

  #rejectionOf(origin: string, { isOutOfMemory, detail }: ThreadEnd): Rejection {
    if (!isOutOfMemory) return faultOf(origin, detail);
    const limit = this.#memoryMb === undefined ? "the memory" : `the ${this.#memoryMb} MB of memory`;
    const message = `"${origin}" needs more than ${limit} that one document may take. Split it into several files.`;
    return { origin, place: null, code: "too_large", message };
  }

  /** A thread that works for nobody any more is ended, since it may have long to go. */
  #giveUpCancelled(): void {
    this.#waiting = this.#waiting.filter(({ isCancelled }) => !isCancelled);
    for (const [thread, jobs] of this.#threads) {
      if (jobs.length === 0 || !jobs.every(({ isCancelled }) => isCancelled)) continue;
      this.#threads.delete(thread);
      void thread.end();
    }
    this.#assign();
  }

  #rest(): void {
    clearTimeout(this.#idleTimer);
    const isBusy = this.#waiting.length > 0 || [...this.#threads.values()].some((jobs) => jobs.length > 0);
    if (!isBusy && this.#threads.size > 0) {
      this.#idleTimer = setTimeout(() => void this.#endThreads(), IDLE_MS).unref();
    }
  }

  async #endThreads(): Promise<void> {
    clearTimeout(this.#idleTimer);
    const threads = [...this.#threads.keys()];
    this.#threads.clear();
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

/** The threads of this process. */
export const sharedPool = new WorkPool();
