/** Finds the tables of a document and reads their figures: runs of rows with the words right above them. */
import type { ObservationClaim } from "../../extraction.ts";
import type { Sentence, TextDocument } from "../text-document.ts";
import { yearInHeadings } from "./carried.ts";
import { splitCells } from "./cells.ts";
import { readRows } from "./rows.ts";
import type { ObservationRuleId } from "./rules.ts";
import type { Subjects } from "./subject.ts";

const MAX_CAPTION = 60;
const FIGURE_CELL = /^(?:[-−–+]?\d[\d,.]*%?|[-—–/…])$/;
const MAX_SPACED = 160;

/** Rows that follow each other are a table; the words right above it say its year and unit. */
export function findInTables(
  { clean: { text }, sentences }: TextDocument,
  subjects: Subjects,
  year: number | null,
): ObservationClaim[] {
  const claims: ObservationClaim[] = [];
  for (let i = 0; i < sentences.length; i++) {
    const end = endOfRows(text, sentences, i) ?? endOfSpaced(text, sentences, i);
    if (end === undefined) continue;
    const from = i;
    i = end - 1;
    const above = sentences.slice(Math.max(0, from - 2), from).map(({ begin, end }) => text.slice(begin, end));
    const nearest = above.at(-1) ?? "";
    // 单位:亿元 may stand in a line of its own between the title of the table and the table.
    const caption = /^[((]?(?:计量)?单位[::]/.test(nearest) ? above.join(" ") : nearest;
    const figures = readRows(sentences.slice(from, end), {
      text,
      bearerIn: ({ begin, end }) =>
        subjects.mentionsIn(begin, end).find((m) => m.begin === begin && m.end === end && subjects.isBearer(m.entity))
          ?.entity,
      own: subjects.own,
      year: yearInHeadings([...sentences[from]!.headings, caption]) ?? year,
      unit: /单位[::]\s*([\u4e00-\u9fa5%]{1,4})(?![、,\u4e00-\u9fa5])/.exec(caption)?.[1] ?? "",
      caption: caption.length <= MAX_CAPTION ? caption.replace(/[((]?(?:计量)?单位[::].*$/, "") : "",
    });
    for (const { subject, ...figure } of figures)
      if (subject !== null) claims.push({ ...figure, subject, rule: "table-row" satisfies ObservationRuleId });
  }
  return claims;
}

function endOfRows(text: string, sentences: readonly Sentence[], from: number): number | undefined {
  if (sentences[from]!.block !== "row") return undefined;
  let end = from + 1;
  while (sentences[end]?.block === "row" || isRuleLine(text, sentences[end])) end++;
  return end;
}

/** A head and rows whose cells only spaces keep apart: 武陵区 186 21.4 13.6. */
function endOfSpaced(text: string, sentences: readonly Sentence[], from: number): number | undefined {
  const width = spacedWidth(text, sentences[from]);
  if (width < 3) return undefined;
  let end = from + 1;
  while (spacedWidth(text, sentences[end]) === width && hasFigures(text, sentences[end]!)) end++;
  return end - from >= 3 && !hasFigures(text, sentences[from]!) ? end : undefined;
}

function spacedWidth(text: string, sentence: Sentence | undefined): number {
  if (sentence === undefined || sentence.block === "row" || sentence.end - sentence.begin > MAX_SPACED) return 0;
  return splitCells(text, sentence).length;
}

function hasFigures(text: string, sentence: Sentence): boolean {
  const [, ...cells] = splitCells(text, sentence);
  return cells.every((cell) => FIGURE_CELL.test(cell.text)) && cells.some((cell) => /\d/.test(cell.text));
}

/** | --- | --- | between the head and the body of a table. */
function isRuleLine(text: string, sentence: Sentence | undefined): boolean {
  return sentence !== undefined && /^[-|:\s]+$/.test(text.slice(sentence.begin, sentence.end));
}
