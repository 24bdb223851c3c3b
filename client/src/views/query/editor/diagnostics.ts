/**
 * What is wrong with a text, from two judges: the grammar in the worker, at
 * every pause, and the store itself, which alone knows what it speaks. Where
 * both see a mistake at one place the store's word counts.
 */
import type { Diagnostic } from "@codemirror/lint";

import type { Api } from "../../../api.ts";
import { placeOf, statementsOf } from "../../../cypher/cypher-text.ts";
import type { QueryPosition } from "../../../../../server/contract/index.ts";
import { queryMessages } from "../messages.ts";
import type { LanguageClient } from "./language-client.ts";
import type { LanguageDiagnostic } from "./language-protocol.ts";

export interface Judges {
  readonly language: LanguageClient;
  readonly api: Pick<Api, "queryCheck">;
  readonly parameters: () => { readonly names: readonly string[]; readonly values: Readonly<Record<string, unknown>> };
}

/** The store is not asked about more statements than a person looks at. */
const CHECKED_STATEMENTS = 5;

export function createDiagnose({
  language,
  api,
  parameters,
}: Judges): (text: string) => Promise<readonly Diagnostic[]> {
  let abort = new AbortController();
  return async (text) => {
    abort.abort();
    abort = new AbortController();
    if (text.trim() === "") return [];
    const { names, values } = parameters();
    const [byGrammar, byStore] = await Promise.all([
      language.ask({ op: "diagnose", text, parameters: names }).catch(() => []),
      checkStatements(text, values, api, abort.signal),
    ]);
    const grammar = (byGrammar ?? []).map((found) => ({ ...inText(found, text), message: wordsOf(found) }));
    const errors = byStore.filter(({ severity }) => severity === "error");
    // A mistake of the grammar that the store does not mind is one of another dialect.
    const kept = grammar.filter(
      ({ from, to, severity }) =>
        severity !== "error" ||
        (errors.length > 0 && !errors.some((error) => error.from <= to && error.to >= from && error.from !== 0)),
    );
    return [...byStore, ...kept].toSorted((a, b) => a.from - b.from);
  };
}

async function checkStatements(
  text: string,
  parameters: Readonly<Record<string, unknown>>,
  api: Pick<Api, "queryCheck">,
  signal: AbortSignal,
): Promise<readonly Diagnostic[]> {
  const statements = statementsOf(text).slice(0, CHECKED_STATEMENTS);
  const checks = statements.map(async ({ text: cypher, begin }): Promise<readonly Diagnostic[]> => {
    // Without an answer nothing is judged: the query itself will say what is wrong.
    const check = await api.queryCheck({ cypher, parameters }, signal).catch(() => undefined);
    if (check === undefined) return [];
    const at = (position: QueryPosition | null) => placeOf(text, { text: cypher, begin }, position);
    const warnings = check.warnings.map(({ message, position }) => ({
      ...at(position),
      severity: "warning" as const,
      message,
    }));
    if (check.problem === null) return warnings;
    return [...warnings, { ...at(check.problem.position), severity: "error", message: check.problem.message }];
  });
  return (await Promise.all(checks)).flat();
}

function inText({ from, to, severity }: LanguageDiagnostic, text: string) {
  const begin = Math.max(0, Math.min(from, text.length - 1));
  return { from: begin, to: Math.max(begin, Math.min(to, text.length)), severity };
}

/** The grammar speaks English; what it says of the graph's names has a sentence in both languages. */
function wordsOf({ message }: LanguageDiagnostic): string {
  const words = queryMessages.value;
  const [, label] = /^Label (\S+) is not present/.exec(message) ?? [];
  if (label !== undefined) return words.unknownLabel(label);
  const [, type] = /^(?:Relationship type|Label or relationship type) (\S+) is not present/.exec(message) ?? [];
  if (type !== undefined) return words.unknownRelation(type);
  const [, name] = /^Function (\S+) is not present/.exec(message) ?? [];
  if (name !== undefined) return words.unknownFunction(name);
  const [, procedure] = /^Procedure (\S+) is not present/.exec(message) ?? [];
  if (procedure !== undefined) return words.unknownProcedure(procedure);
  const [, property] = /^(\S+) is not present in the database/.exec(message) ?? [];
  return property === undefined ? message : words.unknownProperty(property);
}
