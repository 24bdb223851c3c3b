import { describe, expect, test } from "vitest";

import type { ExtractedDocument, ExtractedEntity, RelationClaim } from "../../../../ingest/extract/index.ts";
import { entityId, resolveDocument } from "../../../../ingest/resolve/index.ts";

const SOURCE = { origin: "a.txt", sha256: "0".repeat(64), mediaType: "text/plain" };
const SENTENCES = ["浙大与绍兴市共建研究院。", "浙江大学绍兴研究院位于绍兴市。"];

/** Two sentences of a text whose first three characters are no passage. */
function extracted(part: Partial<ExtractedDocument["extraction"]>): ExtractedDocument {
  const begins = [3, 3 + SENTENCES[0]!.length + 1];
  return {
    title: "题目",
    opening: "开头",
    publisher: "科技局",
    date: "2022",
    url: null,
    region: "绍兴市",
    passages: SENTENCES.map((text, i) => ({
      sentence: i + 4,
      kind: "sentence",
      text,
      cleanBegin: begins[i]!,
      cleanEnd: begins[i]! + text.length,
      begin: begins[i]! * 2,
      end: (begins[i]! + text.length) * 2,
    })),
    extraction: { entities: [], mentions: [], relations: [], observations: [], ...part },
    rejections: [],
  };
}

const UNIVERSITY: ExtractedEntity = { type: "University", name: "浙江大学", aliases: ["浙大"] };
const REGION: ExtractedEntity = { type: "Region", name: "绍兴市", aliases: [], level: "city", code: "330600" };
const INSTITUTE: ExtractedEntity = { type: "ResearchInstitute", name: "浙江大学绍兴研究院", aliases: [] };
const claim = (part: Partial<RelationClaim>): RelationClaim => ({
  type: "CO_BUILT_WITH",
  from: 2,
  to: 0,
  status: "existing",
  sentence: 4,
  date: null,
  rule: "co-built",
  confidence: 0.8,
  ...part,
});
const resolve = (part: Partial<ExtractedDocument["extraction"]>) =>
  resolveDocument(SOURCE, extracted({ entities: [UNIVERSITY, REGION, INSTITUTE], ...part }), "rules 1");

describe("resolving", () => {
  test("a document without a title is shown by how it begins", () => {
    const { graph } = resolveDocument(SOURCE, { ...extracted({}), title: null }, "rules 1");
    expect(graph.document.title).toBe("开头");
  });

  test("gives the document and its passages ids, in their order", () => {
    const { graph } = resolve({});
    expect(graph.document).toMatchObject({
      ...SOURCE,
      title: "题目",
      publisher: "科技局",
      date: "2022",
      region: "绍兴市",
      extractor: "rules 1",
    });
    expect(
      graph.passages.map(({ documentId, index, begin, text }) => [
        documentId === graph.document.id,
        index,
        begin,
        text,
      ]),
    ).toEqual([
      [true, 0, 6, SENTENCES[0]],
      [true, 1, 32, SENTENCES[1]],
    ]);
    expect(graph.entities).toEqual([]);
  });

  test("mentions count in their passage; those in none are dropped", () => {
    const { graph } = resolve({
      mentions: [
        { entity: 1, begin: 6, end: 9, rule: "r" },
        { entity: 0, begin: 3, end: 5, rule: "r" },
        { entity: 0, begin: 3, end: 5, rule: "another" },
        { entity: 0, begin: 0, end: 2, rule: "r" },
        { entity: 2, begin: 13, end: 18, rule: "across" },
      ],
    });
    expect(
      graph.mentions.map(({ entityId: id, passageId, surface, begin, end }) => [
        id,
        passageId === graph.passages[0]!.id,
        surface,
        begin,
        end,
      ]),
    ).toEqual([
      [entityId("University", ["浙江大学"]), true, "浙大", 0, 2],
      [entityId("Region", ["绍兴市", "330600"]), true, "绍兴市", 3, 6],
    ]);
    expect(graph.entities.map(({ name }) => name)).toEqual(["浙江大学", "绍兴市"]);
  });

  test("a statement has the date of its sentence, else of the document, and the surest of one passage stands", () => {
    const { graph } = resolve({
      relations: [
        claim({ status: "planned", confidence: 0.9 }),
        claim({ confidence: 0.7, date: "2021-05" }),
        claim({ confidence: 0.6 }),
        claim({ sentence: 5, status: "planned" }),
      ],
    });
    expect(
      graph.claims.map(({ status, confidence, date, passageId, method }) => [
        status,
        confidence,
        date,
        passageId === graph.passages[1]!.id,
        method,
      ]),
    ).toEqual([
      ["existing", 0.7, "2021-05", false, "co-built"],
      ["planned", 0.8, "2022", true, "co-built"],
    ]);
  });

  test("what no passage supports, or joins a thing to itself, is left out; what the schema forbids is reported", () => {
    const { graph, rejections } = resolve({
      relations: [claim({ sentence: 1 }), claim({ to: 2 }), claim({ type: "ISSUED" })],
      observations: [
        {
          subject: 1,
          indicator: "研究院",
          value: 30,
          unit: "家",
          year: 2021,
          kind: "level",
          sentence: 0,
          begin: 0,
          end: 1,
          rule: "r",
        },
      ],
    });
    expect([graph.claims, graph.observations, graph.entities]).toEqual([[], [], []]);
    expect(rejections).toEqual([
      {
        origin: "a.txt",
        place: "characters 6-30",
        code: "invalid_relation",
        message:
          'The schema has no ISSUED from ResearchInstitute (浙江大学绍兴研究院) to University (浙江大学); the rule "co-built" said so.',
      },
    ]);
  });

  test("a figure said twice in one passage is one observation", () => {
    const figure = {
      subject: 1,
      indicator: "研究院",
      value: 30,
      unit: "家",
      year: 2021,
      kind: "level",
      sentence: 4,
      begin: 3,
      end: 5,
      rule: "r",
    } as const;
    const { graph } = resolve({ observations: [figure, { ...figure, rule: "another" }, { ...figure, value: 31 }] });
    expect(graph.observations.map(({ value, year, subjectId }) => [value, year, subjectId])).toEqual([
      [30, 2021, entityId("Region", ["绍兴市", "330600"])],
      [31, 2021, entityId("Region", ["绍兴市", "330600"])],
    ]);
  });

  test("names that differ only in width and case are one entity, with all names and properties", () => {
    const { graph } = resolveDocument(
      SOURCE,
      extracted({
        entities: [
          { type: "Company", name: "ABB公司", aliases: ["ABB"], properties: { city: "杭州" } },
          { type: "Company", name: "ａｂｂ公司", aliases: [], properties: { city: "杭州市", staff: 3 } },
        ],
        mentions: [
          { entity: 0, begin: 3, end: 5, rule: "r" },
          { entity: 1, begin: 6, end: 9, rule: "r" },
        ],
      }),
      "rules 1",
    );
    expect(graph.entities).toEqual([
      {
        id: entityId("Company", ["ABB公司"]),
        type: "Company",
        name: "ABB公司",
        aliases: ["ABB", "ａｂｂ公司"],
        properties: { city: "杭州", staff: 3 },
      },
    ]);
  });

  test("says where the document puts a body: in the narrowest region, through the zone that it is in", () => {
    const entities: ExtractedEntity[] = [
      REGION,
      { type: "Region", name: "柯桥区", aliases: [], level: "county", code: "330603" },
      { type: "HighTechZone", name: "柯桥经开区", aliases: [] },
      { type: "Laboratory", name: "鉴湖实验室", aliases: [] },
    ];
    const located = (from: number, to: number) => claim({ type: "LOCATED_IN", from, to });
    const { graph } = resolve({ entities, relations: [located(2, 1), located(2, 0), located(3, 2)] });
    expect(graph.entities.map(({ name, placedIn }) => [name, placedIn])).toEqual([
      ["绍兴市", undefined],
      ["柯桥区", undefined],
      ["柯桥经开区", ["330603"]],
      ["鉴湖实验室", ["330603"]],
    ]);
  });

  test("keeps which rule read each other name", () => {
    const { graph } = resolve({ mentions: [{ entity: 0, begin: 3, end: 5, rule: "known-name" }] });
    expect(graph.entities).toMatchObject([{ name: "浙江大学", aliases: ["浙大"], reasons: ["known-name: 浙大"] }]);
  });

  test("the same gives the same", () => {
    const part = { mentions: [{ entity: 0, begin: 3, end: 5, rule: "r" }], relations: [claim({})] };
    expect(resolve(part)).toEqual(resolve(part));
  });
});
