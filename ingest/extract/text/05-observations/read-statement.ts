/**
 * The figures of one statement, clause by clause: each with its metric, subject,
 * year and kind, taking from the clauses before what its own leaves out.
 */
import type { ObservationKind } from "../../../../server/contract/index.ts";
import type { EntityIndex } from "../../extraction.ts";
import type { Span } from "../01-clean/edits.ts";
import { findBrackets, splitClauses } from "./clause.ts";
import type { Clause } from "./clause.ts";
import { alignMetrics } from "./coordination.ts";
import { findGoal, isReached } from "./goal.ts";
import { readComparison, readGrowth } from "./growth.ts";
import type { Growth } from "./growth.ts";
import { attributeOf, isBare, nounOf, trimIndicator, trimLead } from "./indicator.ts";
import { describesNext, findItems, isWithin, runFrom } from "./item.ts";
import type { Item } from "./item.ts";
import { composeLevel, headOf } from "./level.ts";
import { findNamesList } from "./names-list.ts";
import type { Subjects, Topic } from "./subject.ts";
import { findTimes } from "./time.ts";
import type { Time } from "./time.ts";

/** A figure as read, before it becomes a claim. */
export interface Told extends Span {
  readonly value: number;
  readonly unit: string;
  readonly indicator: string;
  readonly subject: EntityIndex;
  readonly year: number | null;
  readonly kind: ObservationKind;
  readonly rule: string;
}

/** What the place of a statement in its document says about figures that are silent about it. */
export interface Setting {
  readonly text: string;
  readonly subjects: Subjects;
  /** What 今年 means. */
  readonly documentYear: number | null;
  /** The last year that the text named: what 同年 means. */
  readonly lastYear: number | null;
  /** What undated figures and goals belong to. */
  readonly levelYear: number | null;
  readonly goalYear: number | null;
  readonly isPlan: boolean;
  /** A goal set by the words that lead to this statement (主要目标:). */
  readonly isGoal: boolean;
  /** The year that the statements before it in its paragraph are about; undefined where they say none. */
  readonly paragraphYear: number | null | undefined;
}

export interface StatementReading {
  readonly told: readonly Told[];
  /** Said at its beginning, so it holds for the statements behind it too. */
  readonly leadYear: number | null | undefined;
  readonly lastYear: number | null;
  readonly isGoal: boolean;
}

/** What a figure left for those behind it: its metric, with whose and when. */
export interface Known {
  readonly indicator: string;
  readonly unit: string;
  readonly subject: EntityIndex | null;
  readonly year: number | null;
  readonly isGoal: boolean;
}

/** What runs through the clauses of a statement. */
interface Flow {
  subject: EntityIndex | null;
  /** The subject is that of a list entry: no clause changes it. */
  isEntry: boolean;
  /** A body that the clause before founded or funded: 设立X基金,|首期规模…. */
  founded: EntityIndex | null;
  /** undefined: nothing said. */
  year: number | null | undefined;
  isGoal: boolean;
  hasReached: boolean;
  known: Known[];
  /** Words of the clause before, where it had no figure. */
  waiting: string;
}

/** The words before a figure without times, subjects and lists of names. */
interface Left {
  readonly words: string;
  readonly isListed: boolean;
  readonly sharedEnd: string;
}

const MAX_LEFT = 160;
/** A clause that begins like this tells of the body that the one before founded. */
const OF_FOUNDED =
  /^(?:已|现(?=[有已])|目前|累计|入驻|孵化|集聚|汇聚|首期|首批|成员|会员|理事|一期|总投资|计划投资|总规模|占地|规划面积|建筑面积|由|注册|重点投|主要投|拥有|服务|转化|截至|设有|下设)/;
const FOUNDS = /设立|建立|成立|组建|共建|建成|搭建|打造|开设|引进|创建/;
/** 在全国169家高新区中: a count of a whole that the subject is one of. */
const WIDER_BEFORE = /^在?(?:全[国球省]|世界|国内)(?:共有?)?$/;

export function readStatement(span: Span, setting: Setting): StatementReading {
  return new StatementReader(span, setting).read();
}

class StatementReader {
  readonly #told: Told[] = [];
  readonly #span: Span;
  readonly #setting: Setting;
  readonly #text: string;
  readonly #brackets: readonly Span[];
  readonly #times: readonly Time[];
  readonly #items: readonly Item[];
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
    this.#items = findItems(this.#text, span, [...this.#times, ...setting.subjects.mentionsIn(begin, end)], quoted);
  }

  read(): StatementReading {
    const flow: Flow = {
      subject: this.#setting.subjects.own,
      isEntry: false,
      founded: null,
      year: this.#setting.paragraphYear,
      isGoal: this.#setting.isGoal,
      hasReached: false,
      known: [],
      waiting: "",
    };
    const asides = this.#brackets.filter(
      (bracket) => this.#text[bracket.begin] === "(" && this.#items.some((item) => isWithin(item, bracket)),
    );
    for (const clause of splitClauses(this.#text, this.#span, this.#brackets)) {
      const inside = asides.filter((aside) => isWithin(aside, clause));
      this.#readClause(clause, flow, inside);
    }
    const lastYear = this.#times.findLast(({ role, year }) => role === "dated" && year !== null)?.year;
    return {
      told: this.#told,
      leadYear: this.#leadYear,
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
    const { subject: before } = flow;
    const topic = this.#readTopic(clause, flow, items[0]);
    this.#readLeadTime(clause, flow, topic?.span);
    if (topic?.reach === "wider" || isRuleOfSupport(words)) {
      flow.waiting = "";
    } else {
      const omitted: Span[] = [...this.#times, ...(topic === undefined ? [] : [topic.span]), ...asides];
      this.#readItems(clause, items, flow, asides, omitted);
      flow.waiting = items.length === 0 ? this.#leftOf(clause.begin, clause.end, omitted).words : "";
    }
    if (topic?.reach === "pivot") flow.subject = before;
    if (flow.founded === null || items.length === 0) flow.founded = this.#foundedIn(clause) ?? flow.founded;
  }

  #readTopic(clause: Clause, flow: Flow, first: Item | undefined): Topic | undefined {
    const { subjects } = this.#setting;
    const { founded } = flow;
    const topic = subjects.topicOf(this.#text, clause, first?.begin ?? clause.end, (at) => this.#skipTimes(at));
    if (flow.isEntry) return topic?.reach === "wider" ? topic : undefined;
    if (topic === undefined) {
      const words = this.#text.slice(clause.begin, clause.end);
      if (founded !== null && OF_FOUNDED.test(words)) flow.subject = founded;
      // 上虞高新区获…,2家高新区入选…: a count at the beginning is a new subject, hence the document's.
      else if (first?.begin === clause.begin && first.rank === null && flow.known.length > 0)
        flow.subject = subjects.own;
      if (!OF_FOUNDED.test(words)) flow.founded = null;
      return undefined;
    }
    flow.founded = null;
    // 科教城集聚A、B等高校,|C、D等研发机构42家: the list goes on, and so does the subject.
    const isPart =
      topic.reach === "listed" &&
      (this.#text.startsWith("其中", clause.begin) ||
        /等[\u4e00-\u9fa5]{1,8},$/.test(this.#text.slice(clause.begin - 12, clause.begin)));
    if (topic.reach !== "wider" && !isPart) flow.subject = topic.subject;
    if (topic.reach === "entry") flow.isEntry = true;
    return topic;
  }

  /** …组建X研究院: the body at the end of a clause that founds it. */
  #foundedIn(clause: Clause): EntityIndex | null {
    const { subjects } = this.#setting;
    const last = subjects.mentionsIn(clause.begin, clause.end).at(-1);
    if (
      last === undefined ||
      last.end !== clause.end ||
      !subjects.isBearer(last.entity) ||
      subjects.isRegion(last.entity)
    )
      return null;
    return FOUNDS.test(this.#text.slice(clause.begin, last.begin)) ? last.entity : null;
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
        if (lead.words === "") cursor = Math.max(cursor, aside.end);
      }
    };
    for (let i = 0; i < items.length;) {
      const run = runFrom(text, items, i);
      const first = run[0]!;
      const last = run.at(-1)!;
      readAsides(first.begin);
      const next = items[i + run.length];
      const left = this.#leftOf(cursor, first.begin, omitted);
      i += run.length;
      if (run.length === 1 && describesNext(text, first, next, left.words)) continue;
      if (WIDER_BEFORE.test(left.words) && first.rank === null) {
        cursor = last.tailEnd;
        continue;
      }
      const rightEnd = Math.max(last.tailEnd, Math.min(next?.begin ?? clause.end, pending[0]?.begin ?? clause.end));
      const taken =
        run.length > 1
          ? this.#tellRun(run, left, flow, cursor)
          : this.#tellOne(first, left, flow, { cursor, rightEnd, next, isFirst: cursor === clause.begin, clause });
      cursor = last.tailEnd + taken;
    }
    readAsides(clause.end + 1);
  }

  /** (2022年度达4.42%,全省第4): about the metric before it, with a year of its own. */
  #readAside(aside: Span, flow: Flow, lead: string): void {
    const metrics = lead === "" ? [] : metricsBeforeAside(lead);
    const known = metrics.map((indicator) => this.#know(indicator, "", flow));
    const own: Flow = { ...flow, known: known.length > 0 ? known : [...flow.known], waiting: "" };
    const inner = { begin: aside.begin + 1, end: aside.end - 1 };
    const brackets = findBrackets(this.#text, inner.begin, inner.end);
    for (const clause of splitClauses(this.#text, inner, brackets)) this.#readClause(clause, own, []);
  }

  /** Several figures in a row, each with its own metric or subject. Takes nothing of what follows. */
  #tellRun(run: readonly Item[], left: Left, flow: Flow, cursor: number): number {
    const count = run.length;
    const [first] = run as [Item, ...Item[]];
    const growth = first.rank === null ? readGrowth(left.words, first.unit) : undefined;
    const rule = first.rank !== null ? "rank" : growth === undefined ? "respective" : "growth";
    const words = trimIndicator(growth?.metric ?? left.words);
    const subjects = this.#subjectsBefore(cursor, first.begin, count);
    if (subjects !== undefined) {
      const metric = trimIndicator(left.words.replace(/^.*分别/, ""));
      run.forEach((item, i) => this.#tell(item, metric, { ...flow, subject: subjects[i]! }, rule, { growth }));
      return 0;
    }
    const own =
      alignMetrics(words, count) ?? (words === "" ? alignMetrics(trimIndicator(flow.waiting), count) : undefined);
    const recent = words === "" ? flow.known.slice(-count) : [];
    if (own !== undefined) {
      run.forEach((item, i) => this.#tell(item, own[i]!, flow, rule, { growth }));
    } else if (recent.length === count) {
      run.forEach((item, i) => this.#tell(item, recent[i]!.indicator, flow, rule, { growth, inherited: recent[i]! }));
    } else if (first.rank === null) {
      // As many metrics as figures cannot be told: the first figure alone is sure.
      const known = flow.known.at(-1);
      const metric = words === "" ? known?.indicator : words;
      if (metric !== undefined)
        this.#tell(first, metric, flow, rule, { growth, inherited: words === "" ? known : undefined });
    }
    return 0;
  }

  /** 肥西县、长丰县分别…: as many subjects as figures. */
  #subjectsBefore(begin: number, end: number, count: number): EntityIndex[] | undefined {
    const at = this.#text.slice(begin, end).indexOf("分别");
    if (at === -1) return undefined;
    const { subjects } = this.#setting;
    const bearers = subjects.mentionsIn(begin, begin + at).filter(({ entity }) => subjects.isBearer(entity));
    return bearers.length === count ? bearers.map(({ entity }) => entity) : undefined;
  }

  /** Returns how many characters behind the figure belong to it. */
  #tellOne(item: Item, left: Left, flow: Flow, place: Place): number {
    const previous = flow.known.at(-1);
    if (item.rank !== null) {
      this.#tellRank(item, left, flow, previous);
      return 0;
    }
    if (/(?:由|从)(?:[^,]{0,10}的)?$/.test(left.words)) {
      this.#tellOrigin(item, left, flow, place);
      return 0;
    }
    const growth = readGrowth(left.words, item.unit);
    if (growth !== undefined) {
      const metric = trimIndicator(growth.metric);
      const isOwn = metric !== "" && !(isBare(metric) && previous !== undefined);
      const indicator = isOwn
        ? metric
        : previous === undefined
          ? trimIndicator(flow.waiting)
          : metric === ""
            ? previous.indicator
            : headOf(previous.indicator) + metric;
      if (indicator !== "")
        this.#tell(item, indicator, flow, "growth", { growth, inherited: isOwn ? undefined : previous });
      return 0;
    }
    const comparison = readComparison(left.words, item.unit);
    if (comparison !== undefined) {
      const metric = trimIndicator(comparison.metric);
      const indicator = metric !== "" ? metric : (previous?.indicator ?? trimIndicator(flow.waiting));
      this.#tell(item, indicator + comparison.words, flow, "comparison", {
        inherited: metric === "" ? previous : undefined,
      });
      return 0;
    }
    const lead = trimIndicator(left.words);
    if (lead.startsWith("占") && !lead.startsWith("占地") && previous !== undefined) {
      const share = lead.replace(/的$/, "") + (/比[重例]/.test(lead) ? "" : "比重");
      this.#tell(item, nounOf(previous.indicator) + share, flow, "share", { inherited: previous });
      return 0;
    }
    return this.#tellLevel(item, left, lead, flow, place);
  }

  #tellRank(item: Item, left: Left, flow: Flow, previous: Known | undefined): void {
    const among = /在([^在,]*)[中内里]$/.exec(left.words);
    const words = trimIndicator(among === null ? left.words : left.words.slice(0, among.index)).replace(
      /(?:总量|总数|总额)?(?:也|仍|均|继续|稳)?$/,
      "",
    );
    const inherited = previous !== undefined && previous.subject === flow.subject ? previous : undefined;
    const waiting = trimIndicator(flow.waiting);
    let indicator = among === null ? `${item.rank!.scope}排名` : among[1]!;
    if (words !== "" && isBare(words) && inherited !== undefined) indicator = headOf(inherited.indicator) + words;
    else if (words !== "") indicator = item.rank!.isRanking ? `${words}排名` : words;
    else if (inherited !== undefined) ({ indicator } = inherited);
    else if (among === null && waiting !== "" && waiting.length <= 20) indicator = waiting;
    this.#tell(item, indicator, flow, "rank", { inherited: words === "" ? inherited : undefined });
  }

  /** 由2015年的1130家增加到2520家: where it came from, told only where its year is. */
  #tellOrigin(item: Item, left: Left, flow: Flow, { cursor }: Place): void {
    const words = trimIndicator(left.words.replace(/(?:由|从)[^由从]*$/, "")).replace(/的$/, "");
    const indicator = words === "" ? (flow.known.at(-1)?.indicator ?? "") : words;
    if (indicator === "") return;
    const time = this.#times.findLast(
      ({ begin, end, role, year }) => begin >= cursor && end <= item.begin && (role === "dated" || year !== null),
    );
    flow.known.push(this.#know(indicator, item.unit, flow));
    if (time?.year != null) this.#push(item, indicator, flow.subject, time.year, "level", "origin");
  }

  #tellLevel(item: Item, left: Left, lead: string, flow: Flow, place: Place): number {
    const previous = flow.known.at(-1);
    const { rightEnd, next, isFirst, clause } = place;
    const body = this.#bodyBehind(item, clause.end);
    const attribute = body === undefined ? undefined : attributeOf(lead);
    if (body !== undefined && attribute !== undefined) {
      this.#push(item, attribute, body, this.#timeOf(item, place.cursor)?.year ?? null, "level", "attribute");
      flow.founded = body;
      return 0;
    }
    const level = composeLevel({
      lead,
      raw: left.words,
      right: this.#text.slice(item.tailEnd, rightEnd),
      behind: next?.begin === item.tailEnd ? this.#text.slice(next.tailEnd, clause.end) : "",
      unit: item.unit,
      isListed: left.isListed,
      sharedEnd: left.sharedEnd,
      isFirst,
      isLast: next === undefined,
      isPart: /^[,、;]?其中/.test(this.#text.slice(place.cursor, item.begin)),
      previous: previous?.subject === flow.subject ? previous : undefined,
      waiting: flow.waiting,
    });
    if (level === undefined) return 0;
    const predicate =
      level.predicateAt === -1
        ? ""
        : trimIndicator(this.#wordsWithoutBodies(item.tailEnd + level.predicateAt, rightEnd)).replace(
            /^[与和同]|[与和同、]$/g,
            "",
          );
    const isOrigin = this.#followsOrigin(item, place.cursor, flow);
    this.#tell(item, level.indicator + predicate, flow, level.rule, {
      isExisting: level.isExisting,
      timeFrom: isOrigin ? place.cursor : undefined,
    });
    return level.taken;
  }

  #followsOrigin(item: Item, cursor: number, flow: Flow): boolean {
    return (
      flow.known.length > 0 &&
      /^[^,]{0,4}(?:提高|提升|增加|增长|上升|扩大|下降|降低|减少|跃升|攀升|发展|增|升|降)[至到]/.test(
        this.#text.slice(cursor, item.begin),
      )
    );
  }

  /** 总规模50亿元的科创母基金: the named body right behind the figure. */
  #bodyBehind(item: Item, end: number): EntityIndex | undefined {
    if (this.#text[item.tailEnd] !== "的") return undefined;
    const { subjects } = this.#setting;
    const mention = subjects.mentionsIn(item.tailEnd, end)[0];
    if (mention === undefined || mention.begin - item.tailEnd > 6) return undefined;
    return subjects.isBearer(mention.entity) && !subjects.isRegion(mention.entity) ? mention.entity : undefined;
  }

  #tell(item: Item, metric: string, flow: Flow, rule: string, by: Telling): void {
    const { inherited, growth } = by;
    const subject = inherited === undefined ? flow.subject : inherited.subject;
    const time = this.#timeOf(item, by.timeFrom ?? this.#span.begin);
    const said = time === undefined ? undefined : time.role === "now" ? this.#setting.levelYear : time.year;
    const year = said !== undefined ? said : inherited !== undefined ? inherited.year : flow.year;
    const isOfBody = subject !== null && !this.#setting.subjects.isRegion(subject);
    const isSize = rule === "metric" && isOfBody && attributeOf(metric) === metric;
    const isGoal =
      by.isExisting !== true &&
      !isSize &&
      (time?.isGoal === true || (inherited === undefined ? this.#isGoal(flow, year) : inherited.isGoal));
    const usual = isGoal ? this.#setting.goalYear : this.#setting.levelYear;
    const dated = isSize ? (said ?? null) : year === undefined ? usual : year;
    const kind: ObservationKind = isGoal
      ? "target"
      : rule === "rank"
        ? "rank"
        : growth === undefined
          ? "level"
          : "growth";
    const name = this.#withNames(metric, item.begin).replace(/[\s,;:。*]/g, "");
    const isMetric = inherited === undefined && rule !== "comparison";
    if (isMetric) flow.known.push({ indicator: name, unit: item.unit, subject, year: dated, isGoal });
    if (growth === undefined) this.#push(item, name, subject, dated, kind, rule);
    // 增长 belongs to the name of a goal; what fell grew by less than nothing.
    else if (isGoal) this.#push(item, name + growth.word, subject, dated, kind, rule);
    else this.#push(growth.isFall ? { ...item, value: -item.value } : item, name, subject, dated, kind, rule);
  }

  #push(
    item: Item,
    indicator: string,
    subject: EntityIndex | null,
    year: number | null,
    kind: ObservationKind,
    rule: string,
  ): void {
    if (subject === null || !/[\p{L}]/u.test(indicator)) return;
    const { begin, end, value, unit } = item;
    this.#told.push({ begin, end, value, unit, indicator, subject, year, kind, rule });
  }

  /** 获该基金投资 reads by itself as 获…成果转化基金投资. */
  #withNames(indicator: string, at: number): string {
    const match = /[该此]([\u4e00-\u9fa5]{2,3})/.exec(indicator);
    if (match === null) return indicator;
    const mentions = this.#setting.subjects.mentionsIn(this.#span.begin, at);
    for (const mention of [...mentions].reverse()) {
      const name = this.#text.slice(mention.begin, mention.end);
      const shared = [3, 2].map((length) => match[1]!.slice(0, length)).find((word) => name.endsWith(word));
      if (shared !== undefined) return indicator.replace(match[0].slice(0, shared.length + 1), name);
    }
    return indicator;
  }

  #know(indicator: string, unit: string, flow: Flow): Known {
    const year = flow.year === undefined ? this.#setting.levelYear : flow.year;
    return { indicator, unit, subject: flow.subject, year, isGoal: this.#isGoal(flow, flow.year) };
  }

  #isGoal(flow: Flow, year: number | null | undefined): boolean {
    if (flow.isGoal) return true;
    const { isPlan, goalYear, documentYear } = this.#setting;
    const isPast = typeof year === "number" && year < Math.max(goalYear ?? 0, documentYear ?? 0);
    return isPlan && !flow.hasReached && !isPast;
  }

  /** The last time before `item` in its clause. */
  #timeOf(item: Item, from: number): Time | undefined {
    return this.#times.findLast(
      ({ begin, end, role }) =>
        begin >= from && end <= item.begin && role !== "aside" && !/[,;。:()]/.test(this.#text.slice(end, item.begin)),
    );
  }

  /** A time at the beginning of a clause holds for the clauses behind it. */
  #readLeadTime(clause: Clause, flow: Flow, topic: Span | undefined): void {
    const time = this.#times.find(({ begin, role }) => begin >= clause.begin && begin < clause.end && role !== "aside");
    if (time === undefined) return;
    const before = trimLead(this.#leftOf(clause.begin, time.begin, topic === undefined ? [] : [topic]).words);
    if (before !== "" && findGoal(before) !== 0) return;
    flow.year = time.role === "now" ? this.#setting.levelYear : time.year;
    if (time.isGoal) flow.isGoal = true;
    if (clause.begin === this.#span.begin && time.role === "dated") this.#leadYear = time.year;
  }

  #skipTimes(at: number): number {
    const time = this.#times.find(({ begin, end }) => begin <= at && at < end);
    return time === undefined ? at : time.end;
  }

  #leftOf(begin: number, end: number, omitted: readonly Span[], hasLists = true): Left {
    const from = Math.max(begin, end - 2 * MAX_LEFT);
    const { subjects } = this.#setting;
    const bodies = subjects.mentionsIn(from, end).filter(({ entity }) => subjects.isBody(entity));
    const list = hasLists ? findNamesList(this.#text, from, end, bodies) : undefined;
    // 与绍兴800家企业: the own region right before a figure names nothing.
    const last = bodies.at(-1);
    const region = last !== undefined && last.end === end && last.entity === subjects.own ? [last] : [];
    const words = this.#slice(from, end, [...omitted, ...region, ...(list === undefined ? [] : [list])]);
    return {
      words: words
        .replace(/\(以下[^()]*\)/, "")
        .replace(/^[,、;:\s]+|[,;:\s]+$/g, "")
        .slice(-MAX_LEFT),
      isListed: list?.isBeforeFigure === true,
      sharedEnd: list?.sharedEnd ?? "",
    };
  }

  #wordsWithoutBodies(begin: number, end: number): string {
    const { subjects } = this.#setting;
    const bodies = subjects.mentionsIn(begin, end).filter(({ entity }) => subjects.isBody(entity));
    return this.#slice(begin, end, bodies).replace(/[、和与及]+(?=[、和与及])/g, "");
  }

  /** The text between two places without the omitted spans. */
  #slice(begin: number, end: number, omitted: readonly Span[]): string {
    const spans = omitted.filter((span) => span.begin < end && span.end > begin).sort((a, b) => a.begin - b.begin);
    let words = "";
    let from = begin;
    for (const span of spans) {
      if (span.begin > from) words += this.#text.slice(from, span.begin);
      from = Math.max(from, span.end);
    }
    return from < end ? words + this.#text.slice(from, end) : words;
  }
}

/** Where a figure stands in its clause. */
interface Place {
  readonly cursor: number;
  readonly rightEnd: number;
  readonly next: Item | undefined;
  readonly isFirst: boolean;
  readonly clause: Clause;
}

interface Telling {
  readonly growth?: Growth | undefined;
  /** The figure is about a metric told before, with its subject and year. */
  readonly inherited?: Known | undefined;
  /** Told as being there, in a plan too: 4个省级高新区持续升位. */
  readonly isExisting?: boolean;
  /** Times before it date another figure. */
  readonly timeFrom?: number | undefined;
}

/** 对…给予最高100万元奖励: a rule, no figure of anybody. */
function isRuleOfSupport(words: string): boolean {
  if (!/[元%‰]/.test(words)) return false;
  if (/(?:给予|予以|处以?罚款|不得|应当)/.test(words) && /奖|补|资助|支持|扶持|罚|最高|不超过|每/.test(words))
    return true;
  return /^对.{2,40}(?:奖励|奖补|补助|补贴|资助|支持)(?:最高|不超过)?\d/.test(words);
}

/** 永兴镇、洗马镇分别建成…: what stands before 分别 shares the figures out, it is not measured. */
function isSharedOut(words: string): boolean {
  const at = words.indexOf("分别");
  return at > 0 && at + 4 < words.length;
}

/** The metrics that words before an aside list: A、B等指标处于中游水平. */
function metricsBeforeAside(lead: string): string[] {
  const list = /^(.*)等[^等、]{0,4}(?:则|均|都)?(?:处于|位于|居|排|在|列)/.exec(lead)?.[1];
  const words = trimIndicator((list ?? lead).replace(/^(?:例如|比如|如)/, ""));
  if (list === undefined) return words === "" ? [] : [words];
  return alignMetrics(words, words.split("、").length) ?? [words];
}
