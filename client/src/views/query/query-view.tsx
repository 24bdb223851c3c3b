/** Cypher for researchers: queries in tabs with their parameters, run and stopped, and what they answer; read only. */
import { useRef, useState } from "preact/hooks";

import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { Region } from "../shell/region.tsx";
import { screen } from "../shell/screen.ts";
import type { EditorHandle } from "./editor/query-editor.tsx";
import { QueryEditor } from "./editor/query-editor.tsx";
import { queryMessages } from "./messages.ts";
import { ParameterBar } from "./parameter-bar.tsx";
import { QueryLibrary } from "./query-library.tsx";
import "./query-view.css";
import { QueryTabs } from "./query-tabs.tsx";
import { Answers } from "./results/answers.tsx";
import { QuerySide } from "./side/query-side.tsx";

export function QueryView({ app }: { readonly app: AppState }) {
  const { query: words, views } = messages.value;
  const editor = useRef<EditorHandle | null>(null);
  const [isSaving, setSaving] = useState(false);
  const size = screen.value;
  return (
    <>
      {(size === "wide" || size === "medium") && (
        <Region name="left" label={words.structure} class="query-view__left">
          <QueryLibrary app={app} />
        </Region>
      )}
      <Region name="view" label={views.query} class="query-view">
        <h1 class="unseen">{words.title}</h1>
        <QueryTabs app={app} onFormat={() => void editor.current?.format()} onSave={() => setSaving(!isSaving)} />
        <QueryEditor
          app={app}
          onSave={() => setSaving(true)}
          onEditor={(handle) => {
            editor.current = handle;
          }}
        />
        <ParameterBar app={app} />
        <Answers app={app} onPlace={(from, to) => editor.current?.select(from, to)} hasSide={size === "wide"} />
      </Region>
      {size === "wide" && (
        <Region name="right" label={queryMessages.value.side} class="query-view__right">
          <QuerySide app={app} onPlace={(from, to) => editor.current?.select(from, to)} />
        </Region>
      )}
    </>
  );
}
