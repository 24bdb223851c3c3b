/** IMPLEMENTS and ISSUED: who carries out a programme, and who issues a policy. */
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
/** An event that only bears the programme's name. */
const EVENT_AHEAD = /^[^,;。]{0,2}(?:推介会|对接会|研讨会|座谈会|论坛|成就展|大会|动员会|现场会|发布会|培训班)/;
const WON_BY_COUNT = /^[^,;。]{0,10}(?:\d|[一二三特]等|[一二两三四五六七八九十百]+[项个名])/;
/** Does not carry it out, only speaks of it. */
const MENTIONED = /(?:建议|关于|围绕|响应|契机|借助|对照|结合|根据|按照)[^,;。]{0,4}$/;
const SPREADING = pattern(`推广{~4}{who:RZ}(?:的)?{~4}{programmes:S+}`);
const PILOTS = pattern(`(?:打造|设立|确定|推出|新增|选取|选择|确立|在){who:RZ+}{等}?{~6}(?:试点|先行|示范|开展试点)`);

const ISSUING =
  "(?:出台|印发|发布|制定|编制|修订|公布|下发|颁布|起草|推出|签发|形成|实施|完成|通过|发放|审议通过|转发|拟定|草拟|组织编写|编写|修改|推行|施行|编印)";
const ISSUED_BY = pattern(`{who:${ACTORS}+}{等}{,24}${ISSUING}(?:了)?`);
const PASSIVE_ISSUE = pattern(
  `{policies:D+}(?:,)?(?:已|正式|均|业已)?(?:由|经){who:${ACTORS}+}{~8}(?:印发|出台|发布|公布|审议|批复|通过|制定)`,
);
const BELONGS = /(?:^|[,;:。、]|[^\ue000-\ue00c])$/u;
const OBEYING = /(?:根据|按照|依据|依照|贯彻|落实|学习|对照|响应|列入|纳入|符合|遵循|执行)[^,;。]{0,10}$/;

export const PROGRAMME_RULES: readonly SentenceRule[] = [
  {
    id: "implements-stated",
    scope: "sentence",
    description:
      "A programme that a sentence names is carried out by whoever acts in it, else by the document's region.",
    confidence: 0.86,
    cue: /./,
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
      for (const mark of statement.marks) {
        if (mark.type !== "Programme" || spread.has(mark.at)) continue;
        yield* implement(statement, mark, reading);
      }
    },
  },
  {
    id: "issued-stated",
    scope: "sentence",
    description:
      "A policy is issued by whoever acts in the sentence, by the body named right before it, else by the document's region.",
    confidence: 0.88,
    cue: /./,
    examples: [
      {
        text: "出台《[随州市氢能产业发展规划|D]》。",
        region: "随州市",
        relations: ["ISSUED 随州市 -> 随州市氢能产业发展规划"],
      },
      {
        text: "[随州市人民政府|G]印发《[随州市专用车产业政策|D]》。",
        region: "随州市",
        relations: ["ISSUED 随州市人民政府 -> 随州市专用车产业政策"],
      },
      { text: "根据《[中华人民共和国科学技术进步法|D]》。", region: "随州市", relations: [] },
    ],
    *match(statement, reading) {
      const taken = new Set<number>();
      for (const match of matches(statement, PASSIVE_ISSUE)) {
        const policies = match.marks("policies", "D");
        for (const { at } of policies) taken.add(at);
        for (const [from, to] of pairs(entitiesOf(match.marks("who", ACTORS)), entitiesOf(policies))) {
          yield { type: "ISSUED", from, to, statement, begin: match.begin, end: match.end };
        }
      }
      for (const mark of statement.marks) {
        if (mark.type !== "Policy" || taken.has(mark.at)) continue;
        for (const from of issuersOf(statement, mark, reading)) {
          if (from === mark.entity) continue;
          const { begin } = statement.clauses[clauseIndexAt(statement, mark.at)]!;
          yield { type: "ISSUED", from, to: mark.entity, statement, begin, end: mark.at + 1 };
        }
      }
    },
  },
];

function* implement(statement: Statement, mark: Mark, reading: Reading): Generator<Draft> {
  const clause = statement.clauses[clauseIndexAt(statement, mark.at)]!;
  const before = statement.masked.slice(clause.begin, mark.at);
  const after = statement.masked.slice(mark.at + 1, clause.end);
  const { name } = reading.entities[mark.entity]!;
  if (isDenied(statement, mark.at) || EVENT_AHEAD.test(after) || MENTIONED.test(before)) return;
  const agents = reading.subjects.agents(statement, mark.at, ACTORS);
  if (AWARD.test(name)) {
    const isRegion = agents.entities.some((entity) => reading.entities[entity]!.type === "Region");
    if (!isRegion || !HOLDS.test(before) || WON_BY_COUNT.test(after)) return;
  }
  if (CONTEST.test(name) && !RUNS_CONTEST.test(before)) return;
  for (const [from, to] of pairs(agents.entities, [mark.entity])) {
    yield { type: "IMPLEMENTS", from, to, statement, begin: mark.at, end: mark.at + 1 };
  }
  yield* inPartsOfHome(statement, mark, reading);
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
    if (first.at <= clause.begin + 1) yield { type: "IMPLEMENTS", from: first.entity, to: mark.entity, ...span };
    return;
  }
}

function issuersOf(statement: Statement, mark: Mark, reading: Reading): readonly EntityIndex[] {
  const clause = statement.clauses[clauseIndexAt(statement, mark.at)]!;
  const named = namedIssuer(reading, mark.entity);
  if (named === "nobody") return [];
  const listBegin = beginOfList(statement, mark.at);
  const before = statement.masked.slice(0, listBegin);
  // 省政府《…》: the body right before it.
  const previous = statement.marks.find(({ at }) => at === listBegin - 1);
  if (previous && "RGO".includes(previous.type[0]!) && BELONGS.test(before.slice(0, -1))) {
    if (previous.type === "Government" || previous.type === "Region") return [previous.entity];
  }
  const obeys = OBEYING.test(statement.masked.slice(clause.begin, listBegin));
  const own = statement.masked.slice(0, listBegin);
  for (const found of [...own.matchAll(ISSUED_BY)].reverse()) {
    const [begin, end] = found.indices!.groups!["who"]!;
    const between = own.slice(end);
    if (/[;。]/.test(between)) continue;
    const marks = statement.marks.filter(
      ({ at, type }) =>
        at >= begin && at < end && (type === "Government" || type === "Organization" || type === "Region"),
    );
    const preceding = own.slice(Math.max(0, begin - 3), begin);
    if (marks.length > 0 && !/(?:在|与|和|对|向|为|经|以|被|入|由)$/.test(preceding) && !obeys)
      return entitiesOf(marks);
  }
  if (named !== undefined) return [named];
  if (obeys) return [];
  return reading.subjects.agents(statement, mark.at, "RGOZ").entities;
}

/** 《A》《B》和《C》 share the words before the first. */
function beginOfList(statement: Statement, at: number): number {
  let begin = at;
  for (;;) {
    const joint = /(?:[、和与及]|以及)?$/u.exec(statement.masked.slice(Math.max(0, begin - 2), begin))?.[0].length ?? 0;
    const previous = statement.marks.find((mark) => mark.at === begin - joint - 1);
    if (previous?.type !== "Policy") return begin;
    begin = previous.at;
  }
}

/** Issuer that the policy's own name tells: its region, where that is not the document's; nobody for national law. */
function namedIssuer(reading: Reading, policy: EntityIndex): EntityIndex | "nobody" | undefined {
  const { name } = reading.entities[policy]!;
  const leader = reading.leaderOfName(name);
  const entity = leader === undefined ? undefined : reading.entities[leader];
  const isIssuer = entity?.type === "Government" || entity?.type === "University" || entity?.type === "Region";
  if (leader !== undefined && isIssuer && entity.level !== "area" && entity.level !== "country") return leader;
  return /^(?:中华人民共和国|国家|中国|全国|中共中央|国务院|中央)/.test(name) ? "nobody" : undefined;
}
