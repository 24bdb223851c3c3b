import type { EntityId } from "../../../server/contract/index.ts";
import type { AppState } from "../state/app-state.ts";
import { isGroupId } from "../state/roll-up/groups.ts";
import { defineAction } from "./action.ts";

/** Between the selected entities; what they share comes with it. */
export const findPaths = defineAction({
  id: "find-paths",
  group: "canvas",
  shortcuts: ["Shift+P"],
  isEnabled: (app) => pickedEntities(app).length > 1,
  run: (app) => app.paths.open(pickedEntities(app)),
});

/** Groups of the canvas have no paths: they are nothing that a document names. */
function pickedEntities({ selection }: AppState): readonly EntityId[] {
  return [...selection.entities.value].filter((id) => !isGroupId(id));
}
