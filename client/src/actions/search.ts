import { defineAction } from "./action.ts";

export const search = defineAction({
  id: "search",
  group: "everywhere",
  shortcuts: ["/", "Ctrl+K"],
  icon: "search",
  isEnabled: () => true,
  run: (app) => app.search.requestFocus(),
});
