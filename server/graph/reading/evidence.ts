/** Passages as evidence: each with its document and the entities named in it. */
import type {
  Document,
  DocumentId,
  EntityId,
  Evidence,
  Mention,
  PageRequest,
  PassageId,
  PassagesPage,
} from "../../contract/index.ts";
import type { CypherEngine, Row } from "../engine.ts";
import { EntityNotFoundError } from "../errors.ts";
import { groupBy } from "../group-by.ts";
import {
  documentColumns,
  MENTION_COLUMNS,
  passageColumns,
  toDocument,
  toMention,
  toPassage,
} from "../model/document-nodes.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";

/** Newest document first, undated last; then in the order of the document. */
export async function readEvidence(
  engine: CypherEngine,
  passageIds: readonly PassageId[],
  signal?: AbortSignal,
): Promise<readonly Evidence[]> {
  if (passageIds.length === 0) return [];
  const [passages, mentions] = await Promise.all([
    engine.read(
      `UNWIND $ids AS id MATCH (p:Passage {id: id})-[:FROM]->(d:Document)
       RETURN ${passageColumns("p")}, d.id AS documentId`,
      { ids: passageIds },
      signal,
    ),
    engine.read(
      `UNWIND $ids AS id MATCH (p:Passage {id: id})<-[m:MENTIONED_IN]-(e:Entity) RETURN ${MENTION_COLUMNS}`,
      { ids: passageIds },
      signal,
    ),
  ]);
  // Once a document, not once a passage: one long report supports many relations.
  const documentIds = [...new Set(passages.map((row) => row["documentId"] as DocumentId))];
  const documents = await readDocumentsById(engine, documentIds, signal);
  return toEvidence(passages, documents, mentions.map(toMention)).sort(byNewest);
}

/** @throws EntityNotFoundError, InvalidCursorError */
export async function readEntityPassages(
  engine: CypherEngine,
  id: EntityId,
  request: PageRequest,
  signal?: AbortSignal,
): Promise<PassagesPage> {
  const list = `passages ${id}`;
  const after = request.cursor === undefined ? undefined : decodeCursor(request.cursor, list, ["", "", 0] as const);
  const [counted, rows] = await Promise.all([
    engine.read(
      `MATCH (e:Entity {id: $id}) OPTIONAL MATCH (e)-[:MENTIONED_IN]->(p:Passage) RETURN e.id AS id, count(DISTINCT p.id) AS total`,
      { id },
      signal,
    ),
    engine.read(
      `MATCH (e:Entity {id: $id})-[:MENTIONED_IN]->(p:Passage)-[:FROM]->(d:Document)
       WITH DISTINCT p.id AS passage, p.index AS place, d.id AS document, coalesce(d.date, '') AS date
       ${after === undefined ? "" : "WHERE date < $date OR (date = $date AND (document > $document OR (document = $document AND place > $place)))"}
       RETURN passage, place, document, date ORDER BY date DESC, document, place LIMIT $limit`,
      {
        id,
        limit: request.limit + 1,
        ...(after === undefined ? {} : { date: after[0], document: after[1], place: after[2] }),
      },
      signal,
    ),
  ]);
  const total = counted[0]?.["total"];
  if (total === undefined) throw new EntityNotFoundError(id);
  const page = rows.slice(0, request.limit);
  const last = page.at(-1);
  const passages = await readEvidence(
    engine,
    page.map((row) => row["passage"] as PassageId),
    signal,
  );
  return {
    passages,
    total: total as number,
    cursor:
      rows.length > page.length && last !== undefined
        ? encodeCursor(list, [last["date"] as string, last["document"] as string, last["place"] as number])
        : null,
  };
}

export async function readDocumentsById(
  engine: CypherEngine,
  ids: readonly DocumentId[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<DocumentId, Document>> {
  const rows = await engine.read(
    `UNWIND $ids AS id MATCH (d:Document {id: id}) RETURN ${documentColumns("d")}`,
    { ids },
    signal,
  );
  return new Map(rows.map((row) => toDocument(row["document"])).map((document) => [document.id, document]));
}

function toEvidence(
  rows: readonly Row[],
  documents: ReadonlyMap<DocumentId, Document>,
  mentions: readonly Mention[],
): Evidence[] {
  const mentionsByPassage = groupBy(mentions.toSorted(byPlace), ({ passageId }) => passageId);
  return rows.flatMap((row) => {
    const document = documents.get(row["documentId"] as DocumentId);
    if (document === undefined) return [];
    const passage = toPassage(row["passage"], document.id);
    return [{ passage, document, mentions: mentionsByPassage.get(passage.id) ?? [] }];
  });
}

function byNewest(a: Evidence, b: Evidence): number {
  const [dateA, dateB] = [a.document.date ?? "", b.document.date ?? ""];
  if (dateA !== dateB) return dateA < dateB ? 1 : -1;
  if (a.document.id !== b.document.id) return a.document.id < b.document.id ? -1 : 1;
  return a.passage.index - b.passage.index;
}

/** In the order of the text; of two at one place the longer first. */
export function byPlace(a: Mention, b: Mention): number {
  return a.begin - b.begin || b.end - a.end || (a.entityId < b.entityId ? -1 : 1);
}
