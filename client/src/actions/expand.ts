import { defineAction, isCanvasOpen, subjects } from "./action.ts";

/** Opens the pick list: the counts are said before anything is added. */
export const expand = defineAction({
  id: "expand",
  group: "canvas",
  shortcuts: ["E"],
  isEnabled: (app, target) => isCanvasOpen(app) && subjects(app, target).length === 1,
  run: async (app, target) => {
    const [entity] = subjects(app, target);
    if (entity !== undefined) await app.pickList.open(entity);
  },
});
