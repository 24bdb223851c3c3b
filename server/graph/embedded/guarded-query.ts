/** Runs a person's query in the engine's own process, so that it only reads and its answer stays small. */
import type { GrafeoDB } from "@grafeo-db/js";

import type { QueryValue } from "../../contract/index.ts";
import type { Parameters } from "../engine.ts";
import { QuerySyntaxError, WriteRefusedError } from "../errors.ts";
import { positionAt, tokenize } from "./cypher-tokens.ts";
import { clean } from "./engine-faults.ts";
import { ValueReader } from "./engine-values.ts";
import type { GuardedAnswer, GuardedQuery } from "./protocol.ts";
import { refuseLoadCsv, refuseWritingPlan } from "./query-guard.ts";
import { prepareUserCypher } from "./user-cypher.ts";
import type { UserCypher } from "./user-cypher.ts";

/** @throws QuerySyntaxError, WriteRefusedError */
export async function runGuarded(db: GrafeoDB, query: GuardedQuery): Promise<GuardedAnswer> {
  const prepared = prepareUserCypher(query.cypher, query.maxRows);
  refuseLoadCsv(tokenize(query.cypher));
  const plan = await explain(db, prepared.original, query.parameters);
  refuseWritingPlan(plan);
  if (prepared.mode === "explain") return planAnswer(plan);
  if (prepared.mode === "profile")
    return planAnswer(await planOf(db, `PROFILE\n${prepared.original}`, query.parameters));
  const { cypher, isAsWritten } = await toRun(db, prepared, query.parameters);

  const result = await run(db, cypher, query.parameters);
  const engineColumns = result.columns;
  const columns = prepared.columns ?? engineColumns.map((name) => ({ name, kind: prepared.kinds.get(name) ?? 0 }));
  const reader = new ValueReader(db, isAsWritten);
  const rows: (readonly QueryValue[])[] = [];
  let bytes = 0;
  for (let index = 0; index < Math.min(result.length, query.maxRows); index += 1) {
    const values = result.get(index);
    const row = columns.map(({ name, kind }, column) => reader.read(values[engineColumns[column] ?? name], kind, name));
    bytes += JSON.stringify(row).length;
    if (bytes > query.maxBytes) break;
    rows.push(row);
  }
  return { columns: columns.map(({ name }) => name), rows, truncated: rows.length < result.length };
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

const planAnswer = (plan: string): GuardedAnswer => ({
  columns: ["plan"],
  rows: plan
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => [line]),
  truncated: false,
});

/** Fails closed: what the engine cannot explain and did not call wrong is refused. */
async function explain(db: GrafeoDB, cypher: string, parameters: Parameters): Promise<string> {
  try {
    return await planOf(db, `EXPLAIN\n${cypher}`, parameters);
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
    throw toSyntaxError(error, cypher, 0) ?? error;
  }
}

async function planOf(db: GrafeoDB, cypher: string, parameters: Parameters): Promise<string> {
  const result = await db.executeCypher(cypher, parameters);
  return String(result.scalar());
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
