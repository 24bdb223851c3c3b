/** Opens the store that the configuration names. */
import { CypherStore } from "./cypher-store.ts";
import { openEmbeddedEngine } from "./embedded/embedded-engine.ts";
import type { GraphStore } from "./store.ts";
import type { StoreConfig } from "./store-config.ts";

/**
 * Resolves when the store answers.
 * @throws StoreLockedError, StoreUnavailableError, StoreAuthError, StoreFullError
 */
export async function openStore(config: StoreConfig): Promise<GraphStore> {
  return CypherStore.open(await openEngine(config));
}

async function openEngine(config: StoreConfig) {
  if (config.kind === "embedded") return openEmbeddedEngine(config);
  const { openNeo4jEngine } = await import("./neo4j/neo4j-engine.ts");
  return openNeo4jEngine(config);
}
