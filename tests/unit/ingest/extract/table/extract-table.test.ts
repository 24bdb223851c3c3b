import { describe, expect, test } from "vitest";

import { extractTable } from "../../../../../ingest/extract/table/extract-table.ts";
import { parseMapping } from "../../../../../ingest/extract/table/mapping.ts";
import type { ExtractedDocument } from "../../../../../ingest/extract/index.ts";
import type { TableSource } from "../../../../../ingest/read/index.ts";

function table(columns: readonly string[], rows: readonly (readonly string[])[]): TableSource {
  let begin = columns.join(",").length + 1;
  return {
    kind: "table",
    origin: "tables/labs.csv",
    sha256: "0".repeat(64),
    mediaType: "text/csv",
    metadata: { title: null, publisher: null, date: null, url: null },
    columns,
    rows: rows.map((cells, i) => {
      const end = begin + cells.join(",").length;
      const row = {
        number: i + 1,
        line: i + 2,
        cells: Object.fromEntries(columns.map((column, j) => [column, cells[j] ?? ""])),
        begin,
        end,
      };
      begin = end + 1;
      return row;
    }),
  };
}

const extract = (source: TableSource, mapping: unknown) =>
  extractTable(source, parseMapping(JSON.stringify(mapping), source.origin));

/** Statements with names in place of positions. */
function statements({ extraction }: ExtractedDocument) {
  const name = (index: number) => extraction.entities[index]!.name;
  return {
    relations: extraction.relations.map(({ type, from, to, status, date, sentence }) => [
      name(from),
      type,
      name(to),
      status,
      date,
      sentence,
    ]),
    observations: extraction.observations.map(({ subject, indicator, value, unit, year, kind }) => [
      name(subject),
      indicator,
      value,
      unit,
      year,
      kind,
    ]),
  };
}

test("names and figures know their cells, as a spreadsheet calls them", () => {
  const source = table(["编号", "名称", "所在地", "人数"], [["1", "鉴湖实验室", "绍兴市", "120"]]);
  const mapping = {
    entities: { lab: { type: "Laboratory", name: "名称" }, place: { type: "Region", name: "所在地" } },
    observations: [{ subject: "lab", indicator: { value: "人数" }, value: "人数", unit: { value: "人" } }],
  };
  const { passages, extraction } = extract({ ...source, sheet: "名录", firstColumn: 25 }, mapping);
  expect(passages[0]).toMatchObject({ kind: "row", row: 2, sheet: "名录" });
  expect(extraction.mentions.map(({ cell }) => cell)).toEqual(["AA2", "AB2"]);
  expect(extraction.observations.map(({ cell }) => cell)).toEqual(["AC2"]);
});

const LABS = table(
  ["名称", "别名", "共建方", "所在地", "状态", "人数", "日期", "来源"],
  [
    ["鉴湖实验室", "鉴湖现代纺织实验室；纺织实验室", "浙大、宁波大学", "绍兴", "已建", "1,260人", "2021-12", "简报"],
    ["天姥實驗室", "", "-", "新昌县", "规划", "", "", ""],
  ],
);
const MAPPING = {
  title: "实验室名录",
  publisher: "绍兴市科学技术局",
  date: "2022-01",
  rowDate: "日期",
  entities: {
    lab: { type: "Laboratory", name: "名称", aliases: { column: "别名", split: ";；" }, required: true },
    builder: { type: "University", name: { column: "共建方", split: "、" } },
    place: { type: "Region", name: "所在地" },
  },
  relations: [
    { type: "CO_BUILT_WITH", from: "lab", to: "builder" },
    {
      type: "LOCATED_IN",
      from: "lab",
      to: "place",
      status: { column: "状态", values: { 已建: "existing", 规划: "planned" } },
    },
  ],
  observations: [{ subject: "lab", indicator: { value: "科研人员" }, value: "人数", year: "日期" }],
};

describe("a table", () => {
  const document = extract(LABS, MAPPING);

  test("is a document, by what its mapping says of it", () => {
    expect(document).toMatchObject({
      title: "实验室名录",
      publisher: "绍兴市科学技术局",
      date: "2022-01",
      url: null,
      region: null,
      rejections: [],
    });
    expect(extract(LABS, { entities: MAPPING.entities })).toMatchObject({ title: null, opening: "labs" });
  });

  test("has a passage a row, written readably, at its place in the file", () => {
    expect(document.passages.map(({ kind, text, begin, end }) => [kind, text, begin, end])).toEqual([
      [
        "row",
        "名称：鉴湖实验室；别名：鉴湖现代纺织实验室;纺织实验室；共建方：浙大、宁波大学；所在地：绍兴；状态：已建；人数：1,260人；日期：2021-12；来源：简报",
        LABS.rows[0]!.begin,
        LABS.rows[0]!.end,
      ],
      ["row", "名称：天姥实验室；共建方：-；所在地：新昌县；状态：规划", LABS.rows[1]!.begin, LABS.rows[1]!.end],
    ]);
  });

  test("names entities by their full names, with the written ones as aliases", () => {
    expect(document.extraction.entities.map((entity) => ({ ...entity, properties: undefined }))).toEqual([
      { type: "Laboratory", name: "鉴湖实验室", aliases: ["鉴湖现代纺织实验室", "纺织实验室"] },
      { type: "University", name: "浙江大学", aliases: ["浙大"] },
      { type: "University", name: "宁波大学", aliases: [] },
      { type: "Region", name: "绍兴市", aliases: ["绍兴"], level: "city", code: "330600" },
      { type: "Laboratory", name: "天姥实验室", aliases: [] },
      { type: "Region", name: "新昌县", aliases: [], level: "county", code: "330624" },
    ]);
  });

  test("says of each row what its mapping says; blanks say nothing", () => {
    expect(statements(document)).toEqual({
      relations: [
        ["鉴湖实验室", "CO_BUILT_WITH", "浙江大学", "existing", "2021-12", 0],
        ["鉴湖实验室", "CO_BUILT_WITH", "宁波大学", "existing", "2021-12", 0],
        ["鉴湖实验室", "LOCATED_IN", "绍兴市", "existing", "2021-12", 0],
        ["天姥实验室", "LOCATED_IN", "新昌县", "planned", null, 1],
      ],
      observations: [["鉴湖实验室", "科研人员", 1260, "人", 2021, "level"]],
    });
  });

  test("mentions stand where the names are written", () => {
    const text = document.passages.map((passage) => passage.text).join("\n");
    expect(
      document.extraction.mentions.map(({ entity, begin, end }) => [
        document.extraction.entities[entity]!.name,
        text.slice(begin, end),
      ]),
    ).toEqual([
      ["鉴湖实验室", "鉴湖实验室"],
      ["浙江大学", "浙大"],
      ["宁波大学", "宁波大学"],
      ["绍兴市", "绍兴"],
      ["天姥实验室", "天姥实验室"],
      ["新昌县", "新昌县"],
    ]);
  });
});

test("rows that cannot be used are rejected by their number, with what is wrong", () => {
  const source = table(
    ["名称", "类型", "所在地", "关系", "年份", "数值"],
    [
      ["", "Laboratory", "绍兴市", "LOCATED_IN", "2021", "1"],
      ["甲实验室", "实验室", "绍兴市", "LOCATED_IN", "2021", "1"],
      ["乙实验室", "Laboratory", "绍兴市", "ISSUED", "2021", "1"],
      ["丙实验室", "Laboratory", "绍兴市", "LOCATED_IN", "2021", "很多"],
      ["丁实验室", "Laboratory", "绍兴市", "LOCATED_IN", "去年", "1"],
      ["戊实验室", "Laboratory", "绍兴市", "LOCATED_IN", "2021", "1"],
    ],
  );
  const document = extract(source, {
    entities: {
      body: { type: { column: "类型" }, name: "名称", required: true },
      place: { type: "Region", name: "所在地" },
    },
    relations: [{ type: { column: "关系" }, from: "body", to: "place" }],
    observations: [
      { subject: "body", indicator: { value: "团队" }, value: "数值", unit: { value: "个" }, year: "年份" },
    ],
  });
  expect(document.rejections.map(({ place, code, message }) => [place, code, message])).toEqual([
    ["row 1", "invalid_row", 'The column "名称" is blank; every row needs it.'],
    [
      "row 2",
      "invalid_row",
      expect.stringMatching(/^The column "类型" holds "实验室"; it may hold: Region, University, /),
    ],
    ["row 3", "invalid_row", "The schema has no ISSUED from Laboratory (乙实验室) to Region (绍兴市)."],
    ["row 4", "invalid_row", 'The value of "团队" is "很多", which is no number.'],
    ["row 5", "invalid_row", 'The year of "团队" is "去年", which is no year.'],
  ]);
  expect(document.passages.map(({ sentence, text }) => [sentence, text.slice(0, 8)])).toEqual([
    [0, "名称：戊实验室；"],
  ]);
  expect(statements(document).relations).toEqual([["戊实验室", "LOCATED_IN", "绍兴市", "existing", null, 0]]);
});

test("a table with a column an indicator gives an observation each", () => {
  const document = extract(
    table(["地区", "年份", "研发经费(亿元)", "占比"], [["绍兴市", "2021年", "259.5", "3.35%"]]),
    {
      entities: { region: { type: "Region", name: "地区" } },
      observations: [
        {
          subject: "region",
          indicator: { value: "研发经费" },
          value: "研发经费(亿元)",
          unit: { value: "亿元" },
          year: "年份",
        },
        {
          subject: "region",
          indicator: { value: "研发经费占营业收入比重" },
          value: "占比",
          year: "年份",
          kind: "target",
        },
      ],
    },
  );
  expect(statements(document).observations).toEqual([
    ["绍兴市", "研发经费", 259.5, "亿元", 2021, "level"],
    ["绍兴市", "研发经费占营业收入比重", 3.35, "%", 2021, "target"],
  ]);
});

test("properties have the kind that the mapping gives them", () => {
  const document = extract(table(["名称", "成立", "省级", "领域"], [["甲院", "2017年", "是", "纺织；新材料"]]), {
    entities: {
      body: {
        type: "ResearchInstitute",
        name: "名称",
        properties: {
          founded: { column: "成立", as: "number" },
          provincial: { column: "省级", as: "boolean" },
          fields: { column: "领域", as: "list" },
          note: { value: "名录" },
        },
      },
    },
  });
  expect(document.extraction.entities[0]!.properties).toEqual({
    founded: 2017,
    provincial: true,
    fields: ["纺织", "新材料"],
    note: "名录",
  });
});

const region = (within?: string) => ({
  entities: { region: { type: "Region", name: "地区", ...(within === undefined ? {} : { within }) } },
});
const codes = (document: ExtractedDocument) => document.extraction.entities.map(({ name, code }) => [name, code]);

test("regions of one name are told apart by the wider one, or by the others of the table", () => {
  expect(codes(extract(table(["地区", "上级"], [["鼓楼区", "徐州市"]]), region("上级")))).toEqual([
    ["鼓楼区", "320302"],
  ]);
  expect(codes(extract(table(["地区"], [["鼓楼区"], ["玄武区"]]), region()))).toEqual([
    ["鼓楼区", "320106"],
    ["玄武区", "320102"],
  ]);
  expect(codes(extract(table(["地区"], [["鼓楼区"]]), region()))).toEqual([["鼓楼区", undefined]]);
});
