/**
 * Names that are one entity: which were brought together and why, which may be
 * one and are left to people, and what people have decided.
 */
import { z } from "zod";

import type { EntityId } from "./entity.ts";
import type { EntityType } from "./ontology.ts";

/** Why two names are one; surest first. */
export const MERGE_RULES = [
  "decision",
  "same-writing",
  "stated-alias",
  "company-short-name",
  "place-left-out",
  "quoted-name",
] as const;
export type MergeRule = (typeof MERGE_RULES)[number];

/** What makes names doubtful. */
export const DOUBT_KINDS = [
  "name-of-several",
  "part-of-name",
  "stated-elsewhere",
  "place-left-out",
  "two-places",
  "two-types",
  "which-region",
] as const;
export type DoubtKind = (typeof DOUBT_KINDS)[number];

export interface Merge {
  /** As documents have it. */
  readonly name: string;
  /** The name that stays, and whose. */
  readonly into: string;
  readonly type: EntityType;
  readonly id: EntityId;
  readonly rule: MergeRule;
  /** Number of the decision that says so, from 1; null where a rule does. */
  readonly decision: number | null;
}

export interface Doubt {
  readonly kind: DoubtKind;
  /** What may be one entity, or the one that may be several; the first is what the doubt is about. */
  readonly entities: readonly DoubtedEntity[];
}

export interface DoubtedEntity {
  readonly id: EntityId;
  readonly type: EntityType;
  readonly name: string;
  /** Where documents put it; of a region, the wider regions that have one of its name. */
  readonly places: readonly string[];
  /** How many documents state it. */
  readonly documents: number;
}

export const NamesRequest = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional(),
});
export type NamesRequest = z.infer<typeof NamesRequest>;

export interface MergesPage {
  readonly merges: readonly Merge[];
  readonly total: number;
  readonly cursor: string | null;
}

export interface DoubtsPage {
  readonly doubts: readonly Doubt[];
  readonly total: number;
  readonly cursor: string | null;
}

/** Decisions in the form of their file; their form is checked where they are used. */
export const DecisionsRequest = z.object({ decisions: z.array(z.unknown()).max(10_000) });
export type DecisionsRequest = z.infer<typeof DecisionsRequest>;

export interface Decisions {
  readonly decisions: readonly unknown[];
}

export interface DecisionsOutcome {
  readonly merges: number;
  readonly doubts: number;
  /** Documents that were resolved otherwise than before. */
  readonly rewritten: number;
  /** Numbers of decisions that speak of names that no document has. */
  readonly unused: readonly number[];
}
