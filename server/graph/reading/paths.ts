/**
 * Paths between two entities: simple, shortest first, found from both ends.
 *
 * The search reads whole layers, one statement each, always on the side that
 * costs less, and stops when it has seen enough; the engines' own shortestPath
 * walks into every hub.
 * [Reference] Pohl, Bi-directional Search, 1971
 */
import type { EntityId, PathsAnswer, PathsRequest, Relation } from "../../contract/index.ts";
import { ANY_RELATION } from "../cypher.ts";
import type { CypherEngine } from "../engine.ts";
import { EntityNotFoundError } from "../errors.ts";
import { readEntities, readRelationsAmong } from "./entities.ts";

/** So many relations are read at most; an answer that needed more says that it is cut. */
const MAX_RELATIONS_READ = 200_000;
/** So many steps are tried at most while paths are put together. */
const MAX_STEPS = 500_000;

type Path = readonly EntityId[];

/** @throws EntityNotFoundError */
export async function readPaths(
  engine: CypherEngine,
  request: PathsRequest,
  signal?: AbortSignal,
): Promise<PathsAnswer> {
  const [from, to] = [request.from as EntityId, request.to as EntityId];
  const ends = await readEntities(engine, [from, to], signal);
  for (const id of [from, to]) {
    if (!ends.some((end) => end.id === id)) throw new EntityNotFoundError(id);
  }
  if (from === to) return { paths: [], entities: ends.slice(0, 1), relations: [], truncated: false };
  const { paths, truncated } = await findPaths(engine, from, to, request, signal);
  const ids = [...new Set([from, to, ...paths.flat()])];
  const [entities, among] = await Promise.all([
    readEntities(engine, ids, signal),
    readRelationsAmong(engine, ids, signal),
  ]);
  const byPair = bestByPair(among);
  const steps = new Set(paths.flatMap(pairsOf));
  return {
    paths: paths.map((path) => ({
      entities: path,
      relations: pairsOf(path).flatMap((pair) => byPair.get(pair)?.id ?? []),
    })),
    entities,
    relations: among.filter((relation) => steps.has(pairOf(relation.from, relation.to))),
    truncated,
  };
}

async function findPaths(
  engine: CypherEngine,
  from: EntityId,
  to: EntityId,
  { maxLength, limit }: PathsRequest,
  signal?: AbortSignal,
): Promise<{ paths: readonly Path[]; truncated: boolean }> {
  const known: Known = new Map();
  const [front, back] = [new Side(from), new Side(to)];
  const found: Path[] = [];
  let [relationsLeft, stepsLeft] = [MAX_RELATIONS_READ, MAX_STEPS];
  for (let length = 1; length <= maxLength; length += 1) {
    // One layer more, on either side, shows all paths that are one longer.
    const side = front.cost <= back.cost ? front : back;
    if (side.cost > relationsLeft) return { paths: found, truncated: true };
    relationsLeft -= await side.expand(engine, known, signal);
    for (const path of pathsOfLength(known, from, to, length, back, () => (stepsLeft -= 1) > 0)) {
      if (found.length === limit) return { paths: found, truncated: true };
      found.push(path);
    }
    if (stepsLeft <= 0) return { paths: found, truncated: true };
    if (side.isExhausted && found.length === 0) return { paths: [], truncated: false };
  }
  return { paths: found, truncated: false };
}

/** Neighbours of every entity that was reached, with the support of the step; both ways. */
type Known = Map<EntityId, Map<EntityId, number>>;

/** The search from one end: how far everything is from there, and what is outermost. */
class Side {
  readonly distances: Map<EntityId, number>;
  depth = 0;
  #layer: readonly EntityId[];
  /** Relations that the next layer will read. */
  cost = 1;

  constructor(end: EntityId) {
    this.distances = new Map([[end, 0]]);
    this.#layer = [end];
  }

  get isExhausted(): boolean {
    return this.#layer.length === 0;
  }

  /** Reads the relations of the outermost entities. Resolves to how many there are. */
  async expand(engine: CypherEngine, known: Known, signal?: AbortSignal): Promise<number> {
    if (this.#layer.length === 0) return 0;
    const rows = await engine.read(
      `UNWIND $ids AS id MATCH (a:Entity {id: id})-[r${ANY_RELATION}]-(n:Entity)
       RETURN a.id AS entity, n.id AS neighbor, n.degree AS degree, r.evidenceCount AS support`,
      { ids: this.#layer },
      signal,
    );
    this.depth += 1;
    const next = new Map<EntityId, number>();
    for (const row of rows) {
      const [entity, neighbor] = [row["entity"] as EntityId, row["neighbor"] as EntityId];
      const support = row["support"] as number;
      for (const [a, b] of [[entity, neighbor] as const, [neighbor, entity] as const]) {
        const steps = known.get(a) ?? new Map<EntityId, number>();
        steps.set(b, Math.max(support, steps.get(b) ?? 0));
        known.set(a, steps);
      }
      if (!this.distances.has(neighbor)) next.set(neighbor, row["degree"] as number);
    }
    for (const id of next.keys()) this.distances.set(id, this.depth);
    this.#layer = [...next.keys()];
    this.cost = [...next.values()].reduce((sum, degree) => sum + degree, 0);
    return rows.length;
  }

  /** No entity is nearer to this end than this. */
  atLeast(id: EntityId): number {
    return this.distances.get(id) ?? this.depth + 1;
  }
}

/** Better supported steps first, then by id. */
function* pathsOfLength(
  known: Known,
  from: EntityId,
  to: EntityId,
  length: number,
  back: Side,
  mayStep: () => boolean,
): Generator<Path> {
  const path: EntityId[] = [from];
  function* walk(): Generator<Path> {
    const here = path.at(-1) as EntityId;
    const left = length - path.length;
    const steps = [...(known.get(here) ?? [])]
      .filter(([id]) => (left === 0 ? id === to : id !== to && back.atLeast(id) <= left && !path.includes(id)))
      .sort(([a, supportA], [b, supportB]) => supportB - supportA || (a < b ? -1 : 1));
    for (const [id] of steps) {
      if (!mayStep()) return;
      path.push(id);
      if (left === 0) yield [...path];
      else yield* walk();
      path.pop();
    }
  }
  yield* walk();
}

const pairOf = (a: EntityId, b: EntityId) => (a < b ? `${a}\n${b}` : `${b}\n${a}`);

const pairsOf = (path: Path) => path.slice(1).map((id, index) => pairOf(path[index] as EntityId, id));

/** Of several relations between two entities the best supported stands for the step. */
function bestByPair(relations: readonly Relation[]): ReadonlyMap<string, Relation> {
  const best = new Map<string, Relation>();
  for (const relation of relations) {
    const pair = pairOf(relation.from, relation.to);
    const other = best.get(pair);
    if (other === undefined || relation.evidenceCount > other.evidenceCount) best.set(pair, relation);
  }
  return best;
}
