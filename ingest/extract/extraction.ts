/**
 * What extraction finds in one source, before ids are given: entities by type
 * and canonical name, each statement with the sentence or row that supports it.
 */
import type {
  EntityType,
  ObservationKind,
  PropertyValue,
  RegionLevel,
  RelationStatus,
  RelationType,
} from "../../server/contract/index.ts";

export interface ExtractedEntity {
  readonly type: EntityType;
  /** Canonical: Simplified, no spaces, fullest official name. Unique within its type in one extraction. */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly level?: RegionLevel;
  /** GB/T 2260 code, administrative regions only. */
  readonly code?: string;
  readonly properties?: Readonly<Record<string, PropertyValue>>;
}

/** Refers to an entity of the same extraction by its position in `entities`. */
export type EntityIndex = number;

/** A span of the cleaned text that names an entity. */
export interface EntityMention {
  readonly entity: EntityIndex;
  readonly begin: number;
  readonly end: number;
  /** Id of the rule that found it. */
  readonly rule: string;
  /** Of a table: `B5`. */
  readonly cell?: string;
}

export interface RelationClaim {
  readonly type: RelationType;
  readonly from: EntityIndex;
  readonly to: EntityIndex;
  readonly status: RelationStatus;
  /** Index of the sentence or row that says so. */
  readonly sentence: number;
  /** Date in the sentence, if it gives one: `2021`, `2021-05` or `2021-05-31`. */
  readonly date: string | null;
  readonly rule: string;
  /** 0 to 1. */
  readonly confidence: number;
}

export interface ObservationClaim {
  readonly subject: EntityIndex;
  readonly indicator: string;
  readonly value: number;
  readonly unit: string;
  readonly year: number | null;
  readonly kind: ObservationKind;
  readonly sentence: number;
  /** Span of the figure in the cleaned text. */
  readonly begin: number;
  readonly end: number;
  readonly rule: string;
  /** Of a table: `C5`. */
  readonly cell?: string;
}

/** The entities of a document and where it names them; relations and observations are found among these. */
export interface NamedEntities {
  readonly entities: readonly ExtractedEntity[];
  readonly mentions: readonly EntityMention[];
}

export interface Extraction extends NamedEntities {
  readonly relations: readonly RelationClaim[];
  readonly observations: readonly ObservationClaim[];
}
