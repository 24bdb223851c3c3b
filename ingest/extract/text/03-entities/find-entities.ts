/** Finds the entities of a document and their mentions: the rules in their order, then what they found put together. */
import type { NamedEntities } from "../../extraction.ts";
import type { TextDocument } from "../text-document.ts";
import { assemble } from "./assemble.ts";
import { Reading } from "./reading.ts";
import { readRegions } from "./region-names.ts";
import { ENTITY_RULES } from "./rules.ts";

export function findEntities(document: TextDocument): NamedEntities {
  return findEntitiesIn([document])[0]!;
}

/** Those of each document, rule by rule for all of them. */
export function findEntitiesIn(documents: readonly TextDocument[]): NamedEntities[] {
  const readings = documents.map((document) => new Reading(document));
  readings.forEach(readRegions);
  for (const rule of ENTITY_RULES) readings.forEach(rule.run);
  return readings.map(assemble);
}
