/**
 * What each passage says of the relations on the canvas: fetched only while a
 * filter looks at it, anew when the canvas, the fields asked for or the data change.
 */
import { computed, effect } from "@preact/signals-core";
import type { ReadonlySignal, Signal } from "@preact/signals-core";

import type { Api } from "../api.ts";
import { looksAtClaims } from "../../../server/contract/claim-filter.ts";
import type { ClaimFilter } from "../../../server/contract/claim-filter.ts";
import type { EntityId } from "../../../server/contract/index.ts";
import type { KnownClaims } from "./filters.ts";
import type { Graph } from "./graph.ts";
import { createResource, loadedValue } from "./resource.ts";
import type { Loaded } from "./resource.ts";

export interface Claims extends Disposable {
  readonly state: ReadonlySignal<Loaded<KnownClaims>>;
  reload(): Promise<void>;
}

interface Wanted {
  readonly ids: readonly EntityId[];
  readonly fields: readonly EntityId[];
}

export interface ClaimsOptions {
  readonly api: Pick<Api, "claims">;
  readonly graph: ReadonlySignal<Graph>;
  readonly filter: ReadonlySignal<ClaimFilter>;
  /** Where the claims are put: the filter that looks at them says which are wanted. */
  readonly known: Signal<KnownClaims>;
}

export function createClaims({ api, graph, filter, known }: ClaimsOptions): Claims {
  const resource = createResource(async ({ ids, fields }: Wanted, abort): Promise<KnownClaims> => {
    const answer = await api.claims(ids, fields, abort);
    return new Map(answer.relations.map(({ id, claims }) => [id, claims]));
  });
  // The same entities in the same order are the same question, wherever they stand.
  const entities = computed(() => graph.value.entities);
  const isWanted = computed(() => looksAtClaims(filter.value) && graph.value.relations.size > 0);
  const fields = computed(() => filter.value.fields);

  const stopLoading = effect(() => {
    if (isWanted.value) void resource.load({ ids: [...entities.value.keys()], fields: fields.value });
    else resource.clear();
  });
  // What was known stays until the next answer: what is in sight does not flicker while the canvas grows.
  const stopKeeping = effect(() => {
    const value = loadedValue(resource.state.value);
    if (value !== undefined) known.value = value;
  });

  return {
    state: resource.state,
    reload: () => resource.reload(),
    [Symbol.dispose]() {
      stopLoading();
      stopKeeping();
      resource[Symbol.dispose]();
    },
  };
}
