/** Growth and comparison: 同比增长7.2%, 增幅高达25.7%, 高出全省20个百分点. */
import { stripEnd } from "./indicator.ts";

const RISES =
  "多增|增长率|增长|增幅|增速|提高|提升|上升|上涨|上浮|扩大|回升|递增|增加|跃升|前进|前移|进位|上移|晋升|攀升|翻番|净增长|净增";
const FALLS = "少增|下降率|下降|降低|降幅|减少|回落|缩小|下滑|收窄|缩短|压减|减幅|后退|下跌";
const VERB = new RegExp(`(?:${RISES}|${FALLS})(?:率|幅度)?$|(?<=同比|环比|比上年|[微略])[增升降减]$`);
const APPROXIMATION = /(?:了|约|近|超过?|高达|达到?|为|逾|:|以上|分别)$/;
/** What growth is measured against, or how: taken off the end one by one. */
const BASE =
  /(?:同比|环比|[一二两三四五六\d]年(?:平均)?|年均|月均|年平均|平均|复合|名义|实际|分别|均|累计|再|又|可比口径|同口径|同比口径|按可比价格?(?:计算)?|按不变价格?(?:计算)?|逆势|净|大幅|小幅|微|略|持续|总体|整体)$/;
/** Not the 比 of 占比, 比重 and 之比, which measure. */
const COMPARED_WITH = /(?:(?<![占之对同环配性])比(?![重例率值])|[较与])[^,;、。比较与]{0,10}$/;
/** 连续三年实现|翻番. */
const DOUBLES = /(?:实现|力争|将|要|[再又]|已|接?近|连续[一二两三四五\d]年|[一二两三四五\d]年(?:内|间)?|整整)$/;
const FELL = new RegExp(`^(?:${FALLS}|[降减]$)`);
/** 高出全省平均20个百分点. */
const COMPARISON =
  /(?:超(?=全?[国省市县区].{0,4}(?:平均|均值|水平))|(?<!不)高于|(?<!不)低于|高出|领先于?|落后于?|快于|慢于|多于|少于|优于|超出|超过|(?<!占|对|同|环|相|无|之|可)[比较](?![重例率])[^,;、。比较]{1,14}[高低快慢多少])[^,;、。]{0,14}$/;

const MAX_COMPARISON = 36;

export interface Growth {
  /** What grows, as far as it stands in the same words; may be empty. */
  readonly metric: string;
  /** 同比增长: for goals it belongs to the indicator. */
  readonly word: string;
  readonly isFall: boolean;
}

const GROWTH_UNIT = /^(?:%|‰|个百分点|百分点|倍|位|个?位次|名次|名)$/;
const MOVES = /提升|上升|前进|前移|进位|跃升|上移|晋升|下降|后退/;
const COMPARED = /同比|环比|比|较|净/;

/**
 * Reads words that end with growth, before a figure in `unit`; undefined where they tell a level.
 * After a growth told in percent (`hasGrown`) 增加407.7万人 is the same growth in people.
 */
export function readGrowth(words: string, unit: string, hasGrown = false, isDoubled = false): Growth | undefined {
  if (isDoubled) {
    const metric = stripEnd(stripEnd(stripEnd(words, DOUBLES, 12), BASE, 12), COMPARED_WITH, 12);
    return { metric, word: `${words.slice(metric.length).replace(/(?:实现|力争|将)+$/, "")}翻番`, isFall: false };
  }
  // 高于全省平均增速|6.2个百分点 compares.
  if (/(?:[高低快慢多少优]于|高出)[^,;、。]{1,12}(?:增[速幅]|增长率)$/.test(words)) return undefined;
  const text = stripEnd(words, APPROXIMATION, 8);
  const verb = VERB.exec(text.slice(-8))?.[0];
  if (verb === undefined) return undefined;
  const rest = text.slice(0, text.length - verb.length);
  // 分别比上年: words of manner stand on both sides of what is compared with.
  const metric = stripEnd(stripEnd(stripEnd(rest, BASE, 12), COMPARED_WITH, 12), BASE, 12);
  const base = rest.slice(metric.length);
  if (!GROWTH_UNIT.test(unit) && !COMPARED.test(base) && !(hasGrown && metric === "")) return undefined;
  if ((unit === "名" || unit === "位") && !MOVES.test(verb)) return undefined;
  return { metric, word: base.replace(/^(?:分别|均|又|再)+|^[比较与]$/g, "") + verb, isFall: FELL.test(verb) };
}

export interface Comparison {
  readonly metric: string;
  /** 高出全省平均. */
  readonly words: string;
}

/** 超过省定目标|1.3件: measured against what was set or is usual, in any unit. */
const AGAINST_GOAL =
  /(?:超(?=全?[国省市县区].{0,4}(?:平均|均值|水平))|高于|低于|高出|超出|超过|多于|少于)[^,;、。]{0,8}(?:目标|平均(?:水平|值|数)?|任务|计划数?|预期)$/;
const COMPARISON_UNIT = /^(?:%|个百分点|百分点|位|个?位次)$/;

export function readComparison(words: string, unit: string): Comparison | undefined {
  if (!COMPARISON_UNIT.test(unit) && !AGAINST_GOAL.test(words)) return undefined;
  const text = stripEnd(words, /[了约近超]$/, 1);
  const from = Math.max(0, text.length - MAX_COMPARISON);
  const match = COMPARISON.exec(text.slice(from));
  if (match === null || (/^超[过出]/.test(match[0]) && unit === "%")) return undefined;
  return { metric: text.slice(0, from + match.index), words: match[0] };
}
