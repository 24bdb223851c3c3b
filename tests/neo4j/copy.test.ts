/** A graph goes from the embedded store to Neo4j and back, and nothing of it is lost. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

import { CypherStore } from "../../server/graph/cypher-store.ts";
import { openEmbeddedEngine } from "../../server/graph/embedded/embedded-engine.ts";
import { copyGraph, InvalidGraphError, readNeo4jConfig } from "../../server/graph/index.ts";
import { openNeo4jEngine } from "../../server/graph/neo4j/neo4j-engine.ts";
import { generateDocuments } from "../bench/generate-graph.ts";
import { emptyNeo4j } from "../support/empty-neo4j.ts";
import { oddDocument } from "../support/odd-document.ts";
import { sampleGraphs } from "../support/sample-graph.ts";
import { wholeGraph } from "../support/whole-graph.ts";

const folder = mkdtempSync(join(tmpdir(), "atlas-copy-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function openEmbedded() {
  const engine = await openEmbeddedEngine({ kind: "embedded", dataFolder: mkdtempSync(join(folder, "store-")) });
  return { engine, store: await CypherStore.open(engine) };
}

test("from embedded to Neo4j and back, whole on every side", async () => {
  const source = await openEmbedded();
  await source.store.writeMany([...sampleGraphs(), oddDocument(), ...generateDocuments({ entities: 150 })]);
  const whole = await wholeGraph(source.engine);

  const engine = await openNeo4jEngine(readNeo4jConfig(process.env));
  await emptyNeo4j(engine);
  await using neo4j = await CypherStore.open(engine);
  const progress: number[] = [];
  const options = { onProgress: (done: number, total: number) => void progress.push(done / total) };
  expect(await copyGraph(source.store, neo4j, options)).toBe(9);
  expect([progress[0], progress.at(-1)]).toEqual([0, 1]);
  expect(await wholeGraph(engine)).toEqual(whole);

  // Once more there is nothing to do.
  const version = await neo4j.dataVersion();
  expect(await copyGraph(source.store, neo4j)).toBe(0);
  expect(await neo4j.dataVersion()).toBe(version);

  const back = await openEmbedded();
  expect(await copyGraph(neo4j, back.store)).toBe(9);
  expect(await wholeGraph(back.engine)).toEqual(whole);

  // One that was cut short goes on, one that would mix two graphs does not begin.
  const [first] = sampleGraphs();
  await neo4j.forget(first.document.origin);
  expect(await copyGraph(source.store, neo4j)).toBe(1);
  expect(await wholeGraph(engine)).toEqual(whole);
  await back.store.forget(first.document.origin);
  await expect(copyGraph(back.store, neo4j)).rejects.toThrow(InvalidGraphError);
  for (const { store } of [source, back]) await store[Symbol.asyncDispose]();
});
