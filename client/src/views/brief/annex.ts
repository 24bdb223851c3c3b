/** The query of a list: what was asked, as the address of the question, and the Cypher that brings back what it names. */
import type { EntityId, RelationId } from "../../../../server/contract/index.ts";
import { cypherLiteral } from "../../cypher/cypher-text.ts";

export interface Named {
  readonly entities: Iterable<EntityId>;
  readonly relations: Iterable<RelationId>;
}

/** @param asked path of the API; parameters without a value are left out */
export function annexQuery(asked: string, parameters: object, { entities, relations }: Named): string {
  const ids = [...new Set(entities)];
  const own = [...new Set(relations)];
  return [
    `// ${questionAddress(asked, parameters)}`,
    `MATCH (e:Entity) WHERE e.id IN ${cypherLiteral(ids)}`,
    ...(own.length === 0
      ? ["RETURN e"]
      : [`OPTIONAL MATCH (e)-[r]->(f:Entity) WHERE r.id IN ${cypherLiteral(own)}`, "RETURN e, r, f"]),
    "",
  ].join("\n");
}

export function questionAddress(asked: string, parameters: object): string {
  const query = new URLSearchParams(
    Object.entries(parameters).flatMap(([name, value]): [string, string][] => {
      const text = value === undefined || value === null ? "" : String(value);
      return text === "" ? [] : [[name, text]];
    }),
  ).toString();
  return `GET /api${asked}${query === "" ? "" : `?${query}`}`;
}
