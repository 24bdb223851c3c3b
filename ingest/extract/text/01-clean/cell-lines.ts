/**
 * Tables that a page was copied from cell by cell: each cell stands in a line of
 * its own and ends with a bar. The lines of a row are put together again.
 */
import type { CleanText } from "../text-document.ts";
import { overwrite } from "./edits.ts";

const CELL = /^[^|]{0,120}\|[ \t]*$/;
/** Heads of a column that counts the rows. */
const COUNTING = /^(?:序号|编号|序|No\.?)$/;
const MOST_COLUMNS = 12;
const FEWEST_CELLS = 6;

interface CellLine {
  readonly end: number;
  readonly text: string;
}

/** Needs a first column that counts the rows; other tables are left as they stand. */
export function joinCellLines(clean: CleanText): CleanText {
  const { text } = clean;
  if (!text.includes("|\n")) return clean;
  const joined: number[] = [];
  let run: CellLine[] = [];
  const close = (tail?: CellLine) => {
    joined.push(...lineEndsInRows(run, tail));
    run = [];
  };
  for (let begin = 0; begin < text.length;) {
    const newline = text.indexOf("\n", begin);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(begin, Math.min(end, begin + 200));
    if (end - begin < 200 && CELL.test(line)) {
      // A line that only holds the number is the first cell; the head may share its line with nothing.
      run.push({ end, text: line.slice(0, line.lastIndexOf("|")).trim() });
    } else if (line.trim() !== "" && run.length > 0) close({ end, text: line.trim() });
    begin = end + 1;
  }
  close();
  return joined.length === 0 ? clean : overwrite(clean, withBlanksAt(text, joined));
}

/** Positions of the line ends between cells of one row; the last cell may stand without its bar. */
function lineEndsInRows(run: readonly CellLine[], tail: CellLine | undefined): number[] {
  const head = run.findIndex(({ text }) => COUNTING.test(text));
  if (head < 0 || run.length - head < FEWEST_CELLS) return [];
  const first = run.findIndex(({ text }, i) => i > head && /^0?1$/.test(text));
  const columns = first - head;
  if (columns < 2 || columns > MOST_COLUMNS) return [];
  const cells = run.slice(head);
  const isTorn = cells.length % columns === columns - 1 && tail !== undefined && tail.text.length <= 60;
  const ends: number[] = [];
  cells.forEach(({ end }, i) => {
    const isLast = i % columns === columns - 1;
    const isInside = i < cells.length - 1 || isTorn;
    if (!isLast && isInside) ends.push(end);
  });
  return ends;
}

function withBlanksAt(text: string, at: readonly number[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const position of at) {
    // Blank lines between two cells go with the line end.
    let to = position;
    while (text[to] === "\n" || text[to] === "\r" || text[to] === " ") to++;
    parts.push(text.slice(from, position), " ".repeat(to - position));
    from = to;
  }
  parts.push(text.slice(from));
  return parts.join("");
}
