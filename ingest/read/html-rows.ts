/**
 * Rows of an HTML table as lines. A cell that spans columns stands in each of
 * them, and one that spans rows in each of these, so that every row is as wide as
 * its head and each cell stands below what it is about.
 */
import { ELEMENT_NODE } from "./html-tree.ts";
import type { HtmlElement, HtmlNode } from "./html-tree.ts";

interface Hanging {
  readonly text: string;
  /** Rows that it still reaches into. */
  rows: number;
}

/** More is a slip or mischief: nobody reads a cell that spans a hundred columns. */
const MAX_SPAN = 40;

export class HtmlRows {
  /** Cells from rows above, by column. */
  #hanging = new Map<number, Hanging>();

  /** A row of a single cell is a paragraph in a frame, not a row. */
  readRow(row: HtmlNode, read: (cell: HtmlNode) => string): string {
    const cells: string[] = [];
    const hung = this.#hanging;
    const hanging = new Map<number, Hanging>();
    const fillHung = () => {
      for (let above = hung.get(cells.length); above !== undefined; above = hung.get(cells.length)) {
        if (above.rows > 1) hanging.set(cells.length, { text: above.text, rows: above.rows - 1 });
        cells.push(above.text);
      }
    };
    let filled = 0;
    let last = "";
    for (const node of row.childNodes) {
      const tag = node.nodeType === ELEMENT_NODE ? (node as HtmlElement).localName : "";
      if (tag !== "td" && tag !== "th") continue;
      fillHung();
      const text = read(node);
      if (text !== "") [filled, last] = [filled + 1, text];
      const [columns, rows] = [spanOf(node as HtmlElement, "colspan"), spanOf(node as HtmlElement, "rowspan")];
      for (let i = 0; i < columns; i++) {
        if (rows > 1) hanging.set(cells.length, { text, rows: rows - 1 });
        cells.push(text);
      }
    }
    fillHung();
    this.#hanging = hanging;
    if (filled === 0) return "";
    return filled === 1 && hung.size === 0 ? last : cells.join(" | ");
  }
}

function spanOf(cell: HtmlElement, name: "colspan" | "rowspan"): number {
  const span = Number(cell.getAttribute(name) ?? 1);
  return Number.isInteger(span) && span >= 1 && span <= MAX_SPAN ? span : 1;
}
