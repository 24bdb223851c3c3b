import { formatLink } from "../state/location.ts";
import { defineAction } from "./action.ts";

/** The address bar holds the same link; this saves going there. */
export const copyLink = defineAction({
  id: "copy-link",
  group: "everywhere",
  shortcuts: [],
  isEnabled: () => true,
  run: async (app) => {
    await navigator.clipboard.writeText(new URL(formatLink(app.link.peek()), location.href).href);
    app.notices.say({ kind: "link_copied" });
  },
});
