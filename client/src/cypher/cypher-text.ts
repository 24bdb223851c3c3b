/** Cypher as text: what stands in strings, comments and quoted names is told from the rest, without a grammar. */

// Strings, quoted names and comments, each also where it is never closed; parameters; the end of a statement.
const PIECE =
  /"(?:\\[^]|[^"\\])*(?:"|$)|'(?:\\[^]|[^'\\])*(?:'|$)|`[^`]*(?:`|$)|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|\$(?:`(?<quoted>[^`]+)`|(?<name>[\p{L}\p{N}_]+))|(?<end>;)/gu;

export interface Statement {
  /** Without blanks and comments around it. */
  readonly text: string;
  /** In the whole text. */
  readonly begin: number;
  readonly end: number;
}

/** Names of the parameters, in the order in which they first occur. */
export function parametersOf(cypher: string): readonly string[] {
  const names = [...cypher.matchAll(PIECE)].flatMap(({ groups }) => groups?.["name"] ?? groups?.["quoted"] ?? []);
  return [...new Set(names)];
}

/** The statements that semicolons part; those of blanks and comments alone are none. */
export function statementsOf(cypher: string): readonly Statement[] {
  const ends = [...cypher.matchAll(PIECE)].filter(({ groups }) => groups?.["end"] !== undefined);
  const begins = [0, ...ends.map(({ index }) => index + 1)];
  return begins.flatMap((from, at) => {
    const to = ends[at]?.index ?? cypher.length;
    const part = cypher.slice(from, to);
    if (withoutComments(part).trim() === "") return [];
    const begin = from + part.length - part.trimStart().length;
    return [{ text: part.trim(), begin, end: begin + part.trim().length }];
  });
}

/** The statement in which an offset lies, or the last one before it. */
export function statementAt(cypher: string, offset: number): Statement | undefined {
  const statements = statementsOf(cypher);
  return statements.findLast(({ begin }) => begin <= offset) ?? statements[0];
}

/**
 * Where in a text the word stands that a store means by a position in one of its
 * statements; without a position it is the statement's first word.
 */
export function placeOf(
  text: string,
  statement: Pick<Statement, "text" | "begin">,
  position: { readonly line: number; readonly column: number } | null,
): { readonly from: number; readonly to: number } {
  const lines = statement.text.split("\n");
  const line = Math.min((position?.line ?? 1) - 1, lines.length - 1);
  const before = lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0);
  const end = statement.begin + statement.text.length;
  const from = Math.min(statement.begin + before + Math.max(0, (position?.column ?? 1) - 1), end);
  const word = /^[\p{L}\p{N}_$`]+/u.exec(text.slice(from, end))?.[0] ?? "";
  // At the end of the text there is nothing to mark but what stands before it.
  if (word === "" && from >= end) return { from: Math.max(statement.begin, end - 1), to: end };
  return { from, to: from + Math.max(1, word.length) };
}

function withoutComments(text: string): string {
  return text.replaceAll(PIECE, (piece) => (piece.startsWith("//") || piece.startsWith("/*") ? " " : piece));
}

/** What a query is called before anybody names it: its first comment, else its first line. */
export function titleOf(cypher: string): string {
  const comment = /^\s*\/\/\s*(.+)/.exec(cypher)?.[1];
  return (comment ?? cypher.trim().split("\n")[0] ?? "").trim();
}

/** A name as it may stand in Cypher: quoted where it is not of letters, digits and underscores. */
export function cypherName(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : `\`${name.replaceAll("`", "``")}\``;
}

/** A value as it stands in Cypher. */
export function cypherLiteral(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "string")
    return `'${value.replaceAll("\\", "\\\\").replaceAll("'", "\\'").replaceAll("\n", "\\n")}'`;
  if (Array.isArray(value)) return `[${value.map(cypherLiteral).join(", ")}]`;
  if (typeof value === "object") {
    return `{${Object.entries(value)
      .map(([key, inner]) => `${cypherName(key)}: ${cypherLiteral(inner)}`)
      .join(", ")}}`;
  }
  return String(value);
}
