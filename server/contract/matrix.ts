/**
 * The matrix: entities of one type against those of another, and what joins them.
 *
 * A cell counts *ties*, each once: a relation between the two (direct), or a
 * body that is related to both (through). A body that several relations join
 * to the same two counts once; one with two places counts at each, at the
 * finest place that the documents state. Rolling up adds ties up, so totals
 * are the same at every level.
 */
import { z } from "zod";

import type { PathsAnswer } from "./api.ts";
import type { Entity, EntityId, Relation, RelationId } from "./entity.ts";
import type { EntityType, RelationStatus, RelationType } from "./ontology.ts";
import { FILTER_PARAMETERS, entityTypeParam, id, listOf, relationTypeParam } from "./parameters.ts";

export const ROLL_UP_LEVELS = ["county", "city", "province"] as const;
export type RollUpLevel = (typeof ROLL_UP_LEVELS)[number];

/** Which lines without a single tie are shown: none, regions beside one that has ties, or all. */
export const EMPTY_LINES = ["none", "near", "all"] as const;
export type EmptyLines = (typeof EMPTY_LINES)[number];

const matrixParameters = {
  rows: entityTypeParam,
  columns: entityTypeParam,
  /** Axes of regions are rolled up to this; what is wider stays a line of its own. */
  level: z.enum(ROLL_UP_LEVELS).default("county"),
  /** Relations between row and column, in either direction. Without `direct` and `through`: all that there can be. */
  direct: listOf(relationTypeParam),
  /** Types of the bodies that join row and column, by a relation of `near` to the row and of `far` to the column. */
  through: listOf(entityTypeParam),
  near: listOf(relationTypeParam),
  far: listOf(relationTypeParam),
  /** A region: axes of regions hold it and what is in it alone. */
  within: id.optional(),
  ...FILTER_PARAMETERS,
};

export const MatrixRequest = z.object({
  ...matrixParameters,
  empty: z.enum(EMPTY_LINES).default("near"),
  maxRows: z.coerce.number().int().min(1).max(2_000).default(500),
  maxColumns: z.coerce.number().int().min(1).max(500).default(200),
});
export type MatrixRequest = z.infer<typeof MatrixRequest>;

/** A row or a column. */
export interface MatrixLine {
  readonly entity: Entity;
  /** Ties of the whole line, in columns that were cut too. */
  readonly ties: number;
  readonly planned: number;
  /** Regions alone: the next wider one that is in the graph, for headings over several lines. */
  readonly parent: EntityId | null;
  /** Regions with ties that were rolled up into this line, itself not counted. */
  readonly parts: number;
}

/** What a tie can be: a relation of a type, or a body of a type. */
export type TieKind =
  | { readonly kind: "direct"; readonly relation: RelationType }
  | { readonly kind: "through"; readonly type: EntityType };

export interface MatrixCell {
  /** Places in `rows` and `columns`. */
  readonly row: number;
  readonly column: number;
  /** Never zero: a cell without ties is not sent. */
  readonly ties: number;
  readonly planned: number;
  /** `ties` by kind, side by side with `kinds`. */
  readonly parts: readonly number[];
}

export interface MatrixAnswer {
  /** Most ties first, then by id. */
  readonly rows: readonly MatrixLine[];
  readonly columns: readonly MatrixLine[];
  readonly cells: readonly MatrixCell[];
  readonly kinds: readonly TieKind[];
  /** Entities that `parent` names. */
  readonly parents: readonly Entity[];
  /** All ties in the filter, cut or not. */
  readonly ties: number;
  readonly planned: number;
  /**
   * Both axes are of one type, so each tie between two lines stands in two
   * cells, (a, b) and (b, a), and one within a line in one.
   */
  readonly isSymmetric: boolean;
  /** What the limits left out, and the ties in it. */
  readonly cut: { readonly rows: number; readonly columns: number; readonly ties: number };
  /** Lines without ties that `empty` left out. */
  readonly hidden: { readonly rows: number; readonly columns: number };
  /** Bodies that are joined to a row and of which no document states a column. */
  readonly unplaced: { readonly count: number; readonly entities: readonly Entity[] };
}

export const MatrixTiesRequest = z.object({
  ...matrixParameters,
  /** Entities of the lines, at the level asked for; without one, of any line. */
  row: id.optional(),
  column: id.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  offset: z.coerce.number().int().min(0).default(0),
});
export type MatrixTiesRequest = z.infer<typeof MatrixTiesRequest>;

export interface MatrixTie {
  /** The ends themselves, not what they were rolled up into. */
  readonly row: EntityId;
  readonly column: EntityId;
  /** The body that joins them; null for a direct relation. */
  readonly through: EntityId | null;
  readonly status: RelationStatus;
  readonly relations: readonly RelationId[];
}

export interface MatrixTiesPage {
  /** Best supported first. */
  readonly ties: readonly MatrixTie[];
  readonly entities: readonly Entity[];
  readonly relations: readonly Relation[];
  readonly total: number;
}

export const GapRequest = z.object({ ...matrixParameters, row: id, column: id });
export type GapRequest = z.infer<typeof GapRequest>;

/** What the documents do say where they state no tie. */
export interface GapCard {
  readonly row: Entity;
  readonly column: Entity;
  /** Of the cell after all: a card can be asked for anywhere. */
  readonly ties: number;
  /** How many documents name the row, the column (or a region in it), and both. */
  readonly documents: {
    readonly total: number;
    readonly row: number;
    readonly column: number;
    readonly both: number;
    /** Date of the newest one that names the column. */
    readonly latest: string | null;
  };
  /** Columns that the row has ties with: those of the same wider region first, then by number. */
  readonly near: readonly GapNeighbor[];
  /** Rows that have ties with the column, most first. */
  readonly others: readonly GapNeighbor[];
  /** Bodies that the column has already: what a tie could begin with. */
  readonly present: readonly { readonly entity: Entity; readonly relation: Relation }[];
  /** Shortest ways between the two, hubs left out. */
  readonly paths: PathsAnswer;
}

export interface GapNeighbor {
  readonly entity: Entity;
  readonly ties: number;
  readonly planned: number;
  /** In the same wider region as the column of the card. */
  readonly isNear: boolean;
  /** A few of the bodies in between. */
  readonly through: readonly string[];
}
