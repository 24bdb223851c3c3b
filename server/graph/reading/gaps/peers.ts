/** A region beside its peers: how many of what each has, existing and planned, and where ours is below the half of them. */
import type { EntityId, EntityType, GapMeasureId, GapsRequest, RelationId } from "../../../contract/index.ts";
import { groupBy } from "../../group-by.ts";
import type { MatrixSources } from "../matrix/matrix.ts";
import { levelOf, readCooperation, siblingsOf } from "./absent.ts";
import type { Draft, DraftMeasure } from "./draft.ts";
import { readPlacedBodies } from "./placed-bodies.ts";

const BODIES = [
  ["institutes", "ResearchInstitute"],
  ["laboratories", "Laboratory"],
  ["zones", "HighTechZone"],
  ["platforms", "InnovationPlatform"],
  ["companies", "Company"],
] as const satisfies readonly (readonly [GapMeasureId, EntityType])[];

/** So many peers at most are compared: a table of more is no table any more. */
const MAX_PEERS = 12;

interface Counted {
  readonly region: EntityId;
  readonly entity: EntityId;
  readonly isPlanned: boolean;
  readonly relations: readonly RelationId[];
}

export async function compareWithPeers(
  sources: MatrixSources,
  request: GapsRequest,
  signal?: AbortSignal,
): Promise<Draft> {
  const ours = request.region as EntityId | undefined;
  const regions = await sources.regions(signal);
  if (ours === undefined) return { considered: 0, items: [] };
  const level = levelOf(regions, ours);
  const line = (id: EntityId) => regions.lineOf(id, level);
  const [cooperation, fields, ...bodies] = await Promise.all([
    readCooperation(sources, level, signal),
    sources.engine.read(
      `MATCH (r:Region)-[f:FOCUSES_ON]->(i:Industry)
       RETURN r.id AS region, i.id AS field, f.status AS status, f.id AS relation`,
      {},
      signal,
    ),
    ...BODIES.map(([, type]) => readPlacedBodies(sources.engine, [type], regions, signal)),
  ]);
  const counted = new Map<GapMeasureId, readonly Counted[]>([
    [
      "universities",
      cooperation.placed.map(({ column, row, tie }) => ({
        region: column,
        entity: row,
        isPlanned: tie.status === "planned",
        relations: tie.relations.map(({ id }) => id),
      })),
    ],
    ...BODIES.map(([id], at): [GapMeasureId, readonly Counted[]] => [
      id,
      (bodies[at] ?? []).flatMap((body) =>
        body.places.map(({ region, status, relations }) => ({
          region: line(region),
          entity: body.id,
          isPlanned: status === "planned",
          relations,
        })),
      ),
    ]),
    [
      "fields",
      fields.map((row) => ({
        region: line(row["region"] as EntityId),
        entity: row["field"] as EntityId,
        isPlanned: row["status"] === "planned",
        relations: [row["relation"] as RelationId],
      })),
    ],
  ]);
  const told = new Set([...counted.values()].flat().map(({ region }) => region));
  const peers = (request.peers.length > 0 ? (request.peers as EntityId[]) : siblingsOf(regions, ours))
    .filter((peer) => peer !== ours && (request.peers.length > 0 || told.has(peer)))
    .slice(0, MAX_PEERS);
  const compared = [ours, ...peers];
  const measures = [...counted].map(([id, all]): DraftMeasure => {
    const byRegion = groupBy(all, ({ region }) => region);
    const values = compared.map((region) => countDistinct(byRegion.get(region) ?? []));
    const [own, ...others] = values.map(({ existing, planned }) =>
      request.planned === "counts" ? existing + planned : existing,
    );
    return { id, values, isGap: others.length > 0 && (own ?? 0) < median(others) };
  });
  const gaps = measures.filter(({ isGap }) => isGap);
  return {
    considered: measures.length,
    items: gaps.map(({ values }) => ({
      subject: ours,
      reasons: [
        {
          kind: "near-has" as const,
          entities: peers.filter((_, at) => (values[at + 1]?.existing ?? 0) > 0),
          count: values[0]?.existing ?? 0,
        },
      ],
    })),
    peers,
    compared,
    measures,
  };
}

/** An entity that is there counts as existing, whatever is planned beside. */
function countDistinct(all: readonly Counted[]) {
  const byEntity = groupBy(all, ({ entity }) => entity);
  const planned = [...byEntity.values()].filter((own) => own.every(({ isPlanned }) => isPlanned)).length;
  return {
    existing: byEntity.size - planned,
    planned,
    entities: [...byEntity.keys()],
    relations: [...new Set(all.flatMap(({ relations }) => relations))],
  };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
