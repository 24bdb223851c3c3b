/**
 * What can go wrong with the graph, in three families: the input is wrong, the
 * thing is absent, the world failed. Both engines throw the same classes for
 * the same cause. Status codes are none of their business.
 */
import type { ProblemCode } from "../contract/index.ts";

export abstract class GraphError extends Error {
  abstract readonly code: ProblemCode;

  /** What whoever asks over the network is told: never a path, an address or a user of the store. */
  get publicMessage(): string {
    return this.message;
  }
}

export class EntityNotFoundError extends GraphError {
  override readonly name = "EntityNotFoundError";
  readonly code = "entity_not_found";
  readonly id: string;
  constructor(id: string) {
    super(`No entity has the id "${id}".`);
    this.id = id;
  }
}

export class RelationNotFoundError extends GraphError {
  override readonly name = "RelationNotFoundError";
  readonly code = "relation_not_found";
  readonly id: string;
  constructor(id: string) {
    super(`No relation has the id "${id}".`);
    this.id = id;
  }
}

export class DocumentNotFoundError extends GraphError {
  override readonly name = "DocumentNotFoundError";
  readonly code = "document_not_found";
  readonly id: string;
  constructor(id: string) {
    super(`No document has the id "${id}".`);
    this.id = id;
  }
}

export class InvalidCursorError extends GraphError {
  override readonly name = "InvalidCursorError";
  readonly code = "invalid_request";
  readonly cursor: string;
  constructor(cursor: string) {
    super(`"${cursor}" is not a cursor of this list. Start again without one.`);
    this.cursor = cursor;
  }
}

/** A graph that breaks the schema, or a relation without a passage. */
export class InvalidGraphError extends GraphError {
  override readonly name = "InvalidGraphError";
  readonly code = "invalid_request";
}

export class QuerySyntaxError extends GraphError {
  override readonly name = "QuerySyntaxError";
  readonly code = "invalid_query";
  /** From 1; undefined where the engine does not say. */
  readonly position: { readonly line: number; readonly column: number } | undefined;
  constructor(message: string, position?: { line: number; column: number }, options?: ErrorOptions) {
    super(message, options);
    this.position = position;
  }
}

export class WriteRefusedError extends GraphError {
  override readonly name = "WriteRefusedError";
  readonly code = "write_refused";
}

export class QueryTimeoutError extends GraphError {
  override readonly name = "QueryTimeoutError";
  readonly code = "query_timeout";
  readonly timeoutMs: number;
  constructor(timeoutMs: number) {
    super(`The query was stopped after ${timeoutMs} ms.`);
    this.timeoutMs = timeoutMs;
  }
}

export class QueryCancelledError extends GraphError {
  override readonly name = "QueryCancelledError";
  readonly code = "query_cancelled";
  constructor(options?: ErrorOptions) {
    super("The query was cancelled.", options);
  }
}

/** The query used up the memory it may have; only its own process was ended. */
export class QueryMemoryError extends GraphError {
  override readonly name = "QueryMemoryError";
  readonly code = "query_memory";
}

/** What was asked for has no useful answer of a size that anybody waits for; a part of it would be a wrong one. */
export class TooLargeError extends GraphError {
  override readonly name = "TooLargeError";
  readonly code = "too_large";
}

export class GraphChangedError extends GraphError {
  override readonly name = "GraphChangedError";
  readonly code = "changed_meanwhile";
  constructor() {
    super("Something was written to the graph while all of it was read, so this is no whole graph. Ask again.");
  }
}

export class StoreUnavailableError extends GraphError {
  override readonly name = "StoreUnavailableError";
  readonly code = "store_unavailable";
  /** Whether it may be gone by itself, as when a server restarts. */
  readonly isPassing: boolean;
  readonly #publicMessage: string | undefined;
  constructor(message: string, { isPassing = false, publicMessage, ...options }: UnavailableOptions = {}) {
    super(message, options);
    this.isPassing = isPassing;
    this.#publicMessage = publicMessage;
  }

  override get publicMessage(): string {
    return this.#publicMessage ?? "The graph store does not answer. Ask again later; the log of the server says why.";
  }
}

interface UnavailableOptions extends ErrorOptions {
  readonly isPassing?: boolean;
  readonly publicMessage?: string;
}

/** Another process has the embedded store open. */
export class StoreLockedError extends GraphError {
  override readonly name = "StoreLockedError";
  readonly code = "store_locked";
  override get publicMessage(): string {
    return "Another process has the graph store open. The log of the server says which store.";
  }
}

export class StoreAuthError extends GraphError {
  override readonly name = "StoreAuthError";
  readonly code = "store_auth_failed";
  override get publicMessage(): string {
    return "The graph store refused the server's sign-in. The log of the server says which settings to check.";
  }
}

/** The disk is full; what was acknowledged before is safe. */
export class StoreFullError extends GraphError {
  override readonly name = "StoreFullError";
  readonly code = "store_full";
  override get publicMessage(): string {
    return "The disk is full. What was acknowledged before is safe; free some space and try again.";
  }
}

/** Whether the file system said that nothing more fits: on the disk, in the quota or in one file. */
export function isDiskFull(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG";
}
