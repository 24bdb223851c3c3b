/**
 * Environment -> Config. Everything is checked here, once, before anything
 * opens; `main.ts` is the only file of the server that reads the environment.
 */
import { readOpinionConfig } from "../ingest/index.ts";
import type { OpinionConfig } from "../ingest/index.ts";
import { readAccessConfig } from "./access/access-config.ts";
import type { AccessConfig } from "./access/access-config.ts";
import { ConfigError, readStoreConfig } from "./graph/index.ts";
import type { StoreConfig } from "./graph/index.ts";

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly logLevel: LogLevel;
  /** Whether an empty store is filled with the data that comes with the product. */
  readonly bundledData: boolean;
  readonly store: StoreConfig;
  readonly access: AccessConfig;
  /** The model that imports ask what the rules missed. */
  readonly opinion?: OpinionConfig;
}

export const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Every setting, for the docs and for the check of docker-compose.yml. */
export const SETTINGS = {
  PORT: "3000",
  HOST: "127.0.0.1",
  ATLAS_DATA: ".atlas",
  ATLAS_BUNDLED_DATA: "yes",
  ATLAS_TOKENS: "",
  ATLAS_PROXY_HEADER: "",
  ATLAS_PROXY_ADDRESSES: "127.0.0.1 ::1",
  ATLAS_PROXY_RIGHTS: "read",
  ATLAS_HOSTS: "",
  ATLAS_REQUESTS_PER_MINUTE: "1200",
  NEO4J_URI: "",
  NEO4J_USER: "neo4j",
  NEO4J_PASSWORD: "",
  NEO4J_DATABASE: "neo4j",
  NEO4J_READER_USER: "",
  NEO4J_READER_PASSWORD: "",
  ATLAS_LLM_URL: "",
  ATLAS_LLM_MODEL: "",
  ATLAS_LLM_KEY: "",
  ATLAS_LLM_TIMEOUT: "60",
  ATLAS_LLM_PARALLEL: "2",
  LOG_LEVEL: "info",
} as const;

/** @throws ConfigError naming the setting, what it holds and what it may hold */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const store = readStoreConfig(env);
  const opinion = readOpinionConfig(env, store.dataFolder);
  return {
    port: readPort(env["PORT"] || SETTINGS.PORT),
    host: env["HOST"] || SETTINGS.HOST,
    logLevel: readOneOf("LOG_LEVEL", env["LOG_LEVEL"] || SETTINGS.LOG_LEVEL, LOG_LEVELS),
    bundledData: readOneOf("ATLAS_BUNDLED_DATA", env["ATLAS_BUNDLED_DATA"] || "yes", ["yes", "no"] as const) === "yes",
    store,
    access: readAccessConfig(env),
    ...(opinion === undefined ? {} : { opinion }),
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new ConfigError(`PORT is "${text}". Give a whole number from 0 to 65535 (0 takes any free port).`);
  }
  return port;
}

function readOneOf<const T extends readonly string[]>(name: string, text: string, allowed: T): T[number] {
  if (!allowed.includes(text)) throw new ConfigError(`${name} is "${text}". Give one of: ${allowed.join(", ")}.`);
  return text;
}
