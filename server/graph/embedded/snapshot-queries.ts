/**
 * People's own queries, each on a copy of the store in a process of its own.
 *
 * A query is stopped by ending its process, which must not take the store
 * with it; the file of the store can be open once only, so there is a copy.
 * The copy is made again when somebody asks and the data has moved since.
 */
import { rm, stat } from "node:fs/promises";

import type { UserQuery, UserQueryPart } from "../engine.ts";
import { QueryCancelledError, QueryMemoryError, QueryTimeoutError, StoreUnavailableError } from "../errors.ts";
import { ChildGoneError, EngineFault } from "./engine-child.ts";
import type { EngineChild } from "./engine-child.ts";
import { toGraphError } from "./engine-faults.ts";
import { KeptChild } from "./kept-child.ts";
import type { GuardedAnswer, RowBatch } from "./protocol.ts";
import { Slots } from "./slots.ts";

export interface SnapshotOptions {
  /** How many bytes one query may take. */
  readonly memoryGrowth: number;
  readonly concurrency: number;
}

interface Snapshot {
  readonly version: number;
  readonly path: string;
  readonly child: KeptChild;
  /** Of the file, in bytes. */
  readonly size: number;
  /** Files up to this size fit into the memory that the process may have. */
  readonly roomFor: number;
  users: number;
  isOld: boolean;
}

/** An answer whose rows are on their way. */
interface OpenAnswer {
  readonly snapshot: Snapshot;
  readonly child: EngineChild;
  readonly number: number;
  readonly first: GuardedAnswer;
}

/** So many answers may be half-read for each query that may run. */
const OPEN_ANSWERS = 4;
/** The copy of a file larger than this is not made again before ten times as long has passed as it took to make. */
const LARGE_FILE_BYTES = 64 * 1024 * 1024;
/** A query is asked again when another one, in the same process, was stopped; not for ever. */
const ATTEMPTS = 8;

export class SnapshotQueries {
  readonly #path: string;
  readonly #options: SnapshotOptions;
  readonly #copy: (path: string) => Promise<unknown>;
  /** Queries that the engine works on. */
  readonly #slots: Slots;
  /** Those, and answers that are not all read yet. */
  readonly #answers: Slots;
  #snapshot: Promise<Snapshot> | undefined;
  #madeAt = 0;
  #makingMs = 0;
  #numbers = 0;

  /** @param copy writes the store as it is to a path */
  constructor(path: string, options: SnapshotOptions, copy: (path: string) => Promise<unknown>) {
    this.#path = path;
    this.#options = options;
    this.#copy = copy;
    this.#slots = new Slots(options.concurrency);
    this.#answers = new Slots(OPEN_ANSWERS * options.concurrency);
  }

  /** @param version counts the writes that were acknowledged; the query sees at least these */
  async *run(query: UserQuery, version: number, signal?: AbortSignal): AsyncIterable<UserQueryPart> {
    const release = await this.#answers.take(1, signal);
    try {
      const answer = await this.#begin(query, version, signal);
      try {
        yield { columns: answer.first.columns };
        yield* this.#rowsOf(answer, signal);
      } finally {
        this.#leave(answer);
      }
    } finally {
      release();
    }
  }

  /** Runs the query and stands before its first rows; asked again where another query took the process with it. */
  async #begin(query: UserQuery, version: number, signal?: AbortSignal): Promise<OpenAnswer> {
    let isSuspect = false;
    for (let attempt = 1; ; attempt += 1) {
      // Several queries were at work and the process fell: alone it will show which of them it was.
      const release = await this.#slots.take(isSuspect ? this.#options.concurrency : 1, signal);
      const isAlone = () => isSuspect || this.#slots.taken === 1;
      try {
        return await this.#runOnce(query, version, signal);
      } catch (error) {
        if (!(error instanceof ChildGoneError)) throw error;
        if (error.reason === "memory" && isAlone()) throw new QueryMemoryError(OUT_OF_MEMORY, { cause: error });
        if (attempt === ATTEMPTS || (error.reason === "crash" && isAlone())) throw toFailure(error);
        isSuspect = error.reason === "memory" || error.reason === "crash";
      } finally {
        release();
      }
    }
  }

  /** Fetches ahead of whoever takes them, so that most answers are out of the process at once. */
  async *#rowsOf({ child, number, first }: OpenAnswer, signal?: AbortSignal): AsyncIterable<UserQueryPart> {
    let batch: RowBatch = first;
    for (;;) {
      const next = batch.end === null ? child.request({ op: "fetch", number }, signal) : undefined;
      next?.catch(() => {});
      if (batch.rows.length > 0) yield { rows: batch.rows };
      if (next === undefined) break;
      try {
        batch = await next;
      } catch (error) {
        if (error instanceof EngineFault) throw toGraphError(error.fault, this.#path);
        throw error instanceof ChildGoneError
          ? new StoreUnavailableError(INTERRUPTED, { cause: error, publicMessage: INTERRUPTED })
          : error;
      }
    }
    if (batch.end !== null) yield { end: batch.end };
  }

  #leave({ child, number, snapshot }: OpenAnswer): void {
    if (child.isAlive) void child.request({ op: "drop", number }).catch(() => {});
    this.#release(snapshot);
  }

  #release(snapshot: Snapshot): void {
    snapshot.users -= 1;
    if (snapshot.isOld && snapshot.users === 0) void this.#discard(snapshot);
  }

  async close(): Promise<void> {
    const snapshot = await this.#snapshot?.catch(() => undefined);
    if (snapshot !== undefined) await this.#discard(snapshot);
  }

  async #runOnce(query: UserQuery, version: number, signal?: AbortSignal): Promise<OpenAnswer> {
    const snapshot = await this.#fresh(version);
    snapshot.users += 1;
    try {
      const child = await snapshot.child.current();
      const number = ++this.#numbers;
      return { snapshot, child, number, first: await this.#runIn(child, number, query, signal) };
    } catch (error) {
      this.#release(snapshot);
      throw error;
    }
  }

  async #runIn(child: EngineChild, number: number, query: UserQuery, signal?: AbortSignal): Promise<GuardedAnswer> {
    const { timeoutMs, ...guarded } = query;
    const stop = AbortSignal.timeout(timeoutMs);
    const either = signal === undefined ? stop : AbortSignal.any([stop, signal]);
    try {
      return await child.request({ op: "query", number, query: guarded }, either);
    } catch (error) {
      if (error instanceof QueryCancelledError) {
        child.kill("timeout");
        throw signal?.aborted ? error : new QueryTimeoutError(timeoutMs);
      }
      throw error instanceof EngineFault ? toGraphError(error.fault, this.#path) : error;
    }
  }

  async #fresh(version: number): Promise<Snapshot> {
    for (;;) {
      const made = (this.#snapshot ??= this.#make(version, undefined));
      const snapshot = await made;
      const isRecent = Date.now() - this.#madeAt < 10 * this.#makingMs;
      if (snapshot.version >= version || (snapshot.size > LARGE_FILE_BYTES && isRecent)) return snapshot;
      if (this.#snapshot === made) this.#snapshot = this.#make(version, snapshot);
    }
  }

  async #make(version: number, former: Snapshot | undefined): Promise<Snapshot> {
    try {
      return await this.#copyStore(version, former);
    } catch (error) {
      this.#snapshot = former && Promise.resolve(former);
      throw error;
    }
  }

  async #copyStore(version: number, former: Snapshot | undefined): Promise<Snapshot> {
    const path = `${this.#path}.snapshot-${process.pid}-${version}-${Date.now().toString(36)}`;
    const begin = Date.now();
    await this.#copy(path).catch(async (error: unknown) => {
      await removeFile(path);
      throw error;
    });
    const copyMs = Date.now() - begin;
    const { size } = await stat(path);
    const isReusable = former?.users === 0 && size <= former.roomFor;
    const snapshot: Snapshot = isReusable
      ? { ...former, version, path, size }
      : { version, path, size, child: this.#newChild(path, 2 * size), roomFor: 2 * size, users: 0, isOld: false };
    if (isReusable) {
      await snapshot.child.moveTo(path);
      await removeFile(former.path);
    }
    await snapshot.child.current().catch(async (error: unknown) => {
      await this.#discard(snapshot);
      throw error;
    });
    if (!isReusable && former !== undefined) {
      former.isOld = true;
      if (former.users === 0) void this.#discard(former);
    }
    this.#madeAt = Date.now();
    this.#makingMs = copyMs + snapshot.child.openMs;
    return snapshot;
  }

  #newChild(path: string, roomFor: number): KeptChild {
    const { memoryGrowth } = this.#options;
    return new KeptChild(path, true, { memoryGrowth, memoryLimit: 2 * memoryGrowth + memoryToOpen(roomFor) });
  }

  async #discard(snapshot: Snapshot): Promise<void> {
    await snapshot.child.close();
    await removeFile(snapshot.path);
  }
}

async function removeFile(path: string): Promise<void> {
  await rm(path, { force: true, recursive: true });
  await rm(`${path}.wal`, { force: true, recursive: true });
}

function toFailure(error: ChildGoneError): StoreUnavailableError {
  return new StoreUnavailableError(`${NO_END} ${error.message}`, { cause: error, publicMessage: NO_END });
}

const NO_END = "The query did not come to an end; the graph is unharmed.";
const INTERRUPTED =
  "The rest of the rows is lost: another query that ran beside this one was stopped. Run it again for all of them.";
const OUT_OF_MEMORY =
  "The query needs more memory than a query may have. Return fewer rows, or narrow it with WHERE and LIMIT.";

/** A file of 168 MB needed 1.5 GB at its busiest; the program itself 0.5 GB. */
const memoryToOpen = (fileSize: number) => 12 * fileSize + 512 * 1024 * 1024;
