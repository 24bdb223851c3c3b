/** People's own Cypher: what is asked, and the events in which an answer streams. */
import { z } from "zod";

import type { QueryValue } from "./api.ts";
import type { Problem } from "./problem.ts";

/** Of one streamed answer. */
export const QUERY_STREAM_MAX_ROWS = 1_000_000;

/** Drawn by a browser for itself: until there are accounts, what was asked is told apart by it. */
export const BrowserId = z.string().regex(/^[\w-]{8,64}$/);

export const QueryStreamRequest = z.object({
  cypher: z.string().trim().min(1).max(100_000),
  parameters: z.record(z.string().max(200), z.unknown()).default({}),
  maxRows: z.number().int().min(1).max(QUERY_STREAM_MAX_ROWS).default(10_000),
  /** So long the store may work for it; the time in which the client reads does not count. */
  timeoutMs: z.number().int().min(1).max(120_000).default(60_000),
  /** By which the history of this browser is kept; without it nothing is kept. */
  browser: BrowserId.optional(),
});
export type QueryStreamRequest = z.infer<typeof QueryStreamRequest>;

export const QueryCheckRequest = QueryStreamRequest.pick({ cypher: true, parameters: true });
export type QueryCheckRequest = z.infer<typeof QueryCheckRequest>;

/** `explain`: the plan without running; `profile`: run, and the plan with what each operator did. */
export const QUERY_MODES = ["run", "explain", "profile"] as const;
export type QueryMode = (typeof QUERY_MODES)[number];

/** From 1. */
export interface QueryPosition {
  readonly line: number;
  readonly column: number;
}

/** An operator of the store's plan, with those that feed it. What the store does not tell is null. */
export interface QueryPlan {
  readonly operator: string;
  readonly detail: string;
  readonly estimatedRows: number | null;
  readonly rows: number | null;
  /** Reads of the storage. */
  readonly hits: number | null;
  readonly timeMs: number | null;
  readonly children: readonly QueryPlan[];
}

/** What the store remarks about a query that it takes. */
export interface QueryWarning {
  readonly code: string;
  readonly message: string;
  readonly position: QueryPosition | null;
}

export interface QueryEnd {
  readonly mode: QueryMode;
  readonly truncated: boolean;
  readonly plan: QueryPlan | null;
  readonly hits: number | null;
  readonly warnings: readonly QueryWarning[];
}

/** One line of the stream: `columns` first, then `rows` as they come, last `end` or `problem`. */
export type QueryStreamEvent =
  | { readonly type: "columns"; readonly columns: readonly string[] }
  | { readonly type: "rows"; readonly rows: readonly (readonly QueryValue[])[] }
  | ({ readonly type: "end"; readonly rows: number; readonly elapsedMs: number } & QueryEnd)
  | { readonly type: "problem"; readonly problem: Problem };

/** What the store says of a query without running it. */
export interface QueryCheck {
  /** Null when the store takes it. */
  readonly problem: {
    readonly code: "invalid_query" | "write_refused";
    readonly message: string;
    readonly position: QueryPosition | null;
  } | null;
  readonly warnings: readonly QueryWarning[];
  readonly plan: QueryPlan | null;
}
