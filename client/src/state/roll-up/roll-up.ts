/**
 * What the canvas draws as one: groups by type, region or community, each
 * closed or open. Like a filter it is a way of looking: no step of the history.
 * Where more is in sight than can be read, groups are proposed instead.
 */
import { batch, computed, signal } from "@preact/signals-core";
import type { ReadonlySignal } from "@preact/signals-core";

import type { EntityId } from "../../../../server/contract/index.ts";
import type { VisibleGraph } from "../filters.ts";
import type { Position } from "../graph.ts";
import type { ViewSettings } from "../location.ts";
import { tracked } from "../resource.ts";
import { ROLL_UPS, groupsOf } from "./groups.ts";
import type { Communities, Groups, RollUpBy } from "./groups.ts";
import { makeRoom } from "./make-room.ts";
import { groupWith, rollUpGraph } from "./roll-up-graph.ts";
import type { RolledGraph } from "./roll-up-graph.ts";

/** More entities than these are not drawn one by one unless a person asks for it. */
export const MAX_DRAWN = 2_000;

/** `none`: each entity by itself, however many there are. */
export type RollUpChoice = RollUpBy | "none";

export interface RollUp {
  /** What is grouped by now; null draws each entity. */
  readonly by: ReadonlySignal<RollUpBy | null>;
  /** Whether nobody asked for it: too much is in sight. */
  readonly isProposed: ReadonlySignal<boolean>;
  readonly groups: ReadonlySignal<Groups>;
  readonly rolled: ReadonlySignal<RolledGraph>;
  /** Of groups; entities have theirs in the graph. */
  readonly positions: ReadonlySignal<ReadonlyMap<EntityId, Position>>;
  choose(choice: RollUpChoice): Promise<void>;
  open(group: EntityId): void;
  close(group: EntityId): void;
  /** Closes the open group that an entity is in; false where there is none. */
  closeAround(entity: EntityId): boolean;
  canCloseAround(entity: EntityId): boolean;
  /** Takes these out of their groups: somebody asked for them by name. */
  reveal(entities: Iterable<EntityId>): void;
  place(positions: ReadonlyMap<EntityId, Position>): void;
  readonly settings: ReadonlySignal<ViewSettings>;
  restore(settings: ViewSettings): Promise<void>;
}

export interface RollUpOptions {
  readonly visible: ReadonlySignal<VisibleGraph>;
  /** Where entities stand: groups give way to them. */
  readonly placed?: ReadonlySignal<ReadonlyMap<EntityId, Position>>;
  readonly onFailed: (error: unknown) => void;
  /** Comes when it is first asked for. */
  readonly loadCommunities?: () => Promise<(graph: VisibleGraph) => Communities>;
}

const NOTHING: Groups = new Map();

export function createRollUp({ visible, onFailed, ...options }: RollUpOptions): RollUp {
  const loadCommunities = options.loadCommunities ?? (async () => (await import("./communities.ts")).findCommunities);
  const chosen = signal<RollUpChoice | null>(null);
  const opened = signal<ReadonlySet<EntityId>>(new Set());
  const revealed = signal<ReadonlySet<EntityId>>(new Set());
  const positions = signal<ReadonlyMap<EntityId, Position>>(new Map());
  const findCommunities = signal<((graph: VisibleGraph) => Communities) | null>(null);

  const isTooMuch = computed(() => visible.value.entities.size > MAX_DRAWN);
  const by = computed<RollUpBy | null>(() => {
    if (chosen.value === "none") return null;
    return chosen.value ?? (isTooMuch.value ? "type" : null);
  });
  const groups = computed<Groups>(() => {
    if (by.value === null) return NOTHING;
    const graph = without(visible.value, revealed.value);
    if (by.value !== "community") return groupsOf(graph, by.value);
    return findCommunities.value === null ? NOTHING : groupsOf(graph, by.value, findCommunities.value(visible.value));
  });
  const rolled = computed(() => rollUpGraph(visible.value, groups.value, opened.value));
  const openAround = (entity: EntityId) =>
    groupWith(
      [...groups.value.values()].filter(({ id }) => opened.value.has(id)),
      entity,
    );
  const change = (group: EntityId, isOpen: boolean) => {
    const next = new Set(opened.peek());
    if (isOpen) next.add(group);
    else next.delete(group);
    opened.value = next;
  };
  const choose = async (choice: RollUpChoice | null) => {
    if (choice === "community" && findCommunities.peek() === null) {
      try {
        findCommunities.value = await tracked(loadCommunities());
      } catch (error) {
        onFailed(error);
        return;
      }
    }
    batch(() => {
      if (choice !== by.peek()) {
        opened.value = new Set();
        revealed.value = new Set();
        positions.value = new Map();
      }
      chosen.value = choice;
    });
  };

  return {
    by,
    isProposed: computed(() => chosen.value === null && isTooMuch.value),
    groups,
    rolled,
    positions,
    choose,
    open: (group) =>
      batch(() => {
        change(group, true);
        const { entities, closed } = rolled.peek();
        const places = options.placed?.peek() ?? new Map<EntityId, Position>();
        const taken = [...entities.keys()].flatMap((id) => places.get(id) ?? []);
        const groupPlaces = new Map([...positions.peek()].filter(([id]) => closed.has(id)));
        positions.value = new Map([...positions.peek(), ...makeRoom(groupPlaces, taken)]);
      }),
    close: (group) => change(group, false),
    closeAround(entity) {
      const group = openAround(entity);
      if (group !== undefined) change(group.id, false);
      return group !== undefined;
    },
    canCloseAround: (entity) => openAround(entity) !== undefined,
    reveal(entities) {
      const { closed } = rolled.peek();
      const hidden = [...entities].filter((id) => groupWith(closed.values(), id) !== undefined);
      if (hidden.length > 0) revealed.value = new Set([...revealed.peek(), ...hidden]);
    },
    place(places) {
      positions.value = new Map([...positions.peek(), ...places]);
    },
    settings: computed((): ViewSettings => {
      const said = chosen.value === null ? {} : { group: chosen.value };
      const list = (name: string, ids: ReadonlySet<EntityId>) => (ids.size === 0 ? {} : { [name]: [...ids].join(",") });
      const { closed } = rolled.value;
      const places = formatPlaces([...positions.value].filter(([id]) => closed.has(id)));
      return {
        ...said,
        ...list("opened", opened.value),
        ...list("revealed", revealed.value),
        ...(places === "" ? {} : { places }),
      };
    }),
    async restore(settings) {
      await choose([...ROLL_UPS, "none" as const].find((one) => one === settings["group"]) ?? null);
      const list = (name: string) => new Set((settings[name] ?? "").split(",").filter((id) => id !== "") as EntityId[]);
      batch(() => {
        opened.value = list("opened");
        revealed.value = list("revealed");
        positions.value = parsePlaces(settings["places"] ?? "");
      });
    },
  };
}

/** In whole units, as those of entities in a link. */
function formatPlaces(places: Iterable<readonly [EntityId, Position]>): string {
  return [...places].map(([id, { x, y }]) => `${id}@${Math.round(x)}@${Math.round(y)}`).join(",");
}

function parsePlaces(text: string): ReadonlyMap<EntityId, Position> {
  return new Map(
    text.split(",").flatMap((part): [EntityId, Position][] => {
      const [, id, x, y] = /^(.+)@(-?\d+)@(-?\d+)$/.exec(part) ?? [];
      return id === undefined ? [] : [[id as EntityId, { x: Number(x), y: Number(y) }]];
    }),
  );
}

/** Where an entity lies is told by all relations, so they stay. */
function without(graph: VisibleGraph, ids: ReadonlySet<EntityId>): VisibleGraph {
  if (ids.size === 0) return graph;
  return { ...graph, entities: new Map([...graph.entities].filter(([id]) => !ids.has(id))) };
}
