/** Completion: what the grammar allows at the cursor, and within a string the values that the graph holds. */
import type { Completion, CompletionContext, CompletionResult, CompletionSource } from "@codemirror/autocomplete";

import type { EntityType } from "../../../../../server/contract/index.ts";
import type { LanguageClient } from "./language-client.ts";
import type { CompletionKind, LanguageCompletion } from "./language-protocol.ts";

/** A value of the graph that a string may hold. */
export interface GraphValue {
  readonly text: string;
  readonly entityType?: EntityType | undefined;
  /** Beside the text: the type, a former name. */
  readonly detail: string;
  /** In the panel beside the list. */
  readonly info?: string | undefined;
}

export interface CompletionSources {
  readonly language: LanguageClient;
  /** Values that begin like `text`, for the property of that name where it is known. */
  readonly values: (text: string, property: string | undefined, signal: AbortSignal) => Promise<readonly GraphValue[]>;
  /** What a name means: a label, a relation type, a function. */
  readonly meaning: (name: string, kind: CompletionKind) => { readonly detail: string; readonly info?: string };
  /** Properties of the labels of a variable, which come first. */
  readonly propertiesOf: (labels: readonly string[]) => ReadonlySet<string>;
}

/** What an option shows before its label. */
export interface CypherCompletion extends Completion {
  readonly kind: CompletionKind | "value";
  readonly entityType?: EntityType | undefined;
}

export function cypherCompletion(sources: CompletionSources): CompletionSource {
  return (context) => {
    const open = openString(context.state.sliceDoc(lineStartBefore(context, 400), context.pos));
    return open === undefined ? grammarOptions(context, sources) : valueOptions(context, open, sources);
  };
}

/** Far enough back to see what a string belongs to. */
const lineStartBefore = ({ pos }: CompletionContext, length: number) => Math.max(0, pos - length);

export interface OpenString {
  readonly quote: string;
  readonly text: string;
  readonly property: string | undefined;
}

/** The string that is open at the end of a text, with the property that it is compared with. */
export function openString(before: string): OpenString | undefined {
  let quote = "";
  let begin = 0;
  for (let at = 0; at < before.length; at += 1) {
    const sign = before[at] ?? "";
    if (quote !== "") {
      if (sign === "\\") at += 1;
      else if (sign === quote) quote = "";
    } else if (sign === "/" && before[at + 1] === "/") {
      const end = before.indexOf("\n", at);
      if (end < 0) return undefined;
      at = end;
    } else if (sign === "'" || sign === '"') {
      quote = sign;
      begin = at + 1;
    }
  }
  if (quote === "") return undefined;
  const head = before.slice(0, begin - 1);
  const property =
    /(?:\.|[{,]\s*)`?([\p{L}_][\p{L}\p{N}_]*)`?\s*(?:=~?|<>|:|CONTAINS|STARTS\s+WITH|ENDS\s+WITH|IN\s*\[(?:[^\]]*,)?)\s*$/iu.exec(
      head,
    )?.[1];
  return { quote, text: before.slice(begin), property };
}

async function valueOptions(
  context: CompletionContext,
  { text, property }: OpenString,
  { values }: CompletionSources,
): Promise<CompletionResult | null> {
  if (text.length > 60 || (text.trim() === "" && property === undefined)) return null;
  const abort = new AbortController();
  context.addEventListener("abort", () => abort.abort());
  const found = await values(text.trim(), property, abort.signal);
  if (context.aborted || found.length === 0) return null;
  const options = found.map(({ text: label, detail, info, entityType }, at): CypherCompletion => ({
    label,
    detail,
    kind: "value",
    entityType,
    boost: -at,
    ...(info === undefined ? {} : { info }),
  }));
  // They were found by pinyin, former names and the like: the text itself need not stand in them.
  return { from: context.pos - text.length, options, filter: false };
}

async function grammarOptions(
  context: CompletionContext,
  { language, meaning, propertiesOf }: CompletionSources,
): Promise<CompletionResult | null> {
  const word = context.matchBefore(/[$\p{L}_][\p{L}\p{N}_.]*/u);
  const before = context.state.sliceDoc(Math.max(0, context.pos - 1), context.pos);
  if (!context.explicit && word === null && !/[:.$|({[]/.test(before)) return null;
  const text = context.state.doc.toString();
  const found = await language.ask({ op: "complete", text, caret: context.pos, isAsked: context.explicit });
  if (found === undefined || context.aborted) return null;
  const first = /\.([\p{L}\p{N}_]*)$/u.exec(context.state.sliceDoc(Math.max(0, context.pos - 200), context.pos));
  const own =
    first === null ? new Set<string>() : propertiesOf(labelsOf(text, variableBefore(context, first[0].length)));
  const isDotted = first !== null && !found.some(({ label }) => label.includes("."));
  const from = isDotted ? context.pos - (first[1]?.length ?? 0) : (word?.from ?? context.pos);
  return {
    from,
    options: unique(found).map(({ label, kind }): CypherCompletion => {
      const { detail, info } = meaning(label, kind);
      const apply = kind === "function" ? `${label}()` : undefined;
      return {
        label,
        kind,
        detail,
        boost: boostOf(kind) + (own.has(label) ? 20 : 0),
        ...(info === undefined ? {} : { info }),
        ...(apply === undefined
          ? {}
          : {
              apply: (view, _completion, begin, end) =>
                view.dispatch({
                  changes: { from: begin, to: end, insert: apply },
                  selection: { anchor: begin + apply.length - 1 },
                }),
            }),
      };
    }),
    validFor: /^[$\p{L}_][\p{L}\p{N}_]*$/u,
  };
}

const BOOSTS: Readonly<Partial<Record<CompletionKind, number>>> = {
  variable: 8,
  parameter: 6,
  label: 5,
  relation: 5,
  property: 4,
};
const boostOf = (kind: CompletionKind) => BOOSTS[kind] ?? 0;

function unique(found: readonly LanguageCompletion[]): readonly LanguageCompletion[] {
  return [...new Map(found.map((item) => [`${item.kind} ${item.label}`, item])).values()];
}

function variableBefore(context: CompletionContext, length: number): string {
  const head = context.state.sliceDoc(Math.max(0, context.pos - length - 80), context.pos - length);
  return /([\p{L}_][\p{L}\p{N}_]*)$/u.exec(head)?.[1] ?? "";
}

/** Labels and types that a pattern of the text gives to a variable: `(u:University)`, `[r:PARTNERS_WITH|LEADS]`. */
export function labelsOf(text: string, variable: string): readonly string[] {
  if (variable === "") return [];
  const pattern = new RegExp(`[([]\\s*${variable}\\s*:\\s*([^\\s{)\\]*]+)`, "gu");
  return [...text.matchAll(pattern)].flatMap(([, names = ""]) => names.split(/[|&:!]+/).filter((name) => name !== ""));
}
