/**
 * People's own queries, each on a copy of the store in a process of its own.
 *
 * A query is stopped by ending its process, which must not take the store
 * with it; the file of the store can be open once only, so there is a copy.
 * The copy is made again when somebody asks and the data has moved since.
 */
import { rm, stat } from "node:fs/promises";

import type { UserQuery, UserQueryResult } from "../engine.ts";
import { QueryCancelledError, QueryMemoryError, QueryTimeoutError } from "../errors.ts";
import { ChildGoneError, EngineFault } from "./engine-child.ts";
import type { EngineChild } from "./engine-child.ts";
import { toGraphError } from "./engine-faults.ts";
import { KeptChild } from "./kept-child.ts";
import { Slots } from "./slots.ts";

export interface SnapshotOptions {
  /** How many bytes one query may take. */
  readonly memoryGrowth: number;
  /** Of an answer, as JSON. */
  readonly maxBytes: number;
  readonly concurrency: number;
}

interface Snapshot {
  readonly version: number;
  readonly path: string;
  readonly child: KeptChild;
  users: number;
  isOld: boolean;
}

/** A copy that took longer than this to make is not made again before ten times that long has passed. */
const QUICK_COPY_MS = 1_000;
const ATTEMPTS = 4;

export class SnapshotQueries {
  readonly #path: string;
  readonly #options: SnapshotOptions;
  readonly #copy: (path: string) => Promise<unknown>;
  readonly #slots: Slots;
  #snapshot: Promise<Snapshot> | undefined;
  #current: Snapshot | undefined;
  #madeAt = 0;
  #copyMs = 0;

  /** @param copy writes the store as it is to a path */
  constructor(path: string, options: SnapshotOptions, copy: (path: string) => Promise<unknown>) {
    this.#path = path;
    this.#options = options;
    this.#copy = copy;
    this.#slots = new Slots(options.concurrency);
  }

  /** @param version moves with every write; the query sees the data of it or of a later one */
  async run(query: UserQuery, version: number, signal?: AbortSignal): Promise<UserQueryResult> {
    for (let attempt = 1, alone = false; ; attempt += 1) {
      const release = await this.#slots.take(alone ? this.#options.concurrency : 1, signal);
      try {
        const snapshot = await this.#fresh(version);
        snapshot.users += 1;
        try {
          return await this.#runIn(await snapshot.child.current(), query, signal);
        } finally {
          snapshot.users -= 1;
          if (snapshot.isOld && snapshot.users === 0) void this.#discard(snapshot);
        }
      } catch (error) {
        if (!(error instanceof ChildGoneError)) throw error;
        // Several queries were at work and one took all the memory: alone it will show which.
        if (error.reason === "memory" && (alone || this.#slots.taken === 1)) throw new QueryMemoryError(OUT_OF_MEMORY);
        if (attempt === ATTEMPTS) throw new QueryMemoryError(`${OUT_OF_MEMORY} (${error.message})`, { cause: error });
        alone = error.reason !== "timeout" && error.reason !== "stopped";
      } finally {
        release();
      }
    }
  }

  async close(): Promise<void> {
    const snapshot = await this.#snapshot?.catch(() => undefined);
    if (snapshot !== undefined) await this.#discard(snapshot);
  }

  async #runIn(child: EngineChild, query: UserQuery, signal?: AbortSignal): Promise<UserQueryResult> {
    const { timeoutMs, cypher, parameters, maxRows } = query;
    const stop = AbortSignal.timeout(timeoutMs);
    const either = signal === undefined ? stop : AbortSignal.any([stop, signal]);
    try {
      return await child.request(
        { op: "query", query: { cypher, parameters, maxRows, maxBytes: this.#options.maxBytes } },
        either,
      );
    } catch (error) {
      if (error instanceof QueryCancelledError) {
        child.kill("timeout");
        throw signal?.aborted ? error : new QueryTimeoutError(timeoutMs);
      }
      throw error instanceof EngineFault ? toGraphError(error.fault, this.#path) : error;
    }
  }

  #fresh(version: number): Promise<Snapshot> {
    const isRecent = this.#copyMs > QUICK_COPY_MS && Date.now() - this.#madeAt < 10 * this.#copyMs;
    if (this.#snapshot === undefined || (this.#current !== undefined && this.#current.version < version && !isRecent)) {
      const former = this.#current;
      this.#current = undefined;
      this.#snapshot = this.#make(version, former);
      this.#snapshot.catch(() => {
        this.#snapshot = undefined;
      });
    }
    return this.#snapshot;
  }

  async #make(version: number, former: Snapshot | undefined): Promise<Snapshot> {
    const path = `${this.#path}.snapshot-${process.pid}-${version}-${Date.now().toString(36)}`;
    const begin = Date.now();
    await this.#copy(path);
    this.#copyMs = Date.now() - begin;
    this.#madeAt = Date.now();
    const { size } = await stat(path);
    const memoryLimit = 2 * this.#options.memoryGrowth + memoryToOpen(size);
    const child = new KeptChild(path, true, { memoryGrowth: this.#options.memoryGrowth, memoryLimit });
    const snapshot: Snapshot = { version, path, child, users: 0, isOld: false };
    this.#current = snapshot;
    if (former !== undefined) {
      former.isOld = true;
      if (former.users === 0) void this.#discard(former);
    }
    return snapshot;
  }

  async #discard(snapshot: Snapshot): Promise<void> {
    await snapshot.child.close();
    await rm(snapshot.path, { force: true, recursive: true });
    await rm(`${snapshot.path}.wal`, { force: true, recursive: true });
  }
}

const OUT_OF_MEMORY =
  "The query needs more memory than a query may have. Return fewer rows, or narrow it with WHERE and LIMIT.";

/** A file of 168 MB needed 1.5 GB at its busiest; the program itself 0.5 GB. */
const memoryToOpen = (fileSize: number) => 12 * fileSize + 512 * 1024 * 1024;
