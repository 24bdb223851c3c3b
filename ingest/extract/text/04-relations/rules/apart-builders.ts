/** CO_BUILT_WITH where the sentence names the builders apart from the body: signatories, 双方, a heading, the region that brings it in. */
import { pattern } from "../notation.ts";
import { leadingOwners } from "../owners.ts";
import { entitiesOf, matches } from "../rule.ts";
import type { SentenceRule } from "../rule.ts";
import { seatOf } from "../seats.ts";
import { namedInHeading, withoutPlacesBefore } from "../statement.ts";
import { BEFORE_BODY, BODIES, BUILDERS, JOINTLY, builtBy } from "./builders.ts";
import { PASSIVE, WITH } from "./co-building.ts";

const BROUGHT_IN = pattern(`(?<verb>(?:引进|引建|引育|签约|新|校地|院地|政校)*共建)(?:了|的)?{~10}{body:${BODIES}+}`);
const BOTH_SIDES = pattern(
  `(?:(?:双方|三方|四方|各方|政校|校地|校企)(?:{,40}|{,16}在{RZP+}{~8})${JOINTLY}|(?:双方|三方|四方)(?<way>{=60})(?:筹建|新建|规划建设|建设|设立|组建|成立|创建|打造))${BEFORE_BODY}{body:${BODIES}+}`,
  /[双三四各]方|[校政][校地企]/,
);
/** 双方支持甲大学建设乙院: built by another. */
const BY_ANOTHER = /支持|推动|鼓励|引导|由|依托|指导|帮助|助力|[^,]{0,4}方(?!式|面|向|案)/;
/** 甲大学校长某某与乙市市长某某签署共建丙协议. */
const BY_REPRESENTATIVES = pattern(
  `{one:UICGRZ}{~16}{N}(?:院士|教授)?(?:、{~12}{N})?(?:、|和|与|,|;|以及){~6}{two:UICGRZ}{~16}{N}(?:、{~12}{N})?{=14}(?:签署|签订|签约|签字)(?:了)?{~12}${JOINTLY}${BEFORE_BODY}{body:${BODIES}+}`,
  /签/,
);
const UNDER_HEADING = pattern(
  `(?<join>与|和|同|联合)?{partners:${BUILDERS}+}{等}{~10}(?<verb>${JOINTLY})(?=[,;。)|]|$)`,
);

export const APART_BUILDER_RULES: readonly SentenceRule[] = [
  {
    id: "co-built-by-representatives",
    scope: "sentence",
    about: "N",
    description: "Those whose heads or deputies sign to build a body: 甲大学校长某某与乙市市长某某签署共建丙协议.",
    confidence: 0.88,
    cue: /签/,
    examples: [
      {
        text: "[西南科技大学|U]副校长[秦川|N]和[绵阳市|R]副市长[罗江|N]签订“共建[涪江先进材料研究院|I]框架协议”。",
        relations: ["CO_BUILT_WITH 涪江先进材料研究院 -> 西南科技大学", "CO_BUILT_WITH 涪江先进材料研究院 -> 绵阳市"],
      },
      { text: "[西南科技大学|U]副校长[秦川|N]和[绵阳市|R]副市长[罗江|N]参观[涪江先进材料研究院|I]。", relations: [] },
    ],
    *match(statement, reading) {
      for (const match of matches(statement, BY_REPRESENTATIVES)) {
        const builders = entitiesOf([...match.marks("one", BUILDERS), ...match.marks("two", BUILDERS)]);
        yield* builtBy(reading, match, entitiesOf(match.marks("body", BODIES)), builders);
      }
    },
  },
  {
    id: "co-built-under-heading",
    scope: "sentence",
    about: "ILPZUO",
    description: "A list item names the body before a colon and its builders behind it: Y:A与B共建.",
    confidence: 0.88,
    cue: /:.*(?:共建|合建|联合|共同|合作)/,
    examples: [
      {
        text: "[涪江先进材料研究院|I]:[绵阳市|R]与[西南科技大学|U]联合成立,2022年运行。",
        relations: ["CO_BUILT_WITH 涪江先进材料研究院 -> 绵阳市", "CO_BUILT_WITH 涪江先进材料研究院 -> 西南科技大学"],
      },
      { text: "[涪江先进材料研究院|I]:[西南科技大学|U]专家参与合作。", relations: [] },
    ],
    *match(statement, reading) {
      const [heading] = statement.clauses;
      const body = namedInHeading(statement);
      if (!heading || !body) return;
      for (const match of matches(statement, UNDER_HEADING)) {
        if (match.begin <= heading.end) continue;
        const builders = entitiesOf(withoutPlacesBefore(match.marks("partners", BUILDERS)));
        const host = seatOf(reading, body.entity) ?? reading.home;
        const others = match.has("join") && host !== undefined ? [host] : [];
        yield* builtBy(reading, match, [body.entity], [...builders, ...others]);
      }
    },
  },
  {
    id: "co-built-brought-in",
    scope: "sentence",
    about: "ILPZUO",
    description:
      "The document's region brings in a body to build it with the owner that its name tells: 引进共建甲大学乙市研究院.",
    confidence: 0.92,
    cue: /共建/,
    examples: [
      {
        text: "新引进共建[江苏大学镇江智能农机研究院|I]、[丹徒生物技术研究院|I]等3家研究院。[江苏大学|U]",
        region: "镇江市",
        relations: [
          "CO_BUILT_WITH 江苏大学镇江智能农机研究院 -> 江苏大学",
          "CO_BUILT_WITH 江苏大学镇江智能农机研究院 -> 镇江市",
          "CO_BUILT_WITH 丹徒生物技术研究院 -> 镇江市",
        ],
      },
      { text: "累计共建研究院30家。[江苏大学|U]", region: "镇江市", relations: [] },
    ],
    *match(statement, reading) {
      const named = [...matches(statement, WITH, PASSIVE, BOTH_SIDES)];
      for (const match of matches(statement, BROUGHT_IN)) {
        if (named.some(({ begin, end }) => begin < match.begin && match.begin < end)) continue;
        const own = reading.subjects.agents(statement, match.begin);
        const agents =
          own.source === "default" && reading.contractParties.length > 0 ? reading.contractParties : own.entities;
        for (const body of entitiesOf(match.marks("body", BODIES))) {
          yield* builtBy(reading, match, [body], [...leadingOwners(reading, body), ...agents]);
        }
      }
    },
  },
  {
    id: "co-built-by-both-sides",
    scope: "sentence",
    about: "ILPZUO",
    description: "双方, 三方: those who signed earlier in the document build together.",
    confidence: 0.88,
    cue: /双方|三方|四方|各方|政校|校地|校企/,
    examples: [
      {
        text: "[宜宾市人民政府|G]与[西华大学|U]签署战略合作协议。双方将共建[西华大学宜宾白酒研究院|I]。",
        relations: [
          "CO_BUILT_WITH 西华大学宜宾白酒研究院 -> 宜宾市人民政府 (planned)",
          "CO_BUILT_WITH 西华大学宜宾白酒研究院 -> 西华大学 (planned)",
        ],
      },
      {
        text: "[宜宾市人民政府|G]与[西华大学|U]签署战略合作协议。双方将用好各自平台,在[翠屏区|R]建设[宜宾白酒实验室|L]。",
        relations: [
          "CO_BUILT_WITH 宜宾白酒实验室 -> 宜宾市人民政府 (planned)",
          "CO_BUILT_WITH 宜宾白酒实验室 -> 西华大学 (planned)",
        ],
      },
      { text: "双方将共建[西华大学宜宾白酒研究院|I]。", relations: [] },
      {
        text: "[宜宾市人民政府|G]与[西华大学|U]签署战略合作协议。双方支持[五粮液集团|C]建设[宜宾白酒实验室|L]。",
        relations: [],
      },
    ],
    *match(statement, reading) {
      for (const match of matches(statement, BOTH_SIDES)) {
        if (BY_ANOTHER.test(match.text("way"))) continue;
        const bodies = entitiesOf(match.marks("body", match.has("way") ? "ILPO" : BODIES));
        const contract = reading.contractParties;
        const parties = contract.length > 1 ? contract : reading.subjects.parties(statement, match.begin);
        // The body stands far from 双方将, which alone tells that it is to come.
        const isIntended = /[将拟筹]|计划|规划/.test(match.text("way"));
        for (const draft of builtBy(reading, match, bodies, parties))
          yield isIntended ? { ...draft, status: "planned" } : draft;
      }
    },
  },
];
