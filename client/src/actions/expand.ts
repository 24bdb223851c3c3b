import { defineAction, groupAtHand, isCanvasOpen, subjects } from "./action.ts";

/** Opens the pick list: the counts are said before anything is added. A group of the canvas opens into its members. */
export const expand = defineAction({
  id: "expand",
  group: "canvas",
  shortcuts: ["E"],
  isEnabled: (app, target) =>
    isCanvasOpen(app) && (subjects(app, target).length === 1 || groupAtHand(app) !== undefined),
  run: async (app, target) => {
    const group = target?.entity === undefined ? groupAtHand(app) : undefined;
    if (group !== undefined) {
      app.rollUp.open(group);
      return;
    }
    const [entity] = subjects(app, target);
    if (entity !== undefined) await app.pickList.open(entity);
  },
});
