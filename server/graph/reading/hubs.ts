/**
 * Neighbours of a hub: a province, a field of everybody. To bring all its
 * relations over takes seconds, so the engine counts, orders and cuts, and only
 * a page comes over. Counts and totals are of one version of the data, and kept
 * with it; pages go on at their sort key in the data as they are.
 */
import type { Direction, EntityId, NeighborCount, NeighborsRequest, Relation } from "../../contract/index.ts";
import { ANY_RELATION, labels, types } from "../cypher.ts";
import type { CypherEngine, Parameters } from "../engine.ts";
import { groupBy } from "../group-by.ts";
import { typeOf } from "../model/entity-node.ts";
import { relationColumns, toRelation } from "../model/relation-edge.ts";
import { byCount } from "./adjacency.ts";
import { Recent } from "./recent.ts";

export interface Hub {
  /** Of the data that it was counted in. */
  readonly version: string;
  /** Most frequent first. */
  readonly counts: readonly NeighborCount[];
  /** Neighbours that pass a filter, and the pages that were looked at last. */
  readonly totals: Recent<number>;
  readonly pages: Recent<readonly HubNeighbor[]>;
}

/** What of a request an engine filters by; a part of a name it cannot. */
export type HubFilter = Pick<NeighborsRequest, "relation" | "type" | "direction" | "status">;

export interface HubNeighbor {
  readonly id: EntityId;
  /** Passages over all relations that pass the filter. */
  readonly support: number;
  readonly relations: readonly Relation[];
}

/** Of one hub, in neighbours: what a person pages through, and back. */
const KEPT_NEIGHBORS = 2_000;
const KEPT_TOTALS = 50;

const VERSION = "MATCH (v:Atlas {id: 'atlas'})";

/** Undefined where the entity has no relations any more, or the data change faster than they are counted. */
export async function readHub(engine: CypherEngine, id: EntityId, signal?: AbortSignal): Promise<Hub | undefined> {
  const counted = (direction: Direction) =>
    `${VERSION} MATCH (e:Entity {id: $id})${arrow(direction, ANY_RELATION)}(n:Entity)
     RETURN v.version AS version, '${direction}' AS direction, type(r) AS relation, labels(n) AS labels,
            r.status AS status, count(*) AS n`;
  const rows = await engine.read(`${counted("in")} UNION ALL ${counted("out")}`, { id }, signal);
  const version = rows[0]?.["version"] as string | undefined;
  if (version === undefined || rows.some((row) => row["version"] !== version)) return undefined;
  const groups = groupBy(rows, (row) =>
    [row["relation"], row["direction"], typeOf(row["labels"] as readonly string[])].join(),
  );
  const counts = [...groups].map(([key, group]) => {
    const [relation, direction, type] = key.split(",") as [NeighborCount["relation"], Direction, NeighborCount["type"]];
    const sum = (own: typeof group) => own.reduce((total, row) => total + Number(row["n"]), 0);
    const planned = group.filter((row) => row["status"] === "planned");
    return { relation, direction, type, count: sum(group), planned: sum(planned) };
  });
  return { version, counts: counts.sort(byCount), ...nothingKept() };
}

function nothingKept(): Pick<Hub, "totals" | "pages"> {
  return { totals: new Recent(KEPT_TOTALS), pages: new Recent(KEPT_NEIGHBORS, ({ length }) => length + 1) };
}

/** How many neighbours pass. */
export async function readHubTotal(
  engine: CypherEngine,
  hub: Hub,
  id: EntityId,
  filter: HubFilter,
  signal?: AbortSignal,
): Promise<number> {
  const { match, parameters } = pattern(id, filter);
  const key = JSON.stringify([match, parameters]);
  const known = hub.totals.get(key);
  if (known !== undefined) return known;
  const [row] = await engine.read(`${match} RETURN count(DISTINCT n.id) AS total`, parameters, signal);
  const total = Number(row?.["total"] ?? 0);
  hub.totals.set(key, total);
  return total;
}

/** Best supported first. @param after the last one before these */
export async function readHubPage(
  engine: CypherEngine,
  hub: Hub,
  id: EntityId,
  filter: HubFilter,
  page: { readonly limit: number; readonly after?: { readonly support: number; readonly id: string } },
  signal?: AbortSignal,
): Promise<readonly HubNeighbor[]> {
  const { match, parameters, back } = pattern(id, filter);
  const key = JSON.stringify([match, parameters, page]);
  const known = hub.pages.get(key);
  if (known !== undefined) return known;
  const behind =
    page.after === undefined ? "" : "WHERE support < $support OR (support = $support AND neighbor > $after)";
  const found = await engine.read(
    `${match} WITH n.id AS neighbor, sum(r.evidenceCount) AS support ${behind}
     RETURN neighbor, support ORDER BY support DESC, neighbor LIMIT $limit`,
    {
      ...parameters,
      limit: page.limit,
      ...(page.after === undefined ? {} : { support: page.after.support, after: page.after.id }),
    },
    signal,
  );
  const ids = found.map((row) => row["neighbor"] as EntityId);
  const rows = ids.length === 0 ? [] : await engine.read(back, { ...parameters, ids }, signal);
  const relations = groupBy(rows, (row) => row["neighbor"] as EntityId);
  const neighbors = found.map((row) => ({
    id: row["neighbor"] as EntityId,
    support: Number(row["support"]),
    relations: (relations.get(row["neighbor"] as EntityId) ?? []).map(toRelation),
  }));
  hub.pages.set(key, neighbors);
  return neighbors;
}

/** `match` binds the hub and what is around it; `back` begins at some neighbours and returns what joins them to it. */
function pattern(id: EntityId, { relation, type, direction, status }: HubFilter) {
  const ofTypes = relation === undefined ? ANY_RELATION : types([relation]);
  const neighbor = `(n${labels(type === undefined ? ["Entity"] : ["Entity", type])})`;
  const ofStatus = status === undefined ? "" : "r.status = $status";
  const parameters: Parameters = { id, ...(status === undefined ? {} : { status }) };
  const turned = direction === undefined ? undefined : direction === "in" ? "out" : "in";
  return {
    match: `MATCH (e:Entity {id: $id})${arrow(direction, ofTypes)}${neighbor} ${ofStatus && `WHERE ${ofStatus}`}`,
    back: `UNWIND $ids AS neighbor MATCH (n:Entity {id: neighbor})${arrow(turned, ofTypes)}(e:Entity)
           WHERE e.id = $id ${ofStatus && `AND ${ofStatus}`}
           RETURN neighbor, ${relationColumns("r", "startNode(r)", "endNode(r)")} ORDER BY id`,
    parameters,
  };
}

function arrow(direction: Direction | undefined, ofTypes: string): string {
  return `${direction === "in" ? "<-" : "-"}[r${ofTypes}]${direction === "out" ? "->" : "-"}`;
}
