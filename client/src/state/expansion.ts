/**
 * The pick list: which neighbours of an entity to put on the canvas. Counts by
 * relation, direction and type come first; then the neighbours in pages of 25,
 * best supported first, narrowed by group and name.
 */
import { batch, computed, signal } from "@preact/signals-core";
import type { ReadonlySignal } from "@preact/signals-core";

import type { Api, ApiError } from "../api.ts";
import { isAbort } from "../api.ts";
import type {
  Direction,
  Entity,
  EntityId,
  EntityType,
  NeighborCount,
  NeighborsPage,
  Relation,
  RelationType,
} from "../../../server/contract/index.ts";
import type { Exploration } from "./exploration.ts";
import type { Graph } from "./graph.ts";
import { toApiError } from "./resource.ts";

export const PAGE_SIZE = 25;
/** "All of these" fetches in larger pages, and stops here: a canvas with more is no picture any more. */
const ALL_PAGE_SIZE = 250;
export const MAX_PICKED = 500;
const NAME_PAUSE_MS = 150;

/** Which neighbours are listed; an empty group is all. */
export interface NeighborGroup {
  readonly relation?: RelationType | undefined;
  readonly direction?: Direction | undefined;
  readonly type?: EntityType | undefined;
}

export interface NeighborRow {
  readonly entity: Entity;
  /** Every relation between the two that the group lets through. */
  readonly relations: readonly Relation[];
  /** Sentences that support them. */
  readonly evidence: number;
  /** Whether all of them are plans. */
  readonly isPlanned: boolean;
  readonly isOnCanvas: boolean;
}

export interface PickList extends Disposable {
  /** The entity whose list is open. */
  readonly source: ReadonlySignal<EntityId | null>;
  /** Over all neighbours, whatever is listed. */
  readonly counts: ReadonlySignal<readonly NeighborCount[]>;
  readonly group: ReadonlySignal<NeighborGroup>;
  readonly name: ReadonlySignal<string>;
  /** The page in sight. */
  readonly rows: ReadonlySignal<readonly NeighborRow[]>;
  /** From 0. */
  readonly page: ReadonlySignal<number>;
  /** Neighbours in the group with that name. */
  readonly total: ReadonlySignal<number>;
  readonly picked: ReadonlySignal<ReadonlySet<EntityId>>;
  readonly isLoading: ReadonlySignal<boolean>;
  readonly error: ReadonlySignal<ApiError | null>;
  readonly hasNext: ReadonlySignal<boolean>;
  open(source: EntityId, group?: NeighborGroup): Promise<void>;
  close(): void;
  choose(group: NeighborGroup): Promise<void>;
  /** Narrows by part of a name or alias, once the typing pauses. */
  filterByName(name: string): void;
  next(): Promise<void>;
  previous(): void;
  retry(): Promise<void>;
  toggle(id: EntityId): void;
  /** Picks what the page shows and is not on the canvas yet. */
  pickPage(): void;
  /** Picks all of the group, over all pages, up to `MAX_PICKED`. */
  pickAll(): Promise<void>;
  unpickAll(): void;
  /** Puts the picked ones on the canvas, or the page where none is picked, and closes. */
  add(): Promise<void>;
}

export interface PickListOptions {
  readonly api: Pick<Api, "neighbors">;
  readonly graph: ReadonlySignal<Graph>;
  readonly exploration: Pick<Exploration, "expand">;
}

export function createPickList({ api, graph, exploration }: PickListOptions): PickList {
  const source = signal<EntityId | null>(null);
  const counts = signal<readonly NeighborCount[]>([]);
  const group = signal<NeighborGroup>({});
  const name = signal("");
  const pages = signal<readonly NeighborsPage[]>([]);
  const page = signal(0);
  const picked = signal<ReadonlySet<EntityId>>(new Set());
  const isLoading = signal(false);
  const error = signal<ApiError | null>(null);
  let running: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const isOnCanvas = (id: EntityId) => graph.value.entities.has(id) && !graph.value.hidden.has(id);
  const rows = computed(() => {
    const current = pages.value[page.value];
    const from = source.value;
    return current === undefined || from === null ? [] : toRows(current, from, isOnCanvas);
  });
  const request = () => ({
    relation: group.peek().relation,
    direction: group.peek().direction,
    type: group.peek().type,
    q: name.peek().trim() === "" ? undefined : name.peek().trim(),
  });

  /** Runs one request at a time; a newer one makes the older void. */
  const fetch = async (work: (abort: AbortSignal) => Promise<void>) => {
    running?.abort();
    const own = new AbortController();
    running = own;
    batch(() => {
      isLoading.value = true;
      error.value = null;
    });
    try {
      await work(own.signal);
    } catch (failure) {
      if (running === own && !isAbort(failure)) error.value = toApiError(failure);
    } finally {
      if (running === own) isLoading.value = false;
    }
  };
  /** The first page of what is asked for now; the old page stays in sight until it comes. */
  const loadFirst = () =>
    fetch(async (abort) => {
      const from = source.peek();
      if (from === null) return;
      const first = await api.neighbors(from, { ...request(), limit: PAGE_SIZE }, abort);
      if (abort.aborted) return;
      batch(() => {
        pages.value = [first];
        page.value = 0;
        counts.value = first.counts;
      });
    });
  const loadNext = () =>
    fetch(async (abort) => {
      const from = source.peek();
      const cursor = pages.peek().at(-1)?.cursor ?? null;
      if (from === null || cursor === null) return;
      const next = await api.neighbors(from, { ...request(), limit: PAGE_SIZE, cursor }, abort);
      if (abort.aborted) return;
      batch(() => {
        pages.value = [...pages.peek(), next];
        page.value = pages.peek().length - 1;
      });
    });
  const close = () => {
    running?.abort();
    running = undefined;
    clearTimeout(timer);
    batch(() => {
      source.value = null;
      counts.value = [];
      group.value = {};
      name.value = "";
      pages.value = [];
      page.value = 0;
      picked.value = new Set();
      isLoading.value = false;
      error.value = null;
    });
  };
  const pick = (ids: Iterable<EntityId>) => {
    const next = new Set(picked.peek());
    for (const id of ids) if (!isOnCanvas(id) && next.size < MAX_PICKED) next.add(id);
    picked.value = next;
  };

  return {
    source,
    counts,
    group,
    name,
    rows,
    page,
    total: computed(() => pages.value.at(0)?.total ?? 0),
    picked,
    isLoading,
    error,
    hasNext: computed(() => page.value < pages.value.length - 1 || (pages.value.at(-1)?.cursor ?? null) !== null),

    async open(entity, first = {}) {
      batch(() => {
        close();
        source.value = entity;
        group.value = first;
      });
      await loadFirst();
    },
    close,
    async choose(next) {
      clearTimeout(timer);
      batch(() => {
        group.value = next;
        name.value = "";
      });
      await loadFirst();
    },
    filterByName(text) {
      name.value = text;
      clearTimeout(timer);
      timer = setTimeout(() => void loadFirst(), NAME_PAUSE_MS);
    },
    async next() {
      if (page.peek() < pages.peek().length - 1) page.value += 1;
      else await loadNext();
    },
    previous() {
      page.value = Math.max(0, page.peek() - 1);
    },
    retry: () => (pages.peek().length === 0 ? loadFirst() : loadNext()),
    toggle(id) {
      const next = new Set(picked.peek());
      if (next.delete(id)) picked.value = next;
      else pick([id]);
    },
    pickPage: () => pick(rows.peek().map(({ entity }) => entity.id)),
    pickAll: () =>
      fetch(async (abort) => {
        const from = source.peek();
        if (from === null) return;
        let cursor: string | null | undefined;
        while (cursor !== null && picked.peek().size < MAX_PICKED) {
          const all: NeighborsPage = await api.neighbors(from, { ...request(), limit: ALL_PAGE_SIZE, cursor }, abort);
          if (abort.aborted) return;
          pick(all.entities.map(({ id }) => id));
          cursor = all.cursor;
        }
      }),
    unpickAll() {
      picked.value = new Set();
    },
    async add() {
      const from = source.peek();
      if (from === null) return;
      if (picked.peek().size === 0) pick(rows.peek().map(({ entity }) => entity.id));
      const ids = [...picked.peek()];
      const { relation, type } = group.peek();
      close();
      if (ids.length > 0) await exploration.expand(from, ids, { relation, type });
    },
    [Symbol.dispose]: close,
  };
}

function toRows(page: NeighborsPage, source: EntityId, isOnCanvas: (id: EntityId) => boolean): NeighborRow[] {
  return page.entities.map((entity) => {
    const relations = page.relations.filter(
      ({ from, to }) => (from === source && to === entity.id) || (to === source && from === entity.id),
    );
    return {
      entity,
      relations,
      evidence: relations.reduce((sum, { evidenceCount }) => sum + evidenceCount, 0),
      isPlanned: relations.length > 0 && relations.every(({ status }) => status === "planned"),
      isOnCanvas: isOnCanvas(entity.id),
    };
  });
}
