/**
 * Which columns of a query hold nodes or relations, and which of them the
 * engine may hand out as bare internal numbers.
 *
 * The engine (0.6.0) loses what a value is when it passes through CASE,
 * coalesce, a list comprehension or the sum of two lists: a node comes out as
 * the integer that numbers it inside. Nobody can tell such a number from a
 * figure by looking at it, so it has to be known from the query.
 */
import { parseClauses, parseProjection } from "./cypher-clauses.ts";
import { isSymbol, isWord, skipBrackets, splitTop } from "../cypher-tokens.ts";
import type { Token } from "../cypher-tokens.ts";

/** What a value may be: a set of these bits. */
export const NODE = 1;
export const RELATION = 2;
/** A number, or anything else that could look like one. */
export const SCALAR = 4;
export const PATH = 8;
/** Nodes and relations in it may be internal numbers. */
export const RAW = 16;

type Scope = ReadonlyMap<string, number>;

/** What each column of the answer may hold, by name; of `RETURN *` every variable in scope. */
export function columnKinds(tokens: readonly Token[], outer: Scope = new Map()): Scope {
  let scope = new Map(outer);
  let columns = new Map<string, number>();
  for (const { keyword, body } of parseClauses(tokens)) {
    if (keyword === "MATCH" || keyword === "MERGE" || keyword === "CREATE") bindPattern(body, scope);
    else if (keyword === "UNWIND") {
      const [list = [], name = []] = splitTop(body, (token) => isWord(token, "AS"));
      if (name[0]) scope.set(name[0].text, kindOf(list, scope));
    } else if (keyword === "CALL") callInto(body, scope);
    else if (keyword === "WITH") scope = project(body, scope, "variable");
    else if (keyword === "RETURN") {
      for (const [name, kind] of project(body, scope, "column")) columns.set(name, (columns.get(name) ?? 0) | kind);
    } else if (keyword === "UNION") scope = new Map(outer);
  }
  return columns;
}

function project(body: readonly Token[], scope: Scope, as: "variable" | "column"): Map<string, number> {
  const projected = new Map<string, number>();
  for (const { expression, alias } of parseProjection(body).items) {
    if (expression.length === 1 && isSymbol(expression[0], "*")) {
      for (const [name, kind] of scope) projected.set(name, kind);
      continue;
    }
    const name = alias ?? (as === "column" ? columnName(expression) : expression[0]?.text);
    if (name !== undefined) projected.set(name, kindOf(expression, scope));
  }
  return projected;
}

/** Columns without an alias go by their first and last place in the text. */
export function columnName(expression: readonly Token[]): string {
  const only = expression.length === 1 ? expression[0] : undefined;
  return only?.kind === "name" ? only.text : `${expression[0]?.begin}-${expression.at(-1)?.end}`;
}

function callInto(body: readonly Token[], scope: Map<string, number>): void {
  const open = body.findIndex((token) => isSymbol(token, "{"));
  if (open < 0) return;
  const inner = body.slice(open + 1, skipBrackets(body, open) - 1);
  // A subquery sees what it imports; to take everything for imported errs on the safe side.
  for (const [name, kind] of columnKinds(inner, scope)) scope.set(name, kind);
}

/** Every name at the start of a node or relation bracket, and `p =` before a pattern. */
function bindPattern(body: readonly Token[], scope: Map<string, number>): void {
  for (let index = 0; index < body.length; index += 1) {
    const [token, next] = [body[index], body[index + 1]];
    if (isWord(token, "WHERE")) return;
    if (next?.kind === "name" && isSymbol(token, "(") && !isCall(body, index)) {
      if (!scope.has(next.text)) scope.set(next.text, NODE);
    } else if (next?.kind === "name" && isSymbol(token, "[") && isSymbol(body[index - 1], "-")) {
      if (!scope.has(next.text)) scope.set(next.text, RELATION);
    } else if (token?.kind === "name" && isSymbol(next, "=")) scope.set(token.text, PATH);
  }
}

/** `shortestPath(` opens no node. */
function isCall(body: readonly Token[], open: number): boolean {
  return body[open - 1]?.kind === "name" && body[open + 1] !== undefined && isSymbol(body[open + 1], "(");
}

const BOOLEAN_WORDS = ["AND", "OR", "XOR", "NOT", "IN", "IS", "STARTS", "ENDS", "CONTAINS"];
/** Their value is one of their arguments, or a list of them, and comes out right. */
const PASSING = new Set(["collect", "head", "last", "tail", "reverse"]);
/** Their value is one of their arguments, and comes out as a number. */
const LOSING = new Set(["coalesce", "nullif", "min", "max", "reduce"]);

function kindOf(tokens: readonly Token[], scope: Scope): number {
  const [first, second] = [tokens[0], tokens[1]];
  if (first === undefined) return 0;
  if (isWord(first, "CASE") && isWord(tokens.at(-1), "END")) return caseKind(tokens.slice(1, -1), scope);
  const isBoolean = splitTop(tokens, (token) => isWord(token, ...BOOLEAN_WORDS) || isComparison(token)).length > 1;
  if (isBoolean) return SCALAR;
  const summands = splitTop(tokens, (token) => isSymbol(token, "+"));
  if (summands.length > 1) return loses(join(summands.map((part) => kindOf(part, scope))));
  if (splitTop(tokens, (token) => isSymbol(token, "-", "*", "/", "%", "^")).length > 1) return SCALAR;

  const last = tokens.at(-2);
  if (tokens.length > 2 && isSymbol(last, ".")) return propertyKind(tokens.slice(0, -2), scope);
  if (isSymbol(first, "(", "[", "{")) return bracketKind(tokens, scope);
  if (first.kind === "name" && isSymbol(second, "(")) return callKind(first.text.toLowerCase(), tokens, scope);
  if (first.kind === "name" && isSymbol(second, "{")) return mapKind(tokens.slice(2, -1), scope);
  if (first.kind === "name" && (second === undefined || isSymbol(second, "["))) return nameKind(first, scope);
  return first.kind === "string" && second === undefined ? 0 : SCALAR;
}

const nameKind = (token: Token, scope: Scope) => (isWord(token, "NULL") ? 0 : (scope.get(token.text) ?? SCALAR));

/** A property of a node is a scalar; of a map it may be whatever the map holds. */
function propertyKind(owner: readonly Token[], scope: Scope): number {
  const isMap = isSymbol(owner[0], "{") || (owner.length === 1 && (kindOf(owner, scope) & (NODE | RELATION)) === 0);
  return isMap ? kindOf(owner, scope) | SCALAR : SCALAR;
}

function bracketKind(tokens: readonly Token[], scope: Scope): number {
  const end = skipBrackets(tokens, 0);
  const inner = tokens.slice(1, end - 1);
  if (isSymbol(tokens[0], "(")) return kindOf(inner, scope);
  if (isSymbol(tokens[0], "{")) return mapKind(inner, scope);
  if (inner[0]?.kind === "name" && isWord(inner[1], "IN")) return comprehensionKind(inner, scope);
  const [pattern = [], mapped] = splitTop(inner, (token) => isSymbol(token, "|"));
  if (mapped !== undefined) {
    const bound = new Map(scope);
    bindPattern(pattern, bound);
    return kindOf(mapped, bound);
  }
  return join(splitTop(inner, (token) => isSymbol(token, ",")).map((part) => kindOf(part, scope)));
}

function comprehensionKind(inner: readonly Token[], scope: Scope): number {
  const [source = [], mapped] = splitTop(inner.slice(2), (token) => isSymbol(token, "|"));
  const [list = []] = splitTop(source, (token) => isWord(token, "WHERE"));
  const element = loses(kindOf(list, scope));
  return mapped === undefined ? element : kindOf(mapped, new Map(scope).set(inner[0]?.text ?? "", element));
}

/** Of a map's values: `a: x, b: y`, and of a projection also `.*` and `.name`. */
function mapKind(inner: readonly Token[], scope: Scope): number {
  const entries = splitTop(inner, (token) => isSymbol(token, ","));
  return join(
    entries.map((entry) => {
      const [, value] = splitTop(entry, (token) => isSymbol(token, ":"));
      return value === undefined ? SCALAR : kindOf(value, scope);
    }),
  );
}

function caseKind(tokens: readonly Token[], scope: Scope): number {
  const parts = splitTop(tokens, (token) => isWord(token, "WHEN", "ELSE"));
  const results = parts.map((part) => splitTop(part, (token) => isWord(token, "THEN")));
  const hasElse = splitTop(tokens, (token) => isWord(token, "ELSE")).length > 1;
  const values = results.flatMap((part, index) => {
    if (part[1] !== undefined) return [part[1]];
    return hasElse && index === results.length - 1 && part[0] !== undefined ? [part[0]] : [];
  });
  return loses(join(values.map((value) => kindOf(value, scope))));
}

function callKind(name: string, tokens: readonly Token[], scope: Scope): number {
  const inner = tokens.slice(2, skipBrackets(tokens, 1) - 1);
  if (name === "nodes" || name === "startnode" || name === "endnode") return NODE;
  if (name === "relationships") return RELATION;
  if (name === "reduce") return reduceKind(inner, scope);
  if (!PASSING.has(name) && !LOSING.has(name)) return SCALAR;
  const args = splitTop(isWord(inner[0], "DISTINCT") ? inner.slice(1) : inner, (token) => isSymbol(token, ","));
  const kind = join(args.map((part) => kindOf(part, scope)));
  return LOSING.has(name) ? loses(kind) : kind;
}

/** `reduce(sum = start, x IN list | next)` */
function reduceKind(inner: readonly Token[], scope: Scope): number {
  const [head = [], next = []] = splitTop(inner, (token) => isSymbol(token, "|"));
  const [start = [], source = []] = splitTop(head, (token) => isSymbol(token, ","));
  const bound = new Map(scope);
  bound.set(start[0]?.text ?? "", kindOf(start.slice(2), scope));
  bound.set(source[0]?.text ?? "", loses(kindOf(source.slice(2), scope)));
  return loses(kindOf(next, bound));
}

const isComparison = (token: Token) => isSymbol(token, "=", "<>", "<", ">", "<=", ">=", "=~");
const join = (kinds: readonly number[]) => kinds.reduce((all, kind) => all | kind, 0);
const loses = (kind: number) => ((kind & (NODE | RELATION)) === 0 ? kind : kind | RAW);
