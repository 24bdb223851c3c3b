/** Grammar that documents of any city share: events and their years, places among others, figures told apart. */
import { describe, expect, test } from "vitest";

import { toldIn, toldTexts } from "./a-document.ts";

const years = (text: string, date: string) => toldIn(text, { date }).map(({ told, year }) => `${told} ${year}`);

describe("when something happened is not when what it has was counted", () => {
  test.each([
    "青湖实验室已于2022年11月运行,入驻团队19个。",
    "青湖实验室2021年设立,入驻团队19个。",
    "青湖实验室2022年6月由昌华大学、远航集团共建,入驻团队19个。",
  ])("%s", (text) => {
    expect(years(text, "2024-06-01")).toEqual(["青湖实验室: 入驻团队 | 19 个 | level 2024"]);
  });

  test("a year alone dates the clauses behind it", () => {
    expect(years("2022年,全市新增企业19家。", "2024-06-01")).toEqual(["新增企业 | 19 家 | level 2022"]);
  });
});

test.each([
  ["研发投入强度2.1%,在11个设区市中列第10位。", ["研发投入强度 | 2.1 % | level", "研发投入强度 | 10 位 | rank"]],
  ["昌华高新区在全国178家国家高新区综合评价中列第47位。", ["昌华高新区: 国家高新区综合评价 | 47 位 | rank"]],
] as [string, string[]][])("among how many something ranks is no figure of it: %s", (text, finds) => {
  expect(toldTexts(text)).toEqual(finds);
});

test.each([
  ["利用内资61.3亿元,进出口总额527亿元,分别增长11.9%、下降6.4%。", [
    "利用内资 | 61.3 亿元 | level", "进出口总额 | 527 亿元 | level",
    "利用内资 | 11.9 % | growth", "进出口总额 | -6.4 % | growth",
  ]],
  ["高新技术企业达到537家,三年净增283家。", ["高新技术企业 | 537 家 | level", "高新技术企业 | 283 家 | growth"]],
] as [string, string[]][])("reads %s", (text, finds) => {
  expect(toldTexts(text)).toEqual(finds);
}); // prettier-ignore

test.each([
  ["成员单位有远航大学、启明学院、昌华装备行业协会等14家。", "成员单位 | 14 家 | level"],
  ["某工业设计中心、某产业园、某软件科技园三个国家级孵化器孵化面积达23.6万平方米。", "国家级孵化器孵化面积 | 23.6 万平方米 | level"],
])("names that a figure sums up are no part of what it measures: %s", (text, told) => {
  expect(toldTexts(text)).toEqual([told]);
}); // prettier-ignore

test("what is expected is a goal in its own clause only", () => {
  expect(toldTexts("首批6条中试线预计今年10月建成;上半年新增企业11家。").map((told) => told.split(" | ")[2])).toEqual([
    "target",
    "level",
  ]);
});

test("what a body sets out is a goal, whatever the year", () => {
  expect(toldTexts("昌华市提出,2023年研发投入强度达到3.1%,技术交易额135亿元以上。", { date: "2023-02-01" })).toEqual([
    "研发投入强度 | 3.1 % | target",
    "技术交易额 | 135 亿元 | target",
  ]);
});

test.each([
  ["较“十二五”末", "企业152家、机构891家,较“十二五”末分别增加87家、602家。", [2024, 2024, 2024, 2024]],
  ["自2004年…以来", "自2004年在昌华办学以来,青湖实验室引进人才12人。", [2024]],
] as [string, string, number[]][])("%s is no year of what is told behind it", (_, text, expected) => {
  expect(toldIn(text, { date: "2024-06-01" }).map(({ year }) => year)).toEqual(expected);
});

test("in a table, growth alone is that of the column before", () => {
  const table = "| 县区 | R&D经费(亿元) | 增长(%) |\n| --- | --- | --- |\n| 城东县 | 36.9 | 24.5 |";
  expect(toldTexts(table)).toEqual(["城东县: R&D经费 | 36.9 亿元 | level", "城东县: R&D经费增长 | 24.5 % | growth"]);
});

test("a plan for five years looks back under a heading of what was achieved", () => {
  const text =
    "昌华市“十四五”科技规划\n\n一、“十三五”主要成就\n\n2020年研发投入23.9亿元。\n\n二、发展目标\n\n到2025年,研发投入达到50亿元。";
  const kinds = toldIn(text, { title: "昌华市“十四五”科技规划" }).map(({ told, year }) => `${told} ${year}`);
  expect(kinds).toEqual(["研发投入 | 23.9 亿元 | level 2020", "研发投入 | 50 亿元 | target 2025"]);
});

describe("early in a year", () => {
  const text = (title: string) => `${title}\n\n2023年,全市新增企业30家。\n\n培育科技型中小企业19家。`;
  test("a report tells of the year before", () => {
    expect(years(text("昌华市科技工作"), "2024-02-20")).toContain("培育科技型中小企业 | 19 家 | level 2023");
  });
  test("a profile tells of the day that it is of", () => {
    const document = toldIn(text("昌华高新区概况"), { date: "2024-02-20", title: "昌华高新区概况" });
    expect(document.at(-1)?.year).toBe(2024);
  });
});
