/**
 * Cypher on a Neo4j server or cluster.
 *
 * Reads go through the driver's managed read transactions, so that followers of
 * a cluster can answer them; bookmarks make them see the writes made here.
 * Closing a session ends what it runs, on the server too; that is how signals
 * and early ends of a result work.
 */
import neo4j from "neo4j-driver";
import type { BookmarkManager, Driver, ManagedTransaction, Session, Transaction } from "neo4j-driver";

import type {
  CypherEngine,
  CypherMap,
  Parameters,
  Row,
  UserQuery,
  UserQueryPart,
  WriteTransaction,
} from "../engine.ts";
import { BATCH_ROWS } from "../engine.ts";
import { QueryCancelledError, QueryTimeoutError, StoreUnavailableError } from "../errors.ts";
import { ENTITY_SEARCH } from "../graph-schema.ts";
import type { GraphSchema } from "../graph-schema.ts";
import { toSearchableEntity } from "../model/entity-node.ts";
import type { SearchableEntity, SearchTerms } from "../search/searchable-entity.ts";
import type { Neo4jConfig, Neo4jUser } from "../store-config.ts";
import { Availability } from "./availability.ts";
import { closeOnAbort } from "./close-on-abort.ts";
import { isTimedOut, toEngineError } from "./neo4j-errors.ts";
import { toNeo4jMap } from "./neo4j-values.ts";
import { schemaStatements } from "./schema-statements.ts";
import { searchQuery } from "./search-query.ts";
import { IDS_OF_ENDS, runUserQuery } from "./user-query.ts";

const CONNECT_TIMEOUT_MS = 3_000;
/** How long a connection is waited for where all are in use. */
const ACQUISITION_TIMEOUT_MS = 30_000;
/** How long the driver asks again by itself; it bridges a change of leaders, and nobody waits longer for a bad answer. */
const RETRY_MS = 4_000;
/** How long a write waits for a server that is down: it restarts within that time. */
const WRITE_PATIENCE_MS = 120_000;
/** A statement of the program itself that takes longer is a fault. */
const READ_TIMEOUT_MS = 60_000;
const SCHEMA_TIMEOUT_S = 120;
const SEARCH_HITS = 4_000;
const SEARCH_CANDIDATES = 600;

export interface Neo4jLimits {
  readonly writePatienceMs: number;
  readonly readTimeoutMs: number;
}

const LIMITS: Neo4jLimits = { writePatienceMs: WRITE_PATIENCE_MS, readTimeoutMs: READ_TIMEOUT_MS };

/** @throws StoreUnavailableError, StoreAuthError */
export async function openNeo4jEngine(config: Neo4jConfig, limits: Partial<Neo4jLimits> = {}): Promise<CypherEngine> {
  const driver = openDriver(config, config, { disableLosslessIntegers: true });
  // Numbers of the store's own are small; those in people's answers may have any size.
  const reader = openDriver(config, config.reader ?? config, { useBigInt: true });
  const engine = new Neo4jEngine(driver, reader, config, { ...LIMITS, ...limits });
  try {
    await driver.getServerInfo({ database: config.database });
  } catch (error) {
    await engine[Symbol.asyncDispose]();
    throw toEngineError(error, config, undefined);
  }
  try {
    if (config.reader !== undefined) await reader.getServerInfo({ database: config.database });
  } catch (error) {
    await engine[Symbol.asyncDispose]();
    throw toEngineError(error, { ...config, ...config.reader }, undefined, "reader");
  }
  return engine;
}

function openDriver(
  { uri }: Neo4jConfig,
  { user, password }: Neo4jUser,
  numbers: { disableLosslessIntegers?: boolean; useBigInt?: boolean },
): Driver {
  return neo4j.driver(uri, neo4j.auth.basic(user, password), {
    ...numbers,
    connectionTimeout: CONNECT_TIMEOUT_MS,
    connectionAcquisitionTimeout: ACQUISITION_TIMEOUT_MS,
    maxTransactionRetryTime: RETRY_MS,
    userAgent: "innovation-atlas",
  });
}

class Neo4jEngine implements CypherEngine {
  readonly kind = "neo4j";
  readonly isSoleWriter = false;
  readonly relationLookup = "index";
  readonly #driver: Driver;
  /** For people's queries. */
  readonly #reader: Driver;
  readonly #config: Neo4jConfig;
  readonly #limits: Neo4jLimits;
  readonly #availability: Availability;
  readonly #bookmarks: BookmarkManager = neo4j.bookmarkManager();
  #statementCount = 0;

  constructor(driver: Driver, reader: Driver, config: Neo4jConfig, limits: Neo4jLimits) {
    this.#driver = driver;
    this.#reader = reader;
    this.#config = config;
    this.#limits = limits;
    this.#availability = new Availability(() => driver.verifyConnectivity({ database: config.database }));
  }

  get statementCount(): number {
    return this.#statementCount;
  }

  async prepare(schema: GraphSchema): Promise<void> {
    await this.#inSession("WRITE", undefined, async (session) => {
      for (const statement of schemaStatements(schema)) await session.run(statement);
      await session.run("CALL db.awaitIndexes($seconds)", { seconds: neo4j.int(SCHEMA_TIMEOUT_S) });
    });
  }

  /** By `executeRead`, begun together with its statement: one way to the server and back. */
  async read(cypher: string, parameters: Parameters = {}, signal?: AbortSignal): Promise<readonly Row[]> {
    if (signal?.aborted) throw new QueryCancelledError();
    this.#availability.check();
    this.#statementCount++;
    try {
      const { records } = await this.#driver.executeQuery(cypher, toNeo4jMap(parameters), {
        database: this.#config.database,
        routing: neo4j.routing.READ,
        bookmarkManager: this.#bookmarks,
        transactionConfig: { timeout: this.#limits.readTimeoutMs },
        ...(signal === undefined ? {} : { signal }),
      });
      return records.map((record) => record.toObject() as Row);
    } catch (error) {
      if (isTimedOut(error)) throw new QueryTimeoutError(this.#limits.readTimeoutMs);
      throw this.#noticed(toEngineError(error, this.#config, signal));
    }
  }

  /** Waits for a server that restarts, and begins the work again: whatever of it was committed it finds there. */
  async write<T>(work: (transaction: WriteTransaction) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const patience = AbortSignal.timeout(this.#limits.writePatienceMs);
    const until = signal === undefined ? patience : AbortSignal.any([patience, signal]);
    for (;;) {
      try {
        return await this.#inSession("WRITE", signal, (session) =>
          session.executeWrite((transaction) =>
            work({
              relationLookup: this.relationLookup,
              run: (cypher, parameters = {}) => this.#run(transaction, cypher, parameters),
            }),
          ),
        );
      } catch (error) {
        if (!isServerGone(error) || until.aborted) throw error;
        await this.#availability.recovered(until);
        if (signal?.aborted) throw new QueryCancelledError({ cause: signal.reason });
        if (until.aborted) throw error;
      }
    }
  }

  async *userQuery(query: UserQuery, signal?: AbortSignal): AsyncIterable<UserQueryPart> {
    this.#availability.check();
    try {
      yield* runUserQuery(query, {
        session: this.#session(this.#reader, "READ", Math.min(query.maxRows + 1, BATCH_ROWS)),
        idsOf: (ends) => this.read(IDS_OF_ENDS, { ends }, signal),
        config: this.#config,
        signal,
      });
    } catch (error) {
      throw this.#noticed(error);
    }
  }

  async searchCandidates(terms: SearchTerms, signal?: AbortSignal): Promise<readonly SearchableEntity[]> {
    const query = searchQuery(terms);
    if (query === undefined) return [];
    const rows = await this.read(
      "CALL db.index.fulltext.queryNodes($index, $query, {limit: $hits}) YIELD node, score " +
        "WHERE $type IS NULL OR $type IN labels(node) " +
        "RETURN labels(node) AS labels, " +
        "node {.id, .name, .aliases, .pinyin, .initials, .degree} AS properties " +
        "ORDER BY score * log(node.degree + 3) DESC, node.id LIMIT $limit",
      { index: ENTITY_SEARCH.name, query, hits: SEARCH_HITS, limit: SEARCH_CANDIDATES, type: terms.type ?? null },
      signal,
    );
    return rows.map((row) => toSearchableEntity(row["labels"], row["properties"] as CypherMap));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#availability.close();
    await this.#driver.close();
    await this.#reader.close();
  }

  #noticed(error: unknown): unknown {
    if (isServerGone(error)) this.#availability.lost(error);
    return error;
  }

  async #run(
    transaction: ManagedTransaction | Transaction,
    cypher: string,
    parameters: Parameters,
  ): Promise<readonly Row[]> {
    this.#statementCount++;
    const { records } = await transaction.run(cypher, toNeo4jMap(parameters));
    return records.map((record) => record.toObject() as Row);
  }

  async #inSession<T>(
    mode: "READ" | "WRITE",
    signal: AbortSignal | undefined,
    work: (session: Session) => Promise<T>,
  ): Promise<T> {
    if (signal?.aborted) throw new QueryCancelledError();
    const session = this.#session(this.#driver, mode);
    const stopListening = closeOnAbort(session, signal);
    try {
      return await work(session);
    } catch (error) {
      throw this.#noticed(toEngineError(error, this.#config, signal));
    } finally {
      stopListening();
      await session.close();
    }
  }

  #session(driver: Driver, mode: "READ" | "WRITE", fetchSize = 1_000): Session {
    return driver.session({
      database: this.#config.database,
      defaultAccessMode: mode === "READ" ? neo4j.session.READ : neo4j.session.WRITE,
      bookmarkManager: this.#bookmarks,
      fetchSize,
    });
  }
}

/** The server, not the database in it: waiting may help. */
function isServerGone(error: unknown): error is StoreUnavailableError {
  return error instanceof StoreUnavailableError && error.isPassing;
}
