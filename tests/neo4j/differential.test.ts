/**
 * The same documents in both stores, and the same questions: the answers are
 * the same. What may differ is named here, with its reason.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { readParameters } from "../../client/src/state/query-parameters.ts";
import { QUESTIONS } from "../../client/src/views/query/library/questions.ts";
import { expandPaths, ingest } from "../../ingest/index.ts";
import type { EntityId, NeighborsPage, NeighborsRequest } from "../../server/contract/index.ts";
import { ENTITY_TYPE_NAMES } from "../../server/contract/index.ts";
import { openStore, readStoreConfig } from "../../server/graph/index.ts";
import type { GraphStore } from "../../server/graph/index.ts";
import { openNeo4jEngine } from "../../server/graph/neo4j/neo4j-engine.ts";
import { emptyNeo4j } from "../support/empty-neo4j.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "atlas-differential-"));
let embedded: GraphStore;
let neo4j: GraphStore;

beforeAll(async () => {
  const config = readStoreConfig({ ...process.env, ATLAS_DATA: folder });
  if (config.kind !== "neo4j") throw new Error("Set NEO4J_URI, or run: npm run test:neo4j");
  {
    await using engine = await openNeo4jEngine(config);
    await emptyNeo4j(engine);
  }
  neo4j = await openStore(config);
  embedded = await openStore({ kind: "embedded", dataFolder: folder });
  for (const store of [embedded, neo4j]) await ingest(expandPaths([join(ROOT, "data")], { relativeTo: ROOT }), store);
});
afterAll(async () => {
  await embedded[Symbol.asyncDispose]();
  await neo4j[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

async function expectSame<T>(ask: (store: GraphStore) => Promise<T>): Promise<T> {
  const [ours, theirs] = await Promise.all([ask(embedded), ask(neo4j)]);
  expect(theirs).toEqual(ours);
  return ours;
}

test("counts, schema and overview", async () => {
  const { entities, relations } = await expectSame((store) => store.counts());
  expect([entities > 200, relations > 200]).toEqual([true, true]);
  await expectSame((store) => store.schema());
  await expectSame((store) => store.overview());
  await expectSame((store) => store.origins());
});

test("every document, and every page of the list", async () => {
  const { documents } = await expectSame((store) => store.documents({ limit: 500 }));
  await expectSame((store) => store.documents({ limit: 3 }));
  for (const { document } of documents) await expectSame((store) => store.document(document.id));
});

describe("every entity", () => {
  test("its details, neighbours over all pages, passages and relations", async () => {
    const ids = await idsOfConnected();
    expect(ids.length).toBeGreaterThan(50);
    for (const id of ids) {
      await expectSame((store) => store.entity(id));
      await expectSame((store) => store.entityPassages(id, { limit: 5 }));
      const { relations } = await expectSame((store) => allNeighbors(store, id, { limit: 3 }));
      for (const { id: relationId } of relations.slice(0, 5)) await expectSame((store) => store.relation(relationId));
    }
    await expectSame((store) => store.subgraph(ids));
    await expectSame((store) => store.chosenGraph({ ids, types: [], relations: [] }));
    await expectSame((store) =>
      store.chosenGraph({ types: ["University", "Region"], relations: [], status: "existing" }),
    );
  });

  test("filters of neighbours", async () => {
    const [hub] = await idsOfConnected();
    for (const filter of [{ direction: "in" }, { direction: "out" }, { status: "planned" }, { q: "大学" }] as const) {
      await expectSame(async (store) => {
        // A cursor names the version of the data that it belongs to, and each store has its own.
        const { cursor, ...page } = await store.neighbors(hub as EntityId, { limit: 25, ...filter });
        return { ...page, hasMore: cursor !== null };
      });
    }
  });
});

test("paths", async () => {
  const ids = (await idsOfConnected()).slice(0, 8);
  for (const from of ids.slice(0, 4)) {
    for (const to of ids.slice(4)) {
      await expectSame(async (store) => {
        const { paths } = await store.paths({ from, to, maxLength: 4, limit: 10 });
        return paths.map(({ entities }) => entities.length);
      });
    }
  }
});

/** Neo4j counts candidates of its index, the embedded store every match: `total` may differ for loose queries. */
test.each(["浙江大学", "浙大", "zjdx", "zhejiangdaxue", "xinchang", "绍兴", "北理工", "清华", "xcx", "上虞高新区"])(
  "search %s: the same first results for the same reason",
  async (q) => {
    const { results } = await expectSame(async (store) => {
      const answer = await store.search({ q, limit: 3 });
      return { results: answer.results };
    });
    expect(results.length).toBeGreaterThan(0);
  },
);

test.each([
  "MATCH (u:University)<-[r:CO_BUILT_WITH]-(i) RETURN u.name AS university, i.name AS institute, r.status AS status ORDER BY university, institute",
  "MATCH (c:City)<-[:PART_OF]-(k:County) RETURN c.name AS city, count(k) AS counties ORDER BY city",
  "MATCH (o:Observation)-[:ABOUT]->(r:Region) RETURN r.name AS region, o.indicator AS indicator, o.year AS year, o.value AS value ORDER BY region, indicator, year, value",
  "MATCH (e:Entity)-[:MENTIONED_IN]->(p:Passage)-[:FROM]->(d:Document) RETURN d.title AS title, count(DISTINCT e) AS entities ORDER BY title",
  "MATCH (u:University {name: $name})<-[r]-(x) RETURN u, r, x ORDER BY x.id, r.id",
])("a researcher's query: %s", async (cypher) => {
  const request = { cypher, parameters: { name: "浙江大学" }, maxRows: 500, timeoutMs: 20_000 };
  const { rows } = await expectSame(async (store) => {
    const { elapsedMs: _, ...answer } = await store.query(request);
    return answer;
  });
  expect(rows.length).toBeGreaterThan(0);
});

async function idsOfConnected(): Promise<EntityId[]> {
  const found = await embedded.query({
    cypher: "MATCH (e:Entity) WHERE e.degree > 0 RETURN e.id AS id ORDER BY e.degree DESC, id LIMIT 80",
    parameters: {},
    maxRows: 80,
    timeoutMs: 20_000,
  });
  expect(ENTITY_TYPE_NAMES.length).toBe(13);
  return found.rows.map(([id]) => id as EntityId);
}

async function allNeighbors(store: GraphStore, id: EntityId, request: NeighborsRequest): Promise<NeighborsPage> {
  const first = await store.neighbors(id, request);
  let page = first;
  const entities = [...first.entities];
  const relations = [...first.relations];
  while (page.cursor !== null) {
    page = await store.neighbors(id, { ...request, cursor: page.cursor });
    entities.push(...page.entities);
    relations.push(...page.relations);
  }
  return { ...first, entities, relations, cursor: null };
}

test.each(QUESTIONS)("the question $id of the gallery", async ({ cypher, parameters = {} }) => {
  const { values } = readParameters(parameters, Object.keys(parameters));
  await expectSame(async (store) => {
    const answer = await store.query({ cypher, parameters: values, maxRows: 1_000, timeoutMs: 30_000 });
    // Labels have no order, and lists within rows none but what the query gives them.
    return { columns: answer.columns, rows: answer.rows.map((row) => row.map(withSortedLabels)) };
  });
});

function withSortedLabels(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(withSortedLabels);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === "labels" && Array.isArray(inner) ? inner.toSorted() : withSortedLabels(inner),
    ]),
  );
}
