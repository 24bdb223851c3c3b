/**
 * Finds many relations by their ids: by an index where the engine has one.
 * Elsewhere each is looked for from the end that has fewer relations: from the
 * other, a hub, it would take as long as the hub is large.
 */
import type { RelationId, RelationType } from "../../contract/index.ts";
import { matchRelation, quoted } from "../cypher.ts";
import type { RelationLookup } from "../engine.ts";
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
  lookup: RelationLookup,
  degreeOf: DegreeOf,
): readonly RelationMatch<T>[] {
  const keyed = rows.flatMap((row) => {
    const key = parseRelationId(row.id);
    return key === undefined
      ? []
      : [
          {
            row: { ...row, ...key },
            isFromStart: lookup === "index" || degreeOf(key.fromKey) <= degreeOf(key.toKey),
          },
        ];
  });
  return [...groupBy(keyed, ({ row, isFromStart }) => `${row.type} ${isFromStart}`).values()].map((group) => ({
    match: matchBy(lookup, group[0]?.row.type as RelationType, group[0]?.isFromStart === true),
    rows: group.map(({ row }) => row),
  }));
}

function matchBy(lookup: RelationLookup, type: RelationType, isFromStart: boolean): string {
  return isFromStart
    ? matchRelation(lookup, type, { id: "row.id", fromKey: "row.fromKey", toKey: "row.toKey" })
    : `MATCH (b:Entity {key: row.toKey})<-[r:${quoted(type)}]-(a:Entity) WHERE a.key = row.fromKey`;
}
