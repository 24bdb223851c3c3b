/**
 * Which bodies are only planned: 谋划建设X, 推动X落地, X建设. One sentence that shows
 * the body at work (X获批, 发挥X作用) outweighs them.
 */
import type { EntityType } from "../../../../server/contract/index.ts";
import type { EntityIndex } from "../../extraction.ts";
import { ANY_MARK, typesOf } from "./notation.ts";
import type { Reading } from "./reading.ts";
import { clauseIndexAt } from "./statement.ts";
import type { MarkList, Statement } from "./statement.ts";
import { isIntendedBefore } from "./status.ts";

/** How strongly one mention shows its body planned or at work. */
type Sign = "at work" | "planned" | "seems at work" | "seems planned" | "none";

const RANK: Readonly<Record<Sign, number>> = {
  "at work": 4,
  planned: 3,
  "seems at work": 2,
  "seems planned": 1,
  none: 0,
};

const LONGEST_LEAD = 48;
/** Universities only as campuses, governments only as new commissions: the caller tells. */
const CAN_BE_PLANNED: ReadonlySet<EntityType> = typesOf("ILZPOUG");

const GAP = `[^,;。${ANY_MARK}]`;
/** A partner, a place or a source: the clause tells nothing of its own state. */
const OTHERS_ROLE = /(?:与|和|同|在|于|到|赴|向|对|联合|会同|携手|来自|对接|依托|由|参与|参加|加入)$/;
/** A heading over bodies that are not there yet, and a cell that says so. */
const IN_PREPARATION = /在建|拟建|筹建|待建|规划建设|筹备/;
const CELL_IN_PREPARATION = /\|(?:规划建设|规划中|在建|拟建|筹建|筹备|未开工|前期|建设中)(?=\||$)/;

const PLANNING = new RegExp(
  `(?:力争|争取|拟|谋划|规划(?:建设|布局|构建|打造)?|筹建|筹备|争创|计划|探索(?:组建|建立|设立|建设)?|启动(?!会|仪式|大会)(?:建设)?|动工(?:建设)?|开工(?:建设)?|在建|正在(?:规划)?建设|为(?:建设|创建|打造)|加快(?:推进)?(?:建设|建立|组建|打造|构建|筹建|布局|设立)|加速(?:配套)?(?:组建|建设|打造)|推动(?:设立|建立|成立|组建|建设|共建|引进)|推进(?:设立|建立|成立|组建|共建|建设)|(?:支持|推动|鼓励|推进)[^,;。]{0,16}(?:创建|申报|争创|建设|组建|筹建|共建|合作建设|设立|成立|布局|打造))${GAP}{0,12}$`,
);
const NEW_IN_PLAN = new RegExp(
  `(?:建设|引进|共建|成立|组建|设立|创建|打造|建立|新建|布局|建成|引育|培育|争创|招引)${GAP}{0,10}$`,
);
const GROWTH_IN_PLAN = new RegExp(
  `(?:高水平|高标准|高质量|深化|持续|继续|完善|提升|做强|做大|壮大|支持|发挥|依托|用好|推动)${GAP}{0,4}(?:建设|打造)?${GAP}{0,2}$`,
);
const BUILT = new RegExp(
  `(?:(?:19|20)\\d\\d年(?:建设|成立|组建|设立)了?|建成|完成|已|成功(?:创建|引进|落地)?|新增|获批|认定|成立了?|揭牌|入驻|新引进|引进了?|建有|拥有|现有|设立了)${GAP}{0,14}$`,
);
const SUPPORT_OF_WORK = new RegExp(`(?:发挥|完善|支持)${GAP}{0,3}$`);
const WORK_OF_SUPPORTED = /^(?:等[^,;。]{0,16})?(?:等)?(?:开展|完善|发展|做|提升|深化|承担|实施|牵头|作用|优势|的)/;
const BUILDING_AHEAD =
  /^(?:等[^,;。]{0,22}?)?(?:一期|二期|三期|项目|工程|园区|平台|载体|核心区)?(?:的)?(?:规划|选址|前期)?(?:建设(?=[,;。、)”:及需期提领]|$|等|项目|工作|任务|规划|资金|推进(?!会)|周期|选址|用地|上|中|为|落地)|筹建|组建工作|规划编制|设立工作)/;
const LANDING_AHEAD =
  /^(?:等[^,;。]{0,22}?)?(?:早日|尽快|加快|顺利)?(?:在[^,;。]{0,8})?(?:落地|落户|入驻|签约|建成|投用|开工|挂牌|揭牌|投入运营|投入使用)/;
const PUSHING = /(?:推动|推进|促进|力争|争取|加快|支持|吸引|确保)[^,;。]*$/;
/** 力争X进入百强: X is there, and is to do better. */
const AS_ACTOR_AHEAD =
  /^(?:等[^,;。]{0,16})?(?:进入|达到|突破|实现|升格|升级|跻身|晋|提|成为|持续|做|扩|争创|创建|争先|向|以升促建|加快发展|创新发展|高质量发展)/;
const NOT_YET_AHEAD = new RegExp(
  `^${GAP}{0,6}(?:选址|签约(?!共建|合作|仪式|项目|企业|\\d)|动工|开工|奠基|在建|正在建设|预计|拟|将(?=(?:正式|整体|全面|尽快|陆续|相继)?(?:于|在|落|选址|投资|投入|建[在于成设]|动工|开工|启[动用]|揭牌|挂牌|占地|设立|成立|由|继续建设|采[取用]))|完成[^,;。]{0,16}规划|规划(?=建设|布局|设立|投资)|计划|力争)`,
);
/** 就共建X达成意向: no more than talk. */
const TALK_AHEAD = /^[^,;。]{0,4}(?:达成[^,;。]{0,6}(?:意向|共识)|进行[^,;。]{0,4}(?:座谈|洽谈|交流|磋商|探讨))/;
/** 等三大应用建设,均列入…: what follows shows them at work. */
const WORK_FOLLOWS = /^[^,;。]{0,24},(?:均|都|全部|现|已|目前)(?:已)?(?:列入|入选|获|建成|投用|运行|实现|成为|通过)/;
const WORK_AHEAD =
  /^(?:[^,;。]{0,10}|[^;。]{0,14})(?:获(?!批建设)|入选|已|实现|集聚|汇聚|引进|承担|形成|发布|孵化|取得|拥有|建有|现有|完成|通过|运营|运行|服务|累计|牵头|举办|攻克|研发|转化|增至|挂牌|揭牌|投用|启用|开园|正式|成功|位列|居|排|推动|产出|申报|入围|建成|成效)/;
/** 由A、B共建,引进…: the sentence goes on with what it does. */
const WORK_LATER = /^[^;。]{0,40}?,(?:已|现有|目前|累计|组建|引进|集聚|汇聚|拥有|承担|孵化|建成)/;
/** 甲揭牌, 甲的建立标志着: there since then. */
const UNVEILED_AHEAD =
  /^(?:[^,;。]{0,10}?)(?:揭牌|挂牌|启用|投用|落成|建成|开园|正式成立|投入运[行营])|^(?:的)?(?:成立|建立)(?:大会|仪式|标志|意味|于|了|暨|以来|[,。;]|$)/u;
const NOT_YET_UNVEILED = /推动|推进|力争|争取|加快|支持|促进|筹备|谋划|计划|尽快|早日|即将|预计|拟|确保|将/;
/** 将甲打造成为乙: 甲 is there. */
const TO_BECOME_AHEAD = /^(?:打造|建设|培育)成为?/;
/** 自运行以来 speaks of the body that the sentence before named. */
const SINCE_THEN = /^自?(?:运行|运营|投用|成立|揭牌|挂牌|建成|启用)以来/;

/** Nothing without these words makes a body planned. */
const ANY_PLAN =
  /力争|争取|拟|谋划|规划|筹|争创|计划|探索|启动|[开动]工|在建|正在|加[快速]|推[动进]|支持|鼓励|为[建创打]|建设|落[地户]|签约|选址|奠基|预计|将|意向|[座洽]谈|吸引|确保/;

/** Bodies whose every edge is planned. */
export function findPlannedBodies(reading: Reading): ReadonlySet<EntityIndex> {
  const signs = new Signs(reading);
  const suspects = new Set<EntityIndex>();
  for (const statement of reading.statements) {
    const { mode, block, headings } = statement.sentence;
    const isIdle = mode !== "plan" && block !== "row" && !IN_PREPARATION.test(headings.at(-1) ?? "");
    if (isIdle && !ANY_PLAN.test(statement.masked)) continue;
    for (const list of statement.lists) {
      if (!list.marks.some(({ type }) => CAN_BE_PLANNED.has(type))) continue;
      const sign = signs.of(statement, list);
      if (sign !== "planned" && sign !== "seems planned") continue;
      for (const { entity, type } of list.marks) if (CAN_BE_PLANNED.has(type)) suspects.add(entity);
    }
  }
  return new Set([...suspects].filter((entity) => isPlanned(reading, entity, signs)));
}

function isPlanned(reading: Reading, entity: EntityIndex, signs: Signs): boolean {
  const best = signs.best(entity);
  if (best === "planned") return true;
  if (best !== "seems planned") return false;
  // One of A、B、C三大实验室 at work shows that their 建设 goes on rather than begins.
  const siblings = reading
    .marksOf(entity)
    .flatMap(({ statement, mark }) => statement.lists.find(({ marks }) => marks.includes(mark))?.marks ?? []);
  return !siblings.some(({ entity, type }) => CAN_BE_PLANNED.has(type) && signs.best(entity) === "at work");
}

/** What each mention shows, read once. */
class Signs {
  readonly #reading: Reading;
  readonly #ofList = new Map<MarkList, Sign>();
  readonly #best = new Map<EntityIndex, Sign>();
  #sinceThen: ReadonlySet<EntityIndex> | undefined;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  of(statement: Statement, list: MarkList): Sign {
    let sign = this.#ofList.get(list);
    if (sign === undefined) this.#ofList.set(list, (sign = signOf(this.#reading, statement, list)));
    return sign;
  }

  /** The strongest sign of all the mentions of an entity. */
  best(entity: EntityIndex): Sign {
    let best = this.#best.get(entity);
    if (best !== undefined) return best;
    best = this.#bodiesSinceThen().has(entity) ? "at work" : "none";
    for (const { statement, mark } of this.#reading.marksOf(entity)) {
      const list = statement.lists.find(({ marks }) => marks.includes(mark));
      const sign = list ? this.of(statement, list) : "none";
      if (RANK[sign] > RANK[best]) best = sign;
    }
    this.#best.set(entity, best);
    return best;
  }

  /** Those of whom the next sentence says 自运行以来. */
  #bodiesSinceThen(): ReadonlySet<EntityIndex> {
    if (this.#sinceThen) return this.#sinceThen;
    const bodies = new Set<EntityIndex>();
    let latest: EntityIndex | undefined;
    for (const { masked, marks } of this.#reading.statements) {
      if (latest !== undefined && SINCE_THEN.test(masked)) bodies.add(latest);
      latest = marks.findLast(({ type }) => CAN_BE_PLANNED.has(type))?.entity ?? latest;
    }
    this.#sinceThen = bodies;
    return bodies;
  }
}

function signOf(reading: Reading, statement: Statement, { marks, begin, end }: MarkList): Sign {
  const { document, subjects } = reading;
  const [first] = marks;
  const clause = statement.clauses[clauseIndexAt(statement, begin)]!;
  // The words that decide stand right before a name, however long the clause is.
  const before = statement.masked.slice(Math.max(clause.begin, begin - LONGEST_LEAD), begin);
  const ahead = statement.masked.slice(end, end + 60);
  const { mode, block, headings } = statement.sentence;

  // A row tells of the body that it names first.
  if (block === "row")
    return first === statement.marks[0] && CELL_IN_PREPARATION.test(statement.masked) ? "planned" : "none";
  if (OTHERS_ROLE.test(before)) return "none";
  if (block !== "heading" && IN_PREPARATION.test(headings.at(-1) ?? "")) return "planned";
  if (SUPPORT_OF_WORK.test(before) && WORK_OF_SUPPORTED.test(ahead))
    return mode === "plan" ? "seems at work" : "at work";
  if (WORK_FOLLOWS.test(ahead)) return "at work";
  if (LANDING_AHEAD.test(ahead) && PUSHING.test(before)) return "planned";
  if (UNVEILED_AHEAD.test(ahead) && !NOT_YET_UNVEILED.test(before + ahead.slice(0, 12))) {
    if (!isIntendedBefore(document, statement.masked.slice(0, begin))) return "at work";
  }
  if (TO_BECOME_AHEAD.test(ahead)) return "seems at work";
  if (NOT_YET_AHEAD.test(ahead)) return "planned";
  if (TALK_AHEAD.test(ahead) && /共建|合作建设/.test(before)) return "planned";
  if (BUILDING_AHEAD.test(ahead)) return /完成|已/.test(before) ? "at work" : "seems planned";
  if (PUSHING.test(before) && AS_ACTOR_AHEAD.test(ahead)) return "none";
  if (PLANNING.test(before)) return "planned";
  const isLater = isIntendedBefore(document, statement.masked.slice(0, clause.begin));
  if (marks.some((mark) => subjects.isSubject(statement, mark))) {
    if (block === "heading" || block === "title" || isLater) return "none";
    if (mode === "plan") return "none";
    return WORK_AHEAD.test(ahead) || WORK_LATER.test(ahead) ? "at work" : "seems at work";
  }
  if (isIntendedBefore(document, statement.masked.slice(0, begin)))
    return NEW_IN_PLAN.test(before) ? "planned" : "none";
  if (mode !== "plan") return BUILT.test(before) ? "at work" : "none";
  if (GROWTH_IN_PLAN.test(before)) return "seems at work";
  return NEW_IN_PLAN.test(before) ? "planned" : "none";
}
