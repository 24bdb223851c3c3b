/**
 * People's own queries, each on a copy of the store in a process of its own.
 *
 * A query is stopped by ending its process, which must not take the store
 * with it; the file of the store can be open once only, so there is a copy.
 * The copy is made again when somebody asks and the data has moved since.
 */
import { rm, stat } from "node:fs/promises";

import type { UserQuery, UserQueryResult } from "../engine.ts";
import { QueryCancelledError, QueryMemoryError, QueryTimeoutError, StoreUnavailableError } from "../errors.ts";
import { ChildGoneError, EngineFault } from "./engine-child.ts";
import type { EngineChild } from "./engine-child.ts";
import { toGraphError } from "./engine-faults.ts";
import { KeptChild } from "./kept-child.ts";
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

/** The copy of a file larger than this is not made again before ten times as long has passed as it took to make. */
const LARGE_FILE_BYTES = 64 * 1024 * 1024;
/** A query is asked again when another one, in the same process, was stopped; not for ever. */
const ATTEMPTS = 8;

export class SnapshotQueries {
  readonly #path: string;
  readonly #options: SnapshotOptions;
  readonly #copy: (path: string) => Promise<unknown>;
  readonly #slots: Slots;
  #snapshot: Promise<Snapshot> | undefined;
  #madeAt = 0;
  #makingMs = 0;

  /** @param copy writes the store as it is to a path */
  constructor(path: string, options: SnapshotOptions, copy: (path: string) => Promise<unknown>) {
    this.#path = path;
    this.#options = options;
    this.#copy = copy;
    this.#slots = new Slots(options.concurrency);
  }

  /** @param version counts the writes that were acknowledged; the query sees at least these */
  async run(query: UserQuery, version: number, signal?: AbortSignal): Promise<UserQueryResult> {
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

  async close(): Promise<void> {
    const snapshot = await this.#snapshot?.catch(() => undefined);
    if (snapshot !== undefined) await this.#discard(snapshot);
  }

  async #runOnce(query: UserQuery, version: number, signal?: AbortSignal): Promise<UserQueryResult> {
    const snapshot = await this.#fresh(version);
    snapshot.users += 1;
    try {
      return await this.#runIn(await snapshot.child.current(), query, signal);
    } finally {
      snapshot.users -= 1;
      if (snapshot.isOld && snapshot.users === 0) void this.#discard(snapshot);
    }
  }

  async #runIn(child: EngineChild, query: UserQuery, signal?: AbortSignal): Promise<UserQueryResult> {
    const { timeoutMs, ...guarded } = query;
    const stop = AbortSignal.timeout(timeoutMs);
    const either = signal === undefined ? stop : AbortSignal.any([stop, signal]);
    try {
      return await child.request({ op: "query", query: guarded }, either);
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
  return new StoreUnavailableError(`The query did not come to an end; the graph is unharmed. ${error.message}`, {
    cause: error,
  });
}

const OUT_OF_MEMORY =
  "The query needs more memory than a query may have. Return fewer rows, or narrow it with WHERE and LIMIT.";

/** A file of 168 MB needed 1.5 GB at its busiest; the program itself 0.5 GB. */
const memoryToOpen = (fileSize: number) => 12 * fileSize + 512 * 1024 * 1024;
