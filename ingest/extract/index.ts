export { EXTRACTOR } from "./extracted-document.ts";
export type { ExtractedDocument, ExtractedPassage } from "./extracted-document.ts";
export type * from "./extraction.ts";
export { toExtractionFile } from "./extraction-file.ts";
export { extractTable } from "./table/extract-table.ts";
export { parseMapping } from "./table/mapping.ts";
export type { Mapping } from "./table/mapping.ts";
export { extractText, extractTextDocument } from "./text/extract-text.ts";
export type * from "./text/text-document.ts";
