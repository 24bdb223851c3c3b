import { defineAction, isCanvasOpen } from "./action.ts";
import { towards } from "./nudge.ts";
import { wayOf } from "./walk.ts";

const PAN_PX = 80;

export const pan = defineAction({
  id: "pan",
  group: "canvas",
  shortcuts: ["Shift+ArrowLeft", "Shift+ArrowRight", "Shift+ArrowUp", "Shift+ArrowDown"],
  isEnabled: isCanvasOpen,
  run: (app, target) => {
    const way = wayOf(target?.shortcut);
    if (way !== undefined) app.canvas.peek()?.panBy(...towards(way, -PAN_PX));
  },
});
