/** Figures shared out among places and bodies, in text and in tables. */
import { describe, expect, test } from "vitest";

import { toldIn, toldTexts } from "./a-document.ts";

test("figures in brackets behind names are shares of what was told as a whole", () => {
  expect(toldTexts("全市共有科技创新平台263个,平台分布在城东县(71个)、昌华高新区(52个)和城西县(3个)。")).toEqual([
    "科技创新平台 | 263 个 | level",
    "城东县: 科技创新平台 | 71 个 | level",
    "昌华高新区: 科技创新平台 | 52 个 | level",
    "城西县: 科技创新平台 | 3 个 | level",
  ]);
});

test("so are figures that only a name stands before, in the sentences behind it too", () => {
  expect(toldTexts("最终入选人才64名、团队12个。分地区看,城东县23名,城西县9名。")).toEqual([
    "最终入选人才 | 64 名 | level",
    "团队 | 12 个 | level",
    "城东县: 最终入选人才 | 23 名 | level",
    "城西县: 最终入选人才 | 9 名 | level",
  ]);
});

test("places are counted by what they exceed", () => {
  expect(toldTexts("研发经费超过20亿元的县有2个,依次为城东县(98.4亿元)、城西县(24.7亿元)。").slice(-2)).toEqual([
    "城东县: 研发经费 | 98.4 亿元 | level",
    "城西县: 研发经费 | 24.7 亿元 | level",
  ]);
});

test("the growth of several places in turn, and the shares that go on with it, are each place's", () => {
  expect(toldTexts("城东县、城西县规上工业产值增幅分别为9%、12.3%,占全市的比重分别为52%、41%。")).toEqual([
    "城东县: 规上工业产值 | 9 % | growth",
    "城西县: 规上工业产值 | 12.3 % | growth",
    "城东县: 规上工业产值占全市的比重 | 52 % | level",
    "城西县: 规上工业产值占全市的比重 | 41 % | level",
  ]);
});

test("a name with brackets that hold no share of anything told stays as it is", () => {
  expect(toldTexts("城东县(8平方公里)是主城区。")).toEqual([]);
});

test("each of several places has what each of them builds", () => {
  expect(toldTexts("城东县、城西县各建设人才社区1个。")).toEqual([
    "城东县: 建设人才社区 | 1 个 | level",
    "城西县: 建设人才社区 | 1 个 | level",
  ]);
  expect(toldTexts("入选人才64名,其中城东县、城西县各1名。").slice(1)).toEqual([
    "城东县: 入选人才 | 1 名 | level",
    "城西县: 入选人才 | 1 名 | level",
  ]);
  expect(toldTexts("城东县各类人才达到120名。")).toEqual(["城东县: 各类人才 | 120 名 | level"]);
});

describe("tables", () => {
  const rows = (text: string) => toldIn(text).map(({ told, year }) => `${told} ${year}`);

  test("a row for each year", () => {
    expect(
      rows("| 年度 | 到账经费(万元) | 论文(篇) |\n| 2021年 | 5320 | 142 |\n| 2022年 | 6185 | |\n| 2023年 | 7040 |"),
    ).toEqual([
      "到账经费 | 5320 万元 | level 2021",
      "论文 | 142 篇 | level 2021",
      "到账经费 | 6185 万元 | level 2022",
      "到账经费 | 7040 万元 | level 2023",
    ]);
  });

  test("what a body is planned to cost has no year and is no goal", () => {
    expect(rows("| 名称 | 进度 | 计划投资(亿元) |\n| 青湖实验室 | 在建 | 3.6 |")).toEqual([
      "青湖实验室: 计划投资 | 3.6 亿元 | level null",
    ]);
  });
});
