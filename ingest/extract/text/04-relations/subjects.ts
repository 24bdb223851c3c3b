/**
 * Who acts: the subject of a clause, carried over from the clauses before it,
 * else the one that the section, the paragraph or the document is about.
 */
import type { EntityType } from "../../../../server/contract/index.ts";
import type { EntityIndex, ExtractedEntity } from "../../extraction.ts";
import type { TextDocument } from "../text-document.ts";
import { ANY_MARK, pattern, typesOf } from "./notation.ts";
import { clauseIndexAt, markAt, marksIn } from "./statement.ts";
import type { Mark, Statement } from "./statement.ts";

export interface Agents {
  readonly entities: readonly EntityIndex[];
  /** `stated` in the same clause, `carried` from one before it, or the `default` of the passage. */
  readonly source: "stated" | "carried" | "default";
  /** The marks that name them; empty for a default. */
  readonly marks: readonly Mark[];
}

export interface Subjects {
  /** The zone, institute or company that the document is a profile of. */
  readonly topic: EntityIndex | undefined;
  /** Who acts at a position of a statement; only entities of the types whose `letters` are given. */
  agents(statement: Statement, at: number, letters?: string): Agents;
  /** Who is meant where a statement names no subject. */
  defaultOf(statement: Statement): EntityIndex | undefined;
  /** Whom 双方, 三方 mean: those whom the last sentence before named as parties to something. */
  parties(statement: Statement): readonly EntityIndex[];
}

const ACTORS = "RUILZPCGO";
const ACTOR_LIST = pattern(`{list:${ACTORS}N+}{等}`);

/** What stands before a name that is an object or an adverbial, and so does not act. */
const NOT_SUBJECT_AFTER =
  /(?:在|与|和|同|跟|向|对|为|为了|以|从|赴|到|往|于|把|将|被|比|及|至|驻|离|距|围绕|聚焦|按照|根据|依据|依托|通过|借助|针对|对标|落户|落地|位于|坐落|联合|携手|会同|联手|来自|面向|包括|包含|引进|引入|招引|共建|建设|建成|打造|成立|组建|设立|培育|出台|印发|发布|制定|加入|参与|参加|实施|开展|列入|入选|获批|获|获得|创建|申报|融入|对接|落实|贯彻|深化|加强|发挥|提升|完善|拥有|建有|现有|新增|认定|加快|谋划|布局|集聚|汇聚|涵盖|称|叫|其中|如|像|类似|超过|服务)$/;
/** Verbs whose object acts in what follows: 支持X开展. */
const PIVOT_BEFORE =
  /(?:支持|推动|鼓励|引导|指导|邀请|组织|帮助|促进|推进|助力|协助|带动|促成|由|让|使|经)[^,;:。]{0,4}$/;
/** Verbs that a pivot's object can begin with. */
const ACTION_AHEAD =
  /^(?:等[^,;]{0,16})?(?:等)?(?:[进一步积极主动加快率先共同联合全面大力深入牵头争取]{0,8})(?:开展|实施|建设|创建|组建|打造|申报|牵头|联合|与|和|同|在|落地|落户|成立|设立|布局|谋划|发展|做|争创|建立|探索|承担|参与|推进|完善|引进|聚焦|承建|共建|领衔|发起|筹建|推行|试点|承办|举办|入选|获批|出台|制定)/;
const POSSESSIVE = /^(?:等[^,;]{0,12})?的/;
const EVENT_TITLE =
  /签|举行|召开|揭牌|落户|落地|成立|获|入选|启动|举办|赴|来访|调研|考察|走进|答复|通知|公告|关于|印发/;
const PROFILE_OPENING = pattern(
  `^(?:[(]?[一二三四五六七八九十\\d]{1,3}[)、.])?{who:UILZPCO}(?:,)?(?:是|系|成立于|位于|坐落|由|始建|创建于|创办于|组建于|前身|始于|于\\d{4}年|\\d{4}年|地处|简称)`,
);
const WHOLE_HEADING = pattern(
  `^(?:[(]?[一二三四五六七八九十\\d]{1,3}[)、.,])?{who:${ACTORS}}(?:简介|概况|介绍|情况)?[:.]?$`,
);
const INLINE_HEADING = pattern(`^(?:[(]?[一二三四五六七八九十\\d]{1,3}[)、.,])?{who:${ACTORS}}:`);
const PARTIES = pattern(`{who:UILZPCGRON+}{等}{~20}(?:签|协议|合作|共建|携手|联合)`);
const TOPIC_TITLE = pattern(`^{~4}{who:UILZPCO}{~12}$`);

export function createSubjects(input: {
  document: TextDocument;
  entities: readonly ExtractedEntity[];
  statements: readonly Statement[];
  home: EntityIndex | undefined;
}): Subjects {
  const { statements, home } = input;
  const topic = findTopic(statements);
  const defaults = findDefaults(statements, topic ?? home);
  const parties = findParties(statements);

  const agents = (statement: Statement, at: number, letters = ACTORS): Agents => {
    const types = new Set<EntityType>(typesOf(letters));
    const own = clauseIndexAt(statement, at);
    for (let index = own; index >= 0; index--) {
      const clause = statement.clauses[index]!;
      const marks = subjectOfClause(statement, clause.begin, index === own ? at : clause.end, index === own, types);
      if (marks.length > 0) {
        return { entities: unique(marks), source: index === own ? "stated" : "carried", marks };
      }
    }
    const entity = defaults.get(statement);
    const fits = entity !== undefined && types.has(input.entities[entity]!.type);
    return { entities: fits ? [entity] : [], source: "default", marks: [] };
  };

  return {
    topic,
    agents,
    defaultOf: (statement) => defaults.get(statement),
    parties: (statement) => parties.get(statement) ?? [],
  };
}

/** The last list of actors before `end` that can be a subject; a pivot's object only where its own verb follows. */
function subjectOfClause(
  statement: Statement,
  begin: number,
  end: number,
  withPivots: boolean,
  types: ReadonlySet<EntityType>,
): readonly Mark[] {
  const text = statement.masked.slice(begin, end);
  let subject: readonly Mark[] = [];
  for (const match of text.matchAll(ACTOR_LIST)) {
    const from = begin + match.index;
    const [listBegin, listEnd] = match.indices!.groups!["list"]!;
    const before = text.slice(0, match.index);
    const after = text.slice(listEnd);
    const marks = marksIn(statement, from, begin + (listEnd - listBegin) + match.index).filter((it) =>
      types.has(it.type),
    );
    if (marks.length === 0 || POSSESSIVE.test(after)) continue;
    if (PIVOT_BEFORE.test(before)) {
      if (withPivots && ACTION_AHEAD.test(statement.masked.slice(begin + listEnd, begin + listEnd + 40)))
        subject = marks;
      continue;
    }
    if (NOT_SUBJECT_AFTER.test(before)) continue;
    if (subject.length === 0) subject = marks;
  }
  return subject;
}

function findTopic(statements: readonly Statement[]): EntityIndex | undefined {
  for (const statement of statements.slice(0, 12)) {
    const { block } = statement.sentence;
    if (block === "meta" || block === "row") continue;
    if (block === "title" || block === "heading") {
      if (EVENT_TITLE.test(statement.masked)) return undefined;
      const title = only(statement, TOPIC_TITLE);
      if (title) return title.entity;
      continue;
    }
    return only(statement, PROFILE_OPENING)?.entity;
  }
  return undefined;
}

function findDefaults(
  statements: readonly Statement[],
  subject: EntityIndex | undefined,
): ReadonlyMap<Statement, EntityIndex> {
  const defaults = new Map<Statement, EntityIndex>();
  let section: EntityIndex | undefined;
  let paragraph = -1;
  let profile: EntityIndex | undefined;
  for (const statement of statements) {
    const { block } = statement.sentence;
    if (statement.sentence.paragraph !== paragraph) {
      paragraph = statement.sentence.paragraph;
      profile = undefined;
    }
    if (block === "heading" || block === "title") {
      section = block === "title" ? undefined : only(statement, WHOLE_HEADING)?.entity;
    }
    const entity = profile ?? section ?? subject;
    if (entity !== undefined) defaults.set(statement, entity);
    const opened = only(statement, INLINE_HEADING) ?? only(statement, PROFILE_OPENING);
    if (opened && block !== "title") profile = opened.entity;
  }
  return defaults;
}

function findParties(statements: readonly Statement[]): ReadonlyMap<Statement, readonly EntityIndex[]> {
  const known = new Map<Statement, readonly EntityIndex[]>();
  let latest: readonly EntityIndex[] = [];
  for (const statement of statements) {
    // Those of the same sentence are named before 双方 in it.
    for (const match of statement.masked.matchAll(PARTIES)) {
      const [begin, end] = match.indices!.groups!["who"]!;
      const marks = marksIn(statement, begin, end);
      if (marks.length > 1 && /[与和同]/.test(statement.masked.slice(begin, end))) latest = unique(marks);
    }
    if (latest.length > 0) known.set(statement, latest);
  }
  return known;
}

function only(statement: Statement, expression: RegExp): Mark | undefined {
  expression.lastIndex = 0;
  const span = expression.exec(statement.masked)?.indices?.groups?.["who"];
  return span ? markAt(statement, span[0]) : undefined;
}

function unique(marks: readonly Mark[]): EntityIndex[] {
  return [...new Set(marks.map(({ entity }) => entity))];
}

/** Whether a text holds no mention. */
export function isBare(text: string): boolean {
  return !new RegExp(`[${ANY_MARK}]`, "u").test(text);
}
