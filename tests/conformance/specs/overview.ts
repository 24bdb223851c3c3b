/** The first screen: what there is, how much of it, and where to begin. */
import { expect, test } from "vitest";

import { ENTITY_TYPE_NAMES, RELATION_TYPE_NAMES } from "../../../server/contract/index.ts";
import { aDocumentGraph, anInstitute, aRegion, aUniversity } from "../../support/builders.ts";
import type { OpenStore } from "../graph-store.ts";

const zju = aUniversity("浙江大学");
const tsinghua = aUniversity("清华大学");
const institute = anInstitute("浙江大学绍兴研究院");
const shaoxing = aRegion("绍兴市", "city");
const xinchang = aRegion("新昌县");
const zhejiang = aRegion("浙江省", "province");

export function specifyOverview(open: OpenStore): void {
  test("an empty graph has every type, each with nothing", async () => {
    await using opened = await open();
    const overview = await opened.store.overview();
    expect(overview).toEqual({
      entityTypes: ENTITY_TYPE_NAMES.map((type) => ({ type, count: 0 })),
      relationTypes: RELATION_TYPE_NAMES.map((type) => ({ type, count: 0, planned: 0 })),
      counts: { entities: 0, relations: 0, documents: 0, passages: 0, observations: 0 },
      universities: [],
      districts: [],
      recentDocuments: [],
      asOf: null,
    });
  });

  test("shows the best-connected universities, the districts that most work with, and the newest documents", async () => {
    await using opened = await open();
    const { store } = opened;
    await store.write(
      aDocumentGraph({
        origin: "a",
        date: "2023-12",
        facts: [
          [zju, "PARTNERS_WITH", shaoxing],
          [institute, "CO_BUILT_WITH", zju],
          [institute, "LOCATED_IN", shaoxing],
          [tsinghua, "PARTNERS_WITH", shaoxing, { status: "planned" }],
          [zju, "PARTNERS_WITH", xinchang],
          [xinchang, "PART_OF", shaoxing],
          [shaoxing, "PART_OF", zhejiang],
          [zju, "LOCATED_IN", zhejiang],
        ],
      }),
    );
    await store.write(aDocumentGraph({ origin: "b", date: "2024", entities: [aUniversity("孤立大学")] }));
    const overview = await store.overview();
    expect(overview.asOf).toBe("2024");
    expect(overview.counts).toEqual({ entities: 7, relations: 8, documents: 2, passages: 8, observations: 0 });
    expect(overview.entityTypes.filter(({ count }) => count > 0)).toEqual([
      { type: "Region", count: 3 },
      { type: "University", count: 3 },
      { type: "ResearchInstitute", count: 1 },
    ]);
    expect(overview.relationTypes.find(({ type }) => type === "PARTNERS_WITH")).toEqual({
      type: "PARTNERS_WITH",
      count: 3,
      planned: 1,
    });
    expect(overview.universities.map(({ entity, existing, planned }) => [entity.name, existing, planned])).toEqual([
      ["浙江大学", 4, 0],
      ["清华大学", 0, 1],
    ]);
    expect(overview.universities[0]?.with).toEqual(
      ["绍兴市", "新昌县", "浙江省", "浙江大学绍兴研究院"].toSorted(byDegree),
    );
    expect(
      overview.districts.map(({ entity, existing, planned, with: names }) => [entity.name, existing, planned, names]),
    ).toEqual([
      ["绍兴市", 2, 1, ["浙江大学", "浙江大学绍兴研究院", "清华大学"]],
      ["新昌县", 1, 0, ["浙江大学"]],
    ]);
    expect(overview.recentDocuments.map(({ document }) => document.origin)).toEqual(["b", "a"]);
    expect(await store.schema()).toEqual({
      entityTypes: overview.entityTypes,
      relationTypes: overview.relationTypes,
      counts: overview.counts,
    });
  });

  test("is read again only when the data have changed", async () => {
    await using opened = await open();
    const { store } = opened;
    const cost = async () => {
      const before = opened.statementCount();
      await store.overview();
      return opened.statementCount() - before;
    };
    await store.write(aDocumentGraph({ facts: [[zju, "PARTNERS_WITH", shaoxing]] }));
    expect(await cost()).toBeLessThanOrEqual(5);
    // Where others may have written, they are asked after.
    expect(await cost()).toBe(store.kind === "neo4j" ? 1 : 0);
    await store.forget(aDocumentGraph().document.origin);
    expect((await store.overview()).universities).toEqual([]);
  });

  test("the data version moves with every write and only then", async () => {
    await using opened = await open();
    const { store } = opened;
    const versions = [await store.dataVersion()];
    const graph = aDocumentGraph({ facts: [[zju, "PARTNERS_WITH", shaoxing]] });
    for (const step of [
      () => store.write(graph),
      () => store.forget(graph.document.origin),
      () => store.write(graph),
    ]) {
      await step();
      versions.push(await store.dataVersion());
    }
    expect(new Set(versions).size).toBe(4);
    await store.forget("nothing");
    await store.overview();
    expect(await store.dataVersion()).toBe(versions.at(-1));
  });
}

const DEGREES: Record<string, number> = { 绍兴市: 5, 新昌县: 2, 浙江省: 2, 浙江大学绍兴研究院: 2 };
const byDegree = (a: string, b: string) => DEGREES[b]! - DEGREES[a]! || (a < b ? -1 : 1);
