/** Fields that a district focuses on, with no laboratory in it that does. */
import type { EntityId, EntityType, GapsRequest, RelationId } from "../../../contract/index.ts";
import { quoted } from "../../cypher.ts";
import { groupBy } from "../../group-by.ts";
import type { MatrixSources } from "../matrix/matrix.ts";
import { lineFinder } from "../matrix/table.ts";
import type { Draft, DraftItem } from "./draft.ts";
import { readPlacedBodies } from "./placed-bodies.ts";

const USUAL: readonly EntityType[] = ["Laboratory"];

export async function findFieldsWithoutLaboratory(
  { engine, regions: readRegions }: MatrixSources,
  request: GapsRequest,
  signal?: AbortSignal,
): Promise<Draft> {
  const types = request.bodies.length === 0 ? USUAL : request.bodies;
  const regions = await readRegions(signal);
  const [focuses, bodies, fieldsOfBodies] = await Promise.all([
    engine.read(
      `MATCH (r:Region)-[f:FOCUSES_ON]->(i:Industry)
       RETURN r.id AS region, i.id AS field, f.id AS relation, f.status AS status`,
      {},
      signal,
    ),
    readPlacedBodies(engine, types, regions, signal),
    Promise.all(
      types.map((type) =>
        engine.read(
          `MATCH (b:${quoted(type)})-[f:FOCUSES_ON]->(i:Industry)
           RETURN b.id AS body, i.id AS field, f.id AS relation`,
          {},
          signal,
        ),
      ),
    ),
  ]);
  const within = request.region as EntityId | undefined;
  const lineOf = lineFinder({ level: request.level, within }, regions);
  const placesOf = new Map(bodies.map((body) => [body.id, body.places]));
  const byField = groupBy(fieldsOfBodies.flat(), (row) => row["field"] as EntityId);
  const wanted = groupBy(
    focuses.filter((row) => lineOf(row["region"] as EntityId, "Region") !== undefined),
    (row) => `${String(lineOf(row["region"] as EntityId, "Region"))}\n${String(row["field"])}`,
  );
  const items = [...wanted].flatMap(([key, rows]): DraftItem[] => {
    const [district, field] = key.split("\n") as [EntityId, EntityId];
    const working = (byField.get(field) ?? []).map((row) => {
      const body = row["body"] as EntityId;
      const places = (placesOf.get(body) ?? []).filter(({ region }) => regions.isWithin(region, district));
      return { body, relation: row["relation"] as RelationId, places };
    });
    const here = working.filter(({ places }) => places.length > 0);
    const isThere = here.some(
      ({ places }) => request.planned === "counts" || places.some(({ status }) => status === "existing"),
    );
    if (isThere) return [];
    const elsewhere = working.filter(({ places }) => places.length === 0);
    return [
      {
        subject: district,
        about: field,
        reasons: [
          { kind: "focuses", relations: rows.map((row) => row["relation"] as RelationId) },
          ...(here.length > 0
            ? [
                {
                  kind: "only-planned" as const,
                  entities: here.map(({ body }) => body),
                  relations: here.flatMap(({ relation, places }) => [relation, ...places.flatMap((p) => p.relations)]),
                },
              ]
            : []),
          ...(elsewhere.length > 0
            ? [
                {
                  kind: "elsewhere" as const,
                  entities: elsewhere.map(({ body }) => body),
                  relations: elsewhere.map(({ relation }) => relation),
                },
              ]
            : []),
        ],
      },
    ];
  });
  const order = (id: EntityId) => regions.regions.get(id)?.code ?? regions.regions.get(id)?.name ?? id;
  return {
    considered: wanted.size,
    bodies: types,
    items: items.sort((a, b) =>
      a.subject === b.subject
        ? String(a.about) < String(b.about)
          ? -1
          : 1
        : order(a.subject) < order(b.subject)
          ? -1
          : 1,
    ),
  };
}
