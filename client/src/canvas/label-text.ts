/**
 * Names as they stand on the canvas: at most two lines of ten Chinese
 * characters or 22 Latin letters, broken where a name within the name ends,
 * and cut in the middle when even that is too short: the tail says what it is.
 */

/** Eleven units a Chinese character and five a Latin letter: ten of the one are 22 of the other, in whole numbers. */
const WIDE = 11;
const LATIN = 5;
const LINE = 10 * WIDE;

/** A name within a name ends after one of these. */
const ENDS = /(大学|学院|科学院|集团|公司|协会|联盟|医院|银行|走廊|新区|高新区|开发区|市|省|县|区|镇|国家|（.*?）|·)$/;
/** The word that says what it is begins with one of these. */
const HEADS =
  /^(研究院|研究所|研究中心|实验室|创新中心|技术中心|产业园|科技园|产业链|平台|中心|学院|分院|基地|行动|计划|工程|规划|政策|条例|办法|意见|方案|有限公司|股份)/;

/** Where words end, by the browser's own dictionary. */
const WORDS = new Intl.Segmenter("zh", { granularity: "word" });
const known = new Map<string, readonly string[]>();

export function labelLines(name: string): readonly string[] {
  const lines = known.get(name) ?? breakLines(name.trim());
  known.set(name, lines);
  return lines;
}

function breakLines(text: string): readonly string[] {
  if (fits(text)) return [text];
  const breaks = breakPoints(text).filter((at) => fits(text.slice(0, at)) && fits(text.slice(at)));
  const wordEnds = new Set([...WORDS.segment(text)].map(({ index }) => index));
  const cost = (at: number) => badness(text, at) + (wordEnds.has(at) ? 0 : SPLIT_WORD);
  const [best] = breaks.sort((a, b) => cost(a) - cost(b) || a - b);
  if (best !== undefined) return [text.slice(0, best).trim(), text.slice(best).trim()];
  return shorten(text);
}

/** Width of a text in widths of a Chinese character. */
export function widthOf(text: string): number {
  return unitsOf(text) / WIDE;
}

function unitsOf(text: string): number {
  let units = 0;
  for (const character of text) units += isWide(character) ? WIDE : LATIN;
  return units;
}

const fits = (line: string) => unitsOf(line.trim()) <= LINE;

/** Before every wide character and after every space: a Latin word or number is not broken. */
function breakPoints(text: string): number[] {
  const points: number[] = [];
  for (let at = 1; at < text.length; at += 1) {
    const before = text[at - 1]!;
    const after = text[at]!;
    if (/\s/.test(before) || ((isWide(before) || isWide(after)) && !isWithinPair(before, after))) points.push(at);
  }
  return points;
}

/** Closing signs do not begin a line, opening ones do not end it. */
function isWithinPair(before: string, after: string): boolean {
  return /[（(《“「]/.test(before) || /[）)》”」、，。：·\-—－]/.test(after);
}

const SPLIT_WORD = 6;

/** Far from the middle is bad; after a name or before a head word is good. */
function badness(text: string, at: number): number {
  const before = text.slice(0, at);
  const after = text.slice(at);
  const uneven = Math.abs(widthOf(before) - widthOf(after));
  return uneven - (ENDS.test(before) ? 5 : 0) - (HEADS.test(after) ? 4 : 0) - (/\s$/.test(before) ? 3 : 0);
}

function shorten(text: string): readonly string[] {
  const head = takeWidth([...text], LINE - WIDE);
  const tail = takeWidth([...text].reverse(), LINE);
  return [`${head.join("")}…`, tail.reverse().join("").trim()];
}

function takeWidth(characters: readonly string[], units: number): string[] {
  const taken: string[] = [];
  let sum = 0;
  for (const character of characters) {
    sum += unitsOf(character);
    if (sum > units) break;
    taken.push(character);
  }
  return taken;
}

function isWide(character: string): boolean {
  return /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFF60\u3000-\u303F…—“”]|[\u{20000}-\u{3FFFF}]/u.test(character);
}
