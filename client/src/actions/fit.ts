import { defineAction, isCanvasOpen } from "./action.ts";

export const fit = defineAction({
  id: "fit",
  group: "canvas",
  shortcuts: ["0"],
  isEnabled: isCanvasOpen,
  run: (app) => app.canvas.peek()?.fit(),
});
