/** A mapping guessed for a table that has none: by heads, cells and dictionaries, and always one that fits the table. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { extractTable, guessMapping, parseMapping } from "../../../../../ingest/extract/index.ts";
import type { ExtractedDocument } from "../../../../../ingest/extract/index.ts";
import type { TableSource } from "../../../../../ingest/read/index.ts";

/** Lines of cells apart by commas, the first with the heads. */
function table(text: string): TableSource {
  const [columns, ...lines] = text
    .trim()
    .split("\n")
    .map((line) => line.trim().split(","));
  return {
    kind: "table",
    origin: "t.csv",
    sha256: "",
    mediaType: "text/csv",
    metadata: { title: null, publisher: null, date: null, url: null },
    columns: columns!,
    rows: lines.map((cells, i) => ({
      number: i + 1,
      line: i + 2,
      cells: Object.fromEntries(columns!.map((column, j) => [column, cells[j] ?? ""])),
      begin: 0,
      end: 0,
    })),
  };
}

/** What the table says once its guess is accepted. */
function read(source: TableSource): ExtractedDocument {
  return extractTable(source, parseMapping(guessMapping(source)!.text, source.origin));
}

function relationsOf({ extraction: { entities, relations } }: ExtractedDocument): string[] {
  return relations.map(({ type, from, to, status }) =>
    [entities[from]!.name, type, entities[to]!.name, ...(status === "planned" ? [status] : [])].join(" "),
  );
}

const figuresOf = ({ extraction: { entities, observations } }: ExtractedDocument) =>
  observations.map(({ subject, indicator, value, unit, year, kind }) => [
    entities[subject]!.name,
    indicator,
    value,
    unit,
    year,
    kind,
  ]);

describe("a list of bodies", () => {
  const LABORATORIES = table(`
    序号,实验室名称,简称,依托单位,所在地,研究方向,负责人,建设状态,联系电话
    1,岳麓山工业创新实验室,岳麓山实验室,湖南大学,长沙市,智能制造、新材料,王建国,已建成,0731-88880000
    2,芙蓉生物育种实验室,芙蓉实验室,中南大学,长沙市,生物育种,李明,在建,0731-88880001
    3,湘江先进计算实验室,,国防科技大学,长沙市,人工智能,欧阳华,已建成,0731-88880002`);

  test("becomes bodies with their owners, places, fields and heads, each with its status", () => {
    const said = read(LABORATORIES);
    expect(said.rejections).toEqual([]);
    expect(relationsOf(said)).toEqual(
      expect.arrayContaining([
        "岳麓山工业创新实验室 AFFILIATED_WITH 湖南大学",
        "岳麓山工业创新实验室 LOCATED_IN 长沙市",
        "岳麓山工业创新实验室 FOCUSES_ON 智能制造",
        "岳麓山工业创新实验室 FOCUSES_ON 新材料",
        "王建国 LEADS 岳麓山工业创新实验室",
        "芙蓉生物育种实验室 LOCATED_IN 长沙市 planned",
        "欧阳华 LEADS 湘江先进计算实验室",
      ]),
    );
    expect(said.extraction.entities.find(({ name }) => name.startsWith("岳麓山"))?.aliases).toContain("岳麓山实验室");
  });

  test("takes a blank status for existing", () => {
    const said = read(table("平台名称,城市,建设状态\n湘湖实验室,杭州市,\n天姥实验室,绍兴市,筹建中"));
    expect(said.rejections).toEqual([]);
    expect(relationsOf(said)).toEqual(["湘湖实验室 LOCATED_IN 杭州市", "天姥实验室 LOCATED_IN 绍兴市 planned"]);
  });

  test("says which columns it leaves out", () => {
    expect(guessMapping(LABORATORIES)?.unused).toEqual(["序号", "联系电话"]);
  });

  test("is of companies where their names say so, whatever the head", () => {
    const said = read(
      table(`
        单位,地区,产业,营业收入（亿元）,2023年研发投入增长（%）
        甲光电子股份有限公司,合肥市,集成电路,12.5,8.1
        乙禾生物科技有限公司,芜湖市,生物医药,3,-2`),
    );
    expect(relationsOf(said)).toContain("乙禾生物科技有限公司 LOCATED_IN 芜湖市");
    expect(figuresOf(said)).toEqual([
      ["甲光电子股份有限公司", "营业收入", 12.5, "亿元", null, "level"],
      ["甲光电子股份有限公司", "研发投入增长", 8.1, "%", 2023, "growth"],
      ["乙禾生物科技有限公司", "营业收入", 3, "亿元", null, "level"],
      ["乙禾生物科技有限公司", "研发投入增长", -2, "%", 2023, "growth"],
    ]);
  });
});

describe("a table of figures", () => {
  test("by region and year is of the narrower region, which is part of the wider one", () => {
    const said = read(
      table(`
        省份,城市,年份,高新技术企业（家）,研发强度排名
        江苏省,苏州市,2022,13473,1
        江苏省,无锡市,2022,6000,3`),
    );
    expect(relationsOf(said)).toEqual(["苏州市 PART_OF 江苏省", "无锡市 PART_OF 江苏省"]);
    expect(figuresOf(said)).toContainEqual(["苏州市", "高新技术企业", 13473, "家", 2022, "level"]);
    expect(figuresOf(said)).toContainEqual(["无锡市", "研发强度排名", 3, "", 2022, "rank"]);
  });

  test("with the indicators in a column reads each row by its own", () => {
    const said = read(
      table(`
        地区,指标,数值,单位,年度
        宁波市,R&D经费,418.9,亿元,2021
        宁波市,发明专利授权量,9000,件,2021`),
    );
    expect(figuresOf(said)).toEqual([
      ["宁波市", "R&D经费", 418.9, "亿元", 2021, "level"],
      ["宁波市", "发明专利授权量", 9000, "件", 2021, "level"],
    ]);
  });
});

test("nothing is guessed where no column names anything", () => {
  expect(guessMapping(table("x,y\n1,2\n3,4"))).toBeUndefined();
  expect(guessMapping(table("说明,备注\n见附件,无\n同上,略"))).toBeUndefined();
  expect(guessMapping(table("名称,地区"))).toBeUndefined();
});

test("a guess always fits its table", () => {
  const cell = fc.oneof(
    fc.constantFrom(
      "浙江大学",
      "鉴湖实验室",
      "绍兴市",
      "集成电路、新材料",
      "2021",
      "3.5%",
      "已建成",
      "-",
      "",
      "甲有限公司",
      "王建国",
    ),
    fc.string({ maxLength: 6 }),
  );
  const head = fc.oneof(
    fc.constantFrom(
      "名称",
      "所在地",
      "依托单位",
      "领域",
      "年份",
      "状态",
      "单位",
      "指标",
      "负责人",
      "产值（亿元）",
      "简称",
      "日期",
    ),
    fc.string({ maxLength: 6 }),
  );
  fc.assert(
    fc.property(
      fc.array(head, { maxLength: 7 }),
      fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 5 }),
      (heads, rows) => {
        const columns = heads.map((name, i) => (heads.indexOf(name) === i ? name : `${name}${i}`));
        const source: TableSource = {
          ...table("x"),
          columns,
          rows: rows.map((cells, i) => ({
            number: i + 1,
            line: i + 2,
            cells: Object.fromEntries(columns.map((column, j) => [column, cells[j] ?? ""])),
            begin: 0,
            end: 0,
          })),
        };
        const guess = guessMapping(source);
        if (guess !== undefined)
          expect(() => extractTable(source, parseMapping(guess.text, source.origin))).not.toThrow();
      },
    ),
  );
});
