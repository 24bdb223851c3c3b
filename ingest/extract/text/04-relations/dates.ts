/** The date that a sentence gives for what it says, in the form of the graph. */

const DATE = /(20\d{2}|19\d{2})年(?:(1[0-2]|0?[1-9])月(?:(3[01]|[12]\d|0?[1-9])[日号])?)?/;

/** `2021`, `2021-05` or `2021-05-31`: the first date of the text; null where it gives none. */
export function firstDate(text: string): string | null {
  const found = DATE.exec(text);
  if (!found) return null;
  const [, year, month, day] = found;
  return [year!, month?.padStart(2, "0"), day?.padStart(2, "0")].filter((it) => it !== undefined).join("-");
}
