/**
 * Everything around one entity from one statement: its relations, and of each
 * neighbour what lists are filtered and counted by. Counts, filters, order and
 * pages of neighbours all come from it, so they cannot disagree.
 */
import type { Direction, EntityId, EntityType, NeighborCount, Relation } from "../../contract/index.ts";
import { ANY_RELATION } from "../cypher.ts";
import type { CypherEngine } from "../engine.ts";
import { EntityNotFoundError } from "../errors.ts";
import { groupBy } from "../group-by.ts";
import { typeOf } from "../model/entity-node.ts";
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
  };
}

/** @throws EntityNotFoundError */
export async function readAdjacency(
  engine: CypherEngine,
  id: EntityId,
  version: string,
  signal?: AbortSignal,
): Promise<Adjacency> {
  const neighbor = "n.id AS neighbor, labels(n) AS labels, n.name AS name, n.aliases AS aliases";
  const rows = await engine.read(
    `MATCH (e:Entity {id: $id}) OPTIONAL MATCH (e)-[r${ANY_RELATION}]->(n:Entity)
     RETURN 'out' AS direction, ${relationColumns("r", "e", "n")}, ${neighbor}
     UNION ALL
     MATCH (e:Entity {id: $id})<-[r${ANY_RELATION}]-(n:Entity)
     RETURN 'in' AS direction, ${relationColumns("r", "n", "e")}, ${neighbor}`,
    { id },
    signal,
  );
  // For an entity without relations the first half has one row with nothing in it.
  if (rows.length === 0) throw new EntityNotFoundError(id);
  const links = rows
    .filter((row) => row["id"] !== null)
    .map((row): Link => ({
      relation: toRelation(row),
      direction: row["direction"] as Direction,
      neighbor: {
        id: row["neighbor"] as EntityId,
        type: typeOf(row["labels"] as readonly string[]),
        name: row["name"] as string,
        aliases: (row["aliases"] ?? []) as readonly string[],
      },
    }));
  return { version, links, counts: countNeighbors(links) };
}

function countNeighbors(links: readonly Link[]): readonly NeighborCount[] {
  const groups = groupBy(links, ({ relation, direction, neighbor }) =>
    [relation.type, direction, neighbor.type].join(),
  );
  return [...groups]
    .map(([key, group]) => ({ key, count: toCount(group) }))
    .sort((a, b) => b.count.count - a.count.count || (a.key < b.key ? -1 : 1))
    .map(({ count }) => count);
}

/** Two entities have at most one relation of a type in a direction, so links are neighbours here. */
function toCount(group: readonly Link[]): NeighborCount {
  const { relation, direction, neighbor } = group[0] as Link;
  const planned = group.filter((link) => link.relation.status === "planned").length;
  return { relation: relation.type, direction, type: neighbor.type, count: group.length, planned };
}
