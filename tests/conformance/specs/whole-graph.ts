/** All of a graph, a little at a time. */
import { describe, expect, test } from "vitest";

import type { Entity, ExportedObservation, ExportedRelation } from "../../../server/contract/index.ts";
import { GraphChangedError, QueryCancelledError } from "../../../server/graph/index.ts";
import type { GraphStore, WholeGraph } from "../../../server/graph/index.ts";
import { aCompany, aDocumentGraph, aRegion, aUniversity } from "../../support/builders.ts";
import type { OpenStore } from "../graph-store.ts";
import { sharedStore } from "./shared-store.ts";

const zju = aUniversity("浙江大学", { aliases: ["浙大"], properties: { founded: 1897 } });
const shaoxing = aRegion("绍兴市", "city", { code: "330600" });
const companies = Array.from({ length: 40 }, (_, index) => aCompany(`绍兴纺织机械第${index + 1}厂`));

/** A hub with forty relations out of it, of which half are said twice. */
const graphs = () => [
  aDocumentGraph({
    origin: "report.txt",
    date: "2021-12-31",
    facts: [
      ...companies.map((company) => [zju, "PARTNERS_WITH", company, { date: "2021" }] as const),
      ...companies.map((company) => [company, "LOCATED_IN", shaoxing] as const),
    ],
    figures: companies.map((subject) => ({ subject, indicator: "员工", value: 12, unit: "人" })),
  }),
  aDocumentGraph({
    origin: "plan.txt",
    date: "2023",
    facts: companies.slice(20).map((company) => [zju, "PARTNERS_WITH", company, { status: "planned" }] as const),
  }),
];

interface Everything {
  readonly entities: readonly Entity[];
  readonly observations: readonly ExportedObservation[];
  readonly relations: readonly ExportedRelation[];
}

async function everything(graph: WholeGraph): Promise<Everything> {
  const all = async <T>(pages: AsyncIterable<readonly T[]>) => {
    const rows: T[] = [];
    for await (const page of pages) rows.push(...page);
    return rows;
  };
  return {
    entities: await all(graph.entities()),
    observations: await all(graph.observations()),
    relations: await all(graph.relations()),
  };
}

const sorted = ({ entities, observations, relations }: Everything): Everything => {
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  return {
    entities: entities.toSorted(byId),
    observations: observations.toSorted(byId),
    relations: relations.toSorted(byId),
  };
};

export function specifyWholeGraph(open: OpenStore): void {
  describe("read", () => {
    const shared = sharedStore(open, graphs);

    test("holds everything that the documents say, each relation with all of its passages", async () => {
      const { store } = shared;
      const graph = await store.wholeGraph();
      const all = await everything(graph);
      expect(graph.counts).toEqual(await store.counts());
      expect([all.entities.length, all.observations.length, all.relations.length]).toEqual([42, 40, 80]);
      expect(all.entities).toContainEqual((await store.entity(zju.id)).entity);
      for (const relation of all.relations) {
        const { passages, fromName, toName, ...plain } = relation;
        const detail = await store.relation(relation.id);
        expect(plain).toEqual(detail.relation);
        expect([fromName, toName]).toEqual([detail.from.name, detail.to.name]);
        const told = detail.passages.map(({ passage, status, document }) => [passage.text, status, document.title]);
        expect(passages.map(({ text, status, document }) => [text, status, document.title]).sort()).toEqual(
          told.sort(),
        );
      }
    });

    test("is the same however little of it is read at once", async () => {
      const whole = await everything(await shared.store.wholeGraph());
      for (const size of [1, 3, 16]) {
        const sizes = { entities: size, relations: size, passages: size };
        const graph = await shared.store.wholeGraph(undefined, sizes);
        expect(sorted(await everything(graph))).toEqual(sorted(whole));
      }
    });

    test("is never in memory as a whole, and not read before it is taken", async () => {
      const sizes = { entities: 4, relations: 4, passages: 4 };
      const few = await shared.statementsOf(async (store) => {
        const graph = await store.wholeGraph(undefined, sizes);
        for await (const page of graph.relations()) {
          expect(page.length).toBeLessThanOrEqual(8);
          break;
        }
      });
      const all = await shared.statementsOf(async (store) => {
        for await (const page of (await store.wholeGraph(undefined, sizes)).relations()) {
          expect(page.reduce((sum, { passages }) => sum + passages.length, 0)).toBeLessThanOrEqual(8);
        }
      });
      expect(all).toBeGreaterThan(5 * few);
    });

    test("is left by whoever does not want it any more", async () => {
      const leave = new AbortController();
      const graph = await shared.store.wholeGraph(leave.signal, { entities: 4, relations: 4, passages: 4 });
      const read = async () => {
        for await (const _ of graph.entities()) leave.abort();
      };
      await expect(read()).rejects.toThrow(QueryCancelledError);
    });
  });

  test("is refused when something is written between two parts of it", async () => {
    await using opened = await open();
    const { store } = opened;
    await store.writeMany(graphs());
    const read = async (change: (store: GraphStore) => Promise<unknown>) => {
      const graph = await store.wholeGraph(undefined, { entities: 10, relations: 10, passages: 10 });
      for await (const _ of graph.entities()) await change(store);
    };
    await expect(read(() => store.write(aDocumentGraph({ origin: "new.txt" })))).rejects.toThrow(GraphChangedError);
    await expect(read((other) => other.counts())).resolves.toBeUndefined();
  });

  test("of an empty store is empty", async () => {
    await using opened = await open();
    expect(await everything(await opened.store.wholeGraph())).toEqual({
      entities: [],
      observations: [],
      relations: [],
    });
  });
}
