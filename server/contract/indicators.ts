/** Figures over regions and years: which indicators there are, and the figures of one of them. */
import { z } from "zod";

import type { Document, DocumentId, Entity, Observation, Passage } from "./entity.ts";
import { OBSERVATION_KINDS } from "./ontology.ts";
import type { ObservationKind } from "./ontology.ts";
import { id, listOf } from "./parameters.ts";

/**
 * Figures that may stand in one series: of one indicator, unit and kind. A
 * target is compared with the levels of its indicator and unit, and stays apart.
 */
export interface IndicatorSeries {
  readonly unit: string;
  readonly kind: ObservationKind;
  readonly figures: number;
  readonly subjects: number;
  /** Null where no figure has a year. */
  readonly fromYear: number | null;
  readonly toYear: number | null;
}

export interface Indicator {
  /** The usual name; see `names` for those that the documents use. */
  readonly name: string;
  /** As the documents write it, most used first. */
  readonly names: readonly string[];
  /** Over all series. */
  readonly subjects: number;
  readonly figures: number;
  /** Most figures first. */
  readonly series: readonly IndicatorSeries[];
}

export interface IndicatorsAnswer {
  /** Those told of most subjects first, then of most figures. */
  readonly indicators: readonly Indicator[];
}

export const FIGURES_MAX = 5_000;

export const FiguresRequest = z.object({
  /** The usual name, or any that documents use. */
  indicator: z.string().trim().min(1).max(200),
  unit: z.string().trim().max(50).optional(),
  kind: z.enum(OBSERVATION_KINDS as unknown as [ObservationKind, ...ObservationKind[]]).optional(),
  /** Entities that the figures are about; empty asks for all. */
  subjects: listOf(id, 200),
  /** Years of the figures, both included; undated ones are in no span. */
  fromYear: z.coerce.number().int().min(1000).max(9999).optional(),
  toYear: z.coerce.number().int().min(1000).max(9999).optional(),
  documents: listOf(id),
});
export type FiguresRequest = z.infer<typeof FiguresRequest>;

/** A figure with its sentence and document. */
export interface SourcedFigure {
  readonly observation: Observation;
  readonly passage: Passage;
  readonly documentId: DocumentId;
}

export interface FiguresAnswer {
  /** The usual name; what was asked for where no figure has it. */
  readonly indicator: string;
  /** By subject, year, kind; undated last. */
  readonly figures: readonly SourcedFigure[];
  /** Whom they are about. */
  readonly subjects: readonly Entity[];
  /** Where they come from. */
  readonly documents: readonly Document[];
  readonly total: number;
  readonly truncated: boolean;
}
