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

describe("what sums a list up", () => {
  test.each([
    ["规上工业总产值926亿元,其中新材料、节能环保两大主导产业占比分别为36.2%、14.8%。", [
      "规上工业总产值 | 926 亿元 | level",
      "新材料主导产业占规上工业总产值比重 | 36.2 % | level",
      "节能环保主导产业占规上工业总产值比重 | 14.8 % | level",
    ]],
    ["煤电化工、现代农业两个领域入选人才分别为19名、21名。", ["煤电化工领域入选人才 | 19 名 | level", "现代农业领域入选人才 | 21 名 | level"]],
    ["采煤业、炼钢业研发经费均超过40亿元,分别为46.8亿元、71.5亿元。", ["采煤业研发经费 | 46.8 亿元 | level", "炼钢业研发经费 | 71.5 亿元 | level"]],
    ["高新技术企业486家、科技型中小企业932家,总量分别占全省的38.5%和36.2%。", [
      "高新技术企业 | 486 家 | level", "科技型中小企业 | 932 家 | level",
      "高新技术企业占全省比重 | 38.5 % | level", "科技型中小企业占全省比重 | 36.2 % | level",
    ]],
    ["成果转化率由2021年的38.6%、2022年的43.9%提高到47.2%。", ["成果转化率 | 38.6 % | level", "成果转化率 | 43.9 % | level", "成果转化率 | 47.2 % | level"]],
    ["137项成果获省科学技术奖,占授奖总数的52.3%,其中一等奖21项。", [
      "成果获省科学技术奖 | 137 项 | level", "成果获省科学技术奖占授奖总数比重 | 52.3 % | level", "成果获省科学技术奖一等奖 | 21 项 | level",
    ]],
    ["15个项目合同总额2.37亿元。", ["项目 | 15 个 | level", "项目合同总额 | 2.37 亿元 | level"]],
    ["昌华大学、远航科技等9家单位为副理事长单位。", ["副理事长单位 | 9 家 | level"]],
    ["落实研发费用加计扣除新政,全年减免税额31.4亿元。", ["研发费用加计扣除减免税额 | 31.4 亿元 | level"]],
    ["企业牵头的平台仅占39.5%。", ["企业牵头的平台占比 | 39.5 % | level"]],
  ] as [string, string[]][])("reads %s", (text, finds) => {
    expect(toldTexts(text)).toEqual(finds);
  }); // prettier-ignore

  test.each([
    "青年团队给予50万元支持。",
    "领军型团队给予100万元至200万元经费支持。",
    "统计范围是主营业务收入2000万元及以上的工业法人单位。",
    "注:研发投入强度按1.5%修订。",
  ])("finds nothing in %s", (text) => {
    expect(toldTexts(text)).toEqual([]);
  });
});
