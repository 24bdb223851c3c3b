/**
 * From what extraction says of one source to a graph ready to be written: ids
 * instead of positions, every statement with the passage that supports it.
 */
import { canRelate } from "../../server/contract/index.ts";
import type { Document, EntityId, Mention, Observation, Passage, Rejection } from "../../server/contract/index.ts";
import type { Claim, DocumentGraph, StatedEntity } from "../../server/graph/index.ts";
import type { ExtractedDocument, ExtractedEntity, ExtractedPassage, RelationClaim } from "../extract/index.ts";
import type { Source } from "../read/index.ts";
import { documentId, entityId, observationId, passageId } from "./ids.ts";

export interface Resolution {
  readonly graph: DocumentGraph;
  /** Statements that the schema does not allow. */
  readonly rejections: readonly Rejection[];
}

export function resolveDocument(
  source: Pick<Source, "origin" | "sha256" | "mediaType">,
  extracted: ExtractedDocument,
  extractor: string,
): Resolution {
  const { extraction } = extracted;
  const { origin } = source;
  const document: Document = {
    id: documentId(origin),
    origin,
    title: extracted.title ?? extracted.opening,
    publisher: extracted.publisher,
    date: extracted.date,
    url: extracted.url,
    sha256: source.sha256,
    mediaType: source.mediaType,
    region: extracted.region,
    extractor,
  };
  const passages = extracted.passages.map(({ kind, begin, end, text, page, row, sheet }, index): Passage => ({
    id: passageId(document.id, index),
    documentId: document.id,
    kind,
    index,
    begin,
    end,
    text,
    ...(page === undefined ? {} : { page }),
    ...(row === undefined ? {} : { row }),
    ...(sheet === undefined ? {} : { sheet }),
  }));
  const bySentence = new Map(extracted.passages.map(({ sentence }, index) => [sentence, passages[index]!] as const));
  const ids = extraction.entities.map(identify);
  const rejections: Rejection[] = [];

  const mentions = resolveMentions(extracted, passages, ids);
  const claims = resolveClaims(extracted, bySentence, ids, origin, rejections);
  const observations = resolveObservations(extracted, bySentence, ids);
  const stated = new Set<EntityId>([
    ...mentions.map(({ entityId }) => entityId),
    ...claims.flatMap(({ from, to }) => [from, to]),
    ...observations.map(({ subjectId }) => subjectId),
  ]);
  const [places, reasons] = [placesOf(extraction, ids), reasonsOf(extracted, ids)];
  const entities = joinEntities(extraction.entities, ids)
    .filter(({ id }) => stated.has(id))
    .map((entity): StatedEntity => {
      const [placedIn, why] = [sortedOf(places.get(entity.id)), sortedOf(reasons.get(entity.id))];
      return {
        ...entity,
        ...(placedIn === undefined ? {} : { placedIn }),
        ...(why === undefined ? {} : { reasons: why }),
      };
    });
  return { graph: { document, passages, entities, mentions, claims, observations }, rejections };
}

/** By type and canonical name, and by code where the name of a region is not enough. */
function identify({ type, name, code }: ExtractedEntity): EntityId {
  return entityId(type, code === undefined ? [name] : [name, code]);
}

/** Those of one id become one; the first name stands, the others are aliases. */
function joinEntities(entities: readonly ExtractedEntity[], ids: readonly EntityId[]): StatedEntity[] {
  const joined = new Map<EntityId, StatedEntity>();
  entities.forEach(({ type, name, aliases, level, code, properties = {} }, i) => {
    const id = ids[i]!;
    const known: StatedEntity = joined.get(id) ?? {
      id,
      type,
      name,
      aliases: [],
      ...(level === undefined ? {} : { level }),
      ...(code === undefined ? {} : { code }),
      properties,
    };
    const names = new Set([...known.aliases, name, ...aliases]);
    names.delete(known.name);
    joined.set(id, { ...known, aliases: [...names].sort(), properties: { ...properties, ...known.properties } });
  });
  return [...joined.values()];
}

/** Codes of the narrowest regions where the document puts each body, and of those that issue a policy. */
function placesOf(
  { entities, relations }: ExtractedDocument["extraction"],
  ids: readonly EntityId[],
): ReadonlyMap<EntityId, ReadonlySet<string>> {
  const direct = new Map<EntityId, Set<string>>();
  const inside: (readonly [inner: EntityId, outer: EntityId])[] = [];
  const add = (id: EntityId, code: string) => direct.set(id, (direct.get(id) ?? new Set()).add(code));
  for (const { type, from, to } of relations) {
    const [body, place] = type === "ISSUED" ? [to, from] : [from, to];
    if (type !== "LOCATED_IN" && type !== "ISSUED") continue;
    const { code } = entities[place]!;
    if (code !== undefined) add(ids[body]!, code);
    else if (type === "LOCATED_IN") inside.push([ids[body]!, ids[place]!]);
  }
  // A body in a zone is where the zone is.
  for (const [inner, outer] of inside) for (const code of direct.get(outer) ?? []) add(inner, code);
  for (const [id, codes] of direct) {
    const isWider = (code: string) => [...codes].some((other) => other !== code && isInside(other, code));
    direct.set(id, new Set([...codes].filter((code) => !isWider(code))));
  }
  return direct;
}

/** By GB/T 2260: 330602 is inside 330600, and that inside 330000. */
function isInside(inner: string, outer: string): boolean {
  return inner.startsWith(outer.replace(/(?:0000|00)$/, ""));
}

/** Which rule read each other name of an entity; places and fields have theirs from dictionaries. */
function reasonsOf(
  { passages, extraction }: ExtractedDocument,
  ids: readonly EntityId[],
): ReadonlyMap<EntityId, ReadonlySet<string>> {
  const reasons = new Map<EntityId, Set<string>>();
  const sorted = [...extraction.mentions].sort((a, b) => a.begin - b.begin);
  let at = 0;
  for (const { entity, begin, end, rule } of sorted) {
    const { type, name, aliases } = extraction.entities[entity]!;
    if (type === "Region" || type === "Industry") continue;
    while (at < passages.length && passages[at]!.cleanEnd <= begin) at++;
    const passage = passages[at];
    if (passage === undefined || begin < passage.cleanBegin || end > passage.cleanEnd) continue;
    const surface = passage.text.slice(begin - passage.cleanBegin, end - passage.cleanBegin);
    if (surface === name || !aliases.includes(surface)) continue;
    const id = ids[entity]!;
    reasons.set(id, (reasons.get(id) ?? new Set()).add(`${rule}: ${surface}`));
  }
  return reasons;
}

function sortedOf(values: ReadonlySet<string> | undefined): readonly string[] | undefined {
  return values === undefined || values.size === 0 ? undefined : [...values].sort();
}

/** A mention counts in its passage; what stands in no passage is no mention. */
function resolveMentions(
  { passages: extracted, extraction }: ExtractedDocument,
  passages: readonly Passage[],
  ids: readonly EntityId[],
): Mention[] {
  const mentions = new Map<string, Mention>();
  const sorted = [...extraction.mentions].sort((a, b) => a.begin - b.begin || a.end - b.end || a.entity - b.entity);
  let at = 0;
  for (const { entity, begin, end, cell } of sorted) {
    while (at < extracted.length && extracted[at]!.cleanEnd <= begin) at++;
    const span: ExtractedPassage | undefined = extracted[at];
    if (span === undefined || begin < span.cleanBegin || end > span.cleanEnd || begin >= end) continue;
    const passage = passages[at]!;
    const mention: Mention = {
      entityId: ids[entity]!,
      passageId: passage.id,
      surface: passage.text.slice(begin - span.cleanBegin, end - span.cleanBegin),
      begin: begin - span.cleanBegin,
      end: end - span.cleanBegin,
      ...(cell === undefined ? {} : { cell }),
    };
    mentions.set(`${mention.entityId} ${passage.id} ${mention.begin} ${mention.end}`, mention);
  }
  return [...mentions.values()];
}

/** One claim for each statement of a passage, the surest; `existing` before `planned`. */
function resolveClaims(
  { extraction, date }: ExtractedDocument,
  bySentence: ReadonlyMap<number, Passage>,
  ids: readonly EntityId[],
  origin: string,
  rejections: Rejection[],
): Claim[] {
  const claims = new Map<string, Claim>();
  for (const relation of extraction.relations) {
    const passage = bySentence.get(relation.sentence);
    const [from, to] = [ids[relation.from]!, ids[relation.to]!];
    if (passage === undefined || from === to) continue;
    const refusal = refuse(relation, extraction.entities);
    if (refusal !== undefined) {
      rejections.push({
        origin,
        place: `characters ${passage.begin}-${passage.end}`,
        code: "invalid_relation",
        message: refusal,
      });
      continue;
    }
    const claim: Claim = {
      type: relation.type,
      from,
      to,
      status: relation.status,
      passageId: passage.id,
      date: relation.date ?? date,
      confidence: relation.confidence,
      method: relation.rule,
    };
    const key = [claim.type, from, to, passage.id].join(" ");
    const known = claims.get(key);
    if (known === undefined || isBetter(claim, known)) claims.set(key, claim);
  }
  return [...claims.values()];
}

function isBetter(claim: Claim, known: Claim): boolean {
  if (claim.status !== known.status) return claim.status === "existing";
  return claim.confidence > known.confidence;
}

function refuse({ type, from, to, rule }: RelationClaim, entities: readonly ExtractedEntity[]): string | undefined {
  const [source, target] = [entities[from]!, entities[to]!];
  if (canRelate(type, source.type, target.type)) return undefined;
  return `The schema has no ${type} from ${source.type} (${source.name}) to ${target.type} (${target.name}); the rule "${rule}" said so.`;
}

function resolveObservations(
  { extraction }: ExtractedDocument,
  bySentence: ReadonlyMap<number, Passage>,
  ids: readonly EntityId[],
): Observation[] {
  const observations = new Map<string, Observation>();
  for (const { subject, indicator, value, unit, year, kind, sentence, cell } of extraction.observations) {
    const passage = bySentence.get(sentence);
    if (passage === undefined || !Number.isFinite(value)) continue;
    const subjectId = ids[subject]!;
    const id = observationId(passage.id, [subjectId, indicator, String(value), unit, String(year), kind]);
    observations.set(id, {
      id,
      subjectId,
      indicator,
      value,
      unit,
      year,
      kind,
      passageId: passage.id,
      ...(cell === undefined ? {} : { cell }),
    });
  }
  return [...observations.values()];
}
