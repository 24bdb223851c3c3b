/**
 * Neighbours of an entity by the page, best supported first.
 *
 * A cursor names the version of the data that its list was made from. While
 * that list is remembered its pages come from it, so that an import between
 * two pages neither skips nor repeats a neighbour; later the list goes on at
 * the same sort key in the data as they are then.
 */
import { createHash } from "node:crypto";

import type { EntityId, NeighborsPage, NeighborsRequest } from "../../contract/index.ts";
import type { CypherEngine } from "../engine.ts";
import { groupBy } from "../group-by.ts";
import type { Versioned } from "../store.ts";
import { hasNamePart } from "../search/match.ts";
import type { Adjacency, Link } from "./adjacency.ts";
import { readHubPage, readHubTotal } from "./hubs.ts";
import type { Hub } from "./hubs.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import { readEntities } from "./entities.ts";

/**
 * The adjacency of an entity in a remembered version, or else in the current
 * one; of a hub only its counts, unless the whole of it is needed.
 */
export type AroundOf = (id: EntityId, wanted: Wanted, signal?: AbortSignal) => Promise<Adjacency | Hub>;

export interface Wanted {
  readonly version?: string | undefined;
  readonly isWhole: boolean;
}

interface Neighbor {
  readonly id: EntityId;
  /** Passages over all relations that pass the filter. */
  readonly support: number;
  readonly links: readonly Link[];
}

/** @throws EntityNotFoundError, InvalidCursorError */
export async function readNeighbors(
  engine: CypherEngine,
  aroundOf: AroundOf,
  id: EntityId,
  request: NeighborsRequest,
  signal?: AbortSignal,
): Promise<Versioned<NeighborsPage>> {
  const list = listName(id, request);
  const after = request.cursor === undefined ? undefined : decodeCursor(request.cursor, list, ["", 0, ""] as const);
  const adjacency = await aroundOf(id, { version: after?.[0], isWhole: request.q !== undefined }, signal);
  if (!("links" in adjacency)) return neighborsOfHub(engine, adjacency, id, request, signal);
  const { version, counts } = adjacency;
  const neighbors = orderedNeighbors(adjacency, list, request);
  const rest = after === undefined ? neighbors : neighbors.filter((neighbor) => isBehind(neighbor, after[1], after[2]));
  const page = rest.slice(0, request.limit);
  const last = page.at(-1);
  const known = page.flatMap(({ links: [link] }) => link?.neighbor.entity ?? []);
  const entities =
    known.length === page.length
      ? known
      : await readEntities(
          engine,
          page.map((neighbor) => neighbor.id),
          signal,
        );
  return {
    version,
    answer: {
      entities,
      relations: page.flatMap((neighbor) => neighbor.links.map(({ relation }) => relation)),
      counts,
      total: neighbors.length,
      cursor:
        last === undefined || page.length === rest.length ? null : encodeCursor(list, [version, last.support, last.id]),
    },
  };
}

async function neighborsOfHub(
  engine: CypherEngine,
  hub: Hub,
  id: EntityId,
  request: NeighborsRequest,
  signal?: AbortSignal,
): Promise<Versioned<NeighborsPage>> {
  const list = listName(id, request);
  const after = request.cursor === undefined ? undefined : decodeCursor(request.cursor, list, ["", 0, ""] as const);
  // One more than is shown tells whether there are more.
  const page = { limit: request.limit + 1, ...(after && { after: { support: after[1], id: after[2] } }) };
  const [total, found] = await Promise.all([
    readHubTotal(engine, hub, id, request, signal),
    readHubPage(engine, hub, id, request, page, signal),
  ]);
  const neighbors = found.slice(0, request.limit);
  const last = neighbors.at(-1);
  const entities = await readEntities(
    engine,
    neighbors.map((neighbor) => neighbor.id),
    signal,
  );
  return {
    version: hub.version,
    answer: {
      entities,
      relations: neighbors.flatMap(({ relations }) => relations),
      counts: hub.counts,
      total,
      cursor:
        last === undefined || found.length === neighbors.length
          ? null
          : encodeCursor(list, [hub.version, last.support, last.id]),
    },
  };
}

/** Lists of one adjacency that are kept in their order: what a person looks at and pages through. */
const KEPT_LISTS = 8;
const keptLists = new WeakMap<Adjacency, Map<string, readonly Neighbor[]>>();

/** To order the neighbours of a hub takes much longer than to answer with some of them. */
function orderedNeighbors(adjacency: Adjacency, list: string, request: NeighborsRequest): readonly Neighbor[] {
  const lists = keptLists.get(adjacency) ?? new Map<string, readonly Neighbor[]>();
  keptLists.set(adjacency, lists);
  const kept = lists.get(list);
  if (kept !== undefined) return kept;
  const neighbors = orderNeighbors(adjacency.links.filter((link) => passes(link, request)));
  if (lists.size === KEPT_LISTS) lists.delete([...lists.keys()][0]!);
  lists.set(list, neighbors);
  return neighbors;
}

function passes({ relation, direction, neighbor }: Link, request: NeighborsRequest): boolean {
  return (
    (request.relation === undefined || relation.type === request.relation) &&
    (request.type === undefined || neighbor.type === request.type) &&
    (request.direction === undefined || direction === request.direction) &&
    (request.status === undefined || relation.status === request.status) &&
    (request.q === undefined || hasNamePart(request.q, neighbor.name, neighbor.aliases))
  );
}

function orderNeighbors(links: readonly Link[]): readonly Neighbor[] {
  return [...groupBy(links, ({ neighbor }) => neighbor.id)]
    .map(([id, own]) => ({
      id,
      links: own.sort((a, b) => (a.relation.id < b.relation.id ? -1 : 1)),
      support: own.reduce((sum, { relation }) => sum + relation.evidenceCount, 0),
    }))
    .sort((a, b) => (isBehind(b, a.support, a.id) ? -1 : 1));
}

function isBehind(neighbor: Neighbor, support: number, id: string): boolean {
  return neighbor.support < support || (neighbor.support === support && neighbor.id > id);
}

/** A cursor fits the same entity and filter only. Short, since it is part of the cursor. */
function listName(id: EntityId, { relation, type, direction, status, q }: NeighborsRequest): string {
  const text = JSON.stringify([id, relation, type, direction, status, q]);
  return createHash("sha256").update(text).digest("base64url").slice(0, 12);
}
