/**
 * Refuses a graph that breaks the schema or says something without a passage,
 * before anything of it is written.
 */
import {
  canRelate,
  ENTITY_TYPES,
  isEntityType,
  isRelationType,
  OBSERVATION_KINDS,
  PASSAGE_KINDS,
  REGION_LEVELS,
  RELATION_STATUSES,
} from "../../contract/index.ts";
import type { EntityId, EntityType, PassageId } from "../../contract/index.ts";
import type { Claim, DocumentGraph, StatedEntity } from "../document-graph.ts";
import { InvalidGraphError } from "../errors.ts";
import { refusePropertyKey } from "../model/entity-node.ts";

/** @throws InvalidGraphError naming the origin, the place in it and what is wrong */
export function checkDocumentGraph(graph: DocumentGraph): void {
  const { document } = graph;
  const fail: Fail = (place, why) => {
    throw new InvalidGraphError(`${place} of "${document.origin}" cannot be written: ${why}.`);
  };
  for (const key of ["id", "origin", "title", "sha256", "mediaType"] as const) {
    if (typeof document[key] !== "string" || (document[key] === "" && key !== "title")) {
      fail("The document", `its ${key} is missing`);
    }
  }
  if (!isDate(document.date)) fail("The document", `its date "${document.date}" is not YYYY, YYYY-MM or YYYY-MM-DD`);

  const passages = checkPassages(graph, fail);
  const types = checkEntities(graph, fail);
  graph.mentions.forEach((mention, index) => {
    const place = `Mention ${index} ("${mention.surface}")`;
    if (!types.has(mention.entityId)) fail(place, `the entity "${mention.entityId}" is not among its entities`);
    const length = passages.get(mention.passageId);
    if (length === undefined) fail(place, `the passage "${mention.passageId}" is not among its passages`);
    else if (!isSpan(mention, length)) fail(place, `${mention.begin}-${mention.end} is no span of its passage`);
  });
  graph.claims.forEach((claim, index) => {
    const why = refuseClaim(claim, types, passages);
    if (why !== undefined) fail(`Claim ${index} (${claim.from} ${claim.type} ${claim.to})`, why);
  });
  checkObservations(graph, types, passages, fail);
}

type Fail = (place: string, why: string) => void;

/** Lengths by id. */
function checkPassages({ document, passages }: DocumentGraph, fail: Fail): ReadonlyMap<PassageId, number> {
  const lengths = new Map<PassageId, number>();
  passages.forEach((passage, index) => {
    const place = `Passage ${index}`;
    if (typeof passage.id !== "string" || passage.id === "") fail(place, "it has no id");
    if (lengths.has(passage.id)) fail(place, `the id "${passage.id}" is used twice`);
    if (passage.documentId !== document.id) fail(place, `it belongs to the document "${passage.documentId}"`);
    if (!PASSAGE_KINDS.includes(passage.kind)) fail(place, `"${passage.kind}" is no kind of passage`);
    if (!isSpan(passage, Infinity)) fail(place, `${passage.begin}-${passage.end} is no span`);
    lengths.set(passage.id, passage.text.length);
  });
  return lengths;
}

function checkEntities({ entities }: DocumentGraph, fail: Fail): ReadonlyMap<EntityId, EntityType> {
  const types = new Map<EntityId, EntityType>();
  entities.forEach((entity, index) => {
    const why = refuseEntity(entity);
    if (why !== undefined) fail(`Entity ${index} ("${entity.name}")`, why);
    if (types.has(entity.id)) fail(`Entity ${index} ("${entity.name}")`, `the id "${entity.id}" is used twice`);
    types.set(entity.id, entity.type);
  });
  return types;
}

function refuseEntity(entity: StatedEntity): string | undefined {
  if (typeof entity.id !== "string" || entity.id === "") return "it has no id";
  if (typeof entity.name !== "string" || entity.name === "") return "it has no name";
  if (!isEntityType(entity.type)) {
    return `"${entity.type as string}" is no type of entity (${Object.keys(ENTITY_TYPES).join(", ")})`;
  }
  if (entity.level !== undefined && (entity.type !== "Region" || !REGION_LEVELS.includes(entity.level))) {
    return `a ${entity.type} cannot have the level "${entity.level}"`;
  }
  for (const [key, value] of Object.entries(entity.properties)) {
    const why = refusePropertyKey(key);
    if (why !== undefined) return `${why}; call the property something else`;
    if (!isPropertyValue(value)) return `its property "${key}" is no text, number, yes or no, or list of one kind`;
  }
  return undefined;
}

function refuseClaim(
  claim: Claim,
  types: ReadonlyMap<EntityId, EntityType>,
  passages: ReadonlyMap<PassageId, number>,
): string | undefined {
  if (!isRelationType(claim.type)) return `"${claim.type as string}" is no type of relation`;
  if (!passages.has(claim.passageId))
    return `the passage "${claim.passageId}" that supports it is not among its passages`;
  const [from, to] = [types.get(claim.from), types.get(claim.to)];
  if (from === undefined) return `the entity "${claim.from}" is not among its entities`;
  if (to === undefined) return `the entity "${claim.to}" is not among its entities`;
  if (claim.from === claim.to) return "it joins an entity to itself";
  if (!canRelate(claim.type, from, to)) return `the schema has no ${claim.type} from ${from} to ${to}`;
  if (!RELATION_STATUSES.includes(claim.status)) return `"${claim.status}" is no status`;
  if (!isDate(claim.date)) return `its date "${claim.date}" is not YYYY, YYYY-MM or YYYY-MM-DD`;
  if (!(claim.confidence >= 0 && claim.confidence <= 1)) return `its confidence ${claim.confidence} is not from 0 to 1`;
  if (typeof claim.method !== "string" || claim.method === "") return "it does not say which method found it";
  return undefined;
}

function checkObservations(
  { observations }: DocumentGraph,
  types: ReadonlyMap<EntityId, EntityType>,
  passages: ReadonlyMap<PassageId, number>,
  fail: Fail,
): void {
  const seen = new Set<string>();
  observations.forEach((observation, index) => {
    const place = `Observation ${index} ("${observation.indicator}")`;
    if (typeof observation.id !== "string" || observation.id === "") fail(place, "it has no id");
    if (seen.has(observation.id)) fail(place, `the id "${observation.id}" is used twice`);
    seen.add(observation.id);
    if (!types.has(observation.subjectId)) fail(place, `"${observation.subjectId}" is not among its entities`);
    if (!passages.has(observation.passageId)) fail(place, `"${observation.passageId}" is not among its passages`);
    if (typeof observation.indicator !== "string" || observation.indicator === "") fail(place, "it has no indicator");
    if (!Number.isFinite(observation.value)) fail(place, `its value ${observation.value} is no number`);
    if (observation.year !== null && !Number.isInteger(observation.year)) fail(place, "its year is no whole number");
    if (!OBSERVATION_KINDS.includes(observation.kind)) fail(place, `"${observation.kind}" is no kind of figure`);
  });
}

function isSpan({ begin, end }: { begin: number; end: number }, length: number): boolean {
  return Number.isInteger(begin) && Number.isInteger(end) && begin >= 0 && begin <= end && end <= length;
}

function isDate(date: string | null): boolean {
  return date === null || /^\d{4}(-\d{2}(-\d{2})?)?$/.test(date);
}

function isPropertyValue(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isText) || value.every(isNumber);
  return isText(value) || isNumber(value) || typeof value === "boolean";
}

const isText = (value: unknown) => typeof value === "string";
const isNumber = (value: unknown) => typeof value === "number" && Number.isFinite(value);
