/**
 * From what is stored and what documents say now to what has to change. Pure:
 * nothing here reads or writes.
 */
import type { DocumentId, EntityId, RelationId, RelationType } from "../../contract/index.ts";
import type { DocumentGraph } from "../document-graph.ts";
import { InvalidGraphError } from "../errors.ts";
import { groupBy } from "../group-by.ts";
import { orderEntries, relationProperties } from "../model/claim-entries.ts";
import { withKnownLists } from "../model/known-lists.ts";
import type { ClaimEntry } from "../model/claim-entries.ts";
import type { EntityFacts, StoredEntity } from "../model/entity-node.ts";
import { addStatement, isSameStatement, mergeStatements } from "../model/statement.ts";
import type { Statement } from "../model/statement.ts";
import { relationId } from "../relation-id.ts";
import type { StoredRelation } from "./stored-state.ts";

export function statementsOf(graphs: readonly DocumentGraph[]): readonly Statement[] {
  return graphs.flatMap(({ document, entities }) =>
    entities.map((entity) => ({
      documentId: document.id,
      documentDate: document.date,
      entity: { ...entity, properties: withKnownLists(entity.properties) },
    })),
  );
}

/** What became of one entity. */
export interface EntityChange {
  readonly id: EntityId;
  readonly before: StoredEntity | undefined;
  /** Undefined when no document states it any more. */
  readonly after: EntityFacts | undefined;
}

export interface StatementChange {
  readonly removed: readonly Statement[];
  readonly added: readonly Statement[];
}

/**
 * Entities whose other statements have to be read: something that was said of
 * them is gone, or something new contradicts what they have.
 */
export function entitiesToReread(
  { removed, added }: StatementChange,
  stored: ReadonlyMap<EntityId, StoredEntity>,
): readonly EntityId[] {
  const addedByEntity = groupBy(added, ({ entity }) => entity.id);
  const reread = new Set<EntityId>();
  for (const statement of removed) {
    const kept = addedByEntity.get(statement.entity.id)?.some((other) => isRestatement(statement, other));
    if (!kept) reread.add(statement.entity.id);
  }
  for (const [id, statements] of addedByEntity) {
    const entity = stored.get(id);
    if (entity !== undefined && foldIn(entity, statements) === undefined) reread.add(id);
  }
  return [...reread];
}

/** @param others all statements about the entities of `entitiesToReread`, removed ones among them */
export function changeEntities(
  change: StatementChange,
  stored: ReadonlyMap<EntityId, StoredEntity>,
  reread: readonly EntityId[],
  others: readonly Statement[],
): readonly EntityChange[] {
  const removedFrom = new Set(change.removed.map(({ documentId }) => documentId));
  const staying = groupBy(
    others.filter(({ documentId }) => !removedFrom.has(documentId)),
    ({ entity }) => entity.id,
  );
  const added = groupBy(change.added, ({ entity }) => entity.id);
  const readAgain = new Set(reread);
  const ids = new Set([...change.removed, ...change.added].map(({ entity }) => entity.id));
  return [...ids].map((id) => {
    const before = stored.get(id);
    const news = added.get(id) ?? [];
    refuseTypeChange(before, news);
    if (before === undefined) return { id, before, after: mergeStatements(news) };
    if (!readAgain.has(id)) return { id, before, after: foldIn(before, news) };
    const all = [...(staying.get(id) ?? []), ...news];
    return { id, before, after: all.length === 0 ? undefined : mergeStatements(all) };
  });
}

function isRestatement(a: Statement, b: Statement): boolean {
  return a.documentId === b.documentId && a.documentDate === b.documentDate && isSameStatement(a.entity, b.entity);
}

function foldIn(entity: StoredEntity, statements: readonly Statement[]): EntityFacts | undefined {
  const { degree: _, ...facts } = entity;
  return statements.reduce<EntityFacts | undefined>(
    (known, { entity: stated }) => known && addStatement(known, stated),
    facts,
  );
}

function refuseTypeChange(before: StoredEntity | undefined, news: readonly Statement[]): void {
  const type = before?.type ?? news[0]?.entity.type;
  const other = news.find(({ entity }) => entity.type !== type);
  if (other !== undefined) {
    throw new InvalidGraphError(
      `The entity "${other.entity.id}" is a ${type} in the graph and a ${other.entity.type} in the document ` +
        `"${other.documentId}". One id has one type.`,
    );
  }
}

/** What became of one relation; undefined `before` or `after` means that it was not or is no more. */
export interface RelationChange {
  readonly id: RelationId;
  readonly type: RelationType;
  readonly from: EntityId;
  readonly to: EntityId;
  readonly before: Record<string, unknown> | undefined;
  readonly after: Record<string, unknown> | undefined;
}

export interface ClaimedRelation {
  readonly type: RelationType;
  readonly from: EntityId;
  readonly to: EntityId;
  readonly entries: readonly ClaimEntry[];
}

/** The claims of these documents by relation. */
export function claimedRelations(graphs: readonly DocumentGraph[]): ReadonlyMap<RelationId, ClaimedRelation> {
  const claimed = new Map<RelationId, ClaimedRelation & { entries: ClaimEntry[] }>();
  for (const { document, claims } of graphs) {
    for (const { type, from, to, ...claim } of claims) {
      const id = relationId(type, from, to);
      const relation = claimed.get(id) ?? { type, from, to, entries: [] };
      relation.entries.push({ ...claim, documentId: document.id });
      claimed.set(id, relation);
    }
  }
  return claimed;
}

export function changeRelations(
  stored: ReadonlyMap<RelationId, StoredRelation>,
  replaced: ReadonlySet<DocumentId>,
  claimed: ReadonlyMap<RelationId, ClaimedRelation>,
): readonly RelationChange[] {
  return [...new Set([...stored.keys(), ...claimed.keys()])].flatMap((id) => {
    const relation = stored.get(id) ?? claimed.get(id);
    if (relation === undefined) return [];
    const { type, from, to } = relation;
    const old = stored.get(id)?.entries ?? [];
    const entries = orderEntries([
      ...old.filter(({ documentId }) => !replaced.has(documentId)),
      ...(claimed.get(id)?.entries ?? []),
    ]);
    const before = old.length === 0 ? undefined : relationProperties(old);
    const after = entries.length === 0 ? undefined : relationProperties(entries);
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ id, type, from, to, before, after }];
  });
}
