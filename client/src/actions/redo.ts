import { defineAction } from "./action.ts";

export const redo = defineAction({
  id: "redo",
  group: "everywhere",
  shortcuts: ["Ctrl+Shift+Z", "Ctrl+Y"],
  isEnabled: (app) => app.history.canRedo.value,
  run: (app) => app.history.redo(),
});
