/** Queries that are kept: what a browser has asked, and what somebody saved for all. */
import { z } from "zod";

import { BrowserId } from "./query.ts";

export const HISTORY_LENGTH = 500;

export interface HistoryEntry {
  readonly id: string;
  readonly cypher: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** ISO, when it ended. */
  readonly at: string;
  readonly outcome: "done" | "failed" | "stopped";
  readonly rows: number;
  readonly elapsedMs: number;
}

export const HistoryRequest = z.object({
  browser: BrowserId,
  /** Words that the text holds, all of them. */
  q: z.string().max(200).default(""),
  limit: z.coerce.number().int().min(1).max(HISTORY_LENGTH).default(100),
});
export type HistoryRequest = z.infer<typeof HistoryRequest>;

export interface HistoryPage {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[];
  /** How many there are that match. */
  readonly total: number;
}

export const SAVED_PARAMETER_TYPES = ["text", "number", "truth", "list", "entity", "json"] as const;

const SavedParameter = z.object({
  name: z.string().min(1).max(200),
  type: z.enum(SAVED_PARAMETER_TYPES),
  /** What stands in its field at first. */
  text: z.string().max(10_000).default(""),
  /** What a planner reads beside the field; the name where it is empty. */
  label: z.string().max(100).default(""),
});

/** A query as it is saved. */
export const SavedQueryDraft = z.object({
  name: z.string().trim().min(1).max(120),
  description: z.string().trim().max(1_000).default(""),
  tags: z.array(z.string().trim().min(1).max(40)).max(20).default([]),
  cypher: z.string().trim().min(1).max(100_000),
  parameters: z.array(SavedParameter).max(50).default([]),
  /** Whether planners see it as a form. */
  isForm: z.boolean().default(false),
});
export type SavedQueryDraft = z.infer<typeof SavedQueryDraft>;

export interface SavedQuery extends SavedQueryDraft {
  readonly id: string;
  /** ISO. */
  readonly changedAt: string;
}

export interface SavedQueriesPage {
  /** By name. */
  readonly queries: readonly SavedQuery[];
}
