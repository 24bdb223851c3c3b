/** What a document says, read back as it was written: the unit in which graphs are copied. */
import type { Document, DocumentId, EntityId, RelationId, RelationType } from "../../contract/index.ts";
import type { Claim, DocumentGraph, Said } from "../document-graph.ts";
import type { CypherEngine, CypherMap } from "../engine.ts";
import { DocumentNotFoundError } from "../errors.ts";
import { groupBy } from "../group-by.ts";
import { toClaimEntries } from "../model/claim-entries.ts";
import {
  MENTION_COLUMNS,
  OBSERVATION_COLUMNS,
  passageColumns,
  toDocument,
  toMention,
  toObservation,
  toPassage,
} from "../model/document-nodes.ts";
import { toStatedEntity } from "../model/statement.ts";
import { byPlace } from "./evidence.ts";
import { readRelationsById } from "./relations-by-id.ts";

/** @throws DocumentNotFoundError */
export async function readDocumentGraph(
  engine: CypherEngine,
  id: DocumentId,
  signal?: AbortSignal,
): Promise<DocumentGraph> {
  const read = (cypher: string) => engine.read(cypher, { id }, signal);
  const [heads, passages, mentions, statements, observations] = await Promise.all([
    read("MATCH (d:Document {id: $id}) RETURN properties(d) AS document"),
    read(
      `MATCH (d:Document {id: $id})<-[:FROM]-(p:Passage) RETURN ${passageColumns("p")}, p.index AS place ORDER BY place`,
    ),
    read(
      `MATCH (d:Document {id: $id})<-[:FROM]-(p:Passage)<-[m:MENTIONED_IN]-(e:Entity)
       RETURN ${MENTION_COLUMNS}, p.index AS place ORDER BY place`,
    ),
    read(
      `MATCH (d:Document {id: $id})<-[s:STATED_IN]-(e:Entity)
       RETURN e.id AS entity, properties(s) AS stated ORDER BY entity`,
    ),
    read(
      `MATCH (d:Document {id: $id})<-[:FROM]-(p:Passage)<-[:SUPPORTED_BY]-(o:Observation)-[:ABOUT]->(e:Entity)
       RETURN ${OBSERVATION_COLUMNS}, p.index AS place ORDER BY place, id`,
    ),
  ]);
  const head = heads[0]?.["document"] as CypherMap | undefined;
  if (head === undefined) throw new DocumentNotFoundError(id);
  const byPassage = groupBy(mentions, (row) => row["place"]);
  return {
    document: withExtractor(toDocument(head), head),
    ...(typeof head["said"] === "string" ? { said: JSON.parse(head["said"]) as Said } : {}),
    passages: passages.map((row) => toPassage(row["passage"], id)),
    entities: statements.map((row) => toStatedEntity(row["entity"] as EntityId, row["stated"] as CypherMap)),
    mentions: [...byPassage.values()].flatMap((rows) => rows.map(toMention).sort(byPlace)),
    claims: await readClaims(engine, id, (head["relations"] ?? []) as readonly RelationId[], signal),
    observations: observations.map(toObservation),
  };
}

function withExtractor(document: Document, { extractor }: CypherMap): Document {
  return typeof extractor === "string" ? { ...document, extractor } : document;
}

/** Relation by relation, passage by passage. */
async function readClaims(
  engine: CypherEngine,
  documentId: DocumentId,
  ids: readonly RelationId[],
  signal?: AbortSignal,
): Promise<readonly Claim[]> {
  const rows = await readRelationsById(
    engine,
    ids,
    "r.id AS id, type(r) AS type, a.id AS from, b.id AS to, properties(r) AS claims",
    signal,
  );
  return rows.flatMap((row) =>
    toClaimEntries(row["claims"] as CypherMap)
      .filter((entry) => entry.documentId === documentId)
      .map(({ passageId, status, date, confidence, method }): Claim => ({
        type: row["type"] as RelationType,
        from: row["from"] as EntityId,
        to: row["to"] as EntityId,
        passageId,
        status,
        date,
        confidence,
        method,
      })),
  );
}

/** The digests of all documents, by their origin: what tells whether two stores say the same. */
export async function readDigests(
  engine: CypherEngine,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, { readonly id: DocumentId; readonly digest: string }>> {
  const rows = await engine.read(
    "MATCH (d:Document) WHERE d.origin >= '' RETURN d.origin AS origin, d.id AS id, d.digest AS digest ORDER BY origin",
    {},
    signal,
  );
  return new Map(
    rows.map((row) => [row["origin"] as string, { id: row["id"] as DocumentId, digest: row["digest"] as string }]),
  );
}
