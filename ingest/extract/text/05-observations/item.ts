/** What can be told in a statement: its figures and ranks, in order. */
import type { Span } from "../01-clean/edits.ts";
import { findFigures } from "./figure.ts";
import { findRanks } from "./rank.ts";
import { isMeasureOfAmount } from "./unit.ts";

export interface Item extends Span {
  /** After 以上, 左右. */
  readonly tailEnd: number;
  readonly value: number;
  readonly unit: string;
  readonly bound: string;
  /** Ranks only. */
  readonly rank: { readonly scope: string; readonly isRanking: boolean } | null;
}

/** `names` are spans that no figure can stand in: times, mentions, quotations. */
export function findItems(text: string, { begin, end }: Span, names: readonly Span[], quoted: readonly Span[]): Item[] {
  const ranks = findRanks(text, begin, end).filter((rank) => !quoted.some((quote) => isWithin(rank, quote)));
  const opaque = [...names, ...quoted, ...ranks].sort((a, b) => a.begin - b.begin);
  let next = 0;
  let reach = begin;
  // Figures are asked for from left to right, so one pass over the spans is enough.
  const isOpaque = (at: number) => {
    while (next < opaque.length && opaque[next]!.begin <= at) reach = Math.max(reach, opaque[next++]!.end);
    return at < reach;
  };
  const figures = findFigures(text, begin, end, isOpaque);
  return [
    ...figures.map(({ begin, end, tailEnd, value, unit, bound }) => ({ begin, end, tailEnd, value, unit, bound, rank: null })),
    ...ranks.map(({ begin, end, value, unit, scope, isRanking }) => ({ begin, end, tailEnd: end, value, unit, bound: "", rank: { scope, isRanking } })),
  ].sort((a, b) => a.begin - b.begin); // prettier-ignore
}

/** The items from `from` on that stand in a row: 8.1%和11.6%, 第二和第四. */
export function runFrom(text: string, items: readonly Item[], from: number): Item[] {
  const run = [items[from]!];
  // 分别新增12个、56名、230家: told apart, so the units may differ.
  const isApart = text.slice(Math.max(0, run[0]!.begin - 8), run[0]!.begin).includes("分别");
  for (let i = from + 1; i < items.length; i++) {
    const before = items[i - 1]!;
    const item = items[i]!;
    const isSameSort =
      before.rank === null
        ? item.rank === null && (isApart || isSameMeasure(before.unit, item.unit))
        : // 居全省第5、全市第1 are two ranks of one metric.
          item.rank !== null && item.rank.scope === before.rank.scope;
    const between = text.slice(before.tailEnd, item.begin);
    if (
      !isSameSort ||
      !(/^(?:、|和|与|及|以及)(?:超过?|近|约)?$/.test(between) || (isApart && MOVES_TOO.test(between)))
    )
      break;
    run.push(item);
  }
  return run;
}

/** 分别增长11.9%|、下降|6.4%. */
const MOVES_TOO = /^[、和与及](?:增长|提高|提升|上升|增加|下降|降低|减少|回落|下滑)$/;

/** 营业收入2000万元以上的企业500家: an amount that describes what is counted behind it. */
export function describesNext(text: string, item: Item, next: Item | undefined, before: string): boolean {
  if (next === undefined || next.rank !== null || !isMeasureOfAmount(item.unit) || isMeasureOfAmount(next.unit))
    return false;
  const right = text.slice(item.tailEnd, next.begin);
  const noun = right.replace(/^[级的]+/, "").replace(/\([^()]{1,4}\)/g, "");
  if (noun === "" || /^[和与及]|[,、;()]/.test(noun)) return false;
  return item.bound !== "" || noun !== right || /(?:超过?|达到?|[过破])$/.test(before);
}

/** 主营业务收入2000万元及以上的工业法人单位: which bodies are meant, without saying how many. */
export function isCriterion(text: string, item: Item, next: Item | undefined): boolean {
  if (item.rank !== null || item.bound === "" || !/[元亩]$/.test(item.unit)) return false;
  const right = text.slice(item.tailEnd, next?.begin ?? item.tailEnd + 14);
  return (
    /^的[\u4e00-\u9fa5]{0,8}(?:单位|企业|项目|法人|产品|机构|园区)(?:$|[,、。;:)均都给予可应])/.test(right) &&
    next?.unit === undefined
  );
}

/** 8个产业规模超|1000亿元: an amount at the end of the clause that says which are counted. */
export function boundsCounted(text: string, item: Item, next: Item, end: number): boolean {
  if (item.rank !== null || next.rank !== null || isMeasureOfAmount(item.unit) || !isMeasureOfAmount(next.unit))
    return false;
  return (
    next.tailEnd === end &&
    /^[\u4e00-\u9fa5A-Z]{2,12}(?:超过?|突破|过|不低于)$/.test(text.slice(item.tailEnd, next.begin))
  );
}

function isSameMeasure(a: string, b: string): boolean {
  return a === b || (isMeasureOfAmount(a) && isMeasureOfAmount(b)) || a.at(-1) === b.at(-1);
}

export function isWithin(inner: Span, outer: Span): boolean {
  return inner.begin >= outer.begin && inner.end <= outer.end;
}
