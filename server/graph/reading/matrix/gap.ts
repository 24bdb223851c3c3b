/**
 * What the documents do say of two entities that they state no tie between:
 * how often they are named, who near has a tie, what is there to begin with,
 * and how the two hang together otherwise.
 */
import type {
  Entity,
  EntityId,
  EntityType,
  GapCard,
  GapNeighbor,
  GapRequest,
  MatrixRequest,
  RegionLevel,
} from "../../../contract/index.ts";
import { FIELD_BODIES } from "../../../contract/index.ts";
import { labels } from "../../cypher.ts";
import type { CypherEngine } from "../../engine.ts";
import { EntityNotFoundError } from "../../errors.ts";
import { groupBy } from "../../group-by.ts";
import { entityColumns, toEntity } from "../../model/entity-node.ts";
import { relationColumns, toRelation } from "../../model/relation-edge.ts";
import { readEntities } from "../entities.ts";
import { readPaths } from "../paths.ts";
import { readTies } from "./matrix.ts";
import type { MatrixSources } from "./matrix.ts";
import type { RegionTree } from "./region-tree.ts";
import type { PlacedTie } from "./table.ts";

const NEIGHBORS_SHOWN = 6;
const NAMES_SHOWN = 3;
const PRESENT_SHOWN = 8;
const PATHS_SHOWN = 3;
const PATH_LENGTH = 4;
/** Everything is in them: a path over one of these says nothing about the two ends. */
const WIDE_LEVELS: readonly (RegionLevel | undefined)[] = ["country", "area", "province"];

/** Bodies that a district can begin a cooperation with. */
const FOUNDATIONS: readonly EntityType[] = ["HighTechZone", ...FIELD_BODIES.filter((type) => type !== "Company")];

/** @throws EntityNotFoundError, TooLargeError */
export async function readGap(sources: MatrixSources, request: GapRequest, signal?: AbortSignal): Promise<GapCard> {
  const { engine } = sources;
  const [rowId, columnId] = [request.row as EntityId, request.column as EntityId];
  const { placed, regions, shape } = await readTies(sources, request, signal);
  const rowMembers = membersOf(rowId, shape.rows, request, regions);
  const columnMembers = membersOf(columnId, shape.columns, request, regions);
  const ofRow = placed.filter(({ row }) => row === rowId);
  const ofColumn = placed.filter(({ column }) => column === columnId);
  const [ends, documents, present, paths, near, others] = await Promise.all([
    readEntities(engine, [rowId, columnId], signal),
    readMentions(engine, rowMembers, columnMembers, signal),
    readPresent(engine, columnMembers, shape.columns, signal),
    readPaths(
      engine,
      { from: rowId, to: columnId, maxLength: PATH_LENGTH, limit: PATHS_SHOWN, without: wideRegions(regions) },
      signal,
    ),
    toNeighbors(engine, ofRow, ({ column }) => column, isNear(regions, columnId), signal),
    toNeighbors(engine, ofColumn, ({ row }) => row, isNear(regions, rowId), signal),
  ]);
  const end = (id: EntityId): Entity => {
    const found = ends.find((entity) => entity.id === id);
    if (found === undefined) throw new EntityNotFoundError(id);
    return found;
  };
  return {
    row: end(rowId),
    column: end(columnId),
    ties: ofRow.filter(({ column }) => column === columnId).length,
    documents,
    near,
    others,
    present,
    paths,
  };
}

function wideRegions(regions: RegionTree): EntityId[] {
  return [...regions.regions.values()].filter(({ level }) => WIDE_LEVELS.includes(level)).map(({ id }) => id);
}

/** A line and what was rolled up into it. */
function membersOf(
  line: EntityId,
  type: EntityType,
  { level }: Pick<MatrixRequest, "level">,
  regions: RegionTree,
): readonly EntityId[] {
  if (type !== "Region") return [line];
  return [line, ...[...regions.regions.keys()].filter((id) => id !== line && regions.lineOf(id, level) === line)];
}

function isNear(regions: RegionTree, id: EntityId): (other: EntityId) => boolean {
  const parent = regions.parentOf(id);
  return (other) => parent !== null && (regions.parentOf(other) === parent || other === parent);
}

async function readMentions(
  engine: CypherEngine,
  rows: readonly EntityId[],
  columns: readonly EntityId[],
  signal?: AbortSignal,
): Promise<GapCard["documents"]> {
  const documentsOf = (ids: readonly EntityId[]) =>
    engine.read(
      `UNWIND $ids AS id MATCH (:Entity {id: id})-[:STATED_IN]->(d:Document) RETURN DISTINCT d.id AS id, d.date AS date`,
      { ids },
      signal,
    );
  const [all, row, column] = await Promise.all([
    engine.read("MATCH (d:Document) RETURN count(d) AS total", {}, signal),
    documentsOf(rows),
    documentsOf(columns),
  ]);
  const ofRow = new Set(row.map(({ id }) => id));
  const dates = column.flatMap(({ date }) => (typeof date === "string" ? [date] : [])).sort();
  return {
    total: (all[0]?.["total"] ?? 0) as number,
    row: row.length,
    column: column.length,
    both: column.filter(({ id }) => ofRow.has(id)).length,
    latest: dates.at(-1) ?? null,
  };
}

/** What stands in a region, or for anything else the bodies related to it. */
async function readPresent(
  engine: CypherEngine,
  ids: readonly EntityId[],
  type: EntityType,
  signal?: AbortSignal,
): Promise<GapCard["present"]> {
  const pattern = type === "Region" ? "[r:LOCATED_IN]" : "[r:FOCUSES_ON]";
  const found = await Promise.all(
    FOUNDATIONS.map((body) =>
      engine.read(
        `UNWIND $ids AS id MATCH (b${labels([body])})-${pattern}->(c:Entity {id: id})
         RETURN ${relationColumns("r", "b", "c")}, ${entityColumns("b")} ORDER BY b.degree DESC, id LIMIT $limit`,
        { ids, limit: PRESENT_SHOWN },
        signal,
      ),
    ),
  );
  const bodies = new Map(
    found.flat().map((row) => {
      const entity = toEntity(row["labels"], row["properties"]);
      return [entity.id, { entity, relation: toRelation(row) }] as const;
    }),
  );
  return [...bodies.values()].slice(0, PRESENT_SHOWN);
}

async function toNeighbors(
  engine: CypherEngine,
  ties: readonly PlacedTie[],
  lineOf: (tie: PlacedTie) => EntityId,
  isNear: (id: EntityId) => boolean,
  signal?: AbortSignal,
): Promise<readonly GapNeighbor[]> {
  const shown = [...groupBy(ties, lineOf)]
    .map(([id, own]) => ({ id, own, isNear: isNear(id) }))
    .sort((a, b) => Number(b.isNear) - Number(a.isNear) || b.own.length - a.own.length || (a.id < b.id ? -1 : 1))
    .slice(0, NEIGHBORS_SHOWN);
  const bodiesOf = (own: readonly PlacedTie[]) =>
    [...new Set(own.flatMap(({ tie }) => tie.through ?? []))].slice(0, NAMES_SHOWN);
  const ids = shown.flatMap(({ id, own }) => [id, ...bodiesOf(own)]);
  const entities = new Map((await readEntities(engine, ids, signal)).map((entity) => [entity.id, entity]));
  return shown.flatMap(({ id, own, isNear }) => {
    const entity = entities.get(id);
    if (entity === undefined) return [];
    return [
      {
        entity,
        ties: own.length,
        planned: own.filter(({ tie }) => tie.status === "planned").length,
        isNear,
        through: bodiesOf(own).flatMap((body) => entities.get(body)?.name ?? []),
      },
    ];
  });
}
