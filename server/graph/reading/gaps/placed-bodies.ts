/** Bodies with the regions that they stand in, at the finest place that is stated. */
import type { EntityId, EntityType, RelationId, RelationStatus } from "../../../contract/index.ts";
import { quoted } from "../../cypher.ts";
import type { CypherEngine, Row } from "../../engine.ts";
import { groupBy } from "../../group-by.ts";
import type { RegionTree } from "../matrix/region-tree.ts";

export interface PlacedBody {
  readonly id: EntityId;
  readonly type: EntityType;
  readonly places: readonly {
    readonly region: EntityId;
    readonly status: RelationStatus;
    readonly relations: readonly RelationId[];
  }[];
}

/** Zones and carriers stand in a region themselves; who stands in one stands in its region. */
const CARRIER = "(z:HighTechZone OR z:InnovationPlatform)";

/** One statement a type for what is stated of the body, one for what follows from its zone. */
export async function readPlacedBodies(
  engine: CypherEngine,
  types: readonly EntityType[],
  regions: RegionTree,
  signal?: AbortSignal,
): Promise<readonly PlacedBody[]> {
  const read = (type: EntityType) =>
    Promise.all([
      engine.read(
        `MATCH (b:${quoted(type)})-[r:LOCATED_IN|CO_BUILT_WITH]->(c:Region)
         RETURN b.id AS body, c.id AS region, r.status AS status, r.id AS relation`,
        {},
        signal,
      ),
      engine.read(
        `MATCH (b:${quoted(type)})-[r:LOCATED_IN]->(z:Entity)-[s:LOCATED_IN]->(c:Region) WHERE ${CARRIER}
         RETURN b.id AS body, c.id AS region, r.status AS status, r.id AS relation, s.id AS over`,
        {},
        signal,
      ),
    ]);
  const found = await Promise.all(types.map(async (type) => ({ type, rows: (await read(type)).flat() })));
  return found.flatMap(({ type, rows }) =>
    [...groupBy(rows, (row) => row["body"] as EntityId)].map(([id, own]) => ({
      id,
      type,
      places: toPlaces(own, regions),
    })),
  );
}

function toPlaces(rows: readonly Row[], regions: RegionTree): PlacedBody["places"] {
  const byRegion = groupBy(rows, (row) => row["region"] as EntityId);
  return regions.finest(byRegion.keys()).map((region) => {
    const own = byRegion.get(region) ?? [];
    const relations = own.flatMap((row) => [row["relation"], row["over"]]).filter((id) => typeof id === "string");
    return {
      region,
      status: own.some((row) => row["status"] === "existing") ? ("existing" as const) : ("planned" as const),
      relations: [...new Set(relations as RelationId[])],
    };
  });
}
