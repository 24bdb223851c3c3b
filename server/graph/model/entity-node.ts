/**
 * An entity as a node: its type is a label, its typed properties stand beside
 * its own. `key` is the short form of its id that relation ids are made of.
 */
import { isEntityType } from "../../contract/index.ts";
import type { Entity, EntityId, EntityType, PropertyValue, RegionLevel } from "../../contract/index.ts";
import type { CypherMap, CypherValue } from "../engine.ts";
import { LEVEL_LABELS } from "../graph-schema.ts";
import { entityKey } from "../relation-id.ts";
import { withKnownLists } from "./known-lists.ts";
import { searchKeys } from "../search/search-keys.ts";
import type { SearchableEntity } from "../search/searchable-entity.ts";

/** Property keys of a node that a document may not use for its own. */
const OWN_KEYS = new Set([
  "id",
  "key",
  "type",
  "name",
  "aliases",
  "pinyin",
  "initials",
  "degree",
  "level",
  "code",
  "formerIds",
]);
/** The same of what one document says of an entity. */
const OWN_STATEMENT_KEYS = new Set(["placedIn", "reasons"]);

/** Why a document may not use `key` for a property; undefined when it may. */
export function refusePropertyKey(key: string): string | undefined {
  if (key === "" || key.includes("\0")) return "a property needs a name";
  if (OWN_KEYS.has(key) || OWN_STATEMENT_KEYS.has(key)) return `the name "${key}" is taken by the graph itself`;
  // The engines use these prefixes for internal ids and for tagged values.
  if (key.startsWith("_") || key.startsWith("$")) return `the name "${key}" begins with "${key[0]}"`;
  return undefined;
}

/** An entity with what the program alone needs of it. */
export interface StoredEntity extends Entity {
  /** Ids that its names had before they were brought together, sorted. */
  readonly formerIds?: readonly EntityId[];
}

/** An entity without its degree, which is counted and not stated. */
export type EntityFacts = Omit<StoredEntity, "degree">;

export function entityLabels(entity: Pick<EntityFacts, "type" | "level">): readonly string[] {
  const level = entity.level === undefined ? [] : [LEVEL_LABELS[entity.level]];
  return ["Entity", entity.type, ...level];
}

export function toNodeProperties(entity: EntityFacts, degree: number): Record<string, unknown> {
  const { id, name, aliases, formerIds } = entity;
  return withKnownLists({
    ...entity.properties,
    id,
    key: entityKey(id),
    name,
    aliases,
    ...searchKeys(name, aliases),
    ...(entity.level === undefined ? {} : { level: entity.level }),
    ...(entity.code === undefined ? {} : { code: entity.code }),
    ...(formerIds === undefined ? {} : { formerIds }),
    degree,
  });
}

/** What every statement returns of an entity bound to `variable`; `toEntity` reads it. */
export const entityColumns = (variable: string, prefix = "") =>
  `labels(${variable}) AS ${prefix}labels, properties(${variable}) AS ${prefix}properties`;

export function toEntity(labels: CypherValue | undefined, properties: CypherValue | undefined): Entity {
  const node = properties as CypherMap;
  const own: Record<string, PropertyValue> = {};
  for (const key of Object.keys(node).sort()) {
    if (!OWN_KEYS.has(key)) own[key] = node[key] as PropertyValue;
  }
  return {
    id: node["id"] as EntityId,
    type: typeOf(labels as readonly string[]),
    name: node["name"] as string,
    aliases: (node["aliases"] as readonly string[] | null | undefined) ?? [],
    ...(typeof node["level"] === "string" ? { level: node["level"] as RegionLevel } : {}),
    ...(typeof node["code"] === "string" ? { code: node["code"] } : {}),
    properties: own,
    degree: node["degree"] as number,
  };
}

export function toStoredEntity(labels: CypherValue | undefined, properties: CypherMap): StoredEntity {
  const { formerIds } = properties;
  return {
    ...toEntity(labels, properties),
    ...(Array.isArray(formerIds) ? { formerIds: formerIds as readonly EntityId[] } : {}),
  };
}

export function toSearchableEntity(labels: CypherValue | undefined, properties: CypherMap): SearchableEntity {
  return {
    id: properties["id"] as EntityId,
    type: typeOf(labels as readonly string[]),
    name: properties["name"] as string,
    aliases: (properties["aliases"] ?? []) as readonly string[],
    pinyin: (properties["pinyin"] ?? []) as readonly string[],
    initials: (properties["initials"] ?? []) as readonly string[],
    degree: properties["degree"] as number,
  };
}

export function typeOf(labels: readonly string[]): EntityType {
  const type = labels.find(isEntityType);
  if (type === undefined) throw new TypeError(`A node with the labels ${labels.join(", ")} is no entity.`);
  return type;
}
