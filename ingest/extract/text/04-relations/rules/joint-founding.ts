/** CO_BUILT_WITH as descriptions and names tell it: 该院是A与B联合成立的…, 与A设立Y联合实验室. */
import { pattern } from "../notation.ts";
import { entitiesOf, matches } from "../rule.ts";
import type { SentenceRule } from "../rule.ts";
import { withoutPlacesBefore } from "../statement.ts";
import { BODIES, BUILDERS, JOINTLY, builtBy } from "./builders.ts";

/** 是甲与乙于2016年联合成立的新型研发机构 */
const DESCRIBED = pattern(
  `(?:(?:是|系|为)(?:由|以)?|[、,]以(?={~0}[^,]{1,24}为主体)){partners:${BUILDERS}+}{等}(?:为主体)?(?:[,、])?(?:(?:联合|会同|携手){others:${BUILDERS}+}{等})?(?<how>{~12})(?<verb>${JOINTLY}|申报建设|建设)(?:、[\\u4e00-\\u9fff]{2,4})?的`,
  /的/,
);
/** 与甲大学设立了乙联合实验室 */
const JOINT_BY_NAME = pattern(
  `(?<join>与|和|同|跟){partners:${BUILDERS}+}{等}{~4}(?:建有|设有|设立|建立|组建|成立|建成)(?:了)?{~10}{body:ILP+}`,
  /与|和|同|跟/,
);

/** 由甲院发起、乙集团和丙大学响应的丁联盟 */
const RESPONDED = pattern(
  `{leader:${BUILDERS}}(?:发起|倡议|倡导)(?:、|,){partners:${BUILDERS}+}{等}{~4}(?:响应|加盟|支持)(?:的|,成立|,组建){~8}{body:O}`,
  /响应|加盟|支持/,
);
/** 甲院是乙联盟的发起单位 */
const FOUNDER_OF = pattern(
  `(?:是|为|作为|系|担任){~4}{body:OP}(?:的)?{~4}(?:发起|创始|筹建|共建)(?:单位|方|者|机构|成员)`,
  /单位|方|者|机构|成员/,
);

export const JOINT_FOUNDING_RULES: readonly SentenceRule[] = [
  {
    id: "co-built-described",
    scope: "sentence",
    about: "ILPZO",
    description: "What a body is says who built it together: Y是A、B联合成立的新型研发机构.",
    confidence: 0.9,
    cue: /建|设|立|造|办|共|起|创始/,
    examples: [
      {
        text: "[涪江先进材料研究院|I]是[绵阳市人民政府|G]与[西南科技大学|U]于2016年联合成立的新型研发机构。",
        relations: [
          "CO_BUILT_WITH 涪江先进材料研究院 -> 绵阳市人民政府",
          "CO_BUILT_WITH 涪江先进材料研究院 -> 西南科技大学",
        ],
      },
      {
        text: "[涪江实验室|L]是以[西南科技大学|U]为主体、联合[长虹电器|C]申报建设的科研平台。",
        relations: ["CO_BUILT_WITH 涪江实验室 -> 西南科技大学", "CO_BUILT_WITH 涪江实验室 -> 长虹电器"],
      },
      {
        text: "[涪江实验室|L]是2018年获批、以[西南科技大学|U]为主体、联合[长虹电器|C]申报建设的科研平台。",
        relations: ["CO_BUILT_WITH 涪江实验室 -> 西南科技大学", "CO_BUILT_WITH 涪江实验室 -> 长虹电器"],
      },
      {
        text: "由[涪江实验室|L]发起、[长虹电器|C]和[西南科技大学|U]响应的[涪江显示产业联盟|O]成立。",
        relations: [
          "CO_BUILT_WITH 涪江显示产业联盟 -> 涪江实验室",
          "CO_BUILT_WITH 涪江显示产业联盟 -> 西南科技大学",
          "CO_BUILT_WITH 涪江显示产业联盟 -> 长虹电器",
        ],
      },
      {
        text: "[长虹电器|C]是[涪江显示产业联盟|O]的发起单位。",
        relations: ["CO_BUILT_WITH 涪江显示产业联盟 -> 长虹电器"],
      },
      { text: "[涪江实验室|L]是[西南科技大学|U]建设的科研平台。", relations: [] },
      { text: "[涪江实验室|L]是[西南科技大学|U]、[长虹电器|C]的邻居。", relations: [] },
    ],
    *match(statement, reading) {
      for (const match of matches(statement, DESCRIBED)) {
        const partners = withoutPlacesBefore(match.marks("partners", BUILDERS));
        const builders = entitiesOf([...partners, ...match.marks("others", BUILDERS)]);
        if (builders.length < 2) continue;
        const { entities } = reading.subjects.agents(statement, match.begin, "ILPZO");
        yield* builtBy(reading, match, entities, builders);
      }
      for (const match of matches(statement, RESPONDED)) {
        const builders = entitiesOf([...match.marks("leader", BUILDERS), ...match.marks("partners", BUILDERS)]);
        yield* builtBy(reading, match, entitiesOf(match.marks("body", BODIES)), builders);
      }
      for (const match of matches(statement, FOUNDER_OF)) {
        const { entities, source } = reading.subjects.agents(statement, match.begin, "UILCOG");
        if (source === "default" && entities[0] !== reading.subjects.topic) continue;
        yield* builtBy(reading, match, entitiesOf(match.marks("body", BODIES)), entities);
      }
    },
  },
  {
    id: "co-built-joint-by-name",
    scope: "sentence",
    about: "ILP",
    description: "A body that is called joint (联合实验室) is built with whom it is set up: 与A设立了Y联合实验室.",
    confidence: 0.88,
    cue: /与|和|同|跟/,
    examples: [
      {
        text: "[绵阳高新区|Z]与[西南科技大学|U]设立了[航电软件联合实验室|L]。",
        relations: [
          "CO_BUILT_WITH 航电软件联合实验室 -> 绵阳高新区",
          "CO_BUILT_WITH 航电软件联合实验室 -> 西南科技大学",
        ],
      },
      { text: "[绵阳高新区|Z]与[西南科技大学|U]设立了[航电软件实验室|L]。", relations: [] },
    ],
    *match(statement, reading) {
      for (const match of matches(statement, JOINT_BY_NAME)) {
        const bodies = entitiesOf(match.marks("body", BODIES)).filter((body) =>
          /联合/.test(reading.entities[body]!.name),
        );
        if (bodies.length === 0) continue;
        const partners = entitiesOf(withoutPlacesBefore(match.marks("partners", BUILDERS)));
        const agents = reading.subjects.agents(statement, match.at("join"));
        const isApart = bodies.length > 1 && /分别/.test(statement.masked.slice(match.begin, match.end));
        for (const [i, body] of bodies.entries()) {
          const own = isApart && bodies.length === partners.length ? [partners[i]!] : partners;
          yield* builtBy(reading, match, [body], [...own, ...agents.entities]);
        }
      }
    },
  },
];
