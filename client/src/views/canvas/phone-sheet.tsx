/** The bottom sheet of a phone's canvas: the legend where it is asked for, the steps, else what is selected. */
import { useEffect, useState } from "preact/hooks";

import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { Button, Sheet, stopHeight } from "../../ui/index.ts";
import type { SheetStop } from "../../ui/index.ts";
import { EntityMark } from "../entity/entity-mark.tsx";
import { Inspector } from "../inspector/inspector.tsx";
import { Legend } from "../legend/legend.tsx";
import { PathsPanel } from "../paths/paths-panel.tsx";
import { Steps } from "../steps/steps.tsx";

export function PhoneSheet({ app }: { readonly app: AppState }) {
  const { inspector, steps, legend, words, actions } = messages.value;
  const [stop, setStop] = useState<SheetStop>("half");
  const [isLegendOpen, setLegendOpen] = useState(false);
  const selected = app.selection.current.value;
  const hasSteps = app.session.panels.value.steps;
  useEffect(() => {
    if (selected === null) return;
    setLegendOpen(false);
    if (stop === "full") setStop("half");
  }, [selected]);
  const hasPaths = app.paths.isOpen.value;
  const isOpen = isLegendOpen || hasSteps || hasPaths || selected !== null;
  const host = app.canvasHost.value;
  useEffect(() => {
    app.canvasCover.value = isOpen && host !== null ? stopHeight(stop, host.clientHeight) : 0;
    return () => {
      app.canvasCover.value = 0;
    };
  }, [isOpen, stop, host]);

  const chip = (
    <Button class="canvas-tools__legend" aria-expanded={isLegendOpen} onClick={() => setLegendOpen(!isLegendOpen)}>
      <span class="canvas-tools__marks">
        <EntityMark type="University" size={12} />
        <EntityMark type="ResearchInstitute" size={12} />
        <EntityMark type="Region" size={12} />
      </span>
      {legend.chip(app.filters.visible.value.entities.size)}
    </Button>
  );
  if (isLegendOpen) {
    return (
      <Sheet label={legend.title} stop={stop} onStop={setStop}>
        <button type="button" class="sheet__close" onClick={() => setLegendOpen(false)}>
          {words.close}
        </button>
        <Legend app={app} />
      </Sheet>
    );
  }
  if (!isOpen) return chip;
  return (
    <Sheet
      label={hasSteps ? steps.title : hasPaths ? actions["find-paths"] : inspector.title}
      stop={stop}
      onStop={setStop}
    >
      {hasSteps ? <Steps app={app} /> : hasPaths ? <PathsPanel app={app} /> : <Inspector app={app} />}
    </Sheet>
  );
}
