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
import { readCounted, wantsCounted } from "./counted.ts";
import { completeEllipsis } from "./ellipsis.ts";
import { findFigures } from "./figure.ts";
import { findGoal, isReached } from "./goal.ts";
import { readComparison, readGrowth } from "./growth.ts";
import { isBare, nounOf, trimIndicator, trimLead } from "./indicator.ts";
import { findRanks } from "./rank.ts";
import type { Subjects } from "./subject.ts";
import { findTimes } from "./time.ts";
import type { Time } from "./time.ts";
import { isMeasureOfAmount } from "./unit.ts";
import { leadingVerbs } from "./verbs.ts";

/** A figure as read, before it becomes a claim. */
export interface Told {
  readonly begin: number;
  readonly end: number;
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
  readonly levelYear: number | null;
  readonly goalYear: number | null;
  readonly isPlan: boolean;
  /** A goal set by the words that lead to this statement (主要目标:). */
  readonly isGoal: boolean;
  /** The year that the statements before it in its paragraph are about; undefined where they say none. */
  readonly paragraphYear: number | null | undefined;
  readonly subject: EntityIndex | null;
}

interface Item extends Span {
  readonly tailEnd: number;
  readonly value: number;
  readonly unit: string;
  readonly bound: string;
  readonly rank: { readonly scope: string; readonly isRanking: boolean } | null;
  readonly isNumerals: boolean;
}

/** What a figure left for those behind it: its metric, with whose and when. */
interface Known {
  readonly indicator: string;
  readonly unit: string;
  readonly subject: EntityIndex | null;
  readonly year: number | null;
  readonly isGoal: boolean;
}

interface Flow {
  subject: EntityIndex | null;
  /** undefined: nothing said. */
  year: number | null | undefined;
  isGoal: boolean;
  hasReached: boolean;
  known: Known[];
  /** Words of the clause before, where it had no figure. */
  waiting: string;
}

const MAX_LEFT = 90;

export interface StatementReading {
  readonly told: readonly Told[];
  /** Said at its beginning, so it holds for the statements behind it too. */
  readonly leadYear: number | null | undefined;
  readonly isGoal: boolean;
  readonly subject: EntityIndex | null;
}

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
  readonly #flow: Flow;
  #leadYear: number | null | undefined;

  constructor(span: Span, setting: Setting) {
    this.#span = span;
    this.#setting = setting;
    this.#text = setting.text;
    const { begin, end } = span;
    this.#brackets = findBrackets(this.#text, begin, end);
    this.#times = findTimes(this.#text, begin, end, setting.documentYear);
    this.#items = this.#findItems(begin, end);
    this.#flow = {
      subject: setting.subject,
      year: setting.paragraphYear,
      isGoal: setting.isGoal,
      hasReached: false,
      known: [],
      waiting: "",
    };
  }

  read(): StatementReading {
    const asides = this.#brackets.filter(
      (bracket) => this.#text[bracket.begin] === "(" && this.#items.some((item) => isWithin(item, bracket)),
    );
    for (const clause of splitClauses(this.#text, this.#span, this.#brackets)) {
      this.#readClause(
        clause,
        this.#flow,
        asides.filter((aside) => isWithin(aside, clause)),
      );
    }
    return { told: this.#told, leadYear: this.#leadYear, isGoal: this.#flow.isGoal, subject: this.#flow.subject };
  }

  #findItems(begin: number, end: number): Item[] {
    const names = this.#setting.subjects.mentionsIn(begin, end);
    const quoted = this.#brackets.filter(({ begin }) => this.#text[begin] !== "(");
    const ranks = findRanks(this.#text, begin, end).filter((rank) => !quoted.some((q) => isWithin(rank, q)));
    const opaque = [...this.#times, ...names, ...quoted, ...ranks].sort((a, b) => a.begin - b.begin);
    const isOpaque = (at: number) => opaque.some((span) => span.begin <= at && at < span.end);
    return [
      ...findFigures(this.#text, begin, end, isOpaque).map((figure) => ({ ...figure, rank: null })),
      ...ranks.map(({ scope, isRanking, ...rank }) => ({
        ...rank,
        tailEnd: rank.end,
        unit: "位",
        bound: "",
        rank: { scope, isRanking },
        isNumerals: false,
      })),
    ].sort((a, b) => a.begin - b.begin);
  }

  #readClause(clause: Clause, flow: Flow, asides: readonly Span[]): void {
    const text = this.#text;
    const items = this.#items.filter(
      (item) => isWithin(item, clause) && !asides.some((aside) => isWithin(item, aside)),
    );
    const words = text.slice(clause.begin, clause.end);
    if (isReached(words)) {
      flow.isGoal = false;
      flow.hasReached = true;
    }
    if (findGoal(words) !== -1) {
      flow.isGoal = true;
      flow.hasReached = false;
    }
    const topic = this.#setting.subjects.topicOf(text, clause, items[0]?.begin ?? clause.end, (at) =>
      this.#skipTimes(at),
    );
    if (topic !== undefined && !topic.isWider) flow.subject = topic.subject;
    this.#readLeadTime(clause, flow, topic?.span);
    if (topic?.isWider === true || isRuleOfSupport(words)) {
      flow.waiting = "";
      return;
    }
    const omitted: Span[] = [...this.#times, ...(topic === undefined ? [] : [topic.span])];
    let cursor = clause.begin;
    const pending = [...asides];
    const readAsides = (before: number) => {
      while (pending.length > 0 && pending[0]!.begin < before) {
        const aside = pending.shift()!;
        const lead = this.#wordsBetween(cursor, aside.begin, [...omitted, ...asides]);
        this.#readAside(aside, flow, lead.words);
        if (lead.words === "") cursor = Math.max(cursor, aside.end);
      }
    };
    for (let i = 0; i < items.length;) {
      const run = this.#runFrom(items, i);
      const first = run[0]!;
      const last = run.at(-1)!;
      readAsides(first.begin);
      const next = items[i + run.length];
      const isLast = next === undefined;
      const rightEnd = Math.min(next?.begin ?? clause.end, pending[0]?.begin ?? clause.end);
      const right = text.slice(last.tailEnd, Math.max(last.tailEnd, rightEnd));
      if (run.length === 1 && this.#isModifier(first, right, next, cursor)) {
        i++;
        continue;
      }
      const left = this.#wordsBetween(cursor, first.begin, [...omitted, ...asides]);
      const consumed =
        run.length > 1
          ? this.#tellRun(run, left, flow, cursor, topic?.span)
          : this.#tellOne(first, left, right, flow, { cursor, isLast, isFirst: i === 0, clause });
      cursor = last.tailEnd + consumed;
      i += run.length;
    }
    readAsides(clause.end + 1);
    flow.waiting = items.length === 0 ? this.#wordsBetween(clause.begin, clause.end, omitted).words : "";
  }

  /** (2022年度达4.42%,全省第4): about the metric before it, with a year of its own. */
  #readAside(aside: Span, flow: Flow, lead: string): void {
    const inner = { begin: aside.begin + 1, end: aside.end - 1 };
    const words = trimIndicator(lead);
    const own: Flow = { ...flow, known: [...flow.known], waiting: "" };
    if (words !== "") {
      const parts = this.#listBefore(lead);
      own.known = parts.map((indicator) => ({
        indicator,
        unit: "",
        subject: flow.subject,
        year: this.#yearFor(flow, false),
        isGoal: this.#isGoal(flow),
      }));
    }
    const brackets = findBrackets(this.#text, inner.begin, inner.end);
    for (const clause of splitClauses(this.#text, inner, brackets)) this.#readClause(clause, own, []);
  }

  /** The metrics that words before an aside list: A、B等指标处于中游水平. */
  #listBefore(lead: string): string[] {
    const list = /^(.*?)等(?:[^等、]{0,6}指标|)?(?:则|均|都)?(?:处于|居于?|位居|位于|排名|在)/.exec(lead)?.[1];
    const words = trimIndicator((list ?? lead).replace(/^(?:如|例如|比如)/, ""));
    return list === undefined ? [words] : (alignMetrics(words, words.split(/[、]/).length) ?? [words]);
  }

  #runFrom(items: readonly Item[], from: number): Item[] {
    const run = [items[from]!];
    for (let i = from + 1; i < items.length; i++) {
      const before = items[i - 1]!;
      const item = items[i]!;
      const gap = this.#text.slice(before.tailEnd, item.begin);
      const isSame =
        (before.rank === null) === (item.rank === null) && (item.rank !== null || sameMeasure(before.unit, item.unit));
      if (!isSame || !/^(?:、|和|与|及|以及|,)(?:第|超过?|近|约)?$/.test(gap)) break;
      run.push(item);
    }
    return run;
  }

  /** 营业收入2000万元以上的企业500家: the amount describes what is counted. */
  #isModifier(item: Item, right: string, next: Item | undefined, cursor: number): boolean {
    if (next === undefined || next.rank !== null || !isMeasureOfAmount(item.unit) || isMeasureOfAmount(next.unit))
      return false;
    const noun = right.replace(/^(?:级|的)+/, "");
    if (noun === "" || /^[,、;和与及]/.test(right)) return false;
    const isMarked =
      item.bound !== "" || noun !== right || /(?:超过?|达到?|过|破)$/.test(this.#text.slice(cursor, item.begin));
    return isMarked && !/[,、;]/.test(noun);
  }

  #tellRun(run: readonly Item[], left: Words, flow: Flow, cursor: number, topic: Span | undefined): number {
    const count = run.length;
    const growth = run[0]!.rank === null ? readGrowth(left.words, run[0]!.unit) : undefined;
    const words = trimIndicator(growth === undefined ? left.words : growth.metric);
    const subjects = this.#subjectsBefore(cursor, run[0]!.begin, count);
    const recent = flow.known.slice(-count);
    const waiting = words === "" || isBare(words) ? alignMetrics(trimIndicator(flow.waiting), count) : undefined;
    const metrics =
      subjects !== undefined
        ? run.map(() => trimIndicator(left.words.replace(/^.*分别/, "")))
        : (alignMetrics(words, count) ??
          waiting ??
          (words === "" && recent.length === count ? recent.map((k) => k.indicator) : undefined));
    if (metrics === undefined) {
      const known = flow.known.at(-1);
      const indicator = words === "" ? known?.indicator : words;
      if (indicator !== undefined && run[0]!.rank === null)
        this.#tell(run[0]!, indicator, flow, growth === undefined ? "list" : "growth", growth?.word, known);
      return 0;
    }
    run.forEach((item, i) => {
      const inherited = words === "" && waiting === undefined && subjects === undefined ? recent[i] : undefined;
      const own = subjects === undefined ? flow : { ...flow, subject: subjects[i]! };
      const rule = item.rank !== null ? "rank" : growth === undefined ? "respective" : "growth";
      this.#tell(item, metrics[i]!, own, rule, growth?.word, inherited);
      if (subjects !== undefined) flow.known.push(...own.known.slice(-1));
    });
    void topic;
    return 0;
  }

  /** 肥西县、长丰县分别…: as many subjects as figures. */
  #subjectsBefore(begin: number, end: number, count: number): EntityIndex[] | undefined {
    const at = this.#text.slice(begin, end).indexOf("分别");
    if (at === -1) return undefined;
    const mentions = this.#setting.subjects
      .mentionsIn(begin, begin + at)
      .filter(({ entity }) => this.#setting.subjects.isBearer(entity));
    return mentions.length === count ? mentions.map(({ entity }) => entity) : undefined;
  }

  /** Returns how much of the words behind the figure belongs to it. */
  #tellOne(
    item: Item,
    left: Words,
    right: string,
    flow: Flow,
    place: { cursor: number; isLast: boolean; isFirst: boolean; clause: Clause },
  ): number {
    const previous = flow.known.at(-1);
    if (item.rank !== null) {
      const words = trimIndicator(left.words).replace(/(?:总量|总数|总额)?(?:也|仍|均|继续|稳)?$/, "");
      const named = item.rank.isRanking && words !== "" ? `${words}排名` : words;
      const indicator =
        named === ""
          ? previous?.indicator
          : isBare(words) && previous !== undefined
            ? nounOf(previous.indicator) + words
            : named;
      const fallback = trimIndicator(flow.waiting);
      this.#tell(
        item,
        indicator ?? (fallback !== "" && fallback.length <= 20 ? fallback : `${item.rank.scope}排名`),
        flow,
        "rank",
        undefined,
        named === "" ? previous : undefined,
      );
      return 0;
    }
    if (/(?:由|从)$/.test(left.words) || /(?:由|从)[^,]{0,10}的$/.test(left.words)) {
      const indicator = trimIndicator(left.words.replace(/(?:由|从)[^由从]*$/, ""));
      const year = this.#timeBefore(place.cursor, item.begin)?.year;
      if (indicator !== "") flow.known.push(this.#know(indicator, item, flow));
      if (year !== undefined && year !== null && indicator !== "")
        this.#push(item, indicator, flow.subject, year, "level", "from");
      return 0;
    }
    const growth = readGrowth(left.words, item.unit);
    if (growth !== undefined) {
      const metric = trimIndicator(growth.metric);
      const isOwn = metric !== "" && !(isBare(metric) && previous !== undefined);
      const indicator = metric === "" ? previous?.indicator : isOwn ? metric : nounOf(previous!.indicator) + metric;
      const fallback = indicator ?? trimIndicator(flow.waiting);
      if (fallback !== "") this.#tell(item, fallback, flow, "growth", growth.word, isOwn ? undefined : previous);
      return 0;
    }
    const comparison = readComparison(left.words, item.unit);
    if (comparison !== undefined) {
      const metric = trimIndicator(comparison.metric);
      const indicator =
        (metric === "" ? (previous?.indicator ?? trimIndicator(flow.waiting)) : metric) + comparison.words;
      this.#tell(item, indicator, flow, "comparison", undefined, metric === "" ? previous : undefined);
      return 0;
    }
    const lead = trimIndicator(left.words);
    if (/^占/.test(lead) && previous !== undefined) {
      this.#tell(
        item,
        `${nounOf(previous.indicator)}${lead.replace(/的$/, "")}${/比[重例]/.test(lead) ? "" : "比重"}`,
        flow,
        "share",
        undefined,
        previous,
      );
      return 0;
    }
    return this.#tellLevel(item, left, lead, right, flow, place);
  }

  #tellLevel(
    item: Item,
    left: Words,
    lead: string,
    right: string,
    flow: Flow,
    place: { cursor: number; isLast: boolean; isFirst: boolean; clause: Clause },
  ): number {
    const previous = flow.known.at(-1);
    const attribute = this.#attributeOfNamed(item, lead, place.clause.end);
    if (attribute !== undefined) {
      const year = this.#timeBefore(place.cursor, item.begin)?.year ?? null;
      this.#push(item, lead, attribute, year, "level", "attribute");
      return 0;
    }
    const counted = left.listed || wantsCounted(lead) || right.startsWith("的") ? readCounted(right) : undefined;
    if (counted !== undefined) {
      const verbs = lead.replace(/(?:累计)?[向与对为给由将把的等及和]+$/, "");
      const noun = counted.noun;
      const telling =
        counted.predicate !== "" && place.isLast && (verbs === "" || PIVOT.test(verbs)) && !COMPANION.test(verbs)
          ? counted.predicate
          : "";
      const shared = left.listed && GENERIC.test(noun) ? left.shared : "";
      const indicator = completeEllipsis(
        `${COMPANION.test(verbs) ? "" : verbs}${shared || noun}${telling}`,
        previous,
        item.unit,
        place.isFirst === false,
      );
      const isExisting = place.isFirst && verbs === "" && counted.predicate !== "" && !left.listed;
      this.#tell(item, indicator, flow, "counted", undefined, undefined, isExisting);
      return right.length - right.replace(/^的/, "").length + noun.length;
    }
    const isList = /^[、,;]/.test(this.#text.slice(place.cursor, place.cursor + 1)) || place.isFirst;
    let indicator = lead;
    if (indicator === "") {
      const predicate = right.replace(/^[,、;].*$/, "");
      const waiting = trimIndicator(flow.waiting);
      if (predicate !== "" && !/^[比较同]/.test(predicate)) indicator = predicate;
      else if (waiting !== "" && waiting.length <= 24 && previous === undefined) indicator = waiting;
      else if (previous !== undefined)
        indicator = /累计|总[数计]|合计/.test(left.words) ? `${nounOf(previous.indicator)}累计` : previous.indicator;
      else return 0;
    } else if (isBare(indicator) && previous !== undefined && previous.subject === flow.subject) {
      indicator = nounOf(previous.indicator) + indicator;
    } else if (/^累计/.test(indicator) && indicator.length === 2) {
      indicator = previous === undefined ? indicator : nounOf(previous.indicator) + indicator;
    } else {
      indicator = completeEllipsis(indicator, previous, item.unit, isList);
    }
    if (indicator === "" || !/[\u4e00-\u9fa5A-Za-z]/.test(indicator)) return 0;
    this.#tell(item, shorten(indicator), flow, "metric", undefined, undefined);
    return 0;
  }

  /** 总规模50亿元的科创母基金: an attribute of the named body behind it. */
  #attributeOfNamed(item: Item, lead: string, end: number): EntityIndex | undefined {
    if (!ATTRIBUTE.test(lead) || this.#text[item.tailEnd] !== "的") return undefined;
    const { subjects } = this.#setting;
    const mention = subjects.mentionsIn(item.tailEnd, end)[0];
    return mention !== undefined &&
      mention.begin - item.tailEnd <= 6 &&
      subjects.isBearer(mention.entity) &&
      !subjects.isRegion(mention.entity)
      ? mention.entity
      : undefined;
  }

  #tell(
    item: Item,
    metric: string,
    flow: Flow,
    rule: string,
    growthWord?: string,
    inherited?: Known,
    isExisting = false,
  ): void {
    const subject = inherited?.subject ?? flow.subject;
    const time = this.#timeOf(item);
    const isGoal = !isExisting && (time?.isGoal === true || inherited?.isGoal === true || this.#isGoal(flow, time));
    const own = time?.role === "dated" ? time.year : time?.role === "now" ? this.#setting.levelYear : undefined;
    const attribute =
      rule === "metric" && ATTRIBUTE.test(metric) && subject !== null && !this.#setting.subjects.isRegion(subject);
    const year =
      own !== undefined
        ? own
        : inherited !== undefined
          ? inherited.year
          : attribute
            ? null
            : this.#yearFor(flow, isGoal);
    const kind: ObservationKind =
      rule === "rank" && !isGoal ? "rank" : isGoal ? "target" : growthWord === undefined ? "level" : "growth";
    const suffix = growthWord !== undefined && isGoal ? growthWord : "";
    const indicator = `${metric}${suffix}`.replace(/[\s,;:。]/g, "");
    if (growthWord === undefined && rule !== "rank" && rule !== "share" && rule !== "comparison") {
      flow.known.push({ indicator, unit: item.unit, subject, year, isGoal });
    } else if (inherited === undefined) {
      flow.known.push({ indicator: metric, unit: "", subject, year, isGoal });
    }
    this.#push(item, indicator, subject, year, kind, rule);
  }

  #push(
    item: Item,
    indicator: string,
    subject: EntityIndex | null,
    year: number | null,
    kind: ObservationKind,
    rule: string,
  ): void {
    if (subject === null || indicator === "") return;
    const { begin, end, value, unit } = item;
    this.#told.push({ begin, end, value, unit, indicator, subject, year, kind, rule });
  }

  #know(indicator: string, item: Item, flow: Flow): Known {
    return {
      indicator,
      unit: item.unit,
      subject: flow.subject,
      year: this.#yearFor(flow, false),
      isGoal: this.#isGoal(flow),
    };
  }

  #isGoal(flow: Flow, time?: Time): boolean {
    const isPast =
      time?.role === "dated" &&
      time.year !== null &&
      this.#setting.documentYear !== null &&
      time.year < this.#setting.documentYear &&
      !time.isGoal;
    return flow.isGoal || (this.#setting.isPlan && !flow.hasReached && !isPast);
  }

  #yearFor(flow: Flow, isGoal: boolean): number | null {
    if (flow.year !== undefined) return flow.year;
    return isGoal ? this.#setting.goalYear : this.#setting.levelYear;
  }

  /** The last time in the clause of `item` before it. */
  #timeOf(item: Item): Time | undefined {
    let found: Time | undefined;
    for (const time of this.#times) {
      if (time.end > item.begin) break;
      if (time.role !== "aside" && !/[,;。:(]/.test(this.#text.slice(time.end, item.begin))) found = time;
    }
    return found;
  }

  #timeBefore(begin: number, end: number): Time | undefined {
    return this.#times.findLast((time) => time.begin >= begin && time.end <= end && time.role === "dated");
  }

  /** A time at the beginning of a clause holds for the clauses behind it. */
  #readLeadTime(clause: Clause, flow: Flow, topic: Span | undefined): void {
    const time = this.#times.find((t) => t.begin >= clause.begin && t.begin < clause.end && t.role !== "aside");
    if (time === undefined) return;
    const before = trimLead(this.#wordsBetween(clause.begin, time.begin, topic === undefined ? [] : [topic]).words);
    if (before !== "" && findGoal(before) !== 0) return;
    flow.year = time.role === "now" ? this.#setting.levelYear : time.year;
    if (time.isGoal) flow.isGoal = true;
    if (clause.begin === this.#span.begin && time.role === "dated") this.#leadYear = time.year;
  }

  #skipTimes(at: number): number {
    const time = this.#times.find((t) => t.begin <= at && at < t.end);
    return time === undefined ? at : time.end;
  }

  /** The words between two places without times, names of subjects and lists of names. */
  #wordsBetween(begin: number, end: number, omitted: readonly Span[]): Words {
    const from = Math.max(begin, end - MAX_LEFT * 3);
    const list = this.#listIn(from, end);
    const spans = [...omitted, ...(list === undefined ? [] : [list.span])];
    let words = "";
    for (let i = from; i < end;) {
      const span = spans.find((s) => s.begin <= i && i < s.end);
      if (span === undefined) words += this.#text[i++];
      else i = span.end;
    }
    return {
      words: words
        .replace(/\(以下[^()]*\)|\s/g, "")
        .replace(/^[,、;:]+|[,;:]+$/g, "")
        .slice(-MAX_LEFT),
      listed: list?.isBeforeFigure === true,
      shared: list?.shared ?? "",
    };
  }

  /** 引进A大学研究院、B研究院等…: the list of names, up to and with 等. */
  #listIn(begin: number, end: number): { span: Span; isBeforeFigure: boolean; shared: string } | undefined {
    const text = this.#text.slice(begin, end);
    const etc = findEtc(text);
    const mentions = this.#setting.subjects.mentionsIn(begin, end);
    if (etc === -1) {
      const last = mentions.at(-1);
      if (last === undefined || last.end !== end || mentions.length < 2) return undefined;
      const first = mentions.find((m, i) =>
        mentions.slice(i + 1).every((n, k) => this.#text.slice(mentions[i + k]!.end, n.begin) === "、"),
      );
      if (first === undefined || first === last) return undefined;
      const names = mentions.slice(mentions.indexOf(first)).map((m) => this.#text.slice(m.begin, m.end));
      return { span: { begin: first.begin, end }, isBeforeFigure: true, shared: sharedEnd(names) };
    }
    const etcEnd = begin + etc + 1;
    const listed = mentions.filter((m) => m.end <= etcEnd);
    const isBeforeFigure = trimIndicator(text.slice(etc + 1)) === "";
    const head = text.slice(0, etc);
    const first = listed[0]?.begin ?? begin + head.indexOf(trimLead(head)) + leadingVerbs(trimLead(head)).length;
    const isMany = head.includes("、") || listed.length > 1;
    if (!isBeforeFigure && (!isMany || (listed.length === 0 && etcEnd - first <= 20))) return undefined;
    return { span: { begin: Math.min(first, etcEnd), end: etcEnd }, isBeforeFigure, shared: "" };
  }
}

interface Words {
  readonly words: string;
  /** A list of names stands right before the figure: A、B等4家. */
  readonly listed: boolean;
  /** What the names of that list have in common at their end. */
  readonly shared: string;
}

const PIVOT = /(?:促进|推动|支持|帮助|带动|助力|引导|组织|吸引|邀请|派驻|选派|安排|助推|推荐|有|汇聚|集聚)$/;
const COMPANION = /^(?:会同|联合|携手|协同|依托)$/;
const GENERIC = /^(?:单位|机构|平台|地方?|个|项目|企业)$/;
const ATTRIBUTE = /(?:规模|总投资|投资(?:总额|额)|面积|占地|注册资[本金]|总额)$/;

/** 对…给予最高100万元奖励: a rule, no figure of anybody. */
function isRuleOfSupport(words: string): boolean {
  return (
    /给予|予以|处以?罚款|不得|应当/.test(words) &&
    /[元%]/.test(words) &&
    /奖|补|资助|支持|扶持|罚|最高|不超过|每/.test(words)
  );
}

function findEtc(text: string): number {
  for (let i = text.length - 1; i > 0; i--) {
    if (
      text[i] === "等" &&
      !/[高同平均中初对一二三四特上优劣甲乙不]/.test(text[i - 1]!) &&
      !/[级待于候额奖比同]/.test(text[i + 1] ?? "")
    )
      return i;
  }
  return -1;
}

function sharedEnd(names: readonly string[]): string {
  const [first = "", ...rest] = names;
  let length = 0;
  while (length < first.length && rest.every((name) => name.at(-1 - length) === first.at(-1 - length))) length++;
  return length >= 2 ? first.slice(-length) : "";
}

/** 组建体系化、任务型的创新联合体 → 组建创新联合体: what describes at length goes, short heads keep it. */
function shorten(indicator: string): string {
  const at = indicator.lastIndexOf("的");
  if (at === -1) return indicator;
  const head = indicator.slice(at + 1);
  return head.length >= 5 ? leadingVerbs(indicator) + head : indicator;
}

function sameMeasure(a: string, b: string): boolean {
  return a === b || (isMeasureOfAmount(a) && isMeasureOfAmount(b)) || a.at(-1) === b.at(-1);
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.begin >= outer.begin && inner.end <= outer.end;
}
