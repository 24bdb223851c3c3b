/** The explorer on Neo4j as graphs grow: every route of the API on a small and on a large graph, and one hop beside the driver. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { ImportFiles, openStore } from "../../../server/graph/index.ts";
import { missingForNeo4j, Neo4jServer } from "../../support/neo4j-server.ts";
import type { Neo4jAccess } from "../../support/neo4j-server.ts";
import { ServerProcess } from "../../support/server-process.ts";
import { documentCount, generateDocuments } from "../generate-graph.ts";
import { median, wallMs } from "../measure.ts";
import { timeRoutes } from "../neo4j/api-times.ts";
import type { RouteTime } from "../neo4j/api-times.ts";
import { timeExpansion } from "../neo4j/expansion-times.ts";
import { residentMb } from "../neo4j/jvm.ts";
import type { BenchContext, Figure, Suite } from "../suite.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const TSC = join(ROOT, "node_modules", "typescript", "bin", "tsc");
/** ATLAS_BENCH_ENTITIES is for a machine that has not the hours or the memory for a million. */
const SIZES = { before: 10_000, after: Number(process.env["ATLAS_BENCH_ENTITIES"] ?? 1_000_000) };
const SMALLEST = { before: 200, after: 600 };
const MEMORY = { heapMb: 4_096, pageCacheMb: 3_072 };
const LITTLE = { heapMb: 1_024, pageCacheMb: 256 };

export const store: Suite = {
  name: "store",
  title: "Neo4j as graphs grow",
  about:
    "Generated documents as import files, read by `neo4j-admin database import`; then the built-in migrations, and the explorer as a process of its own with an empty cache, as built by `npm run build`. Routes are asked one after another over HTTP with ids from all over the graph, hubs among them; the baseline of each route is the same route on the smaller graph, in the same run. The driver's one hop is `executeRead` of `MATCH (e:Entity {id: $id})-[r]-(n:Entity) RETURN e, r, n`. Wall time.",
  async run(context) {
    const missing = missingForNeo4j();
    if (missing !== undefined) throw new Error(`This suite needs ${missing}.`);
    const sizes = context.smallest ? SMALLEST : SIZES;
    execFileSync(process.execPath, [TSC, "-b", "server"], { cwd: ROOT });
    const small = await onGraph(sizes.before, context, (url, say) => timeRoutes(url, { entities: sizes.before }, say));
    const large = await onGraph(sizes.after, context, async (url, say, pids, access) => [
      ...(await timeExpansion(url, access, { requests: context.smallest ? 40 : 300, pids, say })),
      ...toFigures(await timeRoutes(url, { entities: sizes.after }, say), small.value, sizes),
    ]);
    return [...large.figures, ...large.value];
  },
};

interface OnGraph<T> {
  /** What it took to bring the graph in. */
  readonly figures: readonly Figure[];
  readonly value: T;
}

export async function onGraph<T>(
  entities: number,
  { smallest, say }: BenchContext,
  work: (url: string, say: (what: string) => void, pids: readonly number[], access: Neo4jAccess) => Promise<T>,
): Promise<OnGraph<T>> {
  const folder = mkdtempSync(join(tmpdir(), "atlas-bench-"));
  try {
    await using server = await Neo4jServer.start(smallest || entities <= SIZES.before ? LITTLE : MEMORY);
    // They take longest: a folder of one's own keeps them for a run that is repeated.
    const kept = entities === SIZES.after ? process.env["ATLAS_BENCH_FILES"] : undefined;
    const files = kept ?? join(folder, "files");
    const written = existsSync(join(files, "import.sh")) ? [] : await writeFiles(entities, files, say);
    await server.stop();
    say(`${entities} entities: importing`);
    const importing = await wallMs(() => server.importFiles(files));
    if (kept === undefined) rmSync(files, { recursive: true });
    await server.start();
    say(`${entities} entities: migrating`);
    const config = { kind: "neo4j" as const, dataFolder: folder, ...server.access };
    const migrating = await wallMs(async () => (await openStore(config))[Symbol.asyncDispose]());
    const { uri, user, password } = server.access;
    await using explorer = await ServerProcess.start(
      {
        NEO4J_URI: uri,
        NEO4J_USER: user,
        NEO4J_PASSWORD: password,
        ATLAS_DATA: folder,
        ATLAS_BUNDLED_DATA: "no",
      },
      "built",
    );
    const tell = (what: string) => say(`${entities} entities: ${what}`);
    const value = await work(explorer.url, tell, [server.pid, explorer.pid], server.access);
    return {
      figures: [
        ...written,
        { what: "import by neo4j-admin", value: importing / 1_000, unit: "s" },
        { what: "constraints and indexes at the first start", value: migrating / 1_000, unit: "s" },
      ],
      value,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function writeFiles(entities: number, folder: string, say: (what: string) => void): Promise<readonly Figure[]> {
  const files = new ImportFiles(folder);
  const documents = documentCount({ entities });
  const memory: number[] = [];
  const begin = performance.now();
  let done = 0;
  for (const graph of generateDocuments({ entities })) {
    await files.write(graph);
    done += 1;
    if (done % Math.ceil(documents / 20) !== 0) continue;
    memory.push(residentMb(process.pid) ?? process.memoryUsage().rss / 2 ** 20);
    say(`${entities} entities: ${done} of ${documents} documents in files`);
  }
  const counts = await files.finish();
  const name = `${counts.entities.toLocaleString("en-GB")} entities, ${counts.relations.toLocaleString("en-GB")} relations, ${counts.passages.toLocaleString("en-GB")} passages`;
  return [
    { what: `${name}: import files`, value: (performance.now() - begin) / 1_000, unit: "s" },
    {
      what: "memory of our process, last quarter of the documents",
      value: median(memory.slice(-5)),
      unit: "MB",
      baseline: { name: "second quarter", value: median(memory.slice(5, 10)) },
      target: { atMost: 1.25, words: "flat" },
    },
  ];
}

export function toFigures(
  after: readonly RouteTime[],
  before: readonly RouteTime[],
  sizes: { readonly before: number; readonly after: number },
): readonly Figure[] {
  const name = `${sizes.before.toLocaleString("en-GB")} entities`;
  return after.flatMap(({ route, p50, p95 }, at) => [
    { what: `${route}, p50`, value: p50, unit: "ms", baseline: { name, value: before[at]!.p50 } },
    { what: `${route}, p95`, value: p95, unit: "ms", baseline: { name, value: before[at]!.p95 } },
  ]);
}
