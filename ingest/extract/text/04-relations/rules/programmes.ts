/** IMPLEMENTS: who carries out a programme, pilots it or is selected for it. */
import type { EntityIndex } from "../../../extraction.ts";
import { pattern } from "../notation.ts";
import type { Reading } from "../reading.ts";
import { isDenied } from "../polarity.ts";
import { entitiesOf, matches, pairs } from "../rule.ts";
import type { Draft, SentenceRule } from "../rule.ts";
import { clauseIndexAt } from "../statement.ts";
import type { Mark, Statement } from "../statement.ts";

const ACTORS = "RUILZPCGO";
const AWARD = /(?:奖|金奖|奖项|奖章|大奖|奖励)$/;
const CONTEST = /(?:大赛|竞赛|挑战赛|比赛|博览会|发明展)$/;
const HOLDS = /(?:捧得|捧回|夺得|摘得|荣膺|荣获|获得|获|授予)[^,;。]{0,8}$/;
const RUNS_CONTEST = /(?:举办|承办|主办|组织|办好|开展|实施)[^,;。]{0,12}$/;
const RUN_AHEAD = /^[^,;。]{0,12}(?:举办|开赛|启动|落幕|收官)/;
/** An event that only bears the programme's name. */
const EVENT_AHEAD = /^[^,;。]{0,2}(?:推介会|对接会|研讨会|座谈会|论坛|成就展|大会|动员会|现场会|发布会|培训班)/;
/** 5家企业入选: what unnamed firms and people are chosen for. */
const BY_UNNAMED = /\d+(?:余)?(?:家|名|位|人)[^,;。]{0,6}(?:入选|获评|获得|获|当选)$/;
/** 31项成果获奖: projects of nobody named. */
const BY_PROJECTS = /\d+(?:余)?[项个件名家]|成果|项目|专利|技术|作品|产品/;
const WON_BY_COUNT = /^[^,;。]{0,10}(?:\d|[一二三特]等|[一二两三四五六七八九十百]+[项个名])/;
/** Does not carry it out, only speaks of it. */
const MENTIONED = /(?:建议|关于|围绕|响应|契机|借助|对照|结合|根据|按照)[^,;。]{0,4}$/;
const SPREADING = pattern(`推广{~4}{who:RZ}(?:的)?{~4}{programmes:S+}`, /推广/);
const PILOTS = pattern(
  `(?:打造|设立|确定|推出|新增|选取|选择|确立|在){who:RZ+}{等}?{~6}(?:试点|先行|示范|开展试点)`,
  /试点|先行|示范/,
);

const JOINT_BID = pattern(
  `(?:联合|会同|携手){who:UILC+}{等}{~8}(?:申报|承担|实施|开展|攻关){~8}{programmes:S+}`,
  /联合|会同|携手/,
);
const HOSTED_BY = pattern(`(?:由)?{who:${ACTORS}+}{等}{~4}(?:联合)?(?:主办|承办|举办|协办)(?!{~8}S)`, /[主承举协]办/);

export const PROGRAMME_RULES: readonly SentenceRule[] = [
  {
    id: "implements-stated",
    scope: "sentence",
    about: "S",
    description:
      "A programme that a sentence names is carried out by whoever acts in it, else by the document's region.",
    confidence: 0.86,
    examples: [
      {
        text: "深入实施[“苗圃”计划|S]。",
        region: "咸宁市",
        relations: ["IMPLEMENTS 咸宁市 -> “苗圃”计划"],
      },
      {
        text: "[香城实验室|L]承担[国家重点研发计划|S]。",
        region: "咸宁市",
        relations: ["IMPLEMENTS 香城实验室 -> 国家重点研发计划"],
      },
      { text: "2项成果获[湖北省科学技术奖|S]一等奖。", region: "咸宁市", relations: [] },
      { text: "举办[“苗圃”计划|S]推介会。", region: "咸宁市", relations: [] },
    ],
    *match(statement, reading) {
      const spread = new Set<number>();
      for (const match of matches(statement, SPREADING)) {
        const marks = match.marks("programmes", "S");
        for (const { at } of marks) spread.add(at);
        const programmes = entitiesOf(marks);
        const span = { statement, begin: match.begin, end: match.end };
        for (const [from, to] of pairs(entitiesOf(match.marks("who", "RZ")), programmes)) {
          yield { type: "IMPLEMENTS", from, to, ...span, status: "existing" };
        }
        const agents = reading.subjects.agents(statement, match.begin, ACTORS).entities;
        for (const [from, to] of pairs(agents, programmes)) yield { type: "IMPLEMENTS", from, to, ...span };
      }
      for (const match of matches(statement, JOINT_BID)) {
        for (const [from, to] of pairs(
          entitiesOf(match.marks("who", "UILC")),
          entitiesOf(match.marks("programmes", "S")),
        )) {
          yield { type: "IMPLEMENTS", from, to, statement, begin: match.begin, end: match.end };
        }
      }
      for (const match of matches(statement, HOSTED_BY)) {
        const contest = statement.marks.findLast(({ type, at }) => type === "Programme" && at < match.begin);
        if (!contest) continue;
        for (const [from, to] of pairs(entitiesOf(match.marks("who", ACTORS)), [contest.entity])) {
          yield { type: "IMPLEMENTS", from, to, statement, begin: match.begin, end: match.end };
        }
      }
      for (const mark of statement.marks) {
        if (mark.type !== "Programme" || spread.has(mark.at)) continue;
        yield* implement(statement, mark, reading);
      }
    },
  },
];

function* implement(statement: Statement, mark: Mark, reading: Reading): Generator<Draft> {
  const clause = statement.clauses[clauseIndexAt(statement, mark.at)]!;
  const before = statement.masked.slice(clause.begin, mark.at);
  const after = statement.masked.slice(mark.at + 1, clause.end);
  const { name } = reading.entities[mark.entity]!;
  if (BY_UNNAMED.test(before)) return;
  if (isDenied(statement, mark.at) || EVENT_AHEAD.test(after) || MENTIONED.test(before)) return;
  const agents = reading.subjects.agents(statement, mark.at, ACTORS);
  if (AWARD.test(name)) {
    const isRegion = agents.entities.some((entity) => reading.entities[entity]!.type === "Region");
    if (!isRegion || !HOLDS.test(before) || BY_PROJECTS.test(before) || WON_BY_COUNT.test(after)) return;
  }
  // 大赛 alone speaks of what was introduced before.
  if (CONTEST.test(name) && mark.end - mark.begin <= 3) return;
  if (CONTEST.test(name) && !RUNS_CONTEST.test(before) && !RUN_AHEAD.test(after)) return;
  for (const [from, to] of pairs(agents.entities, [mark.entity])) {
    yield { type: "IMPLEMENTS", from, to, statement, begin: mark.at, end: mark.at + 1 };
  }
  if (agents.source === "default") yield* inPartsOfHome(statement, mark, reading);
}

/** 推进“甲”试点,某区…: a part of the region that the next clause goes on with carries it out too. */
function* inPartsOfHome(statement: Statement, mark: Mark, reading: Reading): Generator<Draft> {
  const { home, regions } = reading;
  if (home === undefined) return;
  const rest = statement.clauses.slice(clauseIndexAt(statement, mark.at) + 1);
  const isPart = (entity: EntityIndex) => {
    const { type } = reading.entities[entity]!;
    return (type === "Region" && entity !== home && regions.isWithin(entity, home)) || type === "HighTechZone";
  };
  for (const clause of rest) {
    const marks = statement.marks.filter(({ at }) => at >= clause.begin && at < clause.end);
    if (marks.some(({ type }) => type === "Programme" || type === "Policy")) return;
    const [first] = marks;
    if (!first || !isPart(first.entity)) return;
    const span = { statement, begin: mark.at, end: mark.at + 1 };
    for (const match of matches(statement, PILOTS)) {
      if (match.begin < clause.begin || match.begin >= clause.end) continue;
      for (const [from, to] of pairs(entitiesOf(match.marks("who", "RZ")), [mark.entity])) {
        yield { type: "IMPLEMENTS", from, to, ...span };
      }
    }
    const isAlone = statement.lists.some((list) => list.marks.length === 1 && list.marks[0] === first);
    if (first.at <= clause.begin + 1 && isAlone)
      yield { type: "IMPLEMENTS", from: first.entity, to: mark.entity, ...span };
    return;
  }
}
