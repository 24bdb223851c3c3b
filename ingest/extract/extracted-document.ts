/**
 * All that extraction says of one source, text or table alike: its passages
 * and, by their numbers, what each of them says.
 */
import type { PassageKind, Rejection } from "../../server/contract/index.ts";
import type { Extraction } from "./extraction.ts";

export interface ExtractedDocument {
  /** Null where it has none; then `opening` stands in for it. */
  readonly title: string | null;
  /** How its text begins, or the name of its file. */
  readonly opening: string;
  readonly publisher: string | null;
  /** `2024`, `2024-12` or `2024-12-09`. */
  readonly date: string | null;
  readonly url: string | null;
  /** Name of the region that it reports on. */
  readonly region: string | null;
  /** What the reader of the document sees, in its order. */
  readonly passages: readonly ExtractedPassage[];
  readonly extraction: Extraction;
  readonly rejections: readonly Rejection[];
}

export interface ExtractedPassage {
  /** The number by which relations and observations refer to it. */
  readonly sentence: number;
  readonly kind: PassageKind;
  readonly text: string;
  /** Span in the cleaned text, in which mentions count. */
  readonly cleanBegin: number;
  readonly cleanEnd: number;
  /** Span in the original text. */
  readonly begin: number;
  readonly end: number;
  /** Where it stands in the file, where that has pages or rows. */
  readonly page?: number;
  readonly row?: number;
  readonly sheet?: string;
}

/** Moves when the same bytes would be read to something else, so that they are read again. */
export const EXTRACTOR = "rules 3";
