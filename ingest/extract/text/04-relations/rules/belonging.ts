/** AFFILIATED_WITH and PART_OF as sentences state them: 依托, 隶属, 下设, 组建. */
import type { RelationType } from "../../../../../server/contract/index.ts";
import type { EntityIndex } from "../../../extraction.ts";
import { isInnerUnit } from "../heads.ts";
import { pattern } from "../notation.ts";
import type { Reading } from "../reading.ts";
import { entitiesOf, matches, pairs } from "../rule.ts";
import type { Draft, Match, SentenceRule } from "../rule.ts";

const BODIES = "UILPO";
const OWNERS = "UILCPZO";
const FOUNDING = "(?:组建|设立|成立|建立|创办|创建|建设|筹建|打造|发起|布局|谋划建设|规划建设|引进建设|搭建|承建|建成)";

const RELIES_ON = [
  pattern(`依托{owner:${OWNERS}+}{等}{~10}${FOUNDING}(?:了)?{~12}{body:ILPO+}`),
  pattern(
    `{body:ILPO+}{~6}(?:依托单位|依托于|依托|挂靠在|挂靠|隶属于|隶属|从属于|归属)(?:为|是|:)?{owner:${OWNERS}G+}`,
  ),
  pattern(
    `{body:${BODIES}+}{等}?(?:,)?(?:均)?(?:是|为|系){owner:${OWNERS}G+}(?:的)?(?:[^,;。]{0,6})(?:下属|所属|直属|旗下|主管|举办|全资|控股|创办|设立|主办)`,
  ),
  pattern(
    `{owner:${OWNERS}}(?:下属|所属|直属|旗下|全资)(?:的)?(?:子公司|机构|平台|企业|单位)?(?:的)?{body:${BODIES}C+}`,
  ),
  pattern(
    `{body:ILPO+}(?:,)?(?:是)?由{owner:${OWNERS}}{~8}(?:建设|举办|运营|组建|管理|设立|主办|投资|承建|主管|创办|承担建设)`,
  ),
];
const FOUNDS = pattern(`{owner:UILC}{等}?(?<gap>{~16})${FOUNDING}(?:了|起)?{~14}{body:ILPO+}`);
const PARTS = pattern(
  `{whole:UILPZO}(?:,)?{~6}(?:下设|设有|内设|下辖|现辖|管辖|辖有|辖|包括|包含|涵盖|下属|分为|由)(?:了)?{~8}{part:UILPZ+}`,
);
const UNITS = pattern(`{whole:UIL}(?:,)?{~6}(?:建有|拥有|设立了|组建了)(?:了)?{~8}{part:ILP+}`);
const IS_PART = pattern(
  `{part:ILPZO+}{等}(?:,)?{~6}(?:是|为|作为|属于|系|纳入|列入|并入|划入){whole:PZOIL}(?:的)?{~8}(?<role>组成部分|一部分|核心|主平台|主阵地|节点|先行区|分园|分中心|园区|片区|子平台|板块|承载区|启动区|引领区)`,
);

export const BELONGING_RULES: readonly SentenceRule[] = [
  {
    id: "affiliated-stated",
    scope: "sentence",
    description: "A body relies on, belongs to or is run by one other: Y依托B建设, Y隶属于B, B所属的Y, Y由B建设.",
    confidence: 0.9,
    cue: /依托|挂靠|隶属|从属|归属|下属|所属|直属|旗下|主管|举办|全资|控股|由|创办|设立|主办/,
    examples: [
      {
        text: "[桂北中药材实验室|L]依托[桂林医学院|U]建设。",
        relations: ["AFFILIATED_WITH 桂北中药材实验室 -> 桂林医学院"],
      },
      {
        text: "[漓江橡胶研究院|I]由[桂林国际电线|C]建设。",
        relations: ["AFFILIATED_WITH 漓江橡胶研究院 -> 桂林国际电线"],
      },
      { text: "[漓江橡胶研究院|I]由[桂林国际电线|C]和[桂林理工大学|U]共建。", relations: [] },
    ],
    *match(statement) {
      for (const match of matches(statement, ...RELIES_ON)) {
        if (/共建|共同|联合|合作/.test(statement.masked.slice(match.begin, match.end + 6))) continue;
        const bodies = entitiesOf(match.marks("body", `${BODIES}C`));
        for (const [from, to] of pairs(bodies, entitiesOf(match.marks("owner", `${OWNERS}G`)))) {
          yield { type: "AFFILIATED_WITH", from, to, statement, begin: match.begin, end: match.end };
        }
      }
    },
  },
  {
    id: "affiliated-founded-by-one",
    scope: "sentence",
    description: "One body alone sets up another: B组建Y. A 研发中心 or another inner unit is part of it.",
    confidence: 0.85,
    cue: new RegExp(FOUNDING, "u"),
    examples: [
      {
        text: "支持[桂林电子科技大学|U]谋划建设[漓江芯片产业园|P]。",
        relations: ["AFFILIATED_WITH 漓江芯片产业园 -> 桂林电子科技大学 (planned)"],
      },
      {
        text: "[桂林国际电线|C]在德国设立[慕尼黑研发中心|P]。",
        relations: ["PART_OF 慕尼黑研发中心 -> 桂林国际电线"],
      },
      { text: "与[桂林电子科技大学|U]联合成立[漓江芯片研究院|I]。", region: "桂林市", relations: [] },
      { text: "[桂林国际电线|C]牵头组建[电缆创新联合体|O]。", relations: [] },
    ],
    *match(statement, reading) {
      for (const match of matches(statement, FOUNDS)) {
        if (/牵头|领衔|联合|共|合作|与|参与|携手|支持|加入|入驻|获批/.test(match.text("gap"))) continue;
        const [owner] = match.marks("owner", "UILC");
        if (!owner || !actsHere(match, reading, owner.entity)) continue;
        for (const [from, to] of pairs(entitiesOf(match.marks("body", "ILPO")), [owner.entity])) {
          yield founded(reading, match, from, to);
        }
      }
    },
  },
  {
    id: "part-stated",
    scope: "sentence",
    description: "A larger body has smaller ones in it: B下设Y, 园区现辖甲园、乙园, Y是B的组成部分.",
    confidence: 0.9,
    cue: /设|辖|包括|包含|涵盖|分为|建有|拥有|组建了|是|为|属于|系|纳入|列入|并入|划入|由|下属/,
    examples: [
      {
        text: "[漓江实验室|L]下设[遥感研究所|I]、[岩溶研究所|I]。",
        relations: ["PART_OF 遥感研究所 -> 漓江实验室", "PART_OF 岩溶研究所 -> 漓江实验室"],
      },
      {
        text: "[桂林高新区|Z]是[漓江科创走廊|P]的重要组成部分。",
        relations: ["PART_OF 桂林高新区 -> 漓江科创走廊"],
      },
      { text: "[漓江实验室|L]由[桂林理工大学|U]建设。", relations: [] },
    ],
    *match(statement) {
      for (const match of matches(statement, PARTS)) {
        const words = statement.masked.slice(match.begin, match.end + 12);
        if (/由/.test(words) && !/组成|构成/.test(words)) continue;
        yield* parts(match, "PART_OF");
      }
      for (const match of matches(statement, UNITS, IS_PART)) yield* parts(match, "PART_OF");
    },
  },
];

function* parts(match: Match, type: RelationType): Generator<Draft> {
  const wholes = entitiesOf(match.marks("whole", "UILPZO"));
  for (const [from, to] of pairs(entitiesOf(match.marks("part", "UILPZO")), wholes)) {
    yield { type, from, to, statement: match.statement, begin: match.begin, end: match.end };
  }
}

function founded(reading: Reading, match: Match, from: EntityIndex, to: EntityIndex): Draft {
  const type =
    isInnerUnit(reading.entities[from]!.name) && /研发中心|分所|分中心|中试/.test(reading.entities[from]!.name);
  const { statement, begin, end } = match;
  return { type: type ? "PART_OF" : "AFFILIATED_WITH", from, to, statement, begin, end };
}

/** The founder must be the one who acts, not a partner or a place along the way. */
function actsHere({ statement, begin, end }: Match, reading: Reading, owner: EntityIndex): boolean {
  const before = statement.masked.slice(Math.max(0, begin - 6), begin);
  if (/(?:与|和|同|在|联合|会同|依托|引进|对接|、)$/.test(before)) return false;
  return reading.subjects.agents(statement, end - 1).entities.includes(owner) || /(?:支持|推动|鼓励|由)$/.test(before);
}
