/** Which entities are drawn as one: those of a type, of a city or province, or of a community. */
import type { Entity, EntityId } from "../../../../server/contract/index.ts";
import type { VisibleGraph } from "../filters.ts";
import { placesOf, regionOf } from "./places.ts";

export const ROLL_UPS = ["type", "region", "community"] as const;
export type RollUpBy = (typeof ROLL_UPS)[number];

export interface Group {
  readonly id: EntityId;
  readonly by: RollUpBy;
  /** Most relations first; two at least. */
  readonly members: readonly Entity[];
  /** Whose name it bears: the region, else the member with most relations. */
  readonly leader: Entity;
}

/** By id, the largest first. */
export type Groups = ReadonlyMap<EntityId, Group>;

const PREFIX = "group:";

/** No entity of the graph has such an id. */
export function isGroupId(id: string): boolean {
  return id.startsWith(PREFIX);
}

/** By entity, the name of its community; the same for the same graph. */
export type Communities = ReadonlyMap<EntityId, string>;

export function groupsOf(graph: VisibleGraph, by: RollUpBy, communities: Communities = new Map()): Groups {
  const keyOf = keysOf(graph, by, communities);
  const members = new Map<string, Entity[]>();
  for (const entity of graph.entities.values()) {
    const key = keyOf(entity);
    if (key === undefined) continue;
    const own = members.get(key);
    if (own === undefined) members.set(key, [entity]);
    else own.push(entity);
  }
  const groups = [...members]
    .filter(([, own]) => own.length > 1)
    .map(([key, own]): Group => {
      const sorted = own.toSorted((a, b) => b.degree - a.degree || (a.id < b.id ? -1 : 1));
      const leader = (by === "region" ? sorted.find(({ id }) => id === key) : undefined) ?? sorted[0]!;
      return { id: `${PREFIX}${by}:${key}` as EntityId, by, members: sorted, leader };
    })
    .toSorted((a, b) => b.members.length - a.members.length || (a.id < b.id ? -1 : 1));
  return new Map(groups.map((group) => [group.id, group]));
}

function keysOf(graph: VisibleGraph, by: RollUpBy, communities: Communities): (entity: Entity) => string | undefined {
  if (by === "type") return ({ type }) => type;
  if (by === "community") return ({ id }) => communities.get(id);
  const places = placesOf(graph.relations.values());
  const region = (id: EntityId, level: "city" | "province") => regionOf(id, level, places, graph.entities);
  return ({ id }) => region(id, "city") ?? region(id, "province");
}
