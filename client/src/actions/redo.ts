import { defineAction } from "./action.ts";

export const redo = defineAction({
  id: "redo",
  group: "everywhere",
  shortcuts: ["Ctrl+Shift+Z", "Ctrl+Y"],
  icon: "redo-2",
  isEnabled: (app) => app.history.canRedo.value,
  run: (app) => app.history.redo(),
});
