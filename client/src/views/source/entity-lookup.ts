/**
 * Type and name of entities that a text names: those on the canvas are known,
 * the rest is fetched once, several at a time.
 */
import { signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext, useEffect } from "preact/hooks";

import { isAbort } from "../../api.ts";
import type { Api } from "../../api.ts";
import type { Entity, EntityId } from "../../../../server/contract/index.ts";
import type { AppState } from "../../state/app-state.ts";

export interface EntityLookup {
  /** Reads a signal: what shows it follows when it comes to be known. */
  find(id: EntityId): Entity | undefined;
  /** Fetches those that are not known yet. */
  need(ids: Iterable<EntityId>): void;
  /** Takes over what an answer brought along. */
  learn(entities: Iterable<Entity>): void;
}

export function createEntityLookup(api: Pick<Api, "subgraph">, graph: AppState["history"]["present"]): EntityLookup {
  const known = signal<ReadonlyMap<EntityId, Entity>>(new Map());
  const asked = new Set<EntityId>();

  const learn = (entities: Iterable<Entity>) => {
    const news = [...entities].filter((entity) => known.peek().get(entity.id) !== entity);
    if (news.length === 0) return;
    const next = new Map(known.peek());
    for (const entity of news) next.set(entity.id, entity);
    known.value = next;
  };

  return {
    find: (id) => known.value.get(id) ?? graph.value.entities.get(id),
    learn,
    need(ids) {
      const missing = [...new Set(ids)].filter((id) => !asked.has(id) && !known.peek().has(id));
      if (missing.length === 0) return;
      for (const id of missing) asked.add(id);
      api.subgraph(missing).then(
        (found) => learn(found.entities),
        (error: unknown) => {
          // Without it the text is only less coloured; the next time it is asked for again.
          for (const id of missing) asked.delete(id);
          if (!isAbort(error)) console.warn("The entities of a text could not be read.", error);
        },
      );
    },
  };
}

const NOTHING: EntityLookup = { find: () => undefined, need: () => undefined, learn: () => undefined };

export const EntityLookupContext = createContext<EntityLookup>(NOTHING);

/** Makes sure that these are known or on their way. */
export function useEntities(ids: readonly EntityId[]): EntityLookup {
  const lookup = useContext(EntityLookupContext);
  useEffect(() => lookup.need(ids), [lookup, ids.join(" ")]);
  return lookup;
}
