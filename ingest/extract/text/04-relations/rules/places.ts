/** LOCATED_IN as sentences state it: who settles where, and what is built, set up or found in a place. */
import { pattern } from "../notation.ts";
import { entitiesOf, matches, pairs } from "../rule.ts";
import type { SentenceRule } from "../rule.ts";

const BODIES = "UILZPCO";
const PLACES = "RZP";
const SETTLING =
  "(?:落户|落地|落子|入驻|进驻|落址|坐落(?:于|在)?|座落(?:于|在)?|位于|设在|设于|选址(?:于|在)?|地处|扎根|迁入|迁址|迁至|布局在|定位于)";
const FOUNDING =
  "(?:建设|设立|成立|建立|布局|打造|揭牌|启用|投用|开工|奠基|挂牌|落成|运营|创办|创建|建有|建成|组建|开园|落地|落户)";

const SETTLES = pattern(`{body:${BODIES}+}{等}(?:{~10},)?{~14}${SETTLING}(?:了|于|在|到)?{~6}{place:${PLACES}+}`);
const IN_PLACE = pattern(
  `(?:在|于|到|赴){place:${PLACES}+}(?:内|境内|辖区|核心区)?{~10}${FOUNDING}(?:了)?{~14}{body:UILPO+}`,
);
const STANDS_IN = pattern(
  `{body:UILPCO+}{等}{~10}(?:在|于){place:${PLACES}+}(?:正式|成功)?(?:揭牌|成立|启用|开工|奠基|挂牌|落成|投用|落地|落户|建成|开园|注册)`,
);
const HOSTS = pattern(
  `{place:${PLACES}+}(?:内|现|目前|已|先后|共|,|累计|现已|相继|成功){0,4}(?:建有|拥有|现有|集聚|汇聚|集中|聚集|入驻|落户|引进|引育|招引|引入|吸引|坐落着|分布着|布局)(?:了)?{~16}{body:${BODIES}+}`,
);
const ATTRACTED = pattern(`(?:招引|引进|引入|吸引|引育|签约引进|签约落地|签约落户)(?:了)?{~10}{company:C+}`);
const MOVED_IN = pattern(`{company:C+}{等}(?<tail>{~20})(?:落户|落地|入驻|签约落户|进驻)(?!{~4}{RZP})`);

export const PLACE_RULES: readonly SentenceRule[] = [
  {
    id: "located-settled",
    scope: "sentence",
    description: "A body settles, stands or is set up in a place: 落户, 位于, 在X设立.",
    confidence: 0.93,
    cue: /落|驻|位于|设在|设于|选址|地处|扎根|迁|在|于|到/,
    examples: [
      {
        text: "[遵义辣椒研究院|I]位于[新蒲新区|Z]。",
        relations: ["LOCATED_IN 遵义辣椒研究院 -> 新蒲新区"],
      },
      {
        text: "[航天江南集团|C]在[遵义市|R]设立[航天装备创新中心|P]。",
        relations: ["LOCATED_IN 航天装备创新中心 -> 遵义市"],
      },
      {
        text: "推动[贵州大学遵义产业研究院|I]、[茅台实验室|L]等一批平台落户[汇川区|R]。",
        relations: ["LOCATED_IN 贵州大学遵义产业研究院 -> 汇川区", "LOCATED_IN 茅台实验室 -> 汇川区"],
      },
      { text: "没有[茅台实验室|L]落户[汇川区|R]。", relations: [] },
    ],
    *match(statement) {
      for (const match of matches(statement, SETTLES, IN_PLACE, STANDS_IN)) {
        const bodies = entitiesOf(match.marks("body", BODIES));
        const places = entitiesOf(narrowest(match.marks("place", PLACES)));
        for (const [from, to] of pairs(bodies, places)) {
          yield { type: "LOCATED_IN", from, to, statement, begin: match.begin, end: match.end };
        }
      }
    },
  },
  {
    id: "located-hosted",
    scope: "sentence",
    description: "A place has, gathers or has brought in a body: X建有Y, 我市拥有Y.",
    confidence: 0.88,
    cue: /建有|拥有|现有|集聚|汇聚|集中|聚集|入驻|落户|引进|引育|招引|引入|吸引|坐落着|分布着|布局/,
    examples: [
      {
        text: "[遵义市|R]现有[遵义医科大学|U]、[遵义师范学院|U]等高校。",
        relations: ["LOCATED_IN 遵义医科大学 -> 遵义市", "LOCATED_IN 遵义师范学院 -> 遵义市"],
      },
      { text: "[遵义市|R]对标[贵安新区|Z]。", relations: [] },
    ],
    *match(statement, reading) {
      for (const match of matches(statement, HOSTS)) {
        const places = entitiesOf(match.marks("place", PLACES));
        // 拥有某公司 is a place's pride, not a statement of where the company sits.
        const bodies = match
          .marks("body", BODIES)
          .filter(
            ({ type }) =>
              type !== "Company" || /引|吸引|入驻|落户/.test(match.statement.masked.slice(match.begin, match.end)),
          );
        for (const [from, to] of pairs(entitiesOf(bodies), places)) {
          if (reading.entities[from]!.type === "HighTechZone" && reading.entities[to]!.type !== "Region") continue;
          yield { type: "LOCATED_IN", from, to, statement, begin: match.begin, end: match.end };
        }
      }
    },
  },
  {
    id: "located-attracted",
    scope: "sentence",
    description: "A company that a region or zone attracted: 招引了甲公司等项目.",
    confidence: 0.85,
    cue: /招引|引进|引入|吸引|引育|落户|落地|入驻|进驻/,
    examples: [
      {
        text: "精准招引了[赤水新材|C]、[播州电子|C]等一批项目。",
        region: "遵义市",
        relations: ["LOCATED_IN 赤水新材 -> 遵义市", "LOCATED_IN 播州电子 -> 遵义市"],
      },
      { text: "研究生入驻[播州电子|C]等企业。", region: "遵义市", relations: [] },
    ],
    *match(statement, reading) {
      for (const match of matches(statement, ATTRACTED, MOVED_IN)) {
        const companies = entitiesOf(match.marks("company", "C"));
        const places = reading.subjects.agents(statement, match.begin, PLACES).entities;
        for (const [from, to] of pairs(companies, places)) {
          yield { type: "LOCATED_IN", from, to, statement, begin: match.begin, end: match.end };
        }
      }
    },
  },
];

/** 深圳市南山区 named together is the last of them; 甲市、乙市 are both. */
function narrowest<T extends { readonly at: number }>(marks: readonly T[]): readonly T[] {
  return marks.filter((mark, i) => marks[i + 1]?.at !== mark.at + 1);
}
