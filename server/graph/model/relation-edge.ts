/** A relation as statements return it: its short form, without the lists of claims. */
import type { EntityId, Relation, RelationId, RelationStatus, RelationType } from "../../contract/index.ts";
import type { Row } from "../engine.ts";

/** Columns for a relation bound to `r` that starts at `from` and ends at `to`; `toRelation` reads them. */
export const relationColumns = (r: string, from: string, to: string) =>
  `${r}.id AS id, type(${r}) AS type, ${from}.id AS from, ${to}.id AS to, ${r}.status AS status, ` +
  `${r}.hasPlanned AS hasPlanned, ${r}.evidenceCount AS evidenceCount, ${r}.firstDate AS firstDate, ` +
  `${r}.lastDate AS lastDate, ${r}.confidence AS confidence, ${r}.method AS method`;

export function toRelation(row: Row): Relation {
  return {
    id: row["id"] as RelationId,
    type: row["type"] as RelationType,
    from: row["from"] as EntityId,
    to: row["to"] as EntityId,
    status: row["status"] as RelationStatus,
    hasPlanned: row["hasPlanned"] as boolean,
    evidenceCount: row["evidenceCount"] as number,
    firstDate: (row["firstDate"] ?? null) as string | null,
    lastDate: (row["lastDate"] ?? null) as string | null,
    confidence: row["confidence"] as number,
    method: row["method"] as string,
  };
}
