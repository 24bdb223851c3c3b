/** Tells ranks: what is ranked, from the words before it, the metrics told, or the list that it is a place on. */
import { alignMetrics } from "./coordination.ts";
import type { Flow, Known, Setting } from "./flow.ts";
import { isBare, joinMetric, leansOn, trimIndicator } from "./indicator.ts";
import type { Item } from "./item.ts";
import type { Left } from "./left-words.ts";
import { topicOfClause } from "./level.ts";
import { measureOf } from "./places.ts";
import type { Field } from "./rank.ts";
import type { Recorder } from "./recorder.ts";
import { leadingVerbs } from "./verbs.ts";
import { everyMatch } from "../matches.ts";

export class RankTeller {
  readonly #recorder: Recorder;
  readonly #text: string;

  readonly #fields: readonly Field[];

  constructor(recorder: Recorder, setting: Setting, fields: readonly Field[]) {
    this.#fields = fields;
    this.#recorder = recorder;
    this.#text = setting.text;
  }

  /** A、B均居全省首位, or A达8个、B达9个,|均居全省首位: each has the rank; a bound (均居前三位) gives none. */
  tellOfEach(item: Item, words: string, flow: Flow): boolean {
    const listed = /^(.*?)(?:均|都|双双)(?:继续|连续多年|稳)?$/.exec(words)?.[1];
    if (listed === undefined || this.#text.slice(item.begin, item.end).includes("前")) return false;
    const metrics = trimIndicator(listed);
    if (metrics !== "" && !isBare(metrics)) {
      const names = alignMetrics(metrics, metrics.split(/[、和与及]/).length) ?? [];
      for (const name of names) this.#recorder.tell(item, ofKnown(name, flow), flow, "rank", {});
      return names.length > 1;
    }
    const recent = metricsInRow(flow).filter(({ subject }) => subject === flow.subject);
    for (const known of recent.length > 1 ? recent : [])
      this.#recorder.tell(item, known.indicator, flow, "rank", { inherited: known });
    return recent.length > 1;
  }

  tell(item: Item, left: Left, flow: Flow, previous: Known | undefined): void {
    const among = /在([^在,]*)[中内里]$/.exec(left.words);
    const named = trimIndicator(among === null ? left.words : left.words.slice(0, among.index)).replace(
      /(?:(?:总量|总数|总额)?(?:也|仍|均|继续|稳|历史性|首次)?|[由从](?:全[国省市球]|世界)?的?第?\d{1,4}[位名]?)$/,
      "",
    );
    // 国家高新区(共178家)中|位列第84位: the field is left of what was omitted before it.
    const isField = among === null && /[区市县城院校园业]中$/.test(named.replace(/\([^()]*\)/g, ""));
    // 争取|进入全国50强: a verb is nothing that is ranked.
    const words =
      leadingVerbs(named) === named ? "" : isField ? `${named.replace(/\([^()]*\)/g, "").slice(0, -1)}排名` : named;
    const inherited = previous !== undefined && previous.subject === flow.subject ? ranked(previous, flow) : undefined;
    const waiting = DISCOURSE.test(flow.waiting) ? "" : trimIndicator(flow.waiting);
    let indicator = among === null ? "" : among[1]!;
    const field = this.#fields.findLast(({ end }) => end <= item.begin && item.begin - end <= MAX_TO_FIELD)?.noun ?? "";
    // 在178家国家高新区综合评价中|列第47位, and behind such an evaluation 在13家省级高新区中|列第5位.
    if (EVALUATION.test(field)) return this.#recorder.tell(item, field, flow, "rank", {});
    if (words === "" && inherited !== undefined && field !== "" && EVALUATION.test(inherited.indicator)) {
      const indicator = field + EVALUATION.exec(inherited.indicator)![0];
      flow.known.push({ ...inherited, indicator });
      return this.#recorder.tell(item, indicator, flow, "rank", { inherited });
    }
    // 力争进入国家级经开区前35位: a place among its like, whatever was told before.
    const entered = this.#enteredAmong(item);
    if (words === "" && entered !== undefined && !METRIC_BEFORE_RANK.test(previous?.indicator ?? waiting))
      return this.#recorder.tell(item, `${entered}排名`, flow, "rank", {});
    if (words !== "" && inherited !== undefined && leansOn(words, inherited.indicator))
      indicator = joinMetric(inherited.indicator, words);
    else if (words !== "") indicator = item.rank!.isRanking && !words.endsWith("排名") ? `${words}排名` : words;
    else if (METRIC_BEFORE_RANK.test(topicOfClause(waiting))) indicator = topicOfClause(waiting);
    else if (inherited !== undefined) ({ indicator } = inherited);
    else if (among === null && waiting !== "" && waiting.length <= 20) indicator = waiting;
    if (indicator === "") indicator = `${this.#listingBefore(item.begin) ?? item.rank!.scope}排名`;
    this.#recorder.tell(item, indicator, flow, "rank", { inherited: words === "" ? inherited : undefined });
  }

  #enteredAmong({ begin, end, rank }: Item): string | undefined {
    if (!/^(?:进入|跻身|迈入|挺进|挤进|冲进|闯入)/.test(this.#text.slice(begin, end))) return undefined;
    return /[\u4e00-\u9fa5]{0,8}(?:高新区|经开区|开发区|园区|城市)$/.exec(rank!.scope)?.[0];
  }

  /** …百强榜: the last list that was named before. */
  #listingBefore(at: number): string | undefined {
    const from = Math.max(0, at - MAX_TO_LISTING);
    return [...everyMatch(this.#text.slice(from, at), LISTING)]
      .map(([, name]) => name!)
      .findLast((name) => !/[此该本这]榜/.test(name));
  }
}

/** 产值2750亿元,占全国的20%,居全国首位: it is the output that ranks, not its share of the country. */
function ranked(previous: Known, { known }: Flow): Known {
  if (!/占全[国省市球]/.test(previous.indicator)) return previous;
  return known.findLast(({ unit, subject }) => !/[%‰点]$/.test(unit) && subject === previous.subject) ?? previous;
}

/** 增速及占比均列第2: of what was told before. */
function ofKnown(name: string, { known }: Flow): string {
  if (!isBare(name)) return name;
  const share = name === "占比" ? known.findLast(({ indicator }) => /占.*比重?$/.test(indicator)) : undefined;
  if (share !== undefined) return share.indicator;
  const whole = known.findLast(({ unit }) => !/[%‰点]$/.test(unit));
  return whole === undefined ? name : joinMetric(whole.indicator, name);
}

/** The metrics of the last clause, else those before it that are counted alike. */
function metricsInRow({ known, clauseFrom }: Flow): readonly Known[] {
  const ofClause = known.slice(clauseFrom);
  if (ofClause.length > 1) return ofClause;
  let from = known.length;
  while (from > 0 && measureOf(known[from - 1]!.unit) === measureOf(known.at(-1)!.unit)) from--;
  return known.slice(from);
}

/** 综合评价位次实现进位,|跃居全省前40位: what the clause before was about. */
const METRIC_BEFORE_RANK = /(?:位次|排名|指数|得分|评价|考核|强度|总量|占比|比重|水平|能力|实力|[额率])$/;

const EVALUATION = /(?:评价|评估|考核|排名|测评)$/;
const MAX_TO_FIELD = 10;

const MAX_TO_LISTING = 200;

const LISTING =
  /(?:^|[了《“度年\d,。;:、入进\s])((?:(?![了年度入获])[\u4e00-\u9fa5]){2,20}?(?:百强榜|排行榜|榜单|排名榜|百强(?!县|区|市|企|榜|名)|评价报告|指数报告|竞争力榜))/g;

/** 值得一提的是,…: introduces what follows, measures nothing. */
const DISCOURSE = /^(?:值得(?:一提|注意|关注|肯定)|据[了统介]|数据显示|可以说|更为?可喜|其中|由此|与此同时)/;
