import { defineAction } from "./action.ts";

export const undo = defineAction({
  id: "undo",
  group: "everywhere",
  shortcuts: ["Ctrl+Z"],
  icon: "undo-2",
  isEnabled: (app) => app.history.canUndo.value,
  run: (app) => app.history.undo(),
});
