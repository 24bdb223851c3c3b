/** PARTNERS_WITH those who are invited, visited or sought out, and those with whom unnamed bodies are built. */
import { ANY_MARK, pattern } from "../notation.ts";
import { entitiesOf, matches } from "../rule.ts";
import type { SentenceRule } from "../rule.ts";
import { BUILDING_TOGETHER, IN_FIELDS, PARTIES, partnerships } from "./partners.ts";

const INVITING = pattern(
  `(?:邀请|组织|引导|对接服务){partners:UICOLN+}{等}{~24}(?:与|和|到|来|赴|走进)?{*16}(?:对接|合作|洽谈|帮扶)`,
  /邀请|组织|引导|对接服务/,
);
const MATCHING = pattern(
  `(?<!技术|需求|项目|成果|精准服务)(?:对接|携手|联手|牵手|牵线|签约){partners:UICOLN+}(?<tail>{等}{~12})`,
);
const GOING = pattern(`(?:赴|走访|拜访|到访|走进){partners:UICOL+}{等}{~16}(?:对接|洽谈|合作|签约)`, /赴|访|走进/);
const JOINING = pattern(
  `(?:联合|会同|引入){partners:UICLN+}{等}{~8}(?:开展|攻关|研发|实施|攻克|推进|研制|探索|申报|承担|培养)`,
);

/** 先后走访甲大学、乙院,签下合作项目11个; 与丙院进行座谈: a visit whose sentence tells of cooperation. */
const VISITING = pattern(
  `(?:(?:走访|拜访|访问|到访|走进)(?:了)?{partners:UILOC+}|(?:与|和|同){hosts:UILOC+}{等}(?:进行|举行|开展|召开)?(?:了)?{~4}(?:座谈|会谈|交流))`,
  /访|走进|座谈|会谈|交流/,
);
const FOR_COOPERATION = /合作|对接|签[约订署下]|协议/;

/** 引进甲大学、乙大学的科研团队: the teams come, the universities stay where they are. */
const BRINGING_TEAMS = pattern(
  `(?:引进|引入|引育|招引|导入){~6}{partners:UIL+}{等}(?:的)?[^${ANY_MARK},;。在设成]{0,10}团队(?!{~4}(?:设立|组建|成立|建设|创办))`,
  /团队/,
);
/** 合作单位为甲所、乙大学 */
const NAMED_PARTNERS = pattern(
  `合作(?:单位|高校|院所|伙伴|机构)(?:主要)?(?:为|是|:|包括|有){~4}{partners:UICLO+}`,
  /合作/,
);

/** 甲大学、乙大学先后来访洽谈合作: they come to the document's region. */
const COMING = pattern(
  `{partners:UICLON+}{等}(?:先后|分别|专程|相继|一行|组团|专家|教授|团队)*(?:来|赴|到)(?:[\\u4e00-\\u9fff]|{place:R})?(?:进行|开展)?(?:洽谈|考察|对接|访问|商谈|寻求)[^,;。]{0,6}合作`,
);

/** 共建新型研发机构46家: bodies without a name, so that the partners are all that is said. */
const BUILDING_UNNAMED = pattern(
  `(?<join>与|和|同|跟|联合)(?:来自)?{partners:UICLO+}{等}${IN_FIELDS}{~12}(?<verb>共建|合建|建立|组建|成立|设立|搭建|建设|打造)(?!的)(?:了)?{~16}(?:机构|实验室|中心|研究院|平台|基地|工作站|联合体|载体)(?:\\d+余?[家个所座])?(?=[,;。]|$)`,
  /共建|合建|建立|组建|成立|设立|搭建|建设|打造/,
);

export const SOUGHT_PARTNER_RULES: readonly SentenceRule[] = [
  {
    id: "partners-invited",
    scope: "sentence",
    about: "UICOLN",
    description: "Those invited to, visited for or sought out for cooperation, with whoever invites.",
    confidence: 0.85,
    cue: /邀请|组织|引导|引|合作|对接|赴|来|走访|拜访|到访|走进|联合|会同|引入|携手|联手|牵手|签约|推动/,
    examples: [
      {
        text: "邀请[兰州大学|U]、[中国农业大学|U]专家与企业开展对接。",
        region: "定西市",
        relations: ["PARTNERS_WITH 兰州大学 -> 定西市", "PARTNERS_WITH 中国农业大学 -> 定西市"],
      },
      {
        text: "积极对接[李家洋|N]等院士团队。",
        region: "定西市",
        relations: ["PARTNERS_WITH 李家洋 -> 定西市"],
      },
      {
        text: "[兰州大学|U]、[西北师范大学|U]先后来定洽谈合作。",
        region: "定西市",
        relations: ["PARTNERS_WITH 兰州大学 -> 定西市", "PARTNERS_WITH 西北师范大学 -> 定西市"],
      },
      {
        text: "先后引进[兰州大学|U]、[甘肃省农业科学院|I]的科研团队。",
        region: "定西市",
        relations: ["PARTNERS_WITH 兰州大学 -> 定西市", "PARTNERS_WITH 甘肃省农业科学院 -> 定西市"],
      },
      {
        text: "[金川集团|C]镍钴团队,合作单位为[兰州大学|U]。",
        region: "定西市",
        relations: ["PARTNERS_WITH 兰州大学 -> 金川集团"],
      },
      {
        text: "代表团先后走访[兰州大学|U]、[甘肃省农业科学院|I],共签下合作项目11个。",
        region: "定西市",
        relations: ["PARTNERS_WITH 兰州大学 -> 定西市", "PARTNERS_WITH 甘肃省农业科学院 -> 定西市"],
      },
      { text: "代表团先后走访[兰州大学|U]、[甘肃省农业科学院|I]。", region: "定西市", relations: [] },
      { text: "引进[兰州大学|U]在定西设立团队。", region: "定西市", relations: [] },
      { text: "一行到[定西马铃薯产业园|P]实地考察。", region: "定西市", relations: [] },
    ],
    *match(statement, reading) {
      for (const match of matches(statement, INVITING, GOING, MATCHING, JOINING, BRINGING_TEAMS, NAMED_PARTNERS)) {
        if (BUILDING_TOGETHER.test(statement.masked.slice(match.begin, match.end + 6))) continue;
        if (match.has("tail") && /平台|需求|项目|建设/.test(match.text("tail"))) continue;
        const agents = reading.subjects.agents(statement, match.begin).entities;
        // 组织甲公司赴…: the region's own companies are no partners of it.
        const letters = /^(?:组织|引导)/.test(statement.masked.slice(match.begin)) ? "UIN" : "UICOLN";
        yield* partnerships(match, reading, agents, entitiesOf(match.marks("partners", letters)));
      }
      for (const match of matches(statement, VISITING)) {
        if (!FOR_COOPERATION.test(statement.masked.slice(match.end))) continue;
        const agents = reading.subjects
          .agents(statement, match.begin, "RGZ")
          .entities.filter((entity) => entity === reading.home || entity === reading.subjects.defaultOf(statement));
        const own = reading.subjects.defaultOf(statement);
        const visitors = agents.length > 0 || own === undefined ? agents : [own];
        const partners = [...match.marks("partners", "UILO"), ...match.marks("hosts", "UILO")];
        yield* partnerships(match, reading, visitors, entitiesOf(partners));
      }
      for (const match of matches(statement, COMING)) {
        const places = entitiesOf(match.marks("place", "R"));
        const own = reading.subjects.defaultOf(statement);
        const hosts = places.length > 0 || own === undefined ? places : [own];
        yield* partnerships(match, reading, entitiesOf(match.marks("partners", "UICLON")), hosts);
      }
    },
  },
  {
    id: "partners-in-unnamed-bodies",
    scope: "sentence",
    about: "UICLO",
    description: "Those with whom bodies are built that bear no name: 与甲大学、乙公司等共建新型研发机构46家.",
    confidence: 0.8,
    cue: /机构|实验室|中心|研究院|平台|基地|工作站|联合体|载体/,
    examples: [
      {
        text: "与[兰州大学|U]、[金川集团|C]等共建新型研发机构12家。",
        region: "定西市",
        relations: ["PARTNERS_WITH 兰州大学 -> 定西市", "PARTNERS_WITH 金川集团 -> 定西市"],
      },
      {
        text: "[镍钴实验室|L]与[金川集团|C]建立了联合实验室。",
        relations: ["PARTNERS_WITH 金川集团 -> 镍钴实验室"],
      },
      {
        text: "[镍钴实验室|L]是由[白银市|R]与[兰州大学|U]共同组建的新型研发机构。",
        relations: [],
      },
      { text: "与[兰州大学|U]共建新型研发机构[定西马铃薯研究院|I]。", region: "定西市", relations: [] },
    ],
    *match(statement, reading) {
      for (const match of matches(statement, BUILDING_UNNAMED)) {
        const agents = reading.subjects.agents(statement, match.at("join"), PARTIES).entities;
        yield* partnerships(match, reading, agents, entitiesOf(match.marks("partners", "UICLO")));
      }
    },
  },
];
