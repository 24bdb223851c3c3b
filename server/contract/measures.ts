/** Measures of a chosen part of the graph: who stands where in it, and who might partner next. */
import { z } from "zod";

import type { EntityId } from "./entity.ts";
import { RELATION_STATUSES } from "./ontology.ts";
import type { EntityType } from "./ontology.ts";
import { entityTypeParam, id, relationTypeParam } from "./parameters.ts";

/** More than these are not measured at once. */
export const MOST_MEASURED_ENTITIES = 20_000;
export const MOST_MEASURED_RELATIONS = 100_000;
/** Betweenness looks along the shortest ways between all pairs: more entities than these would take minutes. */
export const MOST_WITH_BETWEENNESS = 3_000;

/** Which part of the graph: what is left out does not narrow it. */
export const MeasuresRequest = z.strictObject({
  /** These entities and the relations among them, such as what a canvas shows. */
  ids: z.array(id).min(1).max(5_000).optional(),
  types: z.array(entityTypeParam).max(50).default([]),
  relations: z.array(relationTypeParam).max(50).default([]),
  status: z.enum(RELATION_STATUSES).optional(),
  /** The region, what is in it, and who is related to either. */
  region: id.optional(),
  /** Pairs of these types without a relation whose common neighbours suggest one. */
  suggest: z.strictObject({ from: entityTypeParam, to: entityTypeParam }).optional(),
});
export type MeasuresRequest = z.infer<typeof MeasuresRequest>;

export interface MeasuredEntity {
  readonly id: EntityId;
  readonly type: EntityType;
  readonly name: string;
  /** Neighbours in this part of the graph; several relations with one count once. */
  readonly degree: number;
  /** Share of the shortest ways between others that lead over it, from 0 to 1; null where it was not computed. */
  readonly betweenness: number | null;
  /** All of them sum up to 1. */
  readonly pageRank: number;
  /** Of those around it that have at least as many neighbours among each other, the most. */
  readonly core: number;
  /** From 0, all neighbours in one community, towards 1, evenly in many. */
  readonly participation: number;
  /** The id of the first member by id. */
  readonly community: EntityId;
  /** Without it, what hangs together now would come apart. */
  readonly isCutVertex: boolean;
}

/** Two that have no relation, and why they might: never that they do. */
export interface PartnerSuggestion {
  readonly from: EntityId;
  readonly to: EntityId;
  /** Adamic and Adar: common neighbours, those with few neighbours counting more. */
  readonly score: number;
  /** Most telling first, at most ten. */
  readonly common: readonly EntityId[];
  readonly commonTotal: number;
}

export interface MeasuresAnswer {
  /** By id. */
  readonly entities: readonly MeasuredEntity[];
  /** Pairs that are related, each once. */
  readonly pairs: number;
  readonly communities: number;
  /** Highest score first, at most a hundred. */
  readonly suggestions: readonly PartnerSuggestion[];
  readonly suggestionsTotal: number;
}
