/**
 * Paths between two or more picked entities, and what they share. Each pair
 * has its own question; hubs are left out unless a person lets them in.
 */
import { computed, effect, signal } from "@preact/signals-core";
import type { ReadonlySignal } from "@preact/signals-core";

import type { Api } from "../api.ts";
import type {
  CommonAnswer,
  Entity,
  EntityId,
  FoundPath,
  PathOrder,
  Relation,
  RelationId,
  RelationType,
} from "../../../server/contract/index.ts";
import { RELATION_TYPE_NAMES, isRelationType } from "../../../server/contract/ontology.ts";
import type { ViewSettings } from "./location.ts";
import { createResource } from "./resource.ts";
import type { Loaded } from "./resource.ts";

/** With more ends the pairs are too many to read: what is shared says more then. */
export const MAX_ENDS = 5;
const PATHS_OF_TWO = 8;
const PATHS_OF_PAIR = 3;
/** To choose from; null lets every hub in. */
export const HUB_DEGREES: readonly (number | null)[] = [20, 50, 100, 300, null];

export interface PathChoice {
  readonly ends: readonly EntityId[];
  readonly order: PathOrder;
  readonly maxLength: number;
  readonly maxDegree: number | null;
  /** Left out one by one. */
  readonly without: readonly EntityId[];
  readonly relationsOff: readonly RelationType[];
  /** For what is shared. */
  readonly reach: 1 | 2;
}

export const FIRST_PATH_CHOICE: PathChoice = {
  ends: [],
  order: "short",
  maxLength: 4,
  maxDegree: 100,
  without: [],
  relationsOff: [],
  reach: 1,
};

export interface PairPaths {
  readonly from: EntityId;
  readonly to: EntityId;
  readonly paths: readonly FoundPath[];
  readonly truncated: boolean;
}

export interface PathsFound {
  readonly pairs: readonly PairPaths[];
  readonly common: CommonAnswer;
  readonly entities: ReadonlyMap<EntityId, Entity>;
  readonly relations: ReadonlyMap<RelationId, Relation>;
  /** Hubs that were met and left out, those with most relations first. */
  readonly leftOut: readonly Entity[];
}

export interface Paths extends Disposable {
  readonly choice: ReadonlySignal<PathChoice>;
  readonly isOpen: ReadonlySignal<boolean>;
  readonly found: ReadonlySignal<Loaded<PathsFound>>;
  /** Of so many at least two; more than `MAX_ENDS` are cut. */
  open(ends: readonly EntityId[]): void;
  close(): void;
  choose(change: Partial<PathChoice>): void;
  retry(): Promise<void>;
  readonly settings: ReadonlySignal<ViewSettings>;
  restore(settings: ViewSettings): void;
}

export function createPaths({ api }: { readonly api: Pick<Api, "paths" | "common"> }): Paths {
  const choice = signal<PathChoice>(FIRST_PATH_CHOICE);
  const isOpen = computed(() => choice.value.ends.length > 1);
  const resource = createResource((asked: PathChoice, abort) => findPaths(api, asked, abort), { keepsOld: true });
  const dispose = effect(() => {
    if (isOpen.value) void resource.load(choice.value);
    else resource.clear();
  });

  return {
    choice,
    isOpen,
    found: resource.state,
    open(ends) {
      resource.clear();
      choice.value = { ...choice.peek(), ends: [...new Set(ends)].slice(0, MAX_ENDS), without: [] };
    },
    close() {
      choice.value = { ...choice.peek(), ends: [] };
    },
    choose(change) {
      choice.value = { ...choice.peek(), ...change };
    },
    retry: () => resource.reload(),
    settings: computed(() => toSettings(choice.value)),
    restore(settings) {
      choice.value = fromSettings(settings);
    },
    [Symbol.dispose]() {
      dispose();
      resource[Symbol.dispose]();
    },
  };
}

async function findPaths(
  api: Pick<Api, "paths" | "common">,
  choice: PathChoice,
  abort: AbortSignal,
): Promise<PathsFound> {
  const { ends, order, maxLength, maxDegree, without, relationsOff, reach } = choice;
  const over = {
    maxDegree: maxDegree ?? undefined,
    without: [...without],
    relations:
      relationsOff.length === 0 ? undefined : RELATION_TYPE_NAMES.filter((type) => !relationsOff.includes(type)),
  };
  const limit = ends.length === 2 ? PATHS_OF_TWO : PATHS_OF_PAIR;
  const pairs = ends.flatMap((from, at) => ends.slice(at + 1).map((to) => ({ from, to })));
  const [common, ...answers] = await Promise.all([
    api.common({ ids: [...ends], reach, ...over }, abort),
    ...pairs.map(({ from, to }) => api.paths({ from, to, order, maxLength, limit, ...over }, abort)),
  ]);
  const all = [common, ...answers];
  const leftOut = new Map(all.flatMap((answer) => answer.leftOut.map((entity) => [entity.id, entity])));
  return {
    pairs: pairs.map((pair, at) => ({
      ...pair,
      paths: answers[at]?.paths ?? [],
      truncated: answers[at]?.truncated ?? false,
    })),
    common,
    entities: new Map(all.flatMap((answer) => answer.entities.map((entity) => [entity.id, entity]))),
    relations: new Map(all.flatMap((answer) => answer.relations.map((relation) => [relation.id, relation]))),
    leftOut: [...leftOut.values()].sort((a, b) => b.degree - a.degree || (a.id < b.id ? -1 : 1)),
  };
}

/** Nothing at all while no paths are open: the canvas alone is the view then. */
function toSettings(choice: PathChoice): ViewSettings {
  if (choice.ends.length < 2) return {};
  const { ends, order, maxLength, maxDegree, without, relationsOff, reach } = choice;
  const all: readonly (readonly [string, string, string])[] = [
    ["paths", ids(ends), ""],
    ["order", order, FIRST_PATH_CHOICE.order],
    ["length", String(maxLength), String(FIRST_PATH_CHOICE.maxLength)],
    ["hub", String(maxDegree ?? "all"), String(FIRST_PATH_CHOICE.maxDegree)],
    ["without", ids(without), ""],
    ["not", relationsOff.join(","), ""],
    ["reach", String(reach), String(FIRST_PATH_CHOICE.reach)],
  ];
  return Object.fromEntries(all.filter(([, value, first]) => value !== first).map(([name, value]) => [name, value]));
}

function fromSettings(settings: ViewSettings): PathChoice {
  const list = (name: string) => (settings[name] ?? "").split(",").filter((part) => part !== "");
  const length = Number(settings["length"]);
  const hub = settings["hub"];
  return {
    ends: list("paths").map(decode).slice(0, MAX_ENDS),
    order: settings["order"] === "supported" ? "supported" : "short",
    maxLength: length >= 1 && length <= 6 && Number.isInteger(length) ? length : FIRST_PATH_CHOICE.maxLength,
    maxDegree: hub === "all" ? null : /^[1-9]\d{0,6}$/.test(hub ?? "") ? Number(hub) : FIRST_PATH_CHOICE.maxDegree,
    without: list("without").map(decode),
    relationsOff: list("not").filter(isRelationType),
    reach: settings["reach"] === "2" ? 2 : 1,
  };
}

/** An id may hold a comma; the address encodes the whole list once more. */
const ids = (list: readonly EntityId[]) => list.map((id) => encodeURIComponent(id)).join(",");

function decode(text: string): EntityId {
  try {
    return decodeURIComponent(text) as EntityId;
  } catch {
    return text as EntityId;
  }
}
