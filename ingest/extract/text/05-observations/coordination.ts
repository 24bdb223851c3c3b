/** Lists: what several figures in a row belong to (A、B和C分别达1、2、3), and lists of names before a figure (A、B等4家). */

/** Splits 专利申请量与授权量 at 、 and 和, not inside brackets. */
function splitCoordination(words: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < words.length; i++) {
    const mark = words[i]!;
    if ("(《“".includes(mark)) depth++;
    else if (")》”".includes(mark)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && (mark === "、" || isConjunction(words, i))) {
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
 * undefined where the words do not. What one part leaves out it takes from the
 * one before: 专利申请量与授权量 are 专利申请量 and 专利授权量.
 */
export function alignMetrics(words: string, count: number): string[] | undefined {
  const parts = splitCoordination(words);
  if (parts.length !== count) return undefined;
  return parts.map((part, i) => (i === 0 ? part : completePart(part, parts[0]!)));
}

function completePart(part: string, first: string): string {
  const tail = part.at(-1)!;
  const shared = first.length - part.length;
  return part.length <= 3 && shared >= 2 && first.endsWith(tail) ? first.slice(0, shared) + part : part;
}
