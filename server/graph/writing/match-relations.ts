/**
 * Finds many relations by their ids. Each is looked for from the end that has
 * fewer relations: from the other, a hub, it would take as long as the hub is large.
 */
import type { RelationId, RelationType } from "../../contract/index.ts";
import { quoted } from "../cypher.ts";
import { groupBy } from "../group-by.ts";
import { parseRelationId } from "../relation-id.ts";

/** How many relations the entity with this key has. */
export type DegreeOf = (key: string) => number;

export interface RelationMatch<T> {
  /** Binds each row's relation `r` and its ends `a` and `b`. */
  readonly match: string;
  /** The rows with the keys that `match` compares. */
  readonly rows: readonly (T & { readonly fromKey: string; readonly toKey: string })[];
}

/** One or two a type; ids that are none are left out. */
export function matchRelations<T extends { readonly id: RelationId }>(
  rows: readonly T[],
  degreeOf: DegreeOf,
): readonly RelationMatch<T>[] {
  const keyed = rows.flatMap((row) => {
    const key = parseRelationId(row.id);
    return key === undefined
      ? []
      : [{ row: { ...row, ...key }, isFromStart: degreeOf(key.fromKey) <= degreeOf(key.toKey) }];
  });
  return [...groupBy(keyed, ({ row, isFromStart }) => `${row.type} ${isFromStart}`).values()].map((group) => ({
    match: matchFrom(group[0]?.row.type as RelationType, group[0]?.isFromStart === true),
    rows: group.map(({ row }) => row),
  }));
}

function matchFrom(type: RelationType, isFromStart: boolean): string {
  const relation = `[r:${quoted(type)}]`;
  return isFromStart
    ? `MATCH (a:Entity {key: row.fromKey})-${relation}->(b:Entity) WHERE b.key = row.toKey`
    : `MATCH (b:Entity {key: row.toKey})<-${relation}-(a:Entity) WHERE a.key = row.fromKey`;
}
