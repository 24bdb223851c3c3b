/** What writing and forgetting do, and what they refuse. */
import { expect, test } from "vitest";

import type { EntityId, PassageId } from "../../../server/contract/index.ts";
import {
  EntityNotFoundError,
  InvalidGraphError,
  QueryCancelledError,
  RelationNotFoundError,
} from "../../../server/graph/index.ts";
import type { DocumentGraph } from "../../../server/graph/index.ts";
import {
  aCompany,
  aDocumentGraph,
  anEntity,
  anInstitute,
  aRegion,
  aUniversity,
  idOf,
  relationOf,
} from "../../support/builders.ts";
import type { FactSpec } from "../../support/builders.ts";
import type { OpenStore } from "../graph-store.ts";
import { contentOf } from "./shared-store.ts";

const zju = aUniversity("浙江大学", { aliases: ["浙大"] });
const institute = anInstitute("浙江大学绍兴研究院");
const shaoxing = aRegion("绍兴市", "city", { aliases: ["绍兴"], code: "330600" });
const coBuilt: FactSpec = [institute, "CO_BUILT_WITH", zju];

export function specifyWriting(open: OpenStore): void {
  test("keeps every claim of a relation and sums them up", async () => {
    await using opened = await open();
    const { store } = opened;
    await store.write(
      aDocumentGraph({
        origin: "a.txt",
        date: "2021-12",
        facts: [
          [institute, "CO_BUILT_WITH", zju, { confidence: 0.6, method: "rule-a" }],
          [institute, "CO_BUILT_WITH", zju, { confidence: 0.5, method: "rule-b", date: "2020" }],
        ],
      }),
    );
    await store.write(
      aDocumentGraph({
        origin: "b.txt",
        date: null,
        facts: [
          [
            institute,
            "CO_BUILT_WITH",
            zju,
            { status: "planned", confidence: 0.8, method: "table", date: "2023-05-01" },
          ],
        ],
      }),
    );
    const { relation, from, to, passages, others } = await store.relation(relationOf(coBuilt));
    expect(relation).toEqual({
      id: relationOf(coBuilt),
      type: "CO_BUILT_WITH",
      from: institute.id,
      to: zju.id,
      status: "existing",
      hasPlanned: true,
      evidenceCount: 3,
      firstDate: "2020",
      lastDate: "2023-05-01",
      confidence: 0.92,
      method: "table",
    });
    expect([from, to]).toEqual([
      { ...institute, degree: 1 },
      { ...zju, degree: 1 },
    ]);
    expect(
      passages.map(({ passage, status, confidence, method, date }) => [passage.id, status, confidence, method, date]),
    ).toEqual([
      ["document:a.txt/0", "existing", 0.6, "rule-a", null],
      ["document:a.txt/1", "existing", 0.5, "rule-b", "2020"],
      ["document:b.txt/0", "planned", 0.8, "table", "2023-05-01"],
    ]);
    expect(others).toEqual([]);
  });

  test("changes nothing when the same graph is written again", async () => {
    await using opened = await open();
    const { store } = opened;
    const graph = aDocumentGraph({
      facts: [coBuilt],
      figures: [{ subject: shaoxing, indicator: "R&D经费", value: 3.1 }],
    });
    await store.write(graph);
    const [content, version] = [await contentOf(store), await store.dataVersion()];
    await store.write(graph);
    expect(await store.dataVersion()).toBe(version);
    expect(await contentOf(store)).toEqual(content);
  });

  test("replaces what an origin said before", async () => {
    await using opened = await open();
    const { store } = opened;
    await store.write(aDocumentGraph({ facts: [coBuilt, [institute, "LOCATED_IN", shaoxing]] }));
    const version = await store.dataVersion();
    await store.write(aDocumentGraph({ sha256: "other", facts: [[institute, "LOCATED_IN", shaoxing]] }));
    expect(await store.dataVersion()).not.toBe(version);
    await expect(store.relation(relationOf(coBuilt))).rejects.toThrow(new RelationNotFoundError(relationOf(coBuilt)));
    await expect(store.entity(zju.id)).rejects.toThrow(new EntityNotFoundError(zju.id));
    expect((await store.entity(institute.id)).entity.degree).toBe(1);
    expect(await store.counts()).toEqual({ entities: 2, relations: 1, documents: 1, passages: 1, observations: 0 });
  });

  test("keeps what another document still says", async () => {
    await using opened = await open();
    const { store } = opened;
    await store.write(aDocumentGraph({ origin: "a.txt", facts: [coBuilt, [institute, "LOCATED_IN", shaoxing]] }));
    await store.write(
      aDocumentGraph({ origin: "b.txt", facts: [[institute, "CO_BUILT_WITH", zju, { status: "planned" }]] }),
    );
    expect(await store.forget("a.txt")).toBe(true);
    const { relation } = await store.relation(relationOf(coBuilt));
    expect(relation).toMatchObject({ status: "planned", hasPlanned: false, evidenceCount: 1 });
    await expect(store.entity(shaoxing.id)).rejects.toThrow(EntityNotFoundError);
  });

  test("joins what documents say of an entity: every name, and of the rest the newest word", async () => {
    await using opened = await open();
    const { store } = opened;
    await store.write(
      aDocumentGraph({ origin: "new", date: "2024", entities: [stated("新昌县", ["新昌"], { population: 41 })] }),
    );
    await store.write(
      aDocumentGraph({
        origin: "old",
        date: "2019",
        entities: [stated("浙江省新昌县", ["石城"], { population: 43, motto: "山水" })],
      }),
    );
    const id = idOf("Region", "新昌县");
    expect((await store.entity(id)).entity).toMatchObject({
      name: "新昌县",
      aliases: ["新昌", "浙江省新昌县", "石城"],
      properties: { motto: "山水", population: 41 },
    });
    await store.forget("new");
    expect((await store.entity(id)).entity).toMatchObject({
      name: "浙江省新昌县",
      aliases: ["石城"],
      properties: { motto: "山水", population: 43 },
    });
    expect((await store.search({ q: "新昌", limit: 5 })).results.map(({ match }) => match.text)).toEqual([
      "浙江省新昌县",
    ]);
  });

  test("forgets an origin, and says when there was none", async () => {
    await using opened = await open();
    const { store } = opened;
    await store.write(aDocumentGraph({ origin: "a.txt", facts: [coBuilt] }));
    expect(await store.forget("b.txt")).toBe(false);
    expect(await store.forget("a.txt")).toBe(true);
    expect(await store.forget("a.txt")).toBe(false);
    expect(await store.origins()).toEqual([]);
    expect(await store.counts()).toEqual({ entities: 0, relations: 0, documents: 0, passages: 0, observations: 0 });
    expect((await store.search({ q: "浙大", limit: 5 })).total).toBe(0);
  });

  test("is the same after it was closed and opened", async () => {
    await using opened = await open();
    await opened.store.write(
      aDocumentGraph({ facts: [coBuilt], figures: [{ subject: zju, indicator: "教师", value: 4557 }] }),
    );
    const [content, version] = [await contentOf(opened.store), await opened.store.dataVersion()];
    const again = await opened.reopen();
    expect(await again.dataVersion()).toBe(version);
    expect(await contentOf(again)).toEqual(content);
    expect((await again.search({ q: "浙大", limit: 5 })).total).toBe(1);
  });

  test("keeps names and texts that try to break out", async () => {
    await using opened = await open();
    const { store } = opened;
    const names = [
      "'; MATCH (n) DETACH DELETE n; //",
      '"}) DELETE n //',
      "`Entity` {name: 'x'}",
      "\\' \\\\ \\u0027",
      "$name {{}} ${x}",
      "名\n字\t空\u0000格",
      "𠀀𪚥 🧪",
      "<script>alert(1)</script>",
      " 前后空格 ",
    ];
    const companies = names.map((name) =>
      aCompany(name, { aliases: [`${name}别名`], properties: { "键 `'\"": name } }),
    );
    const graph = aDocumentGraph({
      origin: "../../etc/'passwd'\n",
      entities: companies,
      facts: companies.map((company): FactSpec => [
        company,
        "LOCATED_IN",
        shaoxing,
        { text: `${company.name}在绍兴。` },
      ]),
    });
    await store.write(graph);
    const document = await store.document(graph.document.id);
    expect(document.document).toEqual(graph.document);
    expect(document.passages).toEqual(graph.passages);
    for (const company of companies) {
      const { entity } = await store.entity(company.id);
      expect(entity).toEqual({ ...company, degree: 1 });
      expect(
        (await store.search({ q: company.name.slice(0, 200), limit: 50 })).results.map((r) => r.entity.id),
      ).toContain(company.id);
    }
  });

  test("writes nothing of a graph that it refuses", async () => {
    await using opened = await open();
    const { store } = opened;
    await store.write(aDocumentGraph({ origin: "a.txt", facts: [coBuilt] }));
    const [content, version] = [await contentOf(store), await store.dataVersion()];
    for (const [why, graph] of Object.entries(refusedGraphs())) {
      await expect(store.write(graph), why).rejects.toThrow(InvalidGraphError);
      await expect(
        store.writeMany([aDocumentGraph({ origin: "c.txt", facts: [coBuilt] }), graph]),
        why,
      ).rejects.toThrow(InvalidGraphError);
    }
    expect(await store.dataVersion()).toBe(version);
    expect(await contentOf(store)).toEqual(content);
  });

  test("says which claim has no passage", async () => {
    await using opened = await open();
    const graph = aDocumentGraph({ origin: "a.txt", facts: [coBuilt] });
    const [claim] = graph.claims;
    const broken = { ...graph, claims: [{ ...claim!, passageId: "nowhere" as PassageId }] };
    await expect(opened.store.write(broken)).rejects.toThrow(
      new InvalidGraphError(
        'Claim 0 (ResearchInstitute:浙江大学绍兴研究院 CO_BUILT_WITH University:浙江大学) of "a.txt" cannot be written: ' +
          'the passage "nowhere" that supports it is not among its passages.',
      ),
    );
  });

  test("lines up writers that come at once", async () => {
    await using opened = await open();
    const { store } = opened;
    const partners = Array.from({ length: 20 }, (_, index) => aCompany(`企业${index}`));
    await Promise.all(
      partners.map((company, index) =>
        store.write(aDocumentGraph({ origin: `${index}.txt`, facts: [[company, "PARTNERS_WITH", zju], coBuilt] })),
      ),
    );
    expect(await store.counts()).toEqual({ entities: 22, relations: 21, documents: 20, passages: 40, observations: 0 });
    expect((await store.entity(zju.id)).entity.degree).toBe(21);
    expect((await store.relation(relationOf(coBuilt))).relation.evidenceCount).toBe(20);
  });

  test("is whole or not at all when it is cancelled under way, and the next write works", async () => {
    await using opened = await open();
    const { store } = opened;
    const many = Array.from({ length: 400 }, (_, index): FactSpec => [aCompany(`企业${index}`), "PARTNERS_WITH", zju]);
    for (let turns = 1; turns <= 4_096; turns *= 4) {
      const controller = new AbortController();
      const writing = store.write(aDocumentGraph({ origin: `${turns}.txt`, facts: many }), controller.signal);
      const outcome = writing.then(
        () => "written",
        (error: unknown) => error,
      );
      for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate);
      controller.abort();
      if ((await outcome) !== "written") expect(await outcome).toBeInstanceOf(QueryCancelledError);
      await store.write(aDocumentGraph({ origin: "next.txt", sha256: `${turns}`, facts: [coBuilt] }));
      const expected = (await outcome) === "written" ? 400 : 0;
      const known = (await store.origins()).some(({ origin }) => origin === `${turns}.txt`);
      expect(known).toBe(expected > 0);
    }
  });

  test("writes nothing once it is cancelled", async () => {
    await using opened = await open();
    const { store } = opened;
    await expect(store.write(aDocumentGraph({ facts: [coBuilt] }), AbortSignal.abort())).rejects.toThrow(
      QueryCancelledError,
    );
    expect((await store.counts()).documents).toBe(0);
    await expect(store.counts(AbortSignal.abort())).rejects.toThrow(QueryCancelledError);
  });
}

const stated = (name: string, aliases: string[], properties: Record<string, string | number>) => ({
  ...aRegion("新昌县", "county"),
  name,
  aliases,
  properties,
});

/** Graphs that break one rule each; all would go on top of a document `a.txt` with `coBuilt`. */
function refusedGraphs(): Record<string, DocumentGraph> {
  const graph = aDocumentGraph({
    origin: "b.txt",
    facts: [coBuilt],
    figures: [{ subject: zju, indicator: "教师", value: 1 }],
  });
  const [claim, passage, mention, observation] = [
    graph.claims[0]!,
    graph.passages[0]!,
    graph.mentions[0]!,
    graph.observations[0]!,
  ];
  const [entity] = graph.entities;
  const other = aDocumentGraph({ origin: "a.txt" });
  const unknown = "University:无" as EntityId;
  return {
    "a claim from an entity that is not stated": { ...graph, claims: [{ ...claim, from: unknown }] },
    "a claim to an entity that is not stated": { ...graph, claims: [{ ...claim, to: unknown }] },
    "a claim the schema does not have": { ...graph, claims: [{ ...claim, type: "ISSUED" }] },
    "a claim of no type": { ...graph, claims: [{ ...claim, type: "KNOWS" as never }] },
    "a claim of no status": { ...graph, claims: [{ ...claim, status: "maybe" as never }] },
    "a claim from an entity to itself": { ...graph, claims: [{ ...claim, type: "PARTNERS_WITH", from: claim.to }] },
    "a claim more than sure": { ...graph, claims: [{ ...claim, confidence: 1.1 }] },
    "a claim of unknown confidence": { ...graph, claims: [{ ...claim, confidence: Number.NaN }] },
    "a claim on no date": { ...graph, claims: [{ ...claim, date: "去年" }] },
    "a claim of no method": { ...graph, claims: [{ ...claim, method: "" }] },
    "a mention of nobody": { ...graph, mentions: [{ ...mention, entityId: unknown }] },
    "a mention nowhere": { ...graph, mentions: [{ ...mention, passageId: "x" as PassageId }] },
    "a mention outside of its passage": { ...graph, mentions: [{ ...mention, end: 1_000 }] },
    "a figure without a passage": { ...graph, observations: [{ ...observation, passageId: "x" as PassageId }] },
    "a figure about nobody": { ...graph, observations: [{ ...observation, subjectId: unknown }] },
    "a figure that is no number": { ...graph, observations: [{ ...observation, value: Number.POSITIVE_INFINITY }] },
    "two passages of one id": { ...graph, passages: [...graph.passages, passage] },
    "two entities of one id": { ...graph, entities: [...graph.entities, entity!] },
    "an entity of no type": {
      ...graph,
      entities: [...graph.entities, { ...anEntity({ name: "x" }), type: "Alien" as never }],
    },
    "an entity without a name": { ...graph, entities: [...graph.entities, aCompany("")] },
    "a level on what is no region": { ...graph, entities: [...graph.entities, aCompany("x", { level: "city" })] },
    "a property that the graph has itself": {
      ...graph,
      entities: [...graph.entities, aCompany("x", { properties: { degree: 7 } })],
    },
    "a property of mixed values": {
      ...graph,
      entities: [...graph.entities, aCompany("x", { properties: { a: [1, "b"] as never } })],
    },
    "a property that is a map": {
      ...graph,
      entities: [...graph.entities, aCompany("x", { properties: { a: { b: 1 } as never } })],
    },
    "a document without an origin": { ...graph, document: { ...graph.document, origin: "" } },
    "a document on no date": { ...graph, document: { ...graph.document, date: "2024年" } },
    "the document id of another origin": {
      ...aDocumentGraph({ origin: "b.txt" }),
      document: { ...graph.document, id: other.document.id },
    },
    "a passage id of another origin": {
      ...aDocumentGraph({ origin: "b.txt" }),
      passages: [{ ...passage, id: `${other.document.id}/0` as PassageId }],
    },
    "another type for an entity of the graph": {
      ...aDocumentGraph({ origin: "b.txt" }),
      entities: [{ ...aCompany("浙江大学"), id: zju.id }],
    },
  };
}
