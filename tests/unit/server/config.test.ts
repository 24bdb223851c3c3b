/** Settings: defaults, clear refusals, and that docs and docker-compose.yml name no other. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

import { readConfig, SETTINGS } from "../../../server/config.ts";
import { ConfigError } from "../../../server/graph/index.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

test("nothing set is the embedded store on this machine alone", () => {
  expect(readConfig({})).toEqual({
    port: 3000,
    host: "127.0.0.1",
    logLevel: "info",
    bundledData: true,
    access: { tokens: [], hosts: [], requestsPerMinute: 1200 },
    store: { kind: "embedded", dataFolder: resolve(".atlas") },
  });
});

test("NEO4J_URI chooses Neo4j", () => {
  const { store } = readConfig({ NEO4J_URI: "neo4j://db:7687", NEO4J_PASSWORD: "secret", ATLAS_DATA: "/data" });
  expect(store).toEqual({
    kind: "neo4j",
    dataFolder: resolve("/data"),
    uri: "neo4j://db:7687",
    user: "neo4j",
    password: "secret",
    database: "neo4j",
  });
});

test("ATLAS_LLM_URL names a model to ask, and without it none is", () => {
  const env = { ATLAS_LLM_URL: "http://127.0.0.1:11434/v1/", ATLAS_LLM_MODEL: "qwen3:8b", ATLAS_DATA: "/data" };
  expect(readConfig(env).opinion).toEqual({
    url: "http://127.0.0.1:11434/v1",
    model: "qwen3:8b",
    timeoutMs: 60_000,
    parallel: 2,
    cacheFolder: join("/data", "second-opinion"),
  });
  expect(readConfig({ ...env, ATLAS_LLM_URL: "" }).opinion).toBeUndefined();
});

describe("a setting that is not right is named", () => {
  test.each([
    [{ PORT: "http" }, "PORT"],
    [{ PORT: "70000" }, "PORT"],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL"],
    [{ ATLAS_BUNDLED_DATA: "maybe" }, "ATLAS_BUNDLED_DATA"],
    [{ ATLAS_LLM_URL: "localhost" }, "ATLAS_LLM_URL"],
    [{ ATLAS_LLM_URL: "ftp://localhost/v1" }, "ATLAS_LLM_URL"],
    [{ ATLAS_LLM_URL: "http://me:secret@localhost/v1", ATLAS_LLM_MODEL: "m" }, "ATLAS_LLM_KEY"],
    [{ ATLAS_LLM_URL: "http://localhost/v1" }, "ATLAS_LLM_MODEL"],
    [{ ATLAS_LLM_URL: "http://localhost/v1", ATLAS_LLM_MODEL: "m", ATLAS_LLM_TIMEOUT: "soon" }, "ATLAS_LLM_TIMEOUT"],
    [{ ATLAS_LLM_URL: "http://localhost/v1", ATLAS_LLM_MODEL: "m", ATLAS_LLM_PARALLEL: "0" }, "ATLAS_LLM_PARALLEL"],
    [{ NEO4J_URI: "db.example.org" }, "NEO4J_URI"],
    [{ NEO4J_URI: "http://db.example.org", NEO4J_PASSWORD: "x" }, "NEO4J_URI"],
    [{ NEO4J_URI: "neo4j://db:7687" }, "NEO4J_PASSWORD"],
  ])("%o", (env, name) => {
    expect(() => readConfig(env)).toThrow(ConfigError);
    expect(() => readConfig(env)).toThrow(name);
  });
});

test("docs/settings.md lists every setting, and no other", () => {
  const documented = [...read("docs/settings.md").matchAll(/^\| `([A-Z0-9_]+)` \|/gm)].map(([, name]) => name);
  expect(documented).toEqual(Object.keys(SETTINGS));
});

describe("docker-compose.yml", () => {
  interface Service {
    readonly environment: Record<string, string>;
    readonly healthcheck?: object;
  }
  const compose = parse(read("docker-compose.yml")) as { services: Record<string, Service>; volumes: object };

  test("gives the app settings that it knows, and that it accepts", () => {
    const { environment } = compose.services["atlas"]!;
    for (const name of Object.keys(environment)) expect(Object.keys(SETTINGS)).toContain(name);
    const filled = Object.entries(environment).map(([name, value]) => [
      name,
      value.replace(
        /\$\{(\w+)(?::-(\w+))?[^}]*\}/,
        (_, __, fallback: string | undefined) => fallback ?? "chosen-in-env",
      ),
    ]);
    expect(readConfig(Object.fromEntries(filled)).store.kind).toBe("neo4j");
  });

  test("holds no password, and .env.example names every variable", () => {
    const text = read("docker-compose.yml");
    const variables = new Set([...text.matchAll(/\$\{([A-Z0-9_]+)[:}?]/g)].map(([, name]) => name));
    const offered = [...read(".env.example").matchAll(/^([A-Z0-9_]+)=/gm)].map(([, name]) => name);
    expect([...variables].sort()).toEqual(offered.sort());
    expect(read(".env.example")).toMatch(/^NEO4J_PASSWORD=$/m);
  });

  test("waits for a database that answers, and keeps its data", () => {
    expect(compose.services["neo4j"]!.healthcheck).toBeDefined();
    expect(Object.keys(compose.volumes).sort()).toEqual(["atlas-data", "neo4j-data"]);
  });
});
