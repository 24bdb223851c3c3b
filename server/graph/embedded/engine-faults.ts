/**
 * What goes wrong in the engine, by its messages: in its own process from an
 * error to a `Fault`, in the program from a `Fault` to one of our errors.
 */
import {
  InvalidGraphError,
  isDiskFull,
  QuerySyntaxError,
  StoreFullError,
  StoreLockedError,
  StoreUnavailableError,
  WriteRefusedError,
} from "../errors.ts";
import type { GraphError } from "../errors.ts";
import type { Fault } from "./protocol.ts";

export function toFault(error: unknown): Fault {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof WriteRefusedError) return { kind: "refused", message };
  if (error instanceof QuerySyntaxError) {
    return { kind: "syntax", message, ...(error.position === undefined ? {} : { position: error.position }) };
  }
  const text = clean(message);
  if (isDiskFull(error) || /No space left|os error (28|122|27)\b/.test(message)) return { kind: "full", message: text };
  if (/cannot be locked/.test(message)) return { kind: "locked", message: text };
  if (/GRAFEO-T001|write conflict|serialization failure/i.test(message)) return { kind: "conflict", message: text };
  if (/UNIQUE constraint/i.test(message)) return { kind: "unique", message: text };
  if (/not a Grafeo database|cannot open|cannot create|os error|checksum|corrupt/i.test(message)) {
    return { kind: "unavailable", message: text };
  }
  return { kind: "failed", message: text };
}

/** The engine's own words without its codes, places and help, on one line. */
export function clean(message: string): string {
  const [first = ""] = message.split("\n");
  return first
    .replace(/^(Query|Database|Transaction) error: /, "")
    .replace(/^GRAFEO-\w+: /, "")
    .replace(/^(syntax|semantic) error: /, "")
    .replace(/^\[Cypher\] /, "");
}

/** @param path of the store, for the messages */
export function toGraphError(fault: Fault, path: string): GraphError {
  switch (fault.kind) {
    case "locked":
      return new StoreLockedError(
        `The store ${path} is open in another process. Stop that one (a running server takes imports through its ` +
          "API), or choose another folder with ATLAS_DATA.",
      );
    case "full":
      return new StoreFullError(
        `The disk of ${path} is full (${fault.message}). Nothing of the last write was kept; everything before it is ` +
          "safe. Free some space and try again.",
      );
    case "syntax":
      return new QuerySyntaxError(fault.message, fault.position);
    case "refused":
      return new WriteRefusedError(fault.message);
    case "unique":
      return new InvalidGraphError(`The graph cannot be written: ${fault.message}.`);
    case "conflict":
      return new StoreUnavailableError(`Other writers kept the store ${path} busy. Try again. (${fault.message})`);
    case "unavailable":
    case "failed":
      return new StoreUnavailableError(`The store ${path} answers: ${fault.message}`);
  }
}
