/** Measures of a chosen part of the graph: what is asked, what came of it, and which measure is looked at. */
import { computed, signal } from "@preact/signals-core";
import type { ReadonlySignal } from "@preact/signals-core";

import type {
  EntityId,
  EntityType,
  Measure,
  MeasuredEntity,
  MeasuresAnswer,
  MeasuresRequest,
} from "../../../server/contract/index.ts";
import type { Api } from "../api.ts";
import type { Graph } from "./graph.ts";
import { createResource, loadedValue } from "./resource.ts";
import type { Loaded } from "./resource.ts";

export interface MeasuresChoice {
  /** What the canvas shows, or all of the graph. */
  readonly scope: "all" | "canvas";
  /** Empty: of all types. */
  readonly types: readonly EntityType[];
  readonly measure: Measure;
  /** Whom to suggest to whom. */
  readonly from: EntityType;
  readonly to: EntityType;
}

const FIRST: MeasuresChoice = { scope: "all", types: [], measure: "degree", from: "University", to: "Region" };

export interface Measures extends Disposable {
  readonly choice: ReadonlySignal<MeasuresChoice>;
  readonly found: ReadonlySignal<Loaded<MeasuresAnswer>>;
  readonly values: ReadonlySignal<ReadonlyMap<EntityId, MeasuredEntity>>;
  readonly isCanvasEmpty: ReadonlySignal<boolean>;
  choose(change: Partial<MeasuresChoice>): void;
  /** Asks for what is chosen, unless that is what was asked last. */
  load(): void;
  retry(): Promise<void>;
}

export function createMeasures(api: Pick<Api, "measures">, graph: ReadonlySignal<Pick<Graph, "entities">>): Measures {
  const choice = signal(FIRST);
  const asked = createResource((key: string, abort) => api.measures(JSON.parse(key) as AskedMeasures, abort));
  const load = () => {
    const key = JSON.stringify(toRequest(choice.peek(), graph.peek()));
    if (key !== asked.key.peek()) void asked.load(key);
  };
  return {
    choice,
    found: asked.state,
    values: computed(() => new Map(loadedValue(asked.state.value)?.entities.map((entity) => [entity.id, entity]))),
    isCanvasEmpty: computed(() => graph.value.entities.size === 0),
    choose(change) {
      choice.value = { ...choice.peek(), ...change };
      load();
    },
    load,
    retry: () => asked.reload(),
    [Symbol.dispose]: () => asked[Symbol.dispose](),
  };
}

/** As it is sent: what is left out has its default there. */
export type AskedMeasures = Partial<MeasuresRequest>;

function toRequest({ scope, types, from, to }: MeasuresChoice, { entities }: Pick<Graph, "entities">): AskedMeasures {
  return {
    // An empty canvas has no part to measure.
    ...(scope === "canvas" && entities.size > 0 ? { ids: [...entities.keys()].toSorted() } : {}),
    ...(types.length > 0 ? { types: [...types] } : {}),
    suggest: { from, to },
  };
}
