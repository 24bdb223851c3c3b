/** PDF with a text layer; scanned pages are reported, since there is nothing to read on them. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import type { Rejection } from "../../server/contract/index.ts";
import { findDate } from "../calendar-date.ts";
import { UnreadableDocumentError } from "../errors.ts";
import { MAX_FILE_BYTES } from "./format.ts";
import type { Format, TextContent } from "./format.ts";
import { joinPages } from "./pdf-layout.ts";
import type { PdfPage } from "./pdf-layout.ts";

export const pdf: Format = {
  id: "pdf",
  label: "PDF",
  mediaTypes: ["application/pdf"],
  extensions: [".pdf"],
  maxBytes: MAX_FILE_BYTES,
  recognizes: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes("%PDF-"),
  read: (bytes, { origin }) => readPdf(bytes, origin),
};

/** Fonts of Chinese government files are seldom embedded: without these tables their text comes out empty. */
const PACKAGE = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
const FONT_TABLES = {
  cMapUrl: join(PACKAGE, "cmaps/"),
  cMapPacked: true,
  standardFontDataUrl: join(PACKAGE, "standard_fonts/"),
};

async function readPdf(bytes: Uint8Array, origin: string): Promise<TextContent> {
  // The reader detaches the buffer that it is given.
  const { getDocument, VerbosityLevel } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const loading = getDocument({
    data: Uint8Array.from(bytes),
    ...FONT_TABLES,
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    isEvalSupported: false,
    stopAtErrors: false,
  });
  try {
    const document = await loading.promise;
    const pages: PdfPage[] = [];
    const rejections: Rejection[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const [left, bottom, right, top] = page.view as [number, number, number, number];
      const pieces = items.flatMap((item) => ("str" in item && item.str !== "" ? [toPiece(item)] : []));
      page.cleanup();
      if (pieces.every(({ text }) => text.trim() === "")) {
        rejections.push({
          origin,
          place: `page ${number}`,
          code: "scanned_page",
          message: "The page has no text layer. Run character recognition on the file and read it again.",
        });
      } else pages.push({ number, left, bottom, right, top, pieces });
    }
    if (pages.length === 0) throw scanned(origin);
    const { info } = (await document.getMetadata()) as { info: { Title?: string } };
    const { text, pages: begins } = joinPages(pages);
    return {
      kind: "text",
      text,
      pages: begins,
      rejections,
      metadata: { title: usableTitle(info.Title, text), publisher: null, date: null, url: null },
    };
  } catch (error) {
    if (error instanceof UnreadableDocumentError) throw error;
    throw translated(error, origin);
  } finally {
    await loading.destroy();
  }
}

function toPiece(item: { str: string; transform: number[]; width: number; height: number; hasEOL: boolean }) {
  const [, , , scale = 0, x = 0, y = 0] = item.transform;
  return { text: item.str, x, y, width: item.width, height: item.height || Math.abs(scale) };
}

/** Word processors write the file's name or "untitled" there: only a title that the text has is one. */
function usableTitle(title: string | undefined, text: string): string | null {
  const bare = title?.trim() ?? "";
  return bare.length >= 6 &&
    findDate(bare) !== bare &&
    text.slice(0, 2_000).replace(/\s/g, "").includes(bare.replace(/\s/g, ""))
    ? bare
    : null;
}

function scanned(origin: string): UnreadableDocumentError {
  return new UnreadableDocumentError(
    `"${origin}" is a scanned PDF without a text layer. Run character recognition on it and read it again.`,
  );
}

function translated(error: unknown, origin: string): UnreadableDocumentError {
  const isLocked = error instanceof Error && error.name === "PasswordException";
  return new UnreadableDocumentError(
    isLocked
      ? `"${origin}" needs a password. Save it without one.`
      : `"${origin}" is a broken PDF file. Download it or export it again.`,
    { cause: error },
  );
}
