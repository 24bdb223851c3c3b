/** Where a sentence states a value: its digits with the unit behind them; nowhere when the words are other ones (三十余家). */
import type { Observation } from "../../../../server/contract/index.ts";
import type { Span } from "../source/segments.ts";

export function figureSpans(text: string, { value, unit }: Pick<Observation, "value" | "unit">): readonly Span[] {
  const digits = String(value);
  for (let begin = text.indexOf(digits); begin >= 0; begin = text.indexOf(digits, begin + 1)) {
    const end = begin + digits.length;
    // 12 is no part of 2012, 12.5 or 121.
    if (/[\d.]/.test(text[begin - 1] ?? "") || /^\.?\d/.test(text.slice(end, end + 2))) continue;
    const behind = /^(?:余|多)?/.exec(text.slice(end))![0].length;
    return [{ begin, end: text.startsWith(unit, end + behind) ? end + behind + unit.length : end }];
  }
  return [];
}
