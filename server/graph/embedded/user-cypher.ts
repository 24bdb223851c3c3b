/**
 * A person's query made ready for the engine: a leading EXPLAIN or PROFILE is
 * taken off, every column gets a name (the engine returns internal numbers for
 * nodes beside an aggregate that has none), and the last RETURN a limit.
 */
import { parseClauses, parseProjection } from "./cypher-clauses.ts";
import type { Projection } from "./cypher-clauses.ts";
import { isSymbol, isWord, tokenize } from "../cypher-tokens.ts";
import type { Token } from "../cypher-tokens.ts";
import { columnKinds, columnName } from "./entity-flow.ts";

export interface UserCypher {
  readonly mode: "run" | "explain" | "profile";
  /** As it was written, with blanks in the place of EXPLAIN or PROFILE, so that places in it stay. */
  readonly original: string;
  /** What is run. */
  readonly cypher: string;
  /** Name and kind of each column as they were written; null where they are known only from the answer. */
  readonly columns: readonly ColumnPlan[] | null;
  /** Kinds of columns by name, for when `columns` is null. */
  readonly kinds: ReadonlyMap<string, number>;
}

export interface ColumnPlan {
  readonly name: string;
  /** See `entity-flow.ts`. */
  readonly kind: number;
}

export function prepareUserCypher(text: string, maxRows: number): UserCypher {
  const all = tokenize(text);
  const first = all[0];
  const mode = isWord(first, "EXPLAIN") ? "explain" : isWord(first, "PROFILE") ? "profile" : "run";
  const original =
    mode === "run" || first === undefined ? text : text.slice(0, first.begin) + "       " + text.slice(first.end);
  const tokens = withoutSemicolons(mode === "run" ? all : all.slice(1));
  const clauses = parseClauses(tokens);
  const returns = clauses.filter(({ keyword }) => keyword === "RETURN").map(({ body }) => parseProjection(body));
  const kinds = columnKinds(tokens);
  const lastReturn = returns.at(-1);
  const items = lastReturn?.items ?? [];
  const hasStar = items.some(({ expression }) => isSymbol(expression[0], "*"));
  const end = tokens.at(-1)?.end ?? original.length;
  const isLimited =
    lastReturn === undefined || lastReturn.hasLimit || clauses.some(({ keyword }) => keyword === "UNION");
  return {
    mode,
    original,
    cypher: withNames(original, returns, end) + (isLimited ? "" : `\nLIMIT ${maxRows + 1}`),
    columns:
      lastReturn === undefined || hasStar
        ? null
        : items.map(({ expression, alias }) => ({
            name: alias ?? sourceOf(original, expression),
            kind: kinds.get(alias ?? columnName(expression)) ?? 0,
          })),
    kinds,
  };
}

function withoutSemicolons(tokens: readonly Token[]): readonly Token[] {
  const end = tokens.findLastIndex((token) => !isSymbol(token, ";"));
  return tokens.slice(0, end + 1);
}

/**
 * The text up to `end`, with `AS` a name behind each item that is neither named
 * nor a name. The name is its place, the same in every part of a UNION; what
 * people see is the text that they wrote.
 */
function withNames(text: string, projections: readonly Projection[], end: number): string {
  let result = "";
  let done = 0;
  for (const { items } of projections) {
    for (const [index, { expression, alias }] of items.entries()) {
      const last = expression.at(-1);
      if (alias !== undefined || last === undefined || isName(expression) || isSymbol(expression[0], "*")) continue;
      result += `${text.slice(done, last.end)} AS \`column ${index + 1}\``;
      done = last.end;
    }
  }
  return result + text.slice(done, end);
}

const isName = (expression: readonly Token[]) => expression.length === 1 && expression[0]?.kind === "name";

function sourceOf(text: string, expression: readonly Token[]): string {
  if (isName(expression)) return expression[0]?.text ?? "";
  return text.slice(expression[0]?.begin, expression.at(-1)?.end);
}
