/** Ranks, shares and growth as communiques and reports tell them one after the other. */
import { expect, test } from "vitest";

import { toldIn, toldTexts } from "./a-document.ts";

test("全市第2 ranks what was told before, and is no subject", () => {
  expect(toldTexts("城东县全社会R&D占比达到3.21%,全市第2。")).toEqual([
    "城东县: 全社会R&D占比 | 3.21 % | level",
    "城东县: 全社会R&D占比 | 2 位 | rank",
  ]);
});

test("a list of ranks goes on without a verb", () => {
  expect(toldTexts("国家级孵化器数位居全国第2位,科技成果奖数第9位,人均实际使用外资第10位。")).toEqual([
    "国家级孵化器数 | 2 位 | rank",
    "科技成果奖数 | 9 位 | rank",
    "人均实际使用外资 | 10 位 | rank",
  ]);
});

test("a field of the whole country is no subject of the rank in it", () => {
  const told = toldIn("在2018年全国156家国家高新区中位列第84位,较2017年提升8个位次。", { title: "昌华高新区简介" });
  expect(told.map(({ told, year }) => `${told} ${year}`)).toEqual([
    "昌华高新区: 国家高新区排名 | 84 位 | rank 2018",
    "昌华高新区: 国家高新区排名 | 8 个位次 | growth 2018",
  ]);
});

test("growth and share of one metric may share a rank", () => {
  expect(
    toldTexts("规上工业企业研发费用21.3亿元,增速24.2%,占营业收入比重4.1%,增速及占比均列全市第2。").slice(-2),
  ).toEqual(["规上工业企业研发费用增速 | 2 位 | rank", "规上工业企业研发费用占营业收入比重 | 2 位 | rank"]);
});

test("the 比 of 比重 compares nothing", () => {
  expect(toldTexts("第一产业占地区生产总值的比重上升3.82个百分点。")).toEqual([
    "第一产业占地区生产总值的比重 | 3.82 个百分点 | growth",
  ]);
  expect(toldTexts("高新技术产业投资35.6亿元,占固定投资比达17.78%。")[1]).toBe(
    "高新技术产业投资占固定投资比重 | 17.78 % | level",
  );
});

test("超全市均值 compares", () => {
  expect(toldTexts("项目完成率165.5%,超全市均值23.6个百分点。")[1]).toBe(
    "项目完成率超全市均值 | 23.6 个百分点 | level",
  );
});

test("industries that did well grew each by its own figure", () => {
  expect(toldTexts("规上工业中电子产业、装备产业和新材料产业产值靠前,分别同比增长16.6%、24.8%、22.8%。")).toHaveLength(
    3,
  );
});

test("growth of one measure is not told again by that of another per head", () => {
  expect(toldTexts("地区生产总值24亿元,增长13.1%。人均地区生产总值19967元,增长13.1%。")).toHaveLength(4);
});

test("a goal that a clause keeps to makes no goal of what was reached", () => {
  expect(toldTexts("按照全年工作目标,研发投入强度达到3.2%。")).toEqual(["研发投入强度 | 3.2 % | level"]);
});
