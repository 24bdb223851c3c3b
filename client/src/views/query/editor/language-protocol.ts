/** What the page and the language worker say to each other. Offsets are of UTF-16 units. */

/** Names that the grammar's completion and warnings know. */
export interface LanguageSchema {
  readonly labels: readonly string[];
  readonly relationTypes: readonly string[];
  readonly properties: readonly string[];
  /** Where relations of a type lead, by labels; for completion of patterns. */
  readonly links: readonly { readonly from: string; readonly type: string; readonly to: string }[];
  readonly store: "embedded" | "neo4j";
}

export type LanguageRequest =
  | { readonly op: "schema"; readonly schema: LanguageSchema }
  | { readonly op: "complete"; readonly text: string; readonly caret: number; readonly isAsked: boolean }
  | { readonly op: "diagnose"; readonly text: string; readonly parameters: readonly string[] }
  | { readonly op: "format"; readonly text: string; readonly caret: number };

export interface LanguageAnswers {
  schema: null;
  complete: readonly LanguageCompletion[];
  diagnose: readonly LanguageDiagnostic[];
  format: { readonly text: string; readonly caret: number };
}

export type CompletionKind =
  | "keyword"
  | "label"
  | "relation"
  | "property"
  | "function"
  | "procedure"
  | "variable"
  | "parameter";

export interface LanguageCompletion {
  readonly label: string;
  readonly kind: CompletionKind;
}

export interface LanguageDiagnostic {
  readonly from: number;
  readonly to: number;
  readonly severity: "error" | "warning";
  readonly message: string;
}

export type LanguageCall = LanguageRequest & { readonly id: number };
export interface LanguageReply {
  readonly id: number;
  readonly answer?: unknown;
  readonly error?: string;
}
