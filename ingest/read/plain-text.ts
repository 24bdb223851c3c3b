/** Plain text in any encoding: the text is the document. */
import { decodeText } from "./decode.ts";
import { MAX_TEXT_BYTES, NO_METADATA } from "./format.ts";
import type { Format } from "./format.ts";

export const plainText: Format = {
  id: "plain-text",
  label: "plain text",
  mediaTypes: ["text/plain"],
  extensions: [".txt", ".text"],
  maxBytes: MAX_TEXT_BYTES,
  read: (bytes, { origin }) => ({ kind: "text", text: decodeText(bytes, origin), metadata: NO_METADATA }),
};
