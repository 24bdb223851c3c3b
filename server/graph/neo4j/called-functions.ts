/**
 * Functions with a dot in their name may be anybody's: extensions such as APOC
 * bring some that read files, other addresses and other databases. Only those
 * of Cypher itself are let through.
 */
import { isSymbol, isWord, tokenize } from "../cypher-tokens.ts";
import type { Token } from "../cypher-tokens.ts";
import { WriteRefusedError } from "../errors.ts";

const OF_TIMES = ["fromepoch", "fromepochmillis", "realtime", "statement", "transaction", "truncate"];
const FUNCTIONS = new Set([
  ...["date", "datetime", "localdatetime", "localtime", "time"].flatMap((type) =>
    OF_TIMES.map((name) => `${type}.${name}`),
  ),
  ...["between", "indays", "inmonths", "inseconds"].map((name) => `duration.${name}`),
  ...["distance", "withinbbox"].map((name) => `point.${name}`),
  ...["cosine", "euclidean"].map((name) => `vector.similarity.${name}`),
]);

/** What may stand between the parts of a name without ending it: the server's blanks are more than ours. */
const KNOWN_SYMBOL = /^[!-~]+$/;

/**
 * @param text of a query, or of what a plan tells of an operator
 * @throws WriteRefusedError naming a function that is not Cypher's own
 */
export function refuseCalls(text: string): void {
  for (const name of calledNames(readable(text))) {
    if (FUNCTIONS.has(name.toLowerCase())) continue;
    throw new WriteRefusedError(`The function ${name} is refused. Queries call the functions of Cypher itself.`);
  }
}

/** Names of several parts before an opening bracket, but for those that CALL calls, which the plan tells. */
function calledNames(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap((token, index) => {
    if (token.kind !== "name" || !isSymbol(tokens[index + 1], "(") || !isSymbol(tokens[index - 1], ".")) return [];
    let first = index;
    while (isSymbol(tokens[first - 1], ".") && tokens[first - 2]?.kind === "name") first -= 2;
    if (isWord(tokens[first - 1], "CALL")) return [];
    const parts = tokens.slice(first, index + 1).filter(({ kind }) => kind === "name");
    return [parts.map(({ text }) => text).join(".")];
  });
}

/** What may follow a variable that is called `use`. */
const AFTER_A_NAME = [
  ..."AND AS ASC ASCENDING CALL CONTAINS CREATE DELETE DESC DESCENDING DETACH ELSE END ENDS FOREACH IN IS".split(" "),
  ..."LIMIT MATCH MERGE NOT OFFSET OPTIONAL OR ORDER REMOVE RETURN SET SKIP STARTS THEN UNION UNWIND WHEN".split(" "),
  ..."WHERE WITH XOR".split(" "),
];

const BEFORE_A_QUERY = ["UNION", "ALL", "DISTINCT", "EXPLAIN", "PROFILE"];

/**
 * @param database that queries are for
 * @throws WriteRefusedError where the query names another database
 */
export function refuseOtherDatabases(text: string, database: string): void {
  const tokens = readable(text);
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    if (!isWord(token, "USE") || isSymbol(tokens[index - 1], ".", ":", "|", "$")) continue;
    if (next?.kind !== "name") continue;
    const before = tokens[index - 1];
    const beginsQuery = before === undefined || isSymbol(before, "{") || isWord(before, ...BEFORE_A_QUERY);
    if (!beginsQuery && isWord(next, ...AFTER_A_NAME)) continue;
    const isThis = next.text.toLowerCase() === database.toLowerCase() && !isSymbol(tokens[index + 2], ".", "(");
    if (!isThis) throw new WriteRefusedError(`USE ${next.text} is refused: queries read this graph and no other.`);
  }
}

/** The server reads `\u0061` as the letter wherever it stands. */
function readable(text: string): readonly Token[] {
  const plain = text.replaceAll(/\\u+([0-9a-f]{4})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return tokenize(plain).filter((token) => token.kind !== "symbol" || KNOWN_SYMBOL.test(token.text));
}
