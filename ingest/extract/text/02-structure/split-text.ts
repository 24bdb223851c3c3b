/**
 * Structure: from a cleaned text to sentences that know their block, their
 * headings and whether they report or plan, and the frame of the document as
 * far as the page itself tells it.
 */
import type { SourceMetadata } from "../../../read/source.ts";
import type { Span } from "../01-clean/edits.ts";
import type { CleanText, Mode, Sentence, TextDocument } from "../text-document.ts";
import { isBoilerplate } from "./boilerplate.ts";
import { readFrame } from "./frame.ts";
import { readLines } from "./lines.ts";
import { modeOfHeading, modeOfSentence, modeOfTitle } from "./modes.ts";
import { readPage } from "./page.ts";
import type { Block } from "./page.ts";
import { splitSentences } from "./sentences.ts";

/** `frame.region` and the years stay null: they need the gazetteer. */
export function splitText(clean: CleanText, metadata: SourceMetadata): TextDocument {
  const blocks = readPage(readLines(clean));
  const frame = readFrame(blocks, metadata);
  return { clean, sentences: new SentenceReader(clean.text, frame.title).read(blocks), frame };
}

/** An inline heading is a short first sentence: `2. 推动高新区提档升级。深化……`. */
const INLINE_HEADING_MAX_LENGTH = 45;
/** `【产业基础】园区聚焦……`. */
const BRACKET_HEADING = /^【([^】]{2,16})】(?=.)/;
/** `二是优化平台布局。` in the middle of a paragraph. */
const POINT = /^(?:[一二三四五六七八九十]{1,2}是(?:要)?|第[一二三四五六七八九十][,、])/;
const POINT_DEPTH = 20;

class SentenceReader {
  readonly #text: string;
  readonly #sentences: Sentence[] = [];
  readonly #headings: { depth: number; text: string; mode: Mode | undefined }[] = [];
  /** What holds until something says otherwise. */
  #lasting: Mode;

  constructor(text: string, title: string | null) {
    this.#text = text;
    this.#lasting = modeOfTitle(title);
  }

  read(blocks: readonly Block[]): Sentence[] {
    blocks.forEach((block, paragraph) => this.#readBlock(block, paragraph));
    return this.#sentences;
  }

  #readBlock(block: Block, paragraph: number): void {
    if (block.kind === "boilerplate" || block.kind === "meta" || block.kind === "title") {
      const begin = block.kind === "title" ? block.textBegin : block.begin;
      this.#add({ begin, end: block.end }, block.kind, paragraph, this.#mode(undefined));
      return;
    }
    if (block.depth > 0) this.#closeHeadings(block.depth);
    else this.#closeHeadings(POINT_DEPTH);
    if (block.kind === "heading") {
      for (const span of this.#split(block)) this.#addHeading(span, block.depth, paragraph);
      return;
    }
    if (block.kind === "row") {
      this.#add({ begin: block.begin, end: block.end }, "row", paragraph, this.#mode(undefined));
      return;
    }
    this.#readParagraph(block, paragraph);
  }

  #readParagraph(block: Block, paragraph: number): void {
    const bracket = BRACKET_HEADING.exec(this.#text.slice(block.textBegin, block.end));
    let begin = block.textBegin;
    if (bracket !== null) {
      this.#closeHeadings(block.depth || POINT_DEPTH);
      this.#addHeading(
        { begin: begin + 1, end: begin + 1 + bracket[1]!.length },
        block.depth || POINT_DEPTH,
        paragraph,
      );
      begin += bracket[0].length;
    }
    const spans = splitSentences(this.#text, begin, block.end);
    let passing: Mode | undefined;
    spans.forEach((span, i) => {
      const point = POINT.exec(this.#text.slice(span.begin, Math.min(span.end, span.begin + 6)))?.[0];
      const words: Span =
        point === undefined || span.begin + point.length >= span.end
          ? span
          : { begin: span.begin + point.length, end: span.end };
      const isNumbered = (i === 0 && block.depth > 0 && bracket === null) || point !== undefined;
      const depth = point === undefined ? block.depth : POINT_DEPTH;
      if (point !== undefined) this.#closeHeadings(POINT_DEPTH);
      if (isNumbered && i < spans.length - 1 && this.#isInlineHeading(words)) {
        this.#addHeading(words, depth, paragraph);
        return;
      }
      if (i > 0 && isBoilerplate(this.#text.slice(words.begin, words.end))) {
        this.#add(words, "boilerplate", paragraph, this.#mode(undefined));
        return;
      }
      const own = modeOfSentence(this.#text.slice(words.begin, words.end));
      passing = own ?? passing;
      if (own !== undefined && own !== "gap" && this.#headings.length === 0) this.#lasting = own;
      this.#add(words, block.kind, paragraph, this.#mode(passing));
    });
  }

  #isInlineHeading({ begin, end }: Span): boolean {
    return end - begin <= INLINE_HEADING_MAX_LENGTH && /[。!]$/.test(this.#text.slice(begin, end));
  }

  /** Gap headings win over what a sentence sounds like: what is lacking is not planned yet. */
  #mode(own: Mode | undefined): Mode {
    const heading = this.#headings.findLast(({ mode }) => mode !== undefined)?.mode;
    return heading === "gap" ? "gap" : (own ?? heading ?? this.#lasting);
  }

  #closeHeadings(depth: number): void {
    while ((this.#headings.at(-1)?.depth ?? 0) >= depth) this.#headings.pop();
  }

  #addHeading(span: Span, depth: number, paragraph: number): void {
    const text = this.#text.slice(span.begin, span.end).replace(/[。;:,]$/, "");
    const mode = modeOfHeading(text);
    this.#add(span, "heading", paragraph, mode ?? this.#mode(undefined));
    this.#headings.push({ depth, text, mode });
  }

  #add(span: Span, block: Block["kind"], paragraph: number, mode: Mode): void {
    const { end } = span;
    let { begin } = span;
    while (begin < end && /\s/.test(this.#text[begin]!)) begin++;
    if (begin === end) return;
    this.#sentences.push({
      index: this.#sentences.length,
      begin,
      end,
      block,
      paragraph,
      headings: this.#headings.map(({ text }) => text),
      mode,
    });
  }

  #split(block: Block): Span[] {
    return splitSentences(this.#text, block.textBegin, block.end);
  }
}
