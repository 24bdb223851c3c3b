/** Whole small documents and every relation that they state: the rules together, with subjects, status and negation. */
import { describe, expect, test } from "vitest";

import { findRelations } from "../../../../../../ingest/extract/text/04-relations/find-relations.ts";
import type { Mode } from "../../../../../../ingest/extract/text/text-document.ts";
import { annotatedText } from "../../../../../support/annotated-text.ts";

interface Case {
  readonly says: string;
  readonly text: string;
  readonly region?: string;
  readonly mode?: Mode;
  readonly title?: string;
  readonly date?: string;
  readonly relations: readonly string[];
}

function relationsOf({ text, region, mode, title, date }: Case): string[] {
  const { document, named } = annotatedText(text, { region, mode, title, date });
  const nameOf = (entity: number) => named.entities[entity]!.name;
  const found = new Map<string, string>();
  for (const { type, from, to, status } of findRelations(document, named)) {
    const key = `${type} ${nameOf(from)} -> ${nameOf(to)}`;
    if (found.get(key) !== "") found.set(key, status === "planned" ? " (planned)" : "");
  }
  return [...found].map(([key, status]) => key + status).sort();
}

function hold(cases: readonly Case[]): void {
  test.each(cases)("$says", (it) => expect(relationsOf(it)).toEqual([...it.relations].sort()));
}

describe("subjects", () => {
  hold([
    {
      says: "carries the subject over clauses, past those who build",
      text: "[湖北隆中实验室|L]落户[襄阳市|R],由[武汉理工大学|U]牵头,[湖北文理学院|U]、[东风汽车|C]等共同建设,聚焦[车用材料|F]。",
      region: "襄阳市",
      relations: [
        "CO_BUILT_WITH 湖北隆中实验室 -> 东风汽车",
        "CO_BUILT_WITH 湖北隆中实验室 -> 武汉理工大学",
        "CO_BUILT_WITH 湖北隆中实验室 -> 湖北文理学院",
        "FOCUSES_ON 湖北隆中实验室 -> 车用材料",
        "LEADS 武汉理工大学 -> 湖北隆中实验室",
        "LOCATED_IN 湖北隆中实验室 -> 襄阳市",
      ],
    },
    {
      says: "gives what a section or a paragraph tells of 园区 to the one that it is about",
      text: "# [江海产业园|Z]\n[江海产业园|Z]位于[淮安市|R]。园区以[盐化工|F]为主导产业。\n# [运河产业园|Z]\n园区以[物流装备|F]为主导产业。\n[白马湖产业园|Z]位于[淮安市|R]。园区以[食品加工|F]为主导产业。",
      region: "淮安市",
      relations: [
        "FOCUSES_ON 江海产业园 -> 盐化工",
        "FOCUSES_ON 白马湖产业园 -> 食品加工",
        "FOCUSES_ON 运河产业园 -> 物流装备",
        "LOCATED_IN 江海产业园 -> 淮安市",
        "LOCATED_IN 白马湖产业园 -> 淮安市",
        "LOCATED_IN 运河产业园 -> 淮安市",
      ],
    },
    {
      says: "reads a paragraph that begins with 实验室 about the one that the paragraph before names",
      text: "[稻田生态实验室|L]聚焦[生态农业|F]。\n[兽药安全实验室|L]获批建设。\n实验室聚焦[兽药残留|F]。",
      region: "扬州市",
      relations: [
        "FOCUSES_ON 兽药安全实验室 -> 兽药残留",
        "FOCUSES_ON 稻田生态实验室 -> 生态农业",
        "LOCATED_IN 兽药安全实验室 -> 扬州市",
        "LOCATED_IN 稻田生态实验室 -> 扬州市",
      ],
    },
    {
      says: "takes no region for a university that is not named",
      text: "我校分别与[沿海机器人研究院|I]、[港城联合创新中心|P]签署合作协议。",
      region: "连云港市",
      relations: [],
    },
    {
      says: "tells the area of a zone from the area of the document's region",
      text: "[翠屏新区|Z]位于[珠三角|R]南翼,是重点打造的新城。",
      region: "保定市",
      relations: ["LOCATED_IN 翠屏新区 -> 珠三角"],
    },
    {
      says: "reads an aside between dashes about the body named before it, as it is in a plan too",
      text: "推动[花溪实验室|L]实体化运行——该实验室由[贵州大学|U]牵头,会同[贵州医科大学|U]组建,重点布局[绿色农药|F]等方向——引进团队8个。",
      region: "贵阳市",
      mode: "plan",
      relations: [
        "CO_BUILT_WITH 花溪实验室 -> 贵州医科大学",
        "CO_BUILT_WITH 花溪实验室 -> 贵州大学",
        "FOCUSES_ON 花溪实验室 -> 绿色农药",
        "LEADS 贵州大学 -> 花溪实验室",
        "LOCATED_IN 花溪实验室 -> 贵阳市",
      ],
    },
    {
      says: "follows bare second mentions to the body named before",
      text: "[厦门大学|U]与[宁德时代|C]共建[海沧储能研究院|I]。研究院位于[海沧区|R],现任院长为[孙立|N]。",
      region: "厦门市",
      relations: [
        "CO_BUILT_WITH 海沧储能研究院 -> 厦门大学",
        "CO_BUILT_WITH 海沧储能研究院 -> 宁德时代",
        "LEADS 孙立 -> 海沧储能研究院",
        "LOCATED_IN 厦门大学 -> 厦门市",
        "LOCATED_IN 海沧储能研究院 -> 海沧区",
        "PART_OF 海沧区 -> 厦门市",
      ],
    },
    {
      says: "follows a bare second mention to the laboratory of its own paragraph",
      text: "[淮河材料实验室|L]由[安徽大学|U]建设。\n[皖江智能实验室|L]于2021年获批。该实验室依托[合肥工业大学|U]建设。",
      relations: ["AFFILIATED_WITH 淮河材料实验室 -> 安徽大学", "AFFILIATED_WITH 皖江智能实验室 -> 合肥工业大学"],
    },
    {
      says: "goes on in the next sentence about the only body that a heading names",
      text: "# 建设[右江芒果实验室|L]\n由[百色市人民政府|G]与[广西大学|U]合力建设,选址[右江区|R]。",
      region: "百色市",
      mode: "plan",
      relations: [
        "CO_BUILT_WITH 右江芒果实验室 -> 广西大学 (planned)",
        "CO_BUILT_WITH 右江芒果实验室 -> 百色市人民政府 (planned)",
        "LOCATED_IN 右江芒果实验室 -> 右江区 (planned)",
        "LOCATED_IN 百色市人民政府 -> 百色市",
        "PART_OF 右江区 -> 百色市",
      ],
    },
    {
      says: "lets a speaker's body act in what is told",
      text: "[福州大学|U]校长[林岚|N]介绍,明年将与[宁德时代|C]共建[闽东储能研究院|I]。\n他表示,还将联合[福建师范大学|U]组建[闽江数学中心|I]。",
      region: "宁德市",
      relations: [
        "CO_BUILT_WITH 闽东储能研究院 -> 宁德时代 (planned)",
        "CO_BUILT_WITH 闽东储能研究院 -> 福州大学 (planned)",
        "CO_BUILT_WITH 闽江数学中心 -> 福州大学 (planned)",
        "CO_BUILT_WITH 闽江数学中心 -> 福建师范大学 (planned)",
        "LEADS 林岚 -> 福州大学",
        "LOCATED_IN 闽东储能研究院 -> 宁德市 (planned)",
        "LOCATED_IN 闽江数学中心 -> 宁德市 (planned)",
      ],
    },
    {
      says: "knows whom 我校 and 我局 mean",
      text: "我局与[福州大学|U]签约。[宁德市科学技术局|G]",
      region: "宁德市",
      relations: [
        "LOCATED_IN 宁德市科学技术局 -> 宁德市",
        "PARTNERS_WITH 福州大学 -> 宁德市",
        "PARTNERS_WITH 福州大学 -> 宁德市科学技术局",
      ],
    },
    {
      says: "aligns 分别 one by one",
      text: "[九洲电器|C]、[长虹控股|C]分别牵头组建[北斗创新联合体|O]、[家电创新联合体|O]。[江油市|R]和[梓潼县|R]分别聚焦[特钢材料|F]、[氢能|F]和[蜜柚加工|F]。",
      region: "绵阳市",
      relations: [
        "FOCUSES_ON 梓潼县 -> 蜜柚加工",
        "FOCUSES_ON 江油市 -> 氢能",
        "FOCUSES_ON 江油市 -> 特钢材料",
        "LEADS 九洲电器 -> 北斗创新联合体",
        "LEADS 长虹控股 -> 家电创新联合体",
        "LOCATED_IN 北斗创新联合体 -> 绵阳市",
        "LOCATED_IN 家电创新联合体 -> 绵阳市",
        "PART_OF 梓潼县 -> 绵阳市",
        "PART_OF 江油市 -> 绵阳市",
      ],
    },
    {
      says: "does not give to the region what an unnamed firm does, nor to a firm what its head does",
      text: "江苏某智能装备集团牵头组建[装备创新联合体|O]。[科达集团|C]董事长[刘岩|N]获评[“黄河口”创业人才计划|S]。",
      region: "东营市",
      relations: ["LEADS 刘岩 -> 科达集团", "LOCATED_IN 装备创新联合体 -> 东营市"],
    },
    {
      says: "takes a part of the region that acts for the place of what it builds",
      text: "[南康区|R]打造[家居科创城|P];[信丰县|R]联合[江西理工大学|U]成立[脐橙深加工研究院|I]。",
      region: "赣州市",
      relations: [
        "CO_BUILT_WITH 脐橙深加工研究院 -> 信丰县",
        "CO_BUILT_WITH 脐橙深加工研究院 -> 江西理工大学",
        "LOCATED_IN 家居科创城 -> 南康区",
        "LOCATED_IN 脐橙深加工研究院 -> 信丰县",
        "PART_OF 信丰县 -> 赣州市",
        "PART_OF 南康区 -> 赣州市",
      ],
    },
  ]);
});

describe("kinds of documents", () => {
  hold([
    {
      says: "reads a profile as being about its subject",
      title: "西电简介",
      text: "# [西安电子科技大学|U]简介\n[西安电子科技大学|U]坐落在[西安市|R]。学校与[中兴通讯|C]建立了长期合作关系,与[重庆市|R]共建[渝州集成电路研究院|I]。现任校长为[张明|N]。",
      region: "西安市",
      relations: [
        "CO_BUILT_WITH 渝州集成电路研究院 -> 西安电子科技大学",
        "CO_BUILT_WITH 渝州集成电路研究院 -> 重庆市",
        "LEADS 张明 -> 西安电子科技大学",
        "LOCATED_IN 西安电子科技大学 -> 西安市",
        "PARTNERS_WITH 中兴通讯 -> 西安电子科技大学",
      ],
    },
    {
      says: "knows the parties of an agreement",
      text: "甲方:[德清县人民政府|G]\n乙方:[浙江工业大学|U]\n双方共建[莫干山碳材料研究院|I]。甲方提供场地,乙方派遣专家。",
      region: "德清县",
      mode: "plan",
      relations: [
        "CO_BUILT_WITH 莫干山碳材料研究院 -> 德清县人民政府 (planned)",
        "CO_BUILT_WITH 莫干山碳材料研究院 -> 浙江工业大学 (planned)",
        "LOCATED_IN 德清县人民政府 -> 德清县",
        "LOCATED_IN 莫干山碳材料研究院 -> 德清县 (planned)",
      ],
    },
    {
      says: "reads the rows of a table by their heads",
      text: "|名称|建设单位|所在地|\n|[湛江湾实验室|L]|[广东海洋大学|U]|[麻章区|R]|\n|[雷州热作研究中心|I]|[岭南师范学院|U]|[雷州市|R]|",
      region: "湛江市",
      relations: [
        "AFFILIATED_WITH 湛江湾实验室 -> 广东海洋大学",
        "AFFILIATED_WITH 雷州热作研究中心 -> 岭南师范学院",
        "LOCATED_IN 湛江湾实验室 -> 麻章区",
        "LOCATED_IN 雷州热作研究中心 -> 雷州市",
        "PART_OF 雷州市 -> 湛江市",
        "PART_OF 麻章区 -> 湛江市",
      ],
    },
    {
      says: "reads list items whose body stands before a colon",
      text: "[滨海新材料研究院|I]:[盐城市|R]与[东华大学|U]联合成立,位于[大丰区|R]",
      region: "盐城市",
      relations: [
        "CO_BUILT_WITH 滨海新材料研究院 -> 东华大学",
        "CO_BUILT_WITH 滨海新材料研究院 -> 盐城市",
        "LOCATED_IN 滨海新材料研究院 -> 大丰区",
        "PART_OF 大丰区 -> 盐城市",
      ],
    },
  ]);
});

describe("status", () => {
  hold([
    {
      says: "plans what is only to be built, and every edge of it",
      text: "谋划建设[淮海氢能实验室|L],推动[江苏大学徐州农机研究院|I]落地,聚焦[农业机械|F]。[江苏大学|U]",
      region: "徐州市",
      relations: [
        "AFFILIATED_WITH 江苏大学徐州农机研究院 -> 江苏大学 (planned)",
        "FOCUSES_ON 江苏大学徐州农机研究院 -> 农业机械 (planned)",
        "LOCATED_IN 江苏大学徐州农机研究院 -> 徐州市 (planned)",
        "LOCATED_IN 淮海氢能实验室 -> 徐州市 (planned)",
      ],
    },
    {
      says: "takes what is unveiled or founded for there, and 建设 with an object for a verb",
      text: "滁州拟引进[安徽大学滁州创新中心|P]。[安徽大学滁州创新中心|P]的建立,标志着合作迈上新台阶。为[滁州高新区|Z]建设具有影响力的园区提供支撑。[安徽大学|U]",
      region: "滁州市",
      relations: [
        "AFFILIATED_WITH 安徽大学滁州创新中心 -> 安徽大学",
        "LOCATED_IN 安徽大学滁州创新中心 -> 滁州市",
        "LOCATED_IN 滁州高新区 -> 滁州市",
      ],
    },
    {
      says: "sees a body at work, whatever is still built of it",
      text: "推进[云龙湖实验室|L]建设。[云龙湖实验室|L]获批省重点实验室。",
      region: "徐州市",
      relations: ["LOCATED_IN 云龙湖实验室 -> 徐州市"],
    },
    {
      says: "goes on in a plan with what is deepened, and begins what is carried out",
      text: "深化[“放管服”改革|S]。实施[“汉风英才”计划|S]。落实[徐州市科技创新条例|D],出台[徐州市人才政策二十条|D]。",
      region: "徐州市",
      mode: "plan",
      relations: [
        "IMPLEMENTS 徐州市 -> “放管服”改革",
        "IMPLEMENTS 徐州市 -> “汉风英才”计划 (planned)",
        "ISSUED 徐州市 -> 徐州市人才政策二十条 (planned)",
        "ISSUED 徐州市 -> 徐州市科技创新条例",
      ],
    },
    {
      says: "takes a year for a plan only where it comes after the document",
      text: "到2020年,与[中国矿业大学|U]建立合作关系。到2030年,与[江苏师范大学|U]建立合作关系。",
      region: "徐州市",
      date: "2022-03-01",
      relations: ["PARTNERS_WITH 中国矿业大学 -> 徐州市", "PARTNERS_WITH 江苏师范大学 -> 徐州市 (planned)"],
    },
  ]);
});

describe("what is only denied, compared with or met", () => {
  hold([
    {
      says: "makes no relation of what is missing elsewhere",
      text: "没有类似[之江实验室|L]的平台,与[苏州市|R]、[无锡市|R]相比差距较大。",
      region: "徐州市",
      relations: [],
    },
    {
      says: "gives no local place to partners, parents and national bodies",
      text: "深化与[中国工程院|I]、[紫金山实验室|L]的合作,获[国家发展改革委|G]支持。",
      region: "徐州市",
      relations: ["PARTNERS_WITH 中国工程院 -> 徐州市", "PARTNERS_WITH 紫金山实验室 -> 徐州市"],
    },
    {
      says: "gives no edge for awards that unnamed projects won",
      text: "21项成果获[江苏省科学技术奖|S],5家企业入选[国家知识产权示范企业|S]。",
      region: "徐州市",
      relations: [],
    },
  ]);
});
