/**
 * The text of an element as a reader sees it: one line a block, headings with
 * `#` signs for their level, one line a table row with bars between its cells.
 */
import { HtmlRows } from "./html-rows.ts";
import { ELEMENT_NODE, TEXT_NODE } from "./html-tree.ts";
import type { HtmlElement, HtmlNode } from "./html-tree.ts";

/** Not read at all; `rt` and `rp` hold readings of the characters before them. */
const SKIPPED = new Set([
  "script", "style", "noscript", "template", "head", "iframe", "object", "svg", "canvas", "button", "select", "input", "textarea",
  "nav", "footer", "aside", "rt", "rp", "img", "video", "audio", "map",
]); // prettier-ignore

const BLOCKS = new Set([
  "address", "article", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "form",
  "header", "hr", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "thead", "tfoot", "tr", "ul", "caption",
]); // prettier-ignore

const WIDE = /[\u2E80-\uFFEF]/;
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden/i;

export function toText(element: HtmlElement): string {
  const lines: string[] = [];
  let line = "";
  let rows = new HtmlRows();
  const flush = () => {
    const text = line.replace(/[ \t\r\n\u00A0]+/g, " ").trim();
    if (text !== "") lines.push(text);
    line = "";
  };
  const visit = (node: HtmlNode, inRow: boolean): void => {
    if (node.nodeType === TEXT_NODE) {
      line += node.textContent.replace(/[\r\n]\s*/g, lineBreak);
      return;
    }
    if (node.nodeType !== ELEMENT_NODE) return;
    const tag = (node as HtmlElement).localName;
    if (SKIPPED.has(tag) || isHidden(node as HtmlElement)) return;
    const visitChildren = (inside: boolean) => {
      for (const child of node.childNodes) visit(child, inside);
    };
    if (inRow) {
      // A cell is part of its row's line, whatever blocks it holds.
      if ((BLOCKS.has(tag) || tag === "br") && line !== "" && !/[|\s]$/.test(line)) line += " ";
      visitChildren(true);
      return;
    }
    if (tag === "br") flush();
    else if (/^h[1-6]$/.test(tag)) {
      flush();
      visitChildren(false);
      if (line.trim() !== "") line = `${"#".repeat(Number(tag[1]))} ${line}`;
      flush();
    } else if (tag === "tr") {
      flush();
      line = rows.readRow(node, (cell) => {
        const kept = line;
        line = "";
        visit(cell, true);
        const text = line.replace(/\s+/g, " ").trim();
        line = kept;
        return text;
      });
      flush();
    } else if (BLOCKS.has(tag)) {
      flush();
      const around = rows;
      if (tag === "table") rows = new HtmlRows();
      visitChildren(false);
      rows = around;
      flush();
    } else visitChildren(false);
  };
  visit(element, false);
  flush();
  return lines.join("\n");
}

/** Markup breaks lines anywhere: between two Han that is no space. */
function lineBreak(blanks: string, at: number, text: string): string {
  return WIDE.test(text[at - 1] ?? "") && WIDE.test(text[at + blanks.length] ?? "") ? "" : " ";
}

function isHidden(element: HtmlElement): boolean {
  return element.getAttribute("hidden") !== null || HIDDEN.test(element.getAttribute("style") ?? "");
}
