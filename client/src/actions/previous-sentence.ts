import { defineAction } from "./action.ts";
import { moveSentence } from "./next-sentence.ts";

export const previousSentence = defineAction({
  id: "previous-sentence",
  group: "sentences",
  shortcuts: ["["],
  isEnabled: () => true,
  run: (app) => moveSentence(app, -1),
});
