import { defineAction } from "./action.ts";

/** Closes what is on top; where nothing is, clears the selection. */
export const close = defineAction({
  id: "close",
  group: "everywhere",
  shortcuts: ["Escape"],
  isEnabled: () => true,
  run: (app) => {
    const { pickList, search, selection, session } = app;
    if (app.dialog.peek() !== null) app.dialog.value = null;
    else if (pickList.source.peek() !== null) pickList.close();
    else if (session.panels.peek().keys) session.setPanel("keys", false);
    else if (search.query.peek() !== "") search.clear();
    else selection.clear();
  },
});
