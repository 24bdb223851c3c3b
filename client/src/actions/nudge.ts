import type { Way } from "../state/canvas-port.ts";
import { defineAction, isCanvasOpen, subjects } from "./action.ts";
import { wayOf } from "./walk.ts";

/** In canvas units. */
const NUDGE = 16;

/** Moves the entities a little, by hand. */
export const nudge = defineAction({
  id: "nudge",
  group: "canvas",
  shortcuts: ["Alt+ArrowLeft", "Alt+ArrowRight", "Alt+ArrowUp", "Alt+ArrowDown"],
  isEnabled: (app, target) => isCanvasOpen(app) && subjects(app, target).length > 0,
  run: (app, target) => {
    const way = wayOf(target?.shortcut);
    if (way !== undefined) app.canvas.peek()?.nudge(subjects(app, target), ...towards(way, NUDGE));
  },
});

export function towards(way: Way, by: number): [x: number, y: number] {
  if (way === "left") return [-by, 0];
  if (way === "right") return [by, 0];
  return [0, way === "up" ? -by : by];
}
