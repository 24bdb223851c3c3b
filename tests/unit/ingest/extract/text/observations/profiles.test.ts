/** Pages on which a body tells of itself: its figures are its own, whatever the page calls it. */
import { expect, test } from "vitest";

import { toldTexts } from "./a-document.ts";

test("a title that presents a body without its name makes the body that the text introduces the subject", () => {
  const text =
    "昌华先进材料研究院注册成立于2020年6月,由昌华大学和昌华市人民政府共建。研究院选址城东县,现有科研人员86人。";
  expect(toldTexts(text, { title: "研究院简介" })).toEqual(["昌华先进材料研究院: 科研人员 | 86 人 | level"]);
  expect(toldTexts(`研究院简介\n${text}`, { title: null })).toEqual(["昌华先进材料研究院: 科研人员 | 86 人 | level"]);
});

test("a title may call the page a profile of the unit", () => {
  expect(toldTexts("规划面积13平方公里,现有企业76家。", { title: "昌华高新区单位概况" })).toEqual([
    "昌华高新区: 规划面积 | 13 平方公里 | level",
    "昌华高新区: 企业 | 76 家 | level",
  ]);
});

test("what a zone once was is not whom the sentence is about", () => {
  const text = "昌华高新区前身为2001年设立的城西县工业园,核心区规划面积13平方公里。";
  expect(toldTexts(text, { title: "昌华高新区概况" })).toEqual(["昌华高新区: 核心区规划面积 | 13 平方公里 | level"]);
});

test("a second mention may be followed by any word that makes no compound of it", () => {
  expect(toldTexts("昌华先进材料研究院于去年揭牌。研究院坐落在城东县,孵化企业12家。")).toEqual([
    "昌华先进材料研究院: 孵化企业 | 12 家 | level",
  ]);
  expect(toldTexts("昌华先进材料研究院于去年揭牌。研究院建设加快,全市新增企业12家。")).toEqual([
    "新增企业 | 12 家 | level",
  ]);
  expect(toldTexts("学校校园占地4088亩,教师中有教授、副教授105人。", { title: "昌华大学简介" })).toEqual([
    "昌华大学: 校园占地 | 4088 亩 | level",
    "昌华大学: 教授、副教授 | 105 人 | level",
  ]);
});

test("whom a fund supports is counted of the body that the page is of", () => {
  const told = toldTexts("昌华科创基金获得者6人。", { title: "青湖实验室简介" });
  expect(told).toEqual(["青湖实验室: 昌华科创基金获得者 | 6 人 | level"]);
});

test("students are those of the schools before", () => {
  expect(toldTexts("普通高中招生23.6万人,在校生71.3万人,毕业生23.4万人。")).toEqual([
    "普通高中招生 | 23.6 万人 | level",
    "普通高中在校生 | 71.3 万人 | level",
    "普通高中毕业生 | 23.4 万人 | level",
  ]);
});

test("in so many of a kind says how many there are; one of so many does not", () => {
  expect(toldTexts("在1748名专任教师中,具有博士学位者占69%。", { title: "昌华大学概况" })[0]).toBe(
    "昌华大学: 专任教师 | 1748 名 | level",
  );
  expect(toldTexts("昌华大学是国家重点建设的西部14所高校之一。")).toEqual([]);
});

test("a zone's report is its own where no region speaks, 全市 is then the city around it", () => {
  const text = "上半年,规上工业企业实现税收1.11亿元,稳居全市第一。";
  expect(toldTexts(text, { title: "上半年昌华高新区工业经济稳中有进" })[0]).toBe(
    "昌华高新区: 规上工业企业实现税收 | 1.11 亿元 | level",
  );
  expect(toldTexts(`${text}我市新增企业5家。`, { title: "上半年昌华高新区工业经济稳中有进" })[0]).toBe(
    "规上工业企业实现税收 | 1.11 亿元 | level",
  );
  expect(toldTexts("全市高新技术企业912家。", { title: "昌华高新区简介" })).toEqual(["高新技术企业 | 912 家 | level"]);
});

test("whoever built it, a clause that begins so is about what was built", () => {
  expect(toldTexts("双方合建的青湖实验室已服务企业百余家。")).toEqual(["青湖实验室: 服务企业 | 100 家 | level"]);
  expect(toldTexts("蓝芯电子设立的昌华先进材料研究院累计服务企业216家。")).toEqual([
    "昌华先进材料研究院: 累计服务企业 | 216 家 | level",
  ]);
});
