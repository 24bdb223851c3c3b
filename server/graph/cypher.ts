/**
 * Names in Cypher. Labels, relation types and property keys cannot be
 * parameters, so they enter a statement only through these fragments, which
 * bring their own delimiters. Values are always parameters.
 */
import { RELATION_TYPE_NAMES } from "../contract/index.ts";
import type { RelationType } from "../contract/index.ts";
import type { RelationLookup } from "./engine.ts";

/** A quoted name. A backtick in it is refused: the engines do not agree on how to escape one. */
export function quoted(name: string): string {
  if (!/^[^`\\\0]+$/.test(name)) throw new TypeError(`"${name}" cannot be a name in Cypher.`);
  return `\`${name}\``;
}

/** `:A:B`, for a node pattern, SET and REMOVE. */
export function labels(names: readonly string[]): string {
  return names.map((name) => `:${quoted(name)}`).join("");
}

/** `:A|B`, for a relation pattern: one of these types. */
export function types(names: readonly RelationType[]): string {
  return `:${names.map(quoted).join("|")}`;
}

/** Any relation between entities; without it a pattern would also walk along mentions and statements. */
export const ANY_RELATION = types(RELATION_TYPE_NAMES);

/**
 * Binds the relation `r` with this id and its ends `a` and `b`.
 * @param by what the id and the keys of its two ends are called in the statement
 */
export function matchRelation(
  lookup: RelationLookup,
  type: RelationType,
  by: { readonly id: string; readonly fromKey: string; readonly toKey: string },
): string {
  return lookup === "index"
    ? `MATCH (a:Entity)-[r:${quoted(type)} {id: ${by.id}}]->(b:Entity)`
    : `MATCH (a:Entity {key: ${by.fromKey}})-[r:${quoted(type)}]->(b:Entity) WHERE b.key = ${by.toKey}`;
}

/** At most this many rows go into one UNWIND: larger ones gain nothing and hold more memory. */
const ROWS_PER_STATEMENT = 5_000;

export function* batches<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let begin = 0; begin < rows.length; begin += ROWS_PER_STATEMENT) {
    yield rows.slice(begin, begin + ROWS_PER_STATEMENT);
  }
}
