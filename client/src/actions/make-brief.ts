import { defineAction } from "./action.ts";

/** Of what is shown: the list of gaps, else the canvas. */
export const makeBrief = defineAction({
  id: "make-brief",
  group: "everywhere",
  shortcuts: ["Ctrl+Shift+B"],
  isEnabled: () => true,
  run: (app) => {
    app.dialog.value = "brief";
  },
});
