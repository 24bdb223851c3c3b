/**
 * Structure: from a cleaned text to sentences that know their block, their
 * headings and whether they report or plan, and the frame of the document as
 * far as the page itself tells it.
 */
import type { SourceMetadata } from "../../../read/source.ts";
import type { CleanText, Mode, Sentence, TextDocument } from "../text-document.ts";
import { readFrame } from "./frame.ts";
import { readLines } from "./lines.ts";
import type { Line } from "./lines.ts";
import { modeOf } from "./modes.ts";
import { splitSentences } from "./sentences.ts";

/** `frame.region` and the years stay null: they need the gazetteer. */
export function splitText(clean: CleanText, metadata: SourceMetadata): TextDocument {
  const { frame, lines } = readFrame(clean, readLines(clean), metadata);
  return { clean, sentences: readSentences(clean, lines, frame.title), frame };
}

function readSentences({ text }: CleanText, lines: readonly Line[], title: string | null): Sentence[] {
  const sentences: Sentence[] = [];
  const headings: { depth: number; text: string }[] = [];
  let before: Mode | null = null;
  lines.forEach((line, paragraph) => {
    const spans = line.kind === "row" ? [line] : splitSentences(text, line.textBegin, line.end);
    const [lead] = spans;
    if (line.depth > 0) {
      while (headings.length > 0 && headings.at(-1)!.depth >= line.depth) headings.pop();
      if (line.depth <= 4) before = null;
    }
    const above = headings.map((heading) => heading.text);
    const leadText = lead === undefined ? "" : text.slice(lead.begin, lead.end).replace(/[。;:]$/, "");
    const isInlineHeading = line.kind === "item" && line.depth > 0 && spans.length > 1 && leadText.length <= 40;
    spans.forEach((span, i) => {
      const words = text.slice(span.begin, span.end);
      const isHeading = line.kind === "heading" || (isInlineHeading && i === 0);
      const path = isInlineHeading && i > 0 ? [...above, leadText] : above;
      const mode = modeOf(isHeading ? [...path, words] : path, title, words, before);
      if (line.kind === "paragraph" || line.kind === "item") before = mode;
      sentences.push({
        index: sentences.length,
        begin: span.begin,
        end: span.end,
        block: isHeading ? "heading" : line.kind,
        paragraph,
        headings: path,
        mode,
      });
    });
    if (line.depth > 0 && (line.kind === "heading" || isInlineHeading))
      headings.push({ depth: line.depth, text: leadText });
  });
  return sentences;
}
