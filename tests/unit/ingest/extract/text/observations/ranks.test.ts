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
    "昌华高新区: 国家高新区排名 | 8 位 | growth 2018",
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

test("翻番 is growth, 是…的几倍 a level, a fifth 20 %", () => {
  expect(toldTexts("工业机器人产量翻一番。技术合同成交额31.7亿元,是2020年的4.2倍。")).toEqual([
    "工业机器人产量 | 1 倍 | growth",
    "技术合同成交额 | 31.7 亿元 | level",
    "技术合同成交额是2020年的倍数 | 4.2 倍 | level",
  ]);
  expect(toldTexts("锂电产业产值达2750亿元,约占全国同行业的五分之一,连续三年居全国地级市首位。")).toEqual([
    "锂电产业产值 | 2750 亿元 | level",
    "锂电产业产值占全国同行业比重 | 20 % | level",
    "锂电产业产值 | 1 位 | rank",
  ]);
  expect(toldTexts("企业总量仅为外地的十分之一。")).toEqual([]);
});

test("figures of several years, bodies and metrics one after the other", () => {
  const years = toldIn("2021—2023年,全市入库科技型中小企业依次为865家、1042家、1317家。");
  expect(years.map(({ told, year }) => `${told} ${year}`)).toEqual([
    "入库科技型中小企业 | 865 家 | level 2021",
    "入库科技型中小企业 | 1042 家 | level 2022",
    "入库科技型中小企业 | 1317 家 | level 2023",
  ]);
  expect(toldTexts("城东县、城西县技工贸总收入突破千亿元,分别完成1126亿元、1038.5亿元。")).toEqual([
    "城东县: 技工贸总收入 | 1126 亿元 | level",
    "城西县: 技工贸总收入 | 1038.5 亿元 | level",
  ]);
  expect(toldTexts("小巨人企业23家,省级专精特新企业241家,分别居全省第六位、第四位。").slice(2)).toEqual([
    "小巨人企业 | 6 位 | rank",
    "省级专精特新企业 | 4 位 | rank",
  ]);
});

test("the growth that is compared is that of what grew", () => {
  expect(toldTexts("规上工业增加值增长6.3%,增速比全省平均水平快1.2个百分点,排全省第5位。").slice(1)).toEqual([
    "规上工业增加值增速比全省平均水平快 | 1.2 个百分点 | level",
    "规上工业增加值增速 | 5 位 | rank",
  ]);
});

test("a policy's number of items and the last of a list are no figures", () => {
  expect(toldTexts("落实人才振兴60条,对排名后两位的进行约谈。")).toEqual([]);
});

test("prizes of a grade are those of the prize before", () => {
  expect(toldTexts("省科学技术奖获奖项目4项,其中一等奖1项。")[1]).toBe("省科学技术奖一等奖 | 1 项 | level");
});

test("a bound set in a plan is a goal of the year that it plans for", () => {
  const told = toldIn("2024年,财政科技支出1.94亿元。各县财政科技支出增幅不低于10%。", {
    planYear: 2025,
    reportYear: 2024,
  });
  expect(told.map(({ told, year }) => `${told} ${year}`)).toEqual([
    "财政科技支出 | 1.94 亿元 | level 2024",
    "各县财政科技支出增幅 | 10 % | target 2025",
  ]);
});

test("several metrics come from where their year is told, and reach what follows", () => {
  const told = toldIn("城乡居民收入从2021年的4.6万元和1.6万元分别提高到5.8万元和2.3万元。", { date: "2025-12-30" });
  expect(told.map(({ told, year }) => `${told} ${year}`)).toEqual([
    "城镇居民收入 | 4.6 万元 | level 2021",
    "农村居民收入 | 1.6 万元 | level 2021",
    "城镇居民收入 | 5.8 万元 | level 2025",
    "农村居民收入 | 2.3 万元 | level 2025",
  ]);
  expect(toldTexts("地区总部、研发中心分别从771家、481家增加到1076家、636家。")).toEqual([
    "地区总部 | 1076 家 | level",
    "研发中心 | 636 家 | level",
  ]);
});

test("nouns that begin like words of place or manner are counted", () => {
  expect(toldTexts("惠及120万户居民,打造150个和美乡村,改造2.5万套(间)危旧房。")).toEqual([
    "惠及居民 | 120 万户 | level",
    "打造和美乡村 | 150 个 | level",
    "改造危旧房 | 2.5 万套 | level",
  ]);
});

test("what is added besides belongs to the next figure", () => {
  expect(toldTexts("新增1个国家级产业集群、新入规加工企业20家以上。")).toEqual([
    "新增国家级产业集群 | 1 个 | level",
    "新入规加工企业 | 20 家 | level",
  ]);
});

test("a total at the beginning of a sentence is of what the one before told", () => {
  expect(toldTexts("登记经营主体320万户。总量达2037万户。")[1]).toBe("登记经营主体总量 | 2037 万户 | level");
});

test("shares of parts that one measure stands behind, and measures with their base in brackets", () => {
  expect(toldTexts("企业、研究机构、高等学校经费所占比重分别为51.8%、36.4%和10.7%。")).toEqual([
    "企业经费所占比重 | 51.8 % | level",
    "研究机构经费所占比重 | 36.4 % | level",
    "高等学校经费所占比重 | 10.7 % | level",
  ]);
  expect(toldTexts("装备制造业研发经费186.9亿元,投入强度(与营业收入之比)为2.38%。")[1]).toBe(
    "装备制造业研发经费投入强度(与营业收入之比) | 2.38 % | level",
  );
});

test("a goal within so many years has no year where nobody says from when", () => {
  const told = toldIn("力争三年内突破关键技术20项、制定标准15项。", { date: "2023-11-20" });
  expect(told.map(({ told, year }) => `${told} ${year}`)).toEqual([
    "突破关键技术 | 20 项 | target null",
    "制定标准 | 15 项 | target null",
  ]);
});

test("places that share alike have it of what was told last", () => {
  expect(toldTexts("创新平台达到200家,研发机构保持在30家;城东县、城西县各2家。").slice(2)).toEqual([
    "城东县: 研发机构 | 2 家 | level",
    "城西县: 研发机构 | 2 家 | level",
  ]);
});

test("a list of the best of the whole country is where the region ranks", () => {
  expect(
    toldTexts("2018年全国综合实力百强县市排名第71位,较上年前移2位。").map((told) => told.split(" | ").slice(1)),
  ).toEqual([
    ["71 位", "rank"],
    ["2 位", "growth"],
  ]);
});
