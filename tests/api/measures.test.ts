/** Measures through the API, on graphs whose measures are known, and on any graph what has to hold. */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import type { MeasuresAnswer, Problem } from "../../server/contract/index.ts";
import { startTestServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { aCompany, aDocumentGraph, anEntity, anInstitute, aRegion, aUniversity } from "../support/builders.ts";

/** Universities, and institutes where the name says so, by who works with whom. */
function graphOf(pairs: readonly (readonly [string, string])[]) {
  const named = (name: string) => (/[研枢]/.test(name) ? anInstitute(name) : aUniversity(name));
  return aDocumentGraph({ facts: pairs.map(([a, b]) => [named(a), "PARTNERS_WITH", named(b)]) });
}

let server: TestServer;
beforeAll(async () => void (server = await startTestServer()));
afterAll(() => server[Symbol.asyncDispose]());

/** In place of what was there before. */
async function measured(pairs: readonly (readonly [string, string])[], request: object = {}) {
  await server.store.write(graphOf(pairs));
  const { status, body } = await server.post<MeasuresAnswer>("/api/measures", request);
  expect(status).toBe(200);
  const by = new Map(body.entities.map((entity) => [entity.name, entity]));
  return { ...body, of: (name: string) => by.get(name)! };
}

test("in the middle of a path all ways lead over the middle", async () => {
  const { of, pairs, communities } = await measured([
    ["甲", "乙"],
    ["乙", "丙"],
    ["丙", "丁"],
    ["丁", "戊"],
  ]);
  expect(pairs).toBe(4);
  expect(communities).toBeGreaterThan(1);
  expect(["甲", "乙", "丙", "丁", "戊"].map((name) => of(name).degree)).toEqual([1, 2, 2, 2, 1]);
  // Of the 6 pairs of others, 4 go over the middle.
  expect(of("丙").betweenness).toBeCloseTo(4 / 6);
  expect(["甲", "乙", "丙", "丁", "戊"].map((name) => of(name).isCutVertex)).toEqual([false, true, true, true, false]);
  expect(of("丙").core).toBe(1);
});

test("two cliques with a bridge are two communities, and the ends of the bridge join them", async () => {
  const clique = (names: string) => [...names].flatMap((a, i) => [...names].slice(i + 1).map((b) => [a, b] as const));
  const { of, communities, entities } = await measured([...clique("甲乙丙丁"), ...clique("子丑寅卯"), ["丁", "子"]]);
  expect(communities).toBe(2);
  expect(of("甲").community).toBe(of("丁").community);
  expect(of("甲").community).not.toBe(of("子").community);
  expect(
    entities
      .filter(({ participation }) => participation > 0)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(["丁", "子"]);
  expect(
    entities
      .filter(({ isCutVertex }) => isCutVertex)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(["丁", "子"]);
  expect(of("甲").core).toBe(3);
  expect(of("丁").pageRank).toBeGreaterThan(of("甲").pageRank);
});

test("two without a relation are suggested for the neighbours they share, the rarer the better", async () => {
  const { suggestions, suggestionsTotal, of } = await measured(
    [
      ["甲", "研"],
      ["乙", "研"],
      ["丙", "枢"],
      ["丁", "枢"],
      ["戊", "枢"],
      ["甲", "枢"],
    ],
    { suggest: { from: "University", to: "University" } },
  );
  const names = new Map([..."甲乙丙丁戊研枢"].map((name) => [of(name).id, name]));
  expect(suggestions[0]).toMatchObject({ common: [of("研").id], commonTotal: 1 });
  expect(suggestions[0]!.score).toBeCloseTo(1 / Math.log(2));
  expect([suggestions[0]!.from, suggestions[0]!.to].map((id) => names.get(id)).sort()).toEqual(["乙", "甲"]);
  expect(suggestionsTotal).toBe(suggestions.length);
});

test("only what was chosen is measured", async () => {
  const pairs = [
    ["甲", "乙"],
    ["乙", "丙"],
    ["丙", "丁"],
  ] as const;
  const all = await measured(pairs);
  const ids = ["甲", "乙", "丙"].map((name) => all.of(name).id);
  const some = await measured(pairs, { ids });
  expect(some.entities.map(({ name }) => name).sort()).toEqual(["丙", "乙", "甲"].sort());
  expect((await measured(pairs, { relations: ["LEADS"] })).entities).toEqual([]);
  expect((await measured(pairs, { types: ["Company"] })).entities).toEqual([]);
  expect((await measured(pairs, { status: "planned" })).entities).toEqual([]);
});

test("a region's part is what is in it and who is related to that; one that is not there is told", async () => {
  const [county, other] = [aRegion("新昌县"), aRegion("柯桥区")];
  const [zone, lab, mill] = [
    anEntity({ type: "HighTechZone", name: "新昌高新区" }),
    anInstitute("轴承研究院"),
    aCompany("纺织厂"),
  ];
  await server.store.write(
    aDocumentGraph({
      facts: [
        [zone, "LOCATED_IN", county],
        [lab, "LOCATED_IN", zone],
        [lab, "PARTNERS_WITH", aUniversity("浙江大学")],
        [mill, "LOCATED_IN", other],
      ],
    }),
  );
  const { body } = await server.post<MeasuresAnswer>("/api/measures", { region: county.id });
  expect(body.entities.map(({ name }) => name).sort()).toEqual(
    ["新昌县", "新昌高新区", "浙江大学", "轴承研究院"].sort(),
  );
  const missing = await server.post<Problem>("/api/measures", { region: "Region:none" });
  expect([missing.status, missing.body.code]).toEqual([404, "entity_not_found"]);
});

test("degrees are neighbours, ranks sum up to one, communities hold everybody once, and the same comes again", async () => {
  const names = "甲乙丙丁戊己庚辛";
  const name = fc.constantFrom(...names);
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(name, name).filter(([a, b]) => a !== b),
        { minLength: 1, maxLength: 20 },
      ),
      async (pairs) => {
        const first = await measured(pairs);
        const neighbors = (one: string) =>
          new Set(pairs.filter((pair) => pair.includes(one)).map(([a, b]) => (a === one ? b : a))).size;
        for (const entity of first.entities) {
          expect(entity.degree).toBe(neighbors(entity.name));
          expect(entity.core).toBeLessThanOrEqual(entity.degree);
          expect(first.entities.map(({ id }) => id)).toContain(entity.community);
        }
        expect(first.entities.reduce((sum, { pageRank }) => sum + pageRank, 0)).toBeCloseTo(1, 3);
        expect(new Set(first.entities.map(({ community }) => community)).size).toBe(first.communities);
        expect((await measured(pairs)).entities).toEqual(first.entities);
      },
    ),
    { numRuns: 8 },
  );
});
