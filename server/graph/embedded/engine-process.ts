/**
 * The process that holds the engine. The program speaks to it by messages and
 * ends it when a query runs too long: the engine knows no other way to stop.
 * It ends by itself when the program is gone, so that the file is free again.
 */
import { closeSync, fdatasync, fstatSync, openSync, readdirSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { promisify } from "node:util";

import grafeo from "@grafeo-db/js";
import type { GrafeoDB, QueryResult, Transaction } from "@grafeo-db/js";

import type { CypherValue } from "../engine.ts";
import { toFault } from "./engine-faults.ts";
import { runGuarded } from "./guarded-query.ts";
import type { OpenRows } from "./guarded-query.ts";
import { OUT_OF_MEMORY_EXIT } from "./protocol.ts";
import type { Answers, Call, GuardedAnswer, GuardedQuery, Reply, Request, RowBatch, Table } from "./protocol.ts";

const sync = promisify(fdatasync);

/** The log is folded into the file when it has grown to this, so that opening stays quick. Never by a clock: see `copy`. */
const CHECKPOINT_BYTES = 64 * 1024 * 1024;
const MEMORY_CHECK_MS = 50;

let db: GrafeoDB | undefined;
let databasePath = "";
let memoryAtOpen = Infinity;
let memoryFloor = Infinity;
/** Queries that run, or whose rows are not all taken. */
let openQueries = 0;
/** While it is pending nothing may write to the file. */
let copying: Promise<void> | undefined;
const transactions = new Map<number, OpenTransaction>();
/** Answers of which rows are left, by the number of their query. */
const answers = new Map<number, OpenRows>();

interface OpenTransaction {
  readonly transaction: Transaction;
  /** The statement that runs in it, or the last one. */
  running: Promise<unknown>;
}

process.on("message", (call: Call) => {
  void answer(call).then(
    (value) => reply({ id: call.id, answer: value }),
    (error: unknown) => reply({ id: call.id, fault: toFault(error) }),
  );
});
process.on("disconnect", () => process.exit(0));
// A key press reaches the whole group; the program decides when to end.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});

function reply(message: Reply): void {
  process.send?.(message);
}

async function answer(request: Request): Promise<Answers[keyof Answers]> {
  switch (request.op) {
    case "open":
      return open(request.path, request.readOnly);
    case "run": {
      if (request.transaction !== null) return runIn(openTransaction(request.transaction), request);
      return toTable(await opened().executeCypher(request.cypher, request.parameters));
    }
    case "begin":
      transactions.set(request.transaction, {
        transaction: opened().beginTransaction(),
        running: Promise.resolve(),
      });
      return null;
    case "commit":
      return commit(request.transaction);
    case "rollback":
      return rollback(request.transaction);
    case "copy":
      return copy(request.path);
    case "query":
      return query(request.number, request.query);
    case "fetch":
      return fetchRows(request.number);
    case "drop":
      return drop(request.number);
    case "close":
      opened().close();
      db = undefined;
      return null;
  }
}

function open(path: string, readOnly: boolean): null {
  const former = db;
  db = readOnly ? grafeo.GrafeoDB.openReadOnly(path) : grafeo.GrafeoDB.create(path);
  databasePath = path;
  former?.close();
  memoryAtOpen = process.memoryUsage.rss();
  return null;
}

async function runIn(open: OpenTransaction, { cypher, parameters }: Request & { op: "run" }): Promise<Table> {
  const running = open.transaction.executeCypher(cypher, parameters);
  open.running = running.catch(() => {});
  return toTable(await running);
}

async function rollback(number: number): Promise<null> {
  const open = transactions.get(number);
  transactions.delete(number);
  // A statement that was given up goes on, and the engine does not roll back under it.
  await open?.running;
  if (open?.transaction.isActive) open.transaction.rollback();
  return null;
}

async function commit(number: number): Promise<null> {
  await copying;
  const { transaction } = openTransaction(number);
  transactions.delete(number);
  transaction.commit();
  if ((await syncLog()) > CHECKPOINT_BYTES) {
    await copying;
    opened().walCheckpoint();
  }
  return null;
}

/** The engine writes its log but leaves it to the system when it reaches the disk. Resolves to the log's size. */
async function syncLog(): Promise<number> {
  const folder = `${databasePath}.wal`;
  const newest = readdirSync(folder).sort().at(-1);
  if (newest === undefined) return 0;
  const file = openSync(`${folder}/${newest}`, "r");
  try {
    await sync(file);
    return fstatSync(file).size;
  } finally {
    closeSync(file);
  }
}

/**
 * Copies the file while reads go on and commits wait: the file changes only
 * when the log is folded into it. The engine's own `save` builds the copy anew
 * and stops everything meanwhile (5 s where this takes 0.2 s).
 */
async function copy(path: string): Promise<null> {
  await copying;
  opened().walCheckpoint();
  const done = copyFile(databasePath, path);
  copying = done.catch(() => {});
  try {
    await done;
  } finally {
    copying = undefined;
  }
  return null;
}

async function query(number: number, guarded: GuardedQuery): Promise<GuardedAnswer> {
  // What earlier queries left allocated is not this one's.
  if (openQueries === 0) memoryFloor = process.memoryUsage.rss();
  openQueries += 1;
  try {
    const rows = await runGuarded(opened(), guarded);
    const first = rows.next();
    if (first.end === null) answers.set(number, rows);
    return { columns: rows.columns, ...first };
  } finally {
    if (!answers.has(number)) openQueries -= 1;
  }
}

function fetchRows(number: number): RowBatch {
  const rows = answers.get(number);
  if (rows === undefined) throw new Error(`There are no rows of query ${number}.`);
  try {
    const batch = rows.next();
    if (batch.end !== null) drop(number);
    return batch;
  } catch (error) {
    drop(number);
    throw error;
  }
}

function drop(number: number): null {
  if (answers.delete(number)) openQueries -= 1;
  return null;
}

function opened(): GrafeoDB {
  if (db === undefined) throw new Error("The engine has no file open.");
  return db;
}

function openTransaction(number: number): OpenTransaction {
  const open = transactions.get(number);
  if (open === undefined) throw new Error(`There is no transaction ${number}.`);
  return open;
}

function toTable(result: QueryResult): Table {
  return { columns: result.columns, rows: result.rows() as CypherValue[][] };
}

/** Ends the process when its queries take more than `growth` bytes, and when it is idle and does not shrink. */
function watchMemory(growth: number): void {
  setInterval(() => {
    const used = process.memoryUsage.rss();
    if (openQueries > 0 && used - memoryFloor > growth) process.exit(OUT_OF_MEMORY_EXIT);
    memoryFloor = Math.min(memoryFloor, used);
    if (openQueries === 0 && used - memoryAtOpen > growth) process.exit(0);
  }, MEMORY_CHECK_MS);
}

const memoryGrowth = Number(process.argv[2] ?? 0);
if (memoryGrowth > 0) watchMemory(memoryGrowth);
