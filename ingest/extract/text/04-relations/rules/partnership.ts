/** PARTNERS_WITH: stated cooperation and agreements. */
import type { EntityIndex } from "../../../extraction.ts";
import { distribute } from "../distribute.ts";
import { pattern } from "../notation.ts";
import type { Reading } from "../reading.ts";
import { entitiesOf, matches } from "../rule.ts";
import type { Draft, Match, SentenceRule } from "../rule.ts";
import { seatOf } from "../seats.ts";
import { withoutPlacesBefore } from "../statement.ts";
import type { Mark } from "../statement.ts";
import { BUILDING_TOGETHER, IN_FIELDS, PARTIES, partnerships } from "./partners.ts";

const SIGNING = "(?:签约|签署|签订|签下|签了|达成|缔结|互签|续签)";
const COOPERATION =
  "(?:合作|协作|对接|战略伙伴|合作伙伴|交流互动|联合攻关|联合研究|联合研发|联合开展|联合培养|联合申报|联合承担|联合研制|联合举办|联合研发团队|共同开展|共同研发|共同推进|共同开启|共同实施|共同举办|共同承担|共同攻关|产学研|协同攻关|协同创新|互联|投贷联动|携手|联手|共谋|结对|联动机制|洽谈|联建|团队)";

const BETWEEN = pattern(
  `(?<join>(?:与|和|同|跟)(?:来自)?(?:{R}的)?)?{partners:${PARTIES}+}{等}${IN_FIELDS}(?<gap>{,22})(?<verb>${SIGNING}|${COOPERATION})`,
  /签|达成|缔结|合作|协作|对接|伙伴|互动|联合|共同|产学研|协同|互联|联动|携手|联手|共谋|结对|洽谈|联建|团队/,
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
    about: "UICONLPZGR",
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
];

/** A party secretary signs for the region. */
function forItsRegion(reading: Reading, party: EntityIndex): EntityIndex[] {
  if (!/^(?:中国共产党|中共)/.test(reading.entities[party]!.name)) return [party];
  const seat = seatOf(reading, party);
  return seat === undefined ? [] : [seat];
}

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
    /^[^,;。]{0,12}(?:,(?:拟|将|并|计划|决定)?(?:在[^,;。]{1,8})?(?:合作|联合|共同)?(?:共建|建设|成立|组建|打造)[^,;。\ue000-\uecff]{0,8}[\ue000-\uecff])?/u.exec(
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
