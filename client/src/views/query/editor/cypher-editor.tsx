/**
 * The editor: CodeMirror in a shadow tree of its own. There it brings its
 * styles as constructed sheets, which the content security policy allows; as
 * `<style>` elements of the page it would refuse them.
 */
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, indentOnInput } from "@codemirror/language";
import { forceLinting, linter, lintKeymap } from "@codemirror/lint";
import type { Diagnostic } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, Prec } from "@codemirror/state";
import type { Extension } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  hoverTooltip,
  keymap,
  lineNumbers,
  placeholder,
} from "@codemirror/view";
import { render } from "preact";

import { EntityMark } from "../../entity/entity-mark.tsx";
import { cypherCompletion } from "./completion.ts";
import type { CompletionSources, CypherCompletion } from "./completion.ts";
import { cypherLanguage } from "./cypher-highlight.ts";
import css from "./editor.css?inline";

export interface EditorTexts {
  readonly label: string;
  readonly placeholder: string;
  /** Phrases of CodeMirror's own, by its English. */
  readonly phrases: Readonly<Record<string, string>>;
}

export interface EditorOptions {
  readonly text: string;
  readonly texts: EditorTexts;
  readonly sources: CompletionSources;
  readonly diagnose: (text: string) => Promise<readonly Diagnostic[]>;
  /** Help on a word: its signature or name, and what it does. */
  readonly help: (word: string) => { readonly title: string; readonly text: string } | undefined;
  readonly onText: (text: string) => void;
  readonly onCursor: (offset: number) => void;
  readonly onRun: (which: "current" | "all") => void;
  readonly onSave: () => void;
  readonly onFormat: () => void;
}

export interface CypherEditor extends Disposable {
  readonly view: EditorView;
  /** Another text: what was typed before is no longer undone. */
  show(text: string): void;
  /** Replaces the text so that it can be undone. */
  replace(text: string, caret: number): void;
  insert(text: string): void;
  select(from: number, to: number): void;
  lintAgain(): void;
}

/** A pause in typing after which the text is judged. */
const LINT_MS = 350;

export function mountEditor(host: HTMLElement, options: EditorOptions): CypherEditor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open", delegatesFocus: true });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const parent = document.createElement("div");
  parent.style.height = "100%";
  root.replaceChildren(parent);
  const state = (text: string) => EditorState.create({ doc: text, extensions: extensionsOf(options) });
  const view = new EditorView({ state: state(options.text), root, parent });
  // Behind CodeMirror's own, so that ours win.
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return {
    view,
    show: (text) => view.setState(state(text)),
    replace(text, caret) {
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        selection: { anchor: Math.min(caret, text.length) },
      });
    },
    insert(text) {
      view.dispatch(view.state.replaceSelection(text));
      view.focus();
    },
    select(from, to) {
      const length = view.state.doc.length;
      view.dispatch({
        selection: { anchor: Math.min(from, length), head: Math.min(to, length) },
        scrollIntoView: true,
      });
      view.focus();
    },
    lintAgain: () => forceLinting(view),
    [Symbol.dispose]() {
      view.destroy();
      root.adoptedStyleSheets = [];
    },
  };
}

function extensionsOf(options: EditorOptions): Extension {
  const { texts, sources, diagnose } = options;
  const run = (which: "current" | "all") => () => {
    options.onRun(which);
    return true;
  };
  const commands = [
    { key: "Mod-Enter", run: run("current") },
    { key: "Mod-Shift-Enter", run: run("all") },
    { key: "Mod-s", run: () => (options.onSave(), true) },
    { key: "Shift-Alt-f", run: () => (options.onFormat(), true) },
    // Tab goes on through the page after Escape, for those who have no other way out.
  ];
  return [
    Prec.highest(keymap.of(commands)),
    new Compartment().of([]),
    lineNumbers(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    history(),
    drawSelection(),
    bracketMatching(),
    closeBrackets(),
    indentOnInput(),
    search({ top: true }),
    highlightSelectionMatches(),
    EditorState.tabSize.of(2),
    EditorState.phrases.of(texts.phrases),
    placeholder(texts.placeholder),
    cypherLanguage,
    autocompletion({
      // Enter right after the list has opened takes what it offers.
      interactionDelay: 0,
      override: [cypherCompletion(sources)],
      icons: false,
      activateOnTypingDelay: 80,
      addToOptions: [{ render: renderSign, position: 20 }],
    }),
    linter((view) => diagnose(view.state.doc.toString()), { delay: LINT_MS }),
    hoverTooltip((view, pos) => helpAt(view, pos, options)),
    keymap.of([
      ...closeBracketsKeymap,
      ...defaultKeymap.filter(({ key }) => key !== "Mod-Enter"),
      ...searchKeymap,
      ...historyKeymap,
      ...completionKeymap,
      ...lintKeymap,
      indentWithTab,
    ]),
    EditorView.contentAttributes.of({ "aria-label": texts.label, spellcheck: "false", autocorrect: "off" }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) options.onText(update.state.doc.toString());
      if (update.docChanged || update.selectionSet) options.onCursor(update.state.selection.main.head);
    }),
  ];
}

const SIGNS = {
  keyword: "",
  label: ":L",
  relation: ":R",
  property: ".p",
  function: "ƒ",
  procedure: "▸",
  variable: "x",
  parameter: "$",
  value: "“”",
} as const;

function renderSign(completion: CypherCompletion | object): Node {
  const sign = document.createElement("span");
  sign.className = "completion-sign";
  const { kind, entityType } = completion as CypherCompletion;
  if (entityType === undefined) sign.textContent = SIGNS[kind] ?? "";
  else render(<EntityMark type={entityType} size={14} />, sign);
  return sign;
}

function helpAt(view: EditorView, pos: number, { help }: EditorOptions) {
  const { from, to, text } = view.state.doc.lineAt(pos);
  const isWord = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}_.]/u.test(sign);
  let [begin, end] = [pos - from, pos - from];
  while (begin > 0 && isWord(text[begin - 1])) begin -= 1;
  while (end < to - from && isWord(text[end])) end += 1;
  const found = begin === end ? undefined : help(text.slice(begin, end));
  if (found === undefined) return null;
  return {
    pos: from + begin,
    end: from + end,
    create: () => {
      const dom = document.createElement("div");
      dom.className = "help";
      const title = document.createElement("code");
      title.textContent = found.title;
      const words = document.createElement("p");
      words.textContent = found.text;
      dom.append(title, words);
      return { dom };
    },
  };
}
