/** Many relations by their ids: one statement a type, of which there are few. */
import type { RelationId } from "../../contract/index.ts";
import { matchRelation } from "../cypher.ts";
import type { CypherEngine, Row } from "../engine.ts";
import { groupBy } from "../group-by.ts";
import { parseRelationId } from "../relation-id.ts";

/** @param columns of a relation bound to `r` from `a` to `b`. Ids that are not in the graph are left out. */
export async function readRelationsById(
  engine: CypherEngine,
  ids: readonly RelationId[],
  columns: string,
  signal?: AbortSignal,
): Promise<readonly Row[]> {
  const keys = [...new Set(ids)].flatMap((id) => {
    const key = parseRelationId(id);
    return key === undefined ? [] : [{ id, ...key }];
  });
  const statements = [...groupBy(keys, ({ type }) => type)].map(([type, rows]) =>
    engine.read(
      `UNWIND $rows AS row
       ${matchRelation(engine.relationLookup, type, { id: "row.id", fromKey: "row.fromKey", toKey: "row.toKey" })}
       RETURN ${columns}`,
      { rows },
      signal,
    ),
  );
  return (await Promise.all(statements)).flat();
}
