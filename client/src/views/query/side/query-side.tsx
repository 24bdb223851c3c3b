/** Right of the answer: how the store went about it, what it remarks, and what was asked before. */
import { useState } from "preact/hooks";

import type { AppState } from "../../../state/app-state.ts";
import { Icon, MessageCard, Segmented, Tabs, circleCheckIcon, triangleAlertIcon } from "../../../ui/index.ts";
import { queryMessages } from "../messages.ts";
import { placeInTab } from "../../../state/query-run.ts";
import type { QueryRun } from "../../../state/query-run.ts";
import { HistoryPanel } from "./history-panel.tsx";
import { PlanPanel } from "./plan-panel.tsx";
import "./query-side.css";

export interface QuerySideProps {
  readonly app: AppState;
  readonly onPlace: (from: number, to: number) => void;
}

export function QuerySide({ app, onPlace }: QuerySideProps) {
  const words = queryMessages.value;
  const [shown, setShown] = useState<"plan" | "warnings" | "history">("plan");
  const run = app.query.current.value.runs.value.at(-1);
  const state = run?.state.value;
  const warnings = state?.status === "done" ? state.warnings.length : 0;
  return (
    <Tabs
      class="query-side"
      label={words.side}
      tabs={[
        { id: "plan", label: words.plan },
        { id: "warnings", label: words.warnings, ...(warnings === 0 ? {} : { count: String(warnings) }) },
        { id: "history", label: words.history },
      ]}
      selected={shown}
      onSelect={setShown}
      trailing={<Modes app={app} />}
    >
      {shown === "plan" && <PlanPanel run={run} />}
      {shown === "warnings" && <Warnings run={run} onPlace={onPlace} />}
      {shown === "history" && <HistoryPanel app={app} />}
    </Tabs>
  );
}

function Modes({ app }: { readonly app: AppState }) {
  const state = app.query.current.value.runs.value.at(-1)?.state.value;
  const mode = state?.status === "done" ? state.mode : "run";
  return (
    <Segmented
      label={queryMessages.value.plan}
      segments={[
        { id: "explain", label: "EXPLAIN" },
        { id: "profile", label: "PROFILE" },
      ]}
      selected={mode}
      onSelect={(id) => {
        if (id !== "run") void app.query.run("current", id === "explain" ? "EXPLAIN" : "PROFILE");
      }}
    />
  );
}

function Warnings({
  run,
  onPlace,
}: {
  readonly run: QueryRun | undefined;
  readonly onPlace: QuerySideProps["onPlace"];
}) {
  const words = queryMessages.value;
  const state = run?.state.value;
  if (run === undefined || state?.status !== "done" || state.warnings.length === 0) {
    return <MessageCard icon={circleCheckIcon} title={words.noWarnings} />;
  }
  return (
    <ul class="query-warnings">
      {state.warnings.map(({ code, message, position }, index) => (
        <li key={index}>
          <Icon svg={triangleAlertIcon} />
          <div>
            <p lang="en">{message}</p>
            <p class="code-name">{code}</p>
            {position !== null && (
              <button
                type="button"
                class="text-button"
                onClick={() => {
                  const { from, to } = placeInTab(run, position);
                  onPlace(from, to);
                }}
              >
                {position.line}:{position.column}
              </button>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
