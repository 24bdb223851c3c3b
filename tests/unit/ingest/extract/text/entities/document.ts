/** Documents from a text, as the pipeline makes them, with the region that a test wants. */
import { cleanText } from "../../../../../../ingest/extract/text/01-clean/clean-text.ts";
import { completeFrame } from "../../../../../../ingest/extract/text/02-structure/complete-frame.ts";
import { splitText } from "../../../../../../ingest/extract/text/02-structure/split-text.ts";
import type { TextDocument } from "../../../../../../ingest/extract/text/text-document.ts";
import { findRegions } from "../../../../../../ingest/lexicon/index.ts";

const NO_METADATA = { title: null, publisher: null, date: null, url: null };

export function documentOf(text: string, region?: string, title: string | null = null): TextDocument {
  const document = completeFrame(splitText(cleanText(text), { ...NO_METADATA, title }));
  const [found] = region === undefined ? [] : findRegions(region);
  if (found === undefined) return document;
  return {
    ...document,
    frame: { ...document.frame, region: { name: found.name, level: found.level, code: found.code } },
  };
}
