/**
 * The view of the canvas: legend at the left, the canvas with its tools in the
 * middle, what is selected or the steps at the right. The drawing itself is
 * mounted into an element by whoever knows how.
 */
import { useLayoutEffect, useRef } from "preact/hooks";

import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { loadedValue } from "../../state/resource.ts";
import { Button, MessageCard, canvasIcon } from "../../ui/index.ts";
import { Expand } from "../expand/expand.tsx";
import { Inspector } from "../inspector/inspector.tsx";
import { Legend } from "../legend/legend.tsx";
import { PathsPanel } from "../paths/paths-panel.tsx";
import { ProposedGroups } from "../roll-up/group-menu.tsx";
import { Region } from "../shell/region.tsx";
import { screen } from "../shell/screen.ts";
import { Steps } from "../steps/steps.tsx";
import { CanvasKey } from "../styling/canvas-key.tsx";
import { CanvasTools, ZoomTools } from "./canvas-tools.tsx";
import "./canvas-view.css";
import { ContextMenu } from "./context-menu.tsx";
import { PhoneSheet } from "./phone-sheet.tsx";

export function CanvasView({ app }: { readonly app: AppState }) {
  const { views } = messages.value;
  const isWide = screen.value === "wide";
  return (
    <>
      {isWide && app.session.panels.value.legend && <LegendPanel app={app} />}
      <Region name="view" label={views.canvas} class="canvas-view" keys="canvas sentences">
        <CanvasHost app={app} />
        <CanvasMessage app={app} />
        <ProposedGroups app={app} />
        {screen.value !== "phone" && <CanvasTools app={app} />}
        {screen.value !== "phone" && <CanvasKey app={app} />}
        <ZoomTools app={app} />
        {app.pickList.source.value !== null && <Expand app={app} />}
        <ContextMenu app={app} />
        {screen.value === "phone" && <PhoneSheet app={app} />}
      </Region>
      {screen.value !== "phone" && <RightPanel app={app} />}
    </>
  );
}

/** The element that the canvas is mounted in, for as long as this view is open. */
function CanvasHost({ app }: { readonly app: AppState }) {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    app.canvasHost.value = host.current;
    return () => {
      app.canvasHost.value = null;
    };
  }, [app]);
  return <div ref={host} class="canvas-host" />;
}

function LegendPanel({ app }: { readonly app: AppState }) {
  return (
    <Region name="left" label={messages.value.legend.title} class="canvas-view__legend">
      <Legend app={app} />
    </Region>
  );
}

/** Steps where they were asked for last, paths while they are open, else the inspector. */
function RightPanel({ app }: { readonly app: AppState }) {
  const { steps, inspector, actions } = messages.value;
  const { panels } = app.session;
  if (panels.value.steps) {
    return (
      <Region name="right" label={steps.title} class="canvas-view__steps">
        <Steps app={app} />
      </Region>
    );
  }
  const isOver = screen.value === "narrow";
  if (app.paths.isOpen.value) {
    return (
      <Region
        name="right"
        label={actions["find-paths"]}
        class={isOver ? "canvas-view__inspector canvas-view__inspector--over" : "canvas-view__inspector"}
        keys="sentences"
      >
        <PathsPanel app={app} />
      </Region>
    );
  }
  const isSelected = app.selection.current.value !== null;
  if (isOver ? !isSelected : !panels.value.inspector) return null;
  return (
    <Region
      name="right"
      label={inspector.title}
      class={isOver ? "canvas-view__inspector canvas-view__inspector--over" : "canvas-view__inspector"}
      keys="sentences"
    >
      <Inspector app={app} />
    </Region>
  );
}

/** What to say where there is nothing to draw. */
function CanvasMessage({ app }: { readonly app: AppState }) {
  const { canvas: words, legend } = messages.value;
  const { entities } = app.history.present.value;
  if (entities.size === 0) {
    const best = loadedValue(app.overview.state.value)?.universities[0]?.entity;
    return (
      <div class="canvas-view__message">
        <MessageCard
          icon={canvasIcon}
          title={words.empty}
          hint={words.emptyHint}
          actions={
            best !== undefined && (
              <Button variant="primary" onClick={() => void app.openEntity(best.id)}>
                {words.emptyAction}
              </Button>
            )
          }
        />
      </div>
    );
  }
  if (app.filters.visible.value.entities.size > 0) return null;
  return (
    <div class="canvas-view__message">
      <MessageCard
        icon={canvasIcon}
        title={words.filtered}
        hint={words.filteredHint}
        actions={
          <Button
            onClick={() => {
              app.filters.reset();
              app.exploration.show(app.history.present.peek().hidden);
            }}
          >
            {legend.reset}
          </Button>
        }
      />
    </div>
  );
}
