/** What researchers see: the labels, properties and examples of docs/graph-model.md. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

import { aDocumentGraph, anEntity, anInstitute, aRegion, aUniversity, relationOf } from "../../support/builders.ts";
import type { FactSpec } from "../../support/builders.ts";
import type { OpenStore } from "../graph-store.ts";
import { sharedStore } from "./shared-store.ts";

const zju = {
  ...aUniversity("浙江大学", { aliases: ["浙大"], properties: { founded: 1897 } }),
  reasons: ["known-name: 浙大"],
};
const institute = anInstitute("浙江大学绍兴研究院");
const shaoxing = aRegion("绍兴市", "city", { aliases: ["绍兴"], code: "330600" });
const yuecheng = aRegion("越城区");
const chips = anEntity({ type: "Industry", name: "集成电路" });

const talents = anEntity({ type: "Programme", name: "凤栖计划" });

const PARTNERS: FactSpec = [zju, "PARTNERS_WITH", shaoxing];

const graphs = () => [
  aDocumentGraph({
    origin: "2021.txt",
    title: "2021年工作",
    date: "2021-12",
    publisher: "绍兴市科技局",
    facts: [
      [zju, "PARTNERS_WITH", shaoxing, { date: "2019", confidence: 0.5, method: "rule-a" }],
      [institute, "CO_BUILT_WITH", zju],
      [institute, "LOCATED_IN", yuecheng],
      [yuecheng, "PART_OF", shaoxing],
      [shaoxing, "FOCUSES_ON", chips],
    ],
    figures: [{ subject: shaoxing, indicator: "R&D经费占比", value: 3.05, unit: "%", year: 2021 }],
  }),
  aDocumentGraph({
    origin: "2024.txt",
    title: "2024年计划",
    date: "2024",
    facts: [
      [zju, "PARTNERS_WITH", shaoxing, { status: "planned", confidence: 0.8, method: "rule-b" }],
      [shaoxing, "IMPLEMENTS", talents, { status: "planned" }],
    ],
    figures: [{ subject: shaoxing, indicator: "R&D经费占比", value: 3.5, unit: "%", year: 2025, kind: "target" }],
  }),
];

export function specifyModel(open: OpenStore): void {
  const shared = sharedStore(open, graphs);
  const rows = async (cypher: string) =>
    (await shared.store.query({ cypher, parameters: {}, maxRows: 1_000, timeoutMs: 20_000 })).rows;

  test("entities carry their labels, names, search keys and properties", async () => {
    const [[labels, properties]] = (await rows(
      "MATCH (n:Entity {id: 'University:浙江大学'}) RETURN labels(n), properties(n)",
    )) as unknown as [[string[], unknown]];
    expect(labels.toSorted()).toEqual(["Entity", "University"]);
    expect(properties).toEqual({
      id: zju.id,
      key: relationOf(PARTNERS).split(".")[1],
      name: "浙江大学",
      aliases: ["浙大"],
      pinyin: ["zhe jiang da xue", "zhe da"],
      initials: ["zjdx", "zd"],
      degree: 2,
      founded: 1897,
    });
    expect(await rows("MATCH (n:City) RETURN n.name, n.level, n.code, n:Region, n:Entity")).toEqual([
      ["绍兴市", "city", "330600", true, true],
    ]);
  });

  test("relations carry every claim and what follows from them", async () => {
    expect(await rows("MATCH (:University)-[r:PARTNERS_WITH]->(:City) RETURN properties(r)")).toEqual([
      [
        {
          id: relationOf(PARTNERS),
          status: "existing",
          hasPlanned: true,
          evidenceCount: 2,
          documentCount: 2,
          firstDate: "2019",
          lastDate: "2019",
          confidence: 0.9,
          method: "rule-b",
          passages: ["document:2021.txt/0", "document:2024.txt/0"],
          documents: ["document:2021.txt", "document:2024.txt"],
          statuses: ["existing", "planned"],
          dates: ["2019", ""],
          confidences: [0.5, 0.8],
          methods: ["rule-a", "rule-b"],
        },
      ],
    ]);
  });

  test("documents, passages, mentions, statements and observations stand as described", async () => {
    expect(
      await rows(
        `MATCH (e:University)-[m:MENTIONED_IN]->(p:Passage {id: 'document:2021.txt/0'})-[:FROM]->(d:Document)
         RETURN m.surface, m.begin, m.\`end\`, p.kind, p.index, p.text, d.title, d.publisher, d.url`,
      ),
    ).toEqual([["浙江大学", 0, 4, "sentence", 0, "浙江大学合作绍兴市。", "2021年工作", "绍兴市科技局", null]]);
    expect(
      await rows("MATCH (:City)-[s:STATED_IN]->(d:Document) RETURN d.origin, properties(s) ORDER BY d.origin"),
    ).toEqual(
      ["2021.txt", "2024.txt"].map((origin) => [
        origin,
        { type: "Region", name: "绍兴市", aliases: ["绍兴"], level: "city", code: "330600" },
      ]),
    );
    expect(
      await rows(
        `MATCH (e)<-[:ABOUT]-(o:Observation)-[:SUPPORTED_BY]->(p:Passage)
         RETURN e.name, o.indicator, o.value, o.unit, o.year, o.kind, p.text ORDER BY o.year`,
      ),
    ).toEqual([
      ["绍兴市", "R&D经费占比", 3.05, "%", 2021, "level", "绍兴市R&D经费占比3.05%。"],
      ["绍兴市", "R&D经费占比", 3.5, "%", 2025, "target", "绍兴市R&D经费占比3.5%。"],
    ]);
  });

  describe("the examples of docs/graph-model.md run, and find something", () => {
    const page = readFileSync(join(import.meta.dirname, "../../../docs/graph-model.md"), "utf8");
    const examples = [...page.matchAll(/```cypher\n([^]*?)```/g)].map(([, cypher]) => cypher!);

    test("there are examples", () => expect(examples.length).toBeGreaterThan(5));
    for (const cypher of examples) {
      test(cypher.split("\n")[0]!, async () => expect((await rows(cypher)).length).toBeGreaterThan(0));
    }
  });

  test("a region that rises takes the label of its new level and loses the old one", async () => {
    await using opened = await open();
    const { store } = opened;
    await store.write(aDocumentGraph({ origin: "a", date: "2010", entities: [aRegion("柯桥", "town")] }));
    await store.write(aDocumentGraph({ origin: "b", date: "2020", entities: [aRegion("柯桥", "county")] }));
    const answer = await store.query({
      cypher: "MATCH (n:Region) RETURN n:Town, n:County, n.level",
      parameters: {},
      maxRows: 5,
      timeoutMs: 20_000,
    });
    expect(answer.rows).toEqual([[false, true, "county"]]);
  });
}
