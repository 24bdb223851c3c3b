/**
 * What each document says of an entity, and what follows for the entity: the
 * names of all documents, and of everything else the newest word. The result
 * depends on the set of statements alone, not on the order in which they came.
 */
import type { DocumentId, EntityId, EntityType, PropertyValue, RegionLevel } from "../../contract/index.ts";
import type { StatedEntity } from "../document-graph.ts";
import type { CypherMap } from "../engine.ts";
import type { EntityFacts } from "./entity-node.ts";
import { withKnownLists } from "./known-lists.ts";

export interface Statement {
  readonly documentId: DocumentId;
  readonly documentDate: string | null;
  readonly entity: StatedEntity;
}

/** @param statements at least one */
export function mergeStatements(statements: readonly Statement[]): EntityFacts {
  const newestFirst = [...statements].sort(byNewest).map(({ entity }) => entity);
  const newest = newestFirst[0];
  if (newest === undefined) throw new TypeError("An entity that no document states is no entity.");
  const names = new Set(newestFirst.flatMap(({ name, aliases }) => [name, ...aliases]));
  names.delete(newest.name);
  const level = newestFirst.find((entity) => entity.level !== undefined)?.level;
  const code = newestFirst.find((entity) => entity.code !== undefined)?.code;
  const properties: Record<string, PropertyValue> = {};
  for (const entity of newestFirst) {
    for (const [key, value] of Object.entries(entity.properties)) {
      if (!Object.hasOwn(properties, key)) properties[key] = value;
    }
  }
  return {
    id: newest.id,
    type: newest.type,
    name: newest.name,
    aliases: [...names].sort(),
    ...(level === undefined ? {} : { level }),
    ...(code === undefined ? {} : { code }),
    properties: sortKeys(properties),
    ...formerIdsOf(newestFirst),
  };
}

function formerIdsOf(entities: readonly Pick<EntityFacts, "formerIds">[]): Pick<EntityFacts, "formerIds"> {
  const ids = new Set(entities.flatMap(({ formerIds = [] }) => formerIds));
  return ids.size === 0 ? {} : { formerIds: [...ids].sort() };
}

/**
 * The entity after one more statement that contradicts it in nothing, or
 * undefined where it does: then only all statements together can tell.
 * It spares an entity that thousands of documents name from reading them all.
 */
export function addStatement(entity: EntityFacts, stated: StatedEntity): EntityFacts | undefined {
  if (stated.name !== entity.name) return undefined;
  for (const key of ["level", "code"] as const) {
    if (stated[key] !== undefined && entity[key] !== undefined && stated[key] !== entity[key]) return undefined;
  }
  for (const [key, value] of Object.entries(stated.properties)) {
    if (Object.hasOwn(entity.properties, key) && !isSameValue(entity.properties[key], value)) return undefined;
  }
  const names = new Set([...entity.aliases, ...stated.aliases]);
  names.delete(entity.name);
  const { formerIds: _, ...known } = entity;
  return {
    ...known,
    aliases: [...names].sort(),
    ...(stated.level === undefined ? {} : { level: stated.level }),
    ...(stated.code === undefined ? {} : { code: stated.code }),
    properties: sortKeys({ ...entity.properties, ...stated.properties }),
    ...formerIdsOf([entity, stated]),
  };
}

export function isSameStatement(a: StatedEntity, b: StatedEntity): boolean {
  return JSON.stringify(statementProperties(a)) === JSON.stringify(statementProperties(b));
}

/** As a STATED_IN relation keeps it. */
export function statementProperties(entity: StatedEntity): Record<string, unknown> {
  return withKnownLists({
    type: entity.type,
    name: entity.name,
    aliases: [...new Set(entity.aliases)].sort(),
    ...(entity.level === undefined ? {} : { level: entity.level }),
    ...(entity.code === undefined ? {} : { code: entity.code }),
    ...(entity.placedIn === undefined || entity.placedIn.length === 0 ? {} : { placedIn: entity.placedIn }),
    ...(entity.reasons === undefined || entity.reasons.length === 0 ? {} : { reasons: entity.reasons }),
    ...(entity.formerIds === undefined || entity.formerIds.length === 0 ? {} : { formerIds: entity.formerIds }),
    ...sortKeys(entity.properties),
  });
}

export function toStatedEntity(id: EntityId, stored: CypherMap): StatedEntity {
  const { type, name, aliases, level, code, placedIn, reasons, formerIds, ...properties } = stored;
  return {
    id,
    type: type as EntityType,
    name: name as string,
    aliases: (aliases ?? []) as readonly string[],
    ...(typeof level === "string" ? { level: level as RegionLevel } : {}),
    ...(typeof code === "string" ? { code } : {}),
    ...(Array.isArray(placedIn) ? { placedIn: placedIn as string[] } : {}),
    ...(Array.isArray(reasons) ? { reasons: reasons as string[] } : {}),
    ...(Array.isArray(formerIds) ? { formerIds: formerIds as EntityId[] } : {}),
    properties: properties as Record<string, PropertyValue>,
  };
}

function byNewest(a: Statement, b: Statement): number {
  const [dateA, dateB] = [a.documentDate ?? "", b.documentDate ?? ""];
  if (dateA !== dateB) return dateA < dateB ? 1 : -1;
  return a.documentId < b.documentId ? -1 : a.documentId > b.documentId ? 1 : 0;
}

function isSameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function sortKeys<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
