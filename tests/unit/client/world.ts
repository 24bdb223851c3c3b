/**
 * A small graph behind the client's API, for the tests of its state: what a
 * server would answer, without a server. Every answer waits until it is let go
 * when the world is `held`.
 */
import fc from "fast-check";

import { ApiError } from "../../../client/src/api.ts";
import type { Api } from "../../../client/src/api.ts";
import type {
  Direction,
  Entity,
  EntityId,
  EntityType,
  NeighborCount,
  Relation,
  RelationId,
  RelationStatus,
  RelationType,
} from "../../../server/contract/index.ts";

export interface Facts {
  readonly entities: readonly Entity[];
  readonly relations: readonly Relation[];
}

export function entity(id: string, type: EntityType = "University", more: Partial<Entity> = {}): Entity {
  return { id: id as EntityId, type, name: id, aliases: [], properties: {}, degree: 1, ...more };
}

export function relation(
  from: string,
  to: string,
  type: RelationType = "PARTNERS_WITH",
  more: Partial<Relation> = {},
): Relation {
  return {
    id: `${from}-${type}-${to}` as RelationId,
    type,
    from: from as EntityId,
    to: to as EntityId,
    status: "existing" satisfies RelationStatus,
    hasPlanned: false,
    evidenceCount: 1,
    firstDate: null,
    lastDate: null,
    confidence: 1,
    method: "test",
    ...more,
  };
}

/** Up to `size` entities with relations among them, loops and several between two included. */
export function anyFacts(size = 12): fc.Arbitrary<Facts> {
  return fc.integer({ min: 1, max: size }).chain((count) => {
    const ids = Array.from({ length: count }, (_, at) => `n${at}`);
    const end = fc.constantFrom(...ids);
    const type = fc.constantFrom<RelationType>("PARTNERS_WITH", "CO_BUILT_WITH", "LOCATED_IN", "PART_OF");
    return fc
      .record({
        types: fc.array(fc.constantFrom<EntityType>("University", "Region", "Laboratory"), {
          minLength: count,
          maxLength: count,
        }),
        relations: fc.uniqueArray(fc.tuple(end, end, type, fc.constantFrom<RelationStatus>("existing", "planned")), {
          maxLength: count * 3,
          selector: ([from, to, type]) => `${from} ${to} ${type}`,
        }),
      })
      .map(({ types, relations }) => ({
        entities: ids.map((id, at) => entity(id, types[at]!)),
        relations: relations.map(([from, to, type, status]) => relation(from, to, type, { status })),
      }));
  });
}

export interface World {
  readonly api: Pick<
    Api,
    "subgraph" | "neighbors" | "neighborTotals" | "search" | "entity" | "passages" | "relation" | "document"
  >;
  /** Names of the calls so far. */
  readonly calls: string[];
  /** From now on answers wait. */
  hold(): void;
  /** Answers what waits, in this order (by index of waiting calls), or all. */
  letGo(order?: readonly number[]): Promise<void>;
  /** The next call fails. */
  failNext(error?: ApiError): void;
}

export function createWorld({ entities, relations }: Facts): World {
  const byId = new Map(entities.map((one) => [one.id, one]));
  const calls: string[] = [];
  let waiting: (() => void)[] = [];
  let isHeld = false;
  let failure: ApiError | undefined;

  const answer = async <T>(name: string, signal: AbortSignal | undefined, work: () => T): Promise<T> => {
    calls.push(name);
    if (isHeld) await new Promise<void>((resolve) => waiting.push(resolve));
    signal?.throwIfAborted();
    if (failure !== undefined) {
      const error = failure;
      failure = undefined;
      throw error;
    }
    return work();
  };
  const unknown = (name: string) => {
    throw new ApiError("entity_not_found", { message: name });
  };

  return {
    calls,
    hold() {
      isHeld = true;
    },
    async letGo(order) {
      const chosen = order?.map((at) => waiting[at]!) ?? waiting;
      waiting = waiting.filter((one) => !chosen.includes(one));
      if (order === undefined) isHeld = false;
      for (const resolve of chosen) {
        resolve();
        // Lets everything that hangs on this answer run before the next one comes.
        for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
      }
    },
    failNext(error = new ApiError("store_unavailable")) {
      failure = error;
    },
    api: {
      subgraph: (ids, signal) =>
        answer("subgraph", signal, () => {
          const wanted = new Set<string>(ids);
          return {
            entities: entities.filter(({ id }) => wanted.has(id)),
            relations: relations.filter(({ from, to }) => wanted.has(from) && wanted.has(to)),
            missing: [...wanted].filter((id) => !byId.has(id as EntityId)),
          };
        }),
      // For the badges alone: asked beside what a test is about, so neither counted nor held.
      neighborTotals: async (ids) => ({
        totals: ids
          .filter((id) => byId.has(id))
          .map((id) => {
            const around = relations.filter(({ from, to }) => from === id || to === id);
            return { id, neighbors: new Set(around.map((one) => otherEnd(one, id))).size };
          }),
      }),
      neighbors: (id, request = {}, signal) =>
        answer("neighbors", signal, () => {
          const around = relations.filter(({ from, to }) => from === id || to === id);
          const isWanted = (one: Relation) =>
            (request.relation === undefined || one.type === request.relation) &&
            (request.direction === undefined || directionOf(one, id) === request.direction) &&
            (request.type === undefined || byId.get(otherEnd(one, id))!.type === request.type) &&
            (request.q === undefined || byId.get(otherEnd(one, id))!.name.includes(request.q));
          const found = around.filter(isWanted);
          const all = [...new Set(found.map((one) => otherEnd(one, id)))];
          const start = Number(request.cursor ?? 0);
          const end = start + (request.limit ?? 25);
          const page = all.slice(start, end);
          return {
            entities: page.map((other) => byId.get(other)!),
            relations: found.filter((one) => page.includes(otherEnd(one, id))),
            counts: countNeighbors(around, id, byId),
            total: all.length,
            cursor: end < all.length ? String(end) : null,
          };
        }),
      search: (q, options = {}, signal) =>
        answer(`search ${q}`, signal, () => {
          const found = entities.filter(({ name }) => name.includes(q));
          return {
            results: found
              .slice(0, options.limit ?? 10)
              .map((one) => ({ entity: one, match: { kind: "name" as const, text: one.name, ranges: [] } })),
            total: found.length,
          };
        }),
      entity: (id, signal) =>
        answer("entity", signal, () => ({
          entity: byId.get(id) ?? unknown(id)!,
          counts: [],
          observations: [],
          documents: 0,
        })),
      passages: (_id, _page, signal) => answer("passages", signal, () => ({ passages: [], total: 0, cursor: null })),
      relation: (id, signal) =>
        answer("relation", signal, () => {
          const found = relations.find((one) => one.id === id)!;
          return { relation: found, from: byId.get(found.from)!, to: byId.get(found.to)!, passages: [], others: [] };
        }),
      document: (id, signal) => answer(`document ${id}`, signal, () => unknown(id) as never),
    },
  };
}

const otherEnd = ({ from, to }: Relation, id: EntityId) => (from === id ? to : from);
const directionOf = ({ from }: Relation, id: EntityId): Direction => (from === id ? "out" : "in");

function countNeighbors(
  around: readonly Relation[],
  id: EntityId,
  byId: ReadonlyMap<EntityId, Entity>,
): NeighborCount[] {
  const counts = new Map<string, NeighborCount>();
  for (const one of around) {
    const { type } = byId.get(otherEnd(one, id))!;
    const key = `${one.type} ${directionOf(one, id)} ${type}`;
    const before = counts.get(key);
    counts.set(key, {
      relation: one.type,
      direction: directionOf(one, id),
      type,
      count: (before?.count ?? 0) + 1,
      planned: (before?.planned ?? 0) + (one.status === "planned" ? 1 : 0),
    });
  }
  return [...counts.values()];
}

/** Lets promises that are settled already take effect. */
export async function turns(count = 20): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
}
