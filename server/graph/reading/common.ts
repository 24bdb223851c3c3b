/**
 * What several entities share: entities that two or more of them are related
 * to, directly or over one more. One statement a layer, whatever their number.
 */
import type { CommonAnswer, CommonRequest, EntityId, RelationId, SharedEntity } from "../../contract/index.ts";
import { ANY_RELATION, types } from "../cypher.ts";
import type { CypherEngine } from "../engine.ts";
import { EntityNotFoundError, TooLargeError } from "../errors.ts";
import { groupBy } from "../group-by.ts";
import { relationColumns, toRelation } from "../model/relation-edge.ts";
import { readEntities } from "./entities.ts";
import { readRelationsById } from "./relations-by-id.ts";

const MAX_RELATIONS_READ = 200_000;
const LEFT_OUT_NAMED = 20;

interface Step {
  readonly from: EntityId;
  readonly to: EntityId;
  readonly relation: RelationId;
  readonly support: number;
}

type Way = SharedEntity["ways"][number] & { readonly support: number };

/** @throws EntityNotFoundError, TooLargeError */
export async function readCommon(
  engine: CypherEngine,
  request: CommonRequest,
  signal?: AbortSignal,
): Promise<CommonAnswer> {
  const ids = [...new Set(request.ids)] as EntityId[];
  const picked = await readEntities(engine, ids, signal);
  for (const id of ids) if (!picked.some((entity) => entity.id === id)) throw new EntityNotFoundError(id);
  const reader = new Layers(engine, request, new Set(ids), signal);
  const first = await reader.stepsFrom(ids);
  const ways = new Map<EntityId, Map<EntityId, Way>>();
  for (const step of first) {
    keepBetter(ways, step.to, { from: step.from, through: null, relations: [step.relation], support: step.support });
  }
  if (request.reach === 2) {
    const between = [...new Set(first.map(({ to }) => to))].filter((id) => !ids.includes(id));
    const next = groupBy(await reader.stepsFrom(between), ({ from }) => from);
    for (const one of first) {
      for (const other of next.get(one.to) ?? []) {
        if (other.to === one.from) continue;
        keepBetter(ways, other.to, {
          from: one.from,
          through: one.to,
          relations: [one.relation, other.relation],
          support: Math.min(one.support, other.support),
        });
      }
    }
  }
  const shared = [...ways]
    .filter(([id, own]) => own.size >= 2 && !ids.includes(id))
    .map(([entity, own]) => ({
      entity,
      ways: [...own.values()].sort((a, b) => ids.indexOf(a.from) - ids.indexOf(b.from)),
      support: [...own.values()].reduce((sum, { support }) => sum + support, 0),
    }))
    .sort((a, b) => b.ways.length - a.ways.length || b.support - a.support || (a.entity < b.entity ? -1 : 1));
  const shown = shared.slice(0, request.limit);
  const entityIds = shown.flatMap(({ entity, ways }) => [entity, ...ways.flatMap(({ through }) => through ?? [])]);
  const relationIds = shown.flatMap((own) => own.ways.flatMap(({ relations }) => relations));
  const [entities, relations, leftOut] = await Promise.all([
    readEntities(engine, [...new Set([...ids, ...entityIds])], signal),
    readRelationsById(engine, relationIds, relationColumns("r", "a", "b"), signal),
    readEntities(engine, reader.hubs(), signal),
  ]);
  return {
    shared: shown.map(({ entity, ways, support }) => ({
      entity,
      support,
      ways: ways.map(({ from, through, relations: own }) => ({ from, through, relations: own })),
    })),
    entities,
    relations: relations.map(toRelation).sort((a, b) => (a.id < b.id ? -1 : 1)),
    leftOut,
    total: shared.length,
  };
}

/** Shorter ways before longer ones, then the better supported. */
function keepBetter(ways: Map<EntityId, Map<EntityId, Way>>, to: EntityId, way: Way): void {
  const own = ways.get(to) ?? new Map<EntityId, Way>();
  const known = own.get(way.from);
  const length = (one: Way) => one.relations.length;
  const isBetter =
    known === undefined ||
    length(way) < length(known) ||
    (length(way) === length(known) &&
      (way.support > known.support ||
        (way.support === known.support && way.relations.join() < known.relations.join())));
  if (isBetter) own.set(way.from, way);
  ways.set(to, own);
}

class Layers {
  readonly #engine: CypherEngine;
  readonly #signal: AbortSignal | undefined;
  readonly #relation: string;
  readonly #maxDegree: number;
  readonly #without: ReadonlySet<string>;
  readonly #picked: ReadonlySet<EntityId>;
  readonly #hubs = new Map<EntityId, number>();
  #left = MAX_RELATIONS_READ;

  constructor(
    engine: CypherEngine,
    { relations, maxDegree, without }: CommonRequest,
    picked: ReadonlySet<EntityId>,
    signal: AbortSignal | undefined,
  ) {
    this.#engine = engine;
    this.#signal = signal;
    this.#relation = relations === undefined ? ANY_RELATION : types(relations);
    this.#maxDegree = maxDegree ?? Number.POSITIVE_INFINITY;
    this.#without = new Set(without);
    this.#picked = picked;
  }

  hubs(): readonly EntityId[] {
    return [...this.#hubs]
      .sort(([a, degreeA], [b, degreeB]) => degreeB - degreeA || (a < b ? -1 : 1))
      .slice(0, LEFT_OUT_NAMED)
      .map(([id]) => id);
  }

  async stepsFrom(ids: readonly EntityId[]): Promise<readonly Step[]> {
    const rows = await this.#engine.read(
      `UNWIND $ids AS id MATCH (a:Entity {id: id})-[r${this.#relation}]-(n:Entity)
       RETURN id AS from, n.id AS to, n.degree AS degree, r.id AS relation, r.evidenceCount AS support LIMIT $limit`,
      { ids, limit: this.#left + 1 },
      this.#signal,
    );
    this.#left -= rows.length;
    if (this.#left < 0) {
      throw new TooLargeError(
        "These entities have too many relations to compare. Leave out hubs, or ask for fewer types.",
      );
    }
    return rows.flatMap((row): Step[] => {
      const [from, to, degree] = [row["from"] as EntityId, row["to"] as EntityId, row["degree"] as number];
      if (from === to || this.#without.has(to)) return [];
      if (degree > this.#maxDegree && !this.#picked.has(to)) {
        this.#hubs.set(to, degree);
        return [];
      }
      return [{ from, to, relation: row["relation"] as RelationId, support: row["support"] as number }];
    });
  }
}
