/** The law of writing: what the graph holds follows from the documents it has, and from nothing else. */
import fc from "fast-check";
import { expect, test } from "vitest";

import { canRelate, RELATION_TYPE_NAMES } from "../../../server/contract/index.ts";
import type { DocumentGraph, GraphStore, StatedEntity } from "../../../server/graph/index.ts";
import { aCompany, aDocumentGraph, anInstitute, aRegion, aUniversity } from "../../support/builders.ts";
import type { FactSpec } from "../../support/builders.ts";
import type { OpenStore } from "../graph-store.ts";
import { contentOf } from "./shared-store.ts";

const RUNS = 6;
const TIMEOUT_MS = 240_000;

const ENTITIES: readonly StatedEntity[] = [
  aUniversity("浙江大学"),
  aUniversity("绍兴文理学院"),
  anInstitute("浙大绍兴研究院"),
  aRegion("绍兴市", "city"),
  aRegion("新昌县"),
  aCompany("三花智控"),
];

/** An entity with aliases, properties and now and then another name, as documents differ about it. */
const stated = fc
  .record({
    entity: fc.constantFrom(...ENTITIES),
    aliases: fc.subarray(["甲", "乙", "丙"]),
    founded: fc.option(fc.integer({ min: 1900, max: 1903 }), { nil: undefined }),
    isRenamed: fc.boolean(),
  })
  .map(({ entity, aliases, founded, isRenamed }): StatedEntity => ({
    ...entity,
    name: isRenamed ? `新${entity.name}` : entity.name,
    aliases,
    properties: founded === undefined ? {} : { founded },
  }));

const fact = fc
  .record({
    from: stated,
    to: stated,
    type: fc.constantFrom(...RELATION_TYPE_NAMES),
    status: fc.constantFrom("existing" as const, "planned" as const),
    date: fc.constantFrom(null, "2021", "2021-05", "2023-01-31"),
    confidence: fc.constantFrom(0.3, 0.55, 0.9),
    method: fc.constantFrom("rule-a", "rule-b"),
  })
  .filter(({ from, to, type }) => from.id !== to.id && canRelate(type, from.type, to.type))
  .map(({ from, to, type, ...more }): FactSpec => [from, type, to, more]);

const documentGraph = (origin: string) =>
  fc
    .record({
      date: fc.constantFrom(null, "2020", "2024-05"),
      facts: fc.array(fact, { maxLength: 6 }),
      entities: fc.array(stated, { maxLength: 2 }),
      figures: fc.array(fc.record({ subject: stated, indicator: fc.constant("R&D经费"), value: fc.integer() }), {
        maxLength: 2,
      }),
    })
    .map((spec) => aDocumentGraph({ origin, ...spec }));

const ORIGINS = ["a.txt", "b.txt", "c.txt"];
/** Three small documents that speak of the same few entities, and contradict each other. */
export const graphs = fc.tuple(...ORIGINS.map(documentGraph));

export function specifyLaws(open: OpenStore): void {
  test("any order of writing, rewriting and forgetting ends in the same graph", { timeout: TIMEOUT_MS }, async () => {
    await using opened = await open();
    const { store } = opened;
    await fc.assert(
      fc.asyncProperty(graphs, graphs, fc.infiniteStream(fc.nat()), async (last, earlier, random) => {
        const draw = (n: number) => (random.next().value as number) % n;
        await empty(store);
        for (const graph of last) await store.write(graph);
        const expected = await contentOf(store);
        await empty(store);
        for (const step of scramble(last, earlier, draw)) await step(store);
        expect(await contentOf(store)).toEqual(expected);
      }),
      { numRuns: RUNS },
    );
  });

  test("to write many at once is to write them one by one", { timeout: TIMEOUT_MS }, async () => {
    await using opened = await open();
    const { store } = opened;
    await fc.assert(
      fc.asyncProperty(graphs, graphs, async (last, earlier) => {
        await empty(store);
        for (const graph of [...earlier, ...last]) await store.write(graph);
        const expected = await contentOf(store);
        await store.writeMany(earlier);
        await store.writeMany(last);
        expect(await contentOf(store)).toEqual(expected);
      }),
      { numRuns: RUNS },
    );
  });

  test("what was forgotten was never there", { timeout: TIMEOUT_MS }, async () => {
    await using opened = await open();
    const { store } = opened;
    await fc.assert(
      fc.asyncProperty(graphs, fc.constantFrom(...ORIGINS), async (all, forgotten) => {
        await empty(store);
        await store.writeMany(all.filter(({ document }) => document.origin !== forgotten));
        const expected = await contentOf(store);
        await empty(store);
        for (const graph of all) await store.write(graph);
        await store.forget(forgotten);
        expect(await contentOf(store)).toEqual(expected);
      }),
      { numRuns: RUNS },
    );
  });

  test("counts that are kept are what is counted", { timeout: TIMEOUT_MS }, async () => {
    await using opened = await open();
    const { store } = opened;
    await fc.assert(
      fc.asyncProperty(graphs, graphs, async (last, earlier) => {
        for (const graph of [...earlier, ...last]) await store.write(graph);
        const count = async (cypher: string) =>
          Object.fromEntries(
            (await store.query({ cypher, parameters: {}, maxRows: 100, timeoutMs: 20_000 })).rows.map(([key, n]) => [
              key,
              n,
            ]),
          );
        const { entityTypes, relationTypes, counts } = await store.schema();
        for (const { type, count: kept } of entityTypes) {
          const counted = await count(`MATCH (n:${type}) RETURN 'n' AS k, count(n) AS n`);
          expect({ type, count: kept }).toEqual({ type, count: counted["n"] ?? 0 });
        }
        const byType = await count("MATCH (:Entity)-[r]->(:Entity) RETURN type(r) AS k, count(r) AS n");
        const planned = await count(
          "MATCH (:Entity)-[r {status: 'planned'}]->(:Entity) RETURN type(r) AS k, count(r) AS n",
        );
        expect(relationTypes).toEqual(
          relationTypes.map(({ type }) => ({ type, count: byType[type] ?? 0, planned: planned[type] ?? 0 })),
        );
        const degrees = await count(
          "MATCH (e:Entity) OPTIONAL MATCH (e)-[r]-(:Entity) WITH e, count(r) AS n WHERE n <> e.degree RETURN e.id AS k, n AS n",
        );
        expect(degrees).toEqual({});
        expect(counts.relations).toBe(relationTypes.reduce((sum, { count: n }) => sum + n, 0));
      }),
      { numRuns: 5 },
    );
  });
}

async function empty(store: GraphStore): Promise<void> {
  for (const { origin } of await store.origins()) await store.forget(origin);
}

/** Every origin's last graph in some order, with earlier versions, repetitions and strangers in between. */
function scramble(
  last: readonly DocumentGraph[],
  earlier: readonly DocumentGraph[],
  draw: (n: number) => number,
): readonly ((store: GraphStore) => Promise<unknown>)[] {
  const steps: ((store: GraphStore) => Promise<unknown>)[] = [];
  const passing = aDocumentGraph({ origin: "passing.txt", facts: [[ENTITIES[0]!, "PARTNERS_WITH", ENTITIES[5]!]] });
  steps.push((store) => store.write(passing));
  for (const graph of shuffle(last, draw)) {
    const before = earlier.find(({ document }) => document.origin === graph.document.origin);
    if (before !== undefined && draw(2) === 0) steps.push((store) => store.write(before));
    if (draw(3) === 0) steps.push((store) => store.forget(graph.document.origin));
    steps.push((store) => store.write(graph));
    if (draw(3) === 0) steps.push((store) => store.write(graph));
  }
  steps.push((store) => store.forget("passing.txt"));
  return steps;
}

function shuffle<T>(values: readonly T[], draw: (n: number) => number): readonly T[] {
  return values
    .map((value) => ({ value, place: draw(1_000) }))
    .sort((a, b) => a.place - b.place)
    .map(({ value }) => value);
}
