/**
 * The ways in which entities of two types can be joined: by a relation, or by
 * a body that is related to both. They follow from the ontology, so a new type
 * gets its own without a line here.
 */
import { RELATION_TYPE_NAMES, canRelate } from "../../../../server/contract/ontology.ts";
import type { EntityType, RelationType } from "../../../../server/contract/ontology.ts";

export type WayKind = "any" | "through" | "direct" | "relation" | "body";

export interface Way {
  /** Stands in addresses: `any`, `through`, `direct`, a relation type or the type of a body. */
  readonly id: string;
  readonly kind: WayKind;
  readonly direct: readonly RelationType[];
  readonly through: readonly EntityType[];
  readonly near: readonly RelationType[];
  readonly far: readonly RelationType[];
}

/** Bodies that are founded by or for others, and so join them. */
const JOINING: readonly EntityType[] = ["ResearchInstitute", "Laboratory", "InnovationPlatform"];
/** Statements about place: where somebody is says nothing of what they do together. */
const PLACE: readonly RelationType[] = ["LOCATED_IN", "PART_OF"];
const COOPERATION: readonly RelationType[] = ["CO_BUILT_WITH", "PARTNERS_WITH", "AFFILIATED_WITH"];

/** At least one; the first is what most people mean. */
export function waysBetween(rows: EntityType, columns: EntityType): readonly Way[] {
  const direct = RELATION_TYPE_NAMES.filter((type) => canRelate(type, rows, columns) || canRelate(type, columns, rows));
  const bodies = JOINING.filter((type) => type !== rows && type !== columns);
  const [near, far] = [stepTypes(rows), stepTypes(columns)];
  const canJoin = bodies.filter(
    (body) => near.some((type) => relates(type, body, rows)) && far.some((type) => relates(type, body, columns)),
  );
  const cooperation = direct.filter((type) => COOPERATION.includes(type));
  const told = cooperation.length > 0 ? cooperation : direct.filter((type) => !PLACE.includes(type));
  const over = (through: readonly EntityType[]) => ({ through, near, far });
  const none = { through: [], near: [], far: [] };
  const ways: Way[] = [{ id: "any", kind: "any", direct: told, ...(canJoin.length > 0 ? over(canJoin) : none) }];
  if (canJoin.length > 0 && told.length > 0)
    ways.push({ id: "through", kind: "through", direct: [], ...over(canJoin) });
  if (direct.length > 1) ways.push({ id: "direct", kind: "direct", direct, ...none });
  for (const type of direct) ways.push({ id: type, kind: "relation", direct: [type], ...none });
  if (canJoin.length > 1)
    for (const type of canJoin) ways.push({ id: type, kind: "body", direct: [], ...over([type]) });
  // A way by nothing would be taken for any; it is one of those below it then.
  const [first, ...others] = ways;
  return first !== undefined && first.direct.length === 0 && first.through.length === 0 && others.length > 0
    ? others
    : ways;
}

export function findWay(rows: EntityType, columns: EntityType, id: string): Way {
  const ways = waysBetween(rows, columns);
  return ways.find((way) => way.id === id) ?? ways[0]!;
}

/** How a body is joined to an entity of this type. */
function stepTypes(type: EntityType): readonly RelationType[] {
  switch (type) {
    case "Region":
      return ["LOCATED_IN", "CO_BUILT_WITH"];
    case "HighTechZone":
      return ["LOCATED_IN", "CO_BUILT_WITH", "AFFILIATED_WITH"];
    case "Industry":
      return ["FOCUSES_ON"];
    case "Policy":
      return ["ISSUED"];
    case "Programme":
      return ["IMPLEMENTS", "LEADS"];
    case "Person":
      return ["LEADS"];
    case "Organization":
      return ["MEMBER_OF", "AFFILIATED_WITH", "LEADS"];
    default:
      return ["CO_BUILT_WITH", "AFFILIATED_WITH"];
  }
}

const relates = (type: RelationType, a: EntityType, b: EntityType) => canRelate(type, a, b) || canRelate(type, b, a);
