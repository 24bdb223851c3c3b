/** Paths are simple and come shortest first; a subgraph is all that is among its entities. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { CommonRequest, MeasuresRequest, RelationType } from "../../../server/contract/index.ts";
import { EntityNotFoundError } from "../../../server/graph/index.ts";
import type { StatedEntity } from "../../../server/graph/index.ts";
import { aCompany, aDocumentGraph, anInstitute, aRegion, aUniversity, relationOf } from "../../support/builders.ts";
import type { FactSpec } from "../../support/builders.ts";
import type { OpenStore } from "../graph-store.ts";
import { sharedStore } from "./shared-store.ts";

const zju = aUniversity("浙江大学");
const institute = anInstitute("浙江大学绍兴研究院");
const shaoxing = aRegion("绍兴市", "city");
const zhejiang = aRegion("浙江省", "province");
const hangzhou = aRegion("杭州市", "city");
const island = aCompany("孤岛");

const FACTS: readonly FactSpec[] = [
  [institute, "CO_BUILT_WITH", zju],
  [institute, "LOCATED_IN", shaoxing],
  [institute, "LOCATED_IN", shaoxing, { date: "2022" }],
  [institute, "PARTNERS_WITH", shaoxing],
  [zju, "LOCATED_IN", hangzhou],
  [hangzhou, "PART_OF", zhejiang],
  [shaoxing, "PART_OF", zhejiang],
];

export function specifyPaths(open: OpenStore): void {
  describe("between a university and a city", () => {
    const shared = sharedStore(open, () => [aDocumentGraph({ facts: FACTS, entities: [island] })]);
    const paths = (from: StatedEntity, to: StatedEntity, maxLength = 4, limit = 5) =>
      shared.store.paths({ from: from.id, to: to.id, maxLength, limit });

    test("lists entities and, for each step, the best supported relation", async () => {
      const answer = await paths(zju, shaoxing);
      expect(answer.paths).toEqual([
        {
          entities: [zju.id, institute.id, shaoxing.id],
          relations: [relationOf(FACTS[0]!), relationOf(FACTS[1]!)],
          support: 1,
        },
        {
          entities: [zju.id, hangzhou.id, zhejiang.id, shaoxing.id],
          relations: [relationOf(FACTS[4]!), relationOf(FACTS[5]!), relationOf(FACTS[6]!)],
          support: 1,
        },
      ]);
      expect(answer.entities.map(({ id }) => id).toSorted()).toEqual(
        [zju, institute, shaoxing, zhejiang, hangzhou].map(({ id }) => id).toSorted(),
      );
      // Beside the ones that stand for a step also the others between the same two.
      expect(answer.relations.map(({ id }) => id)).toEqual([...new Set(FACTS.map(relationOf))].toSorted());
      expect(answer.truncated).toBe(false);
    });

    test("only over relations of some types", async () => {
      const over = (relations: readonly RelationType[]) =>
        shared.store.paths({ from: zju.id, to: shaoxing.id, maxLength: 4, limit: 5, relations: [...relations] });
      const answer = await over(["CO_BUILT_WITH", "PARTNERS_WITH"]);
      expect(answer.paths.map(({ relations }) => relations)).toEqual([[relationOf(FACTS[0]!), relationOf(FACTS[3]!)]]);
      expect(answer.relations.map(({ type }) => type).sort()).toEqual(["CO_BUILT_WITH", "PARTNERS_WITH"]);
      expect((await over(["FOCUSES_ON"])).paths).toEqual([]);
    });

    test("not over hubs, which are named, nor over what is left out by hand", async () => {
      const hubless = await shared.store.paths({
        from: zju.id,
        to: shaoxing.id,
        maxLength: 4,
        limit: 5,
        // 杭州市 and 浙江省 have two relations each, 浙江大学绍兴研究院 three.
        maxDegree: 2,
      });
      expect(hubless.paths.map(({ entities }) => entities)).toEqual([[zju.id, hangzhou.id, zhejiang.id, shaoxing.id]]);
      expect(hubless.leftOut.map(({ id }) => id)).toEqual([institute.id]);
      const without = await shared.store.paths({
        from: zju.id,
        to: shaoxing.id,
        maxLength: 4,
        limit: 5,
        without: [hangzhou.id],
      });
      expect(without.paths.map(({ entities }) => entities)).toEqual([[zju.id, institute.id, shaoxing.id]]);
      expect(without.leftOut).toEqual([]);
    });

    test("says when there are more", async () => {
      expect(await paths(zju, shaoxing, 4, 1)).toMatchObject({ paths: [{ entities: { length: 3 } }], truncated: true });
      expect(await paths(zju, shaoxing, 2, 1)).toMatchObject({ truncated: false });
    });

    test("finds none beyond the length, to an island or to itself", async () => {
      for (const answer of [await paths(zju, shaoxing, 1), await paths(zju, island, 6), await paths(zju, zju)]) {
        expect(answer).toMatchObject({ paths: [], relations: [], truncated: false });
      }
    });

    test("refuses ends that are not there", async () => {
      const nobody = { ...zju, id: "University:无" as typeof zju.id };
      await expect(paths(zju, nobody)).rejects.toThrow(new EntityNotFoundError(nobody.id));
      await expect(paths(nobody, zju)).rejects.toThrow(new EntityNotFoundError(nobody.id));
    });
  });

  test("are the same as trying every walk", async () => {
    await using opened = await open();
    const { store } = opened;
    const companies = Array.from({ length: 7 }, (_, index) => aCompany(`企业${index}`));
    const pair = fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 6 })).filter(([a, b]) => a !== b);
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(pair, { minLength: 4, maxLength: 14, selector: String }), async (pairs) => {
        const facts = pairs.map(([a, b]): FactSpec => [companies[a]!, "PARTNERS_WITH", companies[b]!]);
        await store.write(aDocumentGraph({ entities: companies, facts }));
        const [from, to] = [companies[0]!.id, companies[1]!.id];
        const answer = await store.paths({ from, to, maxLength: 5, limit: 50 });
        const expected = simplePaths(facts, from, to, 5);
        const found = answer.paths.map(({ entities }) => entities.join(" "));
        expect(found.map((path) => path.split(" ").length)).toEqual(
          expected
            .map((path) => path.split(" ").length)
            .toSorted((a, b) => a - b)
            .slice(0, 50),
        );
        if (expected.length <= 50) expect(found.toSorted()).toEqual(expected.toSorted());
        expect(answer.truncated).toBe(expected.length > 50);
      }),
      { numRuns: 20 },
    );
  });

  test("by support, those whose weakest step is strongest come first, whatever is left out", async () => {
    const companies = Array.from({ length: 6 }, (_, index) => aCompany(`企业${index}`));
    const anyCompany = fc.constantFrom(...companies);
    // A fact that is stated several times has as many passages.
    const anyFact = fc
      .tuple(anyCompany, anyCompany, fc.integer({ min: 1, max: 3 }))
      .filter(([a, b]) => a.id !== b.id)
      .map(([a, b, times]) => Array.from({ length: times }, (): FactSpec => [a, "PARTNERS_WITH", b]));
    const [from, to] = [companies[0]!.id, companies[1]!.id];
    await using opened = await open();
    await fc.assert(
      fc.asyncProperty(fc.array(anyFact, { maxLength: 10 }), fc.subarray(companies.slice(2)), async (stated, left) => {
        const facts = stated.flat();
        await opened.store.write(aDocumentGraph({ facts, entities: companies }));
        const without = left.map(({ id }) => id as string);
        const answer = await opened.store.paths({ from, to, maxLength: 4, limit: 5, order: "supported", without });
        const passages = new Map<string, number>();
        for (const fact of facts) passages.set(relationOf(fact), (passages.get(relationOf(fact)) ?? 0) + 1);
        const support = (a: string, b: string) =>
          Math.max(
            ...facts
              .filter(([x, , y]) => (x.id === a && y.id === b) || (x.id === b && y.id === a))
              .map((fact) => passages.get(relationOf(fact))!),
          );
        const expected = simplePaths(facts, from, to, 4)
          .map((path) => path.split(" "))
          .filter((path) => !path.some((id) => without.includes(id)))
          .map((path) => Math.min(...path.slice(1).map((id, index) => support(path[index]!, id))))
          .toSorted((a, b) => b - a);
        expect(answer.paths.map((path) => path.support)).toEqual(expected.slice(0, 5));
        expect(answer.truncated).toBe(expected.length > 5);
      }),
      { numRuns: 15 },
    );
  });

  test("pass by a hub without reading all of it", async () => {
    await using opened = await open();
    const { store } = opened;
    const many = Array.from({ length: 3_000 }, (_, index) => aCompany(`企业${index}`));
    await store.write(aDocumentGraph({ facts: [...FACTS, ...many.map((c): FactSpec => [c, "LOCATED_IN", zhejiang])] }));
    const before = opened.statementCount();
    const answer = await store.paths({ from: zju.id, to: shaoxing.id, maxLength: 6, limit: 10 });
    expect(answer.paths.map(({ entities }) => entities.length)).toEqual([3, 4]);
    expect(opened.statementCount() - before).toBeLessThanOrEqual(10);
  });

  describe("what several entities share", () => {
    const fudan = aUniversity("复旦大学");
    const shared = sharedStore(open, () => [
      aDocumentGraph({
        facts: [...FACTS, [fudan, "PARTNERS_WITH", shaoxing], [fudan, "PARTNERS_WITH", hangzhou]],
        entities: [island],
      }),
    ]);
    const common = (of: readonly StatedEntity[], more: Partial<CommonRequest> = {}) =>
      shared.store.common({ ids: of.map(({ id }) => id), reach: 1, limit: 25, ...more });

    test("directly: each with the way from every one of them", async () => {
      const answer = await common([zju, fudan]);
      expect(answer.shared.map(({ entity }) => entity)).toEqual([hangzhou.id]);
      expect(answer.shared[0]?.ways).toEqual([
        { from: zju.id, through: null, relations: [relationOf(FACTS[4]!)] },
        { from: fudan.id, through: null, relations: [relationOf([fudan, "PARTNERS_WITH", hangzhou])] },
      ]);
      expect(answer.relations.map(({ id }) => id)).toEqual(
        answer.shared[0]!.ways.flatMap((way) => way.relations).toSorted(),
      );
    });

    test("over one more: the shorter way stands where there are two", async () => {
      const answer = await common([zju, fudan], { reach: 2 });
      const ways = new Map(answer.shared.map((own) => [own.entity, own.ways.map(({ through }) => through)]));
      expect(ways.get(shaoxing.id)).toEqual([institute.id, null]);
      expect(ways.get(hangzhou.id)).toEqual([null, null]);
      expect(ways.has(zju.id) || ways.has(fudan.id)).toBe(false);
    });

    test("without hubs, which are named; with none in common; and of somebody who is not there", async () => {
      const hubless = await common([zju, fudan], { maxDegree: 2 });
      expect(hubless.shared).toEqual([]);
      expect(hubless.leftOut.map(({ id }) => id)).toContain(hangzhou.id);
      expect((await common([zju, island], { reach: 2 })).total).toBe(0);
      await expect(common([zju, aCompany("无")])).rejects.toThrow(EntityNotFoundError);
    });

    test("are what a query finds, in a fixed number of statements", async () => {
      const { rows } = await shared.store.query({
        cypher: `MATCH (:University {name: '浙江大学'})-[]-(n:Entity)-[]-(:University {name: '复旦大学'})
                 RETURN DISTINCT n.id AS id`,
        parameters: {},
        maxRows: 100,
        timeoutMs: 20_000,
      });
      expect((await common([zju, fudan])).shared.map(({ entity }) => entity)).toEqual(rows.flat());
      expect(await shared.statementsOf(() => common([zju, fudan, shaoxing], { reach: 2 }))).toBeLessThanOrEqual(9);
    });
  });

  describe("a subgraph", () => {
    const shared = sharedStore(open, () => [aDocumentGraph({ facts: FACTS, entities: [island] })]);

    test("holds the entities in the order of the ids and the relations among them", async () => {
      const { entities, relations, missing } = await shared.store.subgraph([
        shaoxing.id,
        "无",
        institute.id,
        shaoxing.id,
        "也无",
      ]);
      expect(entities.map(({ id }) => id)).toEqual([shaoxing.id, institute.id]);
      expect(relations.map(({ id }) => id)).toEqual([relationOf(FACTS[1]!), relationOf(FACTS[3]!)].toSorted());
      expect(missing).toEqual(["无", "也无"]);
    });

    test("is empty for no ids", async () => {
      expect(await shared.store.subgraph([])).toEqual({ entities: [], relations: [], missing: [] });
    });

    test("takes three statements, however many ids", async () => {
      const ids = [
        ...FACTS.flatMap(([from, , to]) => [from.id, to.id]),
        ...Array.from({ length: 4_000 }, (_, n) => `x${n}`),
      ];
      expect(await shared.statementsOf((store) => store.subgraph(ids))).toBeLessThanOrEqual(3);
    });
  });

  describe("the part of the graph that is measured", () => {
    const shared = sharedStore(open, () => [aDocumentGraph({ facts: FACTS, entities: [island] })]);
    const chosen = (request: Partial<MeasuresRequest>) =>
      shared.store.chosenGraph({ types: [], relations: [], ...request });

    test("holds whoever is related, and each related pair once", async () => {
      const { entities, pairs } = await chosen({});
      const ends = FACTS.flatMap(([from, , to]) => [from.id, to.id]);
      expect(entities.map(({ id }) => id)).toEqual([...new Set(ends)].toSorted());
      const related = new Set(FACTS.map(([from, , to]) => [from.id, to.id].toSorted().join()));
      expect(new Set(pairs.map(([a, b]) => [entities[a]!.id, entities[b]!.id].join()))).toEqual(related);
      expect(pairs).toHaveLength(related.size);
    });

    test("is what ids, types and relations leave of it", async () => {
      const ids = [shaoxing.id, institute.id, "nobody"];
      expect((await chosen({ ids })).entities.map(({ id }) => id)).toEqual([shaoxing.id, institute.id].toSorted());
      const { entities } = await chosen({ types: ["University", "ResearchInstitute"] });
      expect(entities.every(({ type }) => type === "University" || type === "ResearchInstitute")).toBe(true);
      expect((await chosen({ relations: ["LEADS"] })).pairs).toEqual([]);
      await expect(chosen({ region: "Region:nowhere" })).rejects.toMatchObject({ code: "entity_not_found" });
    });
  });
}

/** By brute force: every simple path as its ids, joined. */
function simplePaths(facts: readonly FactSpec[], from: string, to: string, maxLength: number): readonly string[] {
  const steps = new Map<string, Set<string>>();
  for (const [a, , b] of facts) {
    for (const [x, y] of [[a.id, b.id] as const, [b.id, a.id] as const])
      steps.set(x, (steps.get(x) ?? new Set()).add(y));
  }
  const found: string[] = [];
  const walk = (path: readonly string[]) => {
    const here = path.at(-1)!;
    if (here === to) found.push(path.join(" "));
    else if (path.length <= maxLength)
      for (const next of steps.get(here) ?? []) if (!path.includes(next)) walk([...path, next]);
  };
  walk([from]);
  return found;
}
