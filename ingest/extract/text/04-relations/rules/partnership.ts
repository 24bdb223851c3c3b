/** PARTNERS_WITH: stated cooperation, agreement, matching, a visit for cooperation. */
import type { EntityType } from "../../../../../server/contract/index.ts";
import type { EntityIndex } from "../../../extraction.ts";
import { distribute } from "../distribute.ts";
import { ANY_MARK, pattern } from "../notation.ts";
import type { Reading } from "../reading.ts";
import { entitiesOf, matches } from "../rule.ts";
import type { Draft, Match, SentenceRule } from "../rule.ts";
import { seatOf } from "../seats.ts";
import { namedInHeading, withoutPlacesBefore } from "../statement.ts";
import type { Mark } from "../statement.ts";

const PARTIES = "UILZPCGORN";
const SIGNING = "(?:签约|签署|签订|签下|签了|达成|缔结|互签|续签)";
const COOPERATION =
  "(?:合作|协作|对接|战略伙伴|合作伙伴|交流互动|联合攻关|联合研究|联合研发|联合开展|联合培养|联合申报|联合承担|联合研制|联合举办|联合研发团队|共同开展|共同研发|共同推进|共同开启|共同实施|共同举办|共同承担|共同攻关|产学研|协同攻关|协同创新|互联|投贷联动|携手|联手|共谋|结对|联动机制|洽谈|联建|团队)";
const IN_FIELDS = "(?:在{RZP}{~4})?(?:(?:在|就|围绕){~8}(?:{FS+}{等}{~10})?)?";

const BETWEEN = pattern(
  `(?<join>(?:与|和|同|跟)(?:来自)?(?:{R}的)?)?{partners:${PARTIES}+}{等}${IN_FIELDS}(?<gap>{,22})(?<verb>${SIGNING}|${COOPERATION})`,
  /签|达成|缔结|合作|协作|对接|伙伴|互动|联合|共同|产学研|协同|互联|联动|携手|联手|共谋|结对|洽谈|联建|团队/,
);
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

/** 甲大学校长某某与乙市市长某某签署: those whom the signatories head or stand for. */
const BY_REPRESENTATIVES = pattern(
  `{one:UICGRZ}{~16}{N}(?:院士|教授)?(?:、{~12}{N})?(?:、|和|与|,|;|以及){~6}{two:UICGRZ}{~16}{N}(?:、{~12}{N})?{=14}(?:签署|签订|签约|签字)`,
  /签/,
);

export const PARTNERSHIP_RULES: readonly SentenceRule[] = [
  {
    id: "partners-stated",
    scope: "sentence",
    about: "UICONLPZ",
    description:
      "A与B签署, 深化与B的合作, A与B共同开展: whoever acts, or the document's region, and each partner named.",
    confidence: 0.88,
    cue: /合作|签|协议|对接|协作|联合|共同|伙伴|携手|联手|互联|达成|结对|联动|产学研|协同|缔结|洽谈|共谋|团队/,
    examples: [
      {
        text: "继续深化与[兰州大学|U]、[甘肃省农业科学院|I]等的科技合作。",
        region: "定西市",
        relations: ["PARTNERS_WITH 兰州大学 -> 定西市", "PARTNERS_WITH 甘肃省农业科学院 -> 定西市"],
      },
      {
        text: "[白银市|R]与[兰州大学|U]签署市校合作协议。",
        relations: ["PARTNERS_WITH 兰州大学 -> 白银市"],
      },
      {
        text: "[金川集团|C]与[兰州大学|U]共同开展镍钴材料联合研发。",
        relations: ["PARTNERS_WITH 兰州大学 -> 金川集团"],
      },
      {
        text: "[兰州大学|U]、[西北师范大学|U]分别与[金川集团|C]、[酒钢集团|C]签约。",
        relations: ["PARTNERS_WITH 兰州大学 -> 金川集团", "PARTNERS_WITH 西北师范大学 -> 酒钢集团"],
      },
      {
        text: "深化与[福州市|R]、[厦门市|R]的东西部科技协作,建成[马铃薯研究院|I]。",
        region: "定西市",
        relations: ["PARTNERS_WITH 福州市 -> 定西市", "PARTNERS_WITH 厦门市 -> 定西市"],
      },
      { text: "与[福州市|R]、[厦门市|R]共同举办大会。", region: "定西市", relations: [] },
      { text: "与[兰州市|R]、[天水市|R]相比差距较大。", region: "定西市", relations: [] },
      {
        text: "[白银市|R]与[兰州大学|U]“校企共建,供需对接”战略合作签约仪式举行。",
        relations: ["PARTNERS_WITH 兰州大学 -> 白银市"],
      },
      { text: "我校与[金川集团|C]战略合作签约仪式举行。", region: "白银市", relations: [] },
      { text: "[金川集团|C]与[陕西省|R]高校专家团队合作项目现场签约。", relations: [] },
      { text: "市长[马英|N]与[白银市|R]签署合作协议。", region: "定西市", relations: [] },
      { text: "[兰州大学|U]与[金川集团|C]共建[镍钴实验室|L]。", relations: [] },
    ],
    *match(statement, reading) {
      for (const match of matches(statement, BETWEEN)) yield* cooperate(match, reading);
    },
  },
  {
    id: "partners-by-representatives",
    scope: "sentence",
    about: "N",
    description: "Those whose heads or deputies sign with each other: 甲大学校长某某与乙市市长某某签署协议.",
    confidence: 0.85,
    cue: /签/,
    examples: [
      {
        text: "[兰州大学|U]副校长[马英|N]和[白银市|R]副市长[石岩|N]签订合作协议。",
        relations: ["PARTNERS_WITH 兰州大学 -> 白银市"],
      },
      { text: "[兰州大学|U]副校长[马英|N]和[白银市|R]副市长[石岩|N]参加活动。", relations: [] },
      { text: "[兰州大学|U]副校长[马英|N]和[白银市|R]副市长[石岩|N]签署共建[镍钴实验室|L]协议。", relations: [] },
    ],
    *match(statement, reading) {
      for (const match of matches(statement, BY_REPRESENTATIVES)) {
        const ahead = statement.masked.slice(match.end, match.end + 30);
        if (BUILDING_TOGETHER.test(ahead)) continue;
        const [one, two] = ["one", "two"].map((side) =>
          entitiesOf(match.marks(side, PARTIES)).flatMap((party) => forItsRegion(reading, party)),
        );
        yield* partnerships(match, reading, one!, two!);
      }
    },
  },
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

/** A party secretary signs for the region. */
function forItsRegion(reading: Reading, party: EntityIndex): EntityIndex[] {
  if (!/^(?:中国共产党|中共)/.test(reading.entities[party]!.name)) return [party];
  const seat = seatOf(reading, party);
  return seat === undefined ? [] : [seat];
}

/** What is built together is no mere partnership. */
const BUILDING_TOGETHER =
  /共建|合建|,(?:成立|组建|建设|打造)|(?:共同|联合|合作|携手|联手)(?:建设|组建|打造|成立|设立|创建|建立|创办|发起)(?!(?:了)?[^,;。]{0,12}(?:机制|关系|团队|联系))/u;

/** 与陕西高校团队合作: with bodies of a place, not with the place. */
const OF_A_PLACE = /^(?:的)?(?:高校|院校|企业|专家|科研|大学|高等|名校|客商)/;

/** “校企共建,供需对接”校地合作签约: what is built together stands in quotation marks alone. */
function isMotto(reading: Reading, { end }: Mark, length: number): boolean {
  const source = reading.document.clean.text.slice(end, end + length + 4);
  return source.startsWith("“") && !BUILDING_TOGETHER.test(source.replace(/“[^”]{0,30}”/g, ""));
}

function* cooperate(match: Match, reading: Reading): Generator<Draft> {
  const { statement } = match;
  // 签约,共建甲: with a name behind it; 签约,共建新型研发机构 stays a partnership.
  const ahead =
    /^[^,;。]{0,12}(?:,(?:合作|联合|共同)?(?:共建|建设|成立|组建|打造)[^,;。\ue000-\uecff]{0,8}[\ue000-\uecff])?/u.exec(
      statement.masked.slice(match.end),
    )![0];
  const between = statement.masked.slice(match.at("gap"), match.end) + ahead;
  const marks = withoutPlacesBefore(match.marks("partners", PARTIES)).filter(
    ({ type, at }) => type !== "Region" || !OF_A_PLACE.test(statement.masked.slice(at + 1, at + 5)),
  );
  if (marks.length === 0) return;
  if (BUILDING_TOGETHER.test(between) && !isMotto(reading, marks.at(-1)!, between.length)) return;
  if (match.has("join")) {
    const agents = reading.subjects.agents(statement, match.at("join"), PARTIES);
    // 我校与甲公司签约: a body that the document leaves unnamed, not its region.
    const isUnnamed = /我[校院所司]$/.test(statement.masked.slice(0, match.at("join")));
    if (agents.source === "default" && isUnnamed) return;
    const last = agents.marks.at(-1)?.at ?? match.at("join");
    // 甲、乙分别与丙、丁签约: the first with the first.
    if (agents.marks.length > 1 && /分别|依次/.test(statement.masked.slice(last, marks[0]!.at))) {
      for (const [a, b] of distribute(statement, agents.marks, marks)) yield* partnerships(match, reading, [a], [b]);
      return;
    }
    yield* partnerships(match, reading, agents.entities, entitiesOf(marks));
    return;
  }
  const split = splitList(match, marks);
  if (split) yield* partnerships(match, reading, entitiesOf(split[0]), entitiesOf(split[1]));
}

/** A、B与C、D: those before 与 and those after it; A、B、C三方: the first and the others. */
function splitList(match: Match, marks: readonly Mark[]): readonly [readonly Mark[], readonly Mark[]] | undefined {
  if (marks.length < 2) return undefined;
  const { masked } = match.statement;
  const jointBefore = (i: number) => masked.slice(marks[i - 1]!.at + 1, marks[i]!.at);
  const strong = marks.findIndex((_, i) => i > 0 && /[与同跟—-]/.test(jointBefore(i)));
  const joint = strong > 0 ? strong : marks.findIndex((_, i) => i > 0 && /和/.test(jointBefore(i)));
  if (joint > 0) return [marks.slice(0, joint), marks.slice(joint)];
  return /三方|四方|两校|双方|共同|联合/.test(masked.slice(match.begin, match.end))
    ? [marks.slice(0, 1), marks.slice(1)]
    : undefined;
}

/** Where a partnership starts: with people, then universities, institutes, companies; it ends at places. */
const RANK: Readonly<Partial<Record<EntityType, number>>> = {
  Person: -1,
  University: 0,
  ResearchInstitute: 1,
  Company: 2,
  Organization: 3,
  Laboratory: 4,
  InnovationPlatform: 4,
  HighTechZone: 4,
  Government: 5,
  Region: 6,
};

const SCHOLAR_AHEAD =
  /^(?:等[^,。;]{0,10}?)?(?:、[\p{Script=Han}]{2,4}){0,4}(?:等[^,。;]{0,10}?)?(?:院士|教授|研究员|专家|博士|科学家|团队)/u;
const SCHOLAR_BEFORE = /(?:院士|教授|研究员|专家|博士|科学家|带头人)$/;

/** A mayor who signs is no partner; an academician who brings a team is. */
function isScholar(reading: Reading, person: EntityIndex): boolean {
  const { text } = reading.document.clean;
  return reading
    .marksOf(person)
    .some(
      ({ mark: { begin, end } }) =>
        SCHOLAR_AHEAD.test(text.slice(end, end + 28)) || SCHOLAR_BEFORE.test(text.slice(Math.max(0, begin - 6), begin)),
    );
}

/** The other place first, the one that the document speaks for last. */
function betweenRegions(
  { entities, home, regions }: Reading,
  one: EntityIndex,
  other: EntityIndex,
): readonly [EntityIndex, EntityIndex] | undefined {
  if (home === undefined || entities[one]!.type !== "Region" || entities[other]!.type !== "Region") return undefined;
  return regions.isWithin(one, home) ? [other, one] : [one, other];
}

/** 与天津市深化对口合作: another place works with the document's own, or with one in it. */
function isTwinned({ home, regions }: Reading, from: EntityIndex, to: EntityIndex, words: string): boolean {
  if (home === undefined || !regions.isWithin(to, home) || regions.isWithin(from, home)) return false;
  const level = regions.level(from);
  if (level === "area" || level === "country" || regions.isWithin(home, from)) return false;
  return /对口|协作|结对|帮扶/.test(words);
}

function* partnerships(
  { statement, begin, end }: Match,
  reading: Reading,
  left: readonly EntityIndex[],
  right: readonly EntityIndex[],
): Generator<Draft> {
  // Whom the document is about, or what the item names before its colon.
  const heading = namedInHeading(statement)?.entity;
  const isOwn = (entity: EntityIndex) => entity === reading.subjects.topic || entity === heading;
  const rank = (entity: EntityIndex) => RANK[reading.entities[entity]!.type] ?? 0;
  for (const a of left) {
    for (const b of right) {
      if (a === b) continue;
      // Partners come to the one whom the document is about.
      const isTurned = isOwn(a) || (!isOwn(b) && rank(a) > rank(b));
      const [one, other] = isTurned ? [b, a] : [a, b];
      const [from, to] = betweenRegions(reading, one, other) ?? [one, other];
      const isBetweenRegions = reading.entities[from]!.type === "Region";
      if (isBetweenRegions && !isTwinned(reading, from, to, statement.masked.slice(begin, end + 6))) continue;
      if ((rank(from) >= 5 && !isBetweenRegions) || (rank(from) < 0 && !isScholar(reading, from))) continue;
      yield { type: "PARTNERS_WITH", from, to, statement, begin, end };
      // A government that signs does so for its region.
      const seat = reading.entities[to]!.type === "Government" ? seatOf(reading, to) : undefined;
      if (seat !== undefined) yield { type: "PARTNERS_WITH", from, to: seat, statement, begin, end };
    }
  }
}
