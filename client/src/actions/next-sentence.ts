import type { AppState } from "../state/app-state.ts";
import { defineAction } from "./action.ts";

/** In the reader to the next sentence that says something, else to the next one that supports the selection. */
export const nextSentence = defineAction({
  id: "next-sentence",
  group: "sentences",
  shortcuts: ["]"],
  isEnabled: () => true,
  run: (app) => moveSentence(app, 1),
});

export function moveSentence(app: AppState, by: 1 | -1): void {
  const isReading = app.session.view.peek() === "documents" && app.reader.documentId.peek() !== null;
  if (isReading) app.reader.move(by);
  else app.inspector.moveSentence(by);
}
