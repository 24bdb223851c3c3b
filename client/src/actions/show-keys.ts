import { defineAction } from "./action.ts";

export const showKeys = defineAction({
  id: "show-keys",
  group: "everywhere",
  shortcuts: ["?"],
  isEnabled: () => true,
  run: (app) => app.session.togglePanel("keys"),
});
