import { VIEW_IDS } from "../state/session.ts";
import type { ViewId } from "../state/session.ts";
import type { Action } from "./action.ts";

const ICONS: Readonly<Record<ViewId, string>> = {
  overview: "compass",
  canvas: "waypoints",
  table: "table-2",
  documents: "file-text",
  query: "terminal",
  imports: "upload",
};

/** One action a view, in the order of the rail. */
export const showViews = VIEW_IDS.map((view, index): Action<`show-${ViewId}`> => ({
  id: `show-${view}`,
  group: "everywhere",
  shortcuts: [`Alt+${index + 1}`],
  icon: ICONS[view],
  isEnabled: () => true,
  run: (app) => app.session.show(view),
}));
