/** Districts with a high-tech zone and no co-built body: the zone is there, the partner is not in the documents. */
import type { EntityId, EntityType, GapsRequest, RelationId } from "../../../contract/index.ts";
import { quoted } from "../../cypher.ts";
import { groupBy } from "../../group-by.ts";
import type { MatrixSources } from "../matrix/matrix.ts";
import { lineFinder } from "../matrix/table.ts";
import type { Draft, DraftItem } from "./draft.ts";
import { readPlacedBodies } from "./placed-bodies.ts";
import type { PlacedBody } from "./placed-bodies.ts";

const USUAL: readonly EntityType[] = ["ResearchInstitute", "Laboratory"];

export async function findZonesWithoutBody(
  { engine, regions: readRegions }: MatrixSources,
  request: GapsRequest,
  signal?: AbortSignal,
): Promise<Draft> {
  const types = request.bodies.length === 0 ? USUAL : request.bodies;
  const regions = await readRegions(signal);
  const [zones, bodies, built] = await Promise.all([
    readPlacedBodies(engine, ["HighTechZone"], regions, signal),
    readPlacedBodies(engine, types, regions, signal),
    Promise.all(
      types.map((type) =>
        engine.read(
          `MATCH (b:${quoted(type)})-[r:CO_BUILT_WITH|AFFILIATED_WITH]->(o:Entity)
           WHERE o:University OR o:ResearchInstitute OR type(r) = 'CO_BUILT_WITH'
           RETURN b.id AS body, r.id AS relation, r.status AS status`,
          {},
          signal,
        ),
      ),
    ),
  ]);
  const lineOf = lineFinder({ level: request.level, within: request.region as EntityId | undefined }, regions);
  const coBuilt = groupBy(built.flat(), (row) => row["body"] as EntityId);
  const district = (region: EntityId) => lineOf(region, "Region");
  const zonesOf = byDistrict(zones, district);
  const bodiesOf = byDistrict(
    bodies.filter(({ id }) => coBuilt.has(id)),
    district,
  );
  const isThere = ({ body, status }: InDistrict) =>
    request.planned === "counts" ||
    (status === "existing" && coBuilt.get(body)?.some((row) => row["status"] === "existing") === true);
  const items = [...zonesOf].flatMap(([id, own]): DraftItem[] => {
    const there = bodiesOf.get(id) ?? [];
    if (there.some(isThere)) return [];
    const near = [...bodiesOf]
      .filter(([other, filled]) => other !== id && isBeside(other, id) && filled.some(isThere))
      .map(([other, filled]) => ({ other, count: filled.filter(isThere).length }))
      .sort((a, b) => b.count - a.count || (a.other < b.other ? -1 : 1));
    return [
      {
        subject: id,
        reasons: [
          { kind: "has-zone", entities: own.map(({ body }) => body), relations: relationsOf(own) },
          ...(there.length > 0
            ? [
                {
                  kind: "only-planned" as const,
                  entities: there.map(({ body }) => body),
                  relations: relationsOf(there),
                },
              ]
            : []),
          ...(near.length > 0
            ? [{ kind: "near-has" as const, entities: near.map(({ other }) => other), count: near.length }]
            : []),
        ],
      },
    ];
  });
  const name = (id: EntityId) => regions.regions.get(id)?.code ?? regions.regions.get(id)?.name ?? id;
  return {
    considered: zonesOf.size,
    bodies: types,
    items: items.sort((a, b) => (name(a.subject) < name(b.subject) ? -1 : 1)),
  };

  function isBeside(other: EntityId, id: EntityId): boolean {
    const parent = regions.parentOf(id);
    // The city as such, too: of what it has no document may say in which district.
    return parent !== null && (other === parent || regions.parentOf(other) === parent);
  }
}

interface InDistrict {
  readonly body: EntityId;
  readonly status: "existing" | "planned";
  readonly relations: readonly RelationId[];
}

function byDistrict(
  bodies: readonly PlacedBody[],
  district: (region: EntityId) => EntityId | undefined,
): ReadonlyMap<EntityId, readonly InDistrict[]> {
  const placed = bodies.flatMap(({ id, places }) =>
    places.flatMap(({ region, status, relations }) => {
      const at = district(region);
      return at === undefined ? [] : [{ at, body: id, status, relations }];
    }),
  );
  return groupBy(placed, ({ at }) => at);
}

const relationsOf = (placed: readonly InDistrict[]) => [...new Set(placed.flatMap(({ relations }) => relations))];
