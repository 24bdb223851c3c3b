/** The embedded store is a graph store, and stands what only it can suffer. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe } from "vitest";

import { CypherStore } from "../../server/graph/cypher-store.ts";
import { openEmbeddedEngine } from "../../server/graph/embedded/embedded-engine.ts";
import type { EmbeddedEngine } from "../../server/graph/embedded/embedded-engine.ts";
import { specifyGraphStore } from "./graph-store.ts";
import type { OpenedStore } from "./graph-store.ts";

describe("embedded store", () => specifyGraphStore(openEmbedded));

async function openEmbedded(): Promise<OpenedStore> {
  const dataFolder = await mkdtemp(join(tmpdir(), "atlas-store-"));
  const open = async () => {
    const engine: EmbeddedEngine = await openEmbeddedEngine({ kind: "embedded", dataFolder });
    const store = await CypherStore.open(engine);
    // The search index is made in the background; statements are counted without it.
    await store.search({ q: "", limit: 1 });
    return { engine, store };
  };
  let opened = await open();
  return {
    get store() {
      return opened.store;
    },
    statementCount: () => opened.engine.statementCount,
    async reopen() {
      await opened.store[Symbol.asyncDispose]();
      opened = await open();
      return opened.store;
    },
    async [Symbol.asyncDispose]() {
      await opened.store[Symbol.asyncDispose]();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
