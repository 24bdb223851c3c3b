/** Several figures in a row, and counts of what stands behind them. */
import { describe, expect, test } from "vitest";

import { toldTexts } from "./a-document.ts";

describe("what the last of several metrics says for all", () => {
  test.each([
    ["快递、电信业务量分别增长16%、10.7%。", ["快递业务量 | 16 % | growth", "电信业务量 | 10.7 % | growth"]],
    ["国内游客、入境游客数量分别增长6.9%、68.4%。", ["国内游客数量 | 6.9 % | growth", "入境游客数量 | 68.4 % | growth"]],
    [
      "企业、科研机构、高等学校的研发经费分别为259亿元、38亿元和27亿元。",
      ["企业的研发经费 | 259 亿元 | level", "科研机构的研发经费 | 38 亿元 | level", "高等学校的研发经费 | 27 亿元 | level"],
    ],
    [
      "文化及相关产业、旅游及相关产业增加值占地区生产总值比重分别超过2%、5%。",
      ["文化及相关产业增加值占地区生产总值比重 | 2 % | level", "旅游及相关产业增加值占地区生产总值比重 | 5 % | level"],
    ],
  ] as [string, string[]][])("reads %s", (text, finds) => {
    expect(toldTexts(text)).toEqual(finds);
  }); // prettier-ignore

  test("metrics that are whole stay as they are", () => {
    expect(toldTexts("瞪羚企业、独角兽企业分别达36家和8家。")).toEqual(["瞪羚企业 | 36 家 | level", "独角兽企业 | 8 家 | level"]);
    expect(toldTexts("专利授权量、技术合同成交额分别增长8%和9%。")).toEqual(["专利授权量 | 8 % | growth", "技术合同成交额 | 9 % | growth"]);
  }); // prettier-ignore
});

describe("counts", () => {
  test.each([
    ["8所高校14个学科入选建设名单。", ["高校 | 8 所 | level", "学科入选建设名单 | 14 个 | level"]],
    ["建成12个小镇、5个工业园区和3个工程研究中心。", ["建成小镇 | 12 个 | level", "工业园区 | 5 个 | level", "工程研究中心 | 3 个 | level"]],
    ["组建13家企业创新联合体。", ["组建企业创新联合体 | 13 家 | level"]],
    ["推出35个对接重点平台。", ["推出对接重点平台 | 35 个 | level"]],
    ["出台配套政策,上线12个场景应用。", ["上线场景应用 | 12 个 | level"]],
    ["培育6个世界级、9个区域级产业集群。", ["培育世界级产业集群 | 6 个 | level", "区域级产业集群 | 9 个 | level"]],
    ["引进亿元以上项目213个,总投资860亿元。", ["引进亿元以上项目 | 213 个 | level", "亿元以上项目总投资 | 860 亿元 | level"]],
  ] as [string, string[]][])("reads %s", (text, finds) => {
    expect(toldTexts(text)).toEqual(finds);
  }); // prettier-ignore

  test.each(["围绕3个方面提出23个主要指标。", "营业收入连续24个月保持两位数增长。", "为期3个月,每个工作日受理。"])(
    "finds nothing in %s",
    (text) => {
      expect(toldTexts(text)).toEqual([]);
    },
  );

  test("verbs that begin a noun say nothing of its parts", () => {
    expect(toldTexts("研发机构总数达130家,其中技术转移机构12家。").at(-1)).toBe("技术转移机构 | 12 家 | level");
    expect(toldTexts("新增孵化器9家,其中专业孵化器2家。").at(-1)).toBe("新增专业孵化器 | 2 家 | level");
  });
});

describe("twins, heads and magnitudes that several share", () => {
  test.each([
    ["食品、药品抽检合格率分别达99.6%、99.7%。", ["食品抽检合格率 | 99.6 % | level", "药品抽检合格率 | 99.7 % | level"]],
    ["城乡居民人均可支配收入分别增长6%和7.4%。", ["城镇居民人均可支配收入 | 6 % | growth", "农村居民人均可支配收入 | 7.4 % | growth"]],
    ["市属企业营收和利润分别居全省第5、第6位。", ["市属企业营收 | 5 位 | rank", "市属企业利润 | 6 位 | rank"]],
    ["电子信息、装备制造业规模分别达1.28万亿、8200亿元。", ["电子信息规模 | 1.28 万亿元 | level", "装备制造业规模 | 8200 亿元 | level"]],
    ["高新技术企业增至322家、科技型中小企业增至940家,均居全省第一。", [
      "高新技术企业 | 322 家 | level", "科技型中小企业 | 940 家 | level",
      "高新技术企业 | 1 位 | rank", "科技型中小企业 | 1 位 | rank",
    ]],
    ["专利授权量、技术合同成交额均居全省首位。", ["专利授权量 | 1 位 | rank", "技术合同成交额 | 1 位 | rank"]],
    ["8个产业规模超千亿元,3个县区研发投入突破10亿元。", ["产业规模超千亿元 | 8 个 | level", "县区研发投入突破10亿元 | 3 个 | level"]],
    ["粮食总产量达到871.6亿斤,中欧班列开行924列。", ["粮食总产量 | 871.6 亿斤 | level", "中欧班列开行 | 924 列 | level"]],
  ] as [string, string[]][])("reads %s", (text, finds) => {
    expect(toldTexts(text)).toEqual(finds);
  }); // prettier-ignore
});
