/** What figures say of change: growth, comparison, shares, where something came from. */
import { describe, expect, test } from "vitest";

import { toldIn, toldTexts } from "./a-document.ts";

test.each([
  ["清洁能源装机占比提高到68.6%。", ["清洁能源装机占比 | 68.6 % | level"]],
  ["全社会研发投入367亿元,同口径增长17.1%。", ["全社会研发投入 | 367 亿元 | level", "全社会研发投入 | 17.1 % | growth"]],
  ["研发活动覆盖率比全省平均水平低3个百分点。", ["研发活动覆盖率比全省平均水平低 | 3 个百分点 | level"]],
  ["每万人发明专利拥有量7.8件,超过省定目标1.3件。", ["每万人发明专利拥有量 | 7.8 件 | level", "每万人发明专利拥有量超过省定目标 | 1.3 件 | level"]],
  [
    "从业人员比上次普查增长29.8%、居全国第1位,增加407.7万人。",
    ["从业人员 | 29.8 % | growth", "从业人员 | 1 位 | rank", "从业人员 | 407.7 万人 | growth"],
  ],
  ["有研发活动的企业占比68.5%,设有研发机构的企业占比45.2%,分别提升3.2个和2.1个百分点。", [
    "有研发活动的企业占比 | 68.5 % | level", "设有研发机构的企业占比 | 45.2 % | level",
    "有研发活动的企业占比 | 3.2 个百分点 | growth", "设有研发机构的企业占比 | 2.1 个百分点 | growth",
  ]],
] as [string, string[]][])("reads %s", (text, finds) => {
  expect(toldTexts(text)).toEqual(finds);
}); // prettier-ignore

test("what grows by percent is not the share told between", () => {
  expect(
    toldTexts("财政科技支出28.7亿元,占一般公共预算支出的3.6%,同比增长19.5%,高于全省平均增速6.2个百分点。"),
  ).toEqual([
    "财政科技支出 | 28.7 亿元 | level",
    "财政科技支出占一般公共预算支出比重 | 3.6 % | level",
    "财政科技支出 | 19.5 % | growth",
    "财政科技支出高于全省平均增速 | 6.2 个百分点 | level",
  ]);
});

test("a share grows by points", () => {
  expect(toldTexts("研发投入28.7亿元,占生产总值的3.6%,提高0.2个百分点。").at(-1)).toBe(
    "研发投入占生产总值比重 | 0.2 个百分点 | growth",
  );
});

describe("shares", () => {
  test.each([
    ["高新技术企业220家、占全市34.4%。", "高新技术企业占全市比重 | 34.4 % | level"],
    ["省级研发机构112家,占比58%。", "省级研发机构占比 | 58 % | level"],
    ["新申报企业96家,完成市里下达任务的116%。", "企业完成市里下达任务 | 116 % | level"],
  ])("reads %s", (text, share) => {
    expect(toldTexts(text).at(-1)).toBe(share);
  });

  test("what was completed in numbers is no share", () => {
    expect(toldTexts("认真落实禁渔要求,完成47家化工企业搬迁。")).toEqual(["化工企业搬迁 | 47 家 | level"]);
  });
});

describe("from when to when", () => {
  const years = (text: string) => toldIn(text, { date: "2024-03-15" }).map(({ claim, year }) => [claim.value, year]);

  test("the years of the first change hold for the next", () => {
    expect(years("研发投入从2019年的38.6亿元增至2022年的76.3亿元,投入强度由1.01%提升至1.68%。")).toEqual([
      [38.6, 2019],
      [76.3, 2022],
      [1.01, 2019],
      [1.68, 2022],
    ]);
  });

  test("an origin without a year is left out", () => {
    expect(years("高新技术企业由1130家增加到2520家。")).toEqual([[2520, 2024]]);
  });

  test("a series by year is followed by its growth", () => {
    expect(toldTexts("2021年、2022年和2023年技术合同成交额分别为52亿元、87亿元和121亿元,年均增长52%。").at(-1)).toBe(
      "技术合同成交额 | 52 % | growth",
    );
  });
});

test("a bound only announces the figure behind it", () => {
  expect(toldTexts("地区生产总值迈上6万亿元台阶,达到62661亿元。")).toEqual(["地区生产总值 | 62661 亿元 | level"]);
  expect(toldTexts("财政收入突破4000亿元、达到4211亿元。")).toEqual(["财政收入 | 4211 亿元 | level"]);
  expect(toldTexts("财政收入突破4000亿元,税收收入达到3211亿元。")).toHaveLength(2);
});

describe("ranks", () => {
  test.each([
    ["各类贷款余额9.38万亿元,居中部第1位。", "各类贷款余额 | 1 位 | rank"],
    ["研发投入强度2.61%、居西部第1。", "研发投入强度 | 1 位 | rank"],
    ["高新技术企业数增长1.7倍、从全国第10位升至第8位。", "高新技术企业数 | 8 位 | rank"],
  ])("reads %s", (text, rank) => {
    expect(toldTexts(text).at(-1)).toBe(rank);
  });

  test("how many are among the first ranks nobody", () => {
    expect(toldTexts("3家高新区位列全国50强。")).toEqual(["高新区位列全国50强 | 3 家 | level"]);
  });
});

test("the share of a metric is followed from when to when too", () => {
  expect(toldTexts("财政收入从2015年的208亿元增加到2022年的285亿元,占全省比重从13.7%提高至14%。").slice(-2)).toEqual([
    "财政收入占全省比重 | 13.7 % | level",
    "财政收入占全省比重 | 14 % | level",
  ]);
});
