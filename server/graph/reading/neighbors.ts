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
import { hasNamePart } from "../search/match.ts";
import type { Adjacency, Link } from "./adjacency.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import { readEntities } from "./entities.ts";

/** The adjacency of an entity in a remembered version, or else in the current one. */
export type AdjacencyOf = (id: EntityId, version: string | undefined, signal?: AbortSignal) => Promise<Adjacency>;

interface Neighbor {
  readonly id: EntityId;
  /** Passages over all relations that pass the filter. */
  readonly support: number;
  readonly links: readonly Link[];
}

/** @throws EntityNotFoundError, InvalidCursorError */
export async function readNeighbors(
  engine: CypherEngine,
  adjacencyOf: AdjacencyOf,
  id: EntityId,
  request: NeighborsRequest,
  signal?: AbortSignal,
): Promise<NeighborsPage> {
  const list = listName(id, request);
  const after = request.cursor === undefined ? undefined : decodeCursor(request.cursor, list, ["", 0, ""] as const);
  const { version, links, counts } = await adjacencyOf(id, after?.[0], signal);
  const neighbors = orderNeighbors(links.filter((link) => passes(link, request)));
  const rest = after === undefined ? neighbors : neighbors.filter((neighbor) => isBehind(neighbor, after[1], after[2]));
  const page = rest.slice(0, request.limit);
  const last = page.at(-1);
  const entities = await readEntities(
    engine,
    page.map((neighbor) => neighbor.id),
    signal,
  );
  return {
    entities,
    relations: page.flatMap((neighbor) => neighbor.links.map(({ relation }) => relation)),
    counts,
    total: neighbors.length,
    cursor:
      last === undefined || page.length === rest.length ? null : encodeCursor(list, [version, last.support, last.id]),
  };
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
