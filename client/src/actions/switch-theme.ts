import { defineAction } from "./action.ts";

export const switchTheme = defineAction({
  id: "switch-theme",
  group: "everywhere",
  shortcuts: [],
  isEnabled: () => true,
  run: (app) => app.session.setTheme(app.session.isDark.peek() ? "light" : "dark"),
});
