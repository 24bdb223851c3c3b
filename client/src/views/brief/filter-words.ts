/** The filters that are set, in words, with the names of documents and fields instead of their ids. */
import type { DocumentId, EntityId } from "../../../../server/contract/index.ts";
import { entityTypeName, messages, relationName } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import type { FilterValues } from "../../state/filters.ts";
import { filterMessages } from "../filters/messages.ts";
import { briefMessages } from "./messages.ts";

export async function filterWords(app: AppState, signal: AbortSignal): Promise<readonly string[]> {
  const values = app.filters.values.peek();
  const { brief: words, filters, status, separator } = wordsInUse();
  const documents = await Promise.all(values.documents.map((id) => titleOf(app, id, signal)));
  const fields = await namesOf(app, values.fields, signal);
  const hidden = app.history.present.peek().hidden.size;
  const named = (name: string, texts: readonly string[]) =>
    texts.length === 0 ? [] : [words.filter(name, texts.join(separator))];
  const all = [
    ...named(words.statusName, values.status === "all" ? [] : [status[values.status]]),
    ...named(filters.years, yearsText(values)),
    ...named(filters.fields, fields),
    ...named(filters.documents, documents),
    ...named(
      words.typesOff,
      [...values.entityTypesOff].map((type) => entityTypeName(type)),
    ),
    ...named(
      words.relationsOff,
      [...values.relationTypesOff].map((type) => relationName(type)),
    ),
    ...(hidden === 0 ? [] : [words.hidden(hidden)]),
  ];
  return all.length === 0 ? [words.noFilter] : all;
}

function wordsInUse() {
  const { status, counts } = messages.peek();
  return { brief: briefMessages.peek(), filters: filterMessages.peek(), status, separator: counts.separator };
}

function yearsText({ fromYear, toYear }: FilterValues): readonly string[] {
  const words = filterMessages.peek();
  if (fromYear !== null && toYear !== null) return [words.yearsSpan(String(fromYear), String(toYear))];
  if (fromYear !== null) return [words.yearsFrom(String(fromYear))];
  return toYear === null ? [] : [words.yearsTo(String(toYear))];
}

async function titleOf(app: AppState, id: DocumentId, signal: AbortSignal): Promise<string> {
  return (await app.api.document(id, signal)).document.title;
}

async function namesOf(app: AppState, ids: readonly EntityId[], signal: AbortSignal): Promise<readonly string[]> {
  return ids.length === 0 ? [] : (await app.api.subgraph(ids, signal)).entities.map(({ name }) => name);
}
