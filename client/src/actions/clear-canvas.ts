import { defineAction } from "./action.ts";

export const clearCanvas = defineAction({
  id: "clear-canvas",
  group: "canvas",
  shortcuts: [],
  isEnabled: (app) => app.history.present.value.entities.size > 0,
  run: (app) => {
    app.exploration.clear();
    app.selection.clear();
  },
});
