import { defineAction } from "./action.ts";
import { moveRegion } from "./next-region.ts";

export const previousRegion = defineAction({
  id: "previous-region",
  group: "everywhere",
  shortcuts: ["Shift+F6"],
  isEnabled: () => true,
  run: () => moveRegion(-1),
});
