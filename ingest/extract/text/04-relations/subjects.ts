/**
 * Who acts: the subject of a clause, carried over from the clauses before it,
 * else the one that the section, the paragraph or the document is about.
 */
import type { EntityType } from "../../../../server/contract/index.ts";
import type { EntityIndex, ExtractedEntity } from "../../extraction.ts";
import type { TextDocument } from "../text-document.ts";
import { centreOfClause, isOpening, subjectOfClause } from "./clause-subjects.ts";
import { marksOfTypes, typesOf } from "./notation.ts";
import { findDefaults, findTopic } from "./passage-subjects.ts";
import { clauseIndexAt, namedInHeading, withoutPlacesBefore } from "./statement.ts";
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
  /** The only body that the title of a news item names: 甲联盟成立. */
  readonly protagonist: EntityIndex | undefined;
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
/** A sentence that says something of what was named before: 由…建设, 选址…, 该项目位于…. */
const GOES_ON =
  /^(?:目前,?|现,?)?(?:该[\u4e00-\u9fff]{1,6}|项目|平台|中心|总投资[^,]{0,12},)?,?(?:拟|计划|将|已)?(?:由|依托|位于|坐落|选址|落户|设在|隶属|挂靠|牵头|占地|总投资|规划|聚焦|围绕|主攻|面向|首期|一期|致力)/;
const TOGETHER = /^[^,;。]{0,24}(?:签|协议|合作|共建|携手|联合)/;

const PERSON_OPENS = new RegExp(`^[^,;。]{0,24}?[${marksOfTypes("N")}](?!.*[${marksOfTypes("RUILZPCGO")}])`);
const SPEAKS = /说|表示|指出|强调|介绍|要求|希望|认为|代表/;

const OF_HERE = /^(?:[省市县区州旗]里|当地)(?:还|也|又|已|先后|积极|正|[与和同对在])/;

export function createSubjects(input: {
  document: TextDocument;
  entities: readonly ExtractedEntity[];
  statements: readonly Statement[];
  home: EntityIndex | undefined;
}): Subjects {
  const { statements, home, document } = input;
  const topic = findTopic(statements, document.frame.title);
  const defaults = findDefaults(statements, topic ?? home, input.entities);
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
    if (object.length > 0) return { entities: unique(object), source: "carried", marks: object };
    const focus = found.entities.length === 0 ? focusBefore(statement, at, types) : undefined;
    return focus === undefined ? found : { entities: [focus], source: "carried", marks: [] };
  };

  /** 建设甲实验室。由乙、丙共建: the only body that the sentence before names, where this one has none of its own. */
  const focusBefore = (statement: Statement, at: number, types: ReadonlySet<EntityType>): EntityIndex | undefined => {
    // 由乙院、丙大学建设,选址丁区: those who build are not what it goes on about.
    const isBuilder = (mark: Mark) =>
      mark.at < statement.clauses[0]!.end && /^[^,]{0,6}(?:由|依托)/.test(statement.masked);
    if (statement.marks.some((mark) => mark.at < at && BODIES.has(mark.type) && !isBuilder(mark))) return undefined;
    if (!GOES_ON.test(statement.masked)) return undefined;
    const before = statements[indexOf.get(statement)! - 1];
    if (before === undefined) return undefined;
    const isNear = before.sentence.paragraph === statement.sentence.paragraph || before.sentence.block === "heading";
    const bodies = unique(before.marks.filter(({ type }) => types.has(type) && BODIES.has(type)));
    return isNear && bodies.length === 1 ? bodies[0] : undefined;
  };

  return {
    topic,
    protagonist: findProtagonist(statements),
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

function objectBefore(statement: Statement, at: number, types: ReadonlySet<EntityType>): readonly Mark[] {
  const index = clauseIndexAt(statement, at);
  if (index === 0) return [];
  const { begin, end } = statement.clauses[index - 1]!;
  const last = statement.actors.findLast((list) => list.begin >= begin && list.begin < end);
  if (!last || !/^(?:等[^的]{0,14})?(?:建设|落地|揭牌|成立|运行)?$/.test(statement.masked.slice(last.end, end)))
    return [];
  if (isOpening(statement.masked.slice(begin, last.begin))) return [];
  const isPartner = /(?:与|和|同|跟|联合|隶属|隶属于|依托|由|在|位于|落户|于|邀请|单位(?:为|是|:)?)$/.test(
    statement.masked.slice(begin, last.begin),
  );
  return isPartner ? [] : withoutPlacesBefore(last.marks).filter(({ type }) => types.has(type));
}

function findProtagonist(statements: readonly Statement[]): EntityIndex | undefined {
  const bodies = statements
    .filter(({ sentence }) => sentence.block === "title")
    .flatMap(({ marks }) => unique(marks.filter(({ type }) => BODIES.has(type))));
  return bodies.length === 1 ? bodies[0] : undefined;
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
  /(?:有限公司|股份公司|集团|股份|研究院|研究所|实验室|医院|银行|协会|商会|(?<=^|[,;、])(?:[我本该][校院所司]|[我本该]?(?:学校|公司))(?:一行)?)(?:等[^,;]{0,12})?(?:积极|主动|先后|分别|还|也|已|将|共同|联合|成功|率先|正式|组织|[与和同]){0,3}$/;
const GIVEN_TO = /(?:推动|支持|鼓励|引导|组织|依托|通过|推进|建设|引进|邀请)[^,;]{0,20}$/;

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
