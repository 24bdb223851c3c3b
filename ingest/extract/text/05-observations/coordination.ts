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
  const { list, head } = splitHead(words, count);
  const fitting = [true, false].map((by) => splitCoordination(list, by)).find((parts) => parts.length === count);
  if (fitting === undefined) return count === 2 ? splitTownAndCountry(words) : undefined;
  if (head !== "") return fitting.map((part) => part + head);
  const shared = sharedMeasure(fitting);
  const first = fitting[0]! + shared;
  return fitting.map((part, i) => (i === 0 ? first : completePart(part, first) + (i < count - 1 ? shared : "")));
}

const HEAD = /^(.+?)(?:等)?([二两三四五六七八九十]|\d{1,2})(?:个|大|类|种|项)([\u4e00-\u9fa5]{2,16})$/;
const NUMERALS = "一二三四五六七八九十";

/** 新材料、节能环保两大主导产业|占比: what a list of so many is summed up as, and measured by. */
function splitHead(words: string, count: number): { list: string; head: string } {
  const [, list, number, head] = HEAD.exec(words) ?? [];
  if (list === undefined || head === undefined || !/[、和与及]/.test(list)) return { list: words, head: "" };
  const value = number === "两" ? 2 : /\d/.test(number!) ? Number(number) : NUMERALS.indexOf(number!) + 1;
  return value === count ? { list, head } : { list: words, head: "" };
}

/** 城乡居民收入 with two figures: 城镇居民收入 and 农村居民收入. */
function splitTownAndCountry(words: string): string[] | undefined {
  const at = words.indexOf("城乡");
  if (at === -1) return undefined;
  return ["城镇", "农村"].map((part) => words.slice(0, at) + part + words.slice(at + 2));
}

const MEASURE =
  /(?:的[^的]{1,14}|经费所占(?:的)?比[重例]|增加值|总产值|产值|固定资产投资|投资额?|(?:主营|营业)(?:业务)?(?:总?收入)|收入|利润(?:总额)?|业务(?:总量|量|收入)|产量|销量|数量|总数|人数|个数|存量|余额|(?:研发|科研|科技|R&D)?(?:经费(?:支出|投入)?|投入)|支出|拥有量|授权量|申请量|成交额|交易额|(?:进出|出|进)口(?:总额|额)?|贸易额|总额|规模|面积|普及率|覆盖率|占比|(?:增加值|总?产值|产量|收入|投资额?|投入|数量?|总?额|支出|经费)?占[^的、]{2,16}的?(?:比重|比例))$/;
const IS_MEASURE = /[额量率数值比重例入资润费用出积模度例款分]$|指数$/;

const MAX_TWIN = 4;

/** What only the last part says of all: 业务量 in 快递、电信业务量; empty where the others measure something themselves. */
function sharedMeasure(parts: readonly string[]): string {
  const last = parts.at(-1)!;
  const others = parts.slice(0, -1);
  if (others.length === 0 || others.some((part) => IS_MEASURE.test(part) || part.includes("的"))) return "";
  // 食品、药品抽检合格率, 城镇、农村居民人均可支配收入: twins of two characters share all that follows.
  const { length } = others[0]!;
  if (length === 2 && last.length > MAX_TWIN && others.every((part) => part.length === length) && IS_TWIN.test(last))
    return last.slice(length);
  const measure = MEASURE.exec(last)?.[0] ?? "";
  return measure.length < last.length ? measure : "";
}

const IS_TWIN = /[额量率数值比重入资润费用出积度例款件]$/;

/** 专利申请量与|授权量, 省属企业营收和|利润: the head that the first names. */
function completePart(part: string, first: string): string {
  const tail = part.at(-1)!;
  const shared = first.length - part.length;
  if (part.length <= 3 && shared >= 2 && first.endsWith(tail)) return first.slice(0, shared) + part;
  if (!MEASURE_ALONE.test(part)) return part;
  const head = first.replace(MEASURE_ALONE_END, "");
  return head.length >= 2 && head !== first ? head + part : part;
}

const ALONE =
  "营收|营业收入|利润(?:总额)?|税收|产值|总产值|增加值|销售收入|数量|总量|总数|增速|增幅|占比|规模|总额|金额|项数|件数|份数|人数";
const MEASURE_ALONE = new RegExp(`^(?:${ALONE})$`);
const MEASURE_ALONE_END = new RegExp(`(?:${ALONE})$`);
