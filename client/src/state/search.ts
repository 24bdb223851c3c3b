/** Search as you type: waits until the typing pauses, drops stale answers, keeps the old ones in sight meanwhile. */
import { batch, computed, signal } from "@preact/signals-core";
import type { ReadonlySignal } from "@preact/signals-core";

import type { Api } from "../api.ts";
import type { SearchAnswer } from "../../../server/contract/index.ts";
import { createResource, loadedValue } from "./resource.ts";
import type { Loaded } from "./resource.ts";

/** Shorter than the gap between two keystrokes of a fluent typist's pinyin would fetch every letter. */
export const SEARCH_PAUSE_MS = 90;
const LIMIT = 12;

export type SearchResult = SearchAnswer["results"][number];

export interface Search extends Disposable {
  /** As typed. */
  readonly query: ReadonlySignal<string>;
  /** The query that `answer` is for; behind `query` while an answer is awaited. */
  readonly answeredQuery: ReadonlySignal<string>;
  readonly answer: ReadonlySignal<SearchAnswer | undefined>;
  readonly state: ReadonlySignal<Loaded<SearchAnswer>>;
  /** The row that the arrow keys stand on; -1 for none. */
  readonly active: ReadonlySignal<number>;
  /** Counts up when the search box is wanted; the box takes the focus then. */
  readonly focusRequests: ReadonlySignal<number>;
  requestFocus(): void;
  type(query: string): void;
  /** Asks at once, without waiting for a pause. */
  submit(): Promise<void>;
  moveActive(by: 1 | -1): void;
  setActive(index: number): void;
  clear(): void;
}

export function createSearch(api: Pick<Api, "search">): Search {
  const query = signal("");
  const answeredQuery = signal("");
  const answer = signal<SearchAnswer | undefined>(undefined);
  const active = signal(-1);
  const focusRequests = signal(0);
  const resource = createResource((q: string, abort) => api.search(q, { limit: LIMIT }, abort));
  let timer: ReturnType<typeof setTimeout> | undefined;

  const ask = async (q: string) => {
    await resource.load(q);
    const found = loadedValue(resource.state.peek());
    if (resource.key.peek() !== q || found === undefined) return;
    batch(() => {
      answeredQuery.value = q;
      answer.value = found;
      active.value = found.results.length > 0 ? 0 : -1;
    });
  };
  const clear = () => {
    clearTimeout(timer);
    resource.clear();
    batch(() => {
      query.value = "";
      answeredQuery.value = "";
      answer.value = undefined;
      active.value = -1;
    });
  };

  return {
    query,
    answeredQuery,
    answer: computed(() => answer.value),
    state: resource.state,
    active,
    focusRequests,
    requestFocus() {
      focusRequests.value += 1;
    },
    type(text) {
      clearTimeout(timer);
      if (text.trim() === "") {
        clear();
        query.value = text;
        return;
      }
      query.value = text;
      timer = setTimeout(() => void ask(text.trim()), SEARCH_PAUSE_MS);
    },
    async submit() {
      clearTimeout(timer);
      const text = query.peek().trim();
      if (text !== "" && text !== answeredQuery.peek()) await ask(text);
    },
    moveActive(by) {
      const count = answer.peek()?.results.length ?? 0;
      if (count > 0) active.value = (active.peek() + by + count) % count;
    },
    setActive(index) {
      active.value = index;
    },
    clear,
    [Symbol.dispose]: clear,
  };
}
