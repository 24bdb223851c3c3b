/** AFFILIATED_WITH and PART_OF as sentences state them: 依托, 隶属, 下设, 组建. */
import type { RelationType } from "../../../../../server/contract/index.ts";
import type { EntityIndex } from "../../../extraction.ts";
import { isBranch, isCorridor } from "../heads.ts";
import { pattern } from "../notation.ts";
import { isDenied } from "../polarity.ts";
import type { Reading } from "../reading.ts";
import { entitiesOf, matches, pairs } from "../rule.ts";
import type { Draft, Match, SentenceRule } from "../rule.ts";
import { clauseIndexAt } from "../statement.ts";
import type { Mark, Statement } from "../statement.ts";

const BODIES = "UILPO";
const OWNERS = "UILCPZO";
const FOUNDING =
  "(?:组建|设立|成立|建立|创办|创建|建设|筹建|打造|发起|布局|规划建设|引进建设|搭建|承建|建成|建起|获批建设|获批组建)";

const ON_OWNER = pattern(`(?:依托|借力|借助|依靠){owner:${OWNERS}+}{等}(?:,)?{~10}${FOUNDING}(?:了)?{~12}{body:ILPO+}`);
const RELIES_ON = pattern(
  `(?:依托单位|依托于|依托|挂靠在|挂靠|隶属于|隶属|直属于|直属|从属于|归属于?)(?:为|是|:)?{owner:${OWNERS}G+}(?!{~14}${FOUNDING}{~12}{ILPO})`,
);
/** 以甲大学为依托单位 */
const BY_OWNER = pattern(
  `以{owner:${OWNERS}G+}{等}为(?:主要)?(?:依托|建设|承建|主管|举办)(?:单位|主体)?(?=[,;。]|$)`,
  /以/,
);
const IS_OF = pattern(
  `(?:是|为|系)(?:由)?{owner:${OWNERS}G+}(?:在{RZP}{~8})?(?:的)?{~6}(?:下属|所属|直属|旗下|主管|举办|全资|控股|创办|设立|主办|布局|组建|建设)`,
);
const OF_OWNER = pattern(
  `{owner:${OWNERS}}(?:下属|所属|直属|旗下|全资)(?:的)?(?:子公司|机构|平台|企业|单位)?(?:的)?{body:${BODIES}C+}`,
  /下属|所属|直属|旗下|全资/,
);
const WRITTEN_TOGETHER = pattern(`{owner:U}的?{body:ILPO}`);
const RUN_BY = pattern(
  `由{owner:${OWNERS}G}(?<how>{~10})(?:建设|举办|组建|设立|主办|投资|承建|主管|创办|筹建|承担建设)(?!的{~10}{ILPO})`,
);
/** 甲集团在乙区设立的丙中心 */
const FOUNDED_BY = pattern(
  `{owner:UILC}(?:在{*8}|于{~10})?(?:独立|自主)?(?:设立|创办|组建|建设|建成|创建|举办|成立)的{~6}{body:ILPO}`,
  /的/,
);
/** 引进甲大学乙团队设立丙中心 */
const BY_TEAM = pattern(
  `(?:引进|引入|引育|邀请|依托){~4}{owner:UIL}{*10}团队{~6}(?:,)?(?:设立|组建|成立|建设|创办|共建|建立)(?:了)?{~6}{body:ILP}`,
  /团队/,
);
/** 甲实验室乙分中心 */
const WITH_UNIT = pattern(`{whole:UILPCO}(?:的|及其)?{unit:ILP+}`);
const FOUNDS = pattern(`(?<verb>${FOUNDING}|获批|孵化)(?:了|起|出)?{~14}{body:ILPOC+}`);
const HAS_PARTS = pattern(
  `(?:下设|分设|设有|内设|(?:[已现]|(?<=,))设(?![备施立计想定置在于])|内建|下辖|现辖|管辖|辖有|辖|涵盖|分为|建有|拥有|设立|布局|串联|覆盖|囊括)(?:了)?{~20}{part:UILPZ+}`,
);
const COMPOSED = pattern(
  `{whole:UILPZO}(?:,)?{~4}(?:包括|包含|由|涵盖|分为){part:ILPZ+}{等}{~10}(?<how>组成|构成|园区|片区|板块|部分)`,
  /包括|包含|由|涵盖|分为/,
);
const SUPPORTS = pattern(
  `以{~8}{part:ZPIL+}{等}{~6}为(?:重要)?(?:支点|主平台|核心|增长极|节点|载体|龙头|主阵地|依托|引领|支撑)`,
);
const IS_PART = pattern(
  `(?:是|为|作为|属于|系|纳入|列入|并入|划入){whole:PZOIL}(?:的)?{~8}(?:组成部分|一部分|核心|主平台|主阵地|节点|先行区|分园|分中心|园区|片区|子平台|板块|承载区|启动区|引领区)`,
);

export const BELONGING_RULES: readonly SentenceRule[] = [
  {
    id: "affiliated-stated",
    scope: "sentence",
    about: "ILPOU",
    description: "A body relies on, belongs to or is run by one other: Y依托B建设, Y隶属于B, B所属的Y, Y由B建设.",
    confidence: 0.9,
    examples: [
      {
        text: "[桂北中药材实验室|L]依托[桂林医学院|U]建设。",
        relations: ["AFFILIATED_WITH 桂北中药材实验室 -> 桂林医学院"],
      },
      {
        text: "[漓江橡胶研究院|I]成立于2015年,由[桂林国际电线|C]建设。",
        relations: ["AFFILIATED_WITH 漓江橡胶研究院 -> 桂林国际电线"],
      },
      {
        text: "[桂林国际电线|C]在[临桂区|R]设立的[漓江电缆中心|P]投用。",
        relations: ["AFFILIATED_WITH 漓江电缆中心 -> 桂林国际电线"],
      },
      {
        text: "引进[桂林理工大学|U]轻合金团队设立[漓江铝材中心|P]。",
        relations: ["AFFILIATED_WITH 漓江铝材中心 -> 桂林理工大学"],
      },
      {
        text: "[桂北中药材实验室|L]以[桂林医学院|U]为依托单位。",
        relations: ["AFFILIATED_WITH 桂北中药材实验室 -> 桂林医学院"],
      },
      { text: "[漓江橡胶研究院|I]由[桂林国际电线|C]负责运营。", relations: [] },
      { text: "[漓江橡胶研究院|I]由[桂林国际电线|C]和[桂林理工大学|U]共建。", relations: [] },
      {
        text: "认定[漓江遥感实验室|L](依托单位:[桂林理工大学|U])、[岩溶研究所|I](依托单位:[桂林医学院|U])。",
        relations: ["AFFILIATED_WITH 漓江遥感实验室 -> 桂林理工大学", "AFFILIATED_WITH 岩溶研究所 -> 桂林医学院"],
      },
      { text: "[漓江科学城|P]依托[桂林医学院|U]、[桂林理工大学|U]等科研力量发展。", relations: [] },
    ],
    *match(statement, reading) {
      for (const match of matches(statement, ON_OWNER, OF_OWNER, BY_TEAM, FOUNDED_BY, WRITTEN_TOGETHER)) {
        yield* belong(match, "AFFILIATED_WITH", entitiesOf(match.marks("body", `${BODIES}C`)));
      }
      for (const match of matches(statement, RELIES_ON, BY_OWNER, IS_OF, RUN_BY)) {
        if (/共|联合|合作|牵头|领衔|委托/.test(match.text("how"))) continue;
        if (/批[准复]|认定|授牌|[一二三四五六七八九十首]批/.test(statement.masked.slice(match.begin, match.end)))
          continue;
        if (MEANS.test(statement.masked.slice(match.end, match.end + 14))) continue;
        const bracketed = bracketedBody(statement, match.begin);
        const { entities, marks } =
          bracketed === undefined
            ? reading.subjects.bearers(statement, match.begin, BODIES)
            : { entities: [bracketed.entity], marks: [bracketed] };
        if (marks.some(({ at }) => isDenied(statement, at))) continue;
        yield* belong(match, "AFFILIATED_WITH", entities);
      }
    },
  },
  {
    id: "affiliated-founded-by-one",
    scope: "sentence",
    about: "ILPO",
    description: "One body alone sets up another: B组建Y.",
    confidence: 0.85,
    cue: new RegExp(FOUNDING, "u"),
    examples: [
      {
        text: "支持[桂林电子科技大学|U]谋划建设[漓江芯片产业园|P]。",
        relations: ["AFFILIATED_WITH 漓江芯片产业园 -> 桂林电子科技大学 (planned)"],
      },
      {
        text: "[桂林国际电线|C]在德国设立[慕尼黑研发中心|P]。",
        relations: ["AFFILIATED_WITH 慕尼黑研发中心 -> 桂林国际电线"],
      },
      {
        text: "[漓江实验室|L]成立了产业化公司[漓江碳材|C]。",
        relations: ["AFFILIATED_WITH 漓江碳材 -> 漓江实验室"],
      },
      { text: "与[桂林电子科技大学|U]联合成立[漓江芯片研究院|I]。", region: "桂林市", relations: [] },
      { text: "[桂林国际电线|C]牵头组建[电缆创新联合体|O]。", relations: [] },
    ],
    *match(statement, reading) {
      for (const match of matches(statement, FOUNDS)) {
        const { begin } = statement.clauses[clauseIndexAt(statement, match.begin)]!;
        const clause = statement.masked.slice(Math.max(begin, match.begin - 24), match.begin);
        if (/牵头|领衔|(?:联合|共同|合作|携手|参与|加入|依托|获批?)[^,;。]{0,4}$|与[^,;。]*$/.test(clause)) continue;
        if (/板块|部分/.test(statement.masked.slice(match.end, match.end + 12))) continue;
        const { entities: owners, source } = reading.subjects.agents(statement, match.begin);
        const [owner] = owners;
        if (owner === undefined || owners.length > 1 || !isFounder(reading, owner)) continue;
        if (source !== "stated" && owner !== reading.subjects.topic) continue;
        for (const [from, to] of pairs(entitiesOf(bodiesFounded(reading, match, owner)), [owner])) {
          yield { type: "AFFILIATED_WITH", from, to, statement, begin: match.begin, end: match.end };
        }
      }
    },
  },
  {
    id: "part-stated",
    scope: "sentence",
    about: "UILPZ",
    description: "A larger body has smaller ones in it: B下设Y, 园区现辖甲园、乙园, Y是B的组成部分.",
    confidence: 0.9,
    cue: /分|设|辖|串联|覆盖|囊括|包括|包含|涵盖|分为|建有|拥有|是|为|属于|系|纳入|列入|并入|划入|由|布局/,
    examples: [
      {
        text: "[漓江实验室|L]下设[遥感研究所|I]、[岩溶研究所|I]。",
        relations: ["PART_OF 遥感研究所 -> 漓江实验室", "PART_OF 岩溶研究所 -> 漓江实验室"],
      },
      {
        text: "[桂林高新区|Z]成立于1988年,是[漓江科创走廊|P]的重要组成部分。",
        relations: ["PART_OF 桂林高新区 -> 漓江科创走廊"],
      },
      {
        text: "[桂林高新区|Z]是主战场,园内设有[漓江软件园|P]和[橡胶产业园|P]。",
        relations: ["LOCATED_IN 漓江软件园 -> 桂林高新区", "LOCATED_IN 橡胶产业园 -> 桂林高新区"],
      },
      { text: "[漓江实验室|L]由[桂林理工大学|U]建设。", relations: [] },
    ],
    *match(statement, reading) {
      for (const match of matches(statement, HAS_PARTS)) {
        const verb = statement.masked.slice(match.begin, match.begin + 3);
        const letters = verb.startsWith("设立") ? "IL" : "UILPZ";
        const { entities } = reading.subjects.agents(statement, match.begin, "UILPZO");
        const wholes = entities.filter((entity) =>
          canHold(reading, entity, verb, statement.masked.slice(match.end, match.end + 12)),
        );
        const inner = entitiesOf(match.marks("part", letters));
        // 园内设有甲产业园: is there, as against 下设 and 下辖.
        const isWithin = /^[园区城镇]内[设建]有/.test(statement.masked.slice(match.begin - 1, match.begin + 3));
        if (!isWithin) yield* parts(match, inner, wholes);
        else for (const [from, to] of pairs(inner, entities)) yield locatedIn(match, from, to);
      }
      for (const match of matches(statement, COMPOSED)) {
        yield* parts(match, entitiesOf(match.marks("part", "ILPZ")), entitiesOf(match.marks("whole", "UILPZO")));
      }
      for (const match of matches(statement, WITH_UNIT)) {
        const units = match.marks("unit", "ILP").filter(({ entity }) => isBranch(reading.entities[entity]!.name));
        yield* parts(match, entitiesOf(units), entitiesOf(match.marks("whole", "UILPCO")));
      }
      for (const match of matches(statement, SUPPORTS)) {
        const corridors = statement.marks.filter(
          ({ type, entity }) => type === "InnovationPlatform" && isCorridor(reading.entities[entity]!.name),
        );
        yield* parts(match, entitiesOf(match.marks("part", "ZPIL")), entitiesOf(corridors));
      }
      for (const match of matches(statement, IS_PART)) {
        const { entities } = reading.subjects.bearers(statement, match.begin, "ILPZO");
        yield* parts(match, entities, entitiesOf(match.marks("whole", "PZOIL")));
      }
    },
  },
];

/** 甲中心(依托单位:乙公司)、丙中心(依托单位:丁公司): the one right before the bracket. */
function bracketedBody({ masked, marks }: Statement, at: number): Mark | undefined {
  if (masked[at - 1] !== "(") return undefined;
  return marks.find(
    (mark) =>
      mark.at === at - 2 && /^(?:ResearchInstitute|Laboratory|InnovationPlatform|Organization)$/.test(mark.type),
  );
}

function* belong(match: Match, type: RelationType, bodies: readonly EntityIndex[]): Generator<Draft> {
  const { statement, begin, end } = match;
  // Of the same clause: 依托甲大学,共建单位为乙公司 says two things.
  const own = statement.masked.slice(begin, end + 6).replace(/,.{0,6}$/u, "");
  if (/共建|共同|联合|合作/.test(own)) return;
  for (const [from, to] of pairs(bodies, entitiesOf(match.marks("owner", `${OWNERS}G`)))) {
    yield { type, from, to, statement, begin, end };
  }
}

function locatedIn({ statement, begin, end }: Match, from: EntityIndex, to: EntityIndex): Draft {
  return { type: "LOCATED_IN", from, to, statement, begin, end };
}

function* parts(match: Match, inner: readonly EntityIndex[], wholes: readonly EntityIndex[]): Generator<Draft> {
  const { statement, begin, end } = match;
  for (const [from, to] of pairs(inner, wholes)) yield { type: "PART_OF", from, to, statement, begin, end };
}

/** A laboratory or university sets up companies of its own; a company's are another matter. */
function bodiesFounded(reading: Reading, match: Match, owner: EntityIndex): readonly Mark[] {
  const isScholarly = reading.entities[owner]!.type !== "Company";
  const setsUp = /^(?:设立|成立|创办|创建|孵化|组建)/.test(match.text("verb"));
  return match.marks("body", isScholarly && setsUp ? "ILPOC" : "ILPO");
}

function isFounder(reading: Reading, entity: EntityIndex): boolean {
  const { type } = reading.entities[entity]!;
  return type === "University" || type === "ResearchInstitute" || type === "Laboratory" || type === "Company";
}

/** 依托甲大学等科研力量: draws on them, belongs to none. */
const MEANS = /^(?:等)?[^,;。]{0,6}(?:力量|资源|优势)/;

/** A park that 建有 a centre hosts it; a laboratory that does so consists of it. */
function canHold(reading: Reading, entity: EntityIndex, verb: string, tail: string): boolean {
  const { type } = reading.entities[entity]!;
  const isPark = type === "HighTechZone" || type === "InnovationPlatform";
  // 研究院设立甲中心: of its own; a university or a company sets up what is its own master.
  if (verb.startsWith("设立")) return type === "ResearchInstitute" || type === "Laboratory";
  if (/^(?:串联|覆盖|囊括)/.test(verb)) return isCorridor(reading.entities[entity]!.name);
  if (verb.startsWith("布局")) return /板块|部分/.test(tail) || type === "Laboratory";
  if (/^(?:建有|拥有|涵盖)/.test(verb)) return !isPark && type !== "Organization";
  return true;
}
