import { defineAction, isCanvasOpen } from "./action.ts";

export const zoomOut = defineAction({
  id: "zoom-out",
  group: "canvas",
  shortcuts: ["-"],
  isEnabled: isCanvasOpen,
  run: (app) => app.canvas.peek()?.zoomOut(),
});
