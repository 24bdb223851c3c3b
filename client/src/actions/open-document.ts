import { defineAction } from "./action.ts";

/** Opens the document of the current sentence, at the sentence. */
export const openDocument = defineAction({
  id: "open-document",
  group: "sentences",
  shortcuts: ["O"],
  isEnabled: (app) => app.inspector.sentence.value !== undefined,
  run: (app) => {
    const sentence = app.inspector.sentence.peek();
    if (sentence !== undefined) app.openDocument(sentence.document.id, sentence.passage.id);
  },
});
