/** Neighbours: counted before they are shown, in one order, each exactly once over the pages. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { EntityId, NeighborsPage, NeighborsRequest, RelationType } from "../../../server/contract/index.ts";
import { EntityNotFoundError, InvalidCursorError } from "../../../server/graph/index.ts";
import type { GraphStore } from "../../../server/graph/index.ts";
import {
  aCompany,
  aDocumentGraph,
  anEntity,
  anInstitute,
  aRegion,
  aUniversity,
  relationOf,
} from "../../support/builders.ts";
import type { FactSpec } from "../../support/builders.ts";
import type { OpenStore } from "../graph-store.ts";
import { sharedStore } from "./shared-store.ts";

const shaoxing = aRegion("绍兴市", "city", { aliases: ["绍兴"] });
const zhejiang = aRegion("浙江省", "province");
const zju = aUniversity("浙江大学", { aliases: ["浙大"] });
const tsinghua = aUniversity("清华大学");
const institute = anInstitute("浙江大学绍兴研究院");
const chips = anEntity({ type: "Industry", name: "集成电路" });
const lonely = aCompany("无关企业");

const FACTS: readonly FactSpec[] = [
  [zju, "PARTNERS_WITH", shaoxing],
  [zju, "PARTNERS_WITH", shaoxing, { date: "2023" }],
  [tsinghua, "PARTNERS_WITH", shaoxing, { status: "planned" }],
  [institute, "LOCATED_IN", shaoxing],
  [institute, "PARTNERS_WITH", shaoxing],
  [shaoxing, "PARTNERS_WITH", institute],
  [shaoxing, "PART_OF", zhejiang],
  [shaoxing, "FOCUSES_ON", chips, { status: "planned" }],
];

export function specifyNeighbors(open: OpenStore): void {
  describe("of a small city", () => {
    const shared = sharedStore(open, () => [aDocumentGraph({ facts: FACTS, entities: [lonely] })]);
    const neighbors = (request: Partial<NeighborsRequest> = {}, id = shaoxing.id) =>
      shared.store.neighbors(id, { limit: 25, ...request });

    test("come best supported first, with every relation between", async () => {
      const page = await neighbors();
      expect(names(page)).toEqual(["浙江大学绍兴研究院", "浙江大学", "集成电路", "浙江省", "清华大学"]);
      expect(page.total).toBe(5);
      expect(page.cursor).toBeNull();
      expect(page.relations.map(({ id }) => id).toSorted()).toEqual([...new Set(FACTS.map(relationOf))].toSorted());
      const [relation] = page.relations.filter(({ from }) => from === zju.id);
      expect(relation).toEqual((await shared.store.relation(relationOf(FACTS[0]!))).relation);
    });

    test("in total count once, however many relations there are with one of them", async () => {
      const { totals } = await shared.store.neighborTotals([shaoxing.id, lonely.id, "nobody", institute.id]);
      expect(totals).toEqual([
        { id: shaoxing.id, neighbors: 5 },
        { id: lonely.id, neighbors: 0 },
        { id: institute.id, neighbors: 1 },
      ]);
    });

    test("are counted by relation, direction and type, with what is planned", async () => {
      const counts = [
        { relation: "PARTNERS_WITH", direction: "in", type: "University", count: 2, planned: 1 },
        { relation: "FOCUSES_ON", direction: "out", type: "Industry", count: 1, planned: 1 },
        { relation: "LOCATED_IN", direction: "in", type: "ResearchInstitute", count: 1, planned: 0 },
        { relation: "PARTNERS_WITH", direction: "in", type: "ResearchInstitute", count: 1, planned: 0 },
        { relation: "PARTNERS_WITH", direction: "out", type: "ResearchInstitute", count: 1, planned: 0 },
        { relation: "PART_OF", direction: "out", type: "Region", count: 1, planned: 0 },
      ];
      expect((await neighbors()).counts).toEqual(counts);
      expect((await neighbors({ type: "Region", limit: 1 })).counts).toEqual(counts);
      expect((await shared.store.entity(shaoxing.id)).counts).toEqual(counts);
    });

    test("are filtered by relation, type, direction, status and part of a name", async () => {
      expect(names(await neighbors({ relation: "PARTNERS_WITH" }))).toEqual([
        "浙江大学绍兴研究院",
        "浙江大学",
        "清华大学",
      ]);
      expect(names(await neighbors({ type: "University" }))).toEqual(["浙江大学", "清华大学"]);
      expect(names(await neighbors({ direction: "out" }))).toEqual(["集成电路", "浙江省", "浙江大学绍兴研究院"]);
      expect(names(await neighbors({ status: "planned" }))).toEqual(["集成电路", "清华大学"]);
      expect(names(await neighbors({ q: "浙大" }))).toEqual(["浙江大学"]);
      expect(names(await neighbors({ q: "浙江大學" }))).toEqual(["浙江大学绍兴研究院", "浙江大学"]);
      const page = await neighbors({ relation: "PARTNERS_WITH", type: "ResearchInstitute", direction: "out" });
      expect(page.relations.map(({ from }) => from)).toEqual([shaoxing.id]);
      expect(page.total).toBe(1);
    });

    test("are none for an entity that stands alone, and an error for one that is not there", async () => {
      expect(await neighbors({}, lonely.id)).toEqual({
        entities: [],
        relations: [],
        counts: [],
        total: 0,
        cursor: null,
      });
      const nobody = "University:无" as EntityId;
      await expect(neighbors({}, nobody)).rejects.toThrow(new EntityNotFoundError(nobody));
      await expect(shared.store.entity(nobody)).rejects.toThrow(new EntityNotFoundError(nobody));
    });

    test("refuse a cursor that is not theirs", async () => {
      const { cursor } = await neighbors({ limit: 2 });
      expect(cursor).not.toBeNull();
      for (const [request, id] of [
        [{ cursor: cursor!, type: "University" }, shaoxing.id],
        [{ cursor: cursor! }, zju.id],
        [{ cursor: "abc" }, shaoxing.id],
        [{ cursor: Buffer.from("[]").toString("base64url") }, shaoxing.id],
      ] as const) {
        await expect(neighbors({ limit: 2, ...request }, id)).rejects.toThrow(new InvalidCursorError(request.cursor));
      }
    });

    test("take at most three statements a page, whatever its size", async () => {
      for (const limit of [1, 500]) {
        expect(await shared.statementsOf((store) => store.neighbors(institute.id, { limit }))).toBeLessThanOrEqual(3);
      }
    });
  });

  describe("of a hub, which the engine orders and cuts", () => {
    const province = aRegion("枢纽省", "province");
    const other = aRegion("枢纽市", "city");
    const companies = Array.from({ length: 700 }, (_, index) => aCompany(`企业${index}`));
    const facts = companies.flatMap((company, index): FactSpec[] => [
      [company, "LOCATED_IN", province, index % 5 === 0 ? { status: "planned" } : {}],
      ...(index % 2 === 0 ? [[company, "PARTNERS_WITH", province] as const] : []),
    ]);
    const again = companies.slice(100, 140).map((company): FactSpec => [company, "LOCATED_IN", province]);
    const hub = sharedStore(open, () => [
      aDocumentGraph({ facts: [...facts, [province, "PARTNERS_WITH", companies[7]!], [other, "PART_OF", province]] }),
      aDocumentGraph({ origin: "again", facts: again }),
    ]);
    const page = (request: Partial<NeighborsRequest> = {}) =>
      hub.store.neighbors(province.id, { limit: 500, ...request });

    test("are what reading all of them gives, in the same order", async () => {
      const filters: readonly Partial<NeighborsRequest>[] = [
        {},
        { relation: "PARTNERS_WITH" },
        { type: "Company", direction: "in" },
        { direction: "out" },
        { status: "planned" },
        { type: "Region" },
        { type: "University" },
      ];
      for (const filter of filters) {
        const paged = await allPages(hub.store, province.id, { limit: 300, ...filter });
        // Names are compared by the program, on everything that there is.
        const read = async (q: string) => allPages(hub.store, province.id, { limit: 500, ...filter, q });
        const whole = [...(await read("企业")), ...(await read("枢纽"))];
        const entities = paged.flatMap((one) => one.entities);
        expect(new Set(entities.map(({ id }) => id)).size).toBe(entities.length);
        const isCompany = ({ type }: { type: string }) => type === "Company";
        expect(entities.filter(isCompany)).toEqual(whole.flatMap((one) => one.entities).filter(isCompany));
        expect(paged.flatMap((one) => one.relations).toSorted(byId)).toEqual(
          whole.flatMap((one) => one.relations).toSorted(byId),
        );
        expect(paged.map(({ total }) => total)).toEqual(paged.map(() => entities.length));
      }
    });

    test("are counted like those of everybody", async () => {
      const counts = [
        { relation: "LOCATED_IN", direction: "in", type: "Company", count: 700, planned: 132 },
        { relation: "PARTNERS_WITH", direction: "in", type: "Company", count: 350, planned: 0 },
        { relation: "PART_OF", direction: "in", type: "Region", count: 1, planned: 0 },
        { relation: "PARTNERS_WITH", direction: "out", type: "Company", count: 1, planned: 0 },
      ];
      const first = await page({ limit: 1 });
      expect(first.counts.toSorted(byKey)).toEqual(counts.toSorted(byKey));
      expect((await hub.store.entity(province.id)).counts).toEqual(first.counts);
      expect((await page({ q: "企业" })).counts).toEqual(first.counts);
      expect(first.total).toBe(701);
    });

    test("come over a page at a time", async () => {
      expect(await hub.statementsOf((store) => store.neighbors(province.id, { limit: 25 }))).toBeLessThanOrEqual(7);
      const sizes = (await page({ limit: 25 })).entities.length;
      expect(sizes).toBe(25);
    });
  });

  test("come each exactly once over the pages, in one order", async () => {
    await using opened = await open();
    const { store } = opened;
    await fc.assert(
      fc.asyncProperty(
        randomFacts,
        fc.integer({ min: 1, max: 7 }),
        fc.constantFrom(undefined, "in" as const),
        async (facts, limit, direction) => {
          await store.write(aDocumentGraph({ facts }));
          const filter = direction === undefined ? {} : { direction };
          const whole = await store.neighbors(shaoxing.id, { limit: 500, ...filter });
          const pages = await allPages(store, shaoxing.id, { limit, ...filter });
          expect(pages.flatMap(({ entities }) => entities)).toEqual(whole.entities);
          expect(pages.flatMap(({ relations }) => relations)).toEqual(whole.relations);
          expect(pages.every(({ total }) => total === whole.entities.length)).toBe(true);
          const expected = new Set(
            facts.flatMap(([from, , to]) =>
              direction === "in" ? (to.id === shaoxing.id ? [from.id] : []) : [from.id, to.id],
            ),
          );
          expected.delete(shaoxing.id);
          expect(new Set(whole.entities.map(({ id }) => id))).toEqual(expected);
          const inAll = whole.counts.filter((count) => direction === undefined || count.direction === direction);
          expect(inAll.reduce((sum, { count }) => sum + count, 0)).toBe(whole.relations.length);
        },
      ),
      { numRuns: 15 },
    );
  });

  test("are neither skipped nor repeated when documents come in between two pages", async () => {
    await using opened = await open();
    const { store } = opened;
    const partners = Array.from({ length: 9 }, (_, index) => aCompany(`企业${index}`));
    const facts = partners.map((company): FactSpec => [company, "PARTNERS_WITH", shaoxing]);
    await store.write(aDocumentGraph({ origin: "a", facts }));
    const seen: string[] = [];
    let cursor: string | null | undefined;
    for (let round = 0; cursor !== null; round += 1) {
      const page = await store.neighbors(shaoxing.id, { limit: 2, ...(cursor === undefined ? {} : { cursor }) });
      seen.push(...page.entities.map(({ name }) => name));
      cursor = page.cursor;
      // The last ones rise to the top, and newcomers arrive.
      await store.write(
        aDocumentGraph({
          origin: `b${round}`,
          facts: [facts[8 - round]!, [aCompany(`新${round}`), "PARTNERS_WITH", shaoxing]],
        }),
      );
    }
    expect(seen.toSorted()).toEqual(partners.map(({ name }) => name));
    const reopened = await opened.reopen();
    expect((await reopened.neighbors(shaoxing.id, { limit: 50 })).total).toBe(14);
  });
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
const byKey = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

const names = (page: NeighborsPage) => page.entities.map(({ name }) => name);

const RELATIONS: readonly RelationType[] = ["PARTNERS_WITH", "LOCATED_IN"];

const randomFacts = fc
  .array(
    fc.record({
      company: fc.integer({ min: 0, max: 20 }).map((n) => aCompany(`企业${n}`)),
      type: fc.constantFrom(...RELATIONS),
      isReversed: fc.boolean(),
      status: fc.constantFrom("existing" as const, "planned" as const),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((specs) =>
    specs.map(({ company, type, isReversed, status }): FactSpec =>
      isReversed ? [shaoxing, "PARTNERS_WITH", company, { status }] : [company, type, shaoxing, { status }],
    ),
  );

async function allPages(store: GraphStore, id: EntityId, request: NeighborsRequest): Promise<readonly NeighborsPage[]> {
  const pages: NeighborsPage[] = [];
  for (let cursor: string | null | undefined; cursor !== null; cursor = pages.at(-1)!.cursor) {
    pages.push(await store.neighbors(id, { ...request, ...(cursor === undefined ? {} : { cursor }) }));
  }
  return pages;
}
