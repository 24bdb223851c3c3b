/**
 * Tells figures: decides for each what it measures, from the words on both sides
 * and from what the flow carries.
 */
import type { EntityIndex } from "../../extraction.ts";
import type { Span } from "../01-clean/edits.ts";
import { alignMetrics } from "./coordination.ts";
import { readCounted } from "./counted.ts";
import { knowMetric } from "./flow.ts";
import type { Flow, Known, Setting, Told } from "./flow.ts";
import { readComparison, readGrowth } from "./growth.ts";
import type { Comparison, Growth } from "./growth.ts";
import { attributeOf, isBare, joinMetric, leansByName, leansOn, nounOf, trimIndicator } from "./indicator.ts";
import type { Item } from "./item.ts";
import { withoutBodies } from "./left-words.ts";
import type { Left } from "./left-words.ts";
import { composeLevel, topicOfClause } from "./level.ts";
import { measureOf, sizeOf, wholeOf } from "./places.ts";
import { Recorder } from "./recorder.ts";
import { readShare, readShareOfEach, restatesGoal } from "./share.ts";
import type { Time } from "./time.ts";

/** Where a figure stands in its clause. */
export interface Place {
  readonly cursor: number;
  readonly rightEnd: number;
  readonly next: Item | undefined;
  readonly isFirst: boolean;
  readonly clauseEnd: number;
}

export class Teller {
  readonly #span: Span;
  readonly #recorder: Recorder;
  readonly #setting: Setting;
  readonly #text: string;
  readonly #times: readonly Time[];

  constructor(span: Span, setting: Setting, times: readonly Time[]) {
    this.#span = span;
    this.#recorder = new Recorder(span, setting, times);
    this.#setting = setting;
    this.#text = setting.text;
    this.#times = times;
  }

  get told(): readonly Told[] {
    return this.#recorder.told;
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
      run.forEach((item, i) =>
        this.#recorder.tell(item, metric, { ...flow, subject: subjects.bearers[i]! }, rule, { growth }),
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
    const shared = /^(.*)分别(.{0,4})$/.exec(words);
    const list = shared === null ? words : shared[1]!;
    const verb = shared?.[2] ?? "";
    const own =
      (isSharedOut(words) ? undefined : alignMetrics(list, count)?.map((metric) => verb + metric)) ??
      (words === "" ? alignMetrics(trimIndicator(flow.waiting), count) : undefined);
    if (own === undefined && words === "" && this.#tellBounded(run, flow, rule)) return 0;
    const years = this.#yearsBefore(first.begin, count);
    if (own === undefined && years !== undefined && words !== "") {
      run.forEach((item, i) => this.#recorder.push(item, words, flow.subject, years[i]!, "level", rule));
      flow.known.push({ ...knowMetric(words, first.unit, flow, this.#setting), year: years.at(-1)! });
      return 0;
    }
    const recent = words === "" || isOfRun(words, run, flow.known) ? flow.known.slice(-count) : [];
    if (own !== undefined) {
      const whole = this.#wholeOfShares(cursor, first, own, flow);
      run.forEach((item, i) => this.#recorder.tell(item, shareOf(own[i]!, whole), flow, rule, { growth }));
    } else if (recent.length === count) {
      run.forEach((item, i) =>
        this.#recorder.tell(
          item,
          words === "" ? recent[i]!.indicator : joinMetric(recent[i]!.indicator, words),
          flow,
          rule,
          { growth, inherited: recent[i]! },
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

  /** 规上工业总产值926亿元,|其中A、B占比分别为36.2%、21.5%: of what. */
  #wholeOfShares(cursor: number, first: Item, metrics: readonly string[], flow: Flow): Known | undefined {
    if (first.unit !== "%" || !metrics.every((metric) => metric.endsWith("占比"))) return undefined;
    if (!/^[,、;]?其中/.test(this.#text.slice(cursor, first.begin))) return undefined;
    return flow.known.findLast(({ unit }) => !/[%‰点]$/.test(unit));
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
      if (!this.#tellRankOfEach(item, left.words, flow)) this.#tellRank(item, left, flow, previous);
      return 0;
    }
    if (/(?:由|从)(?:[^,]{0,10}的)?$/.test(left.words)) {
      this.#tellOrigin(item, left, flow, place);
      return 0;
    }
    if (this.#isOriginToo(item, left, flow, place)) {
      this.#tellOrigin(item, left, flow, place);
      return 0;
    }
    if (AVERAGE.test(left.words)) return 0;
    if (this.#tellForEach(item, place, flow)) return 0;
    const right = this.#text.slice(item.tailEnd, place.rightEnd);
    const bearer = readCounted(right) === undefined ? this.#bearerAlone(item, place.cursor) : undefined;
    const whole = bearer === undefined ? undefined : wholeOf(item, flow, this.#setting);
    if (bearer !== undefined && whole !== undefined) {
      this.#recorder.tell(item, whole.indicator, flow, "metric", { inherited: { ...whole, subject: bearer } });
      return 0;
    }
    // 全省3万家,其中我市420家.
    if (
      previous !== undefined &&
      previous.subject !== flow.subject &&
      /^[,、;]?其中(?:全|我|本)[市县区省]$/.test(this.#text.slice(place.cursor, item.begin)) &&
      measureOf(previous.unit) === measureOf(item.unit)
    ) {
      this.#recorder.tell(item, previous.indicator, flow, "metric", {
        inherited: { ...previous, subject: flow.subject },
      });
      return 0;
    }
    const before = this.#recorder.told.findLast(({ kind }) => kind !== "rank");
    const hasGrown = before?.kind === "growth" && before.unit === "%";
    const growth = readGrowth(left.words, item.unit, hasGrown);
    const comparison = readComparison(left.words, item.unit);
    if (growth !== undefined) this.#tellGrowth(item, growth, flow, previous);
    else if (comparison !== undefined) this.#tellComparison(item, comparison, flow, previous);
    else if (!isToldAgain(item, left.words, previous) && !this.#tellShare(item, left.words, flow, previous))
      return this.#tellLevel(item, left, trimIndicator(left.words), flow, place);
    return 0;
  }

  /** 城东县、城西县各建设人才社区1个, 城东县、城西县各1名: the same for each of them. */
  #tellForEach(item: Item, { cursor }: Place, flow: Flow): boolean {
    const { subjects } = this.#setting;
    const at = this.#text.slice(cursor, item.begin).indexOf("各");
    if (at === -1) return false;
    const bearers = subjects.mentionsIn(cursor, cursor + at).filter(({ entity }) => subjects.isBearer(entity));
    if (bearers.length < 2 || bearers.at(-1)!.end !== cursor + at) return false;
    const metric = trimIndicator(this.#text.slice(cursor + at + 1, item.begin));
    const whole = metric === "" ? wholeOf(item, flow, this.#setting) : undefined;
    if (metric === "" && whole === undefined) return false;
    for (const { entity } of bearers) {
      if (whole === undefined) this.#recorder.tell(item, metric, { ...flow, subject: entity }, "respective", {});
      else this.#recorder.tell(item, whole.indicator, flow, "metric", { inherited: { ...whole, subject: entity } });
    }
    return true;
  }

  /** 荆州区|(71个): a figure in brackets right behind a name, of what was told as a whole. */
  tellBeside(item: Item, at: number, flow: Flow): boolean {
    const { subjects } = this.#setting;
    const mention = subjects.mentionsIn(Math.max(this.#span.begin, at - MAX_NAME), at).at(-1);
    if (mention === undefined || mention.end !== at || !subjects.isBearer(mention.entity)) return false;
    const whole = wholeOf(item, flow, this.#setting);
    if (whole === undefined) return false;
    this.#recorder.tell(item, whole.indicator, flow, "metric", { inherited: { ...whole, subject: mention.entity } });
    return true;
  }

  /** 其中城东县9家、|城西县8家: nothing but a name before the figure. */
  #bearerAlone(item: Item, cursor: number): EntityIndex | undefined {
    const { subjects } = this.#setting;
    const mention = subjects.mentionsIn(cursor, item.begin).at(-1);
    if (mention === undefined || !subjects.isBearer(mention.entity)) return undefined;
    const isAlone =
      /^[、,;:(]?(?:其中|和|及|与|以及)?[,:]?$/.test(this.#text.slice(cursor, mention.begin)) &&
      /^[有为达:]?$/.test(this.#text.slice(mention.end, item.begin));
    return isAlone ? mention.entity : undefined;
  }

  #tellGrowth(item: Item, growth: Growth, flow: Flow, told: Known | undefined): void {
    const metric = trimIndicator(growth.metric);
    const last = metric === "" ? grownBefore(flow.known, item.unit) : told;
    const previous = last ?? (metric === "" && flow.waiting === "" ? this.#setting.paragraphKnown : undefined);
    const leans = previous !== undefined && (metric === "" || leansOn(metric, previous.indicator));
    let indicator = metric;
    if (leans) indicator = metric === "" ? previous.indicator : joinMetric(previous.indicator, metric);
    else if (metric === "") indicator = trimIndicator(flow.waiting);
    if (indicator === "") return;
    this.#recorder.tell(item, indicator, flow, "growth", { growth, inherited: leans ? previous : undefined });
  }

  #tellComparison(item: Item, { metric, words }: Comparison, flow: Flow, previous: Known | undefined): void {
    const own = trimIndicator(metric);
    // 同比增长19.5%,高于全省平均增速6.2个百分点: of what grew.
    const grown = /增[速幅长]/.test(words) ? this.#recorder.told.findLast(({ kind }) => kind === "growth") : undefined;
    const indicator = own !== "" ? own : (grown?.indicator ?? previous?.indicator ?? trimIndicator(flow.waiting));
    this.#recorder.tell(item, indicator + words, flow, "comparison", { inherited: own === "" ? previous : undefined });
  }

  /** 占全省的38%, 完成年度任务的124%: says whether it was one. */
  #tellShare(item: Item, words: string, flow: Flow, previous: Known | undefined): boolean {
    if (item.unit !== "%") return restatesGoal(words);
    const share = readShare(words);
    if (share === undefined || (previous === undefined && share.rule === "share" && flow.waiting === "")) return false;
    const metric = previous?.indicator ?? trimIndicator(flow.waiting);
    if (metric === "") return false;
    this.#recorder.tell(item, nounOf(metric) + share.words, flow, share.rule, { inherited: previous });
    return true;
  }

  /** A、B均居全省首位, or A达8个、B达9个,|均居全省首位: each has the rank; a bound (均居前三位) gives none. */
  #tellRankOfEach(item: Item, words: string, flow: Flow): boolean {
    const listed = /^(.*?)(?:均|都|双双)(?:继续|连续多年|稳)?$/.exec(words)?.[1];
    if (listed === undefined || this.#text.slice(item.begin, item.end).includes("前")) return false;
    const metrics = trimIndicator(listed);
    if (metrics !== "" && !isBare(metrics)) {
      const names = alignMetrics(metrics, metrics.split(/[、和与]/).length) ?? [];
      for (const name of names) this.#recorder.tell(item, name, flow, "rank", {});
      return names.length > 1;
    }
    const recent = metricsInRow(flow).filter(({ subject }) => subject === flow.subject);
    for (const known of recent.length > 1 ? recent : [])
      this.#recorder.tell(item, known.indicator, flow, "rank", { inherited: known });
    return recent.length > 1;
  }

  #tellRank(item: Item, left: Left, flow: Flow, previous: Known | undefined): void {
    const among = /在([^在,]*)[中内里]$/.exec(left.words);
    const words = trimIndicator(among === null ? left.words : left.words.slice(0, among.index)).replace(
      /(?:(?:总量|总数|总额)?(?:也|仍|均|继续|稳|历史性|首次)?|[由从](?:全[国省市球]|世界)?的?第?\d{1,4}[位名]?)$/,
      "",
    );
    const inherited = previous !== undefined && previous.subject === flow.subject ? previous : undefined;
    const waiting = DISCOURSE.test(flow.waiting) ? "" : trimIndicator(flow.waiting);
    let indicator = among === null ? "" : among[1]!;
    if (words !== "" && inherited !== undefined && leansOn(words, inherited.indicator))
      indicator = joinMetric(inherited.indicator, words);
    else if (words !== "") indicator = item.rank!.isRanking ? `${words}排名` : words;
    else if (METRIC_BEFORE_RANK.test(topicOfClause(waiting))) indicator = topicOfClause(waiting);
    else if (inherited !== undefined) ({ indicator } = inherited);
    else if (among === null && waiting !== "" && waiting.length <= 20) indicator = waiting;
    if (indicator === "") indicator = `${this.#listingBefore(item.begin) ?? item.rank!.scope}排名`;
    this.#recorder.tell(item, indicator, flow, "rank", { inherited: words === "" ? inherited : undefined });
  }

  /** …百强榜: the last list that was named before. */
  #listingBefore(at: number): string | undefined {
    const from = Math.max(0, at - MAX_TO_LISTING);
    return [...this.#text.slice(from, at).matchAll(LISTING)]
      .map(([, name]) => name!)
      .findLast((name) => !/[此该本这]榜/.test(name));
  }

  /** 由2015年的1130家增加到2520家: where it came from, told only where its year is. */
  #tellOrigin(item: Item, left: Left, flow: Flow, { cursor }: Place): void {
    const words = trimIndicator(left.words.replace(/(?:由|从)[^由从]*$/, "")).replace(/的$/, "");
    const indicator = words === "" ? (flow.known.at(-1)?.indicator ?? topicOfClause(flow.waiting)) : words;
    if (indicator === "") return;
    const time = this.#times.findLast(
      ({ begin, end, role, year }) => begin >= cursor && end <= item.begin && (role === "dated" || year !== null),
    );
    flow.known.push(knowMetric(indicator, item.unit, flow, this.#setting));
    if (time?.year != null) flow.change = { from: time.year, to: undefined };
    const year = time?.year ?? flow.change?.from;
    if (year != null) this.#recorder.push(item, indicator, flow.subject, year, "level", "origin");
  }

  /** 由2021年的38.6%、|2022年的43.9%|提高到47.2%. */
  #isOriginToo(item: Item, left: Left, flow: Flow, { cursor }: Place): boolean {
    const last = this.#recorder.told.at(-1);
    return (
      last?.rule === "origin" &&
      last.unit === item.unit &&
      flow.change !== undefined &&
      /^的?$/.test(left.words) &&
      this.#text[cursor] === "、" &&
      this.#recorder.timeOf(item, cursor)?.year != null
    );
  }

  #tellLevel(item: Item, left: Left, lead: string, flow: Flow, place: Place): number {
    const previous =
      lead.length > 2
        ? (flow.known.findLast(({ indicator }) => leansByName(lead, indicator)) ?? flow.known.at(-1))
        : flow.known.at(-1);
    const { rightEnd, next, isFirst, clauseEnd } = place;
    const body = this.#bodyBehind(item, clauseEnd);
    const attribute = body === undefined ? undefined : attributeOf(lead);
    if (body !== undefined && attribute !== undefined) {
      this.#recorder.push(
        item,
        attribute,
        body,
        this.#recorder.timeOf(item, place.cursor)?.year ?? null,
        "level",
        "attribute",
      );
      flow.founded = body;
      return 0;
    }
    const isPart = /^[,、;]?其中/.test(this.#text.slice(place.cursor, item.begin));
    const whole = isPart && previous?.unit === "%" && item.unit !== "%" ? notShare(flow.known) : previous;
    const level = composeLevel({
      lead,
      raw: left.words,
      right: withoutNextMetric(this.#text.slice(item.tailEnd, rightEnd), next),
      behind: next === undefined ? "" : this.#text.slice(next.tailEnd, clauseEnd),
      unit: item.unit,
      isListed: left.isListed,
      sharedEnd: left.sharedEnd,
      isFirst,
      isLast: next === undefined,
      isOfBody: flow.subject !== null && !this.#setting.subjects.isRegion(flow.subject),
      isPart,
      previous: isPart || whole?.subject === flow.subject ? whole : undefined,
      waiting: flow.waiting,
    });
    if (level === undefined) return 0;
    const predicate =
      level.predicateAt === -1
        ? ""
        : trimIndicator(withoutBodies(this.#text, item.tailEnd + level.predicateAt, rightEnd, this.#setting.subjects));
    if (lead === "" && this.#isAnnounced(item, left.words, previous))
      this.#recorder.dropLast(previous!.indicator, previous!.unit);
    const isOrigin = this.#followsOrigin(item, place.cursor, flow);
    const reached = isOrigin ? this.#recorder.timeOf(item, place.cursor)?.year : undefined;
    if (reached != null && flow.change !== undefined) flow.change = { from: flow.change.from, to: reached };
    this.#recorder.tell(item, level.indicator + predicate, flow, level.rule, {
      isExisting: level.isExisting,
      timeFrom: isOrigin ? place.cursor : undefined,
      usualYear: isOrigin ? flow.change?.to : undefined,
      isGrown: /(?:扩大|增加|提高|提升|增)[至到]/.test(left.words),
    });
    return level.taken;
  }

  /** 首次突破300亿元大关,达到312.6亿元: the bound announced the figure. */
  #isAnnounced(item: Item, words: string, previous: Known | undefined): boolean {
    const bound = this.#recorder.told.at(-1);
    if (bound === undefined || previous === undefined || !isPassed(previous, item)) return false;
    return (
      /^达到?/.test(words) &&
      /(?:[突打冲][破到]|超过?|[迈跨登站跃]上|[迈跨越]过|跻身)了?$/.test(
        this.#text.slice(Math.max(0, bound.begin - 4), bound.begin),
      ) &&
      /^[^,、(]{0,4}[,、]达到?$/.test(this.#text.slice(bound.end, item.begin))
    );
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
}

/**
 * What grew, where the words do not say: a share grows by points, so what grows by
 * percent was told in another unit where the clauses before hold one.
 */
function grownBefore(known: readonly Known[], unit: string): Known | undefined {
  const last = known.at(-1);
  if (unit !== "%" || last === undefined || !/[%‰]$/.test(last.unit)) return last;
  return known.findLast((one) => !/[%‰点]$/.test(one.unit) && one.subject === last.subject) ?? last;
}

/** 137项成果获奖,占授奖总数的52.3%,|其中一等奖21项: a part of what was counted, not of the share. */
function notShare(known: readonly Known[]): Known | undefined {
  return known.findLast(({ unit }) => !/[%‰点]$/.test(unit)) ?? known.at(-1);
}

/** The metrics of the last clause, else those before it that are counted alike. */
function metricsInRow({ known, clauseFrom }: Flow): readonly Known[] {
  const ofClause = known.slice(clauseFrom);
  if (ofClause.length > 1) return ofClause;
  let from = known.length;
  while (from > 0 && measureOf(known[from - 1]!.unit) === measureOf(known.at(-1)!.unit)) from--;
  return known.slice(from);
}

/** 15个|项目|合同总额2.37亿元: the metric of the amount behind is no part of what is counted. */
function withoutNextMetric(right: string, next: Item | undefined): string {
  if (next === undefined || !next.unit.endsWith("元")) return right;
  return right.replace(/(?<=^[\u4e00-\u9fa5]{2,8})(?:合同|协议|计划)?(?:总额|总投资|总金额|投资额|成交额)$/, "");
}

function shareOf(metric: string, whole: Known | undefined): string {
  return whole === undefined ? metric : `${metric.slice(0, -1)}${nounOf(whole.indicator)}比重`;
}

/** 突破6万亿元 is passed by 62661亿元, and 900家 by 912家. */
function isPassed(bound: Known, item: Item): boolean {
  if (bound.value === undefined || measureOf(bound.unit) !== measureOf(item.unit)) return false;
  return sizeOf(bound.value, bound.unit) < sizeOf(item.value, item.unit);
}

/** 投资、消费增速分别|快于全国. */
function withoutApart(metrics: string): string {
  return metrics.replace(/(?:分别|均|都)$/, "");
}

/** 全省平均36.1%: a figure of others. */
const AVERAGE = /^而?全[国省市区](?:的)?平均(?:水平|值|数)?[为是:]?$/;
/** 综合评价位次实现进位,|跃居全省前40位: what the clause before was about. */
const METRIC_BEFORE_RANK = /(?:位次|排名|指数|得分|评价|考核|强度|总量|占比|比重|水平|能力|实力|[额率])$/;
const MAX_NAME = 40;
const MAX_TO_LISTING = 200;
const LISTING =
  /(?:^|[了《“度年\d,。;:、入进\s])((?:(?![了年度入获])[\u4e00-\u9fa5]){2,20}?(?:百强榜|排行榜|榜单|排名榜|百强(?!县|区|市|企|榜|名)|评价报告|指数报告|竞争力榜))/g;
/** 值得一提的是,…: introduces what follows, measures nothing. */
const DISCOURSE = /^(?:值得(?:一提|注意|关注|肯定)|据[了统介]|数据显示|可以说|更为?可喜|其中|由此|与此同时)/;

/** 永兴镇、洗马镇分别建成…: what stands before 分别 shares the figures out, it is not measured. */
function isSharedOut(words: string): boolean {
  const at = words.indexOf("分别");
  return at > 0 && at + 4 < words.length;
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

/** 占比2.05%,首次突破2% and 是全省平均水平的2.7倍 say again, in other words, what was said. */
function isToldAgain(item: Item, words: string, previous: Known | undefined): boolean {
  if (item.unit === "倍") return /(?:是|为|相当于)[^,]*的?$/.test(words);
  if (previous?.unit !== item.unit || !/首次|成功/.test(words) || trimIndicator(words) !== "") return false;
  return (previous.value ?? 0) >= item.value;
}
