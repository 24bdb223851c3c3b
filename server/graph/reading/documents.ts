/** The list of documents, and one of them with everything that was found in it. */
import type {
  DocumentDetail,
  DocumentId,
  DocumentsPage,
  PageRequest,
  Relation,
  RelationId,
} from "../../contract/index.ts";
import type { CypherEngine, Row } from "../engine.ts";
import { DocumentNotFoundError } from "../errors.ts";
import { groupBy } from "../group-by.ts";
import {
  documentColumns,
  MENTION_COLUMNS,
  OBSERVATION_COLUMNS,
  passageColumns,
  summaryColumns,
  toDocument,
  toDocumentSummary,
  toMention,
  toObservation,
  toPassage,
} from "../model/document-nodes.ts";
import { entityColumns, toEntity } from "../model/entity-node.ts";
import { relationColumns, toRelation } from "../model/relation-edge.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import { byPlace } from "./evidence.ts";
import { readRelationsById } from "./relations-by-id.ts";

/** @throws InvalidCursorError */
export async function readDocuments(
  engine: CypherEngine,
  request: PageRequest,
  total: number,
  signal?: AbortSignal,
): Promise<DocumentsPage> {
  const list = "documents";
  const after = request.cursor === undefined ? undefined : decodeCursor(request.cursor, list, ["", ""] as const);
  const rows = await engine.read(
    `MATCH (d:Document)
     WHERE ${after === undefined ? "d.sortDate >= ''" : "d.sortDate <= $date AND (d.sortDate < $date OR d.id > $id)"}
     RETURN ${summaryColumns("d")}, d.sortDate AS date, d.id AS id ORDER BY date DESC, id LIMIT $limit`,
    { limit: request.limit + 1, ...(after === undefined ? {} : { date: after[0], id: after[1] }) },
    signal,
  );
  const page = rows.slice(0, request.limit);
  const last = page.at(-1);
  return {
    documents: page.map(toDocumentSummary),
    total,
    cursor:
      rows.length > page.length && last !== undefined
        ? encodeCursor(list, [last["date"] as string, last["id"] as string])
        : null,
  };
}

/** @throws DocumentNotFoundError */
export async function readDocument(
  engine: CypherEngine,
  id: DocumentId,
  signal?: AbortSignal,
): Promise<DocumentDetail> {
  const read = (cypher: string) => engine.read(cypher, { id }, signal);
  const [heads, passages, mentions, entities, observations] = await Promise.all([
    read(`MATCH (d:Document {id: $id}) RETURN ${documentColumns("d")}, d.relations AS relations`),
    read(
      `MATCH (d:Document {id: $id})<-[:FROM]-(p:Passage) RETURN ${passageColumns("p")}, p.index AS place ORDER BY place`,
    ),
    read(
      `MATCH (d:Document {id: $id})<-[:FROM]-(p:Passage)<-[m:MENTIONED_IN]-(e:Entity)
       RETURN ${MENTION_COLUMNS}, p.index AS place ORDER BY place`,
    ),
    read(`MATCH (d:Document {id: $id})<-[:STATED_IN]-(e:Entity) RETURN ${entityColumns("e")}, e.id AS id ORDER BY id`),
    read(
      `MATCH (d:Document {id: $id})<-[:FROM]-(p:Passage)<-[:SUPPORTED_BY]-(o:Observation)-[:ABOUT]->(e:Entity)
       RETURN ${OBSERVATION_COLUMNS}, p.index AS place ORDER BY place, id`,
    ),
  ]);
  const [head] = heads;
  if (head === undefined) throw new DocumentNotFoundError(id);
  const mentionsByPlace = groupBy(mentions, (row) => row["place"]);
  return {
    document: toDocument(head["document"]),
    passages: passages.map((row) => toPassage(row["passage"], id)),
    mentions: [...mentionsByPlace.values()].flatMap((rows) => rows.map(toMention).sort(byPlace)),
    entities: entities.map((row) => toEntity(row["labels"], row["properties"])),
    relations: await readRelationsOf(engine, id, (head["relations"] ?? []) as readonly RelationId[], signal),
    observations: observations.map(toObservation),
  };
}

async function readRelationsOf(
  engine: CypherEngine,
  documentId: DocumentId,
  ids: readonly RelationId[],
  signal?: AbortSignal,
): Promise<DocumentDetail["relations"]> {
  const columns = `${relationColumns("r", "a", "b")}, r.passages AS passages, r.documents AS documents`;
  const rows = await readRelationsById(engine, ids, columns, signal);
  return rows
    .map((row): { relation: Relation; passages: readonly string[] } => ({
      relation: toRelation(row),
      passages: passagesFrom(row, documentId),
    }))
    .sort((a, b) => (a.relation.id < b.relation.id ? -1 : 1));
}

function passagesFrom(row: Row, documentId: DocumentId): readonly string[] {
  const documents = row["documents"] as readonly string[];
  return (row["passages"] as readonly string[]).filter((_, index) => documents[index] === documentId);
}

export async function readOrigins(engine: CypherEngine, signal?: AbortSignal) {
  const rows = await engine.read(
    `MATCH (d:Document) WHERE d.origin >= ''
     RETURN d.id AS id, d.origin AS origin, d.sha256 AS sha256, d.extractor AS extractor ORDER BY origin`,
    {},
    signal,
  );
  return rows.map((row) => ({
    id: row["id"] as DocumentId,
    origin: row["origin"] as string,
    sha256: row["sha256"] as string,
    ...(typeof row["extractor"] === "string" ? { extractor: row["extractor"] } : {}),
  }));
}

/** Latest date of a document. */
export async function readAsOf(engine: CypherEngine, signal?: AbortSignal): Promise<string | null> {
  const [row] = await engine.read(
    "MATCH (d:Document) WHERE d.sortDate > '' RETURN d.sortDate AS latest ORDER BY latest DESC LIMIT 1",
    {},
    signal,
  );
  return (row?.["latest"] ?? null) as string | null;
}
