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
  UserQueryResult,
  WriteTransaction,
} from "../engine.ts";
import { QueryCancelledError } from "../errors.ts";
import type { GraphSchema } from "../graph-schema.ts";
import { toSearchableEntity } from "../model/entity-node.ts";
import type { SearchableEntity, SearchTerms } from "../search/searchable-entity.ts";
import type { Neo4jConfig } from "../store-config.ts";
import { toEngineError, toQueryError } from "./neo4j-errors.ts";
import { collectNodes, toNeo4jMap, toQueryValue } from "./neo4j-values.ts";
import type { NodeIds } from "./neo4j-values.ts";
import { checkPlan } from "./plan-guard.ts";
import { searchQuery } from "./search-query.ts";

const CONNECT_TIMEOUT_MS = 10_000;
const SCHEMA_TIMEOUT_S = 120;
const SEARCH_INDEX = "atlas_entity_search";
const SEARCH_HITS = 4_000;
const SEARCH_CANDIDATES = 600;

/** @throws StoreUnavailableError, StoreAuthError */
export async function openNeo4jEngine(config: Neo4jConfig): Promise<CypherEngine> {
  const driver = neo4j.driver(config.uri, neo4j.auth.basic(config.user, config.password), {
    disableLosslessIntegers: true,
    connectionTimeout: CONNECT_TIMEOUT_MS,
    connectionAcquisitionTimeout: 2 * CONNECT_TIMEOUT_MS,
    userAgent: "innovation-atlas",
  });
  try {
    await driver.getServerInfo({ database: config.database });
  } catch (error) {
    await driver.close();
    throw toEngineError(error, config, undefined);
  }
  return new Neo4jEngine(driver, config);
}

class Neo4jEngine implements CypherEngine {
  readonly kind = "neo4j";
  readonly #driver: Driver;
  readonly #config: Neo4jConfig;
  readonly #bookmarks: BookmarkManager = neo4j.bookmarkManager();
  #statementCount = 0;

  constructor(driver: Driver, config: Neo4jConfig) {
    this.#driver = driver;
    this.#config = config;
  }

  get statementCount(): number {
    return this.#statementCount;
  }

  async prepare(schema: GraphSchema): Promise<void> {
    const constraints = schema.unique.map(
      ({ label, property }) =>
        `CREATE CONSTRAINT atlas_${label}_${property} IF NOT EXISTS FOR (n:\`${label}\`) REQUIRE n.\`${property}\` IS UNIQUE`,
    );
    const indexes = schema.indexed.map(
      ({ label, property }) =>
        `CREATE INDEX atlas_${label}_${property} IF NOT EXISTS FOR (n:\`${label}\`) ON (n.\`${property}\`)`,
    );
    const search =
      `CREATE FULLTEXT INDEX ${SEARCH_INDEX} IF NOT EXISTS FOR (n:Entity) ` +
      "ON EACH [n.name, n.aliases, n.pinyin, n.initials] OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}";
    await this.#inSession("WRITE", undefined, async (session) => {
      for (const statement of [...constraints, ...indexes, search]) await session.run(statement);
      await session.run("CALL db.awaitIndexes($seconds)", { seconds: neo4j.int(SCHEMA_TIMEOUT_S) });
    });
  }

  read(cypher: string, parameters: Parameters = {}, signal?: AbortSignal): Promise<readonly Row[]> {
    return this.#inSession("READ", signal, (session) =>
      session.executeRead((transaction) => this.#run(transaction, cypher, parameters)),
    );
  }

  write<T>(work: (transaction: WriteTransaction) => Promise<T>, signal?: AbortSignal): Promise<T> {
    return this.#inSession("WRITE", signal, (session) =>
      session.executeWrite((transaction) =>
        work({ run: (cypher, parameters = {}) => this.#run(transaction, cypher, parameters) }),
      ),
    );
  }

  async userQuery(query: UserQuery, signal?: AbortSignal): Promise<UserQueryResult> {
    const session = this.#session("READ", Math.min(query.maxRows + 1, 1_000));
    const stopListening = closeOnAbort(session, signal);
    try {
      return await this.#runUserQuery(session, query);
    } catch (error) {
      throw toQueryError(error, this.#config, query.timeoutMs, signal);
    } finally {
      stopListening();
      await session.close();
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
      { index: SEARCH_INDEX, query, hits: SEARCH_HITS, limit: SEARCH_CANDIDATES, type: terms.type ?? null },
      signal,
    );
    return rows.map((row) => toSearchableEntity(row["labels"], row["properties"] as CypherMap));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#driver.close();
  }

  async #runUserQuery(
    session: Session,
    { cypher, parameters, maxRows, maxBytes, timeoutMs }: UserQuery,
  ): Promise<UserQueryResult> {
    const given = toNeo4jMap(parameters);
    const transaction = await session.beginTransaction({ timeout: timeoutMs });
    const bare = cypher.replace(/^\s*(?:EXPLAIN|PROFILE)\b/i, "");
    checkPlan((await transaction.run(`EXPLAIN ${bare}`, given)).summary);

    const result = transaction.run(bare, given);
    const columns = await result.keys();
    const values: unknown[][] = [];
    let truncated = false;
    let bytes = 0;
    for await (const record of result) {
      const row = columns.map((column) => record.get(column) as unknown);
      bytes += JSON.stringify(row.map((value) => toQueryValue(value))).length;
      truncated = values.length === maxRows || bytes > maxBytes;
      if (truncated) break;
      values.push(row);
    }
    const ids = truncated ? await this.#nodeIds(values) : await this.#nodeIds(values, transaction);
    return { columns, rows: values.map((row) => row.map((value) => toQueryValue(value, ids))), truncated };
  }

  /** A relation in a row names its ends by internal ids; our ids of those not in the rows are looked up at once. */
  async #nodeIds(values: readonly unknown[][], transaction?: Transaction): Promise<NodeIds> {
    const ids: NodeIds = new Map();
    const ends = new Set<string>();
    for (const row of values) collectNodes(row, ids, ends);
    const missing = [...ends].filter((end) => !ids.has(end));
    if (missing.length === 0) return ids;
    const cypher = "UNWIND $ends AS end MATCH (n) WHERE elementId(n) = end RETURN end, n.id AS id";
    // A transaction whose result was left half-read cannot take another statement.
    const rows = await (transaction
      ? this.#run(transaction, cypher, { ends: missing })
      : this.read(cypher, { ends: missing }));
    for (const { end, id } of rows) ids.set(end as string, typeof id === "string" ? id : null);
    return ids;
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
    const session = this.#session(mode);
    const stopListening = closeOnAbort(session, signal);
    try {
      return await work(session);
    } catch (error) {
      throw toEngineError(error, this.#config, signal);
    } finally {
      stopListening();
      await session.close();
    }
  }

  #session(mode: "READ" | "WRITE", fetchSize = 1_000): Session {
    return this.#driver.session({
      database: this.#config.database,
      defaultAccessMode: mode === "READ" ? neo4j.session.READ : neo4j.session.WRITE,
      bookmarkManager: this.#bookmarks,
      fetchSize,
    });
  }
}

/** Returns what takes the listener away again. */
function closeOnAbort(session: Session, signal: AbortSignal | undefined): () => void {
  if (signal === undefined) return () => undefined;
  const close = () => void session.close();
  signal.addEventListener("abort", close, { once: true });
  return () => signal.removeEventListener("abort", close);
}
