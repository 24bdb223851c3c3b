/** What the canvas draws: entities, and each closed group as if it were one, under its name. */
import type { Entity, EntityId } from "../../../../server/contract/index.ts";
import { entityTypeName } from "../../i18n/index.ts";
import type { VisibleGraph } from "../../state/filters.ts";
import type { Group, Groups } from "../../state/roll-up/groups.ts";
import type { RolledGraph } from "../../state/roll-up/roll-up-graph.ts";
import { rollUpMessages } from "./messages.ts";

export function drawnGraph({ entities, closed, relations }: RolledGraph): VisibleGraph {
  if (closed.size === 0) return { entities, relations };
  return {
    entities: new Map([...entities, ...[...closed].map(([id, group]) => [id, asEntity(group)] as const)]),
    relations,
  };
}

/** Groups whose entities are drawn each by itself. */
export function openGroups(groups: Groups, { closed }: RolledGraph) {
  return [...groups.values()]
    .filter(({ id }) => !closed.has(id))
    .map((group) => ({
      name: groupName(group),
      members: new Set<EntityId>(group.members.map(({ id }) => id)),
    }));
}

/** Without how many there are. */
export function groupName({ by, leader }: Group): string {
  if (by === "type") return entityTypeName(leader.type);
  return by === "region" ? leader.name : rollUpMessages.value.around(leader.name);
}

/** As large as all its members' relations make it. */
function asEntity(group: Group): Entity {
  const { id, leader, members } = group;
  return {
    id,
    type: leader.type,
    name: rollUpMessages.value.named(groupName(group), members.length),
    aliases: [],
    ...(leader.level === undefined ? {} : { level: leader.level }),
    properties: {},
    degree: members.reduce((sum, { degree }) => sum + degree, 0),
  };
}
