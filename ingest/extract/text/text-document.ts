/**
 * A document after cleaning and splitting: what every later step reads.
 *
 * All offsets here count UTF-16 units of `text`, the cleaned text;
 * `toOriginal` leads from there to the text that was read.
 */
import type { RegionLevel } from "../../../server/contract/index.ts";

export interface CleanText {
  /** Simplified, freed from glosses, spam and stray spaces, half-width digits and letters. */
  readonly text: string;
  /**
   * For each UTF-16 unit of `text` its index in the original, and one more entry
   * for the end: `original.slice(toOriginal[begin], toOriginal[end])` covers the
   * span, with whatever was cut out of it. Never decreases.
   */
  readonly toOriginal: Uint32Array;
}

export type BlockKind = "meta" | "title" | "heading" | "paragraph" | "item" | "row" | "boilerplate";

/** What a part of a document talks about: what was done, what will be, what is lacking. */
export type Mode = "report" | "plan" | "gap";

export interface Sentence {
  readonly index: number;
  readonly begin: number;
  readonly end: number;
  readonly block: BlockKind;
  /** Number of the paragraph, from 0. */
  readonly paragraph: number;
  /** Headings above it, outermost first, without their numbering. */
  readonly headings: readonly string[];
  readonly mode: Mode;
}

/** What the whole document is about; decides 我市, undated figures and modality. */
export interface Frame {
  readonly title: string | null;
  readonly publisher: string | null;
  /** `2024`, `2024-12` or `2024-12-09`. */
  readonly date: string | null;
  readonly url: string | null;
  /** The region that reports: 我市, 全县 and undeclared subjects resolve to it. */
  readonly region: FrameRegion | null;
  /** The year that the document reports on, where it can be told from title, text or date. */
  readonly reportYear: number | null;
  /** The year that it plans for, where it plans. */
  readonly planYear: number | null;
}

export interface FrameRegion {
  /** Canonical name: 绍兴市. */
  readonly name: string;
  readonly level: RegionLevel;
  /** GB/T 2260 code of six digits, where it is an administrative division. */
  readonly code: string | null;
}

/** `frame.region` needs the gazetteer, so it is found after splitting. */
export interface TextDocument {
  readonly clean: CleanText;
  readonly sentences: readonly Sentence[];
  readonly frame: Frame;
}
