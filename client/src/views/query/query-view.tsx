/** Cypher for researchers: queries in tabs with their parameters, run and stopped, and what they answer; read only. */
import { useRef, useState } from "preact/hooks";

import type { SavedQuery } from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { Region } from "../shell/region.tsx";
import { screen } from "../shell/screen.ts";
import type { EditorHandle } from "./editor/query-editor.tsx";
import { QueryEditor } from "./editor/query-editor.tsx";
import { QueryForm } from "./library/query-form.tsx";
import { SaveDialog } from "./library/save-dialog.tsx";
import { StructureDialog } from "./library/structure-dialog.tsx";
import { queryMessages } from "./messages.ts";
import { ParameterBar } from "./parameter-bar.tsx";
import { QueryLibrary } from "./query-library.tsx";
import "./query-view.css";
import { QueryTabs } from "./query-tabs.tsx";
import { Answers } from "./results/answers.tsx";
import { QuerySide } from "./side/query-side.tsx";

type Opened =
  | { readonly kind: "save" | "structure" }
  | { readonly kind: "form"; readonly query: SavedQuery }
  | undefined;

export function QueryView({ app }: { readonly app: AppState }) {
  const { query: words, views } = messages.value;
  const editor = useRef<EditorHandle | null>(null);
  const [opened, setOpened] = useState<Opened>();
  const size = screen.value;
  const close = () => setOpened(undefined);
  const save = () => {
    if (app.query.current.peek().text.peek().trim() !== "") setOpened({ kind: "save" });
  };
  const place = (from: number, to: number) => editor.current?.select(from, to);
  const insert = (text: string) => {
    if (editor.current === null) app.query.write(`MATCH ${text}\nRETURN *`);
    else editor.current.insert(text);
  };
  const library = (
    <QueryLibrary
      app={app}
      onForm={(query) => setOpened({ kind: "form", query })}
      onInsert={insert}
      onStructure={() => setOpened({ kind: "structure" })}
    />
  );
  const isPhone = size === "phone";
  return (
    <>
      {(size === "wide" || size === "medium") && (
        <Region name="left" label={words.structure} class="query-view__left">
          {library}
        </Region>
      )}
      <Region name="view" label={views.query} class="query-view">
        <h1 class="unseen">{words.title}</h1>
        <QueryTabs app={app} onFormat={() => void editor.current?.format()} onSave={save} />
        {isPhone ? (
          <details class="query-view__editor">
            <summary>{words.editor}</summary>
            <QueryEditor app={app} onSave={save} onEditor={(handle) => (editor.current = handle)} />
          </details>
        ) : (
          <QueryEditor app={app} onSave={save} onEditor={(handle) => (editor.current = handle)} />
        )}
        <ParameterBar app={app} />
        <Answers app={app} onPlace={place} hasSide={size === "wide"} />
        {(isPhone || size === "narrow") && library}
      </Region>
      {size === "wide" && (
        <Region name="right" label={queryMessages.value.side} class="query-view__right">
          <QuerySide app={app} onPlace={place} />
        </Region>
      )}
      {opened?.kind === "save" && <SaveDialog app={app} onClose={close} />}
      {opened?.kind === "form" && <QueryForm app={app} query={opened.query} onClose={close} />}
      {opened?.kind === "structure" && (
        <StructureDialog
          app={app}
          onClose={close}
          onInsert={(text) => {
            close();
            insert(text);
          }}
        />
      )}
    </>
  );
}
