import { defineAction, subjects } from "./action.ts";

/** Takes back what an expansion added; else closes the group of the canvas that the entity was let out of. */
export const collapse = defineAction({
  id: "collapse",
  group: "canvas",
  shortcuts: ["C"],
  isEnabled: (app, target) =>
    subjects(app, target).some((id) => app.exploration.canCollapse(id) || app.rollUp.canCloseAround(id)),
  run: (app, target) => {
    for (const id of subjects(app, target)) {
      if (app.exploration.canCollapse(id)) app.exploration.collapse(id);
      else app.rollUp.closeAround(id);
    }
  },
});
