/**
 * Damage that cannot be repaired: characters that were lost when a text was
 * decoded by the wrong table. It is reported, since a name may be lost in it.
 */
import { spansOf } from "./edits.ts";
import type { Span } from "./edits.ts";

/**
 * Replacement characters with what stands between them; what decoding UTF-8 as
 * GBK makes of those (锟斤拷), and of memory that nobody filled (烫烫烫);
 * UTF-8 read as Latin (æµ™æ±Ÿ); runs of private-use characters.
 */
const DAMAGE =
  /\uFFFD(?:.{0,2}\uFFFD)*|(?:锟斤拷|烫烫烫|屯屯屯)+|(?:[\u00E3-\u00E9][\u0080-\u00BF\u0152-\u02DC\u2013-\u2122]{1,2}){3,}|[\uE000-\uF8FF]{2,}/gu;

/** Any damage holds one of these, and hardly a document does. */
const SUSPECT = /[\uFFFD锟烫屯\u00E3-\u00E9\uE000-\uF8FF]/;

export function findDamage(original: string): Span[] {
  return SUSPECT.test(original) ? spansOf(original, DAMAGE) : [];
}
