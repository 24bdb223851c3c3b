/**
 * A person's Cypher on Neo4j: checked by its plan, run in a read transaction,
 * handed on as the server sends it. The driver asks for more rows only when
 * those it has are taken, so a slow reader holds nothing but its transaction.
 */
import type { Record as DriverRecord, ResultSummary, Session } from "neo4j-driver";

import type { QueryEnd, QueryMode } from "../../contract/index.ts";
import { BATCH_BYTES, BATCH_ROWS } from "../engine.ts";
import type { QueryRow, Row, UserQuery, UserQueryPart } from "../engine.ts";
import { QueryCancelledError, QuerySyntaxError, QueryTimeoutError } from "../errors.ts";
import type { Neo4jConfig } from "../store-config.ts";
import { refuseCalls, refuseOtherDatabases } from "./called-functions.ts";
import { closeOnAbort } from "./close-on-abort.ts";
import { toQueryError } from "./neo4j-errors.ts";
import { hitsOf, planLines, toQueryPlan, toWarnings } from "./neo4j-plans.ts";
import { collectNodes, toNeo4jMap, toQueryValue } from "./neo4j-values.ts";
import type { NodeIds } from "./neo4j-values.ts";
import { checkPlan } from "./plan-guard.ts";

/** A relation in a row names its ends by internal ids. */
export const IDS_OF_ENDS = "UNWIND $ends AS end MATCH (n) WHERE elementId(n) = end RETURN end, n.id AS id";

/** So long the server keeps a transaction whose rows are read slowly, beyond the time that it may work. */
const READING_MS = 10 * 60_000;

export interface UserQueryTools {
  readonly session: Session;
  /** Rows of `IDS_OF_ENDS`. */
  readonly idsOf: (ends: readonly string[]) => Promise<readonly Row[]>;
  readonly config: Neo4jConfig;
  readonly signal: AbortSignal | undefined;
}

/** @throws as `CypherEngine.userQuery` */
export async function* runUserQuery(query: UserQuery, tools: UserQueryTools): AsyncIterable<UserQueryPart> {
  const { session, config, signal } = tools;
  const stopListening = closeOnAbort(session, signal);
  let end: (error: Error) => void = () => undefined;
  // A result that nobody reads at the moment hears nothing of the end of its session.
  const ended = new Promise<never>((_, reject) => {
    end = reject;
  });
  ended.catch(() => {});
  const onAbort = () => end(new QueryCancelledError({ cause: signal?.reason }));
  signal?.addEventListener("abort", onAbort, { once: true });
  const clock = new WorkClock(query.timeoutMs, () => {
    void session.close();
    end(new QueryTimeoutError(query.timeoutMs));
  });
  try {
    yield* partsOf(query, tools, clock, ended);
  } catch (error) {
    if (clock.isOver) throw new QueryTimeoutError(query.timeoutMs);
    throw toQueryError(error, config, query.timeoutMs, signal);
  } finally {
    clock.pause();
    stopListening();
    signal?.removeEventListener("abort", onAbort);
    // A server that does not come to an end with the query does not answer this either.
    if (clock.isOver || signal?.aborted) void session.close();
    else await session.close();
  }
}

async function* partsOf(
  { cypher, parameters, maxRows, timeoutMs }: UserQuery,
  { session, idsOf, config, signal }: UserQueryTools,
  clock: WorkClock,
  ended: Promise<never>,
): AsyncIterable<UserQueryPart> {
  const { mode, bare } = modeOf(cypher);
  refuseCalls(bare);
  refuseOtherDatabases(bare, config.database);
  const given = toNeo4jMap(parameters);
  const planned = session.beginTransaction({ timeout: timeoutMs + READING_MS }).then(async (transaction) => ({
    transaction,
    summary: (await transaction.run(`EXPLAIN\n${bare}`, given)).summary,
  }));
  // Planning heeds no time limit of the server's own.
  const { transaction, summary } = await Promise.race([planned, ended]).catch((error: unknown) => {
    throw aLineUp(toQueryError(error, config, timeoutMs, signal));
  });
  checkPlan(summary);
  if (mode === "explain") {
    yield { columns: ["plan"] };
    yield { rows: planLines(summary) };
    yield { end: endOf(mode, summary, false) };
    return;
  }
  const result = transaction.run(mode === "profile" ? `PROFILE\n${bare}` : bare, given);
  const columns = await Promise.race([result.keys(), ended]);
  clock.pause();
  yield { columns };
  clock.resume();
  const batches = readBatches(result[Symbol.asyncIterator](), columns, maxRows);
  for (;;) {
    const next = await Promise.race([batches.next(), ended]);
    clock.pause();
    if (next.done === true) {
      // A result that is left half-read has no summary of its own: its warnings are those of its plan.
      yield { end: endOf(mode, next.value ?? summary, next.value === undefined) };
      return;
    }
    yield { rows: await toRows(next.value, idsOf) };
    clock.resume();
  }
}

type Records = AsyncIterator<DriverRecord, ResultSummary>;

/** Returns the summary, or undefined where rows are left. */
async function* readBatches(
  records: Records,
  columns: readonly string[],
  maxRows: number,
): AsyncGenerator<unknown[][], ResultSummary | undefined> {
  let batch: unknown[][] = [];
  let bytes = 0;
  for (let count = 0; ; count += 1) {
    const next = await records.next();
    const isCut = next.done !== true && count === maxRows;
    if (next.done === true || isCut || batch.length === BATCH_ROWS || bytes > BATCH_BYTES) {
      if (batch.length > 0) yield batch;
      batch = [];
      bytes = 0;
    }
    if (next.done === true) return next.value;
    if (isCut) return undefined;
    const row = columns.map((column) => next.value.get(column) as unknown);
    bytes += JSON.stringify(row.map((value) => toQueryValue(value))).length;
    batch.push(row);
  }
}

/** Our ids of the ends of relations are looked up where the rows do not hold the nodes. */
async function toRows(values: readonly unknown[][], idsOf: UserQueryTools["idsOf"]): Promise<readonly QueryRow[]> {
  const ids: NodeIds = new Map();
  const ends = new Set<string>();
  for (const row of values) collectNodes(row, ids, ends);
  const missing = [...ends].filter((end) => !ids.has(end));
  const found = missing.length === 0 ? [] : await idsOf(missing);
  for (const { end, id } of found) ids.set(end as string, typeof id === "string" ? id : null);
  return values.map((row) => row.map((value) => toQueryValue(value, ids)));
}

/** The query stood one line below the word EXPLAIN when the server read it. */
function aLineUp(error: unknown): unknown {
  if (!(error instanceof QuerySyntaxError) || error.position === undefined) return error;
  const { line, column } = error.position;
  return new QuerySyntaxError(error.message, { line: Math.max(1, line - 1), column }, { cause: error.cause });
}

/** Blanks stand in the place of EXPLAIN or PROFILE, so that places in the text stay. */
function modeOf(cypher: string): { mode: QueryMode; bare: string } {
  const word = /^\s*(EXPLAIN|PROFILE)\b/i.exec(cypher);
  if (word === null) return { mode: "run", bare: cypher };
  const mode = word[1]?.toUpperCase() === "PROFILE" ? "profile" : "explain";
  return { mode, bare: cypher.replace(word[0], (text) => text.replaceAll(/\S/g, " ")) };
}

function endOf(mode: QueryMode, summary: ResultSummary, truncated: boolean): QueryEnd {
  const plan = mode === "run" ? null : toQueryPlan(summary);
  return {
    mode,
    truncated,
    plan,
    hits: mode === "profile" ? hitsOf(plan) : null,
    warnings: toWarnings(summary, mode === "run" && !truncated ? 0 : 1),
  };
}

/** Counts the time in which the server works, and not that in which nobody takes rows. */
class WorkClock {
  readonly #onOver: () => void;
  #left: number;
  #since = 0;
  #timer: NodeJS.Timeout | undefined;
  isOver = false;

  constructor(ms: number, onOver: () => void) {
    this.#left = ms;
    this.#onOver = onOver;
    this.resume();
  }

  resume(): void {
    this.#since = performance.now();
    this.#timer = setTimeout(() => {
      this.isOver = true;
      this.#onOver();
    }, this.#left);
  }

  pause(): void {
    clearTimeout(this.#timer);
    this.#left = Math.max(1, this.#left - (performance.now() - this.#since));
  }
}
