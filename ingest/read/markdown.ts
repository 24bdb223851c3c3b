/**
 * Markdown: the text without its inline markup. Headings keep their signs,
 * which is how structure knows their depth; tables keep their bars.
 */
import { findDate } from "../calendar-date.ts";
import { decodeText } from "./decode.ts";
import { MAX_TEXT_BYTES } from "./format.ts";
import type { Format } from "./format.ts";
import type { SourceMetadata } from "./source.ts";

export const markdown: Format = {
  id: "markdown",
  label: "Markdown",
  mediaTypes: ["text/markdown"],
  extensions: [".md", ".markdown"],
  maxBytes: MAX_TEXT_BYTES,
  read(bytes, { origin }) {
    const { fields, body } = splitFrontMatter(decodeText(bytes, origin).replaceAll("\r\n", "\n"));
    const text = stripMarkup(body);
    return { kind: "text", text, metadata: readMetadata(fields, text) };
  },
};

/** `---`, lines of `key: value`, `---`, before anything else. */
function splitFrontMatter(text: string): { fields: ReadonlyMap<string, string>; body: string } {
  const fields = new Map<string, string>();
  const plain = text.replace(/^\uFEFF/, "");
  if (!plain.startsWith("---\n")) return { fields, body: plain };
  const end = plain.indexOf("\n---", 3);
  if (end === -1) return { fields, body: plain };
  for (const line of plain.slice(4, end).split("\n")) {
    const colon = line.indexOf(":");
    if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), unquote(line.slice(colon + 1).trim()));
  }
  const bodyBegin = plain.indexOf("\n", end + 1);
  return { fields, body: bodyBegin === -1 ? "" : plain.slice(bodyBegin + 1) };
}

function unquote(value: string): string {
  return /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value;
}

function readMetadata(fields: ReadonlyMap<string, string>, text: string): SourceMetadata {
  const field = (...names: string[]) => names.map((name) => fields.get(name)).find((value) => value) ?? null;
  return {
    title: field("title", "标题") ?? /^# +([^ \n\r].*)$/m.exec(text)?.[1] ?? null,
    publisher: field("publisher", "source", "author", "发布机构", "来源"),
    date: findDate(field("date", "published", "发布时间", "日期") ?? ""),
    url: field("url", "link", "source_url", "网址"),
  };
}

/** All bounds are there to keep it linear, whatever is left open. */
function stripMarkup(body: string): string {
  return dropComments(body)
    .split("\n")
    .map((line) => (isRule(line) ? "" : stripHeadingEnd(line)))
    .join("\n")
    .replace(/^ {0,3}(?:```|~~~).*$/gm, "")
    .replace(/^ {0,3}> ?/gm, "")
    .replace(/!\[([^[\]\n]{0,200})\]\([^()\s]{0,500}(?: "[^"\n]{0,200}")?\)/g, "")
    .replace(/\[([^[\]\n]{1,200})\]\([^()\s]{0,500}(?: "[^"\n]{0,200}")?\)/g, "$1")
    .replace(/(\*\*\*|\*\*|__|~~)(?=\S)([^\n]{0,200}?\S)\1/g, "$2")
    .replace(/(?<![\w*\\])\*(?=[^\s*])([^*\n]{0,200}[^\s*\\])\*(?![\w*])/g, "$1")
    .replace(/`([^`\n]{1,200})`/g, "$1")
    .replace(/\\([\\`*_{}[\]()#+\-.!|>])/g, "$1");
}

function dropComments(text: string): string {
  let kept = "";
  let from = 0;
  for (let begin = text.indexOf("<!--"); begin !== -1; begin = text.indexOf("<!--", from)) {
    const end = text.indexOf("-->", begin);
    if (end === -1) break;
    kept += text.slice(from, begin);
    from = end + "-->".length;
  }
  return kept + text.slice(from);
}

/** A line across the page, or the one below the heads of a table. */
function isRule(line: string): boolean {
  return /^[-*_:| ]+$/.test(line) && /--|\*\s?\*|_\s?_|- -/.test(line);
}

/** Headings may be closed by signs: `## 一、平台 ##`. */
function stripHeadingEnd(line: string): string {
  if (!/^#{1,6} /.test(line)) return line;
  let end = line.length;
  while (end > 0 && (line[end - 1] === "#" || line[end - 1] === " ")) end--;
  return line.slice(0, end);
}
