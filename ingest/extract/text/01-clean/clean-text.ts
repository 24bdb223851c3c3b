/**
 * Cleaning: from the text as it was read to the one that extraction reads,
 * with every offset kept.
 *
 * The order matters. Widths are folded before glosses are looked for (their
 * brackets come in both); line breaks, glosses and stray spaces go before
 * simplifying (phrases decide it); spam is found in Simplified text only.
 */
import type { CleanText } from "../text-document.ts";
import { joinCellLines } from "./cell-lines.ts";
import { dropInvisible, foldAngleBrackets, foldForms, foldStraightQuotes } from "./characters.ts";
import { dropDoubledMarks } from "./doubled-marks.ts";
import { untouched } from "./edits.ts";
import { dropGlosses } from "./gloss.ts";
import { simplify } from "./simplify.ts";
import { dropStraySpaces } from "./spaces.ts";
import { dropSpam } from "./spam.ts";
import { joinWrappedLines } from "./unwrap.ts";

const STEPS: readonly ((clean: CleanText) => CleanText)[] = [
  dropInvisible,
  foldForms,
  foldAngleBrackets,
  foldStraightQuotes,
  joinCellLines,
  joinWrappedLines,
  dropGlosses,
  dropStraySpaces,
  dropDoubledMarks,
  simplify,
  dropSpam,
];

export function cleanText(original: string): CleanText {
  return STEPS.reduce((clean, step) => step(clean), untouched(original));
}
