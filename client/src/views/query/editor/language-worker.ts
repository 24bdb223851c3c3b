/** The grammar of Cypher, in a worker of its own: whatever it takes, typing goes on. */
import "./iterator-helpers.ts";
import { CypherLanguageService, formatQuery } from "@neo4j-cypher/language-support";
import type { DbSchema, Neo4jFunction, Neo4jProcedure } from "@neo4j-cypher/language-support";

import { CYPHER_FUNCTIONS, CYPHER_PROCEDURES } from "./cypher-functions.ts";
import type { CypherFunction } from "./cypher-functions.ts";
import type {
  CompletionKind,
  LanguageAnswers,
  LanguageCall,
  LanguageCompletion,
  LanguageDiagnostic,
  LanguageReply,
  LanguageSchema,
} from "./language-protocol.ts";

const VERSION = "CYPHER 5";
/** Of `DiagnosticSeverity`: the only level that stops a query. */
const ERROR = 1;
/** Kinds of completion items, as the language server protocol numbers them. */
const KINDS: Readonly<Record<number, CompletionKind>> = {
  2: "procedure",
  3: "function",
  6: "variable",
  10: "property",
  14: "keyword",
  25: "label",
};

const service = new CypherLanguageService({ consoleCommandsEnabled: false });
let schema: DbSchema = {};
let relationTypes: ReadonlySet<string> = new Set();

self.addEventListener("message", ({ data }: MessageEvent<LanguageCall>) => {
  let reply: LanguageReply;
  try {
    reply = { id: data.id, answer: answer(data) };
  } catch (error) {
    reply = { id: data.id, error: String(error) };
  }
  self.postMessage(reply, { transfer: [] });
});

function answer(call: LanguageCall): LanguageAnswers[LanguageCall["op"]] {
  switch (call.op) {
    case "schema":
      schema = toDbSchema(call.schema);
      relationTypes = new Set(call.schema.relationTypes);
      service.clearCache();
      return null;
    case "complete":
      return complete(call.text, call.caret, call.isAsked);
    case "diagnose":
      return diagnose(call.text, call.parameters);
    case "format": {
      const { formattedQuery, newCursorPos } = formatQuery(call.text, { cursorPosition: call.caret });
      return { text: formattedQuery, caret: newCursorPos ?? call.caret };
    }
  }
}

function complete(text: string, caret: number, isAsked: boolean): readonly LanguageCompletion[] {
  const found = service.autocomplete(text, schema, { caretPosition: caret, manual: isAsked });
  return found.flatMap(({ label, kind }) => {
    if (label.startsWith("$")) return [{ label, kind: "parameter" as const }];
    if (relationTypes.has(label)) return [{ label, kind: "relation" as const }];
    const known = KINDS[kind ?? 0];
    return known === undefined ? [] : [{ label, kind: known }];
  });
}

function diagnose(text: string, parameters: readonly string[]): readonly LanguageDiagnostic[] {
  const declared = { ...schema, parameters: Object.fromEntries(parameters.map((name) => [name, ""])) };
  return service.lint(text, declared).diagnostics.map(({ offsets, severity, message }) => ({
    from: offsets.start,
    to: offsets.end,
    severity: severity === ERROR ? "error" : "warning",
    message: typeof message === "string" ? message : message.value,
  }));
}

function toDbSchema({ labels, relationTypes: types, properties, links, store }: LanguageSchema): DbSchema {
  const functions = CYPHER_FUNCTIONS.filter(({ isEmbedded }) => isEmbedded || store === "neo4j");
  return {
    labels: [...labels],
    relationshipTypes: [...types],
    propertyKeys: [...properties],
    graphSchema: links.map(({ from, type, to }) => ({ from, relType: type, to })),
    functions: { [VERSION]: Object.fromEntries(functions.map((each) => [each.name, toFunction(each)])) },
    procedures: { [VERSION]: Object.fromEntries(CYPHER_PROCEDURES[store].map((name) => [name, toProcedure(name)])) },
    defaultLanguage: VERSION,
  };
}

function toFunction({ name, signature, isAggregate, en }: CypherFunction): Neo4jFunction {
  return {
    name,
    signature,
    description: en,
    category: "",
    isBuiltIn: true,
    argumentDescription: [],
    returnDescription: "",
    aggregating: isAggregate,
    isDeprecated: false,
  };
}

function toProcedure(name: string): Neo4jProcedure {
  return {
    name,
    signature: name,
    description: "",
    mode: "READ",
    worksOnSystem: false,
    argumentDescription: [],
    returnDescription: [],
    admin: false,
    option: { deprecated: false },
  };
}
