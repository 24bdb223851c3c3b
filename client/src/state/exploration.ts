/**
 * What a person does to the canvas: each command fetches what it needs, then
 * commits one named step. Commands that fetch run one after another, so each
 * one completes the relations to all that is there when it commits.
 *
 * The canvas always shows every relation among its entities, whichever way
 * they came: an absent line means that the documents have none.
 */
import { computed, signal } from "@preact/signals-core";
import type { ReadonlySignal } from "@preact/signals-core";

import type { Api } from "../api.ts";
import type { EntityId, EntityType, MatchKind, RelationType } from "../../../server/contract/index.ts";
import {
  EMPTY_GRAPH,
  addElements,
  collapseEntity,
  expandEntity,
  hideEntities,
  pinEntities,
  placeEntities,
  removeEntities,
  showEntities,
} from "./graph.ts";
import type { Graph, Position } from "./graph.ts";
import type { History, StepAbout, StepKind } from "./history.ts";
import type { Notices } from "./notices.ts";

/** Names that a step keeps for its sentence. */
const NAMES_IN_STEP = 3;

export interface Exploration {
  readonly isBusy: ReadonlySignal<boolean>;
  /** Puts entities on the canvas, with their relations to what is there. False when it failed. */
  add(ids: readonly EntityId[], search?: { query: string; match: MatchKind }): Promise<boolean>;
  /** Puts picked neighbours of `source` on the canvas. */
  expand(
    source: EntityId,
    neighbors: readonly EntityId[],
    group?: { relation?: RelationType | undefined; type?: EntityType | undefined },
  ): Promise<boolean>;
  collapse(source: EntityId): void;
  canCollapse(source: EntityId): boolean;
  hide(ids: Iterable<EntityId>): void;
  show(ids: Iterable<EntityId>): void;
  remove(ids: Iterable<EntityId>): void;
  /** Moved by hand: a step. */
  move(positions: ReadonlyMap<EntityId, Position>): void;
  /** All laid out anew: a step. */
  arrange(layout: string, positions: ReadonlyMap<EntityId, Position>): void;
  /** Where a layout put what had no place yet: no step. */
  place(positions: ReadonlyMap<EntityId, Position>): void;
  pin(ids: Iterable<EntityId>, pinned: boolean): void;
  /** Opens a canvas from a link: what was asked for replaces what is there. Returns ids that are gone; undefined when it failed. */
  open(
    ids: readonly EntityId[],
    positions: ReadonlyMap<EntityId, Position>,
    hidden: Iterable<EntityId>,
  ): Promise<readonly string[] | undefined>;
  clear(): void;
}

export interface ExplorationOptions {
  readonly api: Pick<Api, "subgraph">;
  readonly history: History;
  readonly notices: Pick<Notices, "fail">;
}

export function createExploration({ api, history, notices }: ExplorationOptions): Exploration {
  const running = signal(0);
  let queue: Promise<unknown> = Promise.resolve();

  const present = () => history.present.peek();

  /** Runs after what is under way; false when it failed, which has been said then. */
  const inTurn = (work: () => Promise<void>): Promise<boolean> => {
    running.value += 1;
    const result = queue.then(work).then(
      () => true,
      (error: unknown) => {
        notices.fail(error);
        return false;
      },
    );
    queue = result.finally(() => {
      running.value -= 1;
    });
    return result;
  };

  /** A command that needs no request. */
  const commit = (kind: StepKind, ids: Iterable<EntityId>, next: Graph) =>
    history.commit(describe(present(), kind, ids), next);

  return {
    isBusy: computed(() => running.value > 0),

    add: (ids, search) =>
      inTurn(async () => {
        const asked = [...new Set(ids)];
        const found = await api.subgraph([...new Set([...present().entities.keys(), ...asked])]);
        const next = addElements(present(), {
          entities: found.entities.filter(({ id }) => asked.includes(id)),
          relations: found.relations,
        });
        const about = describe(next, "add", asked);
        if (isSame(next, present())) return;
        history.commit(search === undefined ? about : { ...about, search }, next);
      }),

    expand: (source, neighbors, group = {}) =>
      inTurn(async () => {
        const picked = new Set(neighbors);
        const found = await api.subgraph([...new Set([...present().entities.keys(), source, ...picked])]);
        const next = expandEntity(present(), source, {
          entities: found.entities.filter(({ id }) => picked.has(id)),
          relations: found.relations,
        });
        if (isSame(next, present())) return;
        const about = describe(next, "expand", [source]);
        history.commit({ ...about, ...defined("relation", group.relation), ...defined("type", group.type) }, next);
      }),

    collapse: (source) => commit("collapse", [source], collapseEntity(present(), source)),
    canCollapse: (source) => history.present.value.expansions.has(source),
    hide: (ids) => commit("hide", ids, hideEntities(present(), ids)),
    show: (ids) => commit("show", ids, showEntities(present(), ids)),
    remove: (ids) => commit("remove", ids, removeEntities(present(), ids)),
    move: (positions) => commit("move", positions.keys(), placeEntities(present(), positions)),
    arrange: (layout, positions) =>
      history.commit(
        { ...describe(present(), "arrange", positions.keys()), layout },
        placeEntities(present(), positions),
      ),
    place: (positions) => history.amend(placeEntities(present(), positions)),
    pin: (ids, pinned) => commit(pinned ? "pin" : "unpin", ids, pinEntities(present(), ids, pinned)),

    async open(ids, positions, hidden) {
      let missing: readonly string[] = [];
      const isOpen = await inTurn(async () => {
        const found = await api.subgraph([...new Set(ids)]);
        missing = found.missing;
        const next = hideEntities(placeEntities(addElements(EMPTY_GRAPH, found), positions), hidden);
        history.commit(describe(next, "open", next.entities.keys()), next);
      });
      return isOpen ? missing : undefined;
    },

    clear: () => commit("clear", present().entities.keys(), EMPTY_GRAPH),
  };
}

function describe(graph: Graph, kind: StepKind, ids: Iterable<EntityId>): StepAbout {
  const entities = [...ids].flatMap((id) => graph.entities.get(id) ?? []);
  return { kind, names: entities.slice(0, NAMES_IN_STEP).map(({ name }) => name), count: entities.length };
}

/** Whether nothing came: the same entities and relations are in sight, perhaps as newer versions. */
function isSame(next: Graph, before: Graph): boolean {
  return (
    next.entities.size === before.entities.size &&
    next.relations.size === before.relations.size &&
    next.hidden.size === before.hidden.size
  );
}

function defined<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V };
}
