/** What the program and the engine's process say to each other. */
import type { QueryEnd } from "../../contract/index.ts";
import type { CypherValue, Parameters, QueryRow } from "../engine.ts";

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
  /** Runs a person's query and keeps its rows under the number. */
  | { readonly op: "query"; readonly number: number; readonly query: GuardedQuery }
  | { readonly op: "fetch"; readonly number: number }
  | { readonly op: "drop"; readonly number: number }
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
  fetch: RowBatch;
  drop: null;
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
}

export interface GuardedAnswer extends RowBatch {
  readonly columns: readonly string[];
}

/** The next rows; with the last of them the end, and nothing is kept any more. */
export interface RowBatch {
  readonly rows: readonly QueryRow[];
  readonly end: QueryEnd | null;
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
