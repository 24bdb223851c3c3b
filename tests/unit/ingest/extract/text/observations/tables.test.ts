/** Tables of communiques, plans and lists: heads of two rows, parts, totals, goals, columns that only spaces keep apart. */
import { describe, expect, test } from "vitest";

import { toldIn } from "./a-document.ts";

const rows = (text: string) => toldIn(text).map(({ told, year }) => `${told} ${year}`);

test("columns that only spaces keep apart are a table", () => {
  expect(
    rows(
      "分县主要指标(2023年)\n\n地区    高新技术企业(家)    研发经费(亿元)    比上年增长(%)\n城东县    186    21.4    13.6\n城西县    71    8.3    -1.5",
    ),
  ).toEqual([
    "城东县: 高新技术企业 | 186 家 | level 2023",
    "城东县: 研发经费 | 21.4 亿元 | level 2023",
    "城东县: 研发经费比上年增长 | 13.6 % | growth 2023",
    "城西县: 高新技术企业 | 71 家 | level 2023",
    "城西县: 研发经费 | 8.3 亿元 | level 2023",
    "城西县: 研发经费比上年增长 | -1.5 % | growth 2023",
  ]);
});

test("lines of words and years with spaces are none", () => {
  expect(rows("城东县 2023 年度工作要点\n城西县 2024 年度工作要点\n昌华大学 2025 年度工作要点")).toEqual([]);
});

test("a column of parts is read with its row", () => {
  expect(
    rows(
      "2023年平台\n| 类别 | 数量(家) | 其中:国家级 | 比上年增长(%) |\n| --- | --- | --- | --- |\n| 众创空间 | 33 | 7 | — |",
    ),
  ).toEqual(["众创空间 | 33 家 | level 2023", "众创空间其中国家级 | 7 家 | level 2023"]);
});

test("rows that are kinds of a thing take what their columns measure, totals are the measure itself", () => {
  expect(
    rows(
      "2022年支出情况\n| | 财政科技支出(亿元) | 比上年增长(%) |\n| --- | --- | --- |\n| 合计 | 116.8 | 7.7 |\n| 其中:省级 | 33.7 | 3.4 |\n| 县级 | 83.1 | 9.5 |",
    ),
  ).toEqual([
    "财政科技支出 | 116.8 亿元 | level 2022",
    "财政科技支出比上年增长 | 7.7 % | growth 2022",
    "省级财政科技支出 | 33.7 亿元 | level 2022",
    "省级财政科技支出比上年增长 | 3.4 % | growth 2022",
    "县级财政科技支出 | 83.1 亿元 | level 2022",
    "县级财政科技支出比上年增长 | 9.5 % | growth 2022",
  ]);
});

test("a part of an indicator is read with it", () => {
  expect(rows("| 指标 | 单位 | 2023年 |\n| 发明专利授权量 | 件 | 1,502 |\n| #企业 | 件 | 1,002 |")).toEqual([
    "发明专利授权量 | 1502 件 | level 2023",
    "企业发明专利授权量 | 1002 件 | level 2023",
  ]);
});

test("a plan's table has the year it starts from, its goals, and how much they grow a year", () => {
  expect(
    rows(
      "| 序号 | 指标名称 | 2020年基数 | 2025年目标 | 年均增长 | 属性 |\n| --- | --- | --- | --- | --- | --- |\n| 1 | 高新技术企业数(家) | 1204 | ≥2500 | 15.7% | 预期性 |\n| 2 | 技术交易总额(亿元) | 88.3 | [800] | — | 预期性 |",
    ).slice(0, 2),
  ).toEqual(["高新技术企业数 | 1204 家 | level 2020", "高新技术企业数 | 2500 家 | target 2025"]);
});

test("two rows may make a head", () => {
  expect(
    rows(
      "| 指标 | 2022年 | 2022年 | 2023年 | 2023年 |\n| 指标 | 数值 | 增长(%) | 数值 | 增长(%) |\n| 研发经费(亿元) | 10.2 | 5.1 | 11.4 | 11.8 |",
    ),
  ).toEqual([
    "研发经费 | 10.2 亿元 | level 2022",
    "研发经费 | 5.1 % | growth 2022",
    "研发经费 | 11.4 亿元 | level 2023",
    "研发经费 | 11.8 % | growth 2023",
  ]);
});

describe("columns of years beside places", () => {
  test("take what the words above the table say", () => {
    expect(
      rows("附表1 各县技术合同成交额情况\n(单位:亿元)\n| 地区 | 2022年 | 2023年 |\n| 城东县 | 3.1 | 3.6 |"),
    ).toEqual(["城东县: 技术合同成交额 | 3.1 亿元 | level 2022", "城东县: 技术合同成交额 | 3.6 亿元 | level 2023"]);
  });
});
