import { describe, expect, test } from "vitest";

import { toldIn, toldTexts } from "./a-document.ts";

const years = (text: string, frame = {}) =>
  toldIn(text, frame).map(({ told, year }) => `${told.split(" | ")[0]} ${year}`);

test.each([
  ["its clause", "2021年高新技术企业300家,目前科研院所12家。", ["高新技术企业 2021", "科研院所 2023"]],
  [
    "a year in the midst of a clause, for that clause alone",
    "英才计划2022年入选团队3个,全市人才总量5万人。",
    ["英才计划入选团队 2022", "人才总量 2023"],
  ],
  [
    "the beginning of its paragraph",
    "2021年,全市新增高新技术企业30家。登记技术合同85份。",
    ["新增高新技术企业 2021", "登记技术合同 2021"],
  ],
  ["a heading", "一、2020年工作情况\n新增高新技术企业30家。", ["新增高新技术企业 2020"]],
  ["去年, against the date", "去年,全市新增高新技术企业30家。", ["新增高新技术企业 2022"]],
  [
    "an aside, for itself",
    "研发投入强度连续9年超过4%(2022年度达4.42%),人均专利3.2件。",
    ["研发投入强度 2023", "研发投入强度 2022", "人均专利 2023"],
  ],
  ["no year of comparison or foundation", "研究院2018年成立,研发投入比2020年增长12%。", ["研发投入 2023"]],
  ["a list of years", "2021年、2022年,全市专利授权量分别为300件和400件。", ["专利授权量 2021", "专利授权量 2022"]],
])("a figure takes its year from %s", (_, text, expected) => {
  expect(years(text, { date: "2023-05-06" })).toEqual(expected);
});

test("without a date an undated figure has no year, 今年 included", () => {
  expect(years("今年以来,新增高新技术企业30家。科研院所12家。")).toEqual(["新增高新技术企业 null", "科研院所 null"]);
});

test("a five-year plan without a date looks back on the years before its first", () => {
  const plan = "城东市科技创新“十四五”规划\n到2020年末,全市高新技术企业增至189家。到2025年,高新技术企业达380家。";
  expect(toldTexts(plan, { title: "城东市科技创新“十四五”规划", planYear: 2025 })).toEqual([
    "高新技术企业 | 189 家 | level",
    "高新技术企业 | 380 家 | target",
  ]);
});

test("去年 in a text without a date is the year that the text is on, where it says no 今年", () => {
  const text = "2022年,全市高新技术企业达300家。去年,技术合同成交额达40亿元。";
  expect(years(text)).toEqual(["高新技术企业 2022", "技术合同成交额 2022"]);
  expect(years(`${text}今年将增至50亿元。`)[1]).toBe("技术合同成交额 2021");
});

test("a document of January reports on the year before where it names it", () => {
  const text = "2022年,全市新增高新技术企业30家。\n登记技术合同85份。";
  expect(years(text, { date: "2023-01-10" })).toEqual(["新增高新技术企业 2022", "登记技术合同 2022"]);
  expect(years(text, { date: "2023-06-10" })).toEqual(["新增高新技术企业 2022", "登记技术合同 2023"]);
});

test.each([
  [
    "力争",
    "力争高新技术企业突破400家,技术合同成交额增长20%以上。",
    ["高新技术企业 | 400 家 | target", "技术合同成交额增长 | 20 % | target"],
  ],
  ["a year to come", "到2030年,高新技术企业达到900家。", ["高新技术企业 | 900 家 | target"]],
  [
    "the words that announce a list",
    "主要目标:\n——高新技术企业突破400家;\n——研发投入强度达3%。",
    ["高新技术企业 | 400 家 | target", "研发投入强度 | 3 % | target"],
  ],
  ["a heading of plans", "一、下一步打算\n新建重点实验室5家。", ["新建重点实验室 | 5 家 | target"]],
])("a goal is told by %s", (_, text, expected) => {
  expect(toldTexts(text, { date: "2023-05-06" })).toEqual(expected);
});

test.each([
  ["what is there already, in a plan", "一、下一步打算\n4家省级高新区持续提升。", ["省级高新区提升 | 4 家 | level"]],
  ["funds won", "全市争取资金6711万元。", ["争取资金 | 6711 万元 | level"]],
  [
    "projects won",
    "争取各类科技项目37项,争取到补助资金940万元。",
    ["争取各类科技项目 | 37 项 | level", "各类科技项目补助资金 | 940 万元 | level"],
  ],
  [
    "what a plan of the past ended with",
    "在“十二五”末突破7%,研发投入强度“十三五”末提升到7.2%。",
    ["研发投入强度 | 7.2 % | level"],
  ],
  ["将 that marks an object", "将评价结果抄送12家单位。", ["评价结果抄送单位 | 12 家 | level"]],
])("%s is no goal", (_, text, expected) => {
  expect(toldTexts(text, { date: "2023-05-06" })).toEqual(expected);
});

test.each([
  [
    "the body that its clause names",
    "青湖实验室现有固定人员126人,引进团队7支。",
    ["青湖实验室: 固定人员 | 126 人 | level", "青湖实验室: 引进团队 | 7 支 | level"],
  ],
  [
    "the document's region again after 全市",
    "青湖实验室引进团队7支,全市新增院士工作站2家。",
    ["青湖实验室: 引进团队 | 7 支 | level", "新增院士工作站 | 2 家 | level"],
  ],
  [
    "a second mention",
    "昌华先进材料研究院正式揭牌。研究院现有职工320人。",
    ["昌华先进材料研究院: 职工 | 320 人 | level"],
  ],
  [
    "the body that the clause before founded",
    "与昌华大学共建昌华先进材料研究院,已入驻团队9支。",
    ["昌华先进材料研究院: 入驻团队 | 9 支 | level"],
  ],
  [
    "the head of a list entry",
    "昌华高新区:2022年营业收入185亿元,高新技术企业46家。",
    ["昌华高新区: 营业收入 | 185 亿元 | level", "昌华高新区: 高新技术企业 | 46 家 | level"],
  ],
  [
    "several places, each its own",
    "城东县、城西县分别新增孵化器2家和1家。",
    ["城东县: 新增孵化器 | 2 家 | level", "城西县: 新增孵化器 | 1 家 | level"],
  ],
  [
    "the region where names are only listed",
    "远航科技、蓝芯电子等7家企业承担国家项目。",
    ["企业承担国家项目 | 7 家 | level"],
  ],
  ["nobody where it counts a wider whole", "全国现有高新技术企业3万家。", []],
  [
    "the province where the text names it and counts it",
    "全省现有高新技术企业3万家,其中我市420家。",
    ["华东省: 高新技术企业 | 3 万家 | level", "高新技术企业 | 420 家 | level"],
  ],
  [
    "nobody for how many places a whole has",
    "全国333个地级市共获批平台54个。全市8个县区共新增平台12个。",
    ["新增平台 | 12 个 | level"],
  ],
  [
    "the zone that 该区 stands for",
    "昌华高新区是昌华科创走廊的核心,2022年该区洽谈引进平台36个,其中已落户13个,即将签约3个。",
    [
      "昌华高新区: 洽谈引进平台 | 36 个 | level",
      "昌华高新区: 落户平台 | 13 个 | level",
      "昌华高新区: 即将签约平台 | 3 个 | level",
    ],
  ],
  [
    "the zone that 全区 stands for in the document of a city",
    "记者从昌华高新区获悉,全区新增市场主体3200户。",
    ["昌华高新区: 新增市场主体 | 3200 户 | level"],
  ],
  [
    "the region again for 全市 after a zone",
    "记者从昌华高新区获悉,全市新增市场主体3200户。",
    ["新增市场主体 | 3200 户 | level"],
  ],
  [
    "the region where 市县 act together",
    "城东县建成基地。市县联合开展专项行动4次。",
    ["联合开展专项行动 | 4 次 | level"],
  ],
  [
    "each place of a list of parts",
    "建有新型研发机构25家(其中城东县9家、城西县8家),省级平台81个。",
    [
      "新型研发机构 | 25 家 | level",
      "城东县: 新型研发机构 | 9 家 | level",
      "城西县: 新型研发机构 | 8 家 | level",
      "省级平台 | 81 个 | level",
    ],
  ],
  [
    "the region whose department acts, named behind it",
    "昌华市城东县科技局组织申报科技项目36项。",
    ["组织申报科技项目 | 36 项 | level"],
  ],
  [
    "the region where the body is only supported",
    "支持青湖实验室建设,新建省级平台5家。",
    ["新建省级平台 | 5 家 | level"],
  ],
])("the subject is %s", (_, text, expected) => {
  expect(toldTexts(text, { date: "2023-05-06" })).toEqual(expected);
});

test("sizes of a body have no year unless they are dated", () => {
  const told = toldIn("昌华高新区规划面积163.7平方公里,高新技术企业46家。", { date: "2023-05-06" });
  expect(told.map(({ year }) => year)).toEqual([null, 2023]);
});

test("a figure told twice is found once, equal numbers of different things stay", () => {
  const text = "新增高新技术企业163家。全年新认定国家高新技术企业163家。国家级众创空间163家,省级众创空间163家。";
  expect(toldTexts(text, { date: "2023-05-06" })).toEqual([
    "新增高新技术企业 | 163 家 | level",
    "国家级众创空间 | 163 家 | level",
    "省级众创空间 | 163 家 | level",
  ]);
});

test.each([
  [
    "a list of bodies is summed up by what they are",
    "新引进昌华大学、昌华先进材料研究院等4家研究机构。",
    ["新引进研究机构 | 4 家 | level"],
  ],
  [
    "an amount that describes what is counted stays in the indicator",
    "年营业收入2000万元以上的企业500家。",
    ["年营业收入2000万元以上的企业 | 500 家 | level"],
  ],
  [
    "a bare measure says of what",
    "登记技术合同35份,成交额1.46亿元。",
    ["登记技术合同 | 35 份 | level", "登记技术合同成交额 | 1.46 亿元 | level"],
  ],
  [
    "a part repeats the verb of the whole",
    "累计孵化企业1650户,其中规上企业97户。",
    ["累计孵化企业 | 1650 户 | level", "孵化规上企业 | 97 户 | level"],
  ],
])("%s", (_, text, expected) => {
  expect(toldTexts(text, { date: "2023-05-06" })).toEqual(expected);
});

test.each([
  [
    "a stock is not what was added",
    "新增示范企业21家,全市共计64家。",
    ["新增示范企业 | 21 家 | level", "示范企业累计 | 64 家 | level"],
  ],
  [
    "a heading before a colon is what verbs alone count",
    "高新技术企业:新认定56家,完成年度目标的112%。",
    ["新认定高新技术企业 | 56 家 | level", "高新技术企业完成年度目标 | 112 % | level"],
  ],
  [
    "the head of a metric outlives what describes it",
    "研究与试验发展经费占GDP的比重(投入强度)达3.2%。",
    ["研究与试验发展经费占GDP的比重(投入强度) | 3.2 % | level"],
  ],
  [
    "高位 and 大关 are no metric",
    "研发投入强度长期保持在6.5%以上的高位,2020年首次突破7%的大关。",
    ["研发投入强度 | 6.5 % | level", "研发投入强度 | 7 % | level"],
  ],
  [
    "a bound that announces a figure is left out",
    "技术合同成交额首次突破300亿元大关,达到312.6亿元。",
    ["技术合同成交额 | 312.6 亿元 | level"],
  ],
  [
    "a bound of another metric stays",
    "技术合同成交额突破300亿元,研发投入达到312.6亿元。",
    ["技术合同成交额 | 300 亿元 | level", "研发投入 | 312.6 亿元 | level"],
  ],
  [
    "totals in a row are each of its own",
    "引进创新团队6个、领军人才15人,总数分别达到38个和126人。",
    [
      "引进创新团队 | 6 个 | level",
      "领军人才 | 15 人 | level",
      "创新团队总数 | 38 个 | level",
      "领军人才总数 | 126 人 | level",
    ],
  ],
  ["an average of others is nobody's", "研发活动覆盖率为42.3%(全省平均36.1%)。", ["研发活动覆盖率 | 42.3 % | level"]],
  [
    "places that are written as counts are ranks",
    "综合创新指数排名由2015年的第89位升至第14位,科技进步位次由2018年的31位提升到2022年的22位。",
    ["综合创新指数排名 | 14 位 | rank", "科技进步位次 | 31 位 | rank", "科技进步位次 | 22 位 | rank"],
  ],
  [
    "a list that was named before is what ranks are of",
    "近日,某机构发布了县域创新百强榜。其中,城东县位列第6,城西县位列第20。",
    ["城东县: 县域创新百强榜排名 | 6 位 | rank", "城西县: 县域创新百强榜排名 | 20 位 | rank"],
  ],
  [
    "a name that stands for several leaves the noun",
    "新增昌华先进材料研究院等省级新型研发机构5家。",
    ["新增省级新型研发机构 | 5 家 | level"],
  ],
])("%s", (_, text, expected) => {
  expect(toldTexts(text, { date: "2023-05-06" })).toEqual(expected);
});

test("the only year of a text dates it, unless 今年 may mean another", () => {
  expect(years("近日,省里公布2021年第一批名单。全市获批平台3家。")).toEqual(["获批平台 2021"]);
  expect(years("近日,省里公布2021年第一批名单。今年以来,全市获批平台3家。")).toEqual(["获批平台 null"]);
  expect(years("研究院成立于2021年。全市获批平台3家。")).toEqual(["获批平台 null"]);
});

test("a plan that looks back reports under the headings that say so", () => {
  const plan = "加快建设平台。深化改革。优化服务。强化保障。推进转化。";
  const text = `一、2022年工作回顾\n新增孵化器5家。\n二、2023年重点工作\n${plan}新建实验室2家。`;
  expect(toldTexts(text, { date: "2023-02-06" })).toEqual(["新增孵化器 | 5 家 | level", "新建实验室 | 2 家 | target"]);
});

test("未来 begins a plan, 未来产业 does not", () => {
  expect(toldTexts("未来,新建实验室2家。", { date: "2023-05-06" })).toEqual(["新建实验室 | 2 家 | target"]);
  expect(toldTexts("未来产业基金设立,新建实验室2家。", { date: "2023-05-06" })).toEqual(["新建实验室 | 2 家 | level"]);
});

test("a text that introduces a body is about it, unless a region speaks", () => {
  const text = "昌华大学位于华东省,办学条件良好。\n省级重点学科10个。";
  expect(toldTexts(text, { date: "2023-05-06" })).toEqual(["昌华大学: 省级重点学科 | 10 个 | level"]);
  expect(toldTexts(`${text}我市高校3所。`, { date: "2023-05-06" })).toEqual([
    "省级重点学科 | 10 个 | level",
    "高校 | 3 所 | level",
  ]);
});

test("rows of places take their indicators from the head", () => {
  const text = "| 县区 | 高新技术企业(家) | 研发经费(亿元) |\n| 城东县 | 46 | 12.5 |\n| 城西县 | 31 | 8 |";
  expect(toldTexts(text, { date: "2023-05-06" })).toEqual([
    "城东县: 高新技术企业 | 46 家 | level",
    "城东县: 研发经费 | 12.5 亿元 | level",
    "城西县: 高新技术企业 | 31 家 | level",
    "城西县: 研发经费 | 8 亿元 | level",
  ]);
});

test("a place whose project goes on in the middle is no subject of the figures behind it", () => {
  const text = "创新能力明显提升,城东县重大科研设施加快建设,重点实验室达到8家。";
  expect(toldTexts(text)).toEqual(["重点实验室 | 8 家 | level"]);
  expect(toldTexts("创新能力明显提升,城东县积极探索,重点实验室达到8家。")).toEqual([
    "城东县: 重点实验室 | 8 家 | level",
  ]);
});

test("places that only begin the names of a list have no figure of their own", () => {
  expect(toldTexts("城东化工材料、城西县精细化工2个平台获评国家级。")).toEqual(["平台获评国家级 | 2 个 | level"]);
  expect(toldTexts("城东县化工材料、城西县精细化工2个平台获评国家级。")).toEqual(["平台获评国家级 | 2 个 | level"]);
});

test("how few there are elsewhere is no figure", () => {
  expect(toldTexts("蓝芯电子获国家专利金奖,全省仅2家。")).toEqual([]);
});

describe("whose a figure can be", () => {
  test("what only a place has is not a body's", () => {
    expect(toldTexts("昌华大学获批项目12项,每万人发明专利拥有量达25件。")).toEqual([
      "昌华大学: 获批项目 | 12 项 | level",
      "每万人发明专利拥有量 | 25 件 | level",
    ]);
    expect(toldTexts("城东县获批项目12项,每万人发明专利拥有量达25件。").at(-1)).toBe(
      "城东县: 每万人发明专利拥有量 | 25 件 | level",
    );
  });

  test("a count behind a body that came into being is the region's", () => {
    expect(toldTexts("青湖实验室揭牌运行,2家企业研究院获批建设。")).toEqual(["企业研究院获批建设 | 2 家 | level"]);
    expect(toldTexts("青湖实验室揭牌运行,集聚人才20人。")).toEqual(["青湖实验室: 集聚人才 | 20 人 | level"]);
  });

  test("an honour of the whole country is the region's own", () => {
    expect(toldTexts("全国文明城市达到3个。")).toEqual(["全国文明城市 | 3 个 | level"]);
    expect(toldTexts("全国高新技术企业达到40万家。")).toEqual([]);
  });
});

describe("years that a document is about", () => {
  const years = (text: string, frame = {}) =>
    toldIn(text, frame).map(({ claim, year }) => [claim.value, year, claim.kind]);

  test("a plan for five years looks back on the year before them", () => {
    const text =
      "一、发展基础\n省级研发机构634家。\n二、发展目标\n到2025年,高新技术企业突破2500家。展望2035年,研发投入强度达到3.5%。\n五年引进团队200个。";
    expect(years(text, { title: "昌华市“十四五”科技创新规划", planYear: 2035 })).toEqual([
      [634, 2020, "level"],
      [2500, 2025, "target"],
      [3.5, 2035, "target"],
      [200, 2025, "target"],
    ]);
  });

  test("what a notice reports of the year before is no goal", () => {
    const text = "一、2023年度入选情况\n共受理项目187项。\n二、2024年工作安排\n遴选人才80名。";
    const frame = { title: "关于公布2023年度入选名单及组织申报2024年度项目的通知", date: "2024-04-10", reportYear: 2023, planYear: 2024 };
    expect(years(text, frame)).toEqual([
      [187, 2023, "level"],
      [80, 2024, "target"],
    ]);
  }); // prettier-ignore

  test("since the start of a plan that is over is until now", () => {
    expect(years("“十三五”以来,授权发明专利213件。", { date: "2024-05-17" })).toEqual([[213, 2024, "level"]]);
  });

  test("a page of January tells of the year before where it names it", () => {
    expect(years("2023年,园区营业收入136亿元。现有企业86家。", { date: "2024-01-28" })[1]).toEqual([86, 2023, "level"]);
    const profile = { date: "2024-02-28", title: "昌华高新区概况" };
    expect(years("2023年,园区营业收入136亿元。\n现有企业86家。", profile)[1]).toEqual([86, 2024, "level"]);
  });
});

describe("the year before the date", () => {
  const yearOf = (text: string, frame: object) => toldIn(text, frame).map(({ year }) => year);
  const july = { date: "2023-07-16" };

  test("is that of a page which tells of a whole year only", () => {
    expect(yearOf("全年新增企业53家。年末企业总数341家。", { ...july, reportYear: 2022 })).toEqual([2022, 2022]);
    expect(yearOf("全年新增企业53家。年末企业总数341家。今年上半年新增平台6个。", july)).toEqual([2023, 2023, 2023]);
    expect(yearOf("全年新增企业53家。", { date: "2023-12-20" })).toEqual([2023]);
  });

  test("is that which a line below the title says", () => {
    const text = "——2022年昌华高质量发展报告\n新增企业53家。";
    expect(yearOf(text, { ...july, title: "步履坚实结硕果", reportYear: 2022 })).toEqual([2022]);
  });
});

test("money that the clause before names is not what was counted before it", () => {
  expect(toldTexts("新建研发中心10家,落实上级扶持资金,超过6000万元。")).toEqual([
    "新建研发中心 | 10 家 | level",
    "落实上级扶持资金 | 6000 万元 | level",
  ]);
});
