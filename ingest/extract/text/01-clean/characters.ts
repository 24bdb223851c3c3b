/**
 * One form for each character: invisible ones go, compatibility forms, widths
 * and quotation marks become the form that all patterns are written for.
 */
import type { CleanText } from "../text-document.ts";
import { cut, overwrite } from "./edits.ts";
import type { Span } from "./edits.ts";

/** Radicals that text layers of PDF files hold in place of the character, and that Unicode does not decompose. */
const RADICALS =
  "⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟";

const FORMS = new Map<string, string>();
for (let i = 0; i + 1 < RADICALS.length; i += 2) FORMS.set(RADICALS[i]!, RADICALS[i + 1]!);
for (const [from, to] of [
  ["\r\f\u0085\u2028\u2029", "\n"],
  ["\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000", " "],
  ["「﹁〝", "“"],
  ["」﹂〞〟", "”"],
  ["『﹃", "‘"],
  ["』﹄", "’"],
  ["‧•・･⋅∙", "·"],
  ["〜∼～", "~"],
  ["‐‑‒−", "-"],
  ["―─━", "—"],
  ["︰", ":"],
] as const) {
  for (const form of from) FORMS.set(form, to);
}

/** Forms that have a plain counterpart of one unit: compatibility ideographs, radicals, full and half widths. */
const COMPATIBILITY = /[\u2E80-\u2FDF\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFFEE]/;
const FOLDABLE =
  /[\r\f\u0085\u00A0\u1680\u2000-\u200A\u2010-\u2012\u2015\u2022\u2027\u2028\u2029\u202F\u205F\u2212\u2219\u223C\u22C5\u2500\u2501\u2E80-\u2FDF\u3000\u300C-\u300F\u301C-\u301F\u30FB\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFFEE]/g;

/** Cuts out what is never shown, and the first half of CR LF. */
export function dropInvisible(clean: CleanText): CleanText {
  const { text } = clean;
  const spans: Span[] = [];
  for (let i = 0; i < text.length; i++) {
    const length = invisibleLength(text, i);
    if (length > 0) spans.push({ begin: i, end: i + length });
    i += Math.max(0, length - 1);
  }
  return cut(clean, spans);
}

const TAB = 0x09;
const LINE_FEED = 0x0a;
const FORM_FEED = 0x0c;
const RETURN = 0x0d;
const NEXT_LINE = 0x85;
/** Format characters, fillers and variation selectors; controls are told by their range. */
const INVISIBLE = /[\p{Cf}\p{DI}]/u;
/** Variation selectors and tags beyond the first plane have this first half. */
const HIGH_OF_SELECTORS = 0xdb40;

/** Units that the character at `i` takes when it is never shown, else 0. */
function invisibleLength(text: string, i: number): number {
  const code = text.charCodeAt(i);
  if (code === RETURN) return text.charCodeAt(i + 1) === LINE_FEED ? 1 : 0;
  if (code === TAB || code === LINE_FEED || code === FORM_FEED || code === NEXT_LINE) return 0;
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return 1;
  if (code < 0xad || (code > 0x3164 && code < 0xd800)) return 0;
  if (code === HIGH_OF_SELECTORS) return INVISIBLE.test(text.slice(i, i + 2)) ? 2 : 0;
  return INVISIBLE.test(text[i]!) ? 1 : 0;
}

export function foldForms(clean: CleanText): CleanText {
  return overwrite(clean, clean.text.replace(FOLDABLE, foldForm));
}

function foldForm(form: string): string {
  const known = FORMS.get(form);
  if (known !== undefined) return known;
  if (!COMPATIBILITY.test(form)) return form;
  const folded = form.normalize("NFKC");
  if (folded.length !== 1) return form;
  FORMS.set(form, folded);
  return folded;
}

/** Angle brackets outside a title are round brackets in disguise: 新昌〈北京〉中心. */
export function foldAngleBrackets(clean: CleanText): CleanText {
  if (!clean.text.includes("〈")) return clean;
  let depth = 0;
  const folded = clean.text.replace(/[《》〈〉\n]/g, (mark) => {
    if (mark === "《") depth++;
    else if (mark === "》") depth = Math.max(0, depth - 1);
    else if (mark === "\n") depth = 0;
    else if (depth === 0) return mark === "〈" ? "(" : ")";
    return mark;
  });
  return overwrite(clean, folded);
}

/** Straight quotation marks that come in pairs within a line become opening and closing ones. */
export function foldStraightQuotes(clean: CleanText): CleanText {
  if (!clean.text.includes('"')) return clean;
  const folded = clean.text.replace(/[^\n]+/g, (line) => {
    if (line.split('"').length % 2 === 0) return line;
    let marks = 0;
    return line.replaceAll('"', () => (marks++ % 2 === 0 ? "“" : "”"));
  });
  return overwrite(clean, folded);
}
