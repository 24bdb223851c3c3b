/**
 * Where on a page the document stands: in the container that the content
 * systems of Chinese authorities use, else where Readability finds it.
 *
 * The fields of the page header (发布时间, 来源, 索引号) stand above it; they
 * come along as lines, since structure reads them as it does in plain text.
 */
import { Readability } from "@mozilla/readability";

import { toText } from "./html-text.ts";
import type { HtmlDocument, HtmlElement } from "./html-tree.ts";

const CONTAINERS = [
  "#UCAP-CONTENT", "#zoom", "#zoomcon", "#Zoom", ".TRS_Editor", ".TRS_UEDITOR", ".trs_editor_view", "#js_content", ".Custom_UnionStyle",
  ".article-content", ".article_content", ".articleContent", ".article_con", ".article-con", ".news_content", ".newsContent", ".news-content",
  ".pages_content", ".view-content", ".wp_articlecontent", ".v_news_content", ".conTxt", ".detail-content", ".detail_content", ".content_body",
  ".xl_content", ".zwxl-article", ".gsj_htmlcon_bot", "#vsb_content", "#artibody", "#articleContent", "#content_detail", "[itemprop=articleBody]",
  "article .content", "article", "main",
]; // prettier-ignore

/** Less is a teaser or an empty frame. */
const MIN_LENGTH = 60;
const MIN_SHARE_OF_PAGE = 0.25;
/** `发布时间：…`, or a name in brackets: `[ 成文日期 ] …`. */
const HEADER_FIELD = /[:：]|[[【] ?(?:[\u4E00-\u9FFF] ?){2,8}[\]】]/;
const HEADER_CUE =
  /(?:19|20)\d{2}\s*[-年/.]|[来來]源|索引[号號]|[发發發][布文]|成文|信息名|[机機][构構关關]|文[号號]|浏览|[访訪][问問]|阅读|作者|编辑/;
const HEADER_LINE_MAX_LENGTH = 160;
const MAX_HEADER_LINES = 12;

export function findMainElement(document: HtmlDocument): { element: HtmlElement; headerLines: readonly string[] } {
  const page = document.body;
  const pageLength = page.textContent.trim().length;
  const container = findContainer(document, pageLength);
  if (container !== undefined) return { element: container, headerLines: findHeaderLines(page, container) };

  const article = new Readability(document.cloneNode(true) as never, {
    serializer: (node) => node as unknown as HtmlElement,
    charThreshold: 200,
  }).parse();
  const element = article?.content;
  if (element == null || element.textContent.trim().length < MIN_LENGTH) return { element: page, headerLines: [] };
  return { element, headerLines: findHeaderLinesBefore(page, element.textContent) };
}

function findContainer(document: HtmlDocument, pageLength: number): HtmlElement | undefined {
  for (const selector of CONTAINERS) {
    const longest = [...document.querySelectorAll(selector)].sort(
      (a, b) => b.textContent.trim().length - a.textContent.trim().length,
    )[0];
    const length = longest?.textContent.trim().length ?? 0;
    if (longest !== undefined && length >= Math.max(MIN_LENGTH, pageLength * MIN_SHARE_OF_PAGE)) return longest;
  }
  return undefined;
}

function findHeaderLines(page: HtmlElement, main: HtmlElement): string[] {
  return findHeaderLinesBefore(page, main.textContent);
}

/** Header fields in the text of the page before the first words of the main text. */
function findHeaderLinesBefore(page: HtmlElement, mainText: string): string[] {
  const lines = toText(page).split("\n");
  const firstWords = mainText.replace(/\s+/g, "").slice(0, 20);
  const mainAt = lines.findIndex((line) => line.replace(/[#|\s]+/g, "").startsWith(firstWords.slice(0, 12)));
  const above = mainAt === -1 ? lines : lines.slice(0, mainAt);
  return above
    .filter((line) => line.length <= HEADER_LINE_MAX_LENGTH && HEADER_FIELD.test(line) && HEADER_CUE.test(line))
    .slice(-MAX_HEADER_LINES);
}
