import { LAYOUT_NAMES } from "../state/canvas-port.ts";
import type { LayoutName } from "../state/canvas-port.ts";
import { isCanvasOpen } from "./action.ts";
import type { Action } from "./action.ts";

const ICONS: Readonly<Record<LayoutName, string>> = {
  relations: "waypoints",
  regions: "map-pinned",
  concentric: "circle-dot",
};

/** One action a layout: places everything anew but what is pinned. */
export const arrangements = LAYOUT_NAMES.map((layout): Action<`arrange-${LayoutName}`> => ({
  id: `arrange-${layout}`,
  group: "canvas",
  shortcuts: [],
  icon: ICONS[layout],
  isEnabled: (app) => isCanvasOpen(app) && app.history.present.value.entities.size > 0,
  run: (app) => app.canvas.peek()?.arrange(layout),
}));
