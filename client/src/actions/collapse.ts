import { defineAction, subjects } from "./action.ts";

export const collapse = defineAction({
  id: "collapse",
  group: "canvas",
  shortcuts: ["C"],
  isEnabled: (app, target) => subjects(app, target).some((id) => app.exploration.canCollapse(id)),
  run: (app, target) => {
    for (const id of subjects(app, target)) {
      if (app.exploration.canCollapse(id)) app.exploration.collapse(id);
    }
  },
});
