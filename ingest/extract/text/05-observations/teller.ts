/**
 * Tells figures: decides for each what kind of figure the words before it make it,
 * and hands it to what tells that kind.
 */
import type { Span } from "../01-clean/edits.ts";
import { readCounted } from "./counted.ts";
import { knowMetric } from "./flow.ts";
import type { Flow, Known, Setting, Told } from "./flow.ts";
import { readComparison, readGrowth } from "./growth.ts";
import type { Comparison, Growth } from "./growth.ts";
import { joinMetric, leansOn, nounOf, trimIndicator } from "./indicator.ts";
import type { Item } from "./item.ts";
import type { Left } from "./left-words.ts";
import { measureOf, wholeOf } from "./places.ts";
import type { Field } from "./rank.ts";
import { Recorder } from "./recorder.ts";
import { readShare, restatesGoal } from "./share.ts";
import { LevelTeller } from "./tell-level.ts";
import type { Place } from "./tell-level.ts";
import { PlaceTeller } from "./tell-places.ts";
import { RankTeller } from "./tell-rank.ts";
import { RunTeller } from "./tell-run.ts";
import type { Time } from "./time.ts";

export class Teller {
  readonly #recorder: Recorder;
  readonly #setting: Setting;
  readonly #text: string;
  readonly #runs: RunTeller;
  readonly #ranks: RankTeller;
  readonly #places: PlaceTeller;
  readonly #levels: LevelTeller;

  constructor(span: Span, setting: Setting, times: readonly Time[], fields: readonly Field[]) {
    this.#recorder = new Recorder(span, setting, times);
    this.#setting = setting;
    this.#text = setting.text;
    this.#runs = new RunTeller(this.#recorder, setting, times);
    this.#ranks = new RankTeller(this.#recorder, setting, fields);
    this.#places = new PlaceTeller(span, this.#recorder, setting);
    this.#levels = new LevelTeller(this.#recorder, setting, times);
  }

  get told(): readonly Told[] {
    return this.#recorder.told;
  }

  /** Returns how many characters behind the figures belong to them. */
  tellRun(run: readonly Item[], left: Left, flow: Flow, cursor: number): number {
    return this.#runs.tell(run, left, flow, cursor);
  }

  /** 荆州区|(71个): says whether the figure in brackets was one of a name. */
  tellBeside(item: Item, at: number, flow: Flow): boolean {
    return this.#places.tellBeside(item, at, flow);
  }

  /** Returns how many characters behind the figure belong to it. */
  tellOne(item: Item, left: Left, flow: Flow, place: Place): number {
    // 增幅不低于10%: a bound set in a plan is a goal.
    const isBound = !flow.isGoal && this.#setting.isPlanned && /不(?:低于|少于)$/.test(left.words);
    if (!isBound) return this.#tell(item, left, flow, place);
    const { year } = flow;
    [flow.isGoal, flow.year] = [true, undefined];
    const taken = this.#tell(item, left, flow, place);
    [flow.isGoal, flow.year] = [false, year];
    return taken;
  }

  #tell(item: Item, left: Left, flow: Flow, place: Place): number {
    const previous = flow.known.at(-1);
    if (item.rank !== null) {
      if (!this.#ranks.tellOfEach(item, left.words, flow)) this.#ranks.tell(item, left, flow, previous);
      return 0;
    }
    if (/(?:由|从)(?:[^,]{0,10}的)?$/.test(left.words)) {
      this.#levels.tellOrigin(item, left, flow, place);
      return 0;
    }
    if (this.#levels.isOriginToo(item, left, flow, place)) {
      this.#levels.tellOrigin(item, left, flow, place);
      return 0;
    }
    if (AVERAGE.test(left.words)) return 0;
    if (this.#places.tellForEach(item, place.cursor, flow)) return 0;
    const right = this.#text.slice(item.tailEnd, place.rightEnd);
    const bearer = readCounted(right) === undefined ? this.#places.bearerAlone(item, place.cursor) : undefined;
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
    if (item.unit === "倍" && this.#tellMultiple(item, place.cursor, flow, previous)) return 0;
    const before = this.#recorder.told.findLast(({ kind }) => kind !== "rank");
    const hasGrown = before?.kind === "growth" && before.unit === "%";
    // 高新技术企业达到537家,三年净增283家: of what was counted before.
    const isOfSame =
      previous?.unit === item.unit && previous.subject === flow.subject && readCounted(right) === undefined;
    const isDoubled = this.#text[item.begin] === "翻";
    const growth = readGrowth(left.words, item.unit, hasGrown || isOfSame, isDoubled);
    const comparison = readComparison(left.words, item.unit);
    if (growth !== undefined) this.#tellGrowth(item, growth, flow, previous);
    else if (comparison !== undefined) this.#tellComparison(item, comparison, flow, previous);
    else if (!isToldAgain(item, left.words, previous) && !this.#tellShare(item, left.words, flow, previous))
      return this.#levels.tell(item, left, trimIndicator(left.words), flow, place);
    return 0;
  }

  /** 是2020年的4.2倍: how many times as much, of the metric before or in the same words. */
  #tellMultiple(item: Item, cursor: number, flow: Flow, previous: Known | undefined): boolean {
    const words = this.#text.slice(Math.max(cursor, item.begin - MAX_MULTIPLE), item.begin);
    const match = /^([^,;。]*?)((?:是|为|相当于)[^,;。]{1,20}的)(?:近|约|超过?)?$/.exec(
      words.replace(/^[,、;\s]+/, ""),
    );
    if (match === null) return false;
    const own = trimIndicator(match[1]!);
    // 强度最高的甲县是最低的乙县的7.6倍 tells of neither.
    if (/最[高低大小多少]/.test(own)) return true;
    const metric = own === "" ? (previous?.indicator ?? trimIndicator(flow.waiting)) : own;
    if (metric === "") return false;
    const inherited = own === "" ? previous : undefined;
    this.#recorder.tell(item, `${metric}${match[2]!}倍数`, flow, "comparison", { inherited });
    return true;
  }

  #tellGrowth(item: Item, growth: Growth, flow: Flow, told: Known | undefined): void {
    const metric = trimIndicator(growth.metric);
    const last = metric === "" ? grownBefore(flow.known, item.unit) : told;
    const previous = last ?? (metric === "" && flow.waiting === "" ? this.#setting.paragraphKnown : undefined);
    const leans = previous !== undefined && (metric === "" || leansOn(metric, previous.indicator));
    let indicator = metric;
    // 投入研发经费769亿元,比上年增加69亿元: the funds grew.
    const grown = previous?.indicator.replace(/^共?投入(?![力强])(?=.{3})/, "") ?? "";
    if (leans) indicator = metric === "" ? grown : joinMetric(previous.indicator, metric);
    else if (metric === "") indicator = trimIndicator(flow.waiting);
    if (indicator === "") return;
    this.#recorder.tell(item, indicator, flow, "growth", { growth, inherited: leans ? previous : undefined });
  }

  #tellComparison(item: Item, { metric, words }: Comparison, flow: Flow, previous: Known | undefined): void {
    const last = this.#recorder.told.findLast(({ kind }) => kind === "growth");
    const named = trimIndicator(metric);
    // 工业增加值增长6.3%,|增速比全省平均水平快: its own growth.
    const own = /^(?:增[速幅]|增长率|降幅)$/.test(named) && last !== undefined ? last.indicator + named : named;
    // 同比增长19.5%,高于全省平均增速6.2个百分点: of what grew.
    const grown = /增[速幅长]/.test(words) ? last : undefined;
    const indicator = own !== "" ? own : (grown?.indicator ?? previous?.indicator ?? trimIndicator(flow.waiting));
    // 低于沈阳0.76个百分点、|低于哈尔滨0.14个百分点.
    if (own !== "") flow.known.push(knowMetric(own, item.unit, flow, this.#setting));
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

/** 全省平均36.1%: a figure of others. */
const MAX_MULTIPLE = 60;

const AVERAGE = /^而?全[国省市区](?:的)?平均(?:水平|值|数)?[为是:]?$/;

/** 占比2.05%,首次突破2% and 是全省平均水平的2.7倍 say again, in other words, what was said. */
function isToldAgain(item: Item, words: string, previous: Known | undefined): boolean {
  if (item.unit === "倍") return /(?:是|为|相当于)[^,]*的?$/.test(words);
  if (previous?.unit !== item.unit || !/首次|成功/.test(words) || trimIndicator(words) !== "") return false;
  return (previous.value ?? 0) >= item.value;
}
