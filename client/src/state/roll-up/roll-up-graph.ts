/**
 * The graph in sight with its closed groups drawn as one entity each. Pure: no
 * entity or relation is changed or lost, so opening all groups gives the same
 * graph back. A relation that crosses the border of a closed group goes on
 * from the group; one within it is counted there.
 */
import type { EntityId, Relation, RelationId } from "../../../../server/contract/index.ts";
import type { VisibleGraph } from "../filters.ts";
import type { Group, Groups } from "./groups.ts";

export interface RolledGraph {
  /** Those in no closed group. */
  readonly entities: VisibleGraph["entities"];
  /** Closed groups by id. */
  readonly closed: Groups;
  /** With groups as ends where entities are drawn as one; each still bears the id of the relation that it is. */
  readonly relations: ReadonlyMap<RelationId, Relation>;
  /** Relations within each closed group. */
  readonly within: ReadonlyMap<EntityId, number>;
}

export function rollUpGraph(graph: VisibleGraph, groups: Groups, opened: ReadonlySet<EntityId>): RolledGraph {
  const closed = new Map([...groups].filter(([id]) => !opened.has(id)));
  if (closed.size === 0) return { ...graph, closed, within: new Map() };
  const groupOf = new Map<EntityId, EntityId>();
  for (const { id, members } of closed.values()) for (const member of members) groupOf.set(member.id, id);
  const relations = new Map<RelationId, Relation>();
  const within = new Map<EntityId, number>();
  for (const [id, relation] of graph.relations) {
    const from = groupOf.get(relation.from) ?? relation.from;
    const to = groupOf.get(relation.to) ?? relation.to;
    if (from === to && closed.has(from)) within.set(from, (within.get(from) ?? 0) + 1);
    else if (from === relation.from && to === relation.to) relations.set(id, relation);
    else relations.set(id, { ...relation, from, to });
  }
  return {
    entities: new Map([...graph.entities].filter(([id]) => !groupOf.has(id))),
    closed,
    relations,
    within,
  };
}

/** The relations that are drawn between the same two as `id`, itself included. */
export function drawnTogether({ relations }: RolledGraph, id: RelationId): readonly RelationId[] {
  const one = relations.get(id);
  if (one === undefined) return [];
  return [...relations.values()]
    .filter(({ from, to }) => (from === one.from && to === one.to) || (from === one.to && to === one.from))
    .map((other) => other.id);
}

/** The group that an entity is drawn in, or would be were it closed. */
export function groupWith(groups: Iterable<Group>, id: EntityId): Group | undefined {
  for (const group of groups) if (group.members.some((member) => member.id === id)) return group;
  return undefined;
}
