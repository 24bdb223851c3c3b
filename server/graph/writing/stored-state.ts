/**
 * What the graph holds of everything that a write touches, read inside its
 * transaction in a fixed number of statements, however much is touched.
 */
import type { DocumentId, EntityId, RelationId, RelationType } from "../../contract/index.ts";
import { batches } from "../cypher.ts";
import type { CypherMap, Row, WriteTransaction } from "../engine.ts";
import { InvalidGraphError } from "../errors.ts";
import { toClaimEntries } from "../model/claim-entries.ts";
import type { ClaimEntry } from "../model/claim-entries.ts";
import type { StoredEntity } from "../model/entity-node.ts";
import { entityColumns, toStoredEntity } from "../model/entity-node.ts";
import { toStatedEntity } from "../model/statement.ts";
import type { Statement } from "../model/statement.ts";
import { matchRelations } from "./match-relations.ts";
import type { DegreeOf } from "./match-relations.ts";

/** The document that an origin has now. */
export interface StoredDocument {
  readonly id: DocumentId;
  readonly origin: string;
  readonly digest: string;
  readonly relationIds: readonly RelationId[];
  readonly passageCount: number;
  readonly observationCount: number;
}

export async function readDocuments(
  tx: WriteTransaction,
  origins: readonly string[],
): Promise<ReadonlyMap<string, StoredDocument>> {
  const rows = await unwind(
    tx,
    `UNWIND $rows AS origin MATCH (d:Document {origin: origin})
     RETURN d.id AS id, d.origin AS origin, d.digest AS digest, d.relations AS relations,
            d.passageCount AS passages, d.observationCount AS observations`,
    origins,
  );
  return new Map(
    rows.map((row) => [
      row["origin"] as string,
      {
        id: row["id"] as DocumentId,
        origin: row["origin"] as string,
        digest: row["digest"] as string,
        relationIds: (row["relations"] ?? []) as readonly RelationId[],
        passageCount: row["passages"] as number,
        observationCount: row["observations"] as number,
      },
    ]),
  );
}

/** What these documents say of entities. */
export async function readStatementsOf(
  tx: WriteTransaction,
  documentIds: readonly DocumentId[],
): Promise<readonly Statement[]> {
  const rows = await unwind(
    tx,
    `UNWIND $rows AS id MATCH (d:Document {id: id})<-[s:STATED_IN]-(e:Entity)
     RETURN e.id AS entity, d.id AS document, d.date AS date, properties(s) AS stated`,
    documentIds,
  );
  return rows.map(toStatement);
}

/** What all documents say of these entities. */
export async function readStatementsAbout(
  tx: WriteTransaction,
  entityIds: readonly EntityId[],
): Promise<readonly Statement[]> {
  const rows = await unwind(
    tx,
    `UNWIND $rows AS id MATCH (e:Entity {id: id})-[s:STATED_IN]->(d:Document)
     RETURN e.id AS entity, d.id AS document, d.date AS date, properties(s) AS stated`,
    entityIds,
  );
  return rows.map(toStatement);
}

function toStatement(row: Row): Statement {
  return {
    documentId: row["document"] as DocumentId,
    documentDate: (row["date"] ?? null) as string | null,
    entity: toStatedEntity(row["entity"] as EntityId, row["stated"] as CypherMap),
  };
}

export async function readEntities(
  tx: WriteTransaction,
  ids: readonly EntityId[],
): Promise<ReadonlyMap<EntityId, StoredEntity>> {
  const rows = await unwind(tx, `UNWIND $rows AS id MATCH (e:Entity {id: id}) RETURN ${entityColumns("e")}`, ids);
  const entities = rows.map((row) => toStoredEntity(row["labels"], row["properties"] as CypherMap));
  return new Map(entities.map((entity) => [entity.id, entity]));
}

/** A relation as it is stored, with the ends that its id only hints at. */
export interface StoredRelation {
  readonly id: RelationId;
  readonly type: RelationType;
  readonly from: EntityId;
  readonly to: EntityId;
  readonly entries: readonly ClaimEntry[];
}

export async function readRelations(
  tx: WriteTransaction,
  ids: Iterable<RelationId>,
  degreeOf: DegreeOf,
): Promise<ReadonlyMap<RelationId, StoredRelation>> {
  const found = new Map<RelationId, StoredRelation>();
  const wanted = Array.from(ids, (id) => ({ id }));
  const answers = matchRelations(wanted, tx.relationLookup, degreeOf).map(({ match, rows }) =>
    unwind(
      tx,
      `UNWIND $rows AS row ${match}
       RETURN r.id AS id, type(r) AS type, a.id AS from, b.id AS to, properties(r) AS properties`,
      rows,
    ),
  );
  for (const row of (await Promise.all(answers)).flat()) {
    const relation: StoredRelation = {
      id: row["id"] as RelationId,
      type: row["type"] as RelationType,
      from: row["from"] as EntityId,
      to: row["to"] as EntityId,
      entries: toClaimEntries(row["properties"] as CypherMap),
    };
    found.set(relation.id, relation);
  }
  return found;
}

/** @throws InvalidGraphError where an id of these nodes belongs to a document that is not being replaced */
export async function refuseForeignIds(
  tx: WriteTransaction,
  ids: { documents: readonly string[]; passages: readonly string[]; observations: readonly string[] },
  replaced: readonly DocumentId[],
): Promise<void> {
  // WITH holds the planner to the ids, which are mostly new: it would begin at the documents, of which there are few.
  const found = await Promise.all([
    unwind(
      tx,
      "UNWIND $rows AS id MATCH (d:Document {id: id}) RETURN 'document' AS kind, d.id AS id, d.id AS owner, d.origin AS origin",
      ids.documents,
    ),
    unwind(
      tx,
      `UNWIND $rows AS id MATCH (p:Passage {id: id}) WITH p MATCH (p)-[:FROM]->(d:Document)
       RETURN 'passage' AS kind, p.id AS id, d.id AS owner, d.origin AS origin`,
      ids.passages,
    ),
    unwind(
      tx,
      `UNWIND $rows AS id MATCH (o:Observation {id: id}) WITH o MATCH (o)-[:SUPPORTED_BY]->(:Passage)-[:FROM]->(d:Document)
       RETURN 'observation' AS kind, o.id AS id, d.id AS owner, d.origin AS origin`,
      ids.observations,
    ),
  ]);
  const owners = found.flat();
  const foreign = owners.find((row) => !replaced.includes(row["owner"] as DocumentId));
  if (foreign !== undefined) {
    throw new InvalidGraphError(
      `The ${foreign["kind"] as string} id "${foreign["id"] as string}" belongs to "${foreign["origin"] as string}" already. ` +
        "Forget that origin first, or derive ids from the origin.",
    );
  }
}

async function unwind(tx: WriteTransaction, cypher: string, rows: readonly unknown[]): Promise<readonly Row[]> {
  const answers = Array.from(batches(rows), (batch) => tx.run(cypher, { rows: batch }));
  return (await Promise.all(answers)).flat();
}
