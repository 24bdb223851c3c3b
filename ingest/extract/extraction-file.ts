/** An extraction in the form that gold files have, so that the two can be compared. */
import type { TextSource } from "../read/source.ts";
import type { Extraction } from "./extraction.ts";
import type { TextDocument } from "./text/text-document.ts";

export interface ExtractionFile {
  readonly doc: string;
  readonly title: string;
  readonly date: string | null;
  readonly region: string;
  readonly entities: readonly Readonly<Record<string, unknown>>[];
  readonly relations: readonly Readonly<Record<string, unknown>>[];
  readonly observations: readonly Readonly<Record<string, unknown>>[];
}

/** Each relation once, `existing` as soon as one sentence says so, with the best sentence as evidence. */
export function toExtractionFile(
  doc: string,
  source: TextSource,
  { document, extraction }: { document: TextDocument; extraction: Extraction },
): ExtractionFile {
  const { entities, observations } = extraction;
  const evidence = (sentence: number) => {
    const { begin, end } = document.sentences[sentence]!;
    const { toOriginal } = document.clean;
    return source.text.slice(toOriginal[begin], toOriginal[end]).trim();
  };
  const relations = new Map<string, Extraction["relations"][number]>();
  for (const claim of extraction.relations) {
    const key = `${claim.type} ${claim.from} ${claim.to}`;
    const known = relations.get(key);
    const isBetter =
      known === undefined ||
      (known.status === "planned" && claim.status === "existing") ||
      (known.status === claim.status && claim.confidence > known.confidence);
    if (isBetter) relations.set(key, claim);
  }
  return {
    doc,
    title: document.frame.title ?? "",
    date: document.frame.date,
    region: document.frame.region?.name ?? "",
    entities: entities.map(({ type, name, aliases, level }) => ({
      type,
      name,
      aliases,
      ...(level === undefined ? {} : { level }),
    })),
    relations: [...relations.values()].map(({ type, from, to, status, sentence }) => ({
      type,
      from: entities[from]!.name,
      to: entities[to]!.name,
      status,
      evidence: evidence(sentence),
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
