/** Whose a figure is, where the clause itself does not begin with a name. */
import { describe, expect, test } from "vitest";

import { toldIn, toldTexts } from "./a-document.ts";

test("a heading that is a name alone is whom its paragraph is about", () => {
  const text = "【城东县】新增高新技术企业46家。全县技术合同成交额3亿元。\n【工作亮点】新增科技企业9家。";
  expect(toldTexts(text)).toEqual([
    "城东县: 新增高新技术企业 | 46 家 | level",
    "城东县: 技术合同成交额 | 3 亿元 | level",
    "新增科技企业 | 9 家 | level",
  ]);
});

test("前者 and 后者 are the first and the last of the names before", () => {
  expect(toldTexts("青湖实验室、昌华先进材料研究院揭牌,前者引进人才412人,后者引进人才30人。")).toEqual([
    "青湖实验室: 引进人才 | 412 人 | level",
    "昌华先进材料研究院: 引进人才 | 30 人 | level",
  ]);
});

test("who else takes part is not whom the figures are about", () => {
  expect(toldTexts("青湖实验室由市政府组建,昌华大学、远航科技参与共建,集聚人才320人。")).toEqual([
    "青湖实验室: 集聚人才 | 320 人 | level",
  ]);
});

test("该 names another only up to the next semicolon", () => {
  expect(toldTexts("青湖实验室签订协议,与昌华高新区共建平台,该区新增企业17家;转化成果3项。")).toEqual([
    "昌华高新区: 新增企业 | 17 家 | level",
    "青湖实验室: 转化成果 | 3 项 | level",
  ]);
});

test.each([
  ["加快昌华高新区建设,力争全年完成投资46亿元。", "昌华高新区"],
  ["以昌华高新区为主阵地,新入驻企业29家。", "昌华高新区"],
  ["深入开展活动,新入驻企业29家。", "昌华市"],
  ["新成立的青湖实验室位于昌华高新区,入驻团队29个。", "青湖实验室"],
  ["2021年,昌华市成立昌华先进材料研究院,几年来该院服务企业230家。", "昌华先进材料研究院"],
])("reads whose it is in %s", (text, subject) => {
  const [only] = toldIn(text);
  expect(only?.told.includes(": ") ? only.told.split(": ")[0] : "昌华市").toBe(subject);
});

describe("sizes", () => {
  const told = (text: string) => toldIn(text, { date: "2024-06-01" }).map(({ told, year }) => `${told} ${year}`);

  test("have no year where they are not dated", () => {
    expect(told("昌华高新区目前规划面积68.3平方公里,首期投入12亿元。")).toEqual([
      "昌华高新区: 规划面积 | 68.3 平方公里 | level null",
      "昌华高新区: 首期投入 | 12 亿元 | level null",
    ]);
  });

  test("have one where they are reached", () => {
    expect(told("昌华科创基金规模扩大至50亿元。")).toEqual(["昌华科创基金: 规模 | 50 亿元 | level 2024"]);
  });
});

test("firms are counted of a place, not of a firm", () => {
  expect(toldTexts("远航科技稳健发展,新增上市公司6家。")).toEqual(["新增上市公司 | 6 家 | level"]);
  expect(toldTexts("远航科技稳健发展,新增发明专利6件。")).toEqual(["远航科技: 新增发明专利 | 6 件 | level"]);
});

test("what a place gives as an example of so many is not its own", () => {
  expect(toldTexts("城东县先进材料等3个平台入选国家名单。")).toEqual(["平台入选国家名单 | 3 个 | level"]);
});

test("a body that opens in the middle is not whom the next noun is about", () => {
  expect(toldTexts("通道加快建设,昌华高新区获批建设,中欧班列开行2000列。")).toEqual(["中欧班列开行 | 2000 列 | level"]);
  expect(toldTexts("昌华高新区获批建设,入驻企业20家。")).toEqual(["昌华高新区: 入驻企业 | 20 家 | level"]);
});
