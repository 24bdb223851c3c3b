/** Universities that work with the peers of a region and not with it. */
import type { EntityId, GapsRequest, RegionLevel, RollUpLevel } from "../../../contract/index.ts";
import { ROLL_UP_LEVELS } from "../../../contract/index.ts";
import { groupBy } from "../../group-by.ts";
import { readTies } from "../matrix/matrix.ts";
import type { MatrixSources } from "../matrix/matrix.ts";
import type { RegionTree } from "../matrix/region-tree.ts";
import type { PlacedTie } from "../matrix/table.ts";
import type { Draft, DraftItem } from "./draft.ts";

/** Universities and regions that work together, directly or by a body. */
export const COOPERATION = {
  rows: "University",
  columns: "Region",
  direct: ["CO_BUILT_WITH", "PARTNERS_WITH", "AFFILIATED_WITH"],
  through: ["ResearchInstitute", "Laboratory", "InnovationPlatform"],
  near: ["CO_BUILT_WITH", "AFFILIATED_WITH"],
  far: ["LOCATED_IN", "CO_BUILT_WITH"],
} as const;

export async function findAbsentUniversities(
  sources: MatrixSources,
  request: GapsRequest,
  signal?: AbortSignal,
): Promise<Draft> {
  const ours = request.region as EntityId | undefined;
  const regions = await sources.regions(signal);
  if (ours === undefined) return { considered: 0, items: [] };
  const { placed } = await readCooperation(sources, levelOf(regions, ours), signal);
  const there = request.planned === "counts" ? placed : placed.filter(({ tie }) => tie.status === "existing");
  const byRegion = groupBy(there, ({ column }) => column);
  const peers = (request.peers.length > 0 ? (request.peers as EntityId[]) : siblingsOf(regions, ours)).filter(
    (peer) => peer !== ours && (request.peers.length > 0 || byRegion.has(peer)),
  );
  const withUs = new Set((byRegion.get(ours) ?? []).map(({ row }) => row));
  const plannedWithUs = groupBy(
    placed.filter(({ column, tie }) => column === ours && tie.status === "planned"),
    ({ row }) => row,
  );
  const ofPeers = groupBy(
    peers.flatMap((peer) => byRegion.get(peer) ?? []),
    ({ row }) => row,
  );
  const least = Math.min(request.least ?? peers.length, Math.max(1, peers.length));
  const absent = [...ofPeers]
    .filter(([university]) => !withUs.has(university))
    .map(([university, ties]) => ({ university, byPeer: groupBy(ties, ({ column }) => column) }));
  const byPeers = peers.map((_, at) => absent.filter(({ byPeer }) => byPeer.size === at + 1).length);
  const items = absent
    .filter(({ byPeer }) => byPeer.size >= least)
    .sort(
      (a, b) =>
        b.byPeer.size - a.byPeer.size || size(b.byPeer) - size(a.byPeer) || (a.university < b.university ? -1 : 1),
    )
    .map(({ university, byPeer }): DraftItem => {
      const planned = plannedWithUs.get(university) ?? [];
      return {
        subject: university,
        about: ours,
        reasons: [
          ...[...byPeer].map(([peer, ties]) => ({
            kind: "peer-has" as const,
            entities: [peer, ...new Set(ties.flatMap(({ tie }) => tie.through ?? []))],
            relations: relationsOf(ties),
            count: ties.length,
          })),
          ...(planned.length > 0
            ? [
                {
                  kind: "only-planned" as const,
                  entities: [...new Set(planned.flatMap(({ tie }) => tie.through ?? []))],
                  relations: relationsOf(planned),
                },
              ]
            : []),
        ],
      };
    });
  return { considered: ofPeers.size, items, peers, least, byPeers };
}

/** All ties of universities with regions at a level. */
export function readCooperation(sources: MatrixSources, level: RollUpLevel, signal?: AbortSignal) {
  const { rows, columns, direct, through, near, far } = COOPERATION;
  const question = {
    rows,
    columns,
    direct: [...direct],
    through: [...through],
    near: [...near],
    far: [...far],
    level,
    documents: [],
    fields: [],
  };
  return readTies(sources, question, signal);
}

/** Regions of the same level in the same wider region. */
export function siblingsOf(regions: RegionTree, id: EntityId): readonly EntityId[] {
  const level = regions.regions.get(id)?.level;
  const parent = regions.parentOf(id);
  return [...regions.regions.values()]
    .filter((other) => other.id !== id && other.level === level && regions.parentOf(other.id) === parent)
    .map((other) => other.id);
}

/** The level that a region is a line of. */
export function levelOf(regions: RegionTree, id: EntityId): RollUpLevel {
  const level: RegionLevel | undefined = regions.regions.get(id)?.level;
  return ROLL_UP_LEVELS.find((own) => own === level) ?? "county";
}

const size = (byPeer: ReadonlyMap<EntityId, readonly PlacedTie[]>) =>
  [...byPeer.values()].reduce((sum, ties) => sum + ties.length, 0);

const relationsOf = (ties: readonly PlacedTie[]) => [
  ...new Set(ties.flatMap(({ tie }) => tie.relations.map(({ id }) => id))),
];
