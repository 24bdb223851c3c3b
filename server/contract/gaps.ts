/**
 * Ready questions about what the documents do not hold. A gap is never "there
 * is none": each comes with what was looked at, why it is on the list, and the
 * relations whose passages say so.
 */
import { z } from "zod";

import type { Entity, EntityId, RelationId } from "./entity.ts";
import { ROLL_UP_LEVELS } from "./matrix.ts";
import { entityTypeParam, id, listOf } from "./parameters.ts";

export const GAP_QUESTIONS = [
  /** Districts with a high-tech zone and no co-built body. */
  "zone-without-body",
  /** Universities that work with the peers of a region and not with it. */
  "university-absent",
  /** Fields that a district focuses on, with no laboratory in it that does. */
  "field-without-laboratory",
  /** What was planned, and no document says since that it is there. */
  "plan-unconfirmed",
  /** A region beside its peers: where it has less than half of them do. */
  "beside-peers",
] as const;
export type GapQuestion = (typeof GAP_QUESTIONS)[number];

export const GapsRequest = z.object({
  /** Ours: questions are asked of it, or of what is in it. Without one, of every region. */
  region: id.optional(),
  /** Beside whom. Without any: the regions of the same wider region that have something to compare. */
  peers: listOf(id),
  /** Of the districts that are looked at. */
  level: z.enum(ROLL_UP_LEVELS).default("county"),
  /** Types that fill the gap: co-built institutes, laboratories of a field. Without any: what the question is usually asked with. */
  bodies: listOf(entityTypeParam),
  /** Whether what is only planned fills it. */
  planned: z.enum(["counts", "ignored"]).default("ignored"),
  /** Peers that must have it; without it, all of them. */
  least: z.coerce.number().int().min(1).max(500).optional(),
  /** Plans last spoken of in this year or before. */
  until: z.coerce.number().int().min(1000).max(9999).optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
});
export type GapsRequest = z.infer<typeof GapsRequest>;

export const GAP_REASONS = [
  /** The district has these zones. */
  "has-zone",
  /** Bodies that would fill the gap are planned: these. */
  "only-planned",
  /** Who near has what is missing. */
  "near-has",
  /** The university works with this peer. */
  "peer-has",
  /** The district focuses on the field. */
  "focuses",
  /** Who elsewhere works on the field. */
  "elsewhere",
  /** A document says it is planned. */
  "planned",
  /** Documents after the last plan that name it. */
  "named-later",
  /** It is there by other statements, so the plan may have come true unnoticed. */
  "exists-otherwise",
] as const;
export type GapReasonKind = (typeof GAP_REASONS)[number];

export interface GapReason {
  readonly kind: GapReasonKind;
  readonly entities: readonly Entity[];
  /** Whose passages say so; may be empty where a number speaks. */
  readonly relations: readonly RelationId[];
  readonly count: number | null;
  /** As exact as the documents have it. */
  readonly date: string | null;
}

export interface GapItem {
  /** What the gap is of: a district, a university, a planned body. */
  readonly subject: Entity;
  /** What it is about: the field, our region, the other end of a plan; null where the question says it. */
  readonly about: Entity | null;
  readonly reasons: readonly GapReason[];
}

/** One measure of a comparison: how many of something each region has. */
export interface GapMeasure {
  readonly id: GapMeasureId;
  /** Side by side with `compared`. */
  readonly values: readonly {
    readonly existing: number;
    readonly planned: number;
    readonly entities: readonly Entity[];
    /** Whose passages say so. */
    readonly relations: readonly RelationId[];
  }[];
  /** Whether ours is below the median of the peers. */
  readonly isGap: boolean;
}

export const GAP_MEASURES = [
  "universities",
  "institutes",
  "laboratories",
  "zones",
  "platforms",
  "fields",
  "companies",
] as const;
export type GapMeasureId = (typeof GAP_MEASURES)[number];

export interface GapsAnswer {
  readonly question: GapQuestion;
  /** As it was understood: with the peers and types that were left open filled in. */
  readonly asked: {
    readonly region: Entity | null;
    readonly peers: readonly Entity[];
    readonly bodies: readonly string[];
    readonly least: number | null;
  };
  /** How many were looked at: districts with a zone, universities of the peers, plans. */
  readonly considered: number;
  readonly items: readonly GapItem[];
  readonly total: number;
  /** For universities: how many work with one, two, three of the peers and not with us. */
  readonly byPeers: readonly number[];
  /** For a comparison: ours first, then the peers. */
  readonly compared: readonly EntityId[];
  readonly measures: readonly GapMeasure[];
}

/** Of every question with what it is usually asked with, for the first screen. */
export interface GapsSummary {
  readonly region: Entity | null;
  readonly questions: readonly {
    readonly question: GapQuestion;
    readonly total: number;
    readonly considered: number;
    /** A few of what is on the list. */
    readonly names: readonly string[];
  }[];
}

export const GapsSummaryRequest = z.object({ region: id.optional() });
export type GapsSummaryRequest = z.infer<typeof GapsSummaryRequest>;
