/**
 * The notation in which rules are written: regular expressions over sentences
 * whose mentions each stand as one character.
 *
 * `与{partner:UICO+}共建{body:LP+}` reads: 与, a list of universities, institutes,
 * companies or organisations, 共建, a list of laboratories or platforms. One
 * letter a type; `+` allows a list, whose members all count. `{~9}` is a gap of
 * at most nine characters with neither mention nor punctuation, `{,9}` one with
 * commas, `{*9}` one with mentions, `{=9}` one with both, and `{等}` whatever may
 * close a list (等4家高校). A mention may carry a bracket.
 */
import type { EntityType } from "../../../../server/contract/index.ts";

/** The letter of each type in patterns and examples. */
export const TYPE_LETTERS = {
  Region: "R",
  University: "U",
  ResearchInstitute: "I",
  Laboratory: "L",
  HighTechZone: "Z",
  InnovationPlatform: "P",
  Company: "C",
  Government: "G",
  Organization: "O",
  Policy: "D",
  Programme: "S",
  Industry: "F",
  Person: "N",
} as const satisfies Record<EntityType, string>;

const TYPES = Object.keys(TYPE_LETTERS) as EntityType[];
const TYPE_NUMBERS = new Map(TYPES.map((type, number) => [type, number]));

/** Marks of one type have this many private-use characters, one a mark, so that a captured text tells which. */
const ROOM = 256;
const FIRST = 0xe000;
/** More marks than these are not put into one statement. */
export const MOST_MARKS = ROOM - 16;

/** Rules ask for the same few again and again. */
const typesOfLetters = new Map<string, ReadonlySet<EntityType>>();
const typeOf = new Map(TYPES.map((type) => [TYPE_LETTERS[type] as string, type]));

function range(first: number, count: number): string {
  const escape = (code: number) => `\\u${code.toString(16)}`;
  return `${escape(FIRST + first * ROOM)}-${escape(FIRST + (first + count) * ROOM - 1)}`;
}

/** Every character that stands for a mention, as the inside of a character class. */
export const ANY_MARK = range(0, TYPES.length);

export function markCharacter(type: EntityType, number: number): string {
  return String.fromCharCode(FIRST + TYPE_NUMBERS.get(type)! * ROOM + (number % ROOM));
}

/** The number of a mark in its statement; undefined for every other character. */
export function markNumber(character: string): number | undefined {
  const code = character.charCodeAt(0) - FIRST;
  return code >= 0 && code < TYPES.length * ROOM ? code % ROOM : undefined;
}

/** Types of a run of letters: `UIC` → University, ResearchInstitute, Company. */
export function typesOf(letters: string): ReadonlySet<EntityType> {
  const known = typesOfLetters.get(letters);
  if (known) return known;
  const types = new Set(
    [...letters].map((letter) => {
      const type = typeOf.get(letter);
      if (type) return type;
      throw new Error(`No entity type has the letter ${letter}; use one of ${[...typeOf.keys()].join("")}.`);
    }),
  );
  typesOfLetters.set(letters, types);
  return types;
}

/** Types as bits of one number. */
export function typeBits(types: Iterable<EntityType>): number {
  let bits = 0;
  for (const type of types) bits |= 1 << TYPE_NUMBERS.get(type)!;
  return bits;
}

const bitsOfLetters = new Map<string, number>();

/** The types of a run of letters as such bits. */
export function bitsOf(letters: string): number {
  let bits = bitsOfLetters.get(letters);
  if (bits === undefined) bitsOfLetters.set(letters, (bits = typeBits(typesOf(letters))));
  return bits;
}

const PUNCTUATION = ",;:。.!?\\n|";
const BRACKET = "(?:\\([^()\\n]{0,24}\\))?";

/** The characters of these types, as the inside of a character class. */
export function marksOfTypes(letters: string): string {
  return [...typesOf(letters)].map((type) => range(TYPES.indexOf(type), 1)).join("");
}

/** A list skips members that are no mentions (A、某学院和B), but not punctuation other than 、. */
function listOf(letters: string): string {
  const one = `[${marksOfTypes(letters)}]${BRACKET}`;
  const joint = "(?:教授|院士|专家|团队|课题组){0,3}(?:,?以及|及其|[、和与及暨—-])?";
  const unnamed = `、[^${ANY_MARK}、${PUNCTUATION}]{1,14}[、和与及]`;
  return `${one}(?:(?:${joint}|${unnamed})${one})*`;
}

/** 、社会事业等领域: members that are no mentions may come before 等. */
const END_OF_LIST = `(?:(?:[、和][^、和等${ANY_MARK}${PUNCTUATION}()]{1,14}){0,2}等[^等${ANY_MARK}${PUNCTUATION}()]{0,22}?)?`;

const cues = new WeakMap<RegExp, RegExp>();

/** Whether an expression can match at all; far cheaper than to try it at every name. */
export function canMatch(expression: RegExp, masked: string): boolean {
  return cues.get(expression)?.test(masked) ?? true;
}

/**
 * Compiles a rule's notation; capture names are those of its placeholders. The
 * expression is global: it is run with a `lastIndex` of one's own. Where a `cue`
 * is given, statements without it cannot match.
 */
export function pattern(source: string, cue?: RegExp): RegExp {
  const expanded = source
    .replace(/\{等\}/g, END_OF_LIST)
    .replace(/\{~(\d+)\}/g, (_, most: string) => `[^${ANY_MARK}${PUNCTUATION}]{0,${most}}?`)
    .replace(/\{,(\d+)\}/g, (_, most: string) => `[^${ANY_MARK};。!?\\n|]{0,${most}}?`)
    .replace(/\{\*(\d+)\}/g, (_, most: string) => `[^${PUNCTUATION}]{0,${most}}?`)
    .replace(/\{=(\d+)\}/g, (_, most: string) => `[^;。\\n|]{0,${most}}?`)
    .replace(/\{(?:([a-z]\w*):)?([A-Z]+)(\+)?\}/g, (_, name: string | undefined, letters: string, list?: string) => {
      const body = list ? listOf(letters) : `[${marksOfTypes(letters)}]${BRACKET}`;
      return name ? `(?<${name}>${body})` : `(?:${body})`;
    });
  const expression = new RegExp(expanded, "g");
  if (cue) cues.set(expression, cue);
  return expression;
}
