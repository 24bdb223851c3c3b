/**
 * Whether what a clause says is there or is still to come.
 *
 * A body is planned as a whole: every edge of it is, unless some sentence shows
 * it at work. Everything else takes the status of the clause that says it.
 */
import type { RelationStatus } from "../../../../server/contract/index.ts";
import type { EntityIndex } from "../../extraction.ts";
import { ANY_MARK } from "./notation.ts";
import { clauseIndexAt } from "./statement.ts";
import type { Mark, Statement } from "./statement.ts";
import type { Reading } from "./reading.ts";

/** Holds for the rest of the sentence. */
const INTENTION =
  /将(?=[在于以从会把为与和同按由]|[继全进深持加推建打开围聚共联依积通成设重充大启实引支落入努着坚抢强不合面立投选组签力培扩提完优尽争统参]|联合|[\ue000-\ue00c])|拟(?!定|稿)|力争|争取(?!资金|到?上级|项目)|即将|筹建|筹备|筹划|谋划|争创|有望|希望|预计|下一?步|到20[2-9]\d年|计划(?=[建到在于用投设组引推启开打实培新年两三])|规划(?=建设|布局|构建|打造|设立|引进|新建)|意向/;
/** Shows that a clause tells of what is done, whatever stands before it. */
const DONE =
  /已(?!有望)|累计|目前|现有|成功|近年来|先后|去年|建成|建有|拥有|荣获|获批|获评|揭牌|挂牌|投用|投入使用|落成|开园|首批|完成|新引进了|达成了?|签订了|签署了/;
const CREATION_AHEAD = /^(?:等[^,;。]{0,20}?)?(?:的)?创建(?:工作|活动|任务)?(?!成|为|成功)/;
/** In a plan, these go on with what is there. */
const CONTINUATION = /深化|深入|持续|继续|巩固|坚持|常态化|用好|发挥|依托|支撑|不断完善|进一步完善|扩面|迭代/;
const LIST_TAIL = new RegExp(`^(?:(?:以及|[、和与及暨])?[${ANY_MARK}](?:\\([^()]{0,24}\\))?)*`, "u");

/** Status of what stands between `begin` and `end` of a statement. */
export function statusOfClause(statement: Statement, begin: number, end: number): RelationStatus {
  const clause = statement.clauses[clauseIndexAt(statement, begin)]!;
  const own = statement.masked.slice(clause.begin, Math.max(end, clause.begin));
  const after = statement.masked.slice(end, end + 24);
  const before = statement.masked.slice(0, begin);
  if (CREATION_AHEAD.test(after) || INTENTION.test(own)) return "planned";
  if (DONE.test(own)) return "existing";
  if (INTENTION.test(lastStretch(before))) return "planned";
  if (statement.sentence.mode === "plan") return CONTINUATION.test(own) ? "existing" : "planned";
  return "existing";
}

/** Text since the last clause that tells of what is done. */
function lastStretch(before: string): string {
  const parts = before.split(/[,;:。]/);
  const done = parts.findLastIndex((part) => DONE.test(part) && !INTENTION.test(part));
  return parts.slice(done + 1).join(",");
}

/** How strongly one mention shows its body planned or at work. */
type Sign = "at work" | "seems at work" | "planned" | "seems planned" | "none";

const PLANNING_VERB =
  /(?:力争|争取|拟|谋划|规划(?:建设|布局|构建|打造)?|筹建|筹备|争创|计划|探索(?:组建|建立|设立|建设)?|启动(?:建设)?|动工(?:建设)?|开工(?:建设)?|在建|正在建设|加快(?:推进)?(?:建设|建立|组建|打造|构建|筹建|布局|设立)|加速(?:配套)?(?:组建|建设|打造)|推动(?:设立|建立|成立|组建|建设|共建|引进)|推进(?:设立|建立|成立|组建|共建|建设)|(?:支持|推动|鼓励|推进)[^,;。]{0,16}(?:创建|申报|争创|建设|组建|筹建|共建|合作建设|设立|成立))[^,;。]{0,12}$/;
const NEW_IN_PLAN =
  /(?:建设|引进|共建|成立|组建|设立|创建|打造|建立|新建|布局|建成|引育|培育|争创|落户|落地|入驻|招引)[^,;。]{0,10}$/;
const GROWTH_IN_PLAN =
  /(?:高水平|高标准|高质量|深化|持续|继续|完善|提升|做强|做大|壮大|支持|发挥|依托|用好|推动)[^,;。]{0,4}(?:建设|打造)?[^,;。]{0,2}$/;
const BUILT_VERB =
  /(?:建成|完成|已|成功(?:创建|引进|落地)?|新增|获批|认定|成立了?|揭牌|入驻|新引进|引进了?|建有|拥有|现有|依托|发挥|设立了)[^,;。]{0,14}$/;
const BUILDING_AHEAD =
  /^(?:等[^,;。]{0,22}?)?(?:一期|二期|三期|项目|工程|园区|平台|载体|核心区)?(?:的)?(?:规划|选址|前期)?(?:建设(?!成|完成|运营|运行|的|了|取得|和|与|现场|管理|办法|方案|水平|推进会|进展|步伐|者)|筹建|组建工作|规划编制|设立工作)/;
const LANDING_AHEAD =
  /^(?:等[^,;。]{0,22}?)?(?:早日|尽快|加快|顺利)?(?:在[^,;。]{0,8})?(?:落地|落户|入驻|布局|签约|建成|投用|开工)/;
const PUSHING = /(?:推动|推进|促进|力争|争取|加快|支持|吸引|确保)[^,;。]*$/;
const NOT_YET_AHEAD = /^[^,;。]{0,6}(?:选址|签约|动工|开工|奠基|在建|正在建设|完成[^,;。]{0,16}规划)/;
const WORK_AHEAD =
  /^(?:[^,;。]{0,10})(?:获(?!批建设)|入选|已|实现|集聚|汇聚|引进|承担|形成|发布|孵化|取得|拥有|建有|现有|完成|通过|运营|运行|服务|累计|牵头|举办|攻克|研发|转化|增至|挂牌|揭牌|投用|启用|开园|正式|成功|位列|居|排|推动|产出|申报|入围)/;
const SUPPORT_OF_WORK = /(?:发挥|依托|完善|支持)[^,;。]{0,3}$/;
const WORK_OF_SUPPORTED = /^(?:等[^,;。]{0,16})?(?:等)?(?:开展|完善|发展|做|提升|深化|承担|实施|牵头|作用|优势|的)/;
/** A partner, a place or a source: the clause tells nothing of its own state. */
const OTHERS_ROLE = /(?:与|和|同|在|于|到|赴|向|对|联合|会同|携手|来自|对接|依托|由)[\ue000-\ue00c、和与]*$/u;
/** A heading over bodies that are not there yet. */
const IN_PREPARATION = /在建|拟建|筹建|待建|规划建设|筹备/;
const CLAUSE_OPENING =
  /^(?:[^,;。]{0,3}(?:是|、))?(?:目前|其中|同时|此外|近年来|20\d\d年|今年|去年|当前|截至目前|如|例如)?$/;

function signOf(statement: Statement, mark: Mark, listEnd: number): Sign {
  const clause = statement.clauses[clauseIndexAt(statement, mark.at)]!;
  const before = statement.masked.slice(clause.begin, mark.at);
  const after = statement.masked.slice(listEnd, listEnd + 60);
  const { mode, block, headings } = statement.sentence;
  if (OTHERS_ROLE.test(before)) return "none";
  if (block === "row") return /规划|在建|拟建|筹建|筹备/.test(statement.masked) ? "planned" : "none";
  if (block !== "heading" && IN_PREPARATION.test(headings.at(-1) ?? "")) return "planned";
  if (SUPPORT_OF_WORK.test(before) && WORK_OF_SUPPORTED.test(after)) return "at work";
  if (LANDING_AHEAD.test(after) && PUSHING.test(before)) return "planned";
  if (NOT_YET_AHEAD.test(after)) return "planned";
  if (BUILDING_AHEAD.test(after)) return /完成|已/.test(before) ? "at work" : "seems planned";
  if (PLANNING_VERB.test(before)) return "planned";
  if (CLAUSE_OPENING.test(before)) {
    if (block === "heading" || block === "title") return "none";
    if (/^[^,;。]{0,8}(?:将(?!军)|拟|计划|力争|规划)/.test(after)) return "planned";
    if (INTENTION.test(lastStretch(statement.masked.slice(0, clause.begin)))) return "none";
    if (mode !== "plan" && WORK_AHEAD.test(after)) return "at work";
    return mode === "plan" ? "none" : "seems at work";
  }
  if (INTENTION.test(lastStretch(statement.masked.slice(0, mark.at))))
    return NEW_IN_PLAN.test(before) ? "planned" : "none";
  if (mode === "plan") {
    if (GROWTH_IN_PLAN.test(before)) return "seems at work";
    return NEW_IN_PLAN.test(before) ? "planned" : "none";
  }
  return BUILT_VERB.test(before) ? "at work" : "none";
}

const RANK: Readonly<Record<Sign, number>> = {
  "at work": 4,
  planned: 3,
  "seems at work": 2,
  "seems planned": 1,
  none: 0,
};

/** Bodies whose every edge is planned. */
export function findPlannedBodies(reading: Reading): ReadonlySet<EntityIndex> {
  const best = new Map<EntityIndex, Sign>();
  const raise = (entity: EntityIndex, sign: Sign) => {
    if (RANK[sign] > RANK[best.get(entity) ?? "none"]) best.set(entity, sign);
  };
  const siblings: (readonly EntityIndex[])[] = [];
  for (const statement of reading.statements) {
    let listEnd = -1;
    let list: EntityIndex[] = [];
    for (const mark of statement.marks) {
      if (mark.at >= listEnd) {
        listEnd = mark.at + (LIST_TAIL.exec(statement.masked.slice(mark.at))?.[0].length ?? 1);
        list = [];
        siblings.push(list);
      }
      if (mark.isDeictic) continue;
      list.push(mark.entity);
      raise(mark.entity, signOf(statement, mark, listEnd));
    }
  }
  // One of A、B、C三大实验室 at work shows that their 建设 goes on rather than begins.
  for (const list of siblings) {
    if (!list.some((entity) => best.get(entity) === "at work")) continue;
    for (const entity of list) if (best.get(entity) === "seems planned") best.set(entity, "at work");
  }
  return new Set(
    [...best].filter(([, sign]) => sign === "planned" || sign === "seems planned").map(([entity]) => entity),
  );
}
