/**
 * The identity of a relation: its type and a short key of each end.
 *
 * The keys are a property of the entities and indexed there, so a relation is
 * found by its id with two look-ups and no index on relations, which neither
 * engine needs to have.
 */
import { createHash } from "node:crypto";

import { isRelationType } from "../contract/index.ts";
import type { EntityId, RelationId, RelationType } from "../contract/index.ts";

const SEPARATOR = ".";
/** 72 bits: with ten million entities the chance that any two collide is below 1 in 10,000,000. */
const KEY_LENGTH = 12;

/** Keys that were asked for last: a load asks for those of its hubs again and again. */
const remembered = new Map<EntityId, string>();
const REMEMBERED_KEYS = 50_000;

/** Short, safe in URLs, and the same for the same entity id in every release. */
export function entityKey(id: EntityId): string {
  const known = remembered.get(id);
  if (known !== undefined) return known;
  if (remembered.size >= REMEMBERED_KEYS) remembered.clear();
  const key = createHash("sha256").update(id).digest("base64url").slice(0, KEY_LENGTH);
  remembered.set(id, key);
  return key;
}

export function relationId(type: RelationType, from: EntityId, to: EntityId): RelationId {
  return [type, entityKey(from), entityKey(to)].join(SEPARATOR) as RelationId;
}

export interface RelationKey {
  readonly type: RelationType;
  readonly fromKey: string;
  readonly toKey: string;
}

/** What a relation's id says; undefined for a text that is no relation's id. */
export function parseRelationId(id: string): RelationKey | undefined {
  const [type, fromKey, toKey, ...rest] = id.split(SEPARATOR);
  if (!isRelationType(type) || !isKey(fromKey) || !isKey(toKey) || rest.length > 0) return undefined;
  return { type, fromKey, toKey };
}

function isKey(text: string | undefined): text is string {
  return text !== undefined && /^[\w-]{12}$/.test(text);
}
