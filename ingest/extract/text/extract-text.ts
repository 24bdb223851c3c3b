/** Extraction from a text, step by step: each folder beside this file is one step. */
import type { TextSource } from "../../read/source.ts";
import type { Extraction } from "../extraction.ts";
import { cleanText } from "./01-clean/clean-text.ts";
import { completeFrame } from "./02-structure/complete-frame.ts";
import { splitText } from "./02-structure/split-text.ts";
import { findEntities } from "./03-entities/find-entities.ts";
import { findRelations } from "./04-relations/find-relations.ts";
import { findObservations } from "./05-observations/find-observations.ts";
import type { TextDocument } from "./text-document.ts";

export function extractText(source: TextSource): { document: TextDocument; extraction: Extraction } {
  const document = completeFrame(splitText(cleanText(source.text), source.metadata));
  const named = findEntities(document);
  return {
    document,
    extraction: {
      ...named,
      relations: findRelations(document, named),
      observations: findObservations(document, named),
    },
  };
}
