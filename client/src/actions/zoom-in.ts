import { defineAction, isCanvasOpen } from "./action.ts";

export const zoomIn = defineAction({
  id: "zoom-in",
  group: "canvas",
  shortcuts: ["+", "="],
  isEnabled: isCanvasOpen,
  run: (app) => app.canvas.peek()?.zoomIn(),
});
