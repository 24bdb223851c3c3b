/**
 * Who acts: the subject of a clause, carried over from the clauses before it,
 * else the one that the section, the paragraph or the document is about.
 */
import type { EntityType } from "../../../../server/contract/index.ts";
import type { EntityIndex, ExtractedEntity } from "../../extraction.ts";
import type { TextDocument } from "../text-document.ts";
import { ANY_MARK, marksOfTypes, typesOf } from "./notation.ts";
import { findDefaults, findTopic } from "./passage-subjects.ts";
import { clauseIndexAt, namedInHeading, withoutPlacesBefore } from "./statement.ts";
import type { Clause, Mark, Statement } from "./statement.ts";

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
  /**
   * What a predicate at this position is said of: as `agents`, but a body that
   * the clause before ends with comes before the subject of that clause
   * (成立甲研究院,位于乙区).
   */
  bearers(statement: Statement, at: number, letters: string): Agents;
  /** Who is meant where a statement names no subject. */
  defaultOf(statement: Statement): EntityIndex | undefined;
  /** Whether the mention is the subject of its own clause, alone or in a list. */
  isSubject(statement: Statement, mark: Mark): boolean;
  /** The body named last before in the same paragraph; the one that the document is about where there is none. */
  bodyBefore(statement: Statement): EntityIndex | undefined;
  /** Whom 双方, 三方 mean: those whom the last sentence before named as parties to something. */
  parties(statement: Statement, at: number): readonly EntityIndex[];
}

const ACTORS = "RUILZPCGO";
const BODIES: ReadonlySet<EntityType> = typesOf("ILPO");
const TOGETHER = /^[^,;。]{0,24}(?:签|协议|合作|共建|携手|联合)/;

/** A word before a subject that belongs to the clause as a whole. */
const OPENING_WORD = new RegExp(
  `^(?:${[
    "第?[一二三四五六七八九十]{1,3}[是条、,.章节]",
    "[(]?[一二三四五六七八九十\\d]{1,3}[)、.,]{1,8}",
    "[*>#•·●■◆○-]",
    "20\\d\\d年(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:[上下]半年|[底初末中])?(?:以来|起|至今|前|度)?",
    "\\d{1,2}月(?:\\d{1,2}日)?(?:至\\d{1,2}日)?(?:[上下]午)?",
    "近年来|近[两三几]年来?|多年来|今年以来|今年|去年|明年|同年|当年|目前|当前|现在|现|日前|近日|近期|此前|随后|最终|最后",
    "同时|此外|另外|其中|期间|首先|其次|再次|例如|比如|如|为此|因此|由于|尤其是|特别是|同样|以及|据悉|据介绍|也|又|还|均|已|正|先后|共|即|则|是|凭借|首批|第一批",
    "截[至止][^,;]{0,12}",
    "[^,;:的与和同对向\\ue000-\\uecff]{0,6}(?:上|中|期间|后|前|以来|方面|时|下)",
  ].join("|")})$`,
  "u",
);
/** Verbs whose object acts in what follows: 支持X开展. */
const PIVOT_BEFORE =
  /(?:支持|推动|鼓励|引导|指导|邀请|组织|帮助|促进|推进|助力|协助|带动|促成|由|让|使|经|保障|确保|加快)[^,;:。的与和同在对向]{0,4}$/;
/** Verbs that a pivot's object can begin with. */
const ACTION_AHEAD =
  /^(?:、[^,;、的]{1,12}){0,3}?(?:等[^,;的]{0,16}?)?(?:[进一步积极主动加快率先共同联合全面大力深入牵头争取早日尽快顺利成功持续]{0,8})(?:会同|携手|联手|抱团|开展|实施|建设|创建|组建|打造|申报|牵头|联合|与|和|同|在|落地|落户|成立|设立|布局|谋划|发展|做|争创|建立|探索|承担|参与|推进|完善|引进|聚焦|围绕|承建|共建|领衔|发起|筹建|推行|试点|承办|主办|举办|入选|获批|出台|制定|提|创|入驻|攻关|对接|加入|分别|投入|主攻|瞄准|加强|深化|培育|壮大|负责|到|来)/;
/** A name with this behind it only qualifies what follows. */
const QUALIFIES = /^(?:等[^,;]{0,12})?(?:的|内|境内|旗下|下属|所属|第|级|平均|前[\d一二三四五六七八九十])/;
/** 某集团董事长某某: the person acts. */
const HEADED_BY_PERSON = new RegExp(
  `^[^,;。${ANY_MARK}]{0,12}(?:长|书记|主任|总裁|经理|教授|院士|主席|研究员|委员|专家|副手)[${marksOfTypes("N")}]`,
);
const PERSON_OPENS = new RegExp(`^[^,;。]{0,24}?[${marksOfTypes("N")}](?!.*[${marksOfTypes("RUILZPCGO")}])`);
const SPEAKS = /说|表示|指出|强调|介绍|要求|希望|认为|代表/;
/** 甲、乙等共同建设: says who builds what the sentence is about, and is not what it goes on about. */
const ONLY_BUILDS = /^(?:等[^,;]{0,10})?(?:共同|联合|合作|参与|携手)+(?:建设|共建|组建|参与|打造)?$/;
/** 江苏某集团: the place of somebody who is none of the document's entities. */
const PLACE_OF_ANOTHER =
  /^[^,;:。的支推引与和在对为向建立开实聚等]{1,12}?(?:有限公司|集团|股份|公司|大学|学院|研究院|研究所|实验室|医院|银行|协会|商会)/;
const COMITATIVE = /[与同跟]|和/;

const OF_HERE = /^(?:[省市县区州旗]里|当地)(?:还|也|又|已|先后|积极|正|[与和同对在])/;

export function createSubjects(input: {
  document: TextDocument;
  entities: readonly ExtractedEntity[];
  statements: readonly Statement[];
  home: EntityIndex | undefined;
}): Subjects {
  const { statements, home, document } = input;
  const topic = findTopic(statements, document.frame.title);
  const defaults = findDefaults(statements, topic ?? home);
  const parties = findParties(statements);
  const continued = findContinued(statements, document.clean.text);
  const indexOf = new Map(statements.map((statement, index) => [statement, index]));
  const typeOf = (entity: EntityIndex) => input.entities[entity]!.type;

  const agents = (statement: Statement, at: number, letters = ACTORS): Agents => {
    const types = typesOf(letters);
    // 县里还与甲大学合作: the region speaks of itself again.
    if (OF_HERE.test(ownText(statement, at))) {
      const own = defaults.get(statement);
      if (own !== undefined && types.has(typeOf(own))) return { entities: [own], source: "carried", marks: [] };
    }
    const found = inSentence(statement, at, types);
    if (found?.source === "stated") return found;
    if (!types.has("Person") && isSaidOfPerson(statement, at)) return NOBODY;
    if (found) return found;
    const before = continued.get(statement);
    const carried = before && inSentence(before, before.masked.length, types, false);
    // 甲应用上线;承担…: a platform of the region's does not go on acting for it.
    if (carried?.marks.some(({ type }) => type !== "InnovationPlatform")) return { ...carried, source: "carried" };
    if (namesAnother(ownText(statement, at))) return NOBODY;
    const entity = defaults.get(statement);
    const fits = entity !== undefined && types.has(typeOf(entity));
    return { entities: fits ? [entity] : [], source: "default", marks: [] };
  };

  const bearers = (statement: Statement, at: number, letters: string): Agents => {
    const types = typesOf(letters);
    const listed = /^(?:以上|上述|这些)[^,;]{0,10}$/.test(ownText(statement, at))
      ? listedBefore(statements, indexOf.get(statement)!, types)
      : [];
    if (listed.length > 0) return { entities: listed, source: "carried", marks: [] };
    const found = agents(statement, at, letters);
    if (found.source === "stated") return found;
    const heading = headingOf(statement, at);
    if (heading && types.has(heading.type)) return { entities: [heading.entity], source: "carried", marks: [heading] };
    const object = objectBefore(statement, at, types);
    return object.length > 0 ? { entities: unique(object), source: "carried", marks: object } : found;
  };

  return {
    topic,
    agents,
    bearers,
    defaultOf: (statement) => defaults.get(statement),
    isSubject: (statement, mark) => {
      const { begin, end } = statement.clauses[clauseIndexAt(statement, mark.at)]!;
      return subjectOfClause(statement, { begin, end }, true, new Set([mark.type])).includes(mark);
    },
    bodyBefore: (statement) => {
      const { paragraph } = statement.sentence;
      for (let index = indexOf.get(statement)! - 1; index >= 0; index--) {
        const before = statements[index]!;
        if (before.sentence.paragraph !== paragraph) break;
        const body = before.marks.findLast(({ type }) => BODIES.has(type));
        if (body) return body.entity;
      }
      return topic;
    },
    parties: (statement, at) => partiesIn(statement, at) ?? parties.get(statement) ?? [],
  };
}

/** The subject of the clause around `at`, else of one before it; `isOwn` where that clause itself is asked about. */
function inSentence(
  statement: Statement,
  at: number,
  types: ReadonlySet<EntityType>,
  isOwn = true,
): Agents | undefined {
  const own = clauseIndexAt(statement, at);
  for (let index = own; index >= 0; index--) {
    const clause = statement.clauses[index]!;
    const isHere = isOwn && index === own;
    const span = index === own ? { begin: clause.begin, end: at } : clause;
    const found = subjectOfClause(statement, span, isHere, types);
    const marks = found.length === 0 && !isHere ? centreOfClause(statement, clause, types) : found;
    if (marks.length > 0) return { entities: unique(marks), source: isHere ? "stated" : "carried", marks };
  }
  return undefined;
}

const CENTRE_BEHIND = /^(?:等[^,;]{0,10})?为(?:主体|核心|中心|重点|龙头|引领|载体|主阵地|主战场|主平台)$/;

/** 以甲科技城为核心,布局乙产业: what goes on is said of 甲科技城. */
function centreOfClause(statement: Statement, { begin, end }: Clause, types: ReadonlySet<EntityType>): readonly Mark[] {
  const list = statement.actors.find((it) => it.begin >= begin && it.begin < end);
  if (!list || !/^(?:[^,;]{0,6}是?)?以$/.test(statement.masked.slice(begin, list.begin))) return [];
  if (!CENTRE_BEHIND.test(statement.masked.slice(list.end, end))) return [];
  return list.marks.filter(
    ({ type }) => types.has(type) && (type === "HighTechZone" || type === "InnovationPlatform" || type === "Region"),
  );
}

/** The actors that a clause opens with, the head of a relative clause (A建设的B), or the object that a pivot verb sets to work. */
function subjectOfClause(
  statement: Statement,
  { begin, end }: Clause,
  isOwn: boolean,
  types: ReadonlySet<EntityType>,
): readonly Mark[] {
  let subject: readonly Mark[] = [];
  for (const list of statement.actors) {
    if (list.begin < begin) continue;
    if (list.begin >= end) break;
    const before = statement.masked.slice(begin, list.begin);
    const last = Math.min(list.end, end);
    const after = statement.masked.slice(last, last + 40);
    const all = withoutPlacesBefore(list.marks).filter(({ at }) => at < end);
    const marks = all.filter(({ type }) => types.has(type));
    if (marks.length === 0 || QUALIFIES.test(after)) continue;
    if (HEADED_BY_PERSON.test(after)) continue;
    if (marks.every(({ type }) => type === "Region") && PLACE_OF_ANOTHER.test(after)) continue;
    if (PIVOT_BEFORE.test(before) && ACTION_AHEAD.test(after)) {
      if (isOwn) subject = marks;
      continue;
    }
    const isDescribed = before.endsWith("的") && isDescription(before, subject.length > 0);
    if (isDescribed || /(?:旗下|下属|所属)$/.test(before)) subject = marks;
    else if (subject.length === 0 && isOpening(before)) {
      if (!isOwn && ONLY_BUILDS.test(statement.masked.slice(last, end))) continue;
      subject = isOwn ? marks : beforeComitative(statement, marks);
    }
  }
  return subject;
}

/** 与X共建的, X牵头建设的, 总规模10亿元的: describes the name behind it, which opens the clause. */
function isDescription(before: string, hasSubject: boolean): boolean {
  if (hasSubject) return RELATIVE.test(before);
  return !/^[^,;:与由\ue000-\uecff]{0,6}(?:推进|推动|加快|支持|建成|新增|建设|打造|成立|设立|组建|引进|实施|开展|出台|完善|是|为)/.test(
    before,
  );
}

const RELATIVE =
  /(?:建设|共建|组建|设立|成立|牵头|打造|主导|引进|创办|发起|投资|运营|建立|开发|承担|主办|主管|举办|开展|研发|支持)的$/;

/** 甲与乙共建Y,并…: what follows is said of 甲. */
function beforeComitative(statement: Statement, marks: readonly Mark[]): readonly Mark[] {
  const joint = marks.findIndex(
    (mark, i) => i > 0 && COMITATIVE.test(statement.masked.slice(marks[i - 1]!.at + 1, mark.at)),
  );
  if (joint < 0) return marks;
  const last = marks.at(-1)!;
  const acts = /共建|合作|签|联合|共同|对接/.test(statement.masked.slice(last.at + 1, last.at + 16));
  return acts ? marks.slice(0, joint) : marks;
}

/** The list that the clause before this one ends with. */
function objectBefore(statement: Statement, at: number, types: ReadonlySet<EntityType>): readonly Mark[] {
  const index = clauseIndexAt(statement, at);
  if (index === 0) return [];
  const { begin, end } = statement.clauses[index - 1]!;
  const last = statement.actors.findLast((list) => list.begin >= begin && list.begin < end);
  if (!last || !/^(?:等[^的]{0,14})?(?:建设|落地|揭牌|成立|运行)?$/.test(statement.masked.slice(last.end, end)))
    return [];
  if (isOpening(statement.masked.slice(begin, last.begin))) return [];
  const isPartner = /(?:与|和|同|跟|联合|隶属|隶属于|依托|由|在|位于|落户|于|邀请)$/.test(
    statement.masked.slice(begin, last.begin),
  );
  return isPartner ? [] : withoutPlacesBefore(last.marks).filter(({ type }) => types.has(type));
}

/** 某集团董事长某某获评…: the clause has a person for its subject, one who acts rather than speaks. */
function isSaidOfPerson(statement: Statement, at: number): boolean {
  if (!statement.types.has("Person")) return false;
  const own = ownText(statement, at);
  return PERSON_OPENS.test(own) && !SPEAKS.test(own);
}

const NOBODY: Agents = { entities: [], source: "default", marks: [] };
/** 某公司牵头…: the clause has a subject, only that it is none of the document's entities. */
const UNKNOWN_ACTOR =
  /(?:有限公司|股份公司|集团|股份|研究院|研究所|实验室|医院|银行|协会|商会)(?:等[^,;]{0,12})?(?:积极|主动|先后|还|也|已|共同|联合|成功|率先|正式|[与和同])?$/;
const GIVEN_TO = /(?:推动|支持|鼓励|引导|组织|依托|通过|推进|建设|引进|邀请)[^,;]{0,20}$/;

const ADVERBS = /(?:积极|主动|成功|率先|全力|共同|并|还|也|联合)*$/;

/** Whether a text at the start of a clause leaves room for a subject that is only carried over. */
export function opensClause(before: string): boolean {
  return isOpening(before.replace(ADVERBS, ""));
}

const LONGEST_OPENING_WORD = 20;

/**
 * Whether a text is made of such words. One can be cut in many ways (目前 is one, and so is any text that ends in 前),
 * so it is told from place to place, instead of by an expression that would try them all.
 */
function isOpening(text: string): boolean {
  const begins = new Set([0]);
  // A set gives out what is added while it is walked through.
  for (const begin of begins) {
    const last = Math.min(text.length, begin + LONGEST_OPENING_WORD);
    for (let end = begin + 1; end <= last; end++) {
      if (!begins.has(end) && OPENING_WORD.test(text.slice(begin, end))) begins.add(end);
    }
  }
  return begins.has(text.length);
}

function namesAnother(before: string): boolean {
  const found = UNKNOWN_ACTOR.exec(before);
  return found !== null && !GIVEN_TO.test(before.slice(0, found.index));
}

function ownText(statement: Statement, at: number): string {
  return statement.masked.slice(statement.clauses[clauseIndexAt(statement, at)]!.begin, at);
}

/** Y:由A建设,位于B: the name before the colon, for what stands behind it. */
function headingOf(statement: Statement, at: number): Mark | undefined {
  return at > statement.clauses[0]!.end ? namedInHeading(statement) : undefined;
}

/** 以上平台: the first body of each row or item right before. */
function listedBefore(statements: readonly Statement[], before: number, types: ReadonlySet<EntityType>): EntityIndex[] {
  const listed: EntityIndex[] = [];
  for (let index = before - 1; index >= 0; index--) {
    const { sentence, marks } = statements[index]!;
    if (sentence.block !== "row" && sentence.block !== "item") break;
    const body = marks.find(({ type }) => types.has(type));
    if (body) listed.unshift(body.entity);
  }
  return [...new Set(listed)];
}

/** For each statement, those whom the latest statement before it names as parties. */
function findParties(statements: readonly Statement[]): ReadonlyMap<Statement, readonly EntityIndex[]> {
  const known = new Map<Statement, readonly EntityIndex[]>();
  let latest: readonly EntityIndex[] = [];
  for (const statement of statements) {
    if (latest.length > 0) known.set(statement, latest);
    latest = partiesIn(statement, statement.masked.length) ?? latest;
  }
  return known;
}

/** The last that sign or build together before `at`. */
function partiesIn({ actors, masked }: Statement, at: number): readonly EntityIndex[] | undefined {
  const list = actors.findLast(
    ({ marks, begin, end }) =>
      end <= at &&
      marks.length > 1 &&
      /[与和同]/.test(masked.slice(begin, end)) &&
      TOGETHER.test(masked.slice(end, end + 28)),
  );
  return list && unique(list.marks);
}

/** Statements that go on with the one before them: the rest of a long sentence, or what follows a semicolon. */
function findContinued(statements: readonly Statement[], text: string): ReadonlyMap<Statement, Statement> {
  const continued = new Map<Statement, Statement>();
  statements.forEach((statement, index) => {
    const before = statements[index - 1];
    if (before?.sentence.paragraph !== statement.sentence.paragraph) return;
    if (before.sentence === statement.sentence || /[;；]/.test(text[before.sentence.end - 1] ?? ""))
      continued.set(statement, before);
  });
  return continued;
}

function unique(marks: readonly Mark[]): EntityIndex[] {
  return [...new Set(marks.map(({ entity }) => entity))];
}
