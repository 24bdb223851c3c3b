import { defineAction } from "./action.ts";

/** Between the selected entities; what they share comes with it. */
export const findPaths = defineAction({
  id: "find-paths",
  group: "canvas",
  shortcuts: ["Shift+P"],
  isEnabled: (app) => app.selection.entities.value.size > 1,
  run: (app) => app.paths.open([...app.selection.entities.peek()]),
});
