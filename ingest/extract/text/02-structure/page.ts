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
/** A body alone in the line is who publishes. */
const AUTHORITY = /^[^,。:、]{2,24}(?:局|厅|委员会|人民政府|管委会|办公室|办公厅)$/;
const DATE =
  "(?:19|20)\\d{2}(?:年\\d{1,2}月(?:\\d{1,2}日)?|[-/.]\\d{1,2}[-/.]\\d{1,2})(?: ?\\d{1,2}:\\d{2}(?::\\d{2})?)?|二[〇○零0oO一二三四五六七八九]{3}年.{1,8}";
/** A date alone, or behind who brings out the issue. */
const DATE_LINE = new RegExp(`^[(【]?(?:${DATE})[)】]?$|^[^,。:]{2,24}?(?:编|编印|主办|印发)? (?:${DATE})$`);

export function readPage(lines: readonly Line[]): Block[] {
  const bodyAt = findBody(lines);
  const tailAt = findTail(lines, bodyAt);
  const title = findTitle(lines, bodyAt);
  const blocks = lines.map((line, i): Block => {
    if (i >= tailAt || isBoilerplate(line.text)) return { ...line, kind: "boilerplate" };
    const certainty = metaCertainty(line.text);
    const isHeader = i < bodyAt && (certainty !== "none" || (DATE_LINE.test(line.text) && line.kind === "paragraph"));
    if (certainty === "sure" || isHeader) return { ...line, kind: "meta" };
    if (title.has(i)) return { ...line, kind: "title", depth: 0 };
    return line;
  });
  return markPlainHeadings(markContents(blocks), bodyAt);
}

/** The first line that is text, or a numbered heading; what stands above is the page's header. */
function findBody(lines: readonly Line[]): number {
  const at = lines.findIndex(
    ({ text, kind, depth }) =>
      !isBoilerplate(text) &&
      metaCertainty(text) !== "sure" &&
      (text.includes("。") ||
        (text.length > BODY_LENGTH && kind === "paragraph") ||
        kind === "row" ||
        depth > 1 ||
        kind === "item"),
  );
  return at === -1 ? lines.length : at;
}

/** After the last line of text the first line that is the page's begins its tail. */
function findTail(lines: readonly Line[], bodyAt: number): number {
  const lastText = lines.findLastIndex(
    ({ text, kind }, i) => i >= bodyAt && !isBoilerplate(text) && (text.includes("。") || kind !== "paragraph"),
  );
  const at = lines.findIndex(({ text }, i) => i > lastText && i > bodyAt && isBoilerplate(text));
  return at === -1 ? lines.length : at;
}

/** Numbers of the lines of the title: short ones in the header, up to the one that sounds like an end. */
function findTitle(lines: readonly Line[], bodyAt: number): ReadonlySet<number> {
  const candidates = lines
    .slice(0, bodyAt)
    .map((line, index) => ({ line, index }))
    .filter(
      ({ line: { text, kind } }) =>
        kind !== "row" &&
        text.length <= TITLE_MAX_LENGTH &&
        !/[,:;]$/.test(text) &&
        !isBoilerplate(text) &&
        metaCertainty(text) === "none" &&
        !DATE_LINE.test(text),
    );
  const marked = candidates.find(({ line }) => line.kind === "heading" && line.depth === 1);
  if (marked !== undefined) return new Set([marked.index]);
  const first = candidates[0];
  if (first === undefined || (candidates.length === 1 && AUTHORITY.test(first.line.text))) return new Set();
  const title = [first.index];
  for (const { line, index } of candidates.slice(1, MAX_TITLE_LINES)) {
    const before = lines[title.at(-1)!]!;
    if (index !== title.at(-1)! + 1 || TITLE_END.test(before.text) || !TITLE_END.test(line.text)) break;
    title.push(index);
  }
  return new Set(title);
}

/** A table of contents repeats headings, with dots and page numbers or without: it is no evidence. */
function markContents(blocks: readonly Block[]): Block[] {
  const contentsAt = blocks.findIndex(({ text }) => /^#{0,6} ?目 ?录$/.test(text));
  let isInContents = false;
  return blocks.map((block, i): Block => {
    if (i === contentsAt) {
      isInContents = true;
      return { ...block, kind: "boilerplate" };
    }
    const isEntry = /(?:[.·…]{3,}|[\t ]{1,4}|\|) ?\d{1,3}$/.test(block.text) && /[.·…]{3,}/.test(block.text);
    isInContents &&=
      isEntry || (block.kind === "heading" && blocks.slice(i + 1).some((other) => other.text === block.text));
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
