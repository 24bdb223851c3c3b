import { defineAction } from "./action.ts";

export const toggleLegend = defineAction({
  id: "toggle-legend",
  group: "canvas",
  shortcuts: ["L"],
  isEnabled: () => true,
  run: (app) => app.session.togglePanel("legend"),
});
