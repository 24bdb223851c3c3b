/** Tells figures in a row: as many metrics, places or years as figures (A、B分别达1亿元和2亿元). */
import type { EntityIndex } from "../../extraction.ts";
import { alignMetrics } from "./coordination.ts";
import { knowMetric } from "./flow.ts";
import type { Flow, Known, Setting } from "./flow.ts";
import { readComparison, readGrowth } from "./growth.ts";
import { joinMetric, nounOf, trimIndicator } from "./indicator.ts";
import type { Item } from "./item.ts";
import type { Left } from "./left-words.ts";
import { measureOf } from "./places.ts";
import type { Recorder } from "./recorder.ts";
import { readShareOfEach } from "./share.ts";
import type { Time } from "./time.ts";

export class RunTeller {
  readonly #recorder: Recorder;
  readonly #setting: Setting;
  readonly #text: string;
  readonly #times: readonly Time[];

  constructor(recorder: Recorder, setting: Setting, times: readonly Time[]) {
    this.#recorder = recorder;
    this.#setting = setting;
    this.#text = setting.text;
    this.#times = times;
  }

  /** Several figures in a row, each with its own metric or subject. Takes nothing of what follows. */
  tell(run: readonly Item[], given: Left, flow: Flow, cursor: number): number {
    const count = run.length;
    const [first] = run as [Item, ...Item[]];
    const left = { ...given, words: given.words.replace(/依次(?=[为是达完实]|$)/, "分别") };
    const growth = first.rank === null ? readGrowth(left.words, first.unit) : undefined;
    const growths = run.map((item, i) =>
      i === 0 || growth === undefined
        ? growth
        : (readGrowth(this.#text.slice(run[i - 1]!.tailEnd + 1, item.begin), item.unit, true) ?? growth),
    );
    const rule = first.rank !== null ? "rank" : growth === undefined ? "respective" : "growth";
    const words = trimIndicator(growth?.metric ?? left.words).replace(/^分别?(?:完成|实现)?$/, "");
    const subjects = this.#subjectsBefore(cursor, first.begin, count);
    if (subjects !== undefined) {
      const metric = trimIndicator(
        growth === undefined ? subjects.words : (readGrowth(subjects.words, first.unit)?.metric ?? ""),
      );
      run.forEach((item, i) =>
        this.#recorder.tell(item, metric, { ...flow, subject: subjects.bearers[i]! }, rule, { growth: growths[i] }),
      );
      return 0;
    }
    const shares = first.unit === "%" ? readShareOfEach(words) : undefined;
    const wholes = shares === undefined ? [] : flow.known.filter(({ unit }) => unit !== "%").slice(-count);
    if (shares !== undefined && wholes.length === count) {
      run.forEach((item, i) =>
        this.#recorder.tell(item, nounOf(wholes[i]!.indicator) + shares.words, flow, "share", {
          inherited: wholes[i]!,
        }),
      );
      return 0;
    }
    const compared = growth === undefined && first.rank === null ? readComparison(words, first.unit) : undefined;
    const beside = compared === undefined ? undefined : alignMetrics(withoutApart(compared.metric), count);
    if (compared !== undefined && beside !== undefined) {
      run.forEach((item, i) => this.#recorder.tell(item, beside[i]! + compared.words, flow, "comparison", {}));
      return 0;
    }
    if (growth === undefined && first.rank === null && /(?:由|从)的?$/.test(words))
      return this.#tellOrigins(run, words, flow, cursor);
    const shared = /^(.*)分别(.{0,4})$/.exec(words);
    const list = shared === null ? words : shared[1]!;
    const verb = shared?.[2] ?? "";
    if (words === "" && this.#tellOfBearers(run, flow, rule)) return 0;
    const own =
      (isSharedOut(words) ? undefined : alignMetrics(list, count)?.map((metric) => verb + metric)) ??
      (words === "" ? alignMetrics(trimIndicator(flow.waiting).replace(DOES_WELL, ""), count) : undefined);
    if (own === undefined && words === "" && this.#tellBounded(run, flow, rule)) return 0;
    const years = this.#yearsBefore(first.begin, count);
    if (own === undefined && years !== undefined && words !== "") {
      run.forEach((item, i) => this.#recorder.push(item, words, flow.subject, years[i]!, "level", rule));
      flow.known.push({ ...knowMetric(words, first.unit, flow, this.#setting), year: years.at(-1)! });
      return 0;
    }
    const isOfRecent = words === "" || isOfRun(words, run, flow.known) || isShareOfEach(list, run, flow.known);
    const recent = isOfRecent ? flow.known.slice(-count) : [];
    if (own !== undefined) {
      const whole = this.#wholeOfShares(cursor, first, own, flow);
      run.forEach((item, i) => this.#recorder.tell(item, shareOf(own[i]!, whole), flow, rule, { growth }));
    } else if (recent.length === count) {
      run.forEach((item, i) =>
        this.#recorder.tell(
          item,
          words === "" ? recent[i]!.indicator : joinMetric(recent[i]!.indicator, list === "" ? words : list),
          flow,
          rule,
          { growth: growths[i], inherited: recent[i]!, timeFrom: flow.change === undefined ? undefined : cursor },
        ),
      );
    } else if (first.rank === null) {
      // As many metrics as figures cannot be told: the first figure alone is sure.
      const known = flow.known.at(-1);
      const metric = words === "" ? known?.indicator : words;
      if (metric !== undefined)
        this.#recorder.tell(first, metric, flow, rule, { growth, inherited: words === "" ? known : undefined });
    }
    return 0;
  }

  /** A、B分别从771家、481家|增加到1076家、636家: where they came from, told only where its year is. */
  #tellOrigins(run: readonly Item[], words: string, flow: Flow, cursor: number): number {
    const metrics = alignMetrics(trimIndicator(words.replace(/分?别?(?:由|从)的?$/, "")), run.length);
    if (metrics === undefined) return 0;
    const time = this.#times.findLast(
      ({ begin, end, role, year }) => begin >= cursor && end <= run[0]!.begin && role === "dated" && year !== null,
    );
    const { levelYear } = this.#setting;
    run.forEach((item, i) => {
      if (time?.year != null) this.#recorder.push(item, metrics[i]!, flow.subject, time.year, "level", "origin");
      flow.known.push({ ...knowMetric(metrics[i]!, item.unit, flow, this.#setting), year: levelYear });
    });
    flow.change = { from: time?.year ?? levelYear ?? 0, to: levelYear ?? undefined };
    return 0;
  }

  /** 规上工业总产值926亿元,|其中A、B占比分别为36.2%、21.5%: of what. */
  #wholeOfShares(cursor: number, first: Item, metrics: readonly string[], flow: Flow): Known | undefined {
    if (first.unit !== "%" || !metrics.every((metric) => metric.endsWith("占比"))) return undefined;
    if (!/^[,、;]?其中/.test(this.#text.slice(cursor, first.begin))) return undefined;
    return flow.known.findLast(({ unit }) => !/[%‰点]$/.test(unit));
  }

  /** 甲区、乙区总收入突破千亿元,|分别完成1126亿元、1038.5亿元: whose each is stands before what was announced. */
  #tellOfBearers(run: readonly Item[], flow: Flow, rule: "rank" | "growth" | "respective"): boolean {
    const bound = flow.known.at(-1);
    const last = this.#recorder.told.at(-1);
    if (bound === undefined || last === undefined || measureOf(bound.unit) !== measureOf(run[0]!.unit)) return false;
    if (!/(?:突破|超过?|均达|跨过|迈上|[跨迈]越)了?$/.test(this.#text.slice(last.begin - 4, last.begin))) return false;
    const { subjects } = this.#setting;
    const bearers = subjects
      .mentionsIn(Math.max(0, last.begin - MAX_TO_BEARERS), last.begin)
      .filter(({ entity }) => subjects.isBearer(entity))
      .slice(-run.length);
    const isRow = bearers.every(
      ({ begin }, i) => i === 0 || /^[、和与及]$/.test(this.#text.slice(bearers[i - 1]!.end, begin)),
    );
    if (bearers.length !== run.length || !isRow) return false;
    if (/[,;。]/.test(this.#text.slice(bearers.at(-1)!.end, last.begin))) return false;
    this.#recorder.dropLast(bound.indicator, bound.unit);
    run.forEach((item, i) =>
      this.#recorder.tell(item, bound.indicator, { ...flow, subject: bearers[i]!.entity }, rule, {}),
    );
    return true;
  }

  /** A、B经费均超过40亿元,|分别为46.8亿元、71.5亿元: the bound only announced them. */
  #tellBounded(run: readonly Item[], flow: Flow, rule: "rank" | "growth" | "respective"): boolean {
    const bound = flow.known.at(-1);
    const last = this.#recorder.told.at(-1);
    if (bound === undefined || last === undefined || measureOf(bound.unit) !== measureOf(run[0]!.unit)) return false;
    if (!/均(?:已|达|超过?|突破|高于|不低于|在)*$/.test(this.#text.slice(Math.max(0, last.begin - 6), last.begin)))
      return false;
    const metrics = alignMetrics(bound.indicator.replace(/均$/, ""), run.length);
    if (metrics === undefined) return false;
    this.#recorder.dropLast(bound.indicator, bound.unit);
    run.forEach((item, i) => this.#recorder.tell(item, metrics[i]!, flow, rule, {}));
    return true;
  }

  /** 2021年、2022年和2023年,…分别为: as many years as figures. */
  #yearsBefore(end: number, count: number): (number | null)[] | undefined {
    const dated = this.#times.filter((time) => time.end <= end && time.role === "dated");
    // 2021-2023年,…依次为865家、1042家、1317家.
    const last = dated.at(-1);
    const range = last === undefined ? null : YEAR_RANGE.exec(this.#text.slice(last.begin, last.end));
    if (range !== null && Number(range[2]) - Number(range[1]) + 1 === count)
      return Array.from({ length: count }, (_, i) => Number(range[1]) + i);
    const times = dated.slice(-count);
    const isList = times.every(
      (time, i) => i === 0 || /^[、和与及]$/.test(this.#text.slice(times[i - 1]!.end, time.begin)),
    );
    return times.length === count && isList ? times.map(({ year }) => year) : undefined;
  }

  /** 城东县、城西县分别…: as many subjects as figures, and the words behind them. */
  #subjectsBefore(begin: number, end: number, count: number): { bearers: EntityIndex[]; words: string } | undefined {
    const words = this.#text.slice(begin, end);
    // 绩效评价分|列全省第2、第9: the verb of a rank may share out too.
    const at = words.endsWith("分") ? words.length - 1 : words.indexOf("分别");
    if (at === -1) return undefined;
    const { subjects } = this.#setting;
    const bearers = subjects.mentionsIn(begin, begin + at).filter(({ entity }) => subjects.isBearer(entity));
    if (bearers.length !== count) return undefined;
    return {
      bearers: bearers.map(({ entity }) => entity),
      words: this.#text.slice(bearers.at(-1)!.end, end).replace(/分$/, ""),
    };
  }
}

const MAX_TO_BEARERS = 60;
const YEAR_RANGE = /(20\d{2})年?(?:度)?[-—–~至到]{1,2}(20\d{2})/;

/** 甲业、乙业和丙业产值|靠前. */
const DOES_WELL =
  /(?:靠前|居前|领先|较[快好高]|快速增长|增长较?快|增势[\u4e00-\u9fa5]{2}|表现[\u4e00-\u9fa5]{2}|突出|良好|平稳|明显)$/;

function shareOf(metric: string, whole: Known | undefined): string {
  return whole === undefined ? metric : `${metric.slice(0, -1)}${nounOf(whole.indicator)}比重`;
}

/** 投资、消费增速分别|快于全国. */
function withoutApart(metrics: string): string {
  return metrics.replace(/(?:分别|均|都)$/, "");
}

/** 永兴镇、洗马镇分别建成…: what stands before 分别 shares the figures out, it is not measured. */
function isSharedOut(words: string): boolean {
  const at = words.indexOf("分别");
  return at > 0 && at + 4 < words.length;
}

/** 甲、乙两市产值增幅分别为9%、12%,|占工业的比重分别为52%、49%: the shares of the same places in turn. */
function isShareOfEach(words: string, run: readonly Item[], known: readonly Known[]): boolean {
  const recent = known.slice(-run.length);
  const whose = new Set(recent.map(({ subject }) => subject));
  return /^占[^、]{2,16}比[重例]$/.test(words) && whose.size === run.length && !whose.has(null);
}

/** 团队6个、人才15人,总数分别达38个和126人: what they measure was told with the same units before. */
function isOfRun(words: string, run: readonly Item[], known: readonly Known[]): boolean {
  const recent = known.slice(-run.length);
  const bare = words.replace(/分别.{0,2}$/, "");
  return (
    /^(?:总[数量额]|累计|数量|规模|总计)$/.test(bare) &&
    recent.length === run.length &&
    run.every(({ unit }, i) => unit === recent[i]!.unit)
  );
}
