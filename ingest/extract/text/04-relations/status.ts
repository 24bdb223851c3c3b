/**
 * Whether what a clause says is there or is still to come.
 *
 * A body is planned as a whole: every edge of it is, unless some sentence shows
 * it at work (`planned-bodies.ts`). Everything else takes the status of the
 * clause that says it.
 */
import type { RelationStatus } from "../../../../server/contract/index.ts";
import type { TextDocument } from "../text-document.ts";
import { clauseIndexAt } from "./statement.ts";
import type { Statement } from "./statement.ts";

/** Holds for the rest of the sentence. */
const INTENTION =
  /将(?![^,;。]{0,24}(?:作为|视为|当作))(?=[在于以从会把为与和同按由]|[继全进深持加推建打开围聚共联依积通成设重充大启实引支落入努着坚抢强不合面立投选组签力培扩提完优尽争统参]|[\ue000-\uecff])|拟(?!定|稿)|力争|争取(?!资金|到?上级|项目)|即将|筹建|筹备|筹划|谋划|争创|有望|希望|预计|建议|下一?步|计划(?=[建到在于用投设组引推启开打实培新年两三])|规划(?=建设|布局|构建|打造|设立|引进|新建)|加快(?:建设|创建|打造|出台|制定)|奋力|(?<![主重需首必只不])要(?=[深扎聚加全大着坚持抓强继])/u;
/** Shows that a clause tells of what is done, whatever stands before it. */
const DONE =
  /已(?!有望)|累计|目前|现有|成功|近年来|先后|去年|建成|建有|拥有|荣获|获批|获评|揭牌|挂牌|投用|投入使用|落成|开园|首批|完成|新引进了|达成了?|签订了|签署了|此前/;
const CREATION_AHEAD = /^(?:等[^,;。]{0,20}?)?(?:的)?创建(?:工作|活动|任务)?(?!成|为|成功)/;
const ONLY_INTENDED_AHEAD = /^[^,;。]{0,8}意向/;
/** These go on with what is there, also in a plan. */
const GOING_ON = /深化|深入|持续|继续|巩固|升级|常态化|迭代|扩面/;
const RESTING_ON = /坚持|用好|发挥|依托|支撑|不断完善|进一步完善|参与/;

/** Longer than any statement. */
const SPAN = 1_000_000;
/** Drafts of one match share their span, and so their status. */
const known = new WeakMap<Statement, Map<number, RelationStatus>>();

/** Status of what stands between `begin` and `end` of a statement. */
export function statusOfClause(
  document: TextDocument,
  statement: Statement,
  begin: number,
  end: number,
): RelationStatus {
  let statuses = known.get(statement);
  if (!statuses) known.set(statement, (statuses = new Map()));
  const span = begin * SPAN + end;
  let status = statuses.get(span);
  if (status === undefined) statuses.set(span, (status = readStatus(document, statement, begin, end)));
  return status;
}

function readStatus(document: TextDocument, statement: Statement, begin: number, end: number): RelationStatus {
  const clause = statement.clauses[clauseIndexAt(statement, begin)]!;
  const own = statement.masked.slice(clause.begin, Math.max(end, clause.begin));
  const ahead = statement.masked.slice(end, end + 24);
  if (CREATION_AHEAD.test(ahead) || ONLY_INTENDED_AHEAD.test(ahead)) return "planned";
  if (isIntended(document, own)) return "planned";
  if (DONE.test(own)) return "existing";
  if (isIntendedBefore(document, statement.masked.slice(0, begin))) {
    return GOING_ON.test(own) ? "existing" : "planned";
  }
  if (statement.sentence.mode !== "plan") return "existing";
  if (isDescribed(document, statement, begin, end)) return "existing";
  return GOING_ON.test(own) || RESTING_ON.test(own) ? "existing" : "planned";
}

/** 该院由甲牵头组建,布局乙: in a plan too, what is pointed back at is described as it is. */
function isDescribed({ clean: { text } }: TextDocument, statement: Statement, begin: number, end: number): boolean {
  const last = clauseIndexAt(statement, begin);
  return statement.marks.some(({ at, begin: from }) => {
    if (at >= end || !text.startsWith("该", from)) return false;
    const index = clauseIndexAt(statement, at);
    return at === statement.clauses[index]!.begin && index <= last && statement.masked.startsWith("由", at + 1);
  });
}

/** Whether something that stands before in the sentence, and is not done since, is still to come. */
export function isIntendedBefore(document: TextDocument, before: string): boolean {
  return isIntended(document, before) && isIntended(document, sinceDone(before));
}

/** Whether a text speaks of what is still to come: 将, 力争, or a year after the document's. */
function isIntended({ frame }: TextDocument, text: string): boolean {
  if (INTENTION.test(text)) return true;
  const year = /到(20\d{2})年/.exec(text)?.[1];
  if (year === undefined) return false;
  const current = frame.date?.slice(0, 4) ?? frame.reportYear;
  return current === null || Number(year) > Number(current);
}

/** The part of a text after the last clause that tells of what is done. */
function sinceDone(before: string): string {
  const parts = before.split(/[,;:。]/);
  const done = parts.findLastIndex((part) => DONE.test(part) && !INTENTION.test(part));
  return parts.slice(done + 1).join(",");
}
