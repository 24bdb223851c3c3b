/**
 * Colours of Cypher. A tokenizer of its own, line by line, so that typing in a
 * long query colours the line alone; the grammar works in the worker.
 */
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import type { StringStream } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { tags } from "@lezer/highlight";

import { KEYWORDS } from "./cypher-words.ts";

interface LineState {
  /** Closing sign of what began on an earlier line; empty for none. */
  inside: "" | "*/" | "'" | '"';
  /** Square and round brackets that are open, for `:` in a pattern. */
  brackets: string;
  afterColon: boolean;
}

function token(stream: StringStream, state: LineState): string | null {
  if (state.inside !== "") return readInside(stream, state);
  if (stream.eatSpace()) return null;
  const wasAfterColon = state.afterColon;
  state.afterColon = false;
  if (stream.match("//")) {
    stream.skipToEnd();
    return "comment";
  }
  if (stream.match("/*")) {
    state.inside = "*/";
    return readInside(stream, state);
  }
  const quote = stream.peek();
  if (quote === "'" || quote === '"') {
    stream.next();
    state.inside = quote;
    return readInside(stream, state);
  }
  if (stream.match(/^\$(?:`[^`]*`|[\p{L}\p{N}_]+)/u)) return "variableName.special";
  if (stream.match(/^`[^`]*`?/)) return wasAfterColon ? nameKind(state) : "variableName";
  if (stream.match(/^(?:\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+)/)) return "number";
  const word = stream.match(/^[\p{L}_][\p{L}\p{N}_]*/u) as RegExpMatchArray | null;
  if (word !== null) return wordKind(word[0], stream, state, wasAfterColon);
  return sign(stream, state, wasAfterColon);
}

function wordKind(word: string, stream: StringStream, state: LineState, wasAfterColon: boolean): string | null {
  if (wasAfterColon) {
    // `A|B`, `A&!B`: what follows is a name as well.
    state.afterColon = /^\s*[|&]/.test(stream.string.slice(stream.pos));
    return nameKind(state);
  }
  const before = stream.string.slice(0, stream.start).trimEnd();
  if (before.endsWith(".")) return "propertyName";
  const isCall = /^\s*\(/.test(stream.string.slice(stream.pos));
  if (KEYWORDS.has(word.toUpperCase())) return "keyword";
  return isCall ? "function" : "variableName";
}

function sign(stream: StringStream, state: LineState, wasAfterColon: boolean): string | null {
  const next = stream.next() ?? "";
  if ("([{".includes(next)) state.brackets += next;
  else if (")]}".includes(next)) state.brackets = state.brackets.slice(0, -1);
  else if (next === ":" && !state.brackets.endsWith("{")) state.afterColon = true;
  else if ("|&!".includes(next)) state.afterColon = wasAfterColon || state.brackets.endsWith("[");
  return /[()[\]{}]/.test(next) ? "bracket" : "operator";
}

const nameKind = (state: LineState) => (state.brackets.endsWith("[") ? "labelName" : "typeName");

function readInside(stream: StringStream, state: LineState): string {
  const kind = state.inside === "*/" ? "comment" : "string";
  while (!stream.eol()) {
    if (kind === "string" && stream.match("\\")) stream.next();
    else if (stream.match(state.inside)) {
      state.inside = "";
      break;
    } else stream.next();
  }
  return kind;
}

const cypher = StreamLanguage.define<LineState>({
  name: "cypher",
  startState: () => ({ inside: "", brackets: "", afterColon: false }),
  copyState: (state) => ({ ...state }),
  token,
  languageData: {
    commentTokens: { line: "//", block: { open: "/*", close: "*/" } },
    closeBrackets: { brackets: ["(", "[", "{", "'", '"', "`"] },
  },
  tokenTable: { function: tags.function(tags.variableName) },
});

/** The one place beside data where colour is allowed; each has 4.5 on the panel in both themes. */
const style = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--ink)", fontWeight: "640" },
  { tag: [tags.typeName, tags.labelName], color: "var(--code-name)" },
  { tag: tags.string, color: "var(--code-string)" },
  { tag: tags.number, color: "var(--code-number)" },
  { tag: tags.comment, color: "var(--ink-3)" },
  { tag: tags.special(tags.variableName), color: "var(--code-parameter)" },
  { tag: tags.function(tags.variableName), color: "var(--code-number)" },
  { tag: [tags.variableName, tags.propertyName, tags.operator, tags.bracket], color: "var(--ink)" },
]);

export const cypherLanguage: Extension = [cypher, syntaxHighlighting(style)];
