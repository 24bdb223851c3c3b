import { defineAction, subjects } from "./action.ts";

export const hide = defineAction({
  id: "hide",
  group: "canvas",
  shortcuts: ["H", "Delete"],
  isEnabled: (app, target) => subjects(app, target).length > 0,
  run: (app, target) => {
    const ids = subjects(app, target);
    app.exploration.hide(ids);
    if (ids.some((id) => app.selection.entities.peek().has(id))) app.selection.clear();
  },
});
