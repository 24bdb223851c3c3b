/** The editor of the current tab, with its language worker; both live as long as the view is open. */
import { useSignalEffect } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";

import { locale, messages } from "../../../i18n/index.ts";
import type { AppState } from "../../../state/app-state.ts";
import { readParameters } from "../../../state/query-parameters.ts";
import { loadedValue } from "../../../state/resource.ts";
import { mountEditor } from "./cypher-editor.tsx";
import type { CypherEditor } from "./cypher-editor.tsx";
import { createDiagnose } from "./diagnostics.ts";
import { createValues, DEFAULT_SCHEMA, helpOn, meaningOf, propertiesOf } from "./graph-knowledge.ts";
import { createLanguageClient } from "./language-client.ts";
import type { LanguageClient } from "./language-client.ts";
import { CHINESE_PHRASES } from "./phrases.ts";

export interface QueryEditorProps {
  readonly app: AppState;
  readonly onSave: () => void;
  /** Gives out the editor while it stands. */
  readonly onEditor: (editor: EditorHandle | null) => void;
}

export interface EditorHandle extends CypherEditor {
  format(): Promise<void>;
}

const startLanguage = (): LanguageClient =>
  createLanguageClient(
    () => new Worker(new URL("./language-worker.ts", import.meta.url), { type: "module", name: "cypher" }),
  );

const PLACEHOLDER = "MATCH (u:University)-[r:PARTNERS_WITH]-(c:City)\nRETURN u, r, c";

export function QueryEditor({ app, onSave, onEditor }: QueryEditorProps) {
  const { query } = app;
  const host = useRef<HTMLDivElement>(null);
  const language = useMemo(startLanguage, []);
  const editor = useRef<EditorHandle | null>(null);
  const shown = useRef(0);
  const save = useRef(onSave);
  save.current = onSave;

  useEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    const tab = () => query.current.peek();
    const parameters = () => {
      const names = tab().parameters.peek();
      return { names, values: readParameters(tab().entries.peek(), names).values };
    };
    const format = async () => {
      const view = mounted.view;
      const answer = await language.ask({
        op: "format",
        text: view.state.doc.toString(),
        caret: view.state.selection.main.head,
      });
      if (answer !== undefined) mounted.replace(answer.text, answer.caret);
    };
    const mounted = mountEditor(element, {
      text: tab().text.peek(),
      texts: {
        label: messages.peek().query.editor,
        placeholder: PLACEHOLDER,
        phrases: locale.peek() === "zh-CN" ? CHINESE_PHRASES : {},
      },
      sources: { language, values: createValues(app.api), meaning: meaningOf, propertiesOf },
      diagnose: createDiagnose({ language, api: app.api, parameters }),
      help: helpOn,
      onText: (text) => {
        tab().text.value = text;
      },
      onCursor: (offset) => {
        tab().cursor.value = offset;
      },
      onRun: (which) => void query.run(which),
      onSave: () => save.current(),
      onFormat: () => void format(),
    });
    shown.current = tab().id;
    editor.current = { ...mounted, format };
    onEditor(editor.current);
    return () => {
      onEditor(null);
      editor.current = null;
      mounted[Symbol.dispose]();
      language[Symbol.dispose]();
    };
  }, []);

  // Another tab, or a text that came from elsewhere than the keyboard.
  useSignalEffect(() => {
    const { id, text } = query.current.value;
    const wanted = text.value;
    const mounted = editor.current;
    if (mounted === null || (shown.current === id && mounted.view.state.doc.toString() === wanted)) return;
    shown.current = id;
    mounted.show(wanted);
  });
  useSignalEffect(() => {
    const store = loadedValue(app.health.state.value)?.store.kind ?? "embedded";
    void language.ask({ op: "schema", schema: { ...DEFAULT_SCHEMA, store } }).then(
      () => editor.current?.lintAgain(),
      () => undefined,
    );
  });
  return <div ref={host} class="query-editor" data-region-focus="" />;
}
