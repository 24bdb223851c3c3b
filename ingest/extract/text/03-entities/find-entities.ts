/** Finds the entities of a document and their mentions: the rules in their order, then what they found put together. */
import type { NamedEntities } from "../../extraction.ts";
import type { TextDocument } from "../text-document.ts";
import { assemble } from "./assemble.ts";
import { Reading } from "./reading.ts";
import { readRegions } from "./region-names.ts";
import { ENTITY_RULES } from "./rules.ts";

export function findEntities(document: TextDocument): NamedEntities {
  const reading = new Reading(document);
  readRegions(reading);
  for (const rule of ENTITY_RULES) rule.run(reading);
  return assemble(reading);
}
