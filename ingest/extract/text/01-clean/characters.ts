/**
 * One form for each character: invisible ones go, compatibility forms, widths
 * and quotation marks become the form that all patterns are written for.
 */
import type { CleanText } from "../text-document.ts";
import { cut, overwrite, overwriteUnits } from "./edits.ts";
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

/** Ranges whose characters may have a plain counterpart: radicals, compatibility ideographs, full and half widths. */
const COMPATIBILITY = [
  [0x2e80, 0x2fdf],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xffee],
] as const;

/** For each unit the form that all patterns are written for, of one unit too. */
const FORM_OF = Uint16Array.from({ length: 65_536 }, (_, unit) => unit);
for (const [first, last] of COMPATIBILITY) {
  for (let unit = first; unit <= last; unit++) setForm(unit, String.fromCharCode(unit).normalize("NFKC"));
}
for (const [character, form] of FORMS) setForm(character.charCodeAt(0), form);

function setForm(unit: number, form: string): void {
  if (form.length === 1) FORM_OF[unit] = form.charCodeAt(0);
}

/** Cuts out what is never shown, and the first half of CR LF. */
export function dropInvisible(clean: CleanText): CleanText {
  const { text } = clean;
  const spans: Span[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // Nearly all of a text: letters, digits, marks and Han.
    if ((unit >= 0x20 && unit < 0x7f) || (unit >= 0x3000 && unit < 0x3164) || (unit > 0x3164 && unit < 0xd800))
      continue;
    const length = invisibleLength(text, i, unit);
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

/** What `INVISIBLE` says of each unit: 1 yes, 2 no, 0 not asked yet. */
const answers = new Uint8Array(65_536);

function isInvisible(unit: number): boolean {
  if (answers[unit] === 0) answers[unit] = INVISIBLE.test(String.fromCharCode(unit)) ? 1 : 2;
  return answers[unit] === 1;
}

/** Units that the character at `i` takes when it is never shown, else 0. */
function invisibleLength(text: string, i: number, unit: number): number {
  if (unit === RETURN) return text.charCodeAt(i + 1) === LINE_FEED ? 1 : 0;
  if (unit === TAB || unit === LINE_FEED || unit === FORM_FEED || unit === NEXT_LINE) return 0;
  if (unit < 0x20 || (unit >= 0x7f && unit < 0xa0)) return 1;
  if (unit === HIGH_OF_SELECTORS) return INVISIBLE.test(text.slice(i, i + 2)) ? 2 : 0;
  return isInvisible(unit) ? 1 : 0;
}

export function foldForms(clean: CleanText): CleanText {
  return overwriteUnits(clean, (unit) => FORM_OF[unit]!);
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
