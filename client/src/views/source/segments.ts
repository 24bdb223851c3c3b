/**
 * A passage cut into runs of text that look the same: which entity each run
 * names, and whether it belongs to the marked words.
 */
import type { EntityId, Mention } from "../../../../server/contract/index.ts";

export interface Span {
  readonly begin: number;
  readonly end: number;
}

export interface Segment {
  readonly text: string;
  /** Of the longest name that covers this run. */
  readonly entityId: EntityId | undefined;
  readonly isMarked: boolean;
  /** A figure stands here. */
  readonly isFigure: boolean;
  /** The first run of its entity's name: where a name begins in several runs, only this one is a stop. */
  readonly opensMention: boolean;
}

export interface Segmented {
  readonly mentions?: readonly Pick<Mention, "entityId" | "begin" | "end">[];
  readonly marks?: readonly Span[];
  readonly figures?: readonly Span[];
}

export function segments(text: string, { mentions = [], marks = [], figures = [] }: Segmented): Segment[] {
  const spans = [...mentions, ...marks, ...figures];
  const cuts = new Set([0, text.length]);
  for (const { begin, end } of spans) {
    if (begin < end && end > 0 && begin < text.length) cuts.add(Math.max(0, begin)).add(Math.min(text.length, end));
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((begin, index) => {
    const end = places[index + 1] ?? text.length;
    const covers = (span: Span) => span.begin <= begin && span.end >= end;
    // The longest name wins where one holds another: within 浙江大学绍兴研究院 the words do not name 浙江大学.
    const mention = mentions.filter(covers).toSorted((a, b) => b.end - b.begin - (a.end - a.begin))[0];
    return {
      text: text.slice(begin, end),
      entityId: mention?.entityId,
      isMarked: marks.some(covers),
      isFigure: figures.some(covers),
      opensMention: mention !== undefined && Math.max(0, mention.begin) === begin,
    };
  });
}

/** Two names further apart than this are marked each by itself. */
const JOINED_WITHIN = 36;

/**
 * The words that support a relation in a passage: from one end's name to the
 * nearest name of the other end, with what stands between; where only one end
 * is named, its name.
 */
export function supportingWords(
  text: string,
  mentions: readonly Pick<Mention, "entityId" | "begin" | "end">[],
  ends: readonly [EntityId, EntityId],
): Span[] {
  const [first, second] = ends.map((id) => mentions.filter(({ entityId }) => entityId === id));
  if (first === undefined || second === undefined) return [];
  // 绍兴 within 浙江大学绍兴研究院 names the place too, but does not speak of it.
  const pairs = first
    .flatMap((a) => second.map((b) => ({ a, b, gap: gapBetween(a, b) })))
    .filter(({ a, b }) => !overlaps(a, b));
  const nearest = pairs.toSorted((x, y) => x.gap - y.gap || x.a.begin - y.a.begin)[0];
  if (nearest === undefined) return outermost([...first, ...second].map(toSpan));

  const joined = { begin: Math.min(nearest.a.begin, nearest.b.begin), end: Math.max(nearest.a.end, nearest.b.end) };
  const between = text.slice(Math.min(nearest.a.end, nearest.b.end), Math.max(nearest.a.begin, nearest.b.begin));
  const isOneStatement = nearest.gap <= JOINED_WITHIN && !/[。；;！？!?\n]/.test(between);
  return isOneStatement ? [joined] : [toSpan(nearest.a), toSpan(nearest.b)].sort((a, b) => a.begin - b.begin);
}

function overlaps(a: Span, b: Span): boolean {
  return a.begin < b.end && b.begin < a.end;
}

/** Without those that lie within another one. */
function outermost(spans: readonly Span[]): Span[] {
  return spans
    .filter(
      (span, index) =>
        !spans.some(
          (other, at) =>
            at !== index &&
            other.begin <= span.begin &&
            other.end >= span.end &&
            (other.end - other.begin > span.end - span.begin || at < index),
        ),
    )
    .sort((a, b) => a.begin - b.begin);
}

function gapBetween(a: Span, b: Span): number {
  return Math.max(0, Math.max(a.begin, b.begin) - Math.min(a.end, b.end));
}

function toSpan({ begin, end }: Span): Span {
  return { begin, end };
}

/** Where a value stands in a text, as written with or without separators: `1234.5` in "达1,234.5亿元". */
export function figureSpans(text: string, values: readonly number[]): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(/\d[\d,，]*(?:\.\d+)?\s*(?:%|％|‰|个百分点|[万亿]?[元人家个项件所名位])?/g)) {
    const value = Number(match[0].replace(/[,，]/g, "").match(/^[\d.]+/)?.[0]);
    const scaled = [value, value * 1e4, value * 1e8];
    if (
      values.some((wanted) => scaled.some((candidate) => Math.abs(candidate - wanted) < 1e-9 * Math.max(1, wanted)))
    ) {
      found.push({ begin: match.index, end: match.index + match[0].trimEnd().length });
    }
  }
  return found;
}

/** Parts of a text that a search matched, as they came from the server. */
export function matchedParts(text: string, ranges: readonly (readonly [number, number])[]) {
  return segments(text, { marks: ranges.map(([begin, end]) => ({ begin, end })) }).map(({ text, isMarked }) => ({
    text,
    isMatch: isMarked,
  }));
}
