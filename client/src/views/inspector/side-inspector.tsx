/** The inspector beside a view that has no place of its own for it: docked, over a narrow one, on a phone a sheet. */
import { useEffect, useState } from "preact/hooks";

import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { Sheet } from "../../ui/index.ts";
import type { SheetStop } from "../../ui/index.ts";
import { Region } from "../shell/region.tsx";
import { screen } from "../shell/screen.ts";
import { Inspector } from "./inspector.tsx";

export function SideInspector({ app }: { readonly app: AppState }) {
  const { inspector: words } = messages.value;
  const [stop, setStop] = useState<SheetStop>("half");
  const selected = app.selection.current.value;
  useEffect(() => setStop("half"), [selected]);
  if (selected === null) return null;
  if (screen.value === "phone") {
    return (
      <Sheet label={words.title} stop={stop} onStop={setStop}>
        <Inspector app={app} />
      </Sheet>
    );
  }
  const isDocked = screen.value === "wide" || screen.value === "medium";
  return (
    <Region
      name="right"
      label={words.title}
      keys="sentences"
      class={isDocked ? "canvas-view__inspector" : "canvas-view__inspector canvas-view__inspector--over"}
    >
      <Inspector app={app} />
    </Region>
  );
}
