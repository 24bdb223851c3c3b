/** Runs a person's query in the engine's own process, so that it only reads and its answer stays small. */
import type { GrafeoDB } from "@grafeo-db/js";

import type { QueryEnd } from "../../contract/index.ts";
import { BATCH_BYTES, BATCH_ROWS } from "../engine.ts";
import type { Parameters, QueryRow } from "../engine.ts";
import { QuerySyntaxError, WriteRefusedError } from "../errors.ts";
import { positionAt, tokenize } from "../cypher-tokens.ts";
import { clean } from "./engine-faults.ts";
import { ValueReader } from "./engine-values.ts";
import { fromProfile, readPlan } from "./engine-plans.ts";
import type { GuardedQuery, RowBatch } from "./protocol.ts";
import { refuseLoadCsv, refuseWritingPlan } from "./query-guard.ts";
import { prepareUserCypher } from "./user-cypher.ts";
import type { UserCypher } from "./user-cypher.ts";

/** @throws QuerySyntaxError, WriteRefusedError */
export async function runGuarded(db: GrafeoDB, query: GuardedQuery): Promise<OpenRows> {
  const prepared = prepareUserCypher(query.cypher, query.maxRows);
  refuseLoadCsv(tokenize(query.cypher));
  const plan = await explain(db, prepared.original, query.parameters);
  refuseWritingPlan(plan);
  if (prepared.mode === "explain") return planRows(plan);
  const profile =
    prepared.mode === "profile" ? await run(db, `PROFILE\n${prepared.original}`, query.parameters) : undefined;
  const { cypher, isAsWritten } = await toRun(db, prepared, query.parameters);

  const result = await run(db, cypher, query.parameters);
  const engineColumns = result.columns;
  const columns = prepared.columns ?? engineColumns.map((name) => ({ name, kind: prepared.kinds.get(name) ?? 0 }));
  const reader = new ValueReader(db, isAsWritten);
  return new OpenRows({
    columns: columns.map(({ name }) => name),
    count: Math.min(result.length, query.maxRows),
    read: (index) => {
      const values = result.get(index);
      return columns.map(({ name, kind }, column) => reader.read(values[engineColumns[column] ?? name], kind, name));
    },
    end: {
      mode: prepared.mode,
      truncated: result.length > query.maxRows,
      plan: fromProfile(profile?.profile ?? null),
      hits: result.rowsScanned,
      warnings: [],
    },
  });
}

interface RowSource {
  readonly columns: readonly string[];
  readonly count: number;
  readonly read: (index: number) => QueryRow;
  readonly end: QueryEnd;
}

/** The rows of an answer, read as they are asked for. */
export class OpenRows {
  readonly #source: RowSource;
  #next = 0;

  constructor(source: RowSource) {
    this.#source = source;
  }

  get columns(): readonly string[] {
    return this.#source.columns;
  }

  /** @throws QuerySyntaxError where a number may be one or stand for a node */
  next(): RowBatch {
    const { count, read, end } = this.#source;
    const rows: QueryRow[] = [];
    for (let bytes = 0; this.#next < count && rows.length < BATCH_ROWS && bytes < BATCH_BYTES; this.#next += 1) {
      const row = read(this.#next);
      bytes += JSON.stringify(row).length;
      rows.push(row);
    }
    return { rows, end: this.#next < count ? null : end };
  }
}

/** The plan as text is the answer's rows, one line each, and beside them stands the tree. */
function planRows(plan: string): OpenRows {
  const lines = plan.split("\n").filter((line) => line.trim() !== "");
  return new OpenRows({
    columns: ["plan"],
    count: lines.length,
    read: (index) => [lines[index] ?? ""],
    end: { mode: "explain", truncated: false, plan: readPlan(plan), hits: null, warnings: [] },
  });
}

/** What was made of the query, where the engine takes it and it only reads; else the query as it was written. */
async function toRun(db: GrafeoDB, { cypher, original }: UserCypher, parameters: Parameters) {
  try {
    refuseWritingPlan(await explain(db, cypher, parameters));
    return { cypher, isAsWritten: false };
  } catch (error) {
    if (!(error instanceof QuerySyntaxError)) throw error;
    return { cypher: original, isAsWritten: true };
  }
}

/** Fails closed: what the engine cannot explain and did not call wrong is refused. */
async function explain(db: GrafeoDB, cypher: string, parameters: Parameters): Promise<string> {
  try {
    return String((await db.executeCypher(`EXPLAIN\n${cypher}`, parameters)).scalar());
  } catch (error) {
    const syntax = toSyntaxError(error, cypher, 1);
    if (syntax !== undefined) throw syntax;
    throw new WriteRefusedError("Queries may only read. This statement is none that is known to.", { cause: error });
  }
}

async function run(db: GrafeoDB, cypher: string, parameters: Parameters) {
  try {
    return await db.executeCypher(cypher, parameters);
  } catch (error) {
    throw toSyntaxError(error, cypher, cypher.startsWith("PROFILE\n") ? 1 : 0) ?? error;
  }
}

/** @param linesBefore lines that stood before the query when the engine read it */
function toSyntaxError(error: unknown, cypher: string, linesBefore: number): QuerySyntaxError | undefined {
  if (!(error instanceof Error) || !/^(Query error|.*GRAFEO-Q)/.test(error.message)) return undefined;
  const place = /--> query:(\d+):(\d+)/.exec(error.message);
  const position = place
    ? { line: Math.max(1, Number(place[1]) - linesBefore), column: Number(place[2]) }
    : placeOfName(error.message, cypher);
  return new QuerySyntaxError(clean(error.message), position, { cause: error });
}

/** The engine names an unknown variable or function without saying where it stands. */
function placeOfName(message: string, cypher: string): { line: number; column: number } | undefined {
  const name = /(?:variable|function|procedure|parameter:?) '?\$?([\p{L}\p{N}_.]+)'?/iu.exec(message)?.[1];
  if (name === undefined) return undefined;
  const [head] = name.split(".");
  const token = tokenize(cypher).find(({ text }) => text === head || text === `$${head}`);
  return token && positionAt(cypher, token.begin);
}
