/** A path as a sentence: each relation a clause, in the direction in which it is stated. */
import type { Entity, EntityId, Relation } from "../../../../server/contract/index.ts";
import { pathsMessages } from "./messages.ts";

export function pathSentence(
  relations: readonly Relation[],
  entities: ReadonlyMap<EntityId, Pick<Entity, "name">>,
): string {
  const words = pathsMessages.value;
  const name = (id: EntityId) => entities.get(id)?.name ?? id;
  const clauses = relations.map(({ type, from, to, status }) => {
    const clause = words.clauses[type](name(from), name(to));
    return status === "planned" ? words.plannedClause(clause) : clause;
  });
  return clauses.length === 0 ? "" : clauses.join(words.clauseBreak) + words.end;
}
