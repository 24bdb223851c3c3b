/** A part of the graph as entities and the pairs that are related, for measures. */
import { MOST_MEASURED_ENTITIES, MOST_MEASURED_RELATIONS, RELATION_TYPE_NAMES } from "../../contract/index.ts";
import type { EntityId, EntityType, MeasuresRequest, RelationType } from "../../contract/index.ts";
import type { CypherEngine, Row } from "../engine.ts";
import { EntityNotFoundError, TooLargeError } from "../errors.ts";
import { typeOf } from "../model/entity-node.ts";
import type { RegionTree } from "./matrix/region-tree.ts";

export interface ChosenEntity {
  readonly id: EntityId;
  readonly type: EntityType;
  readonly name: string;
}

export interface ChosenGraph {
  /** By id. */
  readonly entities: readonly ChosenEntity[];
  /** Places in `entities`, the lower first; each pair once, in order. */
  readonly pairs: readonly (readonly [number, number])[];
}

export interface ChosenSources {
  readonly engine: CypherEngine;
  readonly regions: (signal?: AbortSignal) => Promise<RegionTree>;
  /** How many relations of these types there are. */
  readonly relationsOf: (types: readonly RelationType[], signal?: AbortSignal) => Promise<number>;
}

interface Link {
  readonly from: ChosenEntity;
  readonly to: ChosenEntity;
  readonly type: RelationType;
}

const COLUMNS = `a.id AS from, labels(a) AS fromLabels, a.name AS fromName,
  b.id AS to, labels(b) AS toLabels, b.name AS toName, type(r) AS type`;

/** @throws EntityNotFoundError, TooLargeError */
export async function readChosenGraph(
  sources: ChosenSources,
  { ids, types, relations, status, region }: MeasuresRequest,
  signal?: AbortSignal,
): Promise<ChosenGraph> {
  const wanted = relations.length === 0 ? RELATION_TYPE_NAMES : relations;
  const links = await readLinks(sources, wanted, { ids, status }, signal);
  const isThere = region === undefined ? undefined : await placeTest(sources, region as EntityId, links, signal);
  const chosen = links.filter(
    ({ from, to }) =>
      (types.length === 0 || (types.includes(from.type) && types.includes(to.type))) &&
      (isThere === undefined || isThere(from.id) || isThere(to.id)),
  );
  return toGraph(chosen);
}

async function readLinks(
  { engine, relationsOf }: ChosenSources,
  types: readonly RelationType[],
  { ids, status }: { readonly ids: readonly string[] | undefined; readonly status: string | undefined },
  signal?: AbortSignal,
): Promise<Link[]> {
  if (ids === undefined) {
    const total = await relationsOf(types, signal);
    if (total > MOST_MEASURED_RELATIONS) throw tooMany(total, "relations", MOST_MEASURED_RELATIONS);
  }
  const start = ids === undefined ? "MATCH (a:Entity)" : "UNWIND $ids AS id MATCH (a:Entity {id: id})";
  const among = ids === undefined ? "" : " AND b.id IN $ids";
  const rows = await engine.read(
    `${start} MATCH (a)-[r:${types.join("|")}]->(b:Entity)
     WHERE ($status IS NULL OR r.status = $status)${among} RETURN ${COLUMNS}`,
    { status: status ?? null, ...(ids === undefined ? {} : { ids: [...new Set(ids)] }) },
    signal,
  );
  return rows.map((row) => ({
    from: toEnd(row, "from"),
    to: toEnd(row, "to"),
    type: row["type"] as RelationType,
  }));
}

function toEnd(row: Row, end: "from" | "to"): ChosenEntity {
  return {
    id: row[end] as EntityId,
    type: typeOf(row[`${end}Labels`] as readonly string[]),
    name: row[`${end}Name`] as string,
  };
}

/** Whether an entity is the region, in it, or in something that is in it. */
async function placeTest(
  { regions }: ChosenSources,
  region: EntityId,
  links: readonly Link[],
  signal?: AbortSignal,
): Promise<(id: EntityId) => boolean> {
  const tree = await regions(signal);
  if (!tree.regions.has(region)) throw new EntityNotFoundError(region);
  const within = new Set([...tree.regions.keys()].filter((id) => tree.isWithin(id, region)));
  // A zone first, then who is in the zone.
  for (let round = 0; round < 2; round++) {
    for (const { from, to, type } of links) if (type === "LOCATED_IN" && within.has(to.id)) within.add(from.id);
  }
  return (id) => within.has(id);
}

function toGraph(links: readonly Link[]): ChosenGraph {
  const byId = new Map(links.flatMap(({ from, to }) => [from, to]).map((entity) => [entity.id, entity]));
  if (byId.size > MOST_MEASURED_ENTITIES) throw tooMany(byId.size, "entities", MOST_MEASURED_ENTITIES);
  const entities = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const place = new Map(entities.map(({ id }, at) => [id, at]));
  const pairs = new Map<number, readonly [number, number]>();
  for (const { from, to } of links) {
    const [a, b] = [place.get(from.id)!, place.get(to.id)!];
    if (a === b) continue;
    const pair = a < b ? ([a, b] as const) : ([b, a] as const);
    pairs.set(pair[0] * entities.length + pair[1], pair);
  }
  return { entities, pairs: [...pairs.entries()].sort(([a], [b]) => a - b).map(([, pair]) => pair) };
}

function tooMany(count: number, what: string, most: number): TooLargeError {
  return new TooLargeError(
    `That is ${count} ${what}; at most ${most} are measured at once. Choose fewer types, a region, or what a canvas shows.`,
  );
}
