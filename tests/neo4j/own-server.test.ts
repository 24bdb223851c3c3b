/**
 * What befalls a server: it dies and comes back in the middle of a load, it is
 * not there, it takes nobody in, it has no such database, it is slow, it is
 * filled by import files. On a server of its own, which may be killed.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { CypherEngine } from "../../server/graph/engine.ts";
import { CypherStore } from "../../server/graph/cypher-store.ts";
import { openEmbeddedEngine } from "../../server/graph/embedded/embedded-engine.ts";
import {
  ImportFiles,
  openStore,
  QueryCancelledError,
  QueryTimeoutError,
  StoreAuthError,
  StoreUnavailableError,
} from "../../server/graph/index.ts";
import type { DocumentGraph, GraphStore } from "../../server/graph/index.ts";
import { MIGRATIONS } from "../../server/graph/migrations.ts";
import { openNeo4jEngine } from "../../server/graph/neo4j/neo4j-engine.ts";
import type { Neo4jConfig } from "../../server/graph/store-config.ts";
import { generateDocuments } from "../bench/generate-graph.ts";
import { aDocumentGraph } from "../support/builders.ts";
import { oddDocument } from "../support/odd-document.ts";
import { emptyNeo4j } from "../support/empty-neo4j.ts";
import { missingForNeo4j, Neo4jServer } from "../support/neo4j-server.ts";
import { wholeGraph } from "../support/whole-graph.ts";
import type { WholeGraph } from "../support/whole-graph.ts";

const ENDLESS =
  "UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b UNWIND range(1, 3000) AS c WITH a WHERE a < 0 RETURN count(*) AS n";

/** Starting a server takes minutes where the machine has much other work. */
const TIMEOUT_MS = 900_000;
/** For writes that wait until it is up again, however long that takes here. */
const PATIENT = { writePatienceMs: TIMEOUT_MS };

describe.skipIf(missingForNeo4j() !== undefined)("a Neo4j", { timeout: TIMEOUT_MS }, () => {
  const folder = mkdtempSync(join(tmpdir(), "atlas-faults-"));
  let server: Neo4jServer;
  let config: Neo4jConfig;
  beforeAll(async () => {
    server = await Neo4jServer.start();
    config = { kind: "neo4j", dataFolder: folder, ...server.access };
  }, TIMEOUT_MS);
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  /** An empty graph on the server. */
  async function open(limits: Parameters<typeof openNeo4jEngine>[1] = {}): Promise<[GraphStore, CypherEngine]> {
    const engine = await openNeo4jEngine(config, limits);
    await emptyNeo4j(engine);
    return [await CypherStore.open(engine), engine];
  }

  async function graphOnEmbedded(graphs: readonly DocumentGraph[]): Promise<WholeGraph> {
    const engine = await openEmbeddedEngine({ kind: "embedded", dataFolder: mkdtempSync(join(folder, "embedded-")) });
    await using store = await CypherStore.open(engine);
    await store.writeMany(graphs);
    return await wholeGraph(engine);
  }

  test("that refuses the password is an error that names the settings", async () => {
    const opening = openStore({ ...config, user: "somebody", password: "wrong" });
    await expect(opening).rejects.toBeInstanceOf(StoreAuthError);
    await expect(opening).rejects.toThrow(/refused the user "somebody".*NEO4J_USER and NEO4J_PASSWORD/);
    const reader = openStore({ ...config, reader: { user: "reader", password: "wrong" } });
    await expect(reader).rejects.toThrow(/refused the user "reader".*NEO4J_READER_USER and NEO4J_READER_PASSWORD/);
  });

  test("without the database is an error that names it", async () => {
    const opening = openStore({ ...config, database: "nowhere" });
    await expect(opening).rejects.toBeInstanceOf(StoreUnavailableError);
    await expect(opening).rejects.toThrow(/no database "nowhere".*NEO4J_DATABASE/);
  });

  test("that is not there is an error that names the address and the setting", async () => {
    const opening = openStore({ ...config, uri: "neo4j://127.0.0.1:9" });
    await expect(opening).rejects.toThrow(
      /No Neo4j answers at neo4j:\/\/127\.0\.0\.1:9\. Start it, or check NEO4J_URI/,
    );
  });

  test("stops a statement of the program that runs away", async () => {
    await using engine = await openNeo4jEngine(config, { readTimeoutMs: 500 });
    await expect(engine.read(ENDLESS)).rejects.toEqual(new QueryTimeoutError(500));
  });

  test("is opened by two at once, and each migration is recorded once", async () => {
    const [first, engine] = await open();
    await emptyNeo4j(engine);
    await Promise.all(Array.from({ length: 3 }, async () => (await openStore(config))[Symbol.asyncDispose]()));
    const rows = await engine.read("MATCH (m:Migration) RETURN m.version AS version, m.name AS name ORDER BY version");
    expect(rows).toEqual(MIGRATIONS.map(({ version, name }) => ({ version, name })));
    await first[Symbol.asyncDispose]();
  });

  test("that a later release has changed is refused", async () => {
    const [store, engine] = await open();
    await engine.write((tx) => tx.run("CREATE (:Migration {version: 999, name: 'of the future'})"));
    await expect(openStore(config)).rejects.toThrow(/changed by a later release \(migration 999/);
    await store[Symbol.asyncDispose]();
  });

  test("takes writers of two programs at once, as if they had come one after another", async () => {
    const graphs = [...generateDocuments({ entities: 200 })];
    const [one, engine] = await open();
    await using other = await openStore(config);
    await Promise.all(graphs.map((graph, index) => (index % 2 === 0 ? one : other).write(graph)));
    // The same documents by both.
    await Promise.all([one.writeMany(graphs), other.writeMany(graphs)]);
    expect(await wholeGraph(engine)).toEqual(await graphOnEmbedded(graphs));
    await one[Symbol.asyncDispose]();
  });

  test("that dies and comes back in the middle of a load: nothing is lost and nothing twice", async () => {
    const graphs = [...generateDocuments({ entities: 400, seed: 5 })];
    const [store, engine] = await open(PATIENT);
    let restarted: Promise<void> | undefined;
    for (const [number, graph] of graphs.entries()) {
      // Killed while the next one is written.
      if (number === 4) restarted = server.kill().then(() => server.start());
      await store.write(graph);
    }
    await restarted;
    expect(await wholeGraph(engine)).toEqual(await graphOnEmbedded(graphs));
    await store[Symbol.asyncDispose]();
  });

  test("that is down is told at once to whoever asks, and answers again when it is up", async () => {
    const [store, engine] = await open(PATIENT);
    await store.write(aDocumentGraph());
    await server.kill();
    await expect(store.counts()).rejects.toBeInstanceOf(StoreUnavailableError);
    const sent = engine.statementCount;
    const asked = await Promise.allSettled([
      ...Array.from({ length: 20 }, () => store.counts()),
      store.query({ cypher: "RETURN 1", parameters: {}, maxRows: 1, timeoutMs: 1_000 }),
    ]);
    // Nothing is sent, so nobody waits for the driver's retries.
    expect(engine.statementCount).toBe(sent);
    for (const outcome of asked) expect(outcome).toMatchObject({ reason: { code: "store_unavailable" } });

    // A write waits for the server; whoever does not want to wait cancels it.
    const controller = new AbortController();
    const cancelled = store.write(aDocumentGraph({ origin: "cancelled" }), controller.signal);
    const waiting = store.write(aDocumentGraph({ origin: "waiting" }));
    setImmediate(() => controller.abort());
    await expect(cancelled).rejects.toBeInstanceOf(QueryCancelledError);

    await server.start();
    await waiting;
    expect((await store.origins()).map(({ origin }) => origin).toSorted()).toEqual(["waiting", "绍兴市科技工作.txt"]);
    await store[Symbol.asyncDispose]();
  });

  test("that is filled by import files holds what writing the documents makes", async () => {
    const graphs = [...generateDocuments({ entities: 300, seed: 9 }), oddDocument()];
    const files = mkdtempSync(join(folder, "files-"));
    const writer = new ImportFiles(files, { buckets: 3 });
    await writer.writeMany(graphs);
    const counts = await writer.finish();
    await server.stop();
    server.importFiles(files);
    await server.start();
    const engine = await openNeo4jEngine(config);
    await using store = await CypherStore.open(engine);
    expect(await store.counts()).toEqual(counts);
    expect(await wholeGraph(engine)).toEqual(await graphOnEmbedded(graphs));
    // It goes on as any other graph.
    await store.writeMany(graphs);
    await store.forget(graphs[0]!.document.origin);
    expect((await store.counts()).documents).toBe(graphs.length - 1);
    await emptyNeo4j(engine, { evenUnmarked: true });
  });

  test("that stays down fails the write in the end", async () => {
    const [store] = await open({ writePatienceMs: 1_000 });
    await server.kill();
    await expect(store.write(aDocumentGraph())).rejects.toBeInstanceOf(StoreUnavailableError);
    await store[Symbol.asyncDispose]();
  });
});
