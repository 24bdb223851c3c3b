/**
 * Whom a document, a section or a paragraph is about: the zone or institute of a
 * profile, the county of a heading, the laboratory that a paragraph introduces.
 */
import type { EntityIndex, ExtractedEntity } from "../../extraction.ts";
import { pattern } from "./notation.ts";
import { marksAmong } from "./statement.ts";
import type { Mark, Statement } from "./statement.ts";

const ACTORS = "RUILZPCGO";
const BODIES = "UILZPCO";
const NUMBER = "(?:[*>#•·●■◆○-]*[(]?[一二三四五六七八九十\\d]{0,3}[)、.,]*)";
/** A title that tells of an event is about nobody alone. */
const EVENT =
  /签|举行|召开|揭牌|落户|落地|成立|获|入选|启动|举办|赴|来访|调研|考察|走进|答复|通知|公告|关于|印发|协议|发布|打造|加快|(?:意见|办法|措施|条例|细则)(?:\([^()]*\))?$/;
const TITLE = pattern(`^{~4}{R}?{who:${BODIES}}(?:-|_|{~12}$)`);
const PROFILE = pattern(
  `^${NUMBER}{R}?{who:${BODIES}}(?:,)?{~8}(?:是(?!否)|系|成立于|位于|坐落|由(?!\\d|原来|去年|上年)|始建|创建于|创办于|组建于|前身|始于|于\\d{4}年|\\d{4}年|地处|简称|成立)`,
);
/** 湖南省甲研究院: a place before the name belongs to it. */
const WHOLE_HEADING = pattern(`^${NUMBER}{R}?{who:${ACTORS}}(?:简介|概况|介绍|情况)?[:.。]?$`);
/** 【甲区】乙产业…: the paragraph is about 甲区. */
const BRACKET_HEADING = pattern(`^[【\\[]{who:${ACTORS}}[】\\]]`);
const INLINE_HEADING = pattern(`^${NUMBER}{R}?{who:${ACTORS}}[*]*:`);
/** Speaks of the region again, whatever the paragraph introduced. */
const OF_THE_REGION = /^(?:[省市县区]内|园区内|辖区|境内|[\ue000-\ue0ff])/;
/** Sentences that are looked at for what the document is about. */
const OPENING_STATEMENTS = 16;

/** 某公司董事长某某介绍,…: what is told then is told of the company. */
const SPEAKER = pattern(
  `(?:^|,){who:UILZPCOG}{~14}(?:长|书记|主任|总裁|经理|负责人|教授|院士|研究员|专家|主席)(?:、{~8})?{N}{~6}(?:说|表示|介绍|称|指出|透露)`,
  /说|表示|介绍|称|指出|透露/,
);
const SPEAKS_ON = /^[“"]?(?:他|她)(?:还|同时|进一步)?(?:说|表示|介绍|称|指出|透露)/;

/** Nobody, where the page tells of several of a kind, each under a heading of its own. */
export function findTopic(statements: readonly Statement[], title: string | null): EntityIndex | undefined {
  const introduced = findIntroduced(statements, title);
  if (introduced === undefined) return undefined;
  const isHeaded = (who: Mark) => who.entity !== introduced.entity && who.type === introduced.type;
  const headings = statements.filter(({ sentence }) => sentence.block === "heading");
  const isOneOfSeveral =
    headings.some((heading) => captured(heading, WHOLE_HEADING)?.entity === introduced.entity) &&
    headings.some((heading) => {
      const who = captured(heading, WHOLE_HEADING);
      return who !== undefined && isHeaded(who);
    });
  return isOneOfSeveral ? undefined : introduced.entity;
}

function findIntroduced(statements: readonly Statement[], title: string | null): Mark | undefined {
  for (const statement of statements.slice(0, OPENING_STATEMENTS)) {
    const { block } = statement.sentence;
    if (block === "meta" || block === "row") continue;
    const isTitle =
      block === "title" || (title !== null && statement.masked.length <= title.length && statement.sentence.index < 4);
    if (isTitle || block === "heading") {
      if (EVENT.test(statement.masked)) return undefined;
      const topic = captured(statement, TITLE);
      if (topic && isAlone(statement, topic)) return topic;
      continue;
    }
    const topic = captured(statement, PROFILE);
    if (topic) return topic;
    // A line that is no sentence (navigation, a repeated title) decides nothing.
    if (/[,。]/.test(statement.masked) && statement.masked.length > 20) return undefined;
  }
  return undefined;
}

/** Whether a statement names nothing else but the place that the name begins with. */
function isAlone({ marks }: Statement, named: Mark): boolean {
  const [first, second, ...others] = marks;
  const isPlaced = second === named && first!.at === named.at - 1;
  return (first === named || isPlaced) && others.length === 0 && marks.at(-1) === named;
}

/** The subject that each statement falls back to; statements without one are left out. */
export function findDefaults(
  statements: readonly Statement[],
  subject: EntityIndex | undefined,
  entities: readonly ExtractedEntity[],
): ReadonlyMap<Statement, EntityIndex> {
  const defaults = new Map<Statement, EntityIndex>();
  let section: EntityIndex | undefined;
  let paragraph = -1;
  let introduced: EntityIndex | undefined;
  let speaker: EntityIndex | undefined;
  for (const statement of statements) {
    const { block } = statement.sentence;
    if (statement.sentence.paragraph !== paragraph) {
      paragraph = statement.sentence.paragraph;
      introduced = SPEAKS_ON.test(statement.masked) ? speaker : undefined;
    }
    const named = captured(statement, SPEAKER);
    if (named !== undefined) speaker = introduced = spokenFor(named, entities);
    introduced = captured(statement, BRACKET_HEADING)?.entity ?? introduced;
    if (block === "title") section = undefined;
    if (block === "heading") section = captured(statement, WHOLE_HEADING)?.entity;
    const entity = OF_THE_REGION.test(statement.masked) ? subject : (introduced ?? section ?? subject);
    if (entity !== undefined) defaults.set(statement, entity);
    const next = captured(statement, INLINE_HEADING) ?? captured(statement, PROFILE);
    if (next && block !== "title") introduced = next.entity;
  }
  return defaults;
}

/** A zone's committee speaks for the zone, other governments for the document's region. */
function spokenFor({ entity, type }: Mark, entities: readonly ExtractedEntity[]): EntityIndex | undefined {
  if (type !== "Government") return entity;
  const { name } = entities[entity]!;
  const zone = entities.findIndex(
    (it) =>
      (it.type === "HighTechZone" || it.type === "InnovationPlatform") &&
      [it.name, ...it.aliases].some((form) => form.length > 3 && name.startsWith(form)),
  );
  return zone < 0 ? undefined : zone;
}

/** The mark that a capture named `who` begins with, where the expression matches. */
function captured(statement: Statement, expression: RegExp): Mark | undefined {
  if (statement.marks.length === 0) return undefined;
  expression.lastIndex = 0;
  const who = expression.exec(statement.masked)?.groups?.["who"];
  return who === undefined ? undefined : marksAmong(statement, who)[0];
}
