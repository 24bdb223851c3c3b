import type { AppState } from "../state/app-state.ts";
import type { RelationId } from "../../../server/contract/index.ts";
import { defineAction, isCanvasOpen } from "./action.ts";
import type { ActionTarget } from "./action.ts";

/** To the next or previous relation of the entity; past the last one Tab leaves the canvas as it does any control. */
export const walkRelation = defineAction({
  id: "walk-relation",
  group: "canvas",
  shortcuts: ["Tab", "Shift+Tab"],
  isEnabled: (app, target) => isCanvasOpen(app) && nextRelation(app, target) !== undefined,
  run: (app, target) => {
    const next = nextRelation(app, target);
    if (next !== undefined) app.canvas.peek()?.walkRelation(next);
  },
});

function nextRelation(app: AppState, target?: ActionTarget): RelationId | undefined {
  return app.canvas.value?.nextRelation(target?.shortcut === "Shift+Tab" ? -1 : 1);
}
