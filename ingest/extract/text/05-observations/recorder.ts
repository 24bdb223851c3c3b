/** Records figures: settles for each whose it is, of which year, and whether it is a level, growth, a rank or a goal. */
import type { ObservationKind } from "../../../../server/contract/index.ts";
import type { EntityIndex } from "../../extraction.ts";
import type { Span } from "../01-clean/edits.ts";
import { isGoalIn } from "./flow.ts";
import type { Flow, Known, Setting, Told } from "./flow.ts";
import type { Growth } from "./growth.ts";
import { attributeOf } from "./indicator.ts";
import type { Item } from "./item.ts";
import type { ObservationRuleId } from "./rules.ts";
import type { Time } from "./time.ts";
import { reject } from "../trace.ts";

export interface Telling {
  readonly growth?: Growth | undefined;
  /** The figure is about a metric told before, with its subject and year. */
  readonly inherited?: Known | undefined;
  /** Told as being there, in a plan too: 4个省级高新区持续升位. */
  readonly isExisting?: boolean;
  /** Times before it date another figure. */
  readonly timeFrom?: number | undefined;
  /** A size that is reached (扩大至50亿元) rather than given. */
  readonly isGrown?: boolean;
  /** Of what year it is where no time before it says. */
  readonly usualYear?: number | undefined;
}

/** What only a place has, whatever body the clause before named. */
const OF_A_PLACE =
  /^(?:全社会|地区生产总值|人均(?:地区)?生产总值|(?:地方)?一般公共预算|城镇(?:新增|居民|调查|登记)|农村居民|居民人均|常住人口|社会消费品零售|规模以上工业增加值|规上工业增加值|全员劳动生产率|财政科技|每万人|万人(?:有效|高价值)?发明专利|固定资产投资|实际[使利]用外资)/;

/** A bank opens, |新增上市公司6家: firms are counted of a place, not of a firm. */
const OF_NO_FIRM =
  /^(?:全年|累计)?(?:(?:新增|净增)(?:境内外?)?上市(?:公司|企业)|(?:新增|净增|新认定|新培育|新备案)?(?:国家级?|省级)?(?:高新技术企业|科技型(?:中小)?企业|规上(?:工业)?企业|瞪羚企业|独角兽企业|专精特新|经营主体|市场主体)|(?:新增|净增|新认定|新培育)[^,]*(?:智能工厂|标杆企业|灯塔工厂))/;

const WITHIN_YEARS =
  /(?:力争|计划|将|争取|未来|今后|用)[^,;。:]{0,6}[一二两三四五六\d]年(?:内|时间|左右)[^;。:]{0,40}$/;

export class Recorder {
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

  tell(item: Item, metric: string, flow: Flow, rule: ObservationRuleId, by: Telling): void {
    const { inherited, growth } = by;
    const subject = inherited === undefined ? flow.subject : inherited.subject;
    const time = this.timeOf(item, by.timeFrom ?? this.#span.begin);
    const said = time === undefined ? undefined : time.role === "now" ? this.#setting.levelYear : time.year;
    const silent = by.usualYear ?? (inherited !== undefined ? inherited.year : flow.year);
    const year = said !== undefined ? said : silent;
    const isOfBody = subject !== null && !this.#setting.subjects.isRegion(subject);
    const isSize = rule === "metric" && by.isGrown !== true && isOfBody && attributeOf(metric) === metric;
    const isGoal =
      !(by.isExisting === true && !flow.isGoal) &&
      !isSize &&
      (time?.isGoal === true || (inherited === undefined ? isGoalIn(flow, this.#setting, year) : inherited.isGoal));
    // 力争三年内突破技术20项: nobody says from when on.
    const isWithin = isGoal && time === undefined && WITHIN_YEARS.test(this.#text.slice(this.#span.begin, item.begin));
    const usual = isWithin ? null : isGoal ? this.#setting.goalYear : this.#setting.levelYear;
    const dated = isSize ? (time?.role === "dated" ? said! : null) : year === undefined ? usual : year;
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
    if (growth === undefined) this.push(item, name, subject, dated, kind, rule);
    // 增长 belongs to the name of a goal; what fell grew by less than nothing.
    else if (isGoal) this.push(item, name + growth.word, subject, dated, kind, rule);
    else this.push(growth.isFall ? { ...item, value: -item.value } : item, name, subject, dated, kind, rule);
  }

  push(
    item: Item,
    indicator: string,
    subject: EntityIndex | null,
    year: number | null,
    kind: ObservationKind,
    rule: ObservationRuleId,
  ): void {
    if (subject === null || !/[\p{L}]/u.test(indicator)) {
      const why = subject === null ? "nothing tells whose figure it is" : "no metric stands beside it";
      reject(() => ({ kind: "observation", rule, why, begin: item.begin, end: item.end }));
      return;
    }
    const { subjects } = this.#setting;
    const isElsewhere =
      (OF_A_PLACE.test(indicator) && !subjects.isPlace(subject)) ||
      (OF_NO_FIRM.test(indicator) && subjects.isFirm(subject));
    if (isElsewhere) subject = subjects.own;
    if (subject === null) return;
    const { begin, end, value, unit } = item;
    // 排名由89位升至14位: a place, though it is written as a count.
    const isPlace = kind === "level" && unit === "位" && /(?:排名|位次|名次|排位)$/.test(indicator);
    this.told.push({ begin, end, value, unit, indicator, subject, year, kind: isPlace ? "rank" : kind, rule });
  }

  /** Takes back the last figure where it is of this metric. */
  dropLast(indicator: string, unit: string): void {
    const last = this.told.at(-1);
    if (last?.indicator === indicator && last.unit === unit) this.told.pop();
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
  timeOf(item: Item, from: number): Time | undefined {
    return this.#times.findLast(
      ({ begin, end, role }) =>
        begin >= from && end <= item.begin && role !== "aside" && !/[,;。:()]/.test(this.#text.slice(end, item.begin)),
    );
  }
}
