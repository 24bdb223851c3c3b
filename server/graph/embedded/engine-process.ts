/**
 * The process that holds the engine. The program speaks to it by messages and
 * ends it when a query runs too long: the engine knows no other way to stop.
 * It ends by itself when the program is gone, so that the file is free again.
 */
import { closeSync, fdatasync, openSync, readdirSync } from "node:fs";
import { promisify } from "node:util";

import { GrafeoDB } from "@grafeo-db/js";
import type { QueryResult, Transaction } from "@grafeo-db/js";

import type { CypherValue } from "../engine.ts";
import { toFault } from "./engine-faults.ts";
import { runGuarded } from "./guarded-query.ts";
import { OUT_OF_MEMORY_EXIT } from "./protocol.ts";
import type { Answers, Call, Reply, Request, Table } from "./protocol.ts";

const sync = promisify(fdatasync);

/** The log is folded into the file when it has grown to this, so that opening stays quick. */
const CHECKPOINT_BYTES = 64 * 1024 * 1024;
const MEMORY_CHECK_MS = 50;

let db: GrafeoDB | undefined;
let databasePath = "";
let memoryFloor = Infinity;
const transactions = new Map<number, Transaction>();

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
      const target = request.transaction === null ? opened() : transaction(request.transaction);
      return toTable(await target.executeCypher(request.cypher, request.parameters));
    }
    case "begin":
      transactions.set(request.transaction, opened().beginTransaction());
      return null;
    case "commit":
      return commit(request.transaction);
    case "rollback": {
      const open = transactions.get(request.transaction);
      transactions.delete(request.transaction);
      if (open?.isActive) open.rollback();
      return null;
    }
    case "save":
      opened().save(request.path);
      return null;
    case "query":
      return runGuarded(opened(), request.query);
    case "close":
      opened().close();
      db = undefined;
      return null;
  }
}

function open(path: string, readOnly: boolean): null {
  const former = db;
  db = readOnly ? GrafeoDB.openReadOnly(path) : GrafeoDB.create(path);
  databasePath = path;
  former?.close();
  memoryFloor = process.memoryUsage.rss();
  if (!readOnly) db.setCheckpointTriggers({ walBytes: CHECKPOINT_BYTES });
  return null;
}

async function commit(number: number): Promise<null> {
  const open = transaction(number);
  transactions.delete(number);
  open.commit();
  await syncLog();
  return null;
}

/** The engine writes its log but leaves it to the system when it reaches the disk. */
async function syncLog(): Promise<void> {
  const folder = `${databasePath}.wal`;
  const newest = readdirSync(folder).sort().at(-1);
  if (newest === undefined) return;
  const file = openSync(`${folder}/${newest}`, "r");
  try {
    await sync(file);
  } finally {
    closeSync(file);
  }
}

function opened(): GrafeoDB {
  if (db === undefined) throw new Error("The engine has no file open.");
  return db;
}

function transaction(number: number): Transaction {
  const open = transactions.get(number);
  if (open === undefined) throw new Error(`There is no transaction ${number}.`);
  return open;
}

function toTable(result: QueryResult): Table {
  return { columns: result.columns, rows: result.rows() as CypherValue[][] };
}

/** Ends the process when it grows by more than `growth` bytes over the least it needed since it opened its file. */
function watchMemory(growth: number): void {
  setInterval(() => {
    const used = process.memoryUsage.rss();
    memoryFloor = Math.min(memoryFloor, used);
    if (used - memoryFloor > growth) process.exit(OUT_OF_MEMORY_EXIT);
  }, MEMORY_CHECK_MS);
}

const memoryGrowth = Number(process.argv[2] ?? 0);
if (memoryGrowth > 0) watchMemory(memoryGrowth);
