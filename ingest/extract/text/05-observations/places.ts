/** Figures that are shared out among places and bodies: 其中城东县9家, 分布在城东县(71个)、城西县(46个). */
import type { Flow, Known, Setting } from "./flow.ts";
import type { Item } from "./item.ts";

/** R&D经费超过20亿元的市: what the places are counted by. */
const COUNTED_BY = /^(.{2,30}?)(?:超过?|突破|达到?|高于|在)(?=[\d百千万亿])/;

/**
 * What a figure beside a mere name is a share of: the largest metric told before in the same
 * measure, else what the last metric counts its places by; undefined where nothing was told.
 */
export function wholeOf(item: Item, flow: Flow, setting: Setting): Known | undefined {
  const told = [...setting.paragraphMetrics, ...flow.known];
  const isLike = ({ unit, value }: Known) =>
    measureOf(unit) === measureOf(item.unit) &&
    value !== undefined &&
    sizeOf(value, unit) >= sizeOf(item.value, item.unit);
  // 湖南文理学院在校生2.15万人,|湖南应用技术学院|1.38万人: what the one before was told of.
  const sibling = flow.known.at(-1);
  const isSibling =
    sibling !== undefined &&
    sibling.subject !== setting.subjects.own &&
    told.some(
      ({ indicator, subject }) => subject !== sibling.subject && indicator.startsWith(sibling.indicator.slice(0, 2)),
    );
  if (isSibling && isLike(sibling)) return sibling;
  let whole: Known | undefined;
  for (const known of told) {
    if (measureOf(known.unit) !== measureOf(item.unit) || known.value === undefined) continue;
    if (whole === undefined || sizeOf(known.value, known.unit) >= sizeOf(whole.value!, whole.unit)) whole = known;
  }
  if (whole !== undefined && sizeOf(whole.value!, whole.unit) >= sizeOf(item.value, item.unit)) return whole;
  const last = told.at(-1);
  const metric = last === undefined ? undefined : COUNTED_BY.exec(last.indicator)?.[1];
  return last === undefined || metric === undefined ? undefined : { ...last, indicator: metric, unit: item.unit };
}

/** 家 of 万家. */
export function measureOf(unit: string): string {
  return unit.replace(/^[万亿]+/, "");
}

export function sizeOf(value: number, unit: string): number {
  return value * (unit.startsWith("万") ? 1e4 : 1) * (/^万?亿/.test(unit) ? 1e8 : 1);
}
