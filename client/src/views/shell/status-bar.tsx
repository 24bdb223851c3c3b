/** The status bar: what stands behind what is shown, and how new it is. */
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { QUERY_TIMEOUT_MS } from "../../state/query.ts";
import { loadedValue } from "../../state/resource.ts";
import { Icon, triangleAlertIcon, wifiOffIcon } from "../../ui/index.ts";
import type { Liveness } from "./liveness.ts";
import { Region } from "./region.tsx";

export function StatusBar({ app, liveness }: { readonly app: AppState; readonly liveness: Liveness }) {
  const { app: words, statusBar } = messages.value;
  const health = loadedValue(app.health.state.value);
  return (
    <Region name="status" label={words.statusBar} class="status-bar">
      <div class="status-bar__left" role="status">
        {liveness.isOffline.value ? (
          <span class="status-bar__warning">
            <Icon svg={wifiOffIcon} size={14} />
            {statusBar.offline}
          </span>
        ) : (
          <>
            <span class={health?.status === "loading" ? "status-bar__dot status-bar__dot--busy" : "status-bar__dot"} />
            {health?.status === "loading" ? statusBar.loading : <Evidence app={app} />}
          </>
        )}
      </div>
      <div class="status-bar__right">
        <CanvasReadout app={app} />
        {health !== undefined && (
          <>
            <AsOf app={app} liveness={liveness} date={health.asOf} />
            <span>{statusBar.documents(health.counts.documents)}</span>
            <span>{statusBar.store[health.store.kind]}</span>
          </>
        )}
      </div>
    </Region>
  );
}

function Evidence({ app }: { readonly app: AppState }) {
  const { statusBar, reader, query } = messages.value;
  const note = app.statusNote.value;
  if (note !== null) return <>{note}</>;
  const view = app.session.view.value;
  if (view === "query") return <>{query.readOnly(QUERY_TIMEOUT_MS / 1_000, app.query.rowCap.value)}</>;
  const open = view === "documents" ? loadedValue(app.reader.document.state.value) : undefined;
  if (open !== undefined) {
    return <>{reader.status(open.entities.length, open.relations.length, open.observations.length)}</>;
  }
  const { entities, relations } = app.filters.visible.value;
  if (view === "canvas" && entities.size > 0) return <>{statusBar.canvas(entities.size, relations.size)}</>;
  return <>{statusBar.evidence}</>;
}

function CanvasReadout({ app }: { readonly app: AppState }) {
  const port = app.canvas.value;
  if (port === null || app.session.view.value !== "canvas") return null;
  const { zoom, labels } = port.readout.value;
  return <span class="status-bar__zoom">{messages.value.statusBar.zoom(Math.round(zoom * 10) / 10, labels)}</span>;
}

interface AsOfProps {
  readonly app: AppState;
  readonly liveness: Liveness;
  readonly date: string | null;
}

function AsOf({ app, liveness, date }: AsOfProps) {
  const { statusBar } = messages.value;
  const text = date === null ? statusBar.noDate : statusBar.asOf(date);
  const isStale = liveness.isStale.value && app.history.present.value.entities.size > 0;
  if (!isStale) return <span>{text}</span>;
  return (
    <button
      type="button"
      class="status-bar__stale"
      data-tip={statusBar.stale}
      onClick={() => {
        liveness.markCurrent();
        void app.exploration.add([...app.history.present.peek().entities.keys()]);
      }}
    >
      <Icon svg={triangleAlertIcon} size={14} />
      {text} · {statusBar.reload}
    </button>
  );
}
