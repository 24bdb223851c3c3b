import { defineAction } from "./action.ts";

export const addToSelection = defineAction({
  id: "add-to-selection",
  group: "canvas",
  shortcuts: ["Space"],
  isEnabled: (app) => app.selection.focused.value !== null,
  run: (app) => {
    const focused = app.selection.focused.peek();
    if (focused !== null) app.selection.toggleEntity(focused);
  },
});
