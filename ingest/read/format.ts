/** One entry of the catalogue of formats, and what its reader is given and gives. */
import type { Rejection } from "../../server/contract/index.ts";
import type { PageBegin, SourceMetadata, TableRow } from "./source.ts";

export interface Format {
  readonly id: string;
  /** As a message names it. */
  readonly label: string;
  /** The first is the one that its documents bear. */
  readonly mediaTypes: readonly [string, ...string[]];
  /** Lower case, with the dot. */
  readonly extensions: readonly string[];
  readonly maxBytes: number;
  /** Whether these bytes can be nothing else, whatever the name says. */
  readonly recognizes?: (bytes: Uint8Array) => boolean;
  /** @throws UnreadableDocumentError, DocumentTooLargeError */
  readonly read: (bytes: Uint8Array, options: ReadOptions) => Content | Promise<Content>;
}

export interface ReadOptions {
  readonly origin: string;
  /** Name of the sheet to read of a workbook; the first one where it is missing. */
  readonly sheet?: string;
}

export type Content = TextContent | TableContent;

interface ContentHead {
  readonly metadata: SourceMetadata;
  /** Parts that could not be read, such as scanned pages or broken rows. */
  readonly rejections?: readonly Rejection[];
}

export interface TextContent extends ContentHead {
  readonly kind: "text";
  readonly text: string;
  /** Where each page begins, where the format has pages. */
  readonly pages?: readonly PageBegin[];
}

export interface TableContent extends ContentHead {
  readonly kind: "table";
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  /** Name of the sheet, of workbooks. */
  readonly sheet?: string;
  /** Column of the file that the first column stands in, from 0. */
  readonly firstColumn?: number;
}

export const NO_METADATA: SourceMetadata = { title: null, publisher: null, date: null, url: null };

const MEBIBYTE = 1_048_576;
/** Ten million characters of Chinese take 30 MB; no single document of this field comes near. */
export const MAX_TEXT_BYTES = 24 * MEBIBYTE;
/** Of files that hold more than their text. */
export const MAX_FILE_BYTES = 64 * MEBIBYTE;
