import { describe, expect, test } from "vitest";

import { checkColumns, parseMapping } from "../../../../../ingest/extract/table/mapping.ts";

const parse = (mapping: unknown) => parseMapping(JSON.stringify(mapping), "a.csv");
const lab = { type: "Laboratory", name: "名称" };
const place = { type: "Region", name: "所在地" };

describe("a mapping", () => {
  test("fills in what it leaves out", () => {
    expect(parse({ entities: { lab, place }, relations: [{ type: "LOCATED_IN", from: "lab", to: "place" }] })).toEqual({
      entities: {
        lab: { ...lab, properties: {}, required: false },
        place: { ...place, properties: {}, required: false },
      },
      relations: [{ type: "LOCATED_IN", from: "lab", to: "place", status: "existing" }],
      observations: [],
    });
  });

  test.each([
    ["is no JSON", "{", /^The mapping of "a\.csv" is not JSON: /],
    [
      "has a word that means nothing",
      '{"entities":{},"columns":{}}',
      'The mapping of "a.csv" is wrong at the top: Unrecognized key: "columns".',
    ],
    [
      "has an unknown type",
      JSON.stringify({ entities: { lab: { ...lab, type: "Lab" } } }),
      /^The mapping of "a\.csv" is wrong at entities\.lab\.type: /,
    ],
    [
      "has a date that is none",
      JSON.stringify({ date: "2023年", entities: {} }),
      'The mapping of "a.csv" is wrong at date: A date is written 2024, 2024-12 or 2024-12-09..',
    ],
    [
      "joins what is not there",
      JSON.stringify({ entities: { lab }, relations: [{ type: "LOCATED_IN", from: "lab", to: "city" }] }),
      'The mapping of "a.csv" is wrong at relations.0.to: it has no entity "city"; there are: lab.',
    ],
    [
      "joins what the schema does not",
      JSON.stringify({ entities: { lab, place }, relations: [{ type: "LOCATED_IN", from: "place", to: "lab" }] }),
      'The mapping of "a.csv" is wrong at relations.0: the schema has no LOCATED_IN from Region to Laboratory.',
    ],
    [
      "gives a level to what is no region",
      JSON.stringify({ entities: { lab: { ...lab, level: "级别" } } }),
      'The mapping of "a.csv" is wrong at entities.lab: only a Region has level, code and within.',
    ],
    [
      "observes what is not there",
      JSON.stringify({ entities: { lab }, observations: [{ subject: "city", indicator: "指标", value: "数值" }] }),
      'The mapping of "a.csv" is wrong at observations.0.subject: it has no entity "city"; there are: lab.',
    ],
  ])("that %s is refused", (_name, text, message) => {
    expect(() => parseMapping(text, "a.csv")).toThrowError(message);
  });
});

describe("the columns that a mapping names", () => {
  const mapping = parse({
    entities: {
      lab: {
        ...lab,
        aliases: { column: "别名", split: ";" },
        properties: { founded: { column: "成立", as: "number" }, kind: { value: "省级" } },
      },
      place: { ...place, type: { column: "类型" }, code: "代码" },
      owner: { type: "Government", name: { value: "绍兴市科学技术局" } },
    },
    relations: [{ type: { column: "关系" }, from: "lab", to: "place", status: { column: "状态" }, date: "签约" }],
    observations: [
      {
        subject: "lab",
        indicator: { value: "人员" },
        value: "人数",
        unit: { value: "人" },
        year: "年份",
        kind: { column: "口径" },
      },
    ],
    rowDate: "日期",
  });
  const columns = [
    "名称",
    "别名",
    "成立",
    "所在地",
    "类型",
    "代码",
    "关系",
    "状态",
    "签约",
    "人数",
    "年份",
    "口径",
    "日期",
  ];

  test("are all there", () => {
    expect(() => checkColumns(mapping, [...columns, "备注"], "a.csv")).not.toThrow();
  });

  test.each(columns)("without %s the table is refused, with the columns that there are", (missing) => {
    const others = columns.filter((column) => column !== missing);
    expect(() => checkColumns(mapping, others, "a.csv")).toThrowError(
      new RegExp(
        `names the column "${missing}" \\(.+\\), which the table does not have\\. Its columns are: ${others.join(", ")}\\.$`,
      ),
    );
  });
});
