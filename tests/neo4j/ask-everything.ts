/** Every question that the program itself asks of a store, with its filters and pages, about some of what is there. */
import type { EntityId } from "../../server/contract/index.ts";
import { ENTITY_TYPE_NAMES } from "../../server/contract/index.ts";
import type { GraphStore } from "../../server/graph/index.ts";

export interface HowMuch {
  readonly documents: number;
  /** Of each document. */
  readonly entities: number;
  readonly relations: number;
}

export async function askEverything(
  store: GraphStore,
  howMuch: HowMuch = { documents: 6, entities: 12, relations: 6 },
): Promise<unknown> {
  const answers: unknown[] = [
    await store.counts(),
    await store.schema(),
    await store.overview(),
    await store.origins(),
  ];
  const first = await store.documents({ limit: 2 });
  answers.push(first);
  if (first.cursor !== null) answers.push((await store.documents({ limit: 500, cursor: first.cursor })).documents);
  const documents = await store.documents({ limit: 500 });
  const ids = new Set<EntityId>();
  for (const { document } of documents.documents.slice(0, howMuch.documents)) {
    const detail = await store.document(document.id);
    answers.push(detail);
    for (const { id } of detail.entities.slice(0, howMuch.entities)) ids.add(id);
    for (const { relation } of detail.relations.slice(0, howMuch.relations))
      answers.push(await store.relation(relation.id));
  }
  for (const id of ids) {
    answers.push(await store.entity(id), await askNeighbors(store, id));
    const passages = await store.entityPassages(id, { limit: 2 });
    answers.push(passages);
    if (passages.cursor !== null) answers.push(await store.entityPassages(id, { limit: 500, cursor: passages.cursor }));
  }
  const [from, ...others] = ids;
  for (const to of from === undefined ? [] : others.slice(0, howMuch.relations)) {
    const { paths } = await store.paths({ from: from!, to, maxLength: 4, limit: 10 });
    answers.push(paths.map(({ entities }) => entities.length));
  }
  answers.push(await store.subgraph([...ids].slice(0, 20)), await store.subgraph([...ids, "nobody"]));
  const all =
    documents.documents.length === 0 ? [] : (await store.document(documents.documents[0]!.document.id)).entities;
  answers.push(await store.subgraph(all.map(({ id }) => id)));
  for (const q of ["浙江", "zjdx", "大学"]) answers.push((await store.search({ q, limit: 3 })).results);
  answers.push(await store.search({ q: "", limit: 5 }));
  for (const type of ENTITY_TYPE_NAMES.slice(0, howMuch.entities))
    answers.push((await store.search({ q: "", type, limit: 5 })).results);
  return answers;
}

/** Pages and filters; a cursor names the version of the data, which each store has of its own. */
async function askNeighbors(store: GraphStore, id: EntityId): Promise<unknown> {
  const whole = await store.neighbors(id, { limit: 500 });
  const first = await store.neighbors(id, { limit: 3 });
  const second = first.cursor === null ? undefined : await store.neighbors(id, { limit: 3, cursor: first.cursor });
  const filtered = [];
  for (const filter of [
    { direction: "in" },
    { direction: "out" },
    { status: "planned" },
    { type: "University" },
    { relation: "PARTNERS_WITH" },
    { q: "大学" },
  ] as const) {
    filtered.push(await store.neighbors(id, { limit: 5, ...filter }));
  }
  return [whole, first, second, ...filtered].map((page) => page && { ...page, cursor: page.cursor !== null });
}
