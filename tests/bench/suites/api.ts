/** The hot routes on the embedded store: sixteen people at a time beside one. */
import { startExplorer, fillFolder } from "../built-explorer.ts";
import { generateDocuments } from "../generate-graph.ts";
import { quantile } from "../measure.ts";
import { Client, sampleOf } from "../neo4j/api-times.ts";
import type { Figure, Suite } from "../suite.ts";

const TOGETHER = 16;
const MATRIX =
  "rows=University&columns=Region&direct=PARTNERS_WITH&through=ResearchInstitute&near=CO_BUILT_WITH&far=LOCATED_IN";

export const api: Suite = {
  name: "api",
  title: "Routes",
  about:
    "The explorer as built, on an embedded store with 4,000 generated entities and 16,000 relations. Each route is asked over HTTP with ids from all over the graph, first by one client at a time, then by sixteen; nothing is answered from the client's cache. The baseline is the middle of one client at a time. Wall time.",
  async run({ smallest, say }) {
    const size = { entities: smallest ? 200 : 4_000 };
    using folder = await fillFolder(generateDocuments(size), say);
    await using explorer = await startExplorer(folder);
    const { entities, names } = sampleOf(size);
    const at = (list: readonly string[], n: number) => encodeURIComponent(list[n % list.length]!);
    const routes: readonly (readonly [route: string, ask: (client: Client, n: number) => Promise<unknown>])[] = [
      ["search", (client, n) => client.ask(`/api/search?q=${at(names, n)}`)],
      ["neighbours", (client, n) => client.ask(`/api/entities/${at(entities, n)}/neighbors`)],
      ["entity", (client, n) => client.ask(`/api/entities/${at(entities, n)}`)],
      ["subgraph of 50", (client, n) => client.ask("/api/subgraph", { ids: entities.slice(n % 20, (n % 20) + 50) })],
      ["matrix", (client, n) => client.ask(`/api/matrix?${MATRIX}&level=${n % 2 === 0 ? "city" : "province"}`)],
    ];
    const requests = smallest ? 32 : 320;
    const figures: Figure[] = [];
    for (const [route, ask] of routes) {
      say(route);
      await measure(explorer.url, 1, Math.ceil(requests / 4), ask);
      const alone = await measure(explorer.url, 1, requests, ask);
      const together = await measure(explorer.url, TOGETHER, requests, ask);
      figures.push({
        what: `${route}, p95 at ${TOGETHER} at a time`,
        value: quantile(together, 0.95),
        unit: "ms",
        baseline: { name: "p50, one at a time", value: quantile(alone, 0.5) },
        target: { atMost: 5, words: "< 5" },
      });
    }
    return figures;
  },
};

/** Milliseconds of each request. */
async function measure(
  url: string,
  concurrency: number,
  requests: number,
  ask: (client: Client, n: number) => Promise<unknown>,
): Promise<readonly number[]> {
  using client = new Client(url, concurrency);
  const taken: number[] = [];
  let next = 0;
  const worker = async () => {
    while (next < requests) {
      const n = next++;
      const begin = performance.now();
      await ask(client, n);
      taken.push(performance.now() - begin);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return taken;
}
