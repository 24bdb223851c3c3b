/**
 * Graphs for tests, said in few words: entities by name, and facts of which
 * each becomes a passage of its own with its mentions and its claim.
 */
import { RELATION_TYPES } from "../../server/contract/index.ts";
import type {
  DocumentId,
  EntityId,
  EntityType,
  Mention,
  ObservationId,
  ObservationKind,
  Passage,
  PassageId,
  PropertyValue,
  RegionLevel,
  RelationId,
  RelationStatus,
  RelationType,
} from "../../server/contract/index.ts";
import { relationId } from "../../server/graph/index.ts";
import type { Claim, DocumentGraph, StatedEntity } from "../../server/graph/index.ts";

export interface EntitySpec {
  readonly type?: EntityType;
  readonly name?: string;
  readonly aliases?: readonly string[];
  readonly level?: RegionLevel;
  readonly code?: string;
  readonly properties?: Readonly<Record<string, PropertyValue>>;
}

export function anEntity({ type = "University", name = "浙江大学", ...rest }: EntitySpec = {}): StatedEntity {
  return { id: idOf(type, name), type, name, aliases: [], properties: {}, ...rest };
}

export const aUniversity = (name: string, spec: EntitySpec = {}) => anEntity({ type: "University", name, ...spec });
export const anInstitute = (name: string, spec: EntitySpec = {}) =>
  anEntity({ type: "ResearchInstitute", name, ...spec });
export const aCompany = (name: string, spec: EntitySpec = {}) => anEntity({ type: "Company", name, ...spec });
export const aRegion = (name: string, level: RegionLevel = "county", spec: EntitySpec = {}) =>
  anEntity({ type: "Region", name, level, ...spec });

export const idOf = (type: EntityType, name: string) => `${type}:${name}` as EntityId;

/** `[from, type, to]` by the entities themselves, and what else the claim says. */
export type FactSpec = readonly [from: StatedEntity, type: RelationType, to: StatedEntity, more?: ClaimSpec];

export interface ClaimSpec {
  readonly status?: RelationStatus;
  readonly date?: string | null;
  readonly confidence?: number;
  readonly method?: string;
  /** The sentence; made from the names when it is absent. */
  readonly text?: string;
}

export interface FigureSpec {
  readonly subject: StatedEntity;
  readonly indicator: string;
  readonly value: number;
  readonly unit?: string;
  readonly year?: number | null;
  readonly kind?: ObservationKind;
}

export interface DocumentSpec {
  readonly origin?: string;
  readonly title?: string;
  readonly publisher?: string | null;
  readonly date?: string | null;
  readonly url?: string | null;
  readonly region?: string | null;
  readonly sha256?: string;
  /** Besides those that facts and figures name. */
  readonly entities?: readonly StatedEntity[];
  readonly facts?: readonly FactSpec[];
  readonly figures?: readonly FigureSpec[];
}

/** A document whose passages are its facts and figures, one a sentence. */
export function aDocumentGraph(spec: DocumentSpec = {}): DocumentGraph {
  const { origin = "绍兴市科技工作.txt", facts = [], figures = [] } = spec;
  const documentId = `document:${origin}` as DocumentId;
  const texts = [
    ...facts.map(([from, type, to, more]) => more?.text ?? `${from.name}${RELATION_TYPES[type].zh}${to.name}。`),
    ...figures.map(({ subject, indicator, value, unit = "" }) => `${subject.name}${indicator}${value}${unit}。`),
  ];
  const passages = toPassages(documentId, texts);
  const passageAt = (index: number) => (passages[index] as Passage).id;
  return {
    document: {
      id: documentId,
      origin,
      title: spec.title ?? "绍兴市科技工作",
      publisher: spec.publisher ?? null,
      date: spec.date === undefined ? "2024-05" : spec.date,
      url: spec.url ?? null,
      sha256: spec.sha256 ?? `sha256 of ${origin}`,
      mediaType: "text/plain",
      region: spec.region ?? null,
    },
    passages,
    entities: distinct([
      ...(spec.entities ?? []),
      ...facts.flatMap(([from, , to]) => [from, to]),
      ...figures.map(({ subject }) => subject),
    ]),
    mentions: [
      ...facts.flatMap(([from, , to], index) => [from, to].flatMap((entity) => mentionsOf(entity, passages[index]))),
      ...figures.flatMap(({ subject }, index) => mentionsOf(subject, passages[facts.length + index])),
    ],
    claims: facts.map(([from, type, to, more], index): Claim => ({
      type,
      from: from.id,
      to: to.id,
      status: more?.status ?? "existing",
      passageId: passageAt(index),
      date: more?.date ?? null,
      confidence: more?.confidence ?? 0.9,
      method: more?.method ?? "a-rule",
    })),
    observations: figures.map((figure, index) => ({
      id: `${documentId}/figure/${index}` as ObservationId,
      subjectId: figure.subject.id,
      indicator: figure.indicator,
      value: figure.value,
      unit: figure.unit ?? "",
      year: figure.year === undefined ? 2024 : figure.year,
      kind: figure.kind ?? "level",
      passageId: passageAt(facts.length + index),
    })),
  };
}

export const relationOf = ([from, type, to]: FactSpec): RelationId => relationId(type, from.id, to.id);

function toPassages(documentId: DocumentId, texts: readonly string[]): readonly Passage[] {
  let begin = 0;
  return texts.map((text, index) => {
    const passage: Passage = {
      id: `${documentId}/${index}` as PassageId,
      documentId,
      kind: "sentence",
      index,
      begin,
      end: begin + text.length,
      text,
    };
    begin = passage.end;
    return passage;
  });
}

function mentionsOf(entity: StatedEntity, passage: Passage | undefined): readonly Mention[] {
  const begin = passage?.text.indexOf(entity.name) ?? -1;
  if (passage === undefined || begin < 0) return [];
  return [
    {
      entityId: entity.id,
      passageId: passage.id,
      surface: entity.name,
      begin,
      end: begin + entity.name.length,
    },
  ];
}

function distinct(entities: readonly StatedEntity[]): readonly StatedEntity[] {
  return [...new Map(entities.map((entity) => [entity.id, entity])).values()];
}
