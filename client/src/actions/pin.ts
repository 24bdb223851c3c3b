import { defineAction, subjects } from "./action.ts";

/** Pins the entities where they are; where all are pinned, lets them go. */
export const pin = defineAction({
  id: "pin",
  group: "canvas",
  shortcuts: ["P"],
  isEnabled: (app, target) => subjects(app, target).length > 0,
  run: (app, target) => {
    const ids = subjects(app, target);
    const { pinned } = app.history.present.peek();
    app.exploration.pin(ids, !ids.every((id) => pinned.has(id)));
  },
});
