/** Word documents (DOCX): paragraphs, headings and tables in the order of the text. */
import { UnreadableDocumentError } from "../errors.ts";
import { MAX_FILE_BYTES, NO_METADATA } from "./format.ts";
import type { Format, TextContent } from "./format.ts";
import { toBodyText } from "./html.ts";
import { brokenOfficeFile, checkParts, hasPart, isOldOfficeFile } from "./office.ts";

export const docx: Format = {
  id: "docx",
  label: "Word",
  mediaTypes: ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  extensions: [".docx", ".doc", ".wps"],
  maxBytes: MAX_FILE_BYTES,
  recognizes: (bytes) => hasPart(bytes, "word/document.xml"),
  read: (bytes, { origin }) => readDocx(bytes, origin),
};

async function readDocx(bytes: Uint8Array, origin: string): Promise<TextContent> {
  if (isOldOfficeFile(bytes)) {
    throw new UnreadableDocumentError(
      `"${origin}" is in the old or encrypted Word format. Save it as DOCX without a password.`,
    );
  }
  if (!hasPart(bytes, "word/document.xml")) throw brokenOfficeFile(origin, "Word", undefined);
  checkParts(bytes, origin);
  return { kind: "text", text: toBodyText(await toMarkup(bytes, origin)), metadata: NO_METADATA };
}

async function toMarkup(bytes: Uint8Array, origin: string): Promise<string> {
  const { default: mammoth } = await import("mammoth");
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage: mammoth.images.imgElement(async () => ({ src: "" })) },
    );
    return value;
  } catch (error) {
    throw brokenOfficeFile(origin, "Word", error);
  }
}
