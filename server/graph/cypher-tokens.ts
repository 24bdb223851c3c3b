/**
 * Cypher as a list of tokens with their places: enough to find clauses, their
 * items and the names in them, whatever stands in strings and comments.
 */
export type TokenKind = "name" | "number" | "string" | "parameter" | "symbol";

export interface Token {
  readonly kind: TokenKind;
  /** As written; a quoted name without its backticks. */
  readonly text: string;
  readonly begin: number;
  readonly end: number;
}

// One alternative a kind of token, and one for what separates them.
const TOKEN =
  /(?<space>\s+|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$))|(?<quoted>`[^`]*(?:`|$))|(?<string>"(?:\\[^]|[^"\\])*(?:"|$)|'(?:\\[^]|[^'\\])*(?:'|$))|(?<parameter>\$(?:`[^`]*`|[\p{L}\p{N}_]+))|(?<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+)|(?<name>[\p{L}_][\p{L}\p{N}_]*)|(?<symbol><>|<=|>=|=~|->|<-|\.\.|\+=|[^])/gu;

export function tokenize(cypher: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of cypher.matchAll(TOKEN)) {
    const groups = match.groups ?? {};
    const place = { begin: match.index, end: match.index + match[0].length };
    if (groups["quoted"] !== undefined) tokens.push({ kind: "name", text: match[0].replaceAll("`", ""), ...place });
    for (const kind of ["string", "parameter", "number", "name", "symbol"] as const) {
      if (groups[kind] !== undefined) tokens.push({ kind, text: match[0], ...place });
    }
  }
  return tokens;
}

/** Whether the token is this keyword; names in backticks never are. */
export function isWord(token: Token | undefined, ...words: readonly string[]): boolean {
  return (
    token?.kind === "name" && token.end - token.begin === token.text.length && words.includes(token.text.toUpperCase())
  );
}

export function isSymbol(token: Token | undefined, ...symbols: readonly string[]): boolean {
  return token?.kind === "symbol" && symbols.includes(token.text);
}

const OPENING = ["(", "[", "{"];
const CLOSING = [")", "]", "}"];

/** Index just behind the bracket that closes the one at `index`; the end where it is never closed. */
export function skipBrackets(tokens: readonly Token[], index: number): number {
  let depth = 0;
  for (let at = index; at < tokens.length; at += 1) {
    if (isSymbol(tokens[at], ...OPENING)) depth += 1;
    else if (isSymbol(tokens[at], ...CLOSING) && --depth === 0) return at + 1;
  }
  return tokens.length;
}

/** Splits at tokens outside of all brackets (and outside CASE ... END) for which `isSplit` holds. */
export function splitTop(
  tokens: readonly Token[],
  isSplit: (token: Token, index: number) => boolean,
): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  let cases = 0;
  for (let index = 0; index < tokens.length;) {
    const token = tokens[index] as Token;
    if (isWord(token, "CASE")) cases += 1;
    else if (isWord(token, "END") && cases > 0 && !isSymbol(tokens[index - 1], ".")) cases -= 1;
    const next = isSymbol(token, ...OPENING) ? skipBrackets(tokens, index) : index + 1;
    if (next === index + 1 && cases === 0 && isSplit(token, index)) parts.push([]);
    else parts.at(-1)?.push(...tokens.slice(index, next));
    index = next;
  }
  return parts;
}

/** Line and column from 1 of an offset. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
