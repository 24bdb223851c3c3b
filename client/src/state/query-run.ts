/** One run of one statement: its rows as they come, until it ends, fails or is stopped. */
import { batch, signal } from "@preact/signals-core";
import type { ReadonlySignal } from "@preact/signals-core";

import { isAbort } from "../api.ts";
import type { Api, ApiError } from "../api.ts";
import type { QueryEnd, QueryPosition, QueryValue } from "../../../server/contract/index.ts";
import { placeOf } from "../cypher/cypher-text.ts";
import { toApiError } from "./resource.ts";

export type RunState =
  | { readonly status: "running" }
  | ({ readonly status: "done"; readonly elapsedMs: number } & QueryEnd)
  | { readonly status: "failed"; readonly error: ApiError }
  | { readonly status: "stopped" };

export type ResultRow = readonly QueryValue[];

export interface QueryQuestion {
  readonly cypher: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly maxRows: number;
  readonly timeoutMs: number;
}

export interface QueryRun {
  readonly id: number;
  readonly question: QueryQuestion;
  /** Where the statement begins in the text of its tab. */
  readonly begin: number;
  readonly state: ReadonlySignal<RunState>;
  readonly columns: ReadonlySignal<readonly string[]>;
  /** Grows in place; who shows it follows `count`. */
  readonly rows: readonly ResultRow[];
  readonly count: ReadonlySignal<number>;
  stop(): void;
}

export interface RunOptions {
  readonly id: number;
  readonly question: QueryQuestion;
  readonly begin?: number;
  /** By which the server keeps what this person has asked. */
  readonly browser?: string | undefined;
}

/** Rows that came are shown at most so often: drawing each batch would hold the page. */
const SHOW_MS = 100;

export function startRun(
  api: Pick<Api, "queryStream">,
  options: RunOptions,
): QueryRun & { readonly ended: Promise<void> } {
  const { id, question, begin = 0, browser } = options;
  const state = signal<RunState>({ status: "running" });
  const columns = signal<readonly string[]>([]);
  const count = signal(0);
  const rows: ResultRow[] = [];
  const abort = new AbortController();
  let shownAt = 0;

  const finish = (next: RunState) =>
    batch(() => {
      count.value = rows.length;
      state.value = next;
    });
  const read = async () => {
    try {
      const end = await api.queryStream(
        { ...question, ...(browser === undefined ? {} : { browser }) },
        (event) => {
          if (event.type === "columns") columns.value = event.columns;
          if (event.type !== "rows") return;
          for (const row of event.rows) rows.push(row);
          if (performance.now() - shownAt < SHOW_MS) return;
          shownAt = performance.now();
          count.value = rows.length;
        },
        abort.signal,
      );
      const { type: _, rows: __, ...rest } = end;
      finish({ status: "done", ...rest });
    } catch (error) {
      finish(
        isAbort(error) || abort.signal.aborted ? { status: "stopped" } : { status: "failed", error: toApiError(error) },
      );
    }
  };
  return { id, question, begin, state, columns, rows, count, stop: () => abort.abort(), ended: read() };
}

/** Where in the text of its tab the store sees something. */
export function placeInTab(run: QueryRun, position: QueryPosition): { readonly from: number; readonly to: number } {
  const { cypher } = run.question;
  // EXPLAIN and PROFILE were set before it by a button, on a line of their own.
  const written = cypher.replace(ADDED_MODE, "");
  const line = position.line - (written === cypher ? 0 : 1);
  const text = `${" ".repeat(run.begin)}${written}`;
  return placeOf(text, { text: written, begin: run.begin }, { line: Math.max(1, line), column: position.column });
}

/** What the buttons of the plan set before a statement. */
const ADDED_MODE = /^(EXPLAIN|PROFILE)\n/;
