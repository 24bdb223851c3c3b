import { VIEW_IDS } from "../state/session.ts";
import type { ViewId } from "../state/session.ts";
import type { Action } from "./action.ts";

/** Beside Alt and the number. */
const LETTERS: Partial<Record<ViewId, readonly string[]>> = { table: ["T"], names: ["Alt+N"], measures: ["Alt+M"] };

/** One action a view, in the order of the rail. */
export const showViews = VIEW_IDS.map((view, index): Action<`show-${ViewId}`> => ({
  id: `show-${view}`,
  group: "everywhere",
  // The tenth is Alt 0, as the keys stand; there is no number for an eleventh.
  shortcuts: [...(index < 10 ? [`Alt+${(index + 1) % 10}`] : []), ...(LETTERS[view] ?? [])],
  isEnabled: () => true,
  run: (app) => app.session.show(view),
}));
