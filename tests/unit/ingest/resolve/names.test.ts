/** Which names of several documents are one entity, which may be, and that nothing but the documents and the decisions tells. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { NameCorpus } from "../../../../ingest/resolve/corpus/name-corpus.ts";
import { resolveNames } from "../../../../ingest/resolve/corpus/resolve-names.ts";
import type { NameOutcome } from "../../../../ingest/resolve/corpus/resolve-names.ts";
import { checkDecisions } from "../../../../ingest/resolve/decisions/check-decisions.ts";
import { DecisionBook } from "../../../../ingest/resolve/decisions/decision-book.ts";
import { parseDecisions } from "../../../../ingest/resolve/decisions/decisions.ts";
import { entityId } from "../../../../ingest/resolve/index.ts";
import type { DocumentId, EntityType } from "../../../../server/contract/index.ts";
import type { DocumentStatements, StatedEntity } from "../../../../server/graph/index.ts";

type Stated = readonly [type: EntityType, name: string, more?: Partial<StatedEntity>];

function stated([type, name, more = {}]: Stated): StatedEntity {
  const keys = more.code === undefined ? [name] : [name, more.code];
  return { id: entityId(type, keys), type, name, aliases: [], properties: {}, ...more };
}

/** A document that reports on a region and states these. */
function document(origin: string, region: string | null, ...names: readonly Stated[]): DocumentStatements {
  return { id: `document-${origin}` as DocumentId, origin, region, entities: names.map(stated), resolution: null };
}

function resolve(documents: readonly DocumentStatements[], decisions: readonly object[] = []): NameOutcome {
  const parsed = parseDecisions(JSON.stringify(decisions), "decisions.json");
  checkDecisions(parsed, "decisions.json");
  const book = new DecisionBook(parsed);
  const corpus = new NameCorpus(book);
  for (const each of documents) corpus.add(each);
  return resolveNames(corpus, book);
}

const merged = (outcome: NameOutcome) => outcome.merges.map(({ name, into, rule }) => `${name} → ${into}: ${rule}`);
const doubted = (outcome: NameOutcome) =>
  outcome.doubts.map(({ kind, entities }) => `${kind}: ${entities.map(({ name }) => name).join(" | ")}`);

describe("one entity has one name, whichever document writes which form", () => {
  test.each<[string, Stated, Stated, string]>([
    [
      "owner in short and in full",
      ["ResearchInstitute", "上海交大人工智能研究院"],
      ["ResearchInstitute", "上海交通大学人工智能研究院"],
      "same-writing",
    ],
    [
      "place with and without its suffix",
      ["InnovationPlatform", "绍兴科创走廊"],
      ["InnovationPlatform", "绍兴市科创走廊"],
      "same-writing",
    ],
    [
      "a zone under two forms of its kind",
      ["HighTechZone", "绍兴国家高新区"],
      ["HighTechZone", "绍兴高新技术产业开发区"],
      "same-writing",
    ],
    [
      "a company with two legal forms",
      ["Company", "三花智能控制股份有限公司"],
      ["Company", "三花智能控制有限公司"],
      "same-writing",
    ],
    ["marks and width", ["Programme", "“双倍增”计划"], ["Programme", "双倍增计划"], "same-writing"],
  ])("%s", (_, a, b, rule) => {
    const outcome = resolve([document("a.txt", "绍兴市", a), document("b.txt", "绍兴市", b)]);
    expect(outcome.merges.map((merge) => merge.rule)).toEqual([rule]);
    expect(new Set([...outcome.merges[0]!.name, ...outcome.merges[0]!.into])).toEqual(new Set([...a[1], ...b[1]]));
    expect(outcome.doubts).toEqual([]);
  });

  test("a name that another document gives as a second one", () => {
    const outcome = resolve([
      document("a.txt", "长沙市", ["InnovationPlatform", "岳麓山大学科技城"]),
      document("b.txt", "株洲市", [
        "InnovationPlatform",
        "长沙岳麓山大学科技城",
        { aliases: ["岳麓山大学科技城"], placedIn: ["430100"] },
      ]),
    ]);
    expect(merged(outcome)).toEqual(["岳麓山大学科技城 → 长沙岳麓山大学科技城: stated-alias"]);
  });

  test("a company by its short name, in the city of the one that begins so", () => {
    const full: Stated = ["Company", "浙江灵巧智能科技有限公司"];
    const outcome = resolve([document("a.txt", "新昌县", full), document("b.txt", "新昌县", ["Company", "灵巧智能"])]);
    expect(merged(outcome)).toEqual(["灵巧智能 → 浙江灵巧智能科技有限公司: company-short-name"]);
  });

  test("the same without the place that leads it, where both are", () => {
    const outcome = resolve([
      document("a.txt", "新昌县", ["InnovationPlatform", "新昌县高创园", { placedIn: ["330624"] }]),
      document("b.txt", null, ["InnovationPlatform", "高创园", { placedIn: ["330624"] }]),
    ]);
    expect(merged(outcome)).toEqual(["高创园 → 新昌县高创园: place-left-out"]);
  });

  test("an institute without its province, where its own name says where it is", () => {
    const outcome = resolve([
      document("a.txt", "嘉兴市", ["ResearchInstitute", "浙江清华长三角研究院"]),
      document("b.txt", null, ["ResearchInstitute", "清华大学长三角研究院"]),
    ]);
    expect(merged(outcome)).toEqual(["清华大学长三角研究院 → 浙江清华长三角研究院: place-left-out"]);
  });

  test("a programme by what stands in quotation marks, within a city", () => {
    const outcome = resolve([
      document("a.txt", "绍兴市", ["Programme", "“双倍增”行动"]),
      document("b.txt", "绍兴市", ["Programme", "科技企业“双倍增”计划"]),
      document("c.txt", "成都市", ["Programme", "产业“双倍增”工程"]),
    ]);
    expect(merged(outcome)).toEqual(["“双倍增”行动 → 科技企业“双倍增”计划: quoted-name"]);
  });
});

describe("what is another thing stays one", () => {
  test.each<[string, Stated, Stated]>([
    ["another university", ["University", "浙江大学"], ["University", "浙江工业大学"]],
    [
      "a branch and what it is of",
      ["InnovationPlatform", "长三角国家技术创新中心"],
      ["InnovationPlatform", "长三角国家技术创新中心(绍兴)分中心", { aliases: ["长三角国家技术创新中心"] }],
    ],
    ["a zone of a district and one of its city", ["HighTechZone", "绍兴高新区"], ["HighTechZone", "上虞高新区"]],
    [
      "the same kind of body of another owner",
      ["ResearchInstitute", "浙江大学绍兴研究院"],
      ["ResearchInstitute", "浙江工业大学绍兴研究院"],
    ],
    ["another company with the same beginning", ["Company", "万丰"], ["Company", "浙江万丰奥威汽轮股份有限公司"]],
    [
      "a district of the same name elsewhere",
      ["Region", "鼓楼区", { code: "320106" }],
      ["Region", "鼓楼区", { code: "350102" }],
    ],
  ])("%s", (_, a, b) => {
    const outcome = resolve([document("a.txt", "绍兴市", a), document("b.txt", "绍兴市", b)]);
    expect(outcome.merges).toEqual([]);
    expect([...outcome.targets]).toEqual([]);
  });

  test("what one document names apart, however alike", () => {
    const outcome = resolve([
      document(
        "a.txt",
        "长沙市",
        ["InnovationPlatform", "岳麓山大学科技城"],
        ["InnovationPlatform", "长沙岳麓山大学科技城"],
      ),
      document("b.txt", "长沙市", ["InnovationPlatform", "长沙岳麓山大学科技城", { aliases: ["岳麓山大学科技城"] }]),
    ]);
    expect(outcome.merges).toEqual([]);
  });

  test("a body of an everyday name in each of two cities", () => {
    const name = "国家可持续发展议程创新示范区";
    const outcome = resolve([
      document("a.txt", "盐城市", ["InnovationPlatform", name, { placedIn: ["320900"] }]),
      document("b.txt", "绍兴市", ["InnovationPlatform", name, { placedIn: ["330600"] }]),
      document("c.txt", "绍兴市", ["InnovationPlatform", name]),
    ]);
    const ids = [...outcome.targets].map(([key, { id }]) => [key.split(" ")[1], id]);
    expect(new Map(ids as [string, string][])).toEqual(
      new Map([
        ["320900", entityId("InnovationPlatform", [name, "320900"])],
        ["330600", entityId("InnovationPlatform", [name, "330600"])],
      ]),
    );
    expect(outcome.doubts).toEqual([]);
  });

  test("persons of one name in documents of two cities, and that is told", () => {
    const outcome = resolve([
      document("a.txt", "绍兴市", ["Person", "王伟"]),
      document("b.txt", "成都市", ["Person", "王伟"]),
      document("c.txt", "绍兴市", ["Person", "王伟"]),
    ]);
    expect(new Set([...outcome.targets.values()].map(({ id }) => id)).size).toBe(2);
    expect(doubted(outcome)).toEqual(["two-places: 王伟 | 王伟"]);
  });
});

describe("what is not sure is told and left", () => {
  test("a second name of a body elsewhere", () => {
    const outcome = resolve([
      document("a.txt", "常州市", ["Laboratory", "太湖实验室"]),
      document("b.txt", "长兴县", ["Laboratory", "长兴太湖实验室", { aliases: ["太湖实验室"] }]),
    ]);
    expect(merged(outcome)).toEqual([]);
    expect(outcome.doubts).toEqual([
      {
        kind: "stated-elsewhere",
        entities: [
          {
            id: entityId("Laboratory", ["太湖实验室"]),
            type: "Laboratory",
            name: "太湖实验室",
            places: ["常州市"],
            documents: 1,
          },
          {
            id: entityId("Laboratory", ["长兴太湖实验室"]),
            type: "Laboratory",
            name: "长兴太湖实验室",
            places: ["长兴县"],
            documents: 1,
          },
        ],
      },
    ]);
  });

  test("a short name of one or the other", () => {
    const outcome = resolve([
      document("a.txt", "绍兴市", ["Laboratory", "鉴湖实验室"]),
      document("b.txt", "绍兴市", ["Laboratory", "鉴湖现代纺织实验室"], ["Laboratory", "鉴湖碳中和实验室"]),
    ]);
    expect(merged(outcome)).toEqual([]);
    expect(outcome.doubts.map(({ kind, entities }) => [kind, new Set(entities.map(({ name }) => name))])).toEqual([
      ["part-of-name", new Set(["鉴湖实验室", "鉴湖现代纺织实验室", "鉴湖碳中和实验室"])],
    ]);
  });

  test("one name under two types", () => {
    const outcome = resolve([
      document("a.txt", "新昌县", ["InnovationPlatform", "浙江大学-新昌联合创新中心", { aliases: ["天姥实验室"] }]),
      document("b.txt", "新昌县", ["Laboratory", "天姥实验室"]),
    ]);
    expect(doubted(outcome)).toEqual(["two-types: 浙江大学-新昌联合创新中心 | 天姥实验室"]);
  });

  test("a district of which there are several, where nothing says which", () => {
    const outcome = resolve([document("a.txt", null, ["Region", "鼓楼区", { level: "county" }])]);
    expect(outcome.doubts).toMatchObject([
      { kind: "which-region", entities: [{ name: "鼓楼区", places: ["南京市", "徐州市", "福州市", "开封市"] }] },
    ]);
  });

  test("a body of its own name that documents put in two cities", () => {
    const outcome = resolve([
      document("a.txt", "杭州市", ["Laboratory", "天枢蓬莱实验室", { placedIn: ["330100"] }]),
      document("b.txt", "成都市", ["Laboratory", "天枢蓬莱实验室", { placedIn: ["510100"] }]),
    ]);
    expect(outcome.targets.size).toBe(0);
    expect(outcome.doubts).toMatchObject([
      { kind: "two-places", entities: [{ name: "天枢蓬莱实验室", places: ["杭州市", "成都市"], documents: 2 }] },
    ]);
  });
});

describe("decisions", () => {
  const labs = [
    document("a.txt", "绍兴市", ["Laboratory", "鉴湖实验室"]),
    document("b.txt", "绍兴市", ["Laboratory", "鉴湖现代纺织实验室"], ["Laboratory", "鉴湖碳中和实验室"]),
  ];

  test("`same` brings names together under the first, and settles the doubt", () => {
    const outcome = resolve(labs, [
      { decide: "same", type: "Laboratory", names: ["鉴湖现代纺织实验室", "鉴湖实验室"], because: "市科技局答复" },
    ]);
    expect(merged(outcome)).toEqual(["鉴湖实验室 → 鉴湖现代纺织实验室: decision"]);
    expect(outcome.merges[0]!.decision).toBe(1);
    expect(outcome.doubts).toEqual([]);
  });

  test("`different` settles a doubt too, and takes back what a rule brought together", () => {
    const apart = {
      decide: "different",
      type: "Laboratory",
      names: ["鉴湖实验室", "鉴湖现代纺织实验室", "鉴湖碳中和实验室"],
    };
    expect(resolve(labs, [apart]).doubts).toEqual([]);
    const zones = [
      document("a.txt", "绍兴市", ["HighTechZone", "绍兴国家高新区"]),
      document("b.txt", "绍兴市", ["HighTechZone", "绍兴高新区"]),
    ];
    expect(resolve(zones).merges).toHaveLength(1);
    const names = ["绍兴国家高新区", "绍兴高新区"];
    expect(resolve(zones, [{ decide: "different", type: "HighTechZone", names }]).merges).toEqual([]);
  });

  test("`rename` gives another name, which documents may use already", () => {
    const outcome = resolve(
      [
        document("a.txt", null, ["ResearchInstitute", "绍兴纺织研究所"]),
        document("b.txt", null, ["ResearchInstitute", "绍兴现代纺织研究院"]),
      ],
      [{ decide: "rename", type: "ResearchInstitute", name: "绍兴纺织研究所", to: "绍兴现代纺织研究院" }],
    );
    expect(merged(outcome)).toEqual(["绍兴纺织研究所 → 绍兴现代纺织研究院: decision"]);
    expect(outcome.merges[0]!.id).toBe(entityId("ResearchInstitute", ["绍兴现代纺织研究院"]));
  });

  test("a region is told by its wider one", () => {
    const documents = [
      document("a.txt", null, ["Region", "鼓楼区", { level: "county" }]),
      document("b.txt", null, ["Region", "鼓楼区", { level: "county", code: "350102" }]),
    ];
    const outcome = resolve(documents, [
      { decide: "same", type: "Region", names: [{ name: "鼓楼区", within: "福州市" }, "鼓楼区"] },
    ]);
    expect([...outcome.targets.values()].map(({ id }) => id)).toEqual([entityId("Region", ["鼓楼区", "350102"])]);
    expect(outcome.doubts).toEqual([]);
  });

  test("hold in the documents that they name", () => {
    const documents = [
      document("jiangxi/a.txt", "南昌市", ["University", "南昌大学"], ["University", "南大"]),
      document("jiangsu/b.txt", "南京市", ["University", "南大"]),
    ];
    const outcome = resolve(documents, [
      { decide: "same", type: "University", names: ["南昌大学", "南大"], documents: ["jiangxi"] },
    ]);
    const moved = [...outcome.targets].filter(([key]) => key.startsWith(entityId("University", ["南大"])));
    expect(moved.map(([key, { name }]) => [key.split(" ")[2], name])).toEqual([["1", "南昌大学"]]);
  });

  test("two bodies of one name in two cities are one where somebody says so", () => {
    const name = "国家可持续发展议程创新示范区";
    const documents = [
      document("a.txt", "盐城市", ["InnovationPlatform", name, { placedIn: ["320900"] }]),
      document("b.txt", "绍兴市", ["InnovationPlatform", name, { placedIn: ["330600"] }]),
    ];
    const names = ["盐城市", "绍兴市"].map((within) => ({ name, within }));
    const outcome = resolve(documents, [{ decide: "same", type: "InnovationPlatform", names }]);
    expect(new Set([...outcome.targets.values()].map(({ id }) => id)).size).toBe(1);
  });

  test("say so when no document has their names", () => {
    const outcome = resolve(labs, [
      { decide: "same", type: "Laboratory", names: ["月湖实验室", "星湖实验室"] },
      { decide: "rename", type: "Laboratory", name: "鉴湖实验室", to: "鉴湖研究实验室" },
      { decide: "type", type: "Company", name: "月湖公司", to: "Organization" },
    ]);
    expect(outcome.unused.map(({ number }) => number)).toEqual([1, 3]);
  });
});

describe("the outcome", () => {
  const NAMES: readonly Stated[] = [
    ["HighTechZone", "绍兴国家高新区"],
    ["HighTechZone", "绍兴高新区"],
    ["HighTechZone", "绍兴国家级高新园区"],
    ["Company", "浙江灵巧智能科技有限公司", { aliases: ["灵巧智能"] }],
    ["Company", "灵巧智能"],
    ["Company", "灵巧智能公司"],
    ["Laboratory", "鉴湖实验室"],
    ["Laboratory", "鉴湖现代纺织实验室", { aliases: ["鉴湖实验室"] }],
    ["Laboratory", "鉴湖碳中和实验室", { aliases: ["鉴湖实验室"] }],
    ["InnovationPlatform", "人才服务中心", { placedIn: ["330600"] }],
    ["InnovationPlatform", "人才服务中心", { placedIn: ["320900"] }],
    ["InnovationPlatform", "人才服务中心"],
    ["Person", "王伟"],
    ["Region", "鼓楼区", { level: "county" }],
  ];
  const DECISIONS: readonly object[] = [
    { decide: "same", type: "Laboratory", names: ["鉴湖现代纺织实验室", "鉴湖实验室"], documents: ["b.txt"] },
    { decide: "different", type: "Company", names: ["灵巧智能", "灵巧智能公司"] },
    { decide: "rename", type: "HighTechZone", name: "绍兴高新区", to: "绍兴国家高新技术产业开发区" },
    { decide: "type", type: "Person", name: "王伟", to: "Organization" },
  ];
  const some = fc.record({
    documents: fc
      .array(
        fc.record({
          region: fc.constantFrom(null, "绍兴市", "新昌县", "成都市"),
          names: fc.subarray([...NAMES], { maxLength: 6 }),
        }),
        { minLength: 1, maxLength: 6 },
      )
      .map((all) => all.map(({ region, names }, i) => document(`${"abcdef"[i]}.txt`, region, ...distinct(names)))),
    decisions: fc.subarray([...DECISIONS]),
  });

  test("does not depend on the order of documents, of names or of decisions", () => {
    fc.assert(
      fc.property(some, fc.infiniteStream(fc.nat()), ({ documents, decisions }, random) => {
        const draw = () => random.next().value as number;
        const told = ({ merges, doubts, targets }: NameOutcome) => ({
          merges: merges.map((merge) => ({ ...merge, decision: merge.decision !== null })),
          doubts,
          // A scope is told by the numbers of decisions, which move with their order.
          ids: [...targets.values()].map(({ id, name }) => `${id} ${name}`).sort(),
        });
        const shuffled = shuffle(documents, draw).map((each) => ({ ...each, entities: shuffle(each.entities, draw) }));
        expect(told(resolve(shuffled, shuffle(decisions, draw)))).toEqual(told(resolve(documents, decisions)));
      }),
      { numRuns: 300 },
    );
  });

  test("never brings together what a decision keeps apart", () => {
    fc.assert(
      fc.property(some, ({ documents }) => {
        const names = ["绍兴国家高新区", "绍兴高新区"];
        const { parts, targets } = resolve(documents, [{ decide: "different", type: "HighTechZone", names }]);
        const ids = parts
          .filter(({ name }) => names.includes(name))
          .map((part) => targets.get(part.key)?.id ?? part.id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});

/** A document states an entity once. */
function distinct(names: readonly Stated[]): Stated[] {
  return [...new Map(names.map((name) => [stated(name).id, name])).values()];
}

function shuffle<T>(values: readonly T[], draw: () => number): T[] {
  return values
    .map((value) => ({ value, place: draw() }))
    .sort((a, b) => a.place - b.place)
    .map(({ value }) => value);
}
