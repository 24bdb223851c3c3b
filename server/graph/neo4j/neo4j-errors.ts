/** The driver's and the server's errors as ours, so that both engines fail alike. */
import { Neo4jError } from "neo4j-driver";

import {
  GraphError,
  QueryCancelledError,
  QueryMemoryError,
  QuerySyntaxError,
  QueryTimeoutError,
  StoreAuthError,
  StoreFullError,
  StoreUnavailableError,
  WriteRefusedError,
} from "../errors.ts";
import type { Neo4jConfig } from "../store-config.ts";

/** What is wrong between us and the server, whatever was asked; undefined for anything else. */
function toStoreError(
  error: Neo4jError,
  { uri, database, user }: Neo4jConfig,
  role: "writer" | "reader",
): GraphError | undefined {
  const { code } = error;
  if (code.startsWith("Neo.ClientError.Security.")) {
    const settings =
      role === "reader" ? "NEO4J_READER_USER and NEO4J_READER_PASSWORD" : "NEO4J_USER and NEO4J_PASSWORD";
    return new StoreAuthError(`Neo4j at ${uri} refused the user "${user}" (${lastPart(code)}). Check ${settings}.`, {
      cause: error,
    });
  }
  if (code === "Neo.ClientError.Database.DatabaseNotFound") {
    return new StoreUnavailableError(
      `Neo4j at ${uri} has no database "${database}". Create it, or set NEO4J_DATABASE.`,
      { cause: error },
    );
  }
  if (
    code === "ServiceUnavailable" ||
    code === "SessionExpired" ||
    code === "Neo.TransientError.General.DatabaseUnavailable"
  ) {
    return new StoreUnavailableError(
      `No Neo4j answers at ${uri}. Start it, or check NEO4J_URI. (${firstLine(error.message)})`,
      { cause: error, isPassing: true },
    );
  }
  if (/no space left|disk.*full/i.test(error.message)) {
    return new StoreFullError("The disk of Neo4j is full. What was acknowledged is safe; free some space.", {
      cause: error,
    });
  }
  if (error.message.startsWith("Connection acquisition timed out")) {
    return new StoreUnavailableError(
      `Neo4j at ${uri} is busy: all connections to it have been in use for too long. Ask again later.`,
      { cause: error },
    );
  }
  if (code.includes("OutOfMemory")) {
    return new StoreUnavailableError(
      "Neo4j has not enough memory for this transaction. Give it more (server.memory.heap.max_size and " +
        "db.memory.transaction.max), or load less at once.",
      { cause: error },
    );
  }
  return undefined;
}

/** Whether the server has stopped the transaction at its time limit. */
export function isTimedOut(error: unknown): boolean {
  return error instanceof Neo4jError && error.code.startsWith("Neo.ClientError.Transaction.TransactionTimedOut");
}

/** An error of a statement of the store's own. */
export function toEngineError(
  error: unknown,
  config: Neo4jConfig,
  signal: AbortSignal | undefined,
  role: "writer" | "reader" = "writer",
): unknown {
  if (signal?.aborted) return new QueryCancelledError({ cause: error });
  if (error instanceof GraphError || !(error instanceof Neo4jError)) return error;
  return toStoreError(error, config, role) ?? error;
}

/** An error of a person's query. */
export function toQueryError(
  error: unknown,
  config: Neo4jConfig,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): unknown {
  if (signal?.aborted) return new QueryCancelledError({ cause: error });
  if (error instanceof GraphError || !(error instanceof Neo4jError)) return error;
  const { code, message } = error;
  if (isTimedOut(error)) return new QueryTimeoutError(timeoutMs);
  if (code.includes("MemoryPoolOutOfMemory") || code.includes("OutOfMemory")) {
    return new QueryMemoryError("The query needs more memory than a query may have. Narrow it, or aggregate earlier.", {
      cause: error,
    });
  }
  if (code === "Neo.ClientError.Statement.AccessMode" || code === "Neo.ClientError.Security.Forbidden") {
    return new WriteRefusedError("Queries only read. This one would change the graph or its schema.", { cause: error });
  }
  const role = config.reader === undefined ? "writer" : "reader";
  const store = toStoreError(error, { ...config, ...config.reader }, role);
  if (store !== undefined) return store;
  // What a query asks for and cannot be had is its mistake, also where the server counts it as its own.
  if (/^Neo\.(ClientError|DatabaseError\.Statement)\./.test(code) || message.startsWith("Lexical error at line")) {
    return new QuerySyntaxError(ofTheQuery(firstLine(message)), toPosition(message), { cause: error });
  }
  if (code.startsWith("Neo.TransientError.")) {
    return new StoreUnavailableError(`Neo4j at ${config.uri} could not run the query now: ${firstLine(message)}`, {
      cause: error,
    });
  }
  return error;
}

/** What the server says of its own code tells nobody how to mend a query. */
function ofTheQuery(message: string): string {
  const isOfTheServer = /\b(java|scala|com|org)\.\w|Exception\b|Cannot invoke|class cast/i.test(message);
  return isOfTheServer || message === "" ? "The store cannot work out what the query asks for." : message;
}

/** `... (line 2, column 5 (offset: 17))`, `Lexical error at line 2, column 5. ...` */
function toPosition(message: string): { line: number; column: number } | undefined {
  const match = /line (\d+), column (\d+)/.exec(message);
  return match === null ? undefined : { line: Number(match[1]), column: Number(match[2]) };
}

const firstLine = (text: string) =>
  (text.split("\n", 1)[0] ?? "").replace(/ \(line \d+, column \d+ \(offset: \d+\)\)/, "");
const lastPart = (code: string) => code.slice(code.lastIndexOf(".") + 1);
