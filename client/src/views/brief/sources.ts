/** Numbers sentences in the order in which they are first named; each has one number, however many items it supports. */
import type { PassageId, RelationEvidence } from "../../../../server/contract/index.ts";
import { documentByline } from "../source/document-byline.ts";
import { sourcePlace } from "../source/source-place.ts";
import type { BriefSource } from "./brief.ts";

export interface SourceList {
  readonly sources: readonly BriefSource[];
  /** The number of the sentence, from 1. */
  number(evidence: Pick<RelationEvidence, "passage" | "document">): number;
}

export function createSourceList(): SourceList {
  const numbers = new Map<PassageId, number>();
  const sources: BriefSource[] = [];
  return {
    sources,
    number({ passage, document }) {
      const known = numbers.get(passage.id);
      if (known !== undefined) return known;
      sources.push({
        text: passage.text,
        title: document.title,
        facts: [documentByline(document), sourcePlace(passage)],
      });
      numbers.set(passage.id, sources.length);
      return sources.length;
    },
  };
}
