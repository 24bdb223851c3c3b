/**
 * A sentence as rules see it: each mention one character, quotation marks and
 * spaces gone, brackets that only repeat a name gone, and 我市, 全县, 双方 standing
 * as mentions of what they mean.
 */
import type { EntityType } from "../../../../server/contract/index.ts";
import type { EntityIndex } from "../../extraction.ts";
import type { Sentence } from "../text-document.ts";
import { isMarkCharacter, markCharacter } from "./notation.ts";

/** An outermost mention, or a word that stands for an entity. */
export interface Mark {
  readonly entity: EntityIndex;
  readonly type: EntityType;
  /** Span of the cleaned text. */
  readonly begin: number;
  readonly end: number;
  /** Position in `Statement.masked`. */
  readonly at: number;
  /** Whether it is a word such as 我市 and no name. */
  readonly isDeictic: boolean;
}

export interface Clause {
  readonly begin: number;
  readonly end: number;
}

export interface Statement {
  readonly sentence: Sentence;
  readonly masked: string;
  /** In the order of the text. */
  readonly marks: readonly Mark[];
  /** Parts between commas, semicolons and colons, in positions of `masked`. */
  readonly clauses: readonly Clause[];
}

export interface MarkSpan {
  readonly entity: EntityIndex;
  readonly type: EntityType;
  readonly begin: number;
  readonly end: number;
}

/** Entity that a word such as 我市 means here; undefined where it means none of the document's. */
export type Deixis = (word: string) => { entity: EntityIndex; type: EntityType } | undefined;

const DROPPED = new Set("“”‘’\"'《》〈〉「」『』【】 \t\u3000");
const CLAUSE_END = new Set(",，;；:：。！!?？\n|");
const FOLDED = new Map([
  ["，", ","],
  ["；", ";"],
  ["：", ":"],
  ["（", "("],
  ["）", ")"],
  ["！", "!"],
  ["？", "?"],
]);
const DEICTIC = /[我本全该](?:省|市|县|区|州|旗)/y;
/** 推动其与…: whoever the sentence named last. */
const PRONOUN = /(?<=支持|推动|鼓励|引导|促进|助力|帮助|指导)其(?=[与和同在联牵开建设组申承打加成创])/y;
const ACTORS: ReadonlySet<EntityType> = new Set<EntityType>([
  "University",
  "ResearchInstitute",
  "Laboratory",
  "HighTechZone",
  "InnovationPlatform",
  "Company",
  "Organization",
]);
/** Longest bracket that is looked through for a short name of what stands before it. */
const BRACKET_LENGTH = 60;

/** `spans` are the outermost mentions inside the sentence, in the order of the text. */
export function toStatement(text: string, sentence: Sentence, spans: readonly MarkSpan[], deixis: Deixis): Statement {
  const characters: string[] = [];
  const marks: Mark[] = [];
  const clauses: Clause[] = [];
  let clauseBegin = 0;
  let depth = 0;
  let next = 0;
  let position = sentence.begin;

  const mark = (span: MarkSpan, isDeictic: boolean) => {
    marks.push({ ...span, at: characters.length, isDeictic });
    characters.push(markCharacter(span.type));
  };

  while (position < sentence.end) {
    const span = spans[next];
    if (span && span.begin === position) {
      mark(span, false);
      position = span.end;
      next++;
      continue;
    }
    const character = text[position]!;
    const last = marks.at(-1);
    if ((character === "(" || character === "（") && last && last.at === characters.length - 1) {
      const end = endOfRepeatingBracket(text, position, sentence.end, last.entity, spans, next);
      if (end > position) {
        while (next < spans.length && spans[next]!.begin < end) next++;
        position = end;
        continue;
      }
    }
    DEICTIC.lastIndex = position;
    const word = DEICTIC.exec(text)?.[0];
    if (word && position + word.length <= (span?.begin ?? sentence.end)) {
      const meant = deixis(word);
      if (meant) {
        mark({ ...meant, begin: position, end: position + word.length }, true);
        position += word.length;
        continue;
      }
    }
    PRONOUN.lastIndex = position;
    const antecedent = character === "其" && PRONOUN.test(text) && marks.findLast(({ type }) => ACTORS.has(type));
    if (antecedent) {
      mark({ entity: antecedent.entity, type: antecedent.type, begin: position, end: position + 1 }, true);
      position++;
      continue;
    }
    position++;
    if (DROPPED.has(character)) continue;
    const folded = FOLDED.get(character) ?? character;
    characters.push(isMarkCharacter(folded) ? "\ufffd" : folded);
    if (folded === "(") depth++;
    else if (folded === ")") depth = Math.max(0, depth - 1);
    else if (CLAUSE_END.has(folded) && (depth === 0 || folded === "。")) {
      depth = 0;
      clauses.push({ begin: clauseBegin, end: characters.length - 1 });
      clauseBegin = characters.length;
    }
  }
  if (clauseBegin < characters.length) clauses.push({ begin: clauseBegin, end: characters.length });
  return { sentence, masked: characters.join(""), marks, clauses };
}

/** End of a bracket that holds only another name of `entity`, an introduction of one, or foreign letters; else `begin`. */
function endOfRepeatingBracket(
  text: string,
  begin: number,
  limit: number,
  entity: EntityIndex,
  spans: readonly MarkSpan[],
  next: number,
): number {
  const window = text.slice(begin, Math.min(limit, begin + BRACKET_LENGTH));
  const close = window.search(/[)）]/);
  if (close < 0) return begin;
  const inside = window.slice(1, close);
  const end = begin + close + 1;
  if (/^(?:以下)?(?:统一|合并)?(?:简称|下称|英文|又称|又名)/.test(inside) || !/\p{Script=Han}/u.test(inside))
    return end;
  const within = spans[next];
  if (!within || within.end > end || within.entity !== entity) return begin;
  const rest = inside.slice(0, within.begin - begin - 1) + inside.slice(within.end - begin - 1);
  return /^["“”‘’'\s即原]*$/.test(rest) ? end : begin;
}

/** The mark at a position of `masked`. */
export function markAt(statement: Statement, at: number): Mark | undefined {
  let low = 0;
  let high = statement.marks.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const mark = statement.marks[middle]!;
    if (mark.at === at) return mark;
    if (mark.at < at) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/** The marks in a span of `masked`. */
export function marksIn(statement: Statement, begin: number, end: number): readonly Mark[] {
  return statement.marks.filter((mark) => mark.at >= begin && mark.at < end);
}

/** Index of the clause around a position of `masked`. */
export function clauseIndexAt(statement: Statement, at: number): number {
  const index = statement.clauses.findIndex((clause) => at < clause.end);
  return index < 0 ? statement.clauses.length - 1 : index;
}
