/**
 * Statements and clauses. A statement is what figures can share a subject, a
 * year or a metric within: the sentences up to a full stop, those that end with
 * a semicolon included. Its clauses end at commas, colons and semicolons outside
 * brackets and quotation marks.
 */
import type { Span } from "../01-clean/edits.ts";
import type { Sentence } from "../text-document.ts";
import { everyMatch } from "../matches.ts";

export interface Statement extends Span {
  readonly sentences: readonly Sentence[];
}

export interface Clause extends Span {
  /** The mark that ends it; empty at the end of the statement. */
  readonly mark: string;
}

/** A run of semicolons, or a text without stops, is read in pieces of this length: time stays linear. */
const MAX_STATEMENT = 2_000;
const MARKS = ",;:。!?\n";
const PAIRS: Readonly<Record<string, string>> = {
  "(": ")",
  "《": "》",
  "“": "”",
  "‘": "’",
  "【": "】",
  "〔": "〕",
  "「": "」",
};
const MARK = /[,;:。!?\n]/g;
const OPENING = /[(《“‘【〔「]/g;
/** A quotation that is longer is speech: its clauses count. */
const MAX_QUOTED_NAME = 30;
const MAX_BRACKETED = 160;

export function toStatements(text: string, sentences: readonly Sentence[]): Statement[] {
  const statements: Statement[] = [];
  let group: Sentence[] = [];
  const close = () => {
    const [first, last] = [group[0], group.at(-1)];
    if (first !== undefined && last !== undefined) statements.push(...toPieces(text, first.begin, last.end, group));
    group = [];
  };
  for (const sentence of sentences) {
    const [first, last] = [group[0], group.at(-1)];
    const isApart = last !== undefined && (last.paragraph !== sentence.paragraph || last.block !== sentence.block);
    if (isApart || (first !== undefined && sentence.end - first.begin > MAX_STATEMENT)) close();
    group.push(sentence);
    if (text[sentence.end - 1] !== ";") close();
  }
  close();
  return statements;
}

/** Cuts at a mark where there is one. */
function toPieces(text: string, begin: number, end: number, sentences: readonly Sentence[]): Statement[] {
  const pieces: Statement[] = [];
  let from = begin;
  while (end - from > MAX_STATEMENT) {
    let to = from + MAX_STATEMENT;
    while (to > from + MAX_STATEMENT / 2 && !MARKS.includes(text[to - 1]!)) to--;
    pieces.push({ begin: from, end: to, sentences });
    from = to;
  }
  pieces.push({ begin: from, end, sentences });
  return pieces;
}

/** The pairs of brackets and short quotations between `begin` and `end`, outermost only. */
export function findBrackets(text: string, begin: number, end: number): Span[] {
  const brackets: Span[] = [];
  for (const match of everyMatch(text.slice(begin, end), OPENING)) {
    const at = begin + match.index;
    if (at < (brackets.at(-1)?.end ?? begin)) continue;
    const close = findClosing(text, at, Math.min(end, at + MAX_BRACKETED), match[0]);
    const isSpeech = match[0] === "“" && close - at > MAX_QUOTED_NAME;
    if (close !== -1 && !isSpeech) brackets.push({ begin: at, end: close + 1 });
  }
  return brackets;
}

function findClosing(text: string, at: number, limit: number, opening: string): number {
  const closing = PAIRS[opening];
  let depth = 0;
  for (let i = at; i < limit; i++) {
    const character = text[i];
    if (character === opening) depth++;
    else if (character === closing && --depth === 0) return i;
    else if (character === "。" && opening !== "《") return -1;
  }
  return -1;
}

export function splitClauses(text: string, { begin, end }: Span, brackets: readonly Span[]): Clause[] {
  const clauses: Clause[] = [];
  let from = begin;
  let next = 0;
  for (const match of everyMatch(text.slice(begin, end), MARK)) {
    const at = begin + match.index;
    while (next < brackets.length && brackets[next]!.end <= at) next++;
    const bracket = brackets[next];
    if ((bracket !== undefined && bracket.begin <= at) || isInsideNumber(text, at)) continue;
    if (at > from) clauses.push({ begin: from, end: at, mark: match[0] });
    from = at + 1;
  }
  if (end > from) clauses.push({ begin: from, end, mark: "" });
  return clauses;
}

/** 1,045 and 9:30. */
function isInsideNumber(text: string, at: number): boolean {
  if (text[at] !== "," && text[at] !== ":") return false;
  if (!/\d/.test(text[at - 1] ?? "")) return false;
  return text[at] === "," ? /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5)) : /\d/.test(text[at + 1] ?? "");
}
