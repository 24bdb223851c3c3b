/**
 * The engine that comes with the product: one file, in a process of its own.
 *
 * The process can be ended at any moment (it is, when a statement runs away)
 * and starts again by itself: reads are then asked again, writes begin again
 * from their start, and what was acknowledged is in the file.
 */
import { mkdir, readdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

import type { CypherEngine, Parameters, Row, UserQuery, UserQueryPart, WriteTransaction } from "../engine.ts";
import {
  isDiskFull,
  QueryCancelledError,
  QueryTimeoutError,
  StoreFullError,
  StoreUnavailableError,
} from "../errors.ts";
import type { GraphSchema, NodeKey } from "../graph-schema.ts";
import { quoted } from "../cypher.ts";
import type { EmbeddedConfig } from "../store-config.ts";
import { EngineFault } from "./engine-child.ts";
import type { EngineChild } from "./engine-child.ts";
import { toGraphError } from "./engine-faults.ts";
import { isGone, KeptChild } from "./kept-child.ts";
import type { Table } from "./protocol.ts";
import { Slots } from "./slots.ts";
import { SnapshotQueries } from "./snapshot-queries.ts";

export interface EmbeddedLimits {
  /** A statement of the program itself that takes longer is a fault; its process is ended. */
  readonly readTimeoutMs: number;
  /** So long a cancelled statement may go on before its process is ended: most end sooner by themselves. */
  readonly cancelGraceMs: number;
  /** How many bytes of memory a person's query may take. */
  readonly queryMemoryBytes: number;
  readonly concurrentQueries: number;
}

const LIMITS: EmbeddedLimits = {
  readTimeoutMs: 60_000,
  cancelGraceMs: 2_000,
  queryMemoryBytes: 1024 * 1024 * 1024,
  concurrentQueries: 4,
};

/** How often a statement is asked again when its process ends under it. */
const ATTEMPTS = 4;

/** @throws StoreLockedError, StoreFullError, StoreUnavailableError */
export async function openEmbeddedEngine(
  config: EmbeddedConfig,
  limits: Partial<EmbeddedLimits> = {},
): Promise<EmbeddedEngine> {
  const path = join(config.dataFolder, "graph", "atlas.grafeo");
  try {
    await mkdir(dirname(path), { recursive: true });
  } catch (error) {
    if (isDiskFull(error)) throw new StoreFullError(`The disk of ${path} is full.`, { cause: error });
    throw new StoreUnavailableError(
      `The folder ${dirname(path)} cannot be made (${(error as Error).message}). Set ATLAS_DATA to a folder that can be written.`,
      { cause: error },
    );
  }
  const engine = new EmbeddedEngine(path, { ...LIMITS, ...limits });
  await engine.start();
  return engine;
}

export class EmbeddedEngine implements CypherEngine {
  readonly kind = "embedded";
  readonly isSoleWriter = true;
  readonly relationLookup = "ends";
  readonly #path: string;
  readonly #limits: EmbeddedLimits;
  readonly #store: KeptChild;
  readonly #queries: SnapshotQueries;
  readonly #writers = new Slots(1);
  #statements = 0;
  #commits = 0;
  #transactions = 0;

  constructor(path: string, limits: EmbeddedLimits) {
    this.#path = path;
    this.#limits = limits;
    this.#store = new KeptChild(path, false);
    this.#queries = new SnapshotQueries(
      path,
      {
        memoryGrowth: limits.queryMemoryBytes,
        concurrency: limits.concurrentQueries,
      },
      (copy) => this.#ask((child) => child.request({ op: "copy", path: copy })),
    );
  }

  get statementCount(): number {
    return this.#statements;
  }

  async start(): Promise<void> {
    await this.#store.current();
    await this.#removeOldSnapshots();
  }

  /** Indexes on relations and full-text indexes that serve Chinese are not among what the engine has. */
  async prepare({ unique = [], indexed = [] }: GraphSchema): Promise<void> {
    for (const { name, label, property } of unique.map(quotedKey)) {
      await this.#define(`CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:${label}) REQUIRE n.${property} IS UNIQUE`);
    }
    // A constraint is no index here: what is unique needs both.
    for (const { name, label, property } of [...unique, ...indexed].map(quotedKey)) {
      await this.#define(`CREATE INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON (n.${property})`);
    }
  }

  async read(cypher: string, parameters: Parameters = {}, signal?: AbortSignal): Promise<readonly Row[]> {
    const table = await this.#ask((child) => this.#run(child, cypher, parameters, null, signal));
    return toRows(table);
  }

  async write<T>(work: (transaction: WriteTransaction) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const release = await this.#writers.take(1, signal);
    try {
      return await this.#ask((child) => this.#transact(child, work, signal));
    } finally {
      release();
    }
  }

  userQuery(query: UserQuery, signal?: AbortSignal): AsyncIterable<UserQueryPart> {
    return this.#queries.run(query, this.#commits, signal);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#queries.close();
    await this.#store.close();
  }

  /** Asks the store's process, again when it ended or another writer came between. */
  async #ask<T>(work: (child: EngineChild) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      const child = await this.#store.current();
      try {
        return await work(child);
      } catch (error) {
        if (isAgainWorthwhile(error) && attempt < ATTEMPTS) continue;
        if (isGone(error))
          throw new StoreUnavailableError(`The store ${this.#path} failed. ${error.message}`, { cause: error });
        throw error instanceof EngineFault ? toGraphError(error.fault, this.#path) : error;
      }
    }
  }

  async #transact<T>(
    child: EngineChild,
    work: (transaction: WriteTransaction) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    const transaction = ++this.#transactions;
    await child.request({ op: "begin", transaction });
    let last: Promise<unknown> = Promise.resolve();
    try {
      const result = await work({
        relationLookup: this.relationLookup,
        run: (cypher, parameters = {}) => {
          const rows = last.then(async () => toRows(await this.#run(child, cypher, parameters, transaction, signal)));
          last = rows;
          return rows;
        },
      });
      if (signal?.aborted) throw new QueryCancelledError({ cause: signal.reason });
      await child.request({ op: "commit", transaction });
      this.#commits += 1;
      return result;
    } catch (error) {
      await child.request({ op: "rollback", transaction }).catch(() => {});
      throw error;
    }
  }

  /** One statement, within the time that statements of the program may take. */
  async #run(
    child: EngineChild,
    cypher: string,
    parameters: Parameters,
    transaction: number | null,
    signal?: AbortSignal,
  ): Promise<Table> {
    this.#statements += 1;
    const { readTimeoutMs, cancelGraceMs } = this.#limits;
    const stop = AbortSignal.timeout(readTimeoutMs);
    const either = signal === undefined ? stop : AbortSignal.any([stop, signal]);
    const request = child.request({ op: "run", cypher, parameters, transaction });
    try {
      return await untilAborted(request, either);
    } catch (error) {
      if (!(error instanceof QueryCancelledError)) throw error;
      if (signal?.aborted) {
        const timer = setTimeout(() => child.kill("timeout"), cancelGraceMs);
        void request.catch(() => {}).finally(() => clearTimeout(timer));
        throw error;
      }
      child.kill("timeout");
      throw new QueryTimeoutError(readTimeoutMs);
    }
  }

  async #define(cypher: string): Promise<void> {
    await this.#ask((child) => this.#run(child, cypher, {}, null));
  }

  /** What a program that was killed left behind. */
  async #removeOldSnapshots(): Promise<void> {
    const folder = dirname(this.#path);
    const prefix = `${basename(this.#path)}.snapshot-`;
    for (const name of await readdir(folder)) {
      if (name.startsWith(prefix)) await rm(join(folder, name), { force: true, recursive: true });
    }
  }
}

const quotedKey = ({ label, property }: NodeKey) => ({
  name: quoted(`${label}_${property}`),
  label: quoted(label),
  property: quoted(property),
});

function isAgainWorthwhile(error: unknown): boolean {
  return isGone(error) || (error instanceof EngineFault && error.fault.kind === "conflict");
}

function toRows({ columns, rows }: Table): readonly Row[] {
  return rows.map((values) => Object.fromEntries(columns.map((column, index) => [column, values[index] ?? null])));
}

function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = () => reject(new QueryCancelledError({ cause: signal.reason }));
    if (signal.aborted) cancel();
    signal.addEventListener("abort", cancel, { once: true });
    void promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", cancel));
  });
}
