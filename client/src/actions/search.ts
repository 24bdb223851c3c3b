import { defineAction } from "./action.ts";

export const search = defineAction({
  id: "search",
  group: "everywhere",
  shortcuts: ["/", "Ctrl+K"],
  isEnabled: () => true,
  run: (app) => app.search.requestFocus(),
});
