/** The query that is open, as part of the link: a saved one by its id, another one as its text. */
import { computed } from "@preact/signals-core";

import { loadedValue } from "./resource.ts";
import type { LinkedView } from "./app-state.ts";
import { openedFrom } from "./query-library.ts";
import type { QueryLibrary } from "./query-library.ts";
import { PARAMETER_TYPES } from "./query-parameters.ts";
import type { ParameterEntries, ParameterType } from "./query-parameters.ts";
import type { Query } from "./query.ts";

/** Addresses that are longer are cut by some programs that pass them on. */
const MAX_LENGTH = 4_000;

export function createQueryLink(query: Query, library: QueryLibrary): LinkedView {
  return {
    settings: computed((): Record<string, string> => {
      const { text, savedId, savedText, entries, parameters } = query.current.value;
      const used = Object.fromEntries(
        Object.entries(entries.value).filter(([name]) => parameters.value.includes(name)),
      );
      const filled = Object.keys(used).length === 0 ? {} : { p: JSON.stringify(used) };
      if (savedId.value !== null && text.value === savedText.value) return { saved: savedId.value, ...filled };
      if (text.value.trim() === "" || text.value.length > MAX_LENGTH) return {};
      return { q: text.value, ...filled };
    }),
    restore({ q, saved, p }) {
      const entries = readEntries(p);
      if (saved !== undefined) void openSaved(query, library, saved, entries);
      else if (q !== undefined) query.open({ text: q, entries });
    },
  };
}

async function openSaved(query: Query, library: QueryLibrary, id: string, entries: ParameterEntries): Promise<void> {
  await library.loadSaved();
  const found = loadedValue(library.saved.peek())?.queries.find((each) => each.id === id);
  if (found === undefined) return;
  const opened = openedFrom(found);
  query.open({ ...opened, entries: { ...opened.entries, ...entries } });
}

/** What a link holds may be anything; entries that are none are left out. */
function readEntries(text: string | undefined): ParameterEntries {
  if (text === undefined) return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return {};
    return Object.fromEntries(
      Object.entries(value).filter((entry): entry is [string, { type: ParameterType; text: string }] =>
        isEntry(entry[1]),
      ),
    );
  } catch {
    return {};
  }
}

function isEntry(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("type" in value) || !("text" in value)) return false;
  return PARAMETER_TYPES.includes(value.type as ParameterType) && typeof value.text === "string";
}
