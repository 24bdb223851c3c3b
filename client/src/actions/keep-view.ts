import { defineAction } from "./action.ts";

export const keepView = defineAction({
  id: "keep-view",
  group: "everywhere",
  shortcuts: ["Ctrl+Shift+S"],
  isEnabled: () => true,
  run: (app) => {
    app.dialog.value = "views";
  },
});
