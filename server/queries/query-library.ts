/**
 * Saved queries and histories, as small files in the data folder: one of all
 * saved queries, and one a browser of what it asked. What cannot be read
 * counts as not there; nothing of the graph depends on it.
 */
import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

import { HISTORY_LENGTH } from "../contract/index.ts";
import type {
  HistoryEntry,
  HistoryPage,
  HistoryRequest,
  SavedQueriesPage,
  SavedQuery,
  SavedQueryDraft,
} from "../contract/index.ts";
import { readKept, writeKept } from "../kept-file.ts";

/** Longer queries run, but their text is kept up to here. */
const KEPT_TEXT = 20_000;
const KEPT_PARAMETERS = 20_000;
/** Of all browsers; those that were used last are kept. */
const MAX_HISTORIES = 1_000;
const MAX_SAVED = 2_000;

/** There are as many saved queries as there may be. */
export class LibraryFullError extends Error {
  override readonly name = "LibraryFullError";
  readonly code = "too_large";
}

export class QueryLibrary {
  readonly #folder: string;
  readonly #savedPath: string;
  #saved: Map<string, SavedQuery> | undefined;

  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, "queries");
    this.#savedPath = join(this.#folder, "saved.json");
  }

  record(browser: string, entry: Omit<HistoryEntry, "id">): void {
    const text = entry.cypher.slice(0, KEPT_TEXT);
    const isSmall = JSON.stringify(entry.parameters).length <= KEPT_PARAMETERS;
    const kept = { ...entry, id: randomUUID(), cypher: text, parameters: isSmall ? entry.parameters : {} };
    const former = this.#history(browser).filter(
      ({ cypher, parameters }) => cypher !== text || JSON.stringify(parameters) !== JSON.stringify(kept.parameters),
    );
    mkdirSync(this.#folder, { recursive: true });
    writeKept(this.#historyPath(browser), [kept, ...former].slice(0, HISTORY_LENGTH));
    this.#forgetOldest();
  }

  history({ browser, q, limit }: HistoryRequest): HistoryPage {
    const words = q
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== "");
    const found = this.#history(browser).filter(({ cypher }) => {
      const text = cypher.toLowerCase();
      return words.every((word) => text.includes(word));
    });
    return { entries: found.slice(0, limit), total: found.length };
  }

  forgetHistory(browser: string): void {
    rmSync(this.#historyPath(browser), { force: true });
  }

  saved(): SavedQueriesPage {
    return { queries: [...this.#queries().values()].toSorted((a, b) => a.name.localeCompare(b.name, "zh-CN")) };
  }

  get(id: string): SavedQuery | undefined {
    return this.#queries().get(id);
  }

  /** @param id of the query that it replaces; a new one without it. @throws LibraryFullError */
  save(draft: SavedQueryDraft, id: string = randomUUID()): SavedQuery {
    const queries = this.#queries();
    if (!queries.has(id) && queries.size >= MAX_SAVED) {
      throw new LibraryFullError(`There are ${MAX_SAVED} saved queries. Remove some that nobody uses.`);
    }
    const query = { ...draft, id, changedAt: new Date().toISOString() };
    this.#keep(new Map(queries).set(id, query));
    return query;
  }

  /** False where there is none. */
  remove(id: string): boolean {
    const queries = new Map(this.#queries());
    if (!queries.delete(id)) return false;
    this.#keep(queries);
    return true;
  }

  #queries(): ReadonlyMap<string, SavedQuery> {
    if (this.#saved === undefined) {
      const kept = readKept(this.#savedPath);
      const queries = Array.isArray(kept) ? (kept as SavedQuery[]) : [];
      this.#saved = new Map(queries.map((query) => [query.id, query]));
    }
    return this.#saved;
  }

  #keep(queries: Map<string, SavedQuery>): void {
    mkdirSync(this.#folder, { recursive: true });
    writeKept(this.#savedPath, [...queries.values()]);
    this.#saved = queries;
  }

  #history(browser: string): readonly HistoryEntry[] {
    const kept = readKept(this.#historyPath(browser));
    return Array.isArray(kept) ? (kept as HistoryEntry[]) : [];
  }

  /** The contract lets nothing into an id that means something in a path. */
  #historyPath(browser: string): string {
    return join(this.#folder, `history-${browser}.json`);
  }

  #forgetOldest(): void {
    const names = readdirSync(this.#folder).filter((name) => name.startsWith("history-") && name.endsWith(".json"));
    if (names.length <= MAX_HISTORIES) return;
    const byAge = names
      .map((name) => ({ name, at: statSync(join(this.#folder, name)).mtimeMs }))
      .toSorted((a, b) => a.at - b.at);
    for (const { name } of byAge.slice(0, names.length - MAX_HISTORIES))
      rmSync(join(this.#folder, name), { force: true });
  }
}
