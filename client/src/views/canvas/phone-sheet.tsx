/** The bottom sheet of a phone's canvas: the legend where it is asked for, the steps, else what is selected. */
import { useEffect, useState } from "preact/hooks";

import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { Button, PEEK_HEIGHT, Sheet } from "../../ui/index.ts";
import type { SheetStop } from "../../ui/index.ts";
import { EntityMark } from "../entity/entity-mark.tsx";
import { Inspector } from "../inspector/inspector.tsx";
import { Legend } from "../legend/legend.tsx";
import { Steps } from "../steps/steps.tsx";

/** Kept free round what is selected. */
const MARGIN = 60;

export function PhoneSheet({ app }: { readonly app: AppState }) {
  const { inspector, steps, legend, words } = messages.value;
  const [stop, setStop] = useState<SheetStop>("half");
  const [isLegendOpen, setLegendOpen] = useState(false);
  const selected = app.selection.current.value;
  const hasSteps = app.session.panels.value.steps;
  useEffect(() => {
    if (selected === null) return;
    setLegendOpen(false);
    if (stop === "full") setStop("half");
  }, [selected]);
  const canvas = app.canvas.value;
  useEffect(() => {
    if (canvas === null || selected === null || isLegendOpen || stop === "full") return undefined;
    let isWanted = true;
    // What has just been put on the canvas has no place yet.
    void canvas.settled().then(() => isWanted && bringAboveSheet(app, stop));
    return () => {
      isWanted = false;
    };
  }, [selected, stop, isLegendOpen, canvas]);

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
  if (!hasSteps && selected === null) return chip;
  return (
    <Sheet label={hasSteps ? steps.title : inspector.title} stop={stop} onStop={setStop}>
      {hasSteps ? <Steps app={app} /> : <Inspector app={app} />}
    </Sheet>
  );
}

/** Pans the canvas so that what is selected stands in the part that the sheet leaves free. */
function bringAboveSheet(app: AppState, stop: SheetStop): void {
  const canvas = app.canvas.peek();
  const host = app.canvasHost.peek();
  const selected = app.selection.current.peek();
  if (canvas === null || host === null || selected === null) return;
  const at =
    selected.kind === "relation"
      ? canvas.relationPosition(selected.id)
      : selected.kind === "entity"
        ? canvas.screenPosition(selected.id)
        : undefined;
  if (at === undefined) return;
  const free = stop === "peek" ? host.clientHeight - PEEK_HEIGHT : host.clientHeight * 0.46;
  const isFree = at.x > MARGIN && at.x < host.clientWidth - MARGIN && at.y > MARGIN && at.y < free - MARGIN;
  if (!isFree) canvas.panBy(host.clientWidth / 2 - at.x, free / 2 - at.y);
}
