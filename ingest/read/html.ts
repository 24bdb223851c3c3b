/**
 * HTML: the main text of a page without its navigation, with what the page
 * says of itself: title, publisher, date and address.
 */
import { parseHTML } from "linkedom";

import { findDate } from "../calendar-date.ts";
import { decodeText } from "./decode.ts";
import { MAX_TEXT_BYTES } from "./format.ts";
import type { Format, TextContent } from "./format.ts";
import { findMainElement } from "./html-main.ts";
import { toText } from "./html-text.ts";
import type { HtmlDocument } from "./html-tree.ts";
import type { SourceMetadata } from "./source.ts";

export const html: Format = {
  id: "html",
  label: "HTML",
  mediaTypes: ["text/html", "application/xhtml+xml"],
  extensions: [".html", ".htm", ".xhtml", ".shtml", ".jhtml"],
  maxBytes: MAX_TEXT_BYTES,
  recognizes: (bytes) =>
    /^\s*(?:ï»¿\s*)?<(?:!doctype html|html[\s>])/i.test(Buffer.from(bytes.subarray(0, 512)).toString("latin1")),
  read: (bytes, { origin }) => readHtml(decodeText(bytes, origin)),
};

/** The text of markup that is all document: another format was turned into it. */
export function toBodyText(markup: string): string {
  return toText(parse(markup).body);
}

function readHtml(markup: string): TextContent {
  const document = parse(markup);
  const metadata = readMetadata(document);
  const main = findMainElement(document);
  const body = toText(main.element);
  return { kind: "text", text: [...main.headerLines, body].join("\n"), metadata };
}

function parse(markup: string): HtmlDocument {
  // Fragments need a body to be found in.
  const page = /<(?:html|body)[\s>]/i.test(markup) ? markup : `<!doctype html><html><body>${markup}</body></html>`;
  return (parseHTML(page) as unknown as { document: HtmlDocument }).document;
}

const META_NAMES = {
  title: ["articletitle", "og:title", "twitter:title", "dc.title"],
  publisher: ["contentsource", "source", "og:site_name", "publisher", "sitename", "author"],
  date: ["pubdate", "article:published_time", "publishdate", "publish_time", "og:release_date", "dc.date", "date"],
  url: ["url", "og:url"],
} as const;

function readMetadata(document: HtmlDocument): SourceMetadata {
  const metas = new Map<string, string>();
  for (const meta of document.querySelectorAll("meta[content]")) {
    const name = (
      meta.getAttribute("name") ??
      meta.getAttribute("property") ??
      meta.getAttribute("itemprop")
    )?.toLowerCase();
    const content = meta.getAttribute("content")?.trim();
    if (name !== undefined && content && !metas.has(name)) metas.set(name, content);
  }
  const meta = (names: readonly string[]) => names.map((name) => metas.get(name)).find((value) => value !== undefined);
  const url = meta(META_NAMES.url) ?? document.querySelector("link[rel=canonical]")?.getAttribute("href") ?? null;
  return {
    title: meta(META_NAMES.title) ?? readTitle(document),
    publisher: meta(META_NAMES.publisher) ?? readSite(document),
    date: findDate(meta(META_NAMES.date) ?? ""),
    url: url !== null && /^https?:\/\//.test(url) ? url : null,
  };
}

const BETWEEN_PARTS = /[_|]| - |—{2}/;
const OFFICE = /^\p{Script=Han}{2,20}(?:局|厅|委员会|管委会|人民政府|大学|研究院|研究所)(?:门户|官方)?(?:网站?)?$/u;

/** The heading of the page where it has one, else its title without the names of column and site. */
function readTitle(document: HtmlDocument): string | null {
  const headings = document.querySelectorAll("h1");
  const heading = headings.length === 1 ? squeeze(headings[0]!.textContent) : "";
  const title = squeeze(document.querySelector("title")?.textContent ?? "");
  if (heading.length >= 6) return heading;
  const [own] = title.split(BETWEEN_PARTS);
  return own?.trim() || title || null;
}

/** The office whose site it is, where the page's title ends with it: …_某市科学技术局. */
function readSite(document: HtmlDocument): string | null {
  const [, ...parts] = squeeze(document.querySelector("title")?.textContent ?? "").split(BETWEEN_PARTS);
  const site = parts.at(-1)?.trim() ?? "";
  return OFFICE.test(site) ? site : null;
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
