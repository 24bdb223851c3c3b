import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";

import { readSource } from "../../../../ingest/read/index.ts";
import type { TableSource } from "../../../../ingest/read/index.ts";
import { gb18030, utf8, xlsx } from "../../../support/sample-files.ts";

const readTable = async (bytes: Uint8Array, origin: string, sheet?: string) => {
  const { source, rejections } = await readSource(bytes, { origin, ...(sheet === undefined ? {} : { sheet }) });
  return { table: source as TableSource, rejections };
};

test("a CSV file gives rows by the names of its columns, with their place in the text", async () => {
  const text = '名称,所在地,\r\n"浙江大学,绍兴研究院", 绍兴市 ,\r\n\r\n"多\n行",新昌县,\r\n';
  const { table } = await readTable(utf8(`\uFEFF${text}`), "a.csv");
  expect(table).toMatchObject({ kind: "table", mediaType: "text/csv", columns: ["名称", "所在地"] });
  expect(table.rows.map(({ number, cells }) => ({ number, cells }))).toEqual([
    { number: 1, cells: { 名称: "浙江大学,绍兴研究院", 所在地: "绍兴市" } },
    { number: 2, cells: { 名称: "多\n行", 所在地: "新昌县" } },
  ]);
  expect(table.rows.map(({ begin, end }) => text.slice(begin, end))).toEqual([
    '"浙江大学,绍兴研究院", 绍兴市 ,',
    '"多\n行",新昌县,',
  ]);
});

test("tabs, semicolons and GB18030 are found", async () => {
  const { table: tabs } = await readTable(gb18030("名称\t所在地\n南湖实验室\t嘉兴市\n"), "a.tsv");
  const { table: semicolons } = await readTable(utf8("名称;所在地\n南湖实验室;嘉兴市\n"), "a.csv");
  expect(tabs.rows[0]!.cells).toEqual({ 名称: "南湖实验室", 所在地: "嘉兴市" });
  expect(semicolons.rows[0]!.cells).toEqual(tabs.rows[0]!.cells);
});

test("a row with more cells than heads is rejected by its number, the others are read", async () => {
  const { table, rejections } = await readTable(utf8("名称,所在地\n甲,绍兴市\n乙,丙,丁\n戊,嘉兴市"), "a.csv");
  expect(table.rows.map(({ number }) => number)).toEqual([1, 3]);
  expect(rejections).toEqual([
    {
      origin: "a.csv",
      place: "row 2",
      code: "invalid_row",
      message: "The row has 3 cells, the head has 2. Quote cells that hold the delimiter.",
    },
  ]);
});

test("two columns of one name are refused", async () => {
  await expect(readTable(utf8("名称,名称\n甲,乙"), "a.csv")).rejects.toMatchObject({
    message: '"a.csv" has two columns named "名称". Give each column its own name.',
  });
});

test("what is written as CSV is read as it was, and each row is where it says", async () => {
  const cell = fc
    .string({ unit: fc.constantFrom("绍", "兴", ",", '"', "\n", "a", "；") })
    .filter((text) => text.trim() === text);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }), async (cells) => {
      const filled = cells.filter((row) => row.some((each) => each !== ""));
      const text = Papa.unparse([["名称", "说明"], ...filled], { quotes: true, newline: "\n" });
      const { table } = await readTable(utf8(text), "a.csv");
      expect(table.rows.map((row) => [row.cells["名称"], row.cells["说明"]])).toEqual(filled);
      for (const { begin, end, cells: read } of table.rows) {
        expect(Papa.parse<string[]>(text.slice(begin, end)).data[0]).toEqual([read["名称"], read["说明"]]);
      }
    }),
  );
});

const BOOK = xlsx({
  平台: [
    ["名称", "面积", "开园"],
    ["镜湖科技城", 12.5, new Date(Date.UTC(2021, 4, 31))],
    [],
    ["", "", ""],
    ["稽山智谷", 3, ""],
  ],
  高校: [["校名"], ["浙江大学"]],
});

test("rows and columns are those that a spreadsheet shows, also where the table does not begin in its corner", async () => {
  const { table } = await readTable(
    xlsx({ 名录: [[], ["", "绍兴市实验室名录"], ["", "", "名称", "所在地"], ["", "", "鉴湖实验室", "绍兴市"]] }),
    "a.xlsx",
  );
  // A title above the heads makes the first filled row the heads; what counts here is where they stand.
  expect([table.firstColumn, table.rows.map(({ line }) => line)]).toEqual([0, [3, 4]]);
  const { table: csv } = await readTable(utf8("\n名称,所在地\n\n鉴湖实验室,绍兴市\n"), "a.csv");
  expect(csv.rows.map(({ number, line }) => [number, line])).toEqual([[1, 4]]);
});

test("a workbook gives its first sheet, or the one that is asked for", async () => {
  const { table } = await readTable(BOOK, "a.xlsx");
  expect(table.columns).toEqual(["名称", "面积", "开园"]);
  expect(table.rows.map(({ number, cells }) => [number, cells["名称"], cells["面积"]])).toEqual([
    [1, "镜湖科技城", "12.5"],
    [2, "稽山智谷", "3"],
  ]);
  expect(table.sheet).toBe("平台");
  expect(table.rows.map(({ line }) => line)).toEqual([2, 5]);
  const { table: universities } = await readTable(BOOK, "a.xlsx", "高校");
  expect(universities.rows[0]!.cells).toEqual({ 校名: "浙江大学" });
});

test("a sheet that is not there is named with those that are", async () => {
  await expect(readTable(BOOK, "a.xlsx", "企业")).rejects.toMatchObject({
    code: "invalid_mapping",
    message: '"a.xlsx" has no sheet "企业". Its sheets are: 平台, 高校.',
  });
});
