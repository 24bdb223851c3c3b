/**
 * One store for the tests of a group that only read; filled once. Where the
 * stores share a server the next one that is opened empties it, so tests with a
 * store of their own come after those of the group.
 */
import { afterAll, beforeAll } from "vitest";

import type { DocumentGraph, GraphStore } from "../../../server/graph/index.ts";
import type { OpenedStore, OpenStore } from "../graph-store.ts";

export function sharedStore(open: OpenStore, graphs: () => readonly DocumentGraph[]) {
  let opened: OpenedStore;
  beforeAll(async () => {
    opened = await open();
    await opened.store.writeMany(graphs());
  });
  afterAll(async () => {
    await opened[Symbol.asyncDispose]();
  });
  return {
    get store(): GraphStore {
      return opened.store;
    },
    /** Statements that `work` takes. */
    async statementsOf(work: (store: GraphStore) => Promise<unknown>): Promise<number> {
      const before = opened.statementCount();
      await work(opened.store);
      return opened.statementCount() - before;
    },
  };
}

/** Everything that a store holds, to compare two of them. */
export async function contentOf(store: GraphStore): Promise<unknown> {
  const refs = await store.origins();
  const documents = await Promise.all(refs.map(({ id }) => store.document(id)));
  const entities = [...new Map(documents.flatMap((d) => d.entities).map((e) => [e.id, e])).values()];
  const relationIds = [...new Set(documents.flatMap((d) => d.relations.map(({ relation }) => relation.id)))].sort();
  const relations = await Promise.all(relationIds.map((id) => store.relation(id)));
  const passages = await Promise.all(entities.map(({ id }) => store.entityPassages(id, { limit: 500 })));
  return {
    refs,
    documents,
    relations,
    passages: passages.map((page, index) => ({ entity: entities[index]?.id, total: page.total })),
    schema: await store.schema(),
    counted: await countAll(store),
  };
}

/** Counted in the graph itself, not taken from what the store keeps. */
export async function countAll(store: GraphStore): Promise<unknown> {
  const answer = await store.query({
    cypher: `MATCH (n) RETURN labels(n)[0] = 'Atlas' AS atlas, count(n) AS nodes`,
    parameters: {},
    maxRows: 10,
    timeoutMs: 20_000,
  });
  const relations = await store.query({
    cypher: "MATCH ()-[r]->() RETURN type(r) AS type, count(r) AS relations ORDER BY type",
    parameters: {},
    maxRows: 100,
    timeoutMs: 20_000,
  });
  return { nodes: answer.rows, relations: relations.rows };
}
