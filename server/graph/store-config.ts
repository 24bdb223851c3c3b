/**
 * Which store is opened and where, read from the environment. With a
 * `NEO4J_URI` it is Neo4j, without one the embedded store under `ATLAS_DATA`.
 */
import { resolve } from "node:path";

export type StoreConfig = EmbeddedConfig | Neo4jConfig;

export interface EmbeddedConfig {
  readonly kind: "embedded";
  /** Absolute; holds the store and everything else that is kept. Made when it is missing. */
  readonly dataFolder: string;
}

export interface Neo4jConfig {
  readonly kind: "neo4j";
  readonly dataFolder: string;
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** A setting that cannot be used; the message names it and says what it may be. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

const SCHEMES = ["neo4j:", "neo4j+s:", "neo4j+ssc:", "bolt:", "bolt+s:", "bolt+ssc:"];

/**
 * @param cwd what a relative `ATLAS_DATA` starts from; npm scripts run in the package's root
 * @throws ConfigError
 */
export function readStoreConfig(
  env: Readonly<Record<string, string | undefined>>,
  cwd: string = process.cwd(),
): StoreConfig {
  const dataFolder = resolve(cwd, env["ATLAS_DATA"]?.trim() || ".atlas");
  const uri = env["NEO4J_URI"]?.trim();
  if (!uri) return { kind: "embedded", dataFolder };
  checkUri(uri);
  const password = env["NEO4J_PASSWORD"];
  if (!password) {
    throw new ConfigError("NEO4J_URI is set and NEO4J_PASSWORD is not. Set the password of the Neo4j user.");
  }
  return {
    kind: "neo4j",
    dataFolder,
    uri,
    user: env["NEO4J_USER"]?.trim() || "neo4j",
    password,
    database: env["NEO4J_DATABASE"]?.trim() || "neo4j",
  };
}

function checkUri(uri: string): void {
  const hint = "Give one such as neo4j://localhost:7687 or neo4j+s://db.example.org.";
  if (!URL.canParse(uri)) throw new ConfigError(`NEO4J_URI is "${uri}", which is no address. ${hint}`);
  const { protocol, hostname } = new URL(uri);
  if (!SCHEMES.includes(protocol)) {
    throw new ConfigError(`NEO4J_URI begins with "${protocol}//", which is not Neo4j's. ${hint}`);
  }
  if (hostname === "") throw new ConfigError(`NEO4J_URI is "${uri}", which names no host. ${hint}`);
}
