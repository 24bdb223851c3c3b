/** The formats that are read, in the order in which they are asked whether the bytes are theirs. */
import { extname } from "node:path/posix";

import { isAddress } from "../addresses.ts";
import { csv } from "./csv.ts";
import { docx } from "./docx.ts";
import type { Format } from "./format.ts";
import { html } from "./html.ts";
import { markdown } from "./markdown.ts";
import { pdf } from "./pdf.ts";
import { plainText } from "./plain-text.ts";
import { workbook } from "./workbook.ts";

export const FORMATS: readonly Format[] = [pdf, docx, workbook, html, markdown, csv, plainText];

/** By the bytes where they leave no doubt, else by the name; undefined where neither tells. */
export function findFormat(origin: string, bytes: Uint8Array): Format | undefined {
  const extension = extname(isAddress(origin) ? new URL(origin).pathname : origin).toLowerCase();
  return (
    FORMATS.find((format) => format.extensions.includes(extension) && format.recognizes?.(bytes) === true) ??
    FORMATS.find((format) => format.recognizes?.(bytes) === true) ??
    FORMATS.find((format) => format.extensions.includes(extension))
  );
}

export function isReadableName(path: string): boolean {
  const extension = extname(path).toLowerCase();
  return FORMATS.some(({ extensions }) => extensions.includes(extension));
}
