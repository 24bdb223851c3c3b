import fc from "fast-check";
import { expect, test } from "vitest";

import { indicatorName } from "../../../../../../server/graph/reading/indicators/indicator-name.ts";

test.each([
  [
    "研发投入强度",
    [
      "全社会R&D经费支出占GDP的比重",
      "R&D经费投入占地区生产总值比例",
      "全社会研究与试验发展经费支出占生产总值比重",
      "研发经费投入强度",
    ],
  ],
  ["国家高新技术企业", ["高新技术企业数量", "全市高新技术企业总数", "高企", "国家级高新技术企业"]],
  ["新增国家高新技术企业", ["新认定高新技术企业", "新增高企"]],
  ["全社会研发经费", ["全社会R&D经费支出", "研发投入", "R&D 经费内部支出"]],
  ["发明专利授权量", ["发明专利授权数", "发明专利授权数量"]],
  ["技术交易额", ["技术交易总额", "技术交易金额"]],
  ["每万人高价值发明专利拥有量", ["每万人口高价值发明专利拥有量", "万人高价值发明专利拥有量"]],
  ["高新技术产业增加值占规上工业增加值比重", ["高新技术产业增加值占规模以上工业增加值的比重"]],
])("%s is one indicator under all its wordings", (usual, wordings) => {
  for (const wording of wordings) expect(indicatorName(wording), wording).toBe(usual);
});

test.each([
  ["技术交易额", "技术合同成交额"],
  ["规上工业企业研发费用占营业收入比重", "规上工业企业研发经费支出占营业收入比重"],
  ["新增高新技术企业", "高新技术企业"],
  ["发明专利授权量", "专利授权量"],
  ["省级科技型中小企业", "国家科技型中小企业"],
  ["高新技术产业增加值", "高新技术产业增加值占规上工业增加值比重"],
])("%s and %s measure different things", (a, b) => {
  expect(indicatorName(a)).not.toBe(indicatorName(b));
});

test("the usual name of a usual name is itself", () => {
  const words = [
    "全社会",
    "研发",
    "R&D",
    "经费",
    "支出",
    "占",
    "GDP",
    "的比重",
    "高新技术企业",
    "数量",
    "规模以上",
    "每万人口",
    "发明专利",
    "授权",
    "新增",
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }), (parts) => {
      const usual = indicatorName(parts.join(""));
      expect(indicatorName(usual)).toBe(usual);
    }),
  );
});
