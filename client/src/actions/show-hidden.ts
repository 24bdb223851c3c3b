import { defineAction } from "./action.ts";

export const showHidden = defineAction({
  id: "show-hidden",
  group: "canvas",
  shortcuts: [],
  isEnabled: (app) => app.history.present.value.hidden.size > 0,
  run: (app) => app.exploration.show(app.history.present.peek().hidden),
});
