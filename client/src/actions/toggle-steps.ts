import { defineAction } from "./action.ts";

export const toggleSteps = defineAction({
  id: "toggle-steps",
  group: "canvas",
  shortcuts: [],
  icon: "history",
  isEnabled: () => true,
  run: (app) => app.session.togglePanel("steps"),
});
