/** What the last run answered, one answer a statement, beside those that were kept to compare. */
import { useState } from "preact/hooks";

import { messages } from "../../../i18n/index.ts";
import type { AppState } from "../../../state/app-state.ts";
import type { QueryRun } from "../../../state/query-run.ts";
import { Button, MessageCard, terminalIcon } from "../../../ui/index.ts";
import { QUERY_EXAMPLES } from "../examples.ts";
import { queryMessages } from "../messages.ts";
import "./answers.css";
import { RunAnswer } from "./run-answer.tsx";

export interface AnswersProps {
  readonly app: AppState;
  readonly onPlace: (from: number, to: number) => void;
  /** The plan stands beside; without it the answer shows it itself. */
  readonly hasSide: boolean;
}

export function Answers({ app, onPlace, hasSide }: AnswersProps) {
  const tab = app.query.current.value;
  const runs = tab.runs.value;
  const kept = tab.kept.value.filter((run) => !runs.includes(run));
  const [chosen, setChosen] = useState(0);
  const words = queryMessages.value;
  const shown = runs[Math.min(chosen, runs.length - 1)];
  if (shown === undefined && kept.length === 0) return <Beginning app={app} />;
  return (
    <div class="answers">
      {runs.length > 1 && (
        <div class="answers__statements" role="group" aria-label={words.answers}>
          {runs.map((run, index) => (
            <button
              key={run.id}
              type="button"
              class="chip-button"
              aria-pressed={run === shown}
              onClick={() => setChosen(index)}
            >
              {words.statement(index + 1)}
            </button>
          ))}
        </div>
      )}
      <div class="answers__row">
        {shown !== undefined && <RunAnswer key={shown.id} app={app} run={shown} onPlace={onPlace} hasSide={hasSide} />}
        {kept.map((run) => (
          <RunAnswer key={run.id} app={app} run={run} onPlace={onPlace} hasSide isKept />
        ))}
      </div>
    </div>
  );
}

function Beginning({ app }: { readonly app: AppState }) {
  const { query: words } = messages.value;
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
            void app.query.run("all");
          }}
        >
          {words.example[id]}
        </Button>
      ))}
    />
  );
}

export type { QueryRun };
