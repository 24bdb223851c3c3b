/** Documents as they were written: read back to be written again, with their names brought together otherwise. */
import type { DocumentId, EntityId, RelationId } from "../../contract/index.ts";
import { batches, matchRelation } from "../cypher.ts";
import type { DocumentGraph, Said, StatedEntity } from "../document-graph.ts";
import type { CypherEngine, CypherMap, Row } from "../engine.ts";
import { groupBy } from "../group-by.ts";
import { toClaimEntries } from "../model/claim-entries.ts";
import {
  documentColumns,
  MENTION_COLUMNS,
  OBSERVATION_COLUMNS,
  passageColumns,
  toDocument,
  toMention,
  toObservation,
  toPassage,
} from "../model/document-nodes.ts";
import { readStatedNames } from "../model/stated-names.ts";
import { toStatedEntity } from "../model/statement.ts";
import { parseRelationId } from "../relation-id.ts";

/** What one document says of entities, as it was before resolution; without their properties. */
export interface DocumentStatements {
  readonly id: DocumentId;
  readonly origin: string;
  /** Name of the region that it reports on. */
  readonly region: string | null;
  readonly entities: readonly StatedEntity[];
  /** The resolution that was applied to it; null where none changed it. */
  readonly resolution: string | null;
}

/** So many documents are asked for in one statement. */
const DOCUMENTS_AT_ONCE = 500;

/** Of all documents, in the order of their origins; so many at once that a large graph never is in memory whole. */
export async function* readStatements(
  engine: CypherEngine,
  signal?: AbortSignal,
): AsyncGenerator<readonly DocumentStatements[]> {
  const ids = (
    await engine.read(
      "MATCH (d:Document) WHERE d.origin >= '' RETURN d.id AS id, d.origin AS origin ORDER BY origin",
      {},
      signal,
    )
  ).map((row) => row["id"]);
  for (let begin = 0; begin < ids.length; begin += DOCUMENTS_AT_ONCE) {
    const rows = await engine.read(
      `UNWIND $ids AS id MATCH (d:Document {id: id})
       RETURN d.id AS id, d.origin AS origin, d.region AS region, d.resolution AS resolution, d.stated AS stated
       ORDER BY origin`,
      { ids: ids.slice(begin, begin + DOCUMENTS_AT_ONCE) },
      signal,
    );
    yield rows.map((row) => ({
      id: row["id"] as DocumentId,
      origin: row["origin"] as string,
      region: (row["region"] ?? null) as string | null,
      entities: readStatedNames(row["stated"] as string),
      resolution: (row["resolution"] ?? null) as string | null,
    }));
  }
}

function toStated(row: Row): StatedEntity {
  return toStatedEntity(row["entity"] as EntityId, row["stated"] as CypherMap);
}

/** As the documents said it, before resolution; documents that are not there are left out. */
export async function readDocumentGraphs(
  engine: CypherEngine,
  ids: readonly DocumentId[],
  signal?: AbortSignal,
): Promise<readonly DocumentGraph[]> {
  const read = (cypher: string) => engine.read(`UNWIND $ids AS id ${cypher}`, { ids }, signal);
  const [heads, passages, mentions, entities, observations] = await Promise.all([
    read(
      `MATCH (d:Document {id: id}) RETURN ${documentColumns("d")}, d.extractor AS extractor, d.said AS said, d.relations AS relations`,
    ),
    read(
      `MATCH (d:Document {id: id})<-[:FROM]-(p:Passage)
       RETURN d.id AS owner, ${passageColumns("p")}, p.index AS place ORDER BY place`,
    ),
    read(
      `MATCH (d:Document {id: id})<-[:FROM]-(p:Passage)<-[m:MENTIONED_IN]-(e:Entity)
       RETURN d.id AS owner, ${MENTION_COLUMNS}`,
    ),
    read(
      `MATCH (d:Document {id: id})<-[s:STATED_IN]-(e:Entity)
       RETURN d.id AS owner, e.id AS entity, properties(s) AS stated`,
    ),
    read(
      `MATCH (d:Document {id: id})<-[:FROM]-(p:Passage)<-[:SUPPORTED_BY]-(o:Observation)-[:ABOUT]->(e:Entity)
       RETURN d.id AS owner, ${OBSERVATION_COLUMNS}`,
    ),
  ]);
  const byOwner = (rows: readonly Row[]): ReadonlyMap<unknown, readonly Row[]> => groupBy(rows, (row) => row["owner"]);
  const [passagesOf, mentionsOf] = [byOwner(passages), byOwner(mentions)];
  const [entitiesOf, observationsOf] = [byOwner(entities), byOwner(observations)];
  const claimsOf = await readClaims(engine, heads, signal);
  return heads.map((head): DocumentGraph => {
    const document = toDocument(head["document"]);
    const said = typeof head["said"] === "string" ? (JSON.parse(head["said"]) as Said) : undefined;
    return {
      document: {
        ...document,
        ...(typeof head["extractor"] === "string" ? { extractor: head["extractor"] } : {}),
      },
      passages: (passagesOf.get(document.id) ?? []).map((row) => toPassage(row["passage"], document.id)),
      entities: said?.entities ?? (entitiesOf.get(document.id) ?? []).map(toStated),
      mentions: said?.mentions ?? (mentionsOf.get(document.id) ?? []).map(toMention),
      claims: said?.claims ?? claimsOf.get(document.id) ?? [],
      observations: said?.observations ?? (observationsOf.get(document.id) ?? []).map(toObservation),
    };
  });
}

/** Of the documents whose claims stand in the graph as they said them. */
async function readClaims(
  engine: CypherEngine,
  heads: readonly Row[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<DocumentId, DocumentGraph["claims"]>> {
  const plain = heads.filter((head) => typeof head["said"] !== "string");
  const wanted = new Set(plain.map((head) => (head["document"] as CypherMap)["id"] as DocumentId));
  const ids = new Set(plain.flatMap((head) => (head["relations"] ?? []) as readonly RelationId[]));
  const keys = [...ids].flatMap((id) => {
    const key = parseRelationId(id);
    return key === undefined ? [] : [{ id, ...key }];
  });
  const claims = new Map<DocumentId, DocumentGraph["claims"][number][]>();
  for (const [type, rows] of groupBy(keys, (key) => key.type)) {
    for (const batch of batches(rows)) {
      const found = await engine.read(
        `UNWIND $rows AS row
         ${matchRelation(engine.relationLookup, type, { id: "row.id", fromKey: "row.fromKey", toKey: "row.toKey" })}
         RETURN a.id AS from, b.id AS to, properties(r) AS claims`,
        { rows: batch },
        signal,
      );
      for (const row of found) {
        const [from, to] = [row["from"] as EntityId, row["to"] as EntityId];
        for (const { documentId, ...claim } of toClaimEntries(row["claims"] as CypherMap)) {
          if (!wanted.has(documentId)) continue;
          const list = claims.get(documentId);
          const entry = { type, from, to, ...claim };
          if (list === undefined) claims.set(documentId, [entry]);
          else list.push(entry);
        }
      }
    }
  }
  return claims;
}
