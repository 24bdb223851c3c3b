/**
 * Reads the figures of one statement, clause by clause: what each clause is
 * about, its times and goals, and the stretches between its figures.
 */
import type { EntityIndex } from "../../extraction.ts";
import type { Span } from "../01-clean/edits.ts";
import { findBrackets, splitClauses } from "./clause.ts";
import type { Clause } from "./clause.ts";
import { alignMetrics } from "./coordination.ts";
import { readCounted } from "./counted.ts";
import { beginFlow, knowMetric } from "./flow.ts";
import type { Flow, Known, Setting, Told } from "./flow.ts";
import { findGoal, isExpected, isReached } from "./goal.ts";
import { attributeOf, trimIndicator, trimLead } from "./indicator.ts";
import { boundsCounted, describesNext, findItems, isCriterion, isWithin, runFrom } from "./item.ts";
import type { Item } from "./item.ts";
import { readLeft } from "./left-words.ts";
import type { Left } from "./left-words.ts";
import { SubjectReader } from "./subject-reader.ts";
import { isRuleOfSupport } from "./support-terms.ts";
import { Teller } from "./teller.ts";
import { reject } from "../trace.ts";
import { findFields } from "./rank.ts";
import type { Field } from "./rank.ts";
import { findTimes } from "./time.ts";
import type { Time } from "./time.ts";

export interface StatementReading {
  readonly told: readonly Told[];
  /** Its metrics, in order. */
  readonly known: readonly Known[];
  /** Said at its beginning, so it holds for the statements behind it too. */
  readonly leadYear: number | null | undefined;
  /** Whom it names at its beginning; null for nobody, undefined where it does not say. */
  readonly leadSubject: EntityIndex | null | undefined;
  readonly lastYear: number | null;
  readonly isGoal: boolean;
}

/** 全省13个地级市共获批54个: how many places there are is no figure of theirs. */
const PARTS_BEHIND = /^(?:个)?(?:地级|设区|地)?(?:市州?|州市|盟市|区县|县区|县市区|县|设区市)(?=共|均|都|中|累计|$)/;
/** 从2019年, 展望2035年, 昌吉州将争取到2025年. */
const BEFORE_TIME = /^(?:从|展望|瞄准|面向|将?(?:力争|争取|要)|要|将|计划|预计)$/;
/** 西部14所高校之一. */
const ONE_OF = /^[^,;。、\d]{1,20}之[一列]/;
const MAX_NAME = 40;
const EXPECTED = /(?:预计|计划|将|拟|力争|有望)$/;
const EVALUATED = /^[^,]{0,20}(?:评价|评估|考核|测评|排名|榜单?)中?(?:居|列|位|排|名|综合|上升|前)/;
/** A month or a day; 截至2023年6月 and 2023年1-6月 are times that figures are told of. */
const ON_A_DAY = /^[于在早自]*\d{4}年\d{1,2}月(?:\d{1,2}日|初|中旬?)?$/;
/** Something came into being or was made what it is. */
const EVENT =
  /(?:成立|设立|组建|共建|创建|创办|建成|建立|投用|投运|运行|运营|揭牌|挂牌|获批|批复|批准|开工|开园|启用|升级|更名|签约|落户)(?:的[\u4e00-\u9fa5]{2,16}|为[^,;。]{2,30})?$|^(?:经[^,;。]{2,20})?(?:获批|升级|升格|更名|晋升)|^(?:正式)?(?:入驻|进驻|迁入|迁至|搬迁至|落户|注册|选址)[\u4e00-\u9fa5]{0,24}$/;
const WIDER_BEFORE = /^在?(?:全[国球省]|世界|国内)(?:共有?)?$/;

export function readStatement(span: Span, setting: Setting): StatementReading {
  return new StatementReader(span, setting).read();
}

class StatementReader {
  readonly #span: Span;
  readonly #setting: Setting;
  readonly #text: string;
  readonly #brackets: readonly Span[];
  readonly #times: readonly Time[];
  /** 在11个设区市中: among how many something ranks. */
  readonly #fields: readonly Field[];
  readonly #items: readonly Item[];
  readonly #teller: Teller;
  readonly #whose: SubjectReader;
  /** The statement says what is given to whom on what terms: its amounts are no figures. */
  readonly #isRule: boolean;
  #leadYear: number | null | undefined;

  constructor(span: Span, setting: Setting) {
    this.#span = span;
    this.#setting = setting;
    this.#text = setting.text;
    const { begin, end } = span;
    this.#brackets = findBrackets(this.#text, begin, end);
    const topicYear = setting.paragraphYear ?? setting.levelYear;
    this.#times = findTimes(this.#text, begin, end, { ...setting, topicYear });
    const quoted = this.#brackets.filter((bracket) => this.#text[bracket.begin] !== "(");
    this.#fields = findFields(this.#text, span);
    const names = [...this.#times, ...setting.subjects.mentionsIn(begin, end), ...this.#fields];
    this.#items = findItems(this.#text, span, names, quoted);
    this.#isRule = isRuleOfSupport(this.#text.slice(begin, end));
    this.#whose = new SubjectReader(span, setting, this.#times);
    this.#teller = new Teller(span, setting, this.#times, this.#fields);
  }

  read(): StatementReading {
    const flow = beginFlow(this.#setting);
    const asides = this.#brackets.filter(
      (bracket) => this.#text[bracket.begin] === "(" && this.#items.some((item) => isWithin(item, bracket)),
    );
    const clauses = splitClauses(this.#text, this.#span, this.#brackets);
    // Without figures only its beginning matters, and all of it where it announces what follows.
    const isSilent = this.#items.length === 0 && this.#text[this.#span.end - 1] !== ":";
    for (const clause of isSilent ? clauses.slice(0, 1) : clauses) {
      const inside = asides.filter((aside) => isWithin(aside, clause));
      this.#readClause(clause, flow, inside);
    }
    const lastYear = this.#times.findLast(({ role, year }) => role === "dated" && year !== null)?.year;
    return {
      told: this.#teller.told,
      known: flow.known,
      leadYear: this.#leadYear,
      leadSubject:
        this.#whose.leadSubject === undefined || this.#whose.leadSubject === flow.subject
          ? this.#whose.leadSubject
          : null,
      lastYear: lastYear ?? this.#setting.lastYear,
      isGoal: flow.isGoal,
    };
  }

  #readClause(clause: Clause, flow: Flow, asides: readonly Span[]): void {
    const text = this.#text;
    const items = this.#items.filter(
      (item) => isWithin(item, clause) && !asides.some((aside) => isWithin(item, aside)),
    );
    const words = text.slice(clause.begin, clause.end);
    if (isReached(words)) [flow.isGoal, flow.hasReached] = [false, true];
    if (findGoal(words) !== -1) [flow.isGoal, flow.hasReached] = [true, false];
    const { subject: before, isGoal: wasGoal } = flow;
    const isAhead = isExpected(words);
    if (isAhead) flow.isGoal = true;
    const topic = this.#whose.topicOf(clause, flow, items[0]);
    this.#readLeadTime(clause, flow, topic?.span, items.length > 0);
    if (topic?.reach === "wider" || (this.#isRule && /[元%‰]/.test(words))) {
      flow.waiting = "";
      const why =
        topic?.reach === "wider"
          ? "about a wider region than the document's"
          : "terms of support, no figure of anybody";
      for (const item of items) this.#reject(item, why);
    } else {
      const omitted: Span[] = [
        ...this.#times,
        ...this.#fields,
        ...(topic === undefined ? [] : [topic.span]),
        ...asides,
      ];
      const knownBefore = flow.known.length;
      this.#readItems(clause, items, flow, asides, omitted);
      if (flow.known.length > knownBefore) flow.clauseFrom = knownBefore;
      flow.waiting = items.length === 0 ? this.#leftOf(clause.begin, clause.end, omitted).words : "";
    }
    if (isAhead) flow.isGoal = wasGoal;
    if (topic?.reach === "pivot") flow.subject = before;
    flow.passing = this.#whose.passingPlace(
      clause,
      topic,
      items,
      flow.passing === undefined ? before : this.#setting.subjects.own,
    );
    if (clause.mark === ";" && flow.base !== undefined) [flow.subject, flow.base] = [flow.base, undefined];
    if (clause.mark === ";" && flow.isImplied) [flow.subject, flow.isImplied] = [this.#setting.subjects.own, false];
    if (!this.#setting.isPlan && !flow.isGoal) flow.used = this.#whose.usedIn(clause, topic);
    if (flow.founded === null || items.length === 0) flow.founded = this.#whose.foundedIn(clause) ?? flow.founded;
  }

  #readItems(
    clause: Clause,
    items: readonly Item[],
    flow: Flow,
    asides: readonly Span[],
    omitted: readonly Span[],
  ): void {
    const text = this.#text;
    let cursor = clause.begin;
    const pending = [...asides];
    const readAsides = (before: number) => {
      for (; pending.length > 0 && pending[0]!.begin < before; pending.shift()) {
        const aside = pending[0]!;
        const lead = this.#leftOf(cursor, aside.begin, omitted, false);
        this.#readAside(aside, flow, lead.words);
        if (lead.words === "" || text[aside.end] === "、") cursor = Math.max(cursor, aside.end);
      }
    };
    for (let i = 0; i < items.length;) {
      const run = runFrom(text, items, i);
      const first = run[0]!;
      const last = run.at(-1)!;
      readAsides(first.begin);
      const next = items[i + run.length];
      const rightEnd = Math.max(last.tailEnd, Math.min(next?.begin ?? clause.end, pending[0]?.begin ?? clause.end));
      let left = this.#leftOf(cursor, first.begin, omitted);
      // 培训科技特派员、乡土人才等2000人次: no noun behind the figure, so the list is what it counts.
      if (left.isListed && readCounted(text.slice(last.tailEnd, rightEnd)) === undefined)
        left = this.#leftOf(cursor, first.begin, omitted, false);
      i += run.length;
      const bounding = run.length === 1 && next !== undefined && boundsCounted(text, first, next, clause.end);
      if (bounding) i++;
      if (run.length === 1 && isCriterion(text, first, next)) {
        this.#reject(first, "what something has to reach to count, no figure");
        cursor = first.tailEnd;
        continue;
      }
      if (run.length === 1 && describesNext(text, first, next, left.words)) continue;
      const parts = text.slice(clause.begin, first.begin).includes("全")
        ? (PARTS_BEHIND.exec(text.slice(last.tailEnd, rightEnd))?.[0] ?? "")
        : "";
      if (first.rank === null && ONE_OF.test(text.slice(last.tailEnd, clause.end))) {
        this.#reject(first, "how many there are of all, not of the subject");
        cursor = last.tailEnd;
        continue;
      }
      if (first.rank === null && (parts !== "" || WIDER_BEFORE.test(left.words))) {
        this.#reject(first, "how many there are of all, not of the subject");
        cursor = last.tailEnd + parts.length;
        continue;
      }
      const taken =
        run.length > 1
          ? this.#teller.tellRun(run, left, flow, cursor)
          : this.#teller.tellOne(first, left, flow, {
              cursor,
              rightEnd: bounding ? next.tailEnd : rightEnd,
              next: bounding ? undefined : next,
              isFirst: cursor === clause.begin,
              clauseEnd: clause.end,
            });
      cursor = bounding ? next.tailEnd : last.tailEnd + taken;
    }
    readAsides(clause.end + 1);
  }

  /** (2022年度达4.42%,全省第4): about the metric before it, with a year of its own. */
  #readAside(aside: Span, flow: Flow, lead: string): void {
    const [only, ...others] = this.#items.filter((item) => isWithin(item, aside));
    const isBare = only?.rank === null && only.begin === aside.begin + 1 && only.tailEnd === aside.end - 1;
    if (isBare && others.length === 0 && this.#teller.tellBeside(only, aside.begin, flow)) return;
    const metrics = lead === "" ? [] : metricsBeforeAside(lead);
    const known = metrics.map((indicator) => knowMetric(indicator, "", flow, this.#setting));
    const own: Flow = { ...flow, known: known.length > 0 ? known : [...flow.known], waiting: "" };
    // 设立X基金(规模5亿元): a size behind a name is that body's.
    const named = this.#setting.subjects
      .mentionsIn(Math.max(this.#span.begin, aside.begin - MAX_NAME), aside.begin)
      .at(-1);
    if (
      named?.end === aside.begin &&
      this.#setting.subjects.isBearer(named.entity) &&
      !this.#setting.subjects.isRegion(named.entity) &&
      only !== undefined &&
      attributeOf(trimIndicator(this.#text.slice(aside.begin + 1, only.begin))) !== undefined
    )
      own.subject = named.entity;
    const time = this.#times.findLast(({ end, role }) => end <= aside.begin && role === "dated");
    // 对2023年新认定的企业(312家).
    if (time !== undefined && time.year !== null && !/[,;:。]/.test(this.#text.slice(time.end, aside.begin))) {
      own.year = time.year;
      own.isGoal = flow.isGoal && time.isGoal;
    }
    const inner = { begin: aside.begin + 1, end: aside.end - 1 };
    const brackets = findBrackets(this.#text, inner.begin, inner.end);
    for (const clause of splitClauses(this.#text, inner, brackets)) this.#readClause(clause, own, []);
  }

  /** A time at the beginning of a clause holds for the clauses behind it. */
  #readLeadTime(clause: Clause, flow: Flow, topic: Span | undefined, hasItems: boolean): void {
    const time = this.#times.find(({ begin, role }) => begin >= clause.begin && begin < clause.end && role !== "aside");
    if (time === undefined) return;
    const before = trimLead(this.#leftOf(clause.begin, time.begin, topic === undefined ? [] : [topic]).words);
    // 首批6条中试线|预计今年10月|建成.
    const isAhead = flow.isGoal && EXPECTED.test(before);
    if (before !== "" && !isAhead && !BEFORE_TIME.test(before) && findGoal(before) !== 0) return;
    // 在2022年度国家高新区评价中排第45位: the year of the evaluation alone.
    if (EVALUATED.test(this.#text.slice(time.end, clause.end))) return;
    if (!hasItems && this.#isOfEvent(time, clause, flow)) return;
    flow.year = time.role === "now" ? this.#setting.levelYear : time.year;
    if (time.isGoal) flow.isGoal = true;
    if (clause.begin === this.#span.begin && time.role === "dated") this.#leadYear = time.year;
  }

  /** 研究院已于2022年11月运行,|入驻团队19个: when something happened is not when what it has was counted. */
  #isOfEvent({ begin, end, role, isGoal }: Time, clause: Clause, flow: Flow): boolean {
    if (role !== "dated" || isGoal) return false;
    const rest = this.#text.slice(end, clause.end);
    if (rest === "") return false;
    const isDay = ON_A_DAY.test(this.#text.slice(begin, end));
    const isOfBody = flow.subject !== null && !this.#setting.subjects.isRegion(flow.subject);
    return isOfBody ? isDay || EVENT.test(rest) : isDay && EVENT.test(rest);
  }

  #reject({ begin, end }: Item, why: string): void {
    reject(() => ({ kind: "observation", rule: "statement", why, begin, end }));
  }

  #leftOf(begin: number, end: number, omitted: readonly Span[], hasLists = true): Left {
    return readLeft(this.#text, begin, end, omitted, this.#setting.subjects, hasLists);
  }
}

/** The metrics that words before an aside list: A、B等指标处于中游水平. */
function metricsBeforeAside(lead: string): string[] {
  const list = /^(.*)等[^等、]{0,4}(?:则|均|都)?(?:处于|位于|居|排|在|列)/.exec(lead)?.[1];
  const words = trimIndicator((list ?? lead).replace(/^(?:例如|比如|如|对(?=新|已|现有|符合))/, ""));
  if (list === undefined) return words === "" ? [] : [words];
  return alignMetrics(words, words.split("、").length) ?? [words];
}
