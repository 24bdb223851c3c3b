/** As much of the DOM as reading needs; the compiler's DOM library is for browsers alone. */

export interface HtmlNode {
  readonly nodeType: number;
  readonly textContent: string;
  readonly childNodes: Iterable<HtmlNode>;
}

export interface HtmlElement extends HtmlNode {
  readonly localName: string;
  readonly parentElement: HtmlElement | null;
  readonly nextSibling: HtmlNode | null;
  getAttribute(name: string): string | null;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): readonly HtmlElement[] & Iterable<HtmlElement>;
  contains(other: HtmlNode): boolean;
}

export interface HtmlDocument extends HtmlElement {
  readonly body: HtmlElement;
  cloneNode(deep: true): HtmlDocument;
}

export const ELEMENT_NODE = 1;
export const TEXT_NODE = 3;
