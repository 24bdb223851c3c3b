import { defineAction } from "./action.ts";

export const toggleSteps = defineAction({
  id: "toggle-steps",
  group: "canvas",
  shortcuts: [],
  isEnabled: () => true,
  run: (app) => app.session.togglePanel("steps"),
});
