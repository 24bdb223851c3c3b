import { WAYS } from "../state/canvas-port.ts";
import type { Way } from "../state/canvas-port.ts";
import { defineAction, isCanvasOpen } from "./action.ts";

/** To the nearest entity that way. */
export const walk = defineAction({
  id: "walk",
  group: "canvas",
  shortcuts: ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"],
  isEnabled: isCanvasOpen,
  run: (app, target) => {
    const way = wayOf(target?.shortcut);
    if (way !== undefined) app.canvas.peek()?.walk(way);
  },
});

/** The way that the arrow in a shortcut points. */
export function wayOf(shortcut: string | undefined): Way | undefined {
  return WAYS.find((way) => shortcut?.toLowerCase().endsWith(`arrow${way}`));
}
