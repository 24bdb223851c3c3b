/** What was written can be read back as it was said, to be written again otherwise. */
import { expect, test } from "vitest";

import type { EntityId } from "../../../server/contract/index.ts";
import type { DocumentGraph, GraphStore, Said } from "../../../server/graph/index.ts";
import { aCompany, aDocumentGraph, anInstitute, aRegion, aUniversity } from "../../support/builders.ts";
import type { OpenStore } from "../graph-store.ts";
import { contentOf } from "./shared-store.ts";

const zju = aUniversity("浙江大学", { aliases: ["浙大"], properties: { founded: 1897, fields: ["光学", "农学"] } });
const institute = {
  ...anInstitute("浙江大学绍兴研究院"),
  placedIn: ["330600"],
  reasons: ["known-name: 浙大绍兴研究院"],
};
const shaoxing = aRegion("绍兴市", "city", { aliases: ["绍兴"], code: "330600" });
const full = aCompany("浙江灵巧智能科技有限公司");
const short = aCompany("灵巧智能");

const written = aDocumentGraph({
  origin: "a.txt",
  region: "绍兴市",
  facts: [
    [institute, "CO_BUILT_WITH", zju, { date: "2021-05", confidence: 0.61, method: "rule-a" }],
    [institute, "LOCATED_IN", shaoxing, { status: "planned" }],
    [short, "PARTNERS_WITH", zju],
    [full, "PARTNERS_WITH", zju],
  ],
  figures: [
    { subject: shaoxing, indicator: "R&D经费占比", value: 3.1, unit: "%", year: 2021 },
    { subject: short, indicator: "员工", value: 12, year: null, kind: "target" },
  ],
});

/** With the places that files have: pages, rows and cells. */
const plain: DocumentGraph = {
  ...written,
  passages: written.passages.map((passage, index) =>
    index === 0 ? { ...passage, page: 3 } : { ...passage, kind: "row", row: index + 1, sheet: "名录" },
  ),
  mentions: written.mentions.map((mention, index) => ({ ...mention, ...(index > 1 ? { cell: `B${index}` } : {}) })),
  observations: written.observations.map((each, index) => ({ ...each, ...(index === 0 ? { cell: "C5" } : {}) })),
};

/** As resolution writes it: the two names of one company are one. */
function resolved(graph: DocumentGraph): DocumentGraph {
  const toFull = (id: EntityId): EntityId => (id === short.id ? full.id : id);
  const { entities, mentions, claims, observations } = graph;
  const said: Said = { entities, mentions, claims, observations, resolution: "灵巧智能" };
  return {
    ...graph,
    entities: entities
      .filter(({ id }) => id !== short.id)
      .map((entity) => (entity.id === full.id ? { ...entity, aliases: ["灵巧智能"] } : entity)),
    mentions: mentions.map((mention) => ({ ...mention, entityId: toFull(mention.entityId) })),
    claims: claims.map((claim) => ({ ...claim, from: toFull(claim.from), to: toFull(claim.to) })),
    observations: observations.map((each) => ({ ...each, subjectId: toFull(each.subjectId) })),
    said,
  };
}

export function specifyReadingBack(open: OpenStore): void {
  test("a document comes back as it was written", async () => {
    await using opened = await open();
    const { store } = opened;
    await store.writeMany([plain, aDocumentGraph({ origin: "b.txt", facts: [[institute, "CO_BUILT_WITH", zju]] })]);
    const [graph, ...others] = await store.documentGraphs([plain.document.id]);
    expect(others).toEqual([]);
    expect(inOrder(graph!)).toEqual(inOrder(plain));
  });

  test("a document whose names were brought together comes back as it was said, and goes back to it", async () => {
    await using opened = await open();
    const { store } = opened;
    await store.write(plain);
    const before = await contentOf(store);
    await store.write(resolved(plain));
    expect((await store.search({ q: "灵巧智能", limit: 5 })).results.map(({ entity }) => entity.id)).toEqual([full.id]);
    const [graph] = await store.documentGraphs([plain.document.id]);
    expect(inOrder(graph!)).toEqual(inOrder(plain));
    await store.write(graph!);
    expect(await contentOf(store)).toEqual(before);
  });

  test("what documents say of entities is told as they said it, with the resolution that they have", async () => {
    await using opened = await open();
    const { store } = opened;
    await store.writeMany([
      aDocumentGraph({ origin: "c.txt", facts: [[full, "PARTNERS_WITH", zju]] }),
      resolved(plain),
      aDocumentGraph({ origin: "b.txt", region: null, facts: [] }),
    ]);
    const told = (await allStatements(store)).map(({ origin, region, resolution, entities }) => ({
      origin,
      region,
      resolution,
      names: entities.map(({ name }) => name).sort(),
    }));
    expect(told).toEqual([
      {
        origin: "a.txt",
        region: "绍兴市",
        resolution: "灵巧智能",
        names: plain.entities.map(({ name }) => name).sort(),
      },
      { origin: "b.txt", region: null, resolution: null, names: [] },
      { origin: "c.txt", region: null, resolution: null, names: ["浙江大学", full.name].sort() },
    ]);
    const [first] = await allStatements(store);
    const { reasons: _, ...named } = institute;
    expect(first!.entities.find(({ id }) => id === institute.id)).toEqual(named);
  });

  test("documents that are not there are left out", async () => {
    await using opened = await open();
    expect(await opened.store.documentGraphs([plain.document.id])).toEqual([]);
    expect(await allStatements(opened.store)).toEqual([]);
  });

  test("a note is kept with the graph, over a restart, and is no news of the data", async () => {
    await using opened = await open();
    const { store } = opened;
    await store.write(plain);
    const version = await store.dataVersion();
    expect(await store.note("decisions")).toBeNull();
    await store.setNote("decisions", '[{"same":"“灵巧智能”"}]');
    await store.setNote("resolved", "1");
    await store.setNote("resolved", null);
    const again = await opened.reopen();
    expect(await again.note("decisions")).toBe('[{"same":"“灵巧智能”"}]');
    expect(await again.note("resolved")).toBeNull();
    expect(await again.dataVersion()).toBe(version);
    expect((await again.counts()).documents).toBe(1);
  });
}

export async function allStatements(store: GraphStore) {
  const all = [];
  for await (const some of store.statements()) all.push(...some);
  return all;
}

/** The lists of a graph have no order of their own. */
function inOrder(graph: DocumentGraph): unknown {
  const sorted = (list: readonly unknown[]) => list.map((each) => JSON.stringify(each, orderKeys)).sort();
  return {
    ...graph,
    entities: sorted(graph.entities),
    mentions: sorted(graph.mentions),
    claims: sorted(graph.claims),
    observations: sorted(graph.observations),
  };
}

function orderKeys(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
