import { defineAction, isCanvasOpen } from "./action.ts";

/** To the other end of the next or previous relation. */
export const walkRelation = defineAction({
  id: "walk-relation",
  group: "canvas",
  shortcuts: ["Tab", "Shift+Tab"],
  icon: "waypoints",
  isEnabled: isCanvasOpen,
  run: (app, target) => app.canvas.peek()?.walkRelation(target?.shortcut === "Shift+Tab" ? -1 : 1),
});
