/** What documents say of an entity: why its names are its, and where documents differ. */
import type { Document, PassageId, PropertyValue } from "./entity.ts";
import type { ObservationKind } from "./ontology.ts";

export interface EntityStatements {
  /** Its names but the one that it is shown by, most documents first. */
  readonly names: readonly NameReason[];
  /** Where documents differ; figures first, newest year first. */
  readonly contradictions: readonly Contradiction[];
  /** Whether there are more contradictions. */
  readonly truncated: boolean;
}

export interface NameReason {
  readonly name: string;
  /** The rule of extraction or resolution that made it a name of the entity, or `decision`. */
  readonly rule: string;
  /** How many documents it holds for. */
  readonly documents: number;
}

/** Two documents that give one thing different values. */
export interface Contradiction {
  readonly about: "figure" | "property";
  /** The indicator, or the name of the property. */
  readonly name: string;
  /** Of figures: what the values are of. */
  readonly year: number | null;
  readonly kind: ObservationKind | null;
  /** What is used first: the word of the newest document. */
  readonly words: readonly ContradictingWord[];
}

/** What one document says; of documents that agree, the newest. */
export interface ContradictingWord {
  readonly value: PropertyValue;
  /** Empty where it has none. */
  readonly unit: string;
  readonly document: Document;
  /** The sentence; null where a property comes from the document as a whole. */
  readonly passageId: PassageId | null;
}
