export * from "./document-graph.ts";
export * from "./errors.ts";
export { openStore } from "./open-store.ts";
export type { DocumentStatements } from "./reading/document-graphs.ts";
export { relationId } from "./relation-id.ts";
export * from "./store.ts";
export { ConfigError, readStoreConfig } from "./store-config.ts";
export type { EmbeddedConfig, Neo4jConfig, StoreConfig } from "./store-config.ts";
