/**
 * The store over Neo4j is the same graph store. It runs where NEO4J_URI (and
 * NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE) name a server whose database it
 * may empty: one that holds nothing, or that an earlier run has marked.
 */
import { describe, test } from "vitest";

import { CypherStore } from "../../server/graph/cypher-store.ts";
import { readStoreConfig } from "../../server/graph/index.ts";
import { openNeo4jEngine } from "../../server/graph/neo4j/neo4j-engine.ts";
import { emptyNeo4j } from "../support/empty-neo4j.ts";
import { specifyGraphStore } from "./graph-store.ts";
import type { OpenedStore } from "./graph-store.ts";

if (process.env["NEO4J_URI"]) describe("neo4j store", () => specifyGraphStore(openNeo4j));
else describe("neo4j store", () => test.skip("is not tested: NEO4J_URI is not set", () => {}));

async function openNeo4j(): Promise<OpenedStore> {
  const open = async () => {
    const config = readStoreConfig(process.env);
    if (config.kind !== "neo4j") throw new Error("NEO4J_URI is not set.");
    return openNeo4jEngine(config);
  };
  let engine = await open();
  await emptyNeo4j(engine);
  let store = await CypherStore.open(engine);
  return {
    get store() {
      return store;
    },
    statementCount: () => engine.statementCount,
    async reopen() {
      await store[Symbol.asyncDispose]();
      engine = await open();
      store = await CypherStore.open(engine);
      return store;
    },
    [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
  };
}
