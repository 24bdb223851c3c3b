/** Commas that scraping puts beside marks which end a clause by themselves: 发展,、渗透,。 */
import type { CleanText } from "../text-document.ts";
import { everyMatch } from "../matches.ts";
import { cut } from "./edits.ts";

const DOUBLED = /,(?=[,、。;:!?])|(?<=[、。;:!?]),/g;
/** A row of cells has commas side by side where cells are empty. */
const IS_PROSE = /[、。;!?]/;

export function dropDoubledMarks(clean: CleanText): CleanText {
  const { text } = clean;
  const spans = [...everyMatch(text, DOUBLED)]
    .filter(({ index }) => IS_PROSE.test(lineAround(text, index)))
    .map(({ index }) => ({ begin: index, end: index + 1 }));
  return cut(clean, spans);
}

function lineAround(text: string, at: number): string {
  const end = text.indexOf("\n", at);
  return text.slice(text.lastIndexOf("\n", at) + 1, end < 0 ? text.length : end);
}
