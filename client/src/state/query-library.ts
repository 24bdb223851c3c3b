/** Saved queries and what this browser asked, as the server keeps them. */
import type { ReadonlySignal } from "@preact/signals-core";

import type { Api } from "../api.ts";
import type { HistoryPage, SavedQueriesPage, SavedQuery, SavedQueryDraft } from "../../../server/contract/index.ts";
import { createResource } from "./resource.ts";
import type { Loaded } from "./resource.ts";
import type { OpenedQuery } from "./query.ts";

export interface QueryLibrary extends Disposable {
  readonly saved: ReadonlySignal<Loaded<SavedQueriesPage>>;
  readonly history: ReadonlySignal<Loaded<HistoryPage>>;
  loadSaved(): Promise<void>;
  /** Entries whose text holds all words. */
  searchHistory(words: string): Promise<void>;
  forgetHistory(): Promise<void>;
  /** Replaces the query of this id, else keeps a new one. @throws ApiError */
  save(draft: SavedQueryDraft, id: string | null): Promise<SavedQuery>;
  /** @throws ApiError */
  remove(id: string): Promise<void>;
}

type LibraryApi = Pick<Api, "savedQueries" | "saveQuery" | "removeQuery" | "queryHistory" | "forgetQueryHistory">;

export function createQueryLibrary(api: LibraryApi, browser: string): QueryLibrary {
  const saved = createResource((_: "saved", abort) => api.savedQueries(abort));
  const history = createResource((words: string, abort) => api.queryHistory(browser, words, abort));
  return {
    saved: saved.state,
    history: history.state,
    loadSaved: () => saved.load("saved"),
    searchHistory: (words) => history.load(words),
    async forgetHistory() {
      await api.forgetQueryHistory(browser);
      await history.reload();
    },
    async save(draft, id) {
      const query = await api.saveQuery(draft, id);
      await saved.load("saved");
      return query;
    },
    async remove(id) {
      await api.removeQuery(id);
      await saved.load("saved");
    },
    [Symbol.dispose]() {
      saved[Symbol.dispose]();
      history[Symbol.dispose]();
    },
  };
}

export function openedFrom({ id, name, cypher, parameters }: SavedQuery): OpenedQuery {
  return {
    text: cypher,
    name,
    savedId: id,
    entries: Object.fromEntries(parameters.map(({ name: parameter, type, text }) => [parameter, { type, text }])),
  };
}

const BROWSER_KEY = "innovation-atlas-browser";

/** Drawn once and kept, where the browser keeps anything; else for this page alone. */
export function browserId(
  storage: Pick<Storage, "getItem" | "setItem"> | undefined,
  draw: () => string = () => crypto.randomUUID(),
): string {
  const known = storage?.getItem(BROWSER_KEY);
  if (known !== null && known !== undefined && /^[\w-]{8,64}$/.test(known)) return known;
  const drawn = draw();
  storage?.setItem(BROWSER_KEY, drawn);
  return drawn;
}
