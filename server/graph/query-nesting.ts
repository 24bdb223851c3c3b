/**
 * Queries that are nested so deep that reading them overflows the stack of an
 * engine: a Neo4j then never answers, and no time limit ends it. How deep the
 * tree of an expression is shows in its tokens: brackets, and operators one
 * behind the other (`1 + 1 + 1 ...` is as deep as it is long).
 */
import { isSymbol, isWord, positionAt, tokenize } from "./cypher-tokens.ts";
import type { Token } from "./cypher-tokens.ts";
import { QuerySyntaxError } from "./errors.ts";

/** An operator counts 1. A Neo4j fails at some thousands, what people write has less than fifty. */
const MAX_DEPTH = 400;
/** What a bracket or a CASE counts: it takes the reader through every level of precedence. Some 300 are too many. */
const OF_BRACKET = 4;
/** A subquery is planned for itself, which is more work than reading it; a map looks the same. */
const OF_BRACE = 20;

/** From what binds least to what binds most. */
const OPERATORS: readonly (readonly string[])[] = [
  ["OR", "XOR"],
  ["AND"],
  ["NOT"],
  ["IN", "CONTAINS", "STARTS", "ENDS", "IS", "=", "<>", "<", ">", "<=", ">=", "=~"],
  ["+", "-", "*", "/", "%", "^", "|", "&", "!", ":", "->", "<-"],
  [".", "..", "["],
];
const PRECEDENCE = new Map(OPERATORS.flatMap((names, precedence) => names.map((name) => [name, precedence] as const)));

/** What ends an expression: it and the next stand side by side. */
const CLAUSES = ["MATCH", "OPTIONAL", "UNWIND", "WITH", "RETURN", "CALL", "UNION", "WHERE", "ORDER", "SKIP", "LIMIT"];
/** Behind these a word is a name, even where it is that of a clause. */
const BEFORE_A_NAME = ["CASE", "WHEN", "THEN", "ELSE"];

/** @throws QuerySyntaxError with the place where it becomes too deep */
export function refuseDeepQuery(cypher: string): void {
  let level = new Level();
  let before: Token | undefined;
  for (const token of tokenize(cypher)) {
    if (isSymbol(token, ")", "]", "}")) level = level.outer ?? level;
    else if (isSymbol(token, ",") || (isWord(token, ...CLAUSES) && !takesName(before))) level.clear();
    level.count(token);
    if (isSymbol(token, "(", "[", "{")) level = new Level(level, isSymbol(token, "{") ? OF_BRACE : OF_BRACKET);
    if (level.depth > MAX_DEPTH) {
      const place = positionAt(cypher, token.begin);
      throw new QuerySyntaxError(
        "The query is nested too deep. Write it in parts, or give lists as parameters.",
        place,
      );
    }
    before = token;
  }
}

const precedenceOf = ({ kind, text }: Token) =>
  kind === "symbol" || kind === "name" ? PRECEDENCE.get(text.toUpperCase()) : undefined;

function takesName(token: Token | undefined): boolean {
  return token !== undefined && (precedenceOf(token) !== undefined || isWord(token, ...BEFORE_A_NAME));
}

/** What stands between two brackets, or in none. */
class Level {
  readonly outer: Level | undefined;
  readonly #before: number;
  /** Of each precedence, how many stand one behind the other. */
  readonly #counts: number[] = OPERATORS.map(() => 0);
  #cases = 0;

  constructor(outer?: Level, weight: number = 0) {
    this.outer = outer;
    this.#before = outer === undefined ? 0 : outer.depth + weight;
  }

  get depth(): number {
    return this.#counts.reduce((sum, count) => sum + count, this.#before + this.#cases * OF_BRACKET);
  }

  clear(): void {
    this.#counts.fill(0);
    this.#cases = 0;
  }

  count(token: Token): void {
    // Where a CASE ends cannot be told from its tokens: END is a name too.
    if (isWord(token, "CASE")) this.#cases += 1;
    const precedence = precedenceOf(token);
    if (precedence === undefined) return;
    this.#counts[precedence] = (this.#counts[precedence] ?? 0) + 1;
    this.#counts.fill(0, precedence + 1);
  }
}
