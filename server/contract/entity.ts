/**
 * What the graph holds, as it crosses the wire.
 *
 * An entity's id comes from its type and canonical name (for regions, the
 * administrative code), so the same thing read twice is one entity and a link
 * to it survives a new import.
 */
import type { EntityType, ObservationKind, RegionLevel, RelationStatus, RelationType } from "./ontology.ts";

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type EntityId = Branded<"EntityId">;
export type RelationId = Branded<"RelationId">;
export type DocumentId = Branded<"DocumentId">;
export type PassageId = Branded<"PassageId">;
export type ObservationId = Branded<"ObservationId">;

/** A plain value of a typed property. */
export type PropertyValue = string | number | boolean | readonly string[] | readonly number[];

export interface Entity {
  readonly id: EntityId;
  readonly type: EntityType;
  /** Canonical name in Simplified Chinese, or in the name's own language. */
  readonly name: string;
  /** Every other name that a document uses for it, sorted. */
  readonly aliases: readonly string[];
  /** Regions only. */
  readonly level?: RegionLevel;
  /** Administrative division code (GB/T 2260, six digits), regions only, where known. */
  readonly code?: string;
  readonly properties: Readonly<Record<string, PropertyValue>>;
  /** Number of relations in the whole graph. */
  readonly degree: number;
}

export interface Relation {
  readonly id: RelationId;
  readonly type: RelationType;
  readonly from: EntityId;
  readonly to: EntityId;
  /** `existing` as soon as one passage says so; the passages keep what each says. */
  readonly status: RelationStatus;
  /** Whether passages of both statuses support it. */
  readonly hasPlanned: boolean;
  /** Number of passages that support it; never zero. */
  readonly evidenceCount: number;
  /** Earliest and latest date of its passages: `2021`, `2021-05` or `2021-05-31`; null where none is dated. */
  readonly firstDate: string | null;
  readonly lastDate: string | null;
  /** 0 to 1: how sure the readers of its passages were, combined over documents. */
  readonly confidence: number;
  /** Name of the rule, table or reader that found the best of its passages. */
  readonly method: string;
}

/** A document or table that was read. */
export interface Document {
  readonly id: DocumentId;
  /** What it is re-read and forgotten by: the path or upload name it came from. */
  readonly origin: string;
  readonly title: string;
  readonly publisher: string | null;
  /** `2024`, `2024-12` or `2024-12-09`. */
  readonly date: string | null;
  readonly url: string | null;
  /** Of the bytes that were read, in hex. */
  readonly sha256: string;
  /** `text/plain`, `text/html`, `text/csv` ... */
  readonly mediaType: string;
  /** Name of the region that it reports on, where one was found. */
  readonly region: string | null;
  /** What read it, by name and version: another one reads the same bytes again. */
  readonly extractor?: string;
}

export const PASSAGE_KINDS = ["sentence", "heading", "row"] as const;
export type PassageKind = (typeof PASSAGE_KINDS)[number];

/**
 * A sentence, heading or table row of a document.
 *
 * `begin` and `end` count UTF-16 units of the document's original text (after
 * decoding, before any cleaning): `original.slice(begin, end)` is what the
 * document shows there. `text` is the same after cleaning.
 */
export interface Passage {
  readonly id: PassageId;
  readonly documentId: DocumentId;
  readonly kind: PassageKind;
  /** Position in the document, from 0. */
  readonly index: number;
  readonly begin: number;
  readonly end: number;
  readonly text: string;
  /** Page of the file that it begins on, from 1; only where the file has pages. */
  readonly page?: number;
  /** Row of the file or sheet, from 1, as a spreadsheet counts; only of tables. */
  readonly row?: number;
  /** Name of the sheet; only of workbooks. */
  readonly sheet?: string;
}

/** An entity named in a passage; `begin` and `end` count UTF-16 units of `Passage.text`. */
export interface Mention {
  readonly entityId: EntityId;
  readonly passageId: PassageId;
  readonly surface: string;
  readonly begin: number;
  readonly end: number;
  /** Where it stands in the file, as a spreadsheet says it (`B5`); only of tables. */
  readonly cell?: string;
}

/** A figure about an entity. */
export interface Observation {
  readonly id: ObservationId;
  readonly subjectId: EntityId;
  readonly indicator: string;
  readonly value: number;
  readonly unit: string;
  /** Year that the figure describes; null where none can be told. */
  readonly year: number | null;
  readonly kind: ObservationKind;
  readonly passageId: PassageId;
  /** Where the figure stands in the file (`C5`); only of tables. */
  readonly cell?: string;
}
