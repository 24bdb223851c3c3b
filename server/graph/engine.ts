/**
 * What executes Cypher below a store. An engine knows its protocol, its
 * processes and its errors; it knows nothing of entities. The one store that
 * stands on it (`CypherStore`) sends the same statements to every engine, so
 * statements keep to the Cypher that all of them get right.
 */
import type { QueryEnd, QueryValue } from "../contract/index.ts";
import type { GraphSchema } from "./graph-schema.ts";
import type { SearchableEntity, SearchTerms } from "./search/searchable-entity.ts";
import type { StoreKind } from "./store.ts";

/** Plain values only: statements of the store never return a node, relation or path. */
export type CypherValue = null | string | number | boolean | CypherList | CypherMap;
export type CypherList = readonly CypherValue[];
export interface CypherMap {
  readonly [key: string]: CypherValue;
}

/** One row of an answer, by column. Whole numbers are JS numbers. */
export type Row = CypherMap;
export type Parameters = Readonly<Record<string, unknown>>;

export interface CypherEngine extends AsyncDisposable {
  readonly kind: StoreKind;

  /** Whether the data can change only through this engine as long as it is open. */
  readonly isSoleWriter: boolean;

  /** Statements sent since it was opened; tests hold against it that nothing asks once a row. */
  readonly statementCount: number;

  /** How its statements find a relation by its id. */
  readonly relationLookup: RelationLookup;

  /** Creates those of the constraints and indexes that are missing and that the engine has. */
  prepare(schema: GraphSchema): Promise<void>;

  /**
   * Runs one reading statement of the store. It is repeated where the engine
   * had to restart under it, so it must not write.
   * @throws QueryCancelledError, StoreUnavailableError
   */
  read(cypher: string, parameters?: Parameters, signal?: AbortSignal): Promise<readonly Row[]>;

  /**
   * Runs `work` in one transaction and commits; durable when it resolves.
   * `work` runs again from its start where the engine refuses the commit for
   * the sake of another writer or had to restart, so it may not leave traces
   * outside of the transaction, and to run it twice must come to the same.
   */
  write<T>(work: (transaction: WriteTransaction) => Promise<T>, signal?: AbortSignal): Promise<T>;

  /**
   * Runs a person's Cypher where it can neither write nor disturb anybody. Rows
   * are held back while nobody takes them; leaving the stream ends the query.
   * @throws QuerySyntaxError, WriteRefusedError, QueryTimeoutError, QueryMemoryError, QueryCancelledError
   */
  userQuery(query: UserQuery, signal?: AbortSignal): AsyncIterable<UserQueryPart>;

  /**
   * Entities that may match, found by the engine's own full-text index; a
   * superset is fine, since the store ranks and explains. Absent where the
   * store is to keep its own index in memory.
   */
  searchCandidates?(terms: SearchTerms, signal?: AbortSignal): Promise<readonly SearchableEntity[]>;
}

/** By an index on relations, or from one of the ends that the id names. */
export type RelationLookup = "index" | "ends";

export interface WriteTransaction {
  readonly relationLookup: RelationLookup;

  /** Statements run in the order they are given, also when nobody waits for one before the next is given. */
  run(cypher: string, parameters?: Parameters): Promise<readonly Row[]>;
}

export interface UserQuery {
  readonly cypher: string;
  readonly parameters: Parameters;
  /** More rows than this are left out, and `truncated` is set. */
  readonly maxRows: number;
  /** How long the store may work for it, without the time in which nobody takes rows. */
  readonly timeoutMs: number;
}

/**
 * The columns, then rows, then the end. Nodes, relations and paths in rows are
 * `QueryNode`, `QueryRelation` and `QueryPath`, at any depth.
 */
export type UserQueryPart =
  | { readonly columns: readonly string[] }
  | { readonly rows: readonly QueryRow[] }
  | { readonly end: QueryEnd };

export type QueryRow = readonly QueryValue[];

/** Rows are handed on in batches of at most so many, and of about so many bytes of JSON. */
export const BATCH_ROWS = 1_000;
export const BATCH_BYTES = 256 * 1024;
