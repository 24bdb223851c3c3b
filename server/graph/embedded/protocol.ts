/** What the program and the engine's process say to each other. */
import type { QueryValue } from "../../contract/index.ts";
import type { CypherValue, Parameters } from "../engine.ts";

export type Request =
  | { readonly op: "open"; readonly path: string; readonly readOnly: boolean }
  | {
      readonly op: "run";
      readonly cypher: string;
      readonly parameters: Parameters;
      readonly transaction: number | null;
    }
  | { readonly op: "begin"; readonly transaction: number }
  | { readonly op: "commit"; readonly transaction: number }
  | { readonly op: "rollback"; readonly transaction: number }
  | { readonly op: "copy"; readonly path: string }
  | { readonly op: "query"; readonly query: GuardedQuery }
  | { readonly op: "close" };

/** What each request is answered with. */
export interface Answers {
  open: null;
  run: Table;
  begin: null;
  commit: null;
  rollback: null;
  copy: null;
  query: GuardedAnswer;
  close: null;
}

/** Rows without their column names: half the bytes between the processes. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly CypherValue[])[];
}

export interface GuardedQuery {
  readonly cypher: string;
  readonly parameters: Parameters;
  readonly maxRows: number;
  readonly maxBytes: number;
}

export interface GuardedAnswer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly QueryValue[])[];
  readonly truncated: boolean;
}

export type Fault =
  | {
      readonly kind: "locked" | "full" | "conflict" | "refused" | "unique" | "unavailable" | "failed";
      readonly message: string;
    }
  | { readonly kind: "syntax"; readonly message: string; readonly position?: { line: number; column: number } };

export type Call = Request & { readonly id: number };
export type Reply = { readonly id: number; readonly answer: unknown } | { readonly id: number; readonly fault: Fault };

/** How the process ends itself when a query has taken more memory than it may. */
export const OUT_OF_MEMORY_EXIT = 77;
