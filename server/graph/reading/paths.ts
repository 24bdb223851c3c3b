/**
 * Paths between two entities: simple, found from both ends, in the order of
 * their length or of their support.
 *
 * The search reads whole layers, one statement each, always on the side that
 * costs less, and stops when it has seen enough; the engines' own shortestPath
 * walks into every hub. Hubs that the question leaves out are not walked over.
 * [Reference] Pohl, Bi-directional Search, 1971
 */
import type { EntityId, PathsAnswer, PathsRequest, Relation } from "../../contract/index.ts";
import { ANY_RELATION, types } from "../cypher.ts";
import type { CypherEngine } from "../engine.ts";
import { EntityNotFoundError } from "../errors.ts";
import { readEntities, readRelationsAmong } from "./entities.ts";

/** Hubs left out that are named. */
const LEFT_OUT_NAMED = 20;
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
  if (from === to) return { paths: [], entities: ends.slice(0, 1), relations: [], leftOut: [], truncated: false };
  const walk = new Walk(engine, request, signal);
  const { paths, truncated } = await findPaths(walk, from, to, request);
  const ids = [...new Set([from, to, ...paths.flat()])];
  const [entities, among, leftOut] = await Promise.all([
    readEntities(engine, ids, signal),
    readRelationsAmong(engine, ids, signal),
    readEntities(engine, walk.hubs(LEFT_OUT_NAMED), signal),
  ]);
  const usable = among.filter(({ type }) => request.relations === undefined || request.relations.includes(type));
  const byPair = bestByPair(usable);
  const steps = new Set(paths.flatMap(pairsOf));
  return {
    paths: paths.map((path) => {
      const relations = pairsOf(path).flatMap((pair) => byPair.get(pair) ?? []);
      return {
        entities: path,
        relations: relations.map(({ id }) => id),
        support: Math.min(...relations.map(({ evidenceCount }) => evidenceCount)),
      };
    }),
    entities,
    relations: usable.filter((relation) => steps.has(pairOf(relation.from, relation.to))),
    leftOut,
    truncated,
  };
}

type FoundPaths = { readonly paths: readonly Path[]; readonly truncated: boolean };

async function findPaths(
  walk: Walk,
  from: EntityId,
  to: EntityId,
  { maxLength, limit, order }: PathsRequest,
): Promise<FoundPaths> {
  const [front, back] = [new Side(from, [from, to]), new Side(to, [from, to])];
  const budget = new Budget(MAX_STEPS);
  const found: Path[] = [];
  let relationsLeft = MAX_RELATIONS_READ;
  for (let length = 1; length <= maxLength; length += 1) {
    // One layer more, on either side, shows all paths that are one longer.
    const side = front.cost <= back.cost ? front : back;
    if (side.cost > relationsLeft) return { paths: found, truncated: true };
    relationsLeft -= await side.expand(walk);
    if (order === "supported") continue;
    for (const path of pathsOfLength(walk.known, from, to, length, back, budget)) {
      if (found.length === limit) return { paths: found, truncated: true };
      found.push(path);
    }
    if (budget.isSpent) return { paths: found, truncated: true };
    if (side.isExhausted && found.length === 0) return { paths: [], truncated: false };
  }
  if (order !== "supported") return { paths: found, truncated: false };
  return bestSupported(walk.known, from, to, { maxLength, limit }, back, budget);
}

/**
 * The paths whose weakest step is strongest: among steps of at least some
 * support, then of less, so the best are found before most steps are looked at.
 */
function bestSupported(
  known: Known,
  from: EntityId,
  to: EntityId,
  { maxLength, limit }: Pick<PathsRequest, "maxLength" | "limit">,
  back: Side,
  budget: Budget,
): FoundPaths {
  const supports = new Set([...known.values()].flatMap((steps) => [...steps.values()]));
  const found = new Map<string, Path>();
  for (const least of [...supports].sort((a, b) => b - a)) {
    for (let length = 1; length <= maxLength; length += 1) {
      for (const path of pathsOfLength(known, from, to, length, back, budget, least)) {
        if (found.has(path.join("\n"))) continue;
        if (found.size === limit) return { paths: [...found.values()], truncated: true };
        found.set(path.join("\n"), path);
      }
    }
    if (budget.isSpent) return { paths: [...found.values()], truncated: true };
  }
  return { paths: [...found.values()], truncated: false };
}

/** Steps that may still be tried. */
class Budget {
  #left: number;
  constructor(steps: number) {
    this.#left = steps;
  }
  get isSpent(): boolean {
    return this.#left <= 0;
  }
  spend(): boolean {
    this.#left -= 1;
    return this.#left > 0;
  }
}

/** Neighbours of every entity that was reached, with the support of the step; both ways. */
type Known = Map<EntityId, Map<EntityId, number>>;

/** The graph as far as it was read, and what of it the question leaves out. */
class Walk {
  readonly known: Known = new Map();
  readonly #engine: CypherEngine;
  readonly #signal: AbortSignal | undefined;
  readonly #relation: string;
  readonly #maxDegree: number;
  readonly #without: ReadonlySet<string>;
  readonly #hubs = new Map<EntityId, number>();

  constructor(engine: CypherEngine, request: PathsRequest, signal: AbortSignal | undefined) {
    this.#engine = engine;
    this.#signal = signal;
    this.#relation = request.relations === undefined ? ANY_RELATION : types(request.relations);
    this.#maxDegree = request.maxDegree ?? Number.POSITIVE_INFINITY;
    this.#without = new Set(request.without);
  }

  /** Hubs that were met, those with most relations first. */
  hubs(limit: number): readonly EntityId[] {
    return [...this.#hubs]
      .sort(([a, degreeA], [b, degreeB]) => degreeB - degreeA || (a < b ? -1 : 1))
      .slice(0, limit)
      .map(([id]) => id);
  }

  /**
   * The steps from these entities that may be walked; remembers them both ways.
   * @param ends may always be stepped on
   */
  async stepsFrom(ids: readonly EntityId[], ends: readonly EntityId[]) {
    const rows = await this.#engine.read(
      `UNWIND $ids AS id MATCH (a:Entity {id: id})-[r${this.#relation}]-(n:Entity)
       RETURN a.id AS entity, n.id AS neighbor, n.degree AS degree, r.evidenceCount AS support`,
      { ids },
      this.#signal,
    );
    const steps = rows.flatMap((row) => {
      const [neighbor, degree] = [row["neighbor"] as EntityId, row["degree"] as number];
      if (!ends.includes(neighbor)) {
        if (this.#without.has(neighbor)) return [];
        if (degree > this.#maxDegree) {
          this.#hubs.set(neighbor, degree);
          return [];
        }
      }
      return [{ entity: row["entity"] as EntityId, neighbor, degree, support: row["support"] as number }];
    });
    for (const { entity, neighbor, support } of steps) {
      this.#remember(entity, neighbor, support);
      this.#remember(neighbor, entity, support);
    }
    return { steps, read: rows.length };
  }

  #remember(from: EntityId, to: EntityId, support: number): void {
    const steps = this.known.get(from) ?? new Map<EntityId, number>();
    steps.set(to, Math.max(support, steps.get(to) ?? 0));
    this.known.set(from, steps);
  }
}

/** The search from one end: how far everything is from there, and what is outermost. */
class Side {
  readonly distances: Map<EntityId, number>;
  depth = 0;
  readonly #ends: readonly EntityId[];
  #layer: readonly EntityId[];
  /** Relations that the next layer will read. */
  cost = 1;

  constructor(end: EntityId, ends: readonly EntityId[]) {
    this.distances = new Map([[end, 0]]);
    this.#layer = [end];
    this.#ends = ends;
  }

  get isExhausted(): boolean {
    return this.#layer.length === 0;
  }

  /** Reads the relations of the outermost entities. Resolves to how many there are. */
  async expand(walk: Walk): Promise<number> {
    if (this.#layer.length === 0) return 0;
    const { steps, read } = await walk.stepsFrom(this.#layer, this.#ends);
    this.depth += 1;
    const next = new Map<EntityId, number>();
    for (const { neighbor, degree } of steps) {
      if (!this.distances.has(neighbor)) next.set(neighbor, degree);
    }
    for (const id of next.keys()) this.distances.set(id, this.depth);
    this.#layer = [...next.keys()];
    this.cost = [...next.values()].reduce((sum, degree) => sum + degree, 0);
    return read;
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
  budget: Budget,
  leastSupport = 0,
): Generator<Path> {
  const path: EntityId[] = [from];
  function* walk(): Generator<Path> {
    const here = path.at(-1) as EntityId;
    const left = length - path.length;
    const steps = [...(known.get(here) ?? [])]
      .filter(([, support]) => support >= leastSupport)
      .filter(([id]) => (left === 0 ? id === to : id !== to && back.atLeast(id) <= left && !path.includes(id)))
      .sort(([a, supportA], [b, supportB]) => supportB - supportA || (a < b ? -1 : 1));
    for (const [id] of steps) {
      if (!budget.spend()) return;
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
