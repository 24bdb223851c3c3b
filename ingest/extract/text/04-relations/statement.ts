/**
 * A sentence as rules see it: each mention one character, quotation marks and
 * spaces gone, brackets that only repeat a name gone, and 我市, 全县, 甲方 standing
 * as mentions of what they mean.
 */
import type { EntityType } from "../../../../server/contract/index.ts";
import type { EntityIndex } from "../../extraction.ts";
import type { Sentence } from "../text-document.ts";
import { addRunsOfActors, listsOf } from "./mark-lists.ts";
import { MOST_MARKS, markCharacter, markNumber, typeBits } from "./notation.ts";

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

/** Marks that 、, 和 or nothing joins. */
export interface MarkList {
  readonly marks: readonly Mark[];
  readonly begin: number;
  /** After the last mark and its bracket. */
  readonly end: number;
}

/** A sentence, or a part of a very long one. */
export interface Statement {
  readonly sentence: Sentence;
  readonly masked: string;
  /** In the order of the text. */
  readonly marks: readonly Mark[];
  /** Parts between commas, semicolons and colons, in positions of `masked`. */
  readonly clauses: readonly Clause[];
  readonly lists: readonly MarkList[];
  /** The lists of those who can act; fields, programmes and policies end them. */
  readonly actors: readonly MarkList[];
  /** The types of its marks. */
  readonly types: ReadonlySet<EntityType>;
  /** The same as bits of one number (`typeBits`). */
  readonly typeBits: number;
}

export interface MarkSpan {
  readonly entity: EntityIndex;
  readonly type: EntityType;
  readonly begin: number;
  readonly end: number;
}

/** Entity that a word such as 我市 means here; undefined where it means none of the document's. */
export type Deixis = (word: string) => { entity: EntityIndex; type: EntityType } | undefined;

const DROPPED = new Set("“”‘’\"'《》〈〉「」『』【】 \u3000");
const CLAUSE_END = new Set(",;:。!?\n|");
const FOLDED: ReadonlyMap<string, string> = new Map([
  ["，", ","],
  ["；", ";"],
  ["：", ":"],
  ["（", "("],
  ["）", ")"],
  ["！", "!"],
  ["？", "?"],
  ["\t", "|"],
]);
const DEICTIC_START = new Set("我本全该甲乙丙丁");
const DEICTIC = /[我本全该](?:省|市|县|区|州|旗)|我[校院所局厅委]|本[校院]|[甲乙丙丁]方(?![:：(（案式面法])/y;
/** 推动其与…: whoever the sentence named last. */
const PRONOUN = /(?<=支持|推动|鼓励|引导|促进|助力|帮助|指导)其(?=[与和同在联牵开建设组申承打加成创])/y;
const ACTING: ReadonlySet<EntityType> = new Set<EntityType>([
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
/** A sentence that is longer goes on in another statement: a lost full stop must not make everything relate. */
const LONGEST_STATEMENT = 700;

/** Everything that is not simply copied: quotation marks, punctuation, words that may stand for an entity. */
const SPECIAL = new Uint8Array(65_536);
for (const character of "—“”‘’\"'《》〈〉「」『』【】 \t\u3000，；：（）！？,;:。!?\n|()我本全该甲乙丙丁其")
  SPECIAL[character.charCodeAt(0)] = 1;
SPECIAL.fill(1, 0xe000, 0xf900);

/** `spans` are the outermost mentions inside the sentence, in the order of the text. */
export function toStatements(
  text: string,
  sentence: Sentence,
  spans: readonly MarkSpan[],
  deixis: Deixis,
): Statement[] {
  const statements: Statement[] = [];
  let masked = "";
  let marks: Mark[] = [];
  let clauses: Clause[] = [];
  let clauseBegin = 0;
  let depth = 0;

  const finish = () => {
    if (clauseBegin < masked.length) clauses.push({ begin: clauseBegin, end: masked.length });
    if (clauses.length > 0) statements.push(createStatement(sentence, masked, marks, clauses));
    masked = "";
    marks = [];
    clauses = [];
    clauseBegin = 0;
    depth = 0;
  };
  const mark = ({ entity, type, begin, end }: MarkSpan, isDeictic: boolean) => {
    if (marks.length === MOST_MARKS) finish();
    marks.push({ entity, type, begin, end, at: masked.length, isDeictic });
    masked += markCharacter(type, marks.length - 1);
  };
  const put = (character: string) => {
    masked += character;
    if (character === "(") depth++;
    else if (character === ")") depth = Math.max(0, depth - 1);
    else if (CLAUSE_END.has(character) && (depth === 0 || character === "。")) {
      depth = 0;
      clauses.push({ begin: clauseBegin, end: masked.length - 1 });
      clauseBegin = masked.length;
      if (masked.length > LONGEST_STATEMENT) finish();
    }
  };

  let next = 0;
  let position = sentence.begin;
  while (position < sentence.end) {
    const span = spans[next];
    if (span && span.begin === position) {
      mark(span, false);
      position = span.end;
      next++;
      continue;
    }
    const limit = span?.begin ?? sentence.end;
    let special = position;
    while (special < limit && SPECIAL[text.charCodeAt(special)] === 0) special++;
    if (special > position) {
      masked += text.slice(position, special);
      position = special;
      continue;
    }
    const character = text[position]!;
    const word = wordAt(text, position, limit, marks, deixis);
    if (word) {
      mark(word, true);
      position = word.end;
      continue;
    }
    const folded = FOLDED.get(character) ?? character;
    const last = marks.at(-1);
    if (folded === "(" && last && last.at === masked.length - 1) {
      const end = endOfRepeatingBracket(text, position, sentence.end, last.entity, spans, next);
      if (end > position) {
        while (next < spans.length && spans[next]!.begin < end) next++;
        position = end;
        continue;
      }
    }
    // ——该院由甲建设——: an aside, between commas.
    if (character === "—" && text[position + 1] === "—") {
      position += 2;
      put(",");
      continue;
    }
    position++;
    if (!DROPPED.has(character)) put(markNumber(folded) === undefined ? folded : "\ufffd");
  }
  finish();
  return statements;
}

function createStatement(
  sentence: Sentence,
  masked: string,
  marks: readonly Mark[],
  clauses: readonly Clause[],
): Statement {
  const types = new Set<EntityType>();
  for (const { type } of marks) types.add(type);
  const lists = listsOf(masked, marks);
  const actors: MarkList[] = [];
  for (const list of lists) addRunsOfActors(actors, list);
  return { sentence, masked, marks, clauses, types, typeBits: typeBits(types), lists, actors };
}

/** 我市, 甲方, or 其 behind 推动. */
function wordAt(
  text: string,
  position: number,
  limit: number,
  marks: readonly Mark[],
  deixis: Deixis,
): MarkSpan | undefined {
  const character = text[position]!;
  if (character === "其") {
    PRONOUN.lastIndex = position;
    const named = PRONOUN.test(text) ? marks.findLast(({ type }) => ACTING.has(type)) : undefined;
    return named && { entity: named.entity, type: named.type, begin: position, end: position + 1 };
  }
  if (!DEICTIC_START.has(character)) return undefined;
  DEICTIC.lastIndex = position;
  const word = DEICTIC.exec(text)?.[0];
  if (!word || position + word.length > limit) return undefined;
  const meant = deixis(word);
  return meant && { entity: meant.entity, type: meant.type, begin: position, end: position + word.length };
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

/** 东莞市松山湖科学城 is the science city, 深圳市南山区 the district: a place right before a name only says where. */
export function withoutPlacesBefore(marks: readonly Mark[]): readonly Mark[] {
  return marks.filter((mark, i) => mark.type !== "Region" || marks[i + 1]?.at !== mark.at + 1);
}

/** The marks among the characters of a captured text. */
export function marksAmong({ marks }: Statement, captured: string): Mark[] {
  const found: Mark[] = [];
  for (let i = 0; i < captured.length; i++) {
    const number = markNumber(captured[i]!);
    if (number !== undefined) found.push(marks[number]!);
  }
  return found;
}

/** Index of the clause around a position of `masked`. */
export function clauseIndexAt({ clauses }: Statement, at: number): number {
  let low = 0;
  let high = clauses.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at < clauses[middle]!.end) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** What a list item names before its colon: 甲省乙研究院:由…; undefined where it names none there. */
export function namedInHeading({ clauses, marks, masked }: Statement): Mark | undefined {
  const [heading] = clauses;
  if (!heading || masked[heading.end] !== ":") return undefined;
  const named = marks.filter(({ at }) => at < heading.end);
  // A place right before a name is where it is.
  const first = named.findIndex(({ type }) => type !== "Region");
  const isPlaced = first > 0 && named.slice(0, first).every(({ at }, i) => named[i + 1]!.at === at + 1);
  return named[isPlaced ? first : 0];
}
