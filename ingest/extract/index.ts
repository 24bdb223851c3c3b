export type * from "./extraction.ts";
export { extractText } from "./text/extract-text.ts";
export type * from "./text/text-document.ts";
