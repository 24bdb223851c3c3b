/** Cypher for researchers: a query with its parameters, run and stopped, and its rows; read only. */
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { loadedValue } from "../../state/resource.ts";
import { Button, MessageCard, Skeleton, TextArea, playIcon, stopIcon, terminalIcon } from "../../ui/index.ts";
import { problemText } from "../shell/problem-text.ts";
import { Region } from "../shell/region.tsx";
import { screen } from "../shell/screen.ts";
import { QUERY_EXAMPLES } from "./examples.ts";
import { QueryEditor } from "./query-editor.tsx";
import { QueryLibrary } from "./query-library.tsx";
import { QueryResults } from "./query-results.tsx";
import "./query-view.css";

export function QueryView({ app }: { readonly app: AppState }) {
  const { query: words, views } = messages.value;
  const isWide = screen.value === "wide" || screen.value === "medium";
  return (
    <>
      {isWide && (
        <Region name="left" label={words.structure} class="query-view__left">
          <QueryLibrary app={app} />
        </Region>
      )}
      <Region name="view" label={views.query} class="query-view">
        <h1 class="unseen">{words.title}</h1>
        <Desk app={app} />
        <Result app={app} />
      </Region>
    </>
  );
}

function Desk({ app }: { readonly app: AppState }) {
  const { query: words } = messages.value;
  const { query } = app;
  const state = query.answer.value;
  const isRunning = state.status === "loading";
  const error = state.status === "failed" ? state.error : undefined;
  const wrong = query.parametersError.value;
  return (
    <div class="query-view__desk">
      <div class="query-view__bar">
        <h2>{words.editor}</h2>
        {isRunning ? (
          <Button icon={stopIcon} onClick={() => query.stop()}>
            {words.stop}
          </Button>
        ) : (
          <Button
            variant="primary"
            icon={playIcon}
            keys="Ctrl ↵"
            disabled={query.text.value.trim() === ""}
            onClick={() => void query.run()}
          >
            {words.run}
          </Button>
        )}
      </div>
      <QueryEditor
        value={query.text.value}
        onValue={query.setText}
        onRun={() => void query.run()}
        error={
          error === undefined
            ? undefined
            : {
                text: problemText(error.code),
                position: error.problem?.position,
                // The engine's own words help the one who wrote the query, and only here.
                detail: error.code === "invalid_query" ? (error.problem?.detail ?? "") : "",
              }
        }
      />
      <div class="query-view__parameters">
        <TextArea
          label={words.parameters}
          rows={2}
          mono
          value={query.parameters.value}
          onValue={query.setParameters}
          placeholder={words.parametersHint}
          error={wrong === null ? undefined : words.parametersInvalid(wrong)}
        />
      </div>
    </div>
  );
}

function Result({ app }: { readonly app: AppState }) {
  const { query: words } = messages.value;
  const state = app.query.answer.value;
  const answer = loadedValue(state);
  if (answer !== undefined) return <QueryResults app={app} answer={answer} isStale={state.status !== "ready"} />;
  if (state.status === "loading") {
    return (
      <div class="query-view__waiting">
        <Skeleton lines={[60, 82, 74, 78, 50]} lineHeight={34} note={words.running} />
      </div>
    );
  }
  if (state.status === "failed") return null;
  return (
    <MessageCard
      icon={terminalIcon}
      title={words.empty}
      hint={words.emptyHint}
      actions={QUERY_EXAMPLES.map(({ id, cypher, parameters }) => (
        <Button
          key={id}
          onClick={() => {
            app.query.write(cypher, parameters);
            void app.query.run();
          }}
        >
          {words.example[id]}
        </Button>
      ))}
    />
  );
}
