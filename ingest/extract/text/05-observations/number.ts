/**
 * Numbers as the documents write them: 1,045 · 7.2万 · 三十余 · 百余.
 *
 * The value stays in the magnitude that is written: 7.2万 is 7.2 with the
 * magnitude 万, which becomes part of the unit (7.2 万件), never 72000.
 */

export type Magnitude = "" | "万" | "亿" | "万亿";

export interface WrittenNumber {
  readonly value: number;
  readonly magnitude: Magnitude;
  /** After the number, its magnitude and 余, 多. */
  readonly end: number;
  readonly isDigits: boolean;
  /** 余, 多, 来 stand behind it. */
  readonly isApproximate: boolean;
  /** 百余, 千多: a multiplier with nothing before it. */
  readonly isBareMultiplier: boolean;
}

const DIGITS = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/y;
/** No number of these documents is longer; a longer run is none, and is not read again and again. */
const MAX_DIGITS = 18;
const NUMERALS = /[零〇一二两三四五六七八九十百千]{1,16}/y;
const TAIL = /([多余几])?([十百千](?![瓦克米帕卡字强佳]))?(万亿|万|亿)?([多余来])?/y;

const DIGIT_VALUES: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
}; // prettier-ignore
const EXPONENTS: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3 };

/** 十二亿六千万: the lower magnitude is a fraction of the higher. */
function readFraction(text: string, at: number): { value: number; end: number } | undefined {
  const number = readNumber(text, at);
  return number?.magnitude === "万" && number.value < 10_000 ? { value: number.value, end: number.end } : undefined;
}

/** Reads the number that begins at `at`; undefined where none does. */
export function readNumber(text: string, at: number): WrittenNumber | undefined {
  DIGITS.lastIndex = at;
  const digits = DIGITS.exec(text)?.[0];
  if (digits !== undefined) {
    if (digits.length > MAX_DIGITS) return undefined;
    return withTail(text, at, digits, digits.replaceAll(",", ""), true);
  }
  NUMERALS.lastIndex = at;
  const numerals = NUMERALS.exec(text)?.[0];
  const value = numerals === undefined ? undefined : parseNumerals(numerals);
  if (numerals === undefined || value === undefined) return undefined;
  return withTail(text, at, numerals, String(value), false);
}

function withTail(text: string, at: number, written: string, decimal: string, isDigits: boolean): WrittenNumber {
  const tail = readTail(text, at + written.length);
  const fraction = tail.magnitude === "亿" ? readFraction(text, tail.end) : undefined;
  // Exponents, not products: 8.45 * 1e8 is 844999999.9999999.
  const value = Number(`${decimal}e${tail.exponent}`);
  return {
    value: fraction === undefined ? value : Number(`${value * 10_000 + fraction.value}e-4`),
    magnitude: tail.magnitude,
    end: fraction?.end ?? tail.end,
    isDigits,
    isApproximate: tail.isApproximate,
    isBareMultiplier: written === "百" || written === "千",
  };
}

function readTail(text: string, at: number) {
  TAIL.lastIndex = at;
  const tail = TAIL.exec(text)!;
  return {
    exponent: EXPONENTS[tail[2] ?? ""] ?? 0,
    magnitude: (tail[3] ?? "") as Magnitude,
    end: at + tail[0].length,
    isApproximate: tail[1] !== undefined || tail[4] !== undefined,
  };
}

/**
 * 二十三, 三百二, 两千零五; undefined for what is no number (十四五, 一二三) and
 * for a multiplier alone other than 十, 百 and 千.
 */
export function parseNumerals(numerals: string): number | undefined {
  let total = 0;
  let digit: number | undefined;
  let lastExponent = 4;
  let afterZero = false;
  for (const [i, character] of [...numerals].entries()) {
    const exponent = EXPONENTS[character];
    if (exponent !== undefined) {
      if (exponent >= lastExponent) return undefined;
      if (digit === undefined && i > 0 && !afterZero) return undefined;
      total += (digit ?? 1) * 10 ** exponent;
      lastExponent = exponent;
      digit = undefined;
      afterZero = false;
    } else if (DIGIT_VALUES[character] === 0) {
      if (digit !== undefined) return undefined;
      afterZero = true;
    } else {
      if (digit !== undefined) return undefined;
      digit = DIGIT_VALUES[character]!;
    }
  }
  if (digit === undefined) return total;
  // 三百二 is 320, 三百零二 is 302.
  const exponent = lastExponent === 4 || lastExponent === 1 || afterZero ? 0 : lastExponent - 1;
  return total + digit * 10 ** exponent;
}
