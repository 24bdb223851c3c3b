/** One answer: how far it is, and its rows as a table, a graph, a chart and more. */
import { useState } from "preact/hooks";

import { messages } from "../../../i18n/index.ts";
import type { AppState } from "../../../state/app-state.ts";
import { placeInTab } from "../../../state/query-run.ts";
import type { QueryRun } from "../../../state/query-run.ts";
import {
  Button,
  Icon,
  IconButton,
  MenuButton,
  MessageCard,
  Skeleton,
  Tabs,
  canvasIcon,
  circleAlertIcon,
  downloadIcon,
  replaceIcon,
  closeIcon,
  pinIcon,
  searchIcon,
} from "../../../ui/index.ts";
import { titleOf } from "../../../cypher/cypher-text.ts";
import { saveFile } from "../../../export/save-file.ts";
import { problemText } from "../../shell/problem-text.ts";
import { EXPORT_FORMATS, exportAnswer } from "../export/export-answer.ts";
import type { ExportFormat } from "../export/export-answer.ts";
import { queryMessages } from "../messages.ts";
import { PlanPanel } from "../side/plan-panel.tsx";
import { entitiesOf } from "./answer-graph.ts";
import { RawRows } from "./raw-rows.tsx";
import { ResultChart } from "./result-chart.tsx";
import { ResultMatrix } from "./result-matrix.tsx";
import { ResultTable } from "./result-table.tsx";

export interface RunAnswerProps {
  readonly app: AppState;
  readonly run: QueryRun;
  readonly onPlace: (from: number, to: number) => void;
  readonly hasSide: boolean;
  readonly isKept?: boolean;
}

type Section = "table" | "matrix" | "chart" | "raw" | "plan";

export function RunAnswer({ app, run, onPlace, hasSide, isKept = false }: RunAnswerProps) {
  const words = queryMessages.value;
  const [section, setSection] = useState<Section>("table");
  const state = run.state.value;
  if (state.status === "failed") return <Failure app={app} run={run} onPlace={onPlace} />;
  const sections: readonly Section[] = hasSide
    ? ["table", "matrix", "chart", "raw"]
    : ["table", "matrix", "chart", "raw", "plan"];
  const label = (id: Section) => (id === "plan" ? words.plan : words.sections[id]);
  return (
    <section class="run-answer" aria-label={messages.value.query.results}>
      <Tabs
        label={messages.value.query.results}
        tabs={sections.map((id) => ({ id, label: label(id) }))}
        selected={section}
        onSelect={setSection}
        trailing={<Actions app={app} run={run} isKept={isKept} />}
      >
        {run.count.value === 0 && section !== "plan" ? (
          <NoRows run={run} />
        ) : (
          <Content app={app} run={run} section={section} />
        )}
      </Tabs>
      <RunStatus run={run} />
    </section>
  );
}

function Content({ app, run, section }: { readonly app: AppState; readonly run: QueryRun; readonly section: Section }) {
  switch (section) {
    case "table":
      return <ResultTable app={app} run={run} />;
    case "matrix":
      return <ResultMatrix run={run} />;
    case "chart":
      return <ResultChart run={run} />;
    case "raw":
      return <RawRows run={run} />;
    case "plan":
      return <PlanPanel run={run} />;
  }
}

function Actions({ app, run, isKept }: { readonly app: AppState; readonly run: QueryRun; readonly isKept: boolean }) {
  const { query: common } = messages.value;
  const words = queryMessages.value;
  const isEnded = run.state.value.status !== "running";
  const ids = isEnded ? entitiesOf(run) : [];
  const save = async (format: ExportFormat) => {
    const { content, mediaType } = await exportAnswer({ rows: run.rows, columns: run.columns.peek() }, format);
    saveFile(
      `${app.query.current.peek().name.peek() ?? titleOf(run.question.cypher).slice(0, 60)}.${format}`,
      content,
      mediaType,
    );
  };
  return (
    <div class="run-answer__actions">
      <MenuButton
        label={words.export}
        icon={downloadIcon}
        iconOnly
        size="small"
        variant="ghost"
        align="end"
        items={EXPORT_FORMATS.map((format) => ({
          id: format,
          label: words.exports[format],
          disabled: !isEnded || (ids.length === 0 && (format === "graphml" || format === "gexf")),
          onSelect: () => void save(format),
        }))}
      />
      {isKept ? (
        <IconButton icon={closeIcon} label={words.drop} size="small" onClick={() => app.query.drop(run)} />
      ) : (
        <IconButton
          icon={pinIcon}
          label={words.keep}
          size="small"
          disabled={!isEnded}
          onClick={() => app.query.keep(run)}
        />
      )}
      <Button
        icon={canvasIcon}
        size="small"
        aria-disabled={ids.length === 0 ? true : undefined}
        data-tip={ids.length === 0 ? common.noGraph : undefined}
        onClick={() => {
          if (ids.length > 0) void openOnCanvas(app, ids);
        }}
      >
        {common.openOnCanvas}
      </Button>
      {ids.length > 0 && app.history.present.value.entities.size > 0 && (
        <IconButton
          icon={replaceIcon}
          size="small"
          label={words.replaceCanvas}
          onClick={() => void replaceCanvas(app, ids)}
        />
      )}
    </div>
  );
}

async function openOnCanvas(app: AppState, ids: ReturnType<typeof entitiesOf>): Promise<void> {
  if (!(await app.exploration.add(ids))) return;
  app.session.show("canvas");
  app.selection.selectEntities(ids);
}

async function replaceCanvas(app: AppState, ids: ReturnType<typeof entitiesOf>): Promise<void> {
  const missing = await app.exploration.open(ids, new Map(), []);
  if (missing === undefined) return;
  app.session.show("canvas");
}

function NoRows({ run }: { readonly run: QueryRun }) {
  const { query: words } = messages.value;
  if (run.state.value.status === "running") {
    return (
      <div class="run-answer__waiting">
        <Skeleton lines={[60, 82, 74, 78, 50]} lineHeight={34} note={words.running} />
      </div>
    );
  }
  return <MessageCard icon={searchIcon} title={words.noRows} hint={words.noRowsHint} />;
}

function RunStatus({ run }: { readonly run: QueryRun }) {
  const { query: common } = messages.value;
  const words = queryMessages.value;
  const state = run.state.value;
  const count = run.count.value;
  return (
    <p class="run-answer__status" role="status">
      {state.status === "running" && <b>{words.rowsSoFar(count)}</b>}
      {state.status === "stopped" && <b>{words.stopped(count)}</b>}
      {state.status === "done" && (
        <>
          <b>{state.truncated ? common.truncated(count) : common.rows(count)}</b>
          {!state.truncated && <span>{common.complete}</span>}
          <span>{common.elapsed(state.elapsedMs)}</span>
          {state.hits !== null && <span>{words.hits(state.hits)}</span>}
        </>
      )}
    </p>
  );
}

function Failure({ run, onPlace }: Pick<RunAnswerProps, "app" | "run" | "onPlace">) {
  const { query: common } = messages.value;
  const state = run.state.value;
  if (state.status !== "failed") return null;
  const { error } = state;
  const position = error.problem?.position;
  // The engine's own words help the one who wrote the query, and only here.
  const detail = error.code === "invalid_query" || error.code === "write_refused" ? (error.problem?.detail ?? "") : "";
  return (
    <section class="run-answer run-answer--failed" role="alert">
      <Icon svg={circleAlertIcon} />
      <div>
        <p>
          {position !== undefined && (
            <button
              type="button"
              class="text-button"
              onClick={() => {
                const { from, to } = placeInTab(run, position);
                onPlace(from, to);
              }}
            >
              {common.at(position.line, position.column)}
            </button>
          )}{" "}
          {problemText(error.code)}
        </p>
        {detail !== "" && <pre lang="en">{detail}</pre>}
      </div>
    </section>
  );
}
