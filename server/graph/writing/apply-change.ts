/**
 * Writes a change: a fixed number of statements for each kind of thing, each
 * over many rows. First what goes, then what comes, so that ids can be reused.
 * No statement waits for the one before it, so that the engine works on one
 * while the next is put together.
 */
import type { EntityId } from "../../contract/index.ts";
import { batches, labels, quoted } from "../cypher.ts";
import type { DocumentGraph } from "../document-graph.ts";
import type { CypherMap, WriteTransaction } from "../engine.ts";
import { groupBy } from "../group-by.ts";
import type { Tallies } from "../model/atlas-node.ts";
import {
  documentProperties as ownProperties,
  observationProperties,
  passageProperties,
} from "../model/document-nodes.ts";
import { entityLabels, toNodeProperties, toSearchableEntity } from "../model/entity-node.ts";
import { writeStatedNames } from "../model/stated-names.ts";
import { withKnownLists } from "../model/known-lists.ts";
import { statementProperties } from "../model/statement.ts";
import { relationId } from "../relation-id.ts";
import type { SearchableEntity } from "../search/searchable-entity.ts";
import type { EntityChange, RelationChange } from "./graph-change.ts";
import { matchRelations } from "./match-relations.ts";
import type { DegreeOf } from "./match-relations.ts";
import type { StoredDocument } from "./stored-state.ts";

export interface Change {
  readonly removedDocuments: readonly StoredDocument[];
  readonly addedDocuments: readonly { readonly graph: DocumentGraph; readonly digest: string }[];
  readonly entities: readonly EntityChange[];
  readonly relations: readonly RelationChange[];
  /** Brought up to date here; the caller stores them. */
  readonly tallies: Tallies;
  readonly degreeOf: DegreeOf;
}

interface Applied {
  readonly changedEntities: readonly SearchableEntity[];
  readonly removedEntities: readonly EntityId[];
}

export async function applyChange(tx: WriteTransaction, change: Change): Promise<Applied> {
  const graphs = change.addedDocuments.map(({ graph }) => graph);
  const sent = new Sent(tx);
  removeDocuments(sent, change);
  removeRelations(sent, change);
  const applied = applyEntities(sent, change);
  addDocuments(sent, change);
  addStatements(sent, graphs);
  addMentions(sent, graphs);
  addObservations(sent, graphs);
  putRelations(sent, change);
  countRelations(change);
  await sent.done();
  return applied;
}

/** Statements under way. */
class Sent {
  readonly tx: WriteTransaction;
  readonly #answers: Promise<unknown>[] = [];

  constructor(tx: WriteTransaction) {
    this.tx = tx;
  }

  each(cypher: string, rows: readonly unknown[]): void {
    for (const batch of batches(rows)) this.#answers.push(this.tx.run(cypher, { rows: batch }));
  }

  /** @throws whatever the first statement that failed did */
  async done(): Promise<void> {
    await Promise.all(this.#answers);
  }
}

function removeDocuments(sent: Sent, { removedDocuments, tallies }: Change): void {
  const ids = removedDocuments.map(({ id }) => id);
  sent.each(
    `UNWIND $rows AS id MATCH (d:Document {id: id})<-[:FROM]-(:Passage)<-[:SUPPORTED_BY]-(o:Observation) DETACH DELETE o`,
    ids,
  );
  sent.each(`UNWIND $rows AS id MATCH (d:Document {id: id})<-[:FROM]-(p:Passage) DETACH DELETE p`, ids);
  sent.each(`UNWIND $rows AS id MATCH (d:Document {id: id}) DETACH DELETE d`, ids);
  for (const document of removedDocuments) {
    tallies.add("documents", -1);
    tallies.add("passages", -document.passageCount);
    tallies.add("observations", -document.observationCount);
  }
}

function addDocuments(sent: Sent, { addedDocuments, tallies }: Change): void {
  sent.each(
    "UNWIND $rows AS row CREATE (d:Document) SET d = row",
    addedDocuments.map(({ graph, digest }) => documentProperties(graph, digest)),
  );
  sent.each(
    `UNWIND $rows AS row MATCH (d:Document {id: row.document})
     CREATE (p:Passage)-[:FROM]->(d) SET p = row.properties`,
    addedDocuments.flatMap(({ graph: { document, passages } }) =>
      passages.map((passage) => ({ document: document.id, properties: passageProperties(passage) })),
    ),
  );
  for (const { graph } of addedDocuments) {
    tallies.add("documents", 1);
    tallies.add("passages", graph.passages.length);
    tallies.add("observations", graph.observations.length);
  }
}

/** Of the node that stands for the document. */
export function documentProperties(graph: DocumentGraph, digest: string): Record<string, unknown> {
  const relations = [...new Set(graph.claims.map(({ type, from, to }) => relationId(type, from, to)))].sort();
  return withKnownLists({
    ...ownProperties(graph.document),
    sortDate: graph.document.date ?? "",
    digest,
    stated: writeStatedNames(graph),
    ...(graph.said === undefined ? {} : { said: JSON.stringify(graph.said), resolution: graph.said.resolution }),
    relations,
    passageCount: graph.passages.length,
    entityCount: graph.entities.length,
    relationCount: relations.length,
    observationCount: graph.observations.length,
  });
}

function applyEntities(sent: Sent, change: Change): Applied {
  const degrees = degreeChanges(change.relations);
  const created: EntityRow[] = [];
  const rewritten: EntityRow[] = [];
  const relabelled: EntityRow[] = [];
  const regraded: { id: EntityId; degree: number }[] = [];
  const removed: EntityId[] = [];
  const changed: SearchableEntity[] = [];
  for (const { id, before, after } of change.entities) {
    if (before !== undefined) change.tallies.add(`entities_${before.type}`, -1);
    if (after !== undefined) change.tallies.add(`entities_${after.type}`, 1);
    if (after === undefined) {
      if (before !== undefined) removed.push(id);
      continue;
    }
    const degree = (before?.degree ?? 0) + (degrees.get(id) ?? 0);
    const { degree: _, ...known } = before ?? { degree: 0 };
    const isSame = before !== undefined && JSON.stringify(known) === JSON.stringify(after);
    if (isSame && degree === before.degree) continue;
    const row = { id, labels: entityLabels(after), properties: toNodeProperties(after, degree) };
    changed.push(toSearchableEntity(row.labels, row.properties as CypherMap));
    if (before === undefined) created.push(row);
    else if (isSame) regraded.push({ id, degree });
    else {
      rewritten.push(row);
      if (before.level !== after.level) relabelled.push({ ...row, formerLabels: entityLabels(before) });
    }
  }
  for (const [, rows] of groupBy(created, ({ labels }) => labels.join())) {
    const cypher = `UNWIND $rows AS row CREATE (e${labels(rows[0]?.labels ?? [])}) SET e = row.properties`;
    sent.each(cypher, rows);
  }
  sent.each("UNWIND $rows AS row MATCH (e:Entity {id: row.id}) SET e = row.properties", rewritten);
  for (const [, rows] of groupBy(relabelled, ({ labels, formerLabels }) =>
    [...labels, ...(formerLabels ?? [])].join(),
  )) {
    relabel(sent, rows);
  }
  sent.each("UNWIND $rows AS row MATCH (e:Entity {id: row.id}) SET e.degree = row.degree", regraded);
  sent.each("UNWIND $rows AS id MATCH (e:Entity {id: id}) DETACH DELETE e", removed);
  return { changedEntities: changed, removedEntities: removed };
}

interface EntityRow {
  readonly id: EntityId;
  readonly labels: readonly string[];
  readonly formerLabels?: readonly string[];
  readonly properties: Record<string, unknown>;
}

/** @param rows all of the same labels, now and before */
function relabel(sent: Sent, rows: readonly EntityRow[]): void {
  const [now, before] = [rows[0]?.labels ?? [], rows[0]?.formerLabels ?? []];
  const gone = before.filter((label) => !now.includes(label));
  const come = now.filter((label) => !before.includes(label));
  const match = "UNWIND $rows AS row MATCH (e:Entity {id: row.id})";
  if (gone.length > 0) sent.each(`${match} REMOVE e${labels(gone)}`, rows);
  if (come.length > 0) sent.each(`${match} SET e${labels(come)}`, rows);
}

function addStatements(sent: Sent, graphs: readonly DocumentGraph[]): void {
  sent.each(
    `UNWIND $rows AS row MATCH (e:Entity {id: row.entity}) MATCH (d:Document {id: row.document})
     CREATE (e)-[s:STATED_IN]->(d) SET s = row.properties`,
    graphs.flatMap(({ document, entities }) =>
      entities.map((entity) => ({
        entity: entity.id,
        document: document.id,
        properties: statementProperties(entity),
      })),
    ),
  );
}

function addMentions(sent: Sent, graphs: readonly DocumentGraph[]): void {
  const rows = graphs.flatMap(({ mentions }) =>
    mentions.map(({ entityId, passageId, surface, begin, end, cell }) => ({
      entity: entityId,
      passage: passageId,
      properties: { surface, begin, end, ...(cell === undefined ? {} : { cell }) },
    })),
  );
  sent.each(
    `UNWIND $rows AS row MATCH (e:Entity {id: row.entity}) MATCH (p:Passage {id: row.passage})
     CREATE (e)-[m:MENTIONED_IN]->(p) SET m = row.properties`,
    unique(rows),
  );
}

function addObservations(sent: Sent, graphs: readonly DocumentGraph[]): void {
  sent.each(
    `UNWIND $rows AS row MATCH (e:Entity {id: row.subject}) MATCH (p:Passage {id: row.passage})
     CREATE (o:Observation) SET o = row.properties CREATE (o)-[:ABOUT]->(e) CREATE (o)-[:SUPPORTED_BY]->(p)`,
    graphs.flatMap(({ observations }) =>
      observations.map((observation) => ({
        subject: observation.subjectId,
        passage: observation.passageId,
        properties: observationProperties(observation),
      })),
    ),
  );
}

function removeRelations(sent: Sent, { relations, degreeOf }: Change): void {
  const gone = relations.filter(({ after }) => after === undefined).map(({ id }) => ({ id }));
  for (const { match, rows } of matchRelations(gone, sent.tx.relationLookup, degreeOf))
    sent.each(`UNWIND $rows AS row ${match} DELETE r`, rows);
}

function putRelations(sent: Sent, { relations, degreeOf }: Change): void {
  const staying = relations.filter(({ after }) => after !== undefined);
  const rows = staying.map(({ id, type, from, to, before, after }) => ({
    id,
    type,
    from,
    to,
    isNew: before === undefined,
    properties: { id, ...after },
  }));
  for (const [type, created] of groupBy(
    rows.filter(({ isNew }) => isNew),
    ({ type }) => type,
  )) {
    sent.each(
      `UNWIND $rows AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to})
       CREATE (a)-[r:${quoted(type)}]->(b) SET r = row.properties`,
      created,
    );
  }
  for (const { match, rows: changed } of matchRelations(
    rows.filter(({ isNew }) => !isNew),
    sent.tx.relationLookup,
    degreeOf,
  )) {
    sent.each(`UNWIND $rows AS row ${match} SET r = row.properties`, changed);
  }
}

function countRelations({ relations, tallies }: Change): void {
  for (const { type, before, after } of relations) {
    if (before !== undefined) tallies.add(`relations_${type}`, -1);
    if (before?.["status"] === "planned") tallies.add(`planned_${type}`, -1);
    if (after !== undefined) tallies.add(`relations_${type}`, 1);
    if (after?.["status"] === "planned") tallies.add(`planned_${type}`, 1);
  }
}

function degreeChanges(relations: readonly RelationChange[]): ReadonlyMap<EntityId, number> {
  const changes = new Map<EntityId, number>();
  for (const { from, to, before, after } of relations) {
    const change = Number(after !== undefined) - Number(before !== undefined);
    for (const id of [from, to]) changes.set(id, (changes.get(id) ?? 0) + change);
  }
  return changes;
}

function unique<T>(rows: readonly T[]): readonly T[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}
