/**
 * Everything around one entity from one statement: its relations, and of each
 * neighbour what lists are filtered and counted by. Counts, filters, order and
 * pages of neighbours all come from it, so they cannot disagree.
 */
import type { Direction, Entity, EntityId, EntityType, NeighborCount, Relation } from "../../contract/index.ts";
import { ANY_RELATION } from "../cypher.ts";
import type { CypherEngine, Row } from "../engine.ts";
import { EntityNotFoundError } from "../errors.ts";
import { groupBy } from "../group-by.ts";
import { toEntity, typeOf } from "../model/entity-node.ts";
import { relationColumns, toRelation } from "../model/relation-edge.ts";

export interface Adjacency {
  /** Of the data that it was read from. */
  readonly version: string;
  readonly links: readonly Link[];
  /** Most frequent first. */
  readonly counts: readonly NeighborCount[];
}

export interface Link {
  readonly relation: Relation;
  readonly direction: Direction;
  readonly neighbor: {
    readonly id: EntityId;
    readonly type: EntityType;
    readonly name: string;
    readonly aliases: readonly string[];
    /** Where there are few enough of them. */
    readonly entity?: Entity;
  };
}

/** Neighbours of an entity with no more than so many relations are read whole, so that a page needs no second statement. */
export const FEW_RELATIONS = 250;

/** One with more relations is a hub: they are read whole only where the engine cannot choose among them. */
export const MANY_RELATIONS = 1_000;

/**
 * @param most of an entity with more relations than this, `undefined` is answered
 * @throws EntityNotFoundError
 */
export async function readAdjacency(
  engine: CypherEngine,
  id: EntityId,
  most: number,
  signal?: AbortSignal,
): Promise<Adjacency | undefined> {
  // The version comes with the rows: asked for before, it would cost another way to the engine and back.
  const rows = await engine.read(
    `MATCH (v:Atlas {id: 'atlas'}) MATCH (e:Entity {id: $id})
     OPTIONAL MATCH (e)-[r${ANY_RELATION}]-(n:Entity) WHERE e.degree <= $most
     RETURN v.version AS version, e.degree AS degree, ${relationColumns("r", "startNode(r)", "endNode(r)")},
            n.id AS neighbor, labels(n) AS labels, n.name AS name, n.aliases AS aliases,
            CASE WHEN e.degree <= $few THEN properties(n) END AS facts`,
    { id, few: FEW_RELATIONS, most },
    signal,
  );
  // For an entity without relations there is one row with nothing in it.
  const [first] = rows;
  if (first === undefined) throw new EntityNotFoundError(id);
  if ((first["degree"] as number) > most) return undefined;
  const links = rows.filter((row) => row["id"] !== null).map(toLink);
  return { version: first["version"] as string, links, counts: countNeighbors(links) };
}

function toLink(row: Row): Link {
  const labels = row["labels"] as readonly string[];
  const facts = row["facts"] ?? null;
  return {
    relation: toRelation(row),
    // No relation joins an entity to itself.
    direction: row["to"] === row["neighbor"] ? "out" : "in",
    neighbor: {
      id: row["neighbor"] as EntityId,
      type: typeOf(labels),
      name: row["name"] as string,
      aliases: (row["aliases"] ?? []) as readonly string[],
      ...(facts === null ? {} : { entity: toEntity(labels, facts) }),
    },
  };
}

function countNeighbors(links: readonly Link[]): readonly NeighborCount[] {
  const groups = groupBy(links, ({ relation, direction, neighbor }) =>
    [relation.type, direction, neighbor.type].join(),
  );
  return [...groups.values()].map(toCount).sort(byCount);
}

/** Most frequent first. */
export function byCount(a: NeighborCount, b: NeighborCount): number {
  const key = ({ relation, direction, type }: NeighborCount) => [relation, direction, type].join();
  return b.count - a.count || (key(a) < key(b) ? -1 : 1);
}

/** Two entities have at most one relation of a type in a direction, so links are neighbours here. */
function toCount(group: readonly Link[]): NeighborCount {
  const { relation, direction, neighbor } = group[0] as Link;
  const planned = group.filter((link) => link.relation.status === "planned").length;
  return { relation: relation.type, direction, type: neighbor.type, count: group.length, planned };
}
