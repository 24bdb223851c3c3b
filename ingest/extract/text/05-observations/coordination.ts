/** Lists: what several figures in a row belong to (A、B和C分别达1、2、3), and lists of names before a figure (A、B等4家). */

/** Splits 专利申请量与授权量 at 、, and at 和 where `conjunctions` says so, not inside brackets. */
function splitCoordination(words: string, conjunctions: boolean): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < words.length; i++) {
    const mark = words[i]!;
    if ("(《“".includes(mark)) depth++;
    else if (")》”".includes(mark)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && (mark === "、" || (conjunctions && isConjunction(words, i)))) {
      parts.push(words.slice(from, i));
      from = i + 1;
    }
  }
  parts.push(words.slice(from));
  return parts
    .map((part) => part.replace(/^(?:以及|及)|等(?:[\u4e00-\u9fa5]{0,2}(?:指标|方面|项目))?$/g, ""))
    .filter(Boolean);
}

function isConjunction(words: string, at: number): boolean {
  const mark = words[at]!;
  if (mark !== "和" && mark !== "与" && mark !== "及") return false;
  const next = words[at + 1] ?? "";
  const before = words[at - 1] ?? "";
  return !/[谐平解睦气会善]/.test(next) && !/[参饱中温共亲涉以普波危触]/.test(before) && at > 0;
}

/**
 * Gives each of `count` figures its metric out of words that coordinate as many;
 * undefined where the words do not. What one part leaves out it takes from another:
 * 专利申请量与授权量 are 专利申请量 and 专利授权量, 快递、电信业务量 are 快递业务量 and 电信业务量.
 */
export function alignMetrics(words: string, count: number): string[] | undefined {
  const fitting = [true, false].map((by) => splitCoordination(words, by)).find((parts) => parts.length === count);
  if (fitting === undefined) return undefined;
  const shared = sharedMeasure(fitting);
  return fitting.map((part, i) => (i === 0 ? part : completePart(part, fitting[0]!)) + (i < count - 1 ? shared : ""));
}

const MEASURE =
  /(?:的[^的]{1,14}|增加值|总产值|产值|固定资产投资|投资额?|(?:主营|营业)(?:业务)?(?:总?收入)|收入|利润(?:总额)?|业务(?:总量|量|收入)|产量|销量|数量|总数|人数|个数|存量|余额|经费(?:支出|投入)?|支出|拥有量|授权量|申请量|成交额|交易额|进出口(?:总额|额)?|总额|规模|面积|普及率|覆盖率|占比|(?:增加值|总?产值|产量|收入|投资额?|投入|数量?|总?额|支出|经费)?占[^的、]{2,16}的?(?:比重|比例))$/;
const IS_MEASURE = /[额量率数值比重例入资润费用出积模度例款分]$|指数$/;

/** What only the last part says of all: 业务量 in 快递、电信业务量; empty where the others measure something themselves. */
function sharedMeasure(parts: readonly string[]): string {
  const last = parts.at(-1)!;
  if (parts.length < 2 || parts.slice(0, -1).some((part) => IS_MEASURE.test(part) || part.includes("的"))) return "";
  const measure = MEASURE.exec(last)?.[0] ?? "";
  return measure.length < last.length ? measure : "";
}

function completePart(part: string, first: string): string {
  const tail = part.at(-1)!;
  const shared = first.length - part.length;
  return part.length <= 3 && shared >= 2 && first.endsWith(tail) ? first.slice(0, shared) + part : part;
}
