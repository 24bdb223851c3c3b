/** Who published a document and when, in one line; what is not stated is said to be so. */
import type { Document } from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";

export function documentByline(document: Pick<Document, "publisher" | "date">, date = document.date): string {
  const { documents } = messages.value;
  return [document.publisher ?? documents.noPublisher, date ?? documents.undated].join(" · ");
}
