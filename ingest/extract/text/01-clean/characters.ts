/**
 * One form for each character: invisible ones go, compatibility forms, widths
 * and quotation marks become the form that all patterns are written for.
 */
import type { CleanText } from "../text-document.ts";
import { cut, overwrite, spansOf } from "./edits.ts";

/** Controls but tab and line ends, what is never shown (marks, selectors, fillers), and the first half of CR LF. */
const INVISIBLE = /(?:(?![\t\n\f\r\u0085])[\p{Cc}\p{Cf}\p{DI}]|\r(?=\n))+/gu;

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

export function dropInvisible(clean: CleanText): CleanText {
  return cut(clean, spansOf(clean.text, INVISIBLE));
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
