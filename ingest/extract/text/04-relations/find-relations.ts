/** Finds the relations that a document states among its entities. */
import type { NamedEntities, RelationClaim } from "../../extraction.ts";
import type { TextDocument } from "../text-document.ts";

export function findRelations(_document: TextDocument, _named: NamedEntities): readonly RelationClaim[] {
  return [];
}
