/** How long each route of the API takes on a graph of generated documents, asked as the explorer asks. */
import { Agent, request } from "node:http";

import { relationId } from "../../../server/graph/index.ts";
import { documentCount, generateDocuments } from "../generate-graph.ts";
import type { GraphSize } from "../generate-graph.ts";
import { quantile } from "../measure.ts";

export interface RouteTime {
  readonly route: string;
  readonly p50: number;
  readonly p95: number;
}

/** A route is asked this often, or for this long. */
const REQUESTS = 60;
const AT_MOST_MS = 20_000;

export class Client implements Disposable {
  readonly #url: URL;
  readonly #agent: Agent;

  constructor(url: string, connections: number) {
    this.#url = new URL(url);
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** The body as JSON. @throws Error for any other status than 200 */
  ask(path: string, body?: unknown): Promise<unknown> {
    const { hostname, port } = this.#url;
    return new Promise((resolve, reject) => {
      const asked = request(
        {
          hostname,
          port,
          path,
          agent: this.#agent,
          method: body === undefined ? "GET" : "POST",
          headers: body === undefined ? {} : { "Content-Type": "application/json" },
        },
        (response) => {
          const parts: Buffer[] = [];
          response.on("data", (part: Buffer) => parts.push(part));
          response.on("end", () => {
            const text = Buffer.concat(parts).toString();
            if (response.statusCode === 200) resolve(JSON.parse(text));
            else reject(new Error(`${path} answered ${response.statusCode}: ${text.slice(0, 200)}`));
          });
        },
      );
      asked.on("error", reject);
      asked.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }

  [Symbol.dispose](): void {
    this.#agent.destroy();
  }
}

/** Ids of some of what a generated graph holds, taken from all over it. */
export function sampleOf(size: GraphSize, documents = 40) {
  const count = documentCount(size);
  const step = Math.max(1, Math.floor(count / documents));
  const graphs = Array.from({ length: Math.min(documents, count) }, (_, at) => {
    const [graph] = generateDocuments(size, at * step);
    return graph!;
  });
  return {
    documents: graphs.map(({ document }) => document.id),
    // The first that a document mentions are new in it and have few relations; the rest of it names hubs too.
    entities: graphs.flatMap(({ mentions }) => [mentions[0]!.entityId, mentions[10]!.entityId]),
    relations: graphs.flatMap(({ claims }) =>
      claims.slice(0, 2).map(({ type, from, to }) => relationId(type, from, to)),
    ),
    names: graphs.flatMap(({ entities }) => entities.slice(2, 4).map(({ name }) => name.slice(0, 4))),
  };
}

export async function timeRoutes(
  url: string,
  size: GraphSize,
  say: (what: string) => void,
): Promise<readonly RouteTime[]> {
  using client = new Client(url, 1);
  const { documents, entities, relations, names } = sampleOf(size);
  const at = <T>(list: readonly T[], n: number): string => encodeURIComponent(String(list[n % list.length]));
  const routes: readonly (readonly [route: string, ask: (n: number) => Promise<unknown>])[] = [
    ["health", () => client.ask("/api/health")],
    ["schema", () => client.ask("/api/schema")],
    ["overview", () => client.ask("/api/overview")],
    ["search", (n) => client.ask(`/api/search?q=${at(names, n)}`)],
    ["entity", (n) => client.ask(`/api/entities/${at(entities, n)}`)],
    ["neighbours", (n) => client.ask(`/api/entities/${at(entities, n)}/neighbors`)],
    ["passages of an entity", (n) => client.ask(`/api/entities/${at(entities, n)}/passages`)],
    ["relation", (n) => client.ask(`/api/relations/${at(relations, n)}`)],
    ["documents", () => client.ask("/api/documents")],
    ["document", (n) => client.ask(`/api/documents/${at(documents, n)}`)],
    ["paths", (n) => client.ask(`/api/paths?from=${at(entities, 2 * n)}&to=${at(entities, 2 * n + 6)}`)],
    ["subgraph of 50", (n) => client.ask("/api/subgraph", { ids: entities.slice(n % 20, (n % 20) + 50) })],
    [
      "a person's query",
      (n) =>
        client.ask("/api/query", {
          cypher: "MATCH (e:Entity {id: $id})-[r]-(n:Entity) RETURN e, r, n LIMIT 25",
          parameters: { id: entities[n % entities.length] },
        }),
    ],
  ];
  const times: RouteTime[] = [];
  for (const [route, ask] of routes) {
    say(route);
    const taken: number[] = [];
    const end = performance.now() + AT_MOST_MS;
    for (let n = 0; n < REQUESTS && (n === 0 || performance.now() < end); n += 1) {
      const begin = performance.now();
      await ask(n);
      taken.push(performance.now() - begin);
    }
    times.push({ route, p50: quantile(taken, 0.5), p95: quantile(taken, 0.95) });
  }
  return times;
}
