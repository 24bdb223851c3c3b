/**
 * A query as its clauses, and a projection (WITH, RETURN) as its items. Reads
 * only what stands outside of brackets; a subquery is read on its own.
 */
import { isSymbol, isWord, skipBrackets, splitTop } from "../cypher-tokens.ts";
import type { Token } from "../cypher-tokens.ts";

export interface Clause {
  /** MATCH, UNWIND, WITH, RETURN, CALL, UNION ...; OPTIONAL MATCH is MATCH. */
  readonly keyword: string;
  /** What follows the keyword. */
  readonly body: readonly Token[];
}

const KEYWORDS = ["MATCH", "UNWIND", "WITH", "RETURN", "CALL", "UNION", "CREATE", "MERGE", "SET", "DELETE", "REMOVE"];
const KEYWORDS_BEFORE = ["OPTIONAL", "DETACH"];

export function parseClauses(tokens: readonly Token[]): readonly Clause[] {
  const clauses: { keyword: string; body: Token[] }[] = [];
  for (let index = 0; index < tokens.length;) {
    const token = tokens[index] as Token;
    const next = isSymbol(token, "(", "[", "{") ? skipBrackets(tokens, index) : index + 1;
    if (startsClause(tokens, index)) clauses.push({ keyword: token.text.toUpperCase(), body: [] });
    else if (!isWord(token, ...KEYWORDS_BEFORE)) clauses.at(-1)?.body.push(...tokens.slice(index, next));
    index = next;
  }
  return clauses;
}

function startsClause(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  return isWord(tokens[index], ...KEYWORDS) && !isWord(before, "STARTS", "ENDS") && !isSymbol(before, ".", ":", "|");
}

export interface Projection {
  readonly isDistinct: boolean;
  readonly items: readonly ProjectionItem[];
  readonly hasLimit: boolean;
}

export interface ProjectionItem {
  readonly expression: readonly Token[];
  /** What follows AS; undefined where there is none. */
  readonly alias: string | undefined;
}

/** @param body of a WITH or RETURN */
export function parseProjection(body: readonly Token[]): Projection {
  const isDistinct = isWord(body[0], "DISTINCT");
  const tail = splitTop(isDistinct ? body.slice(1) : body, (token) =>
    isWord(token, "ORDER", "SKIP", "OFFSET", "LIMIT", "WHERE"),
  );
  const items = splitTop(tail[0] ?? [], (token) => isSymbol(token, ","));
  return {
    isDistinct,
    items: items.filter((item) => item.length > 0).map(parseItem),
    hasLimit: splitTop(body, (token) => isWord(token, "LIMIT")).length > 1,
  };
}

function parseItem(tokens: readonly Token[]): ProjectionItem {
  const [expression = [], alias] = splitTop(tokens, (token) => isWord(token, "AS"));
  return { expression, alias: alias?.[0]?.text };
}
