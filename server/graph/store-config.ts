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

export interface Neo4jConfig extends Neo4jUser {
  readonly kind: "neo4j";
  readonly dataFolder: string;
  readonly uri: string;
  readonly database: string;
  /** Runs people's own queries, so that the server refuses whatever else they would do. */
  readonly reader?: Neo4jUser;
}

export interface Neo4jUser {
  readonly user: string;
  readonly password: string;
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
export function readStoreConfig(env: Environment, cwd: string = process.cwd()): StoreConfig {
  return env["NEO4J_URI"]?.trim() ? readNeo4jConfig(env, cwd) : readEmbeddedConfig(env, cwd);
}

type Environment = Readonly<Record<string, string | undefined>>;

export function readEmbeddedConfig(env: Environment, cwd: string = process.cwd()): EmbeddedConfig {
  return { kind: "embedded", dataFolder: resolve(cwd, env["ATLAS_DATA"]?.trim() || ".atlas") };
}

/** @throws ConfigError also where no Neo4j is named */
export function readNeo4jConfig(env: Environment, cwd: string = process.cwd()): Neo4jConfig {
  const { dataFolder } = readEmbeddedConfig(env, cwd);
  const uri = env["NEO4J_URI"]?.trim();
  if (!uri)
    throw new ConfigError("NEO4J_URI is not set. Name the Neo4j that is meant, such as neo4j://localhost:7687.");
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
    ...readReader(env),
  };
}

function readReader(env: Environment): { reader?: Neo4jUser } {
  const user = env["NEO4J_READER_USER"]?.trim();
  const password = env["NEO4J_READER_PASSWORD"];
  if (!user && !password) return {};
  if (!user || !password) {
    const [set, missing] = user ? ["USER", "PASSWORD"] : ["PASSWORD", "USER"];
    throw new ConfigError(
      `NEO4J_READER_${set} is set and NEO4J_READER_${missing} is not. Set both, or neither: then NEO4J_USER runs people's queries too.`,
    );
  }
  return { reader: { user, password } };
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
