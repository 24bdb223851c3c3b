/**
 * Where each line stands on its page: in the page's header, in the title, in
 * the document, or in what the page adds after it.
 */
import type { BlockKind } from "../text-document.ts";
import { isBoilerplate } from "./boilerplate.ts";
import { asPlainHeading, isHeadingText } from "./lines.ts";
import type { Line } from "./lines.ts";
import { metaCertainty } from "./page-fields.ts";

export interface Block extends Omit<Line, "kind"> {
  readonly kind: BlockKind;
}

/** Lines of a text: longer, or with a full stop. */
const BODY_LENGTH = 50;
const TITLE_MAX_LENGTH = 60;
const MAX_TITLE_LINES = 3;
/** Words that end the title of a document. */
const TITLE_END =
  /(?:通知|意见|办法|方案|规划|计划|协议|报告|总结|要点|简报|细则|决定|公告|通报|答复|复函|函|介绍|简介|概况|情况|安排|措施|政策|条例|规定|名单|目录|名录|清单|思路|纪要|讲话|汇报|解读|摘要|节选|公报|白皮书|指南)(?:\([^()]{1,20}\))?$/;
const TITLE_WORDS = /(?:\p{Script=Han}[^\p{Script=Han}]{0,8}){4}/u;
/** Writers in a line of their own: 王某、李某某. */
const WRITERS = /^\p{Script=Han}{2,3}(?:[、 ]\p{Script=Han}{2,3})*$/u;
const BYLINE_FIELD = /(?:来源|时间|日期|稿源|出处)[\]】]? ?[:|]|^\d{4}[-/年]/;
/** A body alone in the line is who publishes. */
const AUTHORITY = /^[^,。:、]{2,24}(?:局|厅|委员会|人民政府|管委会|办公室|办公厅)$/;
const DATE =
  "(?:19|20)\\d{2}(?:年\\d{1,2}月(?:\\d{1,2}日)?|[-/.]\\d{1,2}[-/.]\\d{1,2})(?: ?\\d{1,2}:\\d{2}(?::\\d{2})?)?|二[〇○零0oO一二三四五六七八九]{3}年.{1,8}";
/** A date alone, or behind who brings out the issue. */
const DATE_LINE = new RegExp(`^[(【]?(?:${DATE})[)】]?$|^[^,。:]{2,24}?(?:编|编印|主办|印发)? (?:${DATE})$`);

/** A line and what its own words say of its place. */
interface PageLine {
  readonly line: Line;
  readonly isBoilerplate: boolean;
  readonly meta: ReturnType<typeof metaCertainty>;
}

export function readPage(lines: readonly Line[]): Block[] {
  const page = lines.map((line): PageLine => {
    const boilerplate = isBoilerplate(line.text);
    return { line, isBoilerplate: boilerplate, meta: boilerplate ? "none" : metaCertainty(line.text) };
  });
  const bodyAt = findBody(page);
  const tailAt = findTail(page, bodyAt);
  const title = findTitle(page, bodyAt);
  const blocks = page.map(({ line, isBoilerplate, meta }, i): Block => {
    if (i >= tailAt || isBoilerplate) return { ...line, kind: "boilerplate" };
    const isInHeader = i < bodyAt && (meta !== "none" || (line.kind === "paragraph" && DATE_LINE.test(line.text)));
    if (meta === "sure" || isInHeader) return { ...line, kind: "meta" };
    return title.has(i) ? { ...line, kind: "title", depth: 0 } : line;
  });
  return markPlainHeadings(markContents(blocks), bodyAt);
}

/** The first line that is text, or a numbered heading; what stands above is the page's header. */
function findBody(page: readonly PageLine[]): number {
  const at = page.findIndex(
    ({ line: { text, kind, depth }, isBoilerplate, meta }) =>
      !isBoilerplate &&
      meta !== "sure" &&
      ((depth > 1 && !isMarked(text)) ||
        kind === "row" ||
        kind === "item" ||
        text.includes("。") ||
        (kind === "paragraph" && text.length > BODY_LENGTH)),
  );
  return at === -1 ? page.length : at;
}

/** After the last line of text the first line that is the page's begins its tail. */
function findTail(page: readonly PageLine[], bodyAt: number): number {
  const lastText = page.findLastIndex(
    ({ line: { text, kind }, isBoilerplate }, i) =>
      i >= bodyAt && !isBoilerplate && (kind !== "paragraph" || text.includes("。")),
  );
  const at = page.findIndex(({ isBoilerplate }, i) => i > lastText && i > bodyAt && isBoilerplate);
  return at === -1 ? page.length : at;
}

/** Numbers of the lines of the title: short ones in the header, up to the one that sounds like an end. */
function findTitle(page: readonly PageLine[], bodyAt: number): ReadonlySet<number> {
  const candidates = page
    .slice(0, bodyAt)
    .map(({ line, isBoilerplate, meta }, index) => ({ line, index, isOpen: !isBoilerplate && meta === "none" }))
    .filter(
      ({ line: { text, kind }, isOpen }) =>
        isOpen && kind !== "row" && text.length <= TITLE_MAX_LENGTH && !/[,:;]$/.test(text) && !DATE_LINE.test(text),
    );
  const marked = candidates.find(({ line }) => isMarked(line.text));
  if (marked !== undefined) return new Set([marked.index]);
  // A site's own words (EN, 首页, an address) stand above its title.
  const speaking = candidates.filter(({ line: { text } }) => TITLE_WORDS.test(text));
  const [first, ...others] = speaking.length > 0 ? speaking : candidates;
  if (first === undefined || (others.length === 0 && AUTHORITY.test(first.line.text))) return new Set();
  const title = [first];
  for (const next of others.slice(0, MAX_TITLE_LINES - 1)) {
    const last = title.at(-1)!;
    if (next.index !== last.index + 1 || TITLE_END.test(last.line.text) || !TITLE_END.test(next.line.text)) break;
    title.push(next);
  }
  // Without such an end the line above the date is the title, and what stands higher are the site's columns.
  const isSure = title.some(({ line, index }) => TITLE_END.test(line.text) || isAboveByline(page, index));
  const dated = isSure ? undefined : others.findLast(({ index }) => isAboveByline(page, index));
  if (dated !== undefined) return new Set([dated.index]);
  return new Set(title.map(({ index }) => index));
}

/** Pages show when a text came out, and where from, right below its title, or below its writers. */
function isAboveByline(page: readonly PageLine[], at: number): boolean {
  const isWriters = (i: number) => WRITERS.test(page[i]?.line.text ?? "");
  const below = page[isWriters(at + 1) ? at + 2 : at + 1];
  if (isWriters(at) || below === undefined || below.isBoilerplate) return false;
  return DATE_LINE.test(below.line.text) || (below.meta !== "none" && BYLINE_FIELD.test(below.line.text));
}

/** By the page itself, not by a number: the first such line is the title. */
function isMarked(text: string): boolean {
  return text.startsWith("#");
}

/** A table of contents repeats headings, with dots and page numbers or without: it is no evidence. */
function markContents(blocks: readonly Block[]): Block[] {
  const contentsAt = blocks.findIndex(({ text }) => /^#{0,6} ?目 ?录$/.test(text));
  const lastOf = new Map(blocks.map(({ text }, i) => [text, i]));
  let isInContents = false;
  return blocks.map((block, i): Block => {
    if (i === contentsAt) {
      isInContents = true;
      return { ...block, kind: "boilerplate" };
    }
    // Only the end is looked at: a row of dots may be long.
    const isEntry = /[.·…]{3} ?\d{1,3}$/.test(block.text.slice(-8));
    isInContents &&= isEntry || (block.kind === "heading" && lastOf.get(block.text)! > i);
    return isEntry || isInContents ? { ...block, kind: "boilerplate" } : block;
  });
}

function markPlainHeadings(blocks: readonly Block[], bodyAt: number): Block[] {
  const isPlain = (block: Block | undefined) =>
    block?.kind === "paragraph" &&
    block.text.length <= 30 &&
    isHeadingText(block.text) &&
    !/[、|@\d]$/.test(block.text);
  return blocks.map((block, i): Block => {
    const next = blocks[i + 1];
    const isHeading =
      i >= Math.min(bodyAt, 1) &&
      isPlain(block) &&
      !isPlain(blocks[i - 1]) &&
      next !== undefined &&
      (next.kind === "heading" || next.kind === "item" || (next.kind === "paragraph" && next.text.includes("。")));
    return isHeading ? ({ ...asPlainHeading(block as Line), kind: "heading" } as Block) : block;
  });
}
