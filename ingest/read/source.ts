/**
 * What reading makes of bytes: a text or a table, with everything needed to
 * open the evidence at its place again.
 */
import type { Rejection } from "../../server/contract/index.ts";

export type Source = TextSource | TableSource;

/** A source, and what of its bytes could not be read. */
export interface Reading {
  readonly source: Source;
  readonly rejections: readonly Rejection[];
}

interface SourceHead {
  /** What the source is re-read and forgotten by. */
  readonly origin: string;
  /** Of the bytes, in hex. */
  readonly sha256: string;
  readonly mediaType: string;
  /** What the format itself says of the document (HTML metadata, a Markdown heading); null where it says nothing. */
  readonly metadata: SourceMetadata;
}

export interface SourceMetadata {
  readonly title: string | null;
  readonly publisher: string | null;
  /** `2024`, `2024-12` or `2024-12-09`. */
  readonly date: string | null;
  readonly url: string | null;
}

export interface TextSource extends SourceHead {
  readonly kind: "text";
  /**
   * The text as decoded and freed from its container (tags, markup), before any
   * cleaning. All offsets that leave ingest count UTF-16 units of this text.
   */
  readonly text: string;
  /** Where each page begins, where the format has pages; in order. */
  readonly pages?: readonly PageBegin[];
}

/** From 1, as a viewer of the file counts. */
export interface PageBegin {
  readonly number: number;
  /** Offset in the text. */
  readonly begin: number;
}

export interface TableSource extends SourceHead {
  readonly kind: "table";
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  /** Name of the sheet, of workbooks. */
  readonly sheet?: string;
  /** Column of the file that the first column stands in, from 0: columns are called A, B, C there. */
  readonly firstColumn?: number;
}

export interface TableRow {
  /** As a person counts: 1 is the first row below the heads. */
  readonly number: number;
  /** Row of the file or sheet, from 1, heads and blank rows among them: what a spreadsheet shows beside it. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  /** Span of the row in the decoded text; of a workbook, in its rows written with tabs between the cells. */
  readonly begin: number;
  readonly end: number;
}
