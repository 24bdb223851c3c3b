import { defineAction } from "./action.ts";

export const undo = defineAction({
  id: "undo",
  group: "everywhere",
  shortcuts: ["Ctrl+Z"],
  isEnabled: (app) => app.history.canUndo.value,
  run: (app) => app.history.undo(),
});
