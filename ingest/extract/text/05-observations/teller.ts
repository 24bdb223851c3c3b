/**
 * Tells figures: decides for each what it measures, of whom, when and in which
 * sense, from the words on both sides and from what the flow carries.
 */
import type { ObservationKind } from "../../../../server/contract/index.ts";
import type { EntityIndex } from "../../extraction.ts";
import type { Span } from "../01-clean/edits.ts";
import { alignMetrics } from "./coordination.ts";
import { isGoalIn, knowMetric } from "./flow.ts";
import type { Flow, Known, Setting, Told } from "./flow.ts";
import { readComparison, readGrowth } from "./growth.ts";
import type { Growth } from "./growth.ts";
import { attributeOf, joinMetric, leansOn, nounOf, trimIndicator } from "./indicator.ts";
import type { Item } from "./item.ts";
import { withoutBodies } from "./left-words.ts";
import type { Left } from "./left-words.ts";
import { composeLevel } from "./level.ts";
import type { ObservationRuleId } from "./rules.ts";
import type { Time } from "./time.ts";

/** Where a figure stands in its clause. */
export interface Place {
  readonly cursor: number;
  readonly rightEnd: number;
  readonly next: Item | undefined;
  readonly isFirst: boolean;
  readonly clauseEnd: number;
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

export class Teller {
  readonly told: Told[] = [];
  readonly #span: Span;
  readonly #setting: Setting;
  readonly #text: string;
  readonly #times: readonly Time[];

  constructor(span: Span, setting: Setting, times: readonly Time[]) {
    this.#span = span;
    this.#setting = setting;
    this.#text = setting.text;
    this.#times = times;
  }

  /** Several figures in a row, each with its own metric or subject. Takes nothing of what follows. */
  tellRun(run: readonly Item[], left: Left, flow: Flow, cursor: number): number {
    const count = run.length;
    const [first] = run as [Item, ...Item[]];
    const growth = first.rank === null ? readGrowth(left.words, first.unit) : undefined;
    const rule = first.rank !== null ? "rank" : growth === undefined ? "respective" : "growth";
    const words = trimIndicator(growth?.metric ?? left.words);
    const subjects = this.#subjectsBefore(cursor, first.begin, count);
    if (subjects !== undefined) {
      const metric = trimIndicator(
        growth === undefined ? subjects.words : (readGrowth(subjects.words, first.unit)?.metric ?? ""),
      );
      run.forEach((item, i) => this.#tell(item, metric, { ...flow, subject: subjects.bearers[i]! }, rule, { growth }));
      return 0;
    }
    const shared = /^(.*)分别(.{0,4})$/.exec(words);
    const list = shared === null ? words : shared[1]!;
    const verb = shared?.[2] ?? "";
    const own =
      (isSharedOut(words) ? undefined : alignMetrics(list, count)?.map((metric) => verb + metric)) ??
      (words === "" ? alignMetrics(trimIndicator(flow.waiting), count) : undefined);
    const years = this.#yearsBefore(first.begin, count);
    if (own === undefined && years !== undefined && words !== "") {
      run.forEach((item, i) => this.#push(item, words, flow.subject, years[i]!, "level", rule));
      return 0;
    }
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

  /** 2021年、2022年和2023年,…分别为: as many years as figures. */
  #yearsBefore(end: number, count: number): (number | null)[] | undefined {
    const times = this.#times.filter((time) => time.end <= end && time.role === "dated").slice(-count);
    const isList = times.every(
      (time, i) => i === 0 || /^[、和与及]$/.test(this.#text.slice(times[i - 1]!.end, time.begin)),
    );
    return times.length === count && isList ? times.map(({ year }) => year) : undefined;
  }

  /** 城东县、城西县分别…: as many subjects as figures, and the words behind them. */
  #subjectsBefore(begin: number, end: number, count: number): { bearers: EntityIndex[]; words: string } | undefined {
    const at = this.#text.slice(begin, end).indexOf("分别");
    if (at === -1) return undefined;
    const { subjects } = this.#setting;
    const bearers = subjects.mentionsIn(begin, begin + at).filter(({ entity }) => subjects.isBearer(entity));
    if (bearers.length !== count) return undefined;
    return { bearers: bearers.map(({ entity }) => entity), words: this.#text.slice(bearers.at(-1)!.end, end) };
  }

  /** Returns how many characters behind the figure belong to it. */
  tellOne(item: Item, left: Left, flow: Flow, place: Place): number {
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
      const isOwn = metric !== "" && !(previous !== undefined && leansOn(metric, previous.indicator));
      const indicator = isOwn
        ? metric
        : previous === undefined
          ? trimIndicator(flow.waiting)
          : metric === ""
            ? previous.indicator
            : joinMetric(previous.indicator, metric);
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
    // 是全省平均水平的2.7倍: told already, in other words.
    if (item.unit === "倍" && /(?:是|为|相当于)[^,]*的?$/.test(left.words)) return 0;
    // 占比2.05%,首次突破2%: told already.
    if (
      lead === "" &&
      previous !== undefined &&
      previous.unit === item.unit &&
      /首次|成功/.test(left.words) &&
      (previous.value ?? 0) >= item.value
    )
      return 0;
    const ratio = /^与([^,]{2,14}之比)/.exec(left.words)?.[0];
    if (ratio !== undefined && previous !== undefined) {
      this.#tell(item, previous.indicator + ratio, flow, "share", { inherited: previous });
      return 0;
    }
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
    if (words !== "" && inherited !== undefined && leansOn(words, inherited.indicator))
      indicator = joinMetric(inherited.indicator, words);
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
    flow.known.push(knowMetric(indicator, item.unit, flow, this.#setting));
    if (time?.year != null) this.#push(item, indicator, flow.subject, time.year, "level", "origin");
  }

  #tellLevel(item: Item, left: Left, lead: string, flow: Flow, place: Place): number {
    const previous = flow.known.at(-1);
    const { rightEnd, next, isFirst, clauseEnd } = place;
    const body = this.#bodyBehind(item, clauseEnd);
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
      behind: next === undefined ? "" : this.#text.slice(next.tailEnd, clauseEnd),
      unit: item.unit,
      isListed: left.isListed,
      sharedEnd: left.sharedEnd,
      isFirst,
      isLast: next === undefined,
      isOfBody: flow.subject !== null && !this.#setting.subjects.isRegion(flow.subject),
      isPart: /^[,、;]?其中/.test(this.#text.slice(place.cursor, item.begin)),
      previous: previous?.subject === flow.subject ? previous : undefined,
      waiting: flow.waiting,
    });
    if (level === undefined) return 0;
    const predicate =
      level.predicateAt === -1
        ? ""
        : trimIndicator(withoutBodies(this.#text, item.tailEnd + level.predicateAt, rightEnd, this.#setting.subjects));
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

  #tell(item: Item, metric: string, flow: Flow, rule: ObservationRuleId, by: Telling): void {
    const { inherited, growth } = by;
    const subject = inherited === undefined ? flow.subject : inherited.subject;
    const time = this.#timeOf(item, by.timeFrom ?? this.#span.begin);
    const said = time === undefined ? undefined : time.role === "now" ? this.#setting.levelYear : time.year;
    const year = said !== undefined ? said : inherited !== undefined ? inherited.year : flow.year;
    const isOfBody = subject !== null && !this.#setting.subjects.isRegion(subject);
    const isSize = rule === "metric" && isOfBody && attributeOf(metric) === metric;
    const isGoal =
      !(by.isExisting === true && !flow.isGoal) &&
      !isSize &&
      (time?.isGoal === true || (inherited === undefined ? isGoalIn(flow, this.#setting, year) : inherited.isGoal));
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
    const isMetric = (inherited === undefined && rule !== "comparison") || rule === "share";
    if (isMetric)
      flow.known.push({ indicator: name, unit: item.unit, value: item.value, subject, year: dated, isGoal });
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
    rule: ObservationRuleId,
  ): void {
    if (subject === null || !/[\p{L}]/u.test(indicator)) return;
    const { begin, end, value, unit } = item;
    this.told.push({ begin, end, value, unit, indicator, subject, year, kind, rule });
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

  /** The last time before `item` in its clause. */
  #timeOf(item: Item, from: number): Time | undefined {
    return this.#times.findLast(
      ({ begin, end, role }) =>
        begin >= from && end <= item.begin && role !== "aside" && !/[,;。:()]/.test(this.#text.slice(end, item.begin)),
    );
  }
}

/** 永兴镇、洗马镇分别建成…: what stands before 分别 shares the figures out, it is not measured. */
function isSharedOut(words: string): boolean {
  const at = words.indexOf("分别");
  return at > 0 && at + 4 < words.length;
}
