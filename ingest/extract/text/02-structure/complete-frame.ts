/** Completes the frame of a document with what needs the gazetteer: its region, the years it reports on and plans for. */
import type { TextDocument } from "../text-document.ts";

export function completeFrame(document: TextDocument): TextDocument {
  return document;
}
