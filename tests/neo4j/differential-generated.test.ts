/**
 * A hundred generated graphs in both stores, and all the questions that the
 * program and its users ask: the answers are the same, but for what
 * `known-differences.ts` names.
 */
import { deepStrictEqual } from "node:assert";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { openStore, readNeo4jConfig } from "../../server/graph/index.ts";
import type { DocumentGraph, GraphStore } from "../../server/graph/index.ts";
import { openNeo4jEngine } from "../../server/graph/neo4j/neo4j-engine.ts";
import { generateDocuments } from "../bench/generate-graph.ts";
import { graphs as contradicting } from "../conformance/specs/laws.ts";
import { emptyNeo4j } from "../support/empty-neo4j.ts";
import { sampleGraphs } from "../support/sample-graph.ts";
import { askEverything } from "./ask-everything.ts";
import { KNOWN_DIFFERENCES } from "./known-differences.ts";
import { USERS_QUERIES } from "./users-queries.ts";

const GRAPHS = 100;
/** Of the users' queries each graph is asked so many, in turn, so that every graph and every query meets others. */
const QUERIES_A_GRAPH = 7;
/** Of each graph so much: there are many graphs. */
const FEW = { documents: 1, entities: 5, relations: 3 };
const TIMEOUT_MS = 1_800_000;

const folder = mkdtempSync(join(tmpdir(), "atlas-differential-"));
let embedded: GraphStore;
let neo4j: GraphStore;

beforeAll(async () => {
  const config = readNeo4jConfig({ ...process.env, ATLAS_DATA: folder });
  await using engine = await openNeo4jEngine(config);
  await emptyNeo4j(engine);
  neo4j = await openStore(config);
  embedded = await openStore({ kind: "embedded", dataFolder: folder });
});
afterAll(async () => {
  await embedded[Symbol.asyncDispose]();
  await neo4j[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

const PARAMETERS = { names: ["浙江大学", "绍兴市", "浙江省"], tagged: { $date: "2024-01-01" } };

async function ask(store: GraphStore, cypher: string): Promise<unknown> {
  const request = { cypher, parameters: PARAMETERS, maxRows: 500, timeoutMs: 20_000 };
  const { elapsedMs: _, graph, ...answer } = await store.query(request);
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  return { ...answer, entities: graph.entities.toSorted(byId), relations: graph.relations.toSorted(byId) };
}

/** Labels stand in no order, on either engine. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key,
      key === "labels" && Array.isArray(entry) ? entry.toSorted() : comparable(entry),
    ]),
  );
}

/** Resolves to what differs, if anything does. */
async function differenceIn(question: (store: GraphStore) => Promise<unknown>): Promise<string | undefined> {
  const [ours, theirs] = (await Promise.all([question(embedded), question(neo4j)])).map(comparable);
  try {
    deepStrictEqual(theirs, ours);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Every second one shaped like a country, the others of few entities that documents contradict each other about. */
function graphOf(number: number): readonly DocumentGraph[] {
  if (number % 2 === 0) return [...generateDocuments({ entities: 26 + (number % 20), seed: number })];
  return fc.sample(contradicting, { seed: number, numRuns: 1 })[0]!;
}

test("every question of the program and its users, about each graph", { timeout: TIMEOUT_MS }, async () => {
  const differing: string[] = [];
  const compare = async (of: string, question: (store: GraphStore) => Promise<unknown>) => {
    const difference = await differenceIn(question);
    if (difference !== undefined) differing.push(`${of}\n${difference}`);
  };
  for (let number = 0; number < GRAPHS; number += 1) {
    const graphs = graphOf(number);
    for (const store of [embedded, neo4j]) {
      for (const { origin } of await store.origins()) await store.forget(origin);
      await store.writeMany(graphs);
    }
    await compare(`graph ${number}`, (store) => askEverything(store, FEW));
    for (let at = 0; at < QUERIES_A_GRAPH; at += 1) {
      const cypher = USERS_QUERIES[(number * QUERIES_A_GRAPH + at) % USERS_QUERIES.length]!;
      await compare(`graph ${number}: ${cypher}`, (store) => ask(store, cypher));
    }
  }
  expect(differing.join("\n\n")).toBe("");
});

describe("what is known to differ", () => {
  beforeAll(async () => {
    for (const store of [embedded, neo4j]) {
      for (const { origin } of await store.origins()) await store.forget(origin);
      await store.writeMany(sampleGraphs());
    }
  });

  test.each(KNOWN_DIFFERENCES)("$name: $why", async ({ queries }) => {
    for (const cypher of queries) {
      const outcome = (store: GraphStore) => ask(store, cypher).catch((error: Error) => error.name);
      const [ours, theirs] = [await outcome(embedded), await outcome(neo4j)];
      expect(comparable(theirs), cypher).not.toEqual(comparable(ours));
    }
  });

  test("is told in docs/graph-model.md", () => {
    const page = readFileSync(join(import.meta.dirname, "..", "..", "docs", "graph-model.md"), "utf8");
    const rows = page.split("## Where the two engines differ")[1]!.split("\n");
    for (const { name } of KNOWN_DIFFERENCES) {
      expect(
        rows.some((row) => row.startsWith(`| ${name}`)),
        name,
      ).toBe(true);
    }
  });
});
