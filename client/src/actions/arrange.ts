import { LAYOUT_NAMES } from "../state/canvas-port.ts";
import type { LayoutName } from "../state/canvas-port.ts";
import { isCanvasOpen } from "./action.ts";
import type { Action } from "./action.ts";

/** One action a layout: places everything anew but what is pinned. */
export const arrangements = LAYOUT_NAMES.map((layout): Action<`arrange-${LayoutName}`> => ({
  id: `arrange-${layout}`,
  group: "canvas",
  shortcuts: [],
  isEnabled: (app) => isCanvasOpen(app) && app.history.present.value.entities.size > 0,
  run: (app) => app.canvas.peek()?.arrange(layout),
}));
