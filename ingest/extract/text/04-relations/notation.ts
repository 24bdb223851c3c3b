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

/** First of the private-use characters that stand for mentions. */
const FIRST = 0xe000;

const characterOf = new Map(TYPES.map((type, index) => [type, String.fromCharCode(FIRST + index)]));
const typeOf = new Map(TYPES.map((type) => [TYPE_LETTERS[type] as string, type]));

/** Every character that stands for a mention, as the inside of a character class. */
export const ANY_MARK = `${String.fromCharCode(FIRST)}-${String.fromCharCode(FIRST + TYPES.length - 1)}`;

export function markCharacter(type: EntityType): string {
  return characterOf.get(type)!;
}

export function isMarkCharacter(character: string): boolean {
  const code = character.charCodeAt(0);
  return code >= FIRST && code < FIRST + TYPES.length;
}

/** Types of a run of letters: `UIC` → University, ResearchInstitute, Company. */
export function typesOf(letters: string): EntityType[] {
  return [...letters].map((letter) => {
    const type = typeOf.get(letter);
    if (!type) throw new Error(`No entity type has the letter ${letter}; use one of ${[...typeOf.keys()].join("")}.`);
    return type;
  });
}

const PUNCTUATION = ",;:。.!?\\n|";
const BRACKET = "(?:\\([^()\\n]{0,24}\\))?";

function markClass(letters: string): string {
  return `[${typesOf(letters).map(markCharacter).join("")}]`;
}

/** A list skips members that are no mentions (A、某学院和B), but not punctuation other than 、. */
function listOf(letters: string): string {
  const one = `${markClass(letters)}${BRACKET}`;
  const joint = "(?:以及|及其|[、和与及暨—-])?";
  const unnamed = `、[^${ANY_MARK}、${PUNCTUATION}]{1,14}[、和与及]`;
  return `${one}(?:(?:${joint}|${unnamed})${one})*`;
}

/** 、社会事业等领域: members that are no mentions may come before 等. */
const END_OF_LIST = `(?:(?:[、和][^、和等${ANY_MARK}${PUNCTUATION}()]{1,14}){0,2}等[^等${ANY_MARK}${PUNCTUATION}()]{0,22}?)?`;

/**
 * Compiles a rule's notation. Capture names are those of its placeholders; the
 * expression is global and gives the positions of its groups.
 */
export function pattern(source: string): RegExp {
  const expanded = source
    .replace(/\{等\}/g, END_OF_LIST)
    .replace(/\{~(\d+)\}/g, (_, most: string) => `[^${ANY_MARK}${PUNCTUATION}]{0,${most}}?`)
    .replace(/\{,(\d+)\}/g, (_, most: string) => `[^${ANY_MARK};。!?\\n|]{0,${most}}?`)
    .replace(/\{\*(\d+)\}/g, (_, most: string) => `[^${PUNCTUATION}]{0,${most}}?`)
    .replace(/\{=(\d+)\}/g, (_, most: string) => `[^;。\\n|]{0,${most}}?`)
    .replace(/\{(?:([a-z]\w*):)?([A-Z]+)(\+)?\}/g, (_, name: string | undefined, letters: string, list?: string) => {
      const body = list ? listOf(letters) : `${markClass(letters)}${BRACKET}`;
      return name ? `(?<${name}>${body})` : `(?:${body})`;
    });
  return new RegExp(expanded, "dgu");
}
