/** Entities and relations by id, and everything that is read about one of them. */
import type {
  Entity,
  EntityDetail,
  EntityId,
  Evidence,
  EvidenceAnswer,
  EvidenceRequest,
  NeighborCount,
  Relation,
  RelationDetail,
  RelationEvidence,
  RelationId,
  NeighborTotals,
  Subgraph,
} from "../../contract/index.ts";
import { ANY_RELATION, matchRelation } from "../cypher.ts";
import type { CypherEngine, CypherMap } from "../engine.ts";
import { EntityNotFoundError, RelationNotFoundError } from "../errors.ts";
import { groupBy } from "../group-by.ts";
import { toClaimEntries } from "../model/claim-entries.ts";
import type { ClaimEntry } from "../model/claim-entries.ts";
import { OBSERVATION_COLUMNS, toObservation } from "../model/document-nodes.ts";
import { entityColumns, toEntity } from "../model/entity-node.ts";
import { relationColumns, toRelation } from "../model/relation-edge.ts";
import { parseRelationId } from "../relation-id.ts";
import { readEvidence } from "./evidence.ts";
import { readRelationsById } from "./relations-by-id.ts";

/** In the order of the ids; ids that are not in the graph are left out. */
export async function readEntities(
  engine: CypherEngine,
  ids: readonly EntityId[],
  signal?: AbortSignal,
): Promise<readonly Entity[]> {
  if (ids.length === 0) return [];
  const rows = await engine.read(
    `UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN ${entityColumns("e")}`,
    { ids: [...new Set(ids)] },
    signal,
  );
  const found = new Map(
    rows.map((row) => toEntity(row["labels"], row["properties"])).map((entity) => [entity.id, entity]),
  );
  return ids.flatMap((id) => found.get(id) ?? []);
}

/**
 * The entities that these ids lead to now: names may have been brought together
 * since a link was made. Looks through all entities, so for ids that are missing.
 */
export async function readCurrentIds(
  engine: CypherEngine,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, EntityId>> {
  if (ids.length === 0) return new Map();
  const rows = await engine.read(
    `MATCH (e:Entity) WHERE e.formerIds IS NOT NULL AND any(former IN e.formerIds WHERE former IN $ids)
     RETURN e.id AS id, e.formerIds AS formerIds ORDER BY id`,
    { ids },
    signal,
  );
  const asked = new Set(ids);
  const current = new Map<string, EntityId>();
  for (const row of rows) {
    for (const former of row["formerIds"] as readonly string[]) {
      // A name that stands for bodies in several places leads to the first of them.
      if (asked.has(former) && !current.has(former)) current.set(former, row["id"] as EntityId);
    }
  }
  return current;
}

/** @throws EntityNotFoundError */
export async function readEntity(engine: CypherEngine, id: EntityId, signal?: AbortSignal): Promise<Entity> {
  const [entity] = await readEntities(engine, [id], signal);
  if (entity === undefined) throw new EntityNotFoundError(id);
  return entity;
}

/** @throws EntityNotFoundError */
export async function readEntityDetail(
  engine: CypherEngine,
  id: EntityId,
  counts: Promise<readonly NeighborCount[]>,
  signal?: AbortSignal,
): Promise<EntityDetail> {
  const [entity, neighborCounts, observations, documents] = await Promise.all([
    readEntity(engine, id, signal),
    counts,
    engine.read(
      `MATCH (e:Entity {id: $id})<-[:ABOUT]-(o:Observation)-[:SUPPORTED_BY]->(p:Passage)
       RETURN ${OBSERVATION_COLUMNS} ORDER BY indicator, year, id`,
      { id },
      signal,
    ),
    engine.read("MATCH (e:Entity {id: $id})-[:STATED_IN]->(d:Document) RETURN count(d) AS documents", { id }, signal),
  ]);
  return {
    entity,
    counts: neighborCounts,
    observations: observations.map(toObservation),
    documents: documents[0]?.["documents"] as number,
  };
}

/** @throws RelationNotFoundError */
export async function readRelationDetail(
  engine: CypherEngine,
  id: RelationId,
  signal?: AbortSignal,
): Promise<RelationDetail> {
  const key = parseRelationId(id);
  if (key === undefined) throw new RelationNotFoundError(id);
  const [row] = await engine.read(
    `${matchRelation(engine.relationLookup, key.type, { id: "$id", fromKey: "$fromKey", toKey: "$toKey" })}
     RETURN ${relationColumns("r", "a", "b")}, properties(r) AS claims,
            ${entityColumns("a", "from_")}, ${entityColumns("b", "to_")}`,
    { id, fromKey: key.fromKey, toKey: key.toKey },
    signal,
  );
  if (row === undefined || row["id"] !== id) throw new RelationNotFoundError(id);
  const [from, to] = [
    toEntity(row["from_labels"], row["from_properties"]),
    toEntity(row["to_labels"], row["to_properties"]),
  ];
  const entries = toClaimEntries(row["claims"] as CypherMap);
  const [evidence, between] = await Promise.all([
    readEvidence(
      engine,
      entries.map(({ passageId }) => passageId),
      signal,
    ),
    readRelationsAmong(engine, [from.id, to.id], signal),
  ]);
  return {
    relation: toRelation(row),
    from,
    to,
    passages: withClaims(evidence, entries),
    others: between.filter((other) => other.id !== id),
  };
}

/** What each passage says of the relation that the claims are of; in the order of the passages. */
function withClaims(evidence: readonly Evidence[], entries: readonly ClaimEntry[]): readonly RelationEvidence[] {
  const claims = new Map(entries.map((entry) => [entry.passageId, entry]));
  return evidence.flatMap((passage) => {
    const claim = claims.get(passage.passage.id);
    if (claim === undefined) return [];
    const { status, confidence, method, date } = claim;
    return [{ ...passage, status, confidence, method, date }];
  });
}

export async function readRelationsEvidence(
  engine: CypherEngine,
  { relations, perRelation }: EvidenceRequest,
  signal?: AbortSignal,
): Promise<EvidenceAnswer> {
  const rows = await readRelationsById(
    engine,
    relations as RelationId[],
    "r.id AS id, properties(r) AS claims",
    signal,
  );
  const entries = new Map(rows.map((row) => [row["id"] as RelationId, toClaimEntries(row["claims"] as CypherMap)]));
  const documents = [...new Set([...entries.values()].flat().map(({ documentId }) => documentId))];
  const dated = await engine.read(
    "UNWIND $documents AS id MATCH (d:Document {id: id}) RETURN id, coalesce(d.date, '') AS date",
    { documents },
    signal,
  );
  const dates = new Map(dated.map((row) => [row["id"], row["date"] as string]));
  // Of relations with many passages only the newest are read whole.
  const newest = (own: readonly ClaimEntry[]) => {
    const date = ({ documentId }: ClaimEntry) => dates.get(documentId) ?? "";
    return own.toSorted((a, b) => (date(a) === date(b) ? 0 : date(a) < date(b) ? 1 : -1)).slice(0, perRelation);
  };
  const shown = new Map([...entries].map(([id, own]) => [id, newest(own)]));
  const passages = [...shown.values()].flat().map(({ passageId }) => passageId);
  const evidence = await readEvidence(engine, [...new Set(passages)], signal);
  return {
    relations: [...new Set(relations as RelationId[])].flatMap((id) => {
      const own = shown.get(id);
      if (own === undefined) return [];
      return [{ id, passages: withClaims(evidence, own), total: entries.get(id)?.length ?? 0 }];
    }),
  };
}

/** Relations with both ends among these entities, by id. */
export async function readRelationsAmong(
  engine: CypherEngine,
  ids: readonly EntityId[],
  signal?: AbortSignal,
): Promise<readonly Relation[]> {
  const starts = ids.length > SHORT_LIST ? await findStarts(engine, ids, signal) : ids.map((id) => ({ id, ends: ids }));
  // Each relation is reached from its start, and hubs are mostly ends (a province, a field), so few are read in vain.
  const rows = await engine.read(
    `UNWIND $starts AS start MATCH (a:Entity {id: start.id})-[r${ANY_RELATION}]->(b:Entity) WHERE b.id IN start.ends
     RETURN ${relationColumns("r", "a", "b")} ORDER BY id`,
    { starts },
    signal,
  );
  return rows.map(toRelation);
}

/** `IN` compares with one entry after the other, so long lists are worth a look of their own first. */
const SHORT_LIST = 100;

/** Entities that a relation among `ids` starts from, each with its ends. */
async function findStarts(engine: CypherEngine, ids: readonly EntityId[], signal?: AbortSignal) {
  const wanted = new Set<string>(ids);
  const rows = await engine.read(
    `UNWIND $ids AS id MATCH (a:Entity {id: id})-[r${ANY_RELATION}]->(b:Entity) RETURN a.id AS start, b.id AS target`,
    { ids },
    signal,
  );
  const among = rows.filter((row) => wanted.has(row["target"] as string));
  return [...groupBy(among, (row) => row["start"] as EntityId)].map(([id, own]) => ({
    id,
    ends: [...new Set(own.map((row) => row["target"] as EntityId))],
  }));
}

export async function readSubgraph(
  engine: CypherEngine,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<Subgraph> {
  const asked = [...new Set(ids)] as EntityId[];
  const found = await readEntities(engine, asked, signal);
  const own = new Set<string>(found.map(({ id }) => id));
  const former = await readCurrentIds(
    engine,
    asked.filter((id) => !own.has(id)),
    signal,
  );
  const others = [...new Set(former.values())].filter((id) => !own.has(id));
  const entities = [...found, ...(await readEntities(engine, others, signal))];
  const known = entities.map(({ id }) => id);
  const relations = known.length === 0 ? [] : await readRelationsAmong(engine, known, signal);
  return { entities, relations, missing: asked.filter((id) => !own.has(id) && !former.has(id)) };
}

export async function readNeighborTotals(
  engine: CypherEngine,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<NeighborTotals> {
  const asked = [...new Set(ids)];
  const rows = await engine.read(
    `UNWIND $ids AS id MATCH (e:Entity {id: id}) OPTIONAL MATCH (e)-[${ANY_RELATION}]-(n:Entity)
     RETURN id, count(DISTINCT n.id) AS neighbors`,
    { ids: asked },
    signal,
  );
  const totals = new Map(rows.map((row) => [row["id"] as string, Number(row["neighbors"])]));
  return {
    totals: asked.flatMap((id) => {
      const neighbors = totals.get(id);
      return neighbors === undefined ? [] : [{ id: id as EntityId, neighbors }];
    }),
  };
}
