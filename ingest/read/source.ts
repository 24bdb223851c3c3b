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
}

export interface TableSource extends SourceHead {
  readonly kind: "table";
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** As a person counts: 1 is the first row below the heads. */
  readonly number: number;
  readonly cells: Readonly<Record<string, string>>;
  /** Span of the row in the decoded text; of a workbook, in its rows written with tabs between the cells. */
  readonly begin: number;
  readonly end: number;
}
