/** How fast documents go into Neo4j, and what our own process needs for it. */
import neo4j from "neo4j-driver";

import { CypherStore } from "../../../server/graph/cypher-store.ts";
import { openNeo4jEngine } from "../../../server/graph/neo4j/neo4j-engine.ts";
import { emptyNeo4j } from "../../support/empty-neo4j.ts";
import type { Neo4jAccess } from "../../support/neo4j-server.ts";
import { missingForNeo4j, Neo4jServer } from "../../support/neo4j-server.ts";
import { generateDocuments } from "../generate-graph.ts";
import { median } from "../measure.ts";
import { bareStatements, loadBare, rowCount } from "../neo4j/bare-load.ts";
import { processCpuMs, residentMb } from "../neo4j/jvm.ts";
import type { BenchContext, Figure, Suite } from "../suite.ts";

const MEMORY = { heapMb: 2_048, pageCacheMb: 512 };
const ENTITIES = 3_000;
const DOCUMENTS_A_BATCH = 100;
const BARE_ROWS_A_BATCH = 5_000;
const ROUNDS = 3;

export const load: Suite = {
  name: "load",
  title: "Loading into Neo4j",
  about:
    "Generated documents (`tests/bench/generate-graph.ts`) written by the store, against a loop of `UNWIND $rows MERGE` by hand over the rows of the finished graph: the same nodes, relations and properties, on the same server with the same constraints and indexes. The loop knows the finished graph and keeps no provenance, no counts and no state to go on from. Rounds of the two alternate in one run; both kinds of time are medians. Rows are nodes and relations. Wall time depends on what else the machine does, processor time (of the server and of our process together) hardly.",
  async run(context) {
    const missing = missingForNeo4j();
    if (missing !== undefined) throw new Error(`This suite needs ${missing}.`);
    await using server = await Neo4jServer.start(MEMORY);
    // Awaited here: the server would else be stopped before anything is measured.
    return await measureLoading(server, context);
  },
};

interface Taken {
  readonly wallMs: number;
  readonly cpuMs: number;
}

async function measureLoading(server: Neo4jServer, { smallest, say }: BenchContext): Promise<readonly Figure[]> {
  const entities = smallest ? 200 : ENTITIES;
  const graphs = [...generateDocuments({ entities })];
  const statements = bareStatements(graphs);
  const rows = rowCount(statements);
  const ours = async () => {
    await using store = await CypherStore.open(await openEngine(server.access));
    for (let begin = 0; begin < graphs.length; begin += DOCUMENTS_A_BATCH) {
      await store.writeMany(graphs.slice(begin, begin + DOCUMENTS_A_BATCH));
    }
  };
  const byHand = async () => {
    const { uri, user, password } = server.access;
    const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
    await loadBare(driver, statements, BARE_ROWS_A_BATCH);
    await driver.close();
  };
  const measure = async (work: () => Promise<void>): Promise<Taken> => {
    await empty(server.access);
    const [begin, own, its] = [performance.now(), process.cpuUsage(), processCpuMs(server.pid) ?? 0];
    await work();
    const { user, system } = process.cpuUsage(own);
    const cpuMs = (user + system) / 1_000 + (processCpuMs(server.pid) ?? 0) - its;
    return { wallMs: performance.now() - begin, cpuMs };
  };
  say("warming up");
  await measure(ours);
  await measure(byHand);
  const [store, loop]: [Taken[], Taken[]] = [[], []];
  for (let round = 0; round < (smallest ? 1 : ROUNDS); round += 1) {
    say(`round ${round + 1}: ${rows} rows`);
    store.push(await measure(ours));
    loop.push(await measure(byHand));
  }
  const of = (taken: readonly Taken[], key: keyof Taken) => median(taken.map((one) => one[key]));
  const name = "the loop by hand";
  const target = { atMost: 1 / 0.8, words: "0.8 of its rate" };
  return [
    {
      what: `${rows.toLocaleString("en-GB")} rows of ${graphs.length} documents, wall time`,
      value: of(store, "wallMs"),
      unit: "ms",
      baseline: { name, value: of(loop, "wallMs") },
      target,
    },
    {
      what: "the same, processor time of server and client",
      value: of(store, "cpuMs"),
      unit: "ms",
      baseline: { name, value: of(loop, "cpuMs") },
      target,
    },
    ...(await measureMemory(server, { smallest, say })),
  ];
}

/** Documents one after another, as a first load of many takes them: memory at the end beside that at a quarter. */
async function measureMemory(server: Neo4jServer, { smallest, say }: BenchContext): Promise<readonly Figure[]> {
  const entities = smallest ? 400 : 5 * ENTITIES;
  say(`memory over ${entities} entities`);
  await empty(server.access);
  await using store = await CypherStore.open(await openEngine(server.access));
  const documents = Math.ceil(entities / 25);
  const samples: number[] = [];
  let batch = [];
  for (const graph of generateDocuments({ entities, seed: 2 })) {
    batch.push(graph);
    if (batch.length < DOCUMENTS_A_BATCH) continue;
    await store.writeMany(batch);
    batch = [];
    samples.push(residentMb(process.pid) ?? process.memoryUsage().rss / 2 ** 20);
  }
  await store.writeMany(batch);
  const quarter = samples.slice(0, Math.max(1, Math.floor(samples.length / 4)));
  return [
    {
      what: `memory of our process, last quarter of ${documents} documents`,
      value: median(samples.slice(-quarter.length)),
      unit: "MB",
      baseline: { name: "first quarter", value: median(quarter) },
      target: { atMost: 1.25, words: "flat" },
    },
  ];
}

async function openEngine(access: Neo4jAccess) {
  return openNeo4jEngine({ kind: "neo4j", dataFolder: ".", ...access });
}

async function empty(access: Neo4jAccess): Promise<void> {
  await using engine = await openEngine(access);
  await emptyNeo4j(engine);
}
