/** An extraction in the form that gold files have, so that the two can be compared. */
import type { ExtractedDocument } from "./extracted-document.ts";
import type { RelationClaim } from "./extraction.ts";

export interface ExtractionFile {
  readonly doc: string;
  readonly title: string;
  readonly date: string | null;
  readonly region: string;
  readonly entities: readonly Readonly<Record<string, unknown>>[];
  readonly relations: readonly Readonly<Record<string, unknown>>[];
  readonly observations: readonly Readonly<Record<string, unknown>>[];
}

/**
 * Each relation once, `existing` as soon as one sentence says so, with the best sentence as evidence
 * and every rule that says it, sorted.
 *
 * @param original the text that passages count in, for evidence as it stands there; undefined for tables
 */
export function toExtractionFile(
  doc: string,
  document: ExtractedDocument,
  original: string | undefined,
): ExtractionFile {
  const { entities, relations, observations } = document.extraction;
  const passages = new Map(document.passages.map((passage) => [passage.sentence, passage]));
  const evidence = (sentence: number): string => {
    const passage = passages.get(sentence);
    if (passage === undefined) return "";
    return original === undefined ? passage.text : original.slice(passage.begin, passage.end);
  };
  return {
    doc,
    title: document.title ?? "",
    date: document.date,
    region: document.region ?? "",
    entities: entities.map(({ type, name, aliases, level }) => ({
      type,
      name,
      aliases,
      ...(level === undefined ? {} : { level }),
    })),
    relations: bestClaims(relations).map(({ claim: { type, from, to, status, sentence }, rules }) => ({
      type,
      from: entities[from]!.name,
      to: entities[to]!.name,
      status,
      evidence: evidence(sentence),
      rules: [...rules].sort(),
    })),
    observations: observations.map(({ subject, indicator, year, value, unit, kind, sentence }) => ({
      region: entities[subject]!.name,
      indicator,
      year,
      value,
      unit,
      kind,
      evidence: evidence(sentence),
    })),
  };
}

interface SaidRelation {
  readonly claim: RelationClaim;
  readonly rules: ReadonlySet<string>;
}

function bestClaims(claims: readonly RelationClaim[]): SaidRelation[] {
  const best = new Map<string, SaidRelation>();
  for (const claim of claims) {
    const key = `${claim.type} ${claim.from} ${claim.to}`;
    const known = best.get(key);
    const isBetter =
      known === undefined ||
      (known.claim.status === "planned" && claim.status === "existing") ||
      (known.claim.status === claim.status && claim.confidence > known.claim.confidence);
    const rules = new Set([...(known?.rules ?? []), claim.rule]);
    best.set(key, { claim: isBetter ? claim : known.claim, rules });
  }
  return [...best.values()];
}
