/** Names: those in doubt, for people to decide; those that were brought together, with their reasons; what was decided. */
import { useEffect, useState } from "preact/hooks";

import type { EntityId, EntityType } from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { loadedValue } from "../../state/resource.ts";
import type { Loaded } from "../../state/resource.ts";
import { Button, Segmented, Skeleton, undoIcon } from "../../ui/index.ts";
import { Failure } from "../shell/failure.tsx";
import { problemText } from "../shell/problem-text.ts";
import { Region } from "../shell/region.tsx";
import { ChangeDialog } from "./change-dialog.tsx";
import { DecisionList } from "./decision-list.tsx";
import { DoubtList } from "./doubt-list.tsx";
import { MergeList } from "./merge-list.tsx";
import { nameMessages } from "./messages.ts";
import "./names.css";

type List = "doubts" | "merges" | "decisions";

/** An entity that a person wants to call or to class otherwise. */
export interface Named {
  readonly id: EntityId;
  readonly type: EntityType;
  readonly name: string;
}

const PAGE = 100;
const MOST = 500;

export function NamesView({ app }: { readonly app: AppState }) {
  const words = nameMessages.value;
  const { views } = messages.value;
  const [list, setList] = useState<List>("doubts");
  const [limit, setLimit] = useState(PAGE);
  const [changing, setChanging] = useState<Named | null>(null);
  useEffect(() => void app.names.load(limit), [limit]);
  const doubts = app.names.doubts.state.value;
  const merges = app.names.merges.state.value;
  const decisions = app.names.decisions.state.value;
  const more = () => setLimit(Math.min(MOST, limit + PAGE));
  return (
    <Region name="view" label={views.names} class="names">
      <div class="names__page">
        <header class="view-head">
          <h1>{words.title}</h1>
          <span>{words.hint}</span>
        </header>
        <div class="names__bar">
          <Segmented
            label={words.lists}
            selected={list}
            onSelect={setList}
            segments={[
              { id: "doubts", label: words.doubts, count: totalOf(loadedValue(doubts)?.total) },
              { id: "merges", label: words.merges, count: totalOf(loadedValue(merges)?.total) },
              { id: "decisions", label: words.decisions, count: totalOf(loadedValue(decisions)?.length) },
            ]}
          />
          {app.names.canUndo.value && (
            <Button
              icon={undoIcon}
              variant="ghost"
              disabled={app.names.isBusy.value}
              onClick={() => void app.names.undo()}
            >
              {words.undo}
            </Button>
          )}
        </div>
        <Outcome app={app} />
        {list === "doubts" && (
          <Listed state={doubts} onRetry={() => void app.names.load(limit)}>
            {(page) => (
              <DoubtList app={app} page={page} onChange={setChanging} {...(limit < MOST ? { onMore: more } : {})} />
            )}
          </Listed>
        )}
        {list === "merges" && (
          <Listed state={merges} onRetry={() => void app.names.load(limit)}>
            {(page) => (
              <MergeList app={app} page={page} onChange={setChanging} {...(limit < MOST ? { onMore: more } : {})} />
            )}
          </Listed>
        )}
        {list === "decisions" && (
          <Listed state={decisions} onRetry={() => void app.names.load(limit)}>
            {(entries) => <DecisionList app={app} decisions={entries} />}
          </Listed>
        )}
      </div>
      {changing !== null && <ChangeDialog app={app} named={changing} onClose={() => setChanging(null)} />}
    </Region>
  );
}

const totalOf = (total: number | undefined) => (total === undefined ? undefined : messages.value.counts.number(total));

/** What is under way, what came of it, or why nothing did. */
function Outcome({ app }: { readonly app: AppState }) {
  const words = nameMessages.value;
  const { states } = messages.value;
  const [error, outcome] = [app.names.error.value, app.names.outcome.value];
  return (
    <div class="names__outcome" role="status">
      {app.names.isBusy.value && <p>{words.busy}</p>}
      {outcome !== undefined && (
        <p>
          {words.done(outcome.rewritten)} {outcome.unused.length > 0 && words.unused}
        </p>
      )}
      {error !== undefined && (
        <div class="names__failed">
          <p>
            {words.failed} {error.code !== "invalid_decisions" && problemText(error.code)}
          </p>
          {error.problem?.detail !== undefined && (
            <details>
              <summary>{states.details}</summary>
              <pre lang="en">{error.problem.detail}</pre>
            </details>
          )}
        </div>
      )}
    </div>
  );
}

interface ListedProps<T> {
  readonly state: Loaded<T>;
  readonly onRetry: () => void;
  readonly children: (value: T) => preact.ComponentChild;
}

function Listed<T>({ state, onRetry, children }: ListedProps<T>) {
  const value = loadedValue(state);
  if (value !== undefined) return <>{children(value)}</>;
  if (state.status === "failed") return <Failure error={state.error} onRetry={onRetry} />;
  return <Skeleton lines={[70, 52, 64, 48]} lineHeight={56} />;
}
