/**
 * How many neighbours each entity of the canvas has in the whole graph, for
 * the badges. Asked for what is new on the canvas, and again where an entity
 * comes back with another number of relations.
 */
import { effect, signal } from "@preact/signals-core";
import type { ReadonlySignal } from "@preact/signals-core";

import type { Api } from "../api.ts";
import type { Entity, EntityId } from "../../../server/contract/index.ts";
import type { Graph } from "./graph.ts";
import type { Notices } from "./notices.ts";
import { tracked } from "./resource.ts";

export interface NeighborTotals extends Disposable {
  /** What is not in it is not known yet. */
  readonly known: ReadonlySignal<ReadonlyMap<EntityId, number>>;
}

export interface NeighborTotalsOptions {
  readonly api: Pick<Api, "neighborTotals">;
  readonly graph: ReadonlySignal<Graph>;
  readonly notices: Pick<Notices, "fail">;
}

export function createNeighborTotals({ api, graph, notices }: NeighborTotalsOptions): NeighborTotals {
  const known = signal<ReadonlyMap<EntityId, number>>(new Map());
  /** The degree that an entity was asked for with. */
  const asked = new Map<EntityId, number>();
  const stop = new AbortController();

  const ask = async (entities: readonly Entity[]) => {
    for (const { id, degree } of entities) asked.set(id, degree);
    try {
      const { totals } = await tracked(
        api.neighborTotals(
          entities.map(({ id }) => id),
          stop.signal,
        ),
      );
      known.value = new Map([...known.peek(), ...totals.map(({ id, neighbors }) => [id, neighbors] as const)]);
    } catch (error) {
      // The next change of the canvas asks again.
      for (const { id } of entities) asked.delete(id);
      notices.fail(error);
    }
  };
  const dispose = effect(() => {
    const news = [...graph.value.entities.values()].filter(({ id, degree }) => asked.get(id) !== degree);
    if (news.length > 0) void ask(news);
  });

  return {
    known,
    [Symbol.dispose]() {
      dispose();
      stop.abort();
    },
  };
}
