/** LOCATED_IN as sentences state it: who settles where, and what is built, set up or found in a place. */
import type { EntityType } from "../../../../../server/contract/index.ts";
import type { EntityIndex } from "../../../extraction.ts";
import { distribute } from "../distribute.ts";
import { pattern, typesOf } from "../notation.ts";
import { isDenied } from "../polarity.ts";
import type { Reading } from "../reading.ts";
import { entitiesOf, matches, pairs } from "../rule.ts";
import type { Draft, Match, SentenceRule } from "../rule.ts";
import { withoutPlacesBefore } from "../statement.ts";
import type { Mark } from "../statement.ts";

const BODIES = "UILZPCO";
const PLACES = "RZP";
const SETTLING =
  "(?:落户|落地|落子|入驻|进驻|落址|坐落(?:于|在)?|座落(?:于|在)?|位于|设在|设于|建在|建于(?!\\d)|落在|落座(?:于|在)?|注册地(?:址)?(?:在|位于)|院址(?:在|位于)|所址(?:在|位于)|校址(?:在|位于)|总部(?:设|位|在)于?|办公地点(?:在|位于)|落脚(?:于|在)?|坐标|选址(?:于|在)?|地处|扎根|迁入|迁址|迁至|布局在|注册在|注册于|总部设在)";
const FOUNDING =
  "(?:规划建设|新建|设有|规划布局|建设|设立|成立|建立|布局|打造|揭牌|启用|投用|开工|奠基|挂牌|落成|运营|创办|创建|建有|建成|组建|开园|落地|落户|共建|联合建设|联合成立|合作建设)";

const SETTLES = pattern(`${SETTLING}(?:了|于|在|到)?(?:{RZP}的)?{~6}{place:${PLACES}+}`);
const GATHER_IN = pattern(`(?:齐聚|集聚于|集聚在|集聚|入驻于){place:ZP+}(?=[,;。]|$)`);
const STANDS_IN = pattern(
  `(?:在|于){place:${PLACES}+}{~4}(?:揭牌|成立|启用|开工|奠基|挂牌|落成|投用|落地|落户|建成|开园|注册)(?!{~14}{${BODIES}})`,
);
const IN_PLACE = pattern(
  `(?:在|于|到|赴){place:${PLACES}+}(?:内|境内|辖区|核心区)?{~10}${FOUNDING}(?:了|的)?{~14}{body:UILPO+}`,
);
const HOSTS = pattern(
  `(?<verb>建有|拥有|现有|集聚|汇聚|集中|聚集|入驻|落户|引进|引育|招引|引入|吸引|坐落着|分布着)(?:了)?{~16}{body:${BODIES}+}(?:{等},{more:${BODIES}+}(?=等|。|$))?`,
);
/** 在甲区成立了乙公司 */
const COMPANY_SET_UP = pattern(`(?:在|于){place:RZP+}{~6}(?:成立|设立|注册|注册成立|组建|创办)(?:了)?{~14}{body:C+}`);
const INSIDE = pattern(`{place:RZP}(?:境内|辖区内|核心区内|内)(?:的|,)?{~6}{body:UILPO+}`, /内/);
const RESPECTIVELY = pattern(
  `{place:${PLACES}+}分别(?:布局|建设|建成|打造|设立|规划建设|谋划|引进|创建)(?:了)?{~8}{body:${BODIES}+}`,
  /分别/,
);
const ATTRACTED = pattern(`(?:招引|引进|引入|吸引|引育|签约引进|签约落地|签约落户)(?:了)?{~10}{company:C+}`);
const MOVED_IN = pattern(`{company:C+}{等}{~20}(?:落户|落地|入驻|签约落户|进驻)(?!{~4}{RZP})`, /落户|落地|入驻|进驻/);
/** 地址:甲省乙市丙区某路: of the body that the line names first, else of the document's own. */
const ADDRESS = pattern(`(?:地址|注册地|所在地)(?:为|是|:){R}{0,2}{place:R}`, /地/);
/** 甲公司、乙公司等企业集聚 in the profile of a zone. */
const GATHERED = pattern(`{company:C+}(?:等{*14})?(?:集聚|聚集|云集|扎堆)(?=[,;。]|$)`, /聚|云集|扎堆/);
const VISITED = pattern(
  `(?:在|抵达|来到|赴|到){place:R+}(?:期间|后)?(?:,)?{~12}(?:走访|考察|参观|调研|来到|拜访|学习)(?:了)?{~8}{body:UILZPO+}`,
);
/** 甲区建成的乙基地, 拟在丙园新建的丁中心 */
const BUILT_THERE = pattern(
  `{place:RZ}(?:新?建成|新建|建设|布局|设立|引进|打造|创建|培育|规划建设)(?:了)?的{~6}{body:ILPO}`,
  /的/,
);
const WRITTEN_TOGETHER = pattern(`{place:R}{body:UILZPO}`);
/** 甲高新区的乙中心 */
const OF_PLACE = pattern(`{place:RZ}的{body:UILPC}(?!与|共同|联合|合作|和{UIC}(?:共|合|联|签))`);

const OTHERS_SETTLE =
  /(?:项目|成果|企业|团队|人才|技术|产业|产品)(?:已|成功|正式|陆续|相继|纷纷|顺利|加快|加速|率先)*$/;

const BUILDS_AHEAD =
  /^(?:等[^,;。]{0,10})?(?:共建|合作|共同|联合|在[^,;。]{1,8})?(?:建设|设立|组建|成立|建立|打造)[^,;。]*[\ue000-\uecff]/u;

export const PLACE_RULES: readonly SentenceRule[] = [
  {
    id: "located-settled",
    scope: "sentence",
    about: "UILZPCO",
    description: "A body settles, stands or is set up in a place: 落户, 位于, 在X设立.",
    confidence: 0.93,
    cue: /落|聚|驻|地址|所在地|位于|设在|设于|建在|选址|地处|扎根|迁|在|于|到|赴|注册/,
    examples: [
      {
        text: "[遵义辣椒研究院|I]位于[新蒲新区|Z]。",
        relations: ["LOCATED_IN 遵义辣椒研究院 -> 新蒲新区"],
      },
      {
        text: "[遵义辣椒研究院|I]由[贵州大学|U]建设,坐落于[新蒲新区|Z]。",
        relations: ["LOCATED_IN 遵义辣椒研究院 -> 新蒲新区"],
      },
      {
        text: "[航天江南集团|C]在[遵义市|R]设立[航天装备创新中心|P]。",
        relations: ["LOCATED_IN 航天装备创新中心 -> 遵义市"],
      },
      {
        text: "推动[贵州大学遵义产业研究院|I]、[茅台实验室|L]等一批平台落户[汇川区|R]。",
        relations: [
          "LOCATED_IN 贵州大学遵义产业研究院 -> 汇川区 (planned)",
          "LOCATED_IN 茅台实验室 -> 汇川区 (planned)",
        ],
      },
      {
        text: "[遵义师范科技园|P],入园企业118家,地址:[贵州省|R][遵义市|R][汇川区|R]平安路。",
        relations: ["LOCATED_IN 遵义师范科技园 -> 汇川区"],
      },
      {
        text: "在[汇川区|R]成立了产业化公司[赤水新材|C]。",
        relations: ["LOCATED_IN 赤水新材 -> 汇川区"],
      },
      { text: "没有[茅台实验室|L]落户[汇川区|R]。", relations: [] },
      { text: "[贵州大学|U]参加对接,促成一批合作项目落地[汇川区|R]。", relations: [] },
    ],
    *match(statement, reading) {
      for (const match of matches(statement, SETTLES, STANDS_IN, GATHER_IN)) {
        const { marks, entities, source } = reading.subjects.bearers(statement, match.begin, BODIES);
        // 促成一批项目落地甲市: the projects settle there, not who brought them.
        if (
          source !== "stated" &&
          OTHERS_SETTLE.test(statement.masked.slice(Math.max(0, match.begin - 16), match.begin))
        )
          continue;
        const places = withoutPlacesBefore(match.marks("place", PLACES));
        if (marks.length > 0) yield* located(match, distribute(statement, undenied(match, marks), places));
        else yield* located(match, pairs(entities, entitiesOf(places)));
      }
      for (const match of matches(statement, ADDRESS)) {
        // The parties to an agreement give their addresses at its end, each for itself.
        if (reading.contractParties.length > 0) break;
        const named = statement.marks.find(({ at, type }) => at < match.begin && type !== "Region");
        const body = named?.entity ?? reading.subjects.topic;
        const isBody = body !== undefined && typesOf("UILZP").has(reading.entities[body]!.type);
        if (isBody) yield* located(match, pairs([body], entitiesOf(match.marks("place", "R"))));
      }
      for (const match of matches(statement, IN_PLACE, COMPANY_SET_UP)) {
        const places = entitiesOf(withoutPlacesBefore(match.marks("place", PLACES)));
        yield* located(match, pairs(entitiesOf(match.marks("body", BODIES)), places));
      }
    },
  },
  {
    id: "located-hosted",
    scope: "sentence",
    about: "UILZPCO",
    description: "A place has, gathers or has brought in a body: X建有Y, 我市拥有Y, X、Z分别建成Y、W.",
    confidence: 0.88,
    cue: /建有|拥有|现有|集聚|汇聚|集中|聚集|入驻|落户|引进|引育|招引|引入|吸引|坐落着|分布着|分别|内|的/,
    examples: [
      {
        text: "[遵义市|R]现有[遵义医科大学|U]、[遵义师范学院|U]等高校。",
        relations: ["LOCATED_IN 遵义医科大学 -> 遵义市", "LOCATED_IN 遵义师范学院 -> 遵义市"],
      },
      {
        text: "[桐梓县|R]、[习水县|R]分别建成[桐梓方竹产业园|P]、[习水酱酒科创园|P]。",
        relations: ["LOCATED_IN 桐梓方竹产业园 -> 桐梓县", "LOCATED_IN 习水酱酒科创园 -> 习水县"],
      },
      { text: "[遵义市|R]对标[贵安新区|Z]。", relations: [] },
    ],
    *match(statement, reading) {
      for (const match of matches(statement, RESPECTIVELY)) {
        const places = match.marks("place", PLACES);
        const all = distribute(statement, places, match.marks("body", BODIES));
        yield* located(
          match,
          all.map(([place, body]) => [body, place] as const),
        );
      }
      for (const match of matches(statement, INSIDE)) {
        yield* located(match, pairs(entitiesOf(match.marks("body", "UILPO")), entitiesOf(match.marks("place", "RZP"))));
      }
      for (const match of matches(statement, BUILT_THERE)) {
        yield* located(match, pairs(entitiesOf(match.marks("body", "ILPO")), entitiesOf(match.marks("place", "RZ"))));
      }
      for (const match of matches(statement, HOSTS)) {
        const { marks, entities, source } = reading.subjects.agents(statement, match.begin, PLACES);
        const places = marks.length > 0 ? entitiesOf(withoutPlacesBefore(marks)) : entities;
        const isOne = source === "carried" && new Set(entities).size === 1 && marks.length === 1;
        const isStated = source === "stated" || isOne || entities.includes(reading.subjects.topic ?? -1);
        const own = match.marks("body", BODIES);
        // 推动甲中心入驻乙大市场: the place is what is entered.
        const isEntered =
          /^(?:入驻|落户)/.test(match.text("verb")) && own.every(({ type }) => type === "InnovationPlatform");
        if (isEntered && source !== "stated") continue;
        // 引进甲院、乙院等23家,丙股份等骨干企业…: the companies are another matter.
        const hasCompany = own.some(({ type }) => type === "Company");
        const more = match.marks("more", BODIES).filter(({ type }) => hasCompany || type !== "Company");
        const bodies = [...own, ...more].filter(
          ({ type }) => isHosted(match.text("verb"), type, isStated) && !isSetToWork(match, type),
        );
        yield* located(match, pairs(entitiesOf(bodies), places));
      }
    },
  },
  {
    id: "located-attracted",
    scope: "sentence",
    about: "C",
    description: "A company that a region or zone attracted: 招引了甲公司等项目.",
    confidence: 0.85,
    cue: /招引|引进|引入|吸引|引育|落户|落地|入驻|进驻|集聚|聚集|云集|扎堆/,
    examples: [
      {
        text: "精准招引了[赤水新材|C]、[播州电子|C]等一批项目。",
        region: "遵义市",
        relations: ["LOCATED_IN 赤水新材 -> 遵义市", "LOCATED_IN 播州电子 -> 遵义市"],
      },
      {
        text: "[遵义高新区|Z]建成中试基地。[赤水新材|C]、[播州电子|C]等企业集聚。",
        region: "遵义市",
        relations: [],
      },
      {
        text: "[遵义高新区|Z]成立于2010年。[赤水新材|C]、[播州电子|C]等企业集聚。",
        region: "遵义市",
        relations: ["LOCATED_IN 赤水新材 -> 遵义高新区", "LOCATED_IN 播州电子 -> 遵义高新区"],
      },
      { text: "研究生入驻[播州电子|C]等企业。", region: "遵义市", relations: [] },
    ],
    *match(statement, reading) {
      for (const match of matches(statement, GATHERED)) {
        const { entities } = reading.subjects.agents(statement, match.begin, "ZP");
        yield* located(match, pairs(entitiesOf(match.marks("company", "C")), entities));
      }
      for (const match of matches(statement, ATTRACTED, MOVED_IN)) {
        const { entities, source, marks } = reading.subjects.agents(statement, match.begin, PLACES);
        if (source === "carried" && marks.length > 1) continue;
        yield* located(match, pairs(entitiesOf(match.marks("company", "C")), entities));
      }
    },
  },
  {
    id: "located-visited",
    scope: "sentence",
    about: "R",
    description: "Whom a delegation visited in a place is there: 在甲市,代表团走访了Y.",
    confidence: 0.82,
    cue: /走访|考察|参观|调研|来到|拜访|学习/,
    examples: [
      {
        text: "在[成都市|R],代表团走访了[天府实验室|L]。",
        region: "遵义市",
        relations: ["LOCATED_IN 天府实验室 -> 成都市"],
      },
      { text: "代表团走访了[天府实验室|L]。", region: "遵义市", relations: [] },
    ],
    *match(statement) {
      for (const match of matches(statement, VISITED)) {
        const places = entitiesOf(withoutPlacesBefore(match.marks("place", "R")));
        // 赴甲市,走访乙大学: where a university is, everybody knows; what is told is the visit.
        const letters = /^[赴到]/.test(statement.masked.slice(match.begin)) ? "LZP" : "UILZPO";
        yield* located(match, pairs(entitiesOf(match.marks("body", letters)), places));
      }
    },
  },
  {
    id: "located-written-together",
    scope: "sentence",
    about: "RZ",
    description: "A place right before a name: 甲区“乙谷”众创空间.",
    confidence: 0.85,
    examples: [
      { text: "[红花岗区|R][“智汇谷”众创空间|P]。", relations: ["LOCATED_IN “智汇谷”众创空间 -> 红花岗区"] },
      { text: "考察[遵义高新区|Z]的[茅台实验室|L]。", relations: ["LOCATED_IN 茅台实验室 -> 遵义高新区"] },
      { text: "[红花岗区|R]、[“智汇谷”众创空间|P]。", relations: [] },
    ],
    *match(statement, reading) {
      for (const match of matches(statement, WRITTEN_TOGETHER)) {
        const [place] = match.marks("place", "R");
        const [body] = match.marks("body", "UILZPO");
        if (!place || !body || place.isDeictic || isNation(reading, place.entity)) continue;
        yield* located(match, [[body.entity, place.entity]]);
      }
      for (const match of matches(statement, OF_PLACE)) {
        const [place] = match.marks("place", "RZ");
        const [body] = match.marks("body", "UILPC");
        if (!place || !body || place.isDeictic || isNation(reading, place.entity)) continue;
        if (reading.regions.level(place.entity) === "area" || /[与和同]/.test(statement.masked[match.begin - 1] ?? ""))
          continue;
        yield* located(match, [[body.entity, place.entity]]);
      }
    },
  },
];

function* located(
  { statement, begin, end }: Match,
  all: Iterable<readonly [EntityIndex, EntityIndex]>,
): Generator<Draft> {
  for (const [from, to] of all) if (from !== to) yield { type: "LOCATED_IN", from, to, statement, begin, end };
}

/** 引进甲研究所建设乙基地: what it builds is there, not the institute itself. */
function isSetToWork({ statement, end }: Match, type: EntityType): boolean {
  if (type !== "ResearchInstitute" && type !== "Laboratory") return false;
  return BUILDS_AHEAD.test(statement.masked.slice(end, end + 24));
}

/**
 * 拥有某公司 is a region's pride, not a statement of where the company sits; a
 * university that is 引进 comes as a partner; what is left to the region by
 * default is judged by the local claim.
 */
function isHosted(verb: string, type: EntityType, isStated: boolean): boolean {
  const brings = /引|吸引/.test(verb);
  // 研究生入驻某公司: without a place that takes in, the company is what is entered.
  if (type === "Company") return brings || (isStated && /集聚|汇聚|聚集|入驻|落户/.test(verb));
  if (type === "University") return !brings;
  return isStated && type !== "HighTechZone";
}

function undenied(match: Match, marks: readonly Mark[]): readonly Mark[] {
  return marks.filter(({ at }) => !isDenied(match.statement, at));
}

/** 中国 says nothing; a foreign country does. */
function isNation({ entities }: Reading, region: EntityIndex): boolean {
  return /^(?:中国|中华|全国)/.test(entities[region]!.name);
}
