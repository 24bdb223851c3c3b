/** The whole graph as it is handed out: what a line of the JSON lines holds, and how texts stand in CSV and XML. */
import type { Entity, DocumentId, Observation, Passage, PassageId, Relation } from "./entity.ts";
import type { RelationStatus } from "./ontology.ts";
import type { Problem } from "./problem.ts";
import type { GraphCounts } from "./api.ts";

/** One passage's support for a relation, with what a reader needs to find it again. */
export interface ExportedClaim extends Pick<Passage, "kind" | "text" | "begin" | "end" | "page" | "row" | "sheet"> {
  readonly passage: PassageId;
  readonly status: RelationStatus;
  readonly date: string | null;
  readonly confidence: number;
  readonly method: string;
  readonly document: {
    readonly id: DocumentId;
    readonly title: string;
    readonly publisher: string | null;
    readonly date: string | null;
    readonly url: string | null;
  };
}

export interface ExportedRelation extends Relation {
  readonly fromName: string;
  readonly toName: string;
  /** All of them, in the order of document and passage ids. */
  readonly passages: readonly ExportedClaim[];
}

export interface ExportedObservation extends Observation {
  readonly subjectName: string;
}

/** The first line says what follows; the last one is `end`, or `problem` where the rest is missing. */
export type ExportLine =
  | { readonly graph: { readonly dataVersion: string; readonly counts: GraphCounts } }
  | { readonly entity: Entity }
  | { readonly observation: ExportedObservation }
  | { readonly relation: ExportedRelation }
  | { readonly end: { readonly entities: number; readonly observations: number; readonly relations: number } }
  | { readonly problem: Problem };

/** What the whole graph is handed out as. @see server/export */
export const EXPORT_FILES = [
  "graph.jsonl",
  "graph.graphml",
  "graph.gexf",
  "entities.csv",
  "relations.csv",
  "passages.csv",
  "observations.csv",
] as const;
export type ExportFile = (typeof EXPORT_FILES)[number];
