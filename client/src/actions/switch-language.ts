import { defineAction } from "./action.ts";

export const switchLanguage = defineAction({
  id: "switch-language",
  group: "everywhere",
  shortcuts: [],
  isEnabled: () => true,
  run: (app) => app.session.setLanguage(app.session.language.peek() === "zh" ? "en" : "zh"),
});
