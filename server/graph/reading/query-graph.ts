/** The entities and relations that occur in the rows of a person's query. */
import type {
  Entity,
  EntityId,
  QueryNode,
  QueryRelation,
  QueryValue,
  Relation,
  RelationType,
} from "../../contract/index.ts";
import { isRelationType } from "../../contract/index.ts";
import type { CypherMap } from "../engine.ts";
import { toEntity } from "../model/entity-node.ts";
import { toRelation } from "../model/relation-edge.ts";

export function graphOf(rows: readonly (readonly QueryValue[])[]): {
  readonly entities: readonly Entity[];
  readonly relations: readonly Relation[];
} {
  const entities = new Map<EntityId, Entity>();
  const relations = new Map<string, Relation>();
  const visit = (value: QueryValue): void => {
    if (typeof value !== "object" || value === null) return;
    if (isNode(value)) {
      if (!value.labels.includes("Entity") || value.id === null) return;
      const entity = toEntity(value.labels, value.properties as CypherMap);
      entities.set(entity.id, entity);
    } else if (isRelation(value)) {
      const { type, from, to } = value;
      if (!isRelationType(type) || from === null || to === null) return;
      const relation = toRelation({ ...(value.properties as CypherMap), type: type satisfies RelationType, from, to });
      relations.set(relation.id, relation);
    } else for (const entry of Object.values(value)) visit(entry as QueryValue);
  };
  for (const row of rows) row.forEach(visit);
  return { entities: [...entities.values()], relations: [...relations.values()] };
}

function isNode(value: object): value is QueryNode {
  return "$" in value && value.$ === "node" && "labels" in value && Array.isArray(value.labels);
}

function isRelation(value: object): value is QueryRelation {
  return "$" in value && value.$ === "relation" && "from" in value && "properties" in value;
}
