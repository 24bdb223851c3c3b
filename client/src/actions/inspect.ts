import { defineAction } from "./action.ts";

/** Selects the entity where the keyboard stands and opens the inspector. */
export const inspect = defineAction({
  id: "inspect",
  group: "canvas",
  shortcuts: ["Enter"],
  icon: "panel-right",
  isEnabled: (app) => app.selection.focused.value !== null,
  run: (app) => {
    const focused = app.selection.focused.peek();
    if (focused === null) return;
    app.selection.selectEntity(focused);
    app.session.setPanel("inspector", true);
  },
});
