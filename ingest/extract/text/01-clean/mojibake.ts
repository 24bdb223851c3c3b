/**
 * Damage that cannot be repaired: characters replaced when a text was decoded
 * by the wrong table. It is reported, not hidden, since a name may be lost in it.
 */
import type { Span } from "./edits.ts";
import { spansOf } from "./edits.ts";

/**
 * Replacement characters with what stands around them, UTF-8 read as Latin
 * (æµ™æ±Ÿ), the signature of UTF-8 read as GBK (锟斤拷, 鏄, 鐨), and private-use characters in
 * a row.
 */
const DAMAGE =
  /\uFFFD+(?:.?\uFFFD+)*|(?:锟斤拷|烫烫烫|屯屯屯)+|(?:[\u00C2-\u00EF][\u0080-\u00BF\u0152-\u02DC\u2013-\u2122]{1,2}){3,}|[\uE000-\uF8FF]{2,}|[\u9350-\u95FF]{0,2}(?:[鐨鏄涓浠鍙鍦鎴戞湰绗]{2}[\u3400-\u9FFF]?){3,}/gu;

export function findDamage(original: string): Span[] {
  return spansOf(original, DAMAGE);
}
