/** The words before a figure without times, subjects and lists of names: what its metric is read from. */
import type { Span } from "../01-clean/edits.ts";
import { findNamesList } from "./names-list.ts";
import type { Subjects } from "./subject.ts";

export interface Left {
  readonly words: string;
  /** A list of names stands right before the figure: A、B等4家. */
  readonly isListed: boolean;
  /** What the names of that list end with. */
  readonly sharedEnd: string;
}

/** A metric that begins further away from its figure is none. */
const MAX_LEFT = 160;

export function readLeft(
  text: string,
  begin: number,
  end: number,
  omitted: readonly Span[],
  subjects: Subjects,
  hasLists = true,
): Left {
  const from = Math.max(begin, end - 2 * MAX_LEFT);
  const bodies = subjects.mentionsIn(from, end).filter(({ entity }) => subjects.isBody(entity));
  const list = hasLists ? findNamesList(text, from, end, bodies) : undefined;
  // 与绍兴800家企业: the own region right before a figure names nothing, but in 占全市34.3%.
  const last = bodies.at(-1);
  const isOwn = last !== undefined && last.end === end && last.entity === subjects.own;
  const region = isOwn && text[last.begin - 1] !== "占" ? [last] : [];
  const words = sliceWithout(text, from, end, [...omitted, ...region, ...(list === undefined ? [] : [list])]);
  return {
    words: words
      .replace(/^\([^()]*\)|\(以下[^()]*\)/g, "")
      .replace(/^[,、;:\s]+|[,;:\s]+$/g, "")
      .slice(-MAX_LEFT),
    isListed: list?.isBeforeFigure === true,
    sharedEnd: list?.sharedEnd ?? "",
  };
}

/** 与福山区、牟平区达成意向 → 达成意向. */
export function withoutBodies(text: string, begin: number, end: number, subjects: Subjects): string {
  const bodies = subjects.mentionsIn(begin, end).filter(({ entity }) => subjects.isBody(entity));
  const words = sliceWithout(text, begin, end, bodies).replace(/^(.{2}).*等$/, "$1");
  return bodies.length === 0
    ? words
    : words.replace(/[、和与及]+(?=[、和与及])/g, "").replace(/^[与和同]|[与和同、]$/g, "");
}

/** The text between two places without the omitted spans. */
function sliceWithout(text: string, begin: number, end: number, omitted: readonly Span[]): string {
  const spans = omitted.filter((span) => span.begin < end && span.end > begin).sort((a, b) => a.begin - b.begin);
  let words = "";
  let from = begin;
  for (const span of spans) {
    if (span.begin > from) words += text.slice(from, span.begin);
    from = Math.max(from, span.end);
  }
  return from < end ? words + text.slice(from, end) : words;
}
