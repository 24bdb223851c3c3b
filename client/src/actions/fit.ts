import { defineAction, isCanvasOpen } from "./action.ts";

export const fit = defineAction({
  id: "fit",
  group: "canvas",
  shortcuts: ["0"],
  icon: "maximize",
  isEnabled: isCanvasOpen,
  run: (app) => app.canvas.peek()?.fit(),
});
