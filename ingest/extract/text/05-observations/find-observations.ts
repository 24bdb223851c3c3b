/** Finds the figures that a document gives about its entities. */
import type { NamedEntities, ObservationClaim } from "../../extraction.ts";
import type { TextDocument } from "../text-document.ts";

export function findObservations(_document: TextDocument, _named: NamedEntities): readonly ObservationClaim[] {
  return [];
}
