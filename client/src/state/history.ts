/**
 * Undo and redo as references to old graphs. Each step is named with what it
 * added or took; undone ones stay in the list until the next change.
 *
 * The present graph is the entry at `index`: history is its one owner.
 */
import { batch, computed, signal } from "@preact/signals-core";
import type { ReadonlySignal } from "@preact/signals-core";

import type { EntityType, MatchKind, RelationType } from "../../../server/contract/index.ts";
import { EMPTY_GRAPH } from "./graph.ts";
import type { Graph } from "./graph.ts";

export const STEP_KINDS = [
  "add",
  "expand",
  "collapse",
  "hide",
  "show",
  "remove",
  "move",
  "arrange",
  "pin",
  "unpin",
  "open",
  "clear",
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** What a step was about; views make the sentence. */
export interface StepAbout {
  readonly kind: StepKind;
  /** Names of what it was done to, at most a few; `count` has the number. */
  readonly names: readonly string[];
  readonly count: number;
  /** Expansions: the group that was picked from. */
  readonly relation?: RelationType;
  readonly type?: EntityType;
  /** Additions: the search they came from. */
  readonly search?: { readonly query: string; readonly match: MatchKind };
  /** Arrangements: which layout. */
  readonly layout?: string;
}

export interface Step extends StepAbout {
  readonly id: number;
  /** In sight after the step and not before, and the other way round. */
  readonly added: { readonly entities: number; readonly relations: number };
  readonly removed: { readonly entities: number; readonly relations: number };
}

interface Entry {
  /** Undefined for the start. */
  readonly step: Step | undefined;
  readonly graph: Graph;
}

/** Older steps are forgotten: a hundred graphs of 2,000 entities are some 20 MB. */
const MAX_STEPS = 100;

export interface History {
  readonly present: ReadonlySignal<Graph>;
  /** Newest first, undone ones included. */
  readonly steps: ReadonlySignal<readonly { readonly step: Step; readonly undone: boolean }[]>;
  /** The step whose result is shown; undefined at the start. */
  readonly current: ReadonlySignal<Step | undefined>;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  /** Makes `next` the present graph as one step; a graph that is the same makes none. */
  commit(about: StepAbout, next: Graph): void;
  /** Changes the present graph without a step: positions that a layout found. */
  amend(next: Graph): void;
  undo(): void;
  redo(): void;
  /** Goes to the graph after this step, or to the start. */
  goTo(step: Step | undefined): void;
}

export function createHistory(start: Graph = EMPTY_GRAPH): History {
  const entries = signal<readonly Entry[]>([{ step: undefined, graph: start }]);
  const index = signal(0);
  let nextId = 1;

  const entry = computed(() => entries.value[index.value]!);
  const present = computed(() => entry.value.graph);
  const move = (to: number) => {
    index.value = Math.max(0, Math.min(entries.peek().length - 1, to));
  };

  return {
    present,
    steps: computed(() =>
      entries.value
        .flatMap(({ step }, at) => (step === undefined ? [] : [{ step, undone: at > index.value }]))
        .reverse(),
    ),
    current: computed(() => entry.value.step),
    canUndo: computed(() => index.value > 0),
    canRedo: computed(() => index.value < entries.value.length - 1),

    commit(about, next) {
      const before = present.peek();
      if (next === before) return;
      const step: Step = { ...about, id: nextId, ...compare(before, next) };
      nextId += 1;
      const kept = entries.peek().slice(0, index.peek() + 1);
      const all = [...kept, { step, graph: next }];
      // The oldest entry that stays becomes the start: its step cannot be undone any more.
      const forgotten = Math.max(0, all.length - 1 - MAX_STEPS);
      const start = all[forgotten]!;
      batch(() => {
        entries.value = [{ step: undefined, graph: start.graph }, ...all.slice(forgotten + 1)];
        index.value = entries.peek().length - 1;
      });
    },

    amend(next) {
      const at = index.peek();
      entries.value = entries.peek().with(at, { step: entries.peek()[at]!.step, graph: next });
    },

    undo: () => move(index.peek() - 1),
    redo: () => move(index.peek() + 1),
    goTo(step) {
      move(step === undefined ? 0 : entries.peek().findIndex((entry) => entry.step?.id === step.id));
    },
  };
}

function compare(before: Graph, after: Graph): Pick<Step, "added" | "removed"> {
  const old = inSight(before);
  const now = inSight(after);
  return {
    added: { entities: missing(now.entities, old.entities), relations: missing(now.relations, old.relations) },
    removed: { entities: missing(old.entities, now.entities), relations: missing(old.relations, now.relations) },
  };
}

function inSight({ entities, relations, hidden }: Graph) {
  const isShown = (id: unknown) => !(hidden as ReadonlySet<unknown>).has(id);
  return {
    entities: new Set<unknown>([...entities.keys()].filter(isShown)),
    relations: new Set<unknown>(
      [...relations.values()].filter(({ from, to }) => isShown(from) && isShown(to)).map(({ id }) => id),
    ),
  };
}

const missing = (from: ReadonlySet<unknown>, other: ReadonlySet<unknown>) =>
  [...from].filter((id) => !other.has(id)).length;
