/**
 * Extraction from texts, step by step: each folder beside this file is one step.
 *
 * Several documents take each step, and within it each rule, together: the code
 * and the tables of a rule then stay in the processor's caches for all of them,
 * which makes short documents half again as fast as one after the other.
 */
import type { PageBegin, TextSource } from "../../read/source.ts";
import type { ExtractedDocument, ExtractedPassage } from "../extracted-document.ts";
import type { Extraction } from "../extraction.ts";
import { cleanText } from "./01-clean/clean-text.ts";
import { findDamage } from "./01-clean/mojibake.ts";
import { completeFrame } from "./02-structure/complete-frame.ts";
import { splitText } from "./02-structure/split-text.ts";
import { findEntitiesIn } from "./03-entities/find-entities.ts";
import { findRelationsIn } from "./04-relations/find-relations.ts";
import { findObservations } from "./05-observations/find-observations.ts";
import { withoutIdleFields } from "./idle-fields.ts";
import { numberedBegin, shownText } from "./shown-text.ts";
import type { BlockKind, Sentence, TextDocument } from "./text-document.ts";

export interface TextExtraction {
  readonly document: TextDocument;
  readonly extraction: Extraction;
}

export function extractText(source: TextSource): TextExtraction {
  return extractTexts([source])[0]!;
}

/** In the order of the sources; each is extracted as if it were alone. */
export function extractTexts(sources: readonly TextSource[]): TextExtraction[] {
  const cleaned = sources.map(({ text }) => cleanText(text));
  const split = cleaned.map((clean, i) => splitText(clean, sources[i]!.metadata));
  const documents = split.map(completeFrame);
  const named = findEntitiesIn(documents);
  const relations = findRelationsIn(documents, named);
  const observations = documents.map((document, i) => findObservations(document, named[i]!));
  return documents.map((document, i) => ({
    document,
    extraction: withoutIdleFields({ ...named[i]!, relations: relations[i]!, observations: observations[i]! }),
  }));
}

export function extractTextDocument(source: TextSource): ExtractedDocument {
  return extractTextDocuments([source])[0]!;
}

/** The same in the form that tables have too: with passages for their reader, and what could not be used. */
export function extractTextDocuments(sources: readonly TextSource[]): ExtractedDocument[] {
  return extractTexts(sources).map((extracted, i) => toExtractedDocument(sources[i]!, extracted));
}

function toExtractedDocument(source: TextSource, { document, extraction }: TextExtraction): ExtractedDocument {
  const { frame } = document;
  const passages = onPages(toPassages(document, source.text), source.pages ?? []);
  return {
    title: frame.title,
    opening: openingOf(document),
    publisher: frame.publisher,
    date: frame.date,
    url: frame.url,
    region: frame.region?.name ?? null,
    passages,
    extraction,
    rejections: findDamage(source.text).map(({ begin, end }) => ({
      origin: source.origin,
      place: `characters ${begin}-${end}`,
      code: "damaged_text",
      message: `"${source.text.slice(begin, end)}" is not text: characters were lost when it was converted. Get the document from its source again.`,
    })),
  };
}

const PASSAGE_KINDS: Partial<Record<BlockKind, ExtractedPassage["kind"]>> = {
  title: "heading",
  heading: "heading",
  row: "row",
};

/** Every sentence but those that the page brought along. */
function toPassages({ clean, sentences }: TextDocument, original: string): ExtractedPassage[] {
  return sentences
    .filter(({ block }) => block !== "boilerplate")
    .map(({ index, begin, end, block }) => {
      const cleanBegin = numberedBegin(clean.text, begin);
      return {
        sentence: index,
        kind: PASSAGE_KINDS[block] ?? "sentence",
        text: shownText(clean, original, cleanBegin, end),
        cleanBegin,
        cleanEnd: end,
        ...trimmed(original, clean.toOriginal[cleanBegin]!, clean.toOriginal[end]!),
      };
    });
}

/** The page that each passage begins on; passages and pages are in the order of the text. */
function onPages(passages: readonly ExtractedPassage[], pages: readonly PageBegin[]): readonly ExtractedPassage[] {
  if (pages.length === 0) return passages;
  let at = 0;
  return passages.map((passage) => {
    while (at + 1 < pages.length && pages[at + 1]!.begin <= passage.begin) at++;
    return { ...passage, page: pages[at]!.number };
  });
}

/** What was cut out at the end of a span counts to it; blanks do not. */
function trimmed(original: string, begin: number, end: number): { begin: number; end: number } {
  let to = end;
  while (to > begin && isBlank(original.charCodeAt(to - 1))) to--;
  return { begin, end: to };
}

/** As `\s` has it. */
function isBlank(code: number): boolean {
  if (code > 0xa0) return code >= 0x1680 && /\s/.test(String.fromCharCode(code));
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0;
}

const OPENING_LENGTH = 32;

function openingOf({ clean, sentences }: TextDocument): string {
  const isText = ({ block, begin, end }: Sentence) => (block === "paragraph" || block === "item") && end - begin > 15;
  const first = sentences.find(isText) ?? sentences.find(({ block }) => block !== "boilerplate") ?? sentences[0];
  const text = first === undefined ? "" : clean.text.slice(first.begin, first.end);
  return text.length <= OPENING_LENGTH ? text : `${text.slice(0, OPENING_LENGTH)}…`;
}
