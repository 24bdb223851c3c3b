import { expect, test } from "vitest";

import { ConfigError, readStoreConfig } from "../../../../server/graph/index.ts";

test("without a NEO4J_URI the store is embedded, under .atlas or ATLAS_DATA", () => {
  expect(readStoreConfig({}, "/home/a")).toEqual({ kind: "embedded", dataFolder: "/home/a/.atlas" });
  expect(readStoreConfig({ ATLAS_DATA: "data/我", NEO4J_URI: " " }, "/home/a")).toEqual({
    kind: "embedded",
    dataFolder: "/home/a/data/我",
  });
  expect(readStoreConfig({ ATLAS_DATA: "/var/atlas" }, "/home/a").dataFolder).toBe("/var/atlas");
});

test("with a NEO4J_URI it is Neo4j", () => {
  const NEO4J_URI = "neo4j://db.example.org:7687";
  expect(readStoreConfig({ NEO4J_URI, NEO4J_PASSWORD: "p" }, "/a")).toEqual({
    kind: "neo4j",
    dataFolder: "/a/.atlas",
    uri: NEO4J_URI,
    user: "neo4j",
    password: "p",
    database: "neo4j",
  });
  const env = { NEO4J_URI: "bolt+s://[::1]:1", NEO4J_USER: "me", NEO4J_PASSWORD: " p ", NEO4J_DATABASE: "atlas" };
  expect(readStoreConfig(env)).toMatchObject({ user: "me", password: " p ", database: "atlas" });
});

test("what cannot be used is named, with what could be", () => {
  const messageOf = (env: Record<string, string>) => {
    try {
      readStoreConfig(env);
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError);
      return (error as Error).message;
    }
    throw new Error("It was taken.");
  };
  expect(messageOf({ NEO4J_URI: "neo4j://x" })).toMatch(/NEO4J_PASSWORD is not/);
  expect(messageOf({ NEO4J_URI: "localhost" })).toMatch(/NEO4J_URI is "localhost".*neo4j:\/\//);
  expect(messageOf({ NEO4J_URI: "http://x", NEO4J_PASSWORD: "p" })).toMatch(/begins with "http:\/\/"/);
  expect(messageOf({ NEO4J_URI: "neo4j:///", NEO4J_PASSWORD: "p" })).toMatch(/names no host/);
});
