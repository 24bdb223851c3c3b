import { expect, test } from "vitest";

import { findFigures } from "../../../../../../ingest/extract/text/05-observations/figure.ts";
import { findRanks } from "../../../../../../ingest/extract/text/05-observations/rank.ts";

const figures = (text: string) =>
  findFigures(text, 0, text.length, () => false).map(({ value, unit }) => `${value}${unit}`);
const ranks = (text: string) =>
  findRanks(text, 0, text.length).map(({ value, unit, scope }) => `${scope}${value}${unit}`);

test.each([
  ["新建重点实验室3-4家", ["3家"]],
  ["增速保持在10%至15%", ["10%"]],
  ["分别提高8.2和5.6个百分点", ["8.2个百分点", "5.6个百分点"]],
  ["科研人员上百名", ["100名"]],
  ["产值突破千亿元", ["1000亿元"]],
  ["近四成企业设立研发机构", ["40%"]],
  ["企业投入占九成六", ["96%"]],
  ["两家企业上市", ["2家"]],
  ["增长-3.2%", ["-3.2%"]],
])("%s holds %j", (text, expected) => {
  expect(figures(text)).toEqual(expected);
});

test.each([
  "第3家试点单位",
  "数十家企业",
  "几百名专家",
  "打通四个环节",
  "开展三项制度改革",
  "一个平台、一个主体",
  "沿G60走廊5城布局",
  "前50名企业",
  "每10家企业中",
  "利用2/3以上时间",
  "按1:3比例配套",
  "十五五规划",
])("%s holds no figure", (text) => {
  expect(figures(text)).toEqual([]);
});

test.each([
  ["指数居全省第四位", ["全省4位"]],
  ["在全国排106位", ["全国106位"]],
  ["排名全国同类城市第12", ["全国同类城市12位"]],
  ["总量居全省第二和第四", ["全省2位", "全省4位"]],
  ["推动高新区向全国前40%迈进", ["全国40%"]],
  ["列走廊九城第一", ["走廊九城1位"]],
  ["达到全市前3水平", ["全市3位"]],
  ["跻身全国前二十", ["全国20位"]],
])("%s tells the rank %j", (text, expected) => {
  expect(ranks(text)).toEqual(expected);
});

test.each([
  "1家高新区进入全省前十",
  "位居全省前列",
  "全省第一批",
  "第三届大赛",
  "均居全省前三位",
  "创新放在首位",
  "第一季度",
  "全省第二医院",
])("%s tells no rank", (text) => {
  expect(ranks(text)).toEqual([]);
});
