import { defineAction } from "./action.ts";

/** Selects the entity where the keyboard stands; from one of its relations, goes on to the entity at the other end. */
export const inspect = defineAction({
  id: "inspect",
  group: "canvas",
  shortcuts: ["Enter"],
  isEnabled: (app) => app.selection.focused.value !== null,
  run: (app) => {
    const focused = app.selection.focused.peek();
    const relation = app.history.present.peek().relations.get(app.selection.relation.peek()!);
    const next = relation?.from === focused ? relation?.to : relation?.to === focused ? relation?.from : focused;
    if (next === null || next === undefined) return;
    app.selection.selectEntity(next);
    app.session.setPanel("inspector", true);
  },
});
