/**
 * Bare heads that stand for a body named before: 该院, 研究院, 园区, 大赛. They count
 * where no longer name covers them, at the start of a clause or behind 推动, 依托,
 * and only where it is plain whom they mean: the one whom the document is about,
 * or the only such body that the paragraph has named.
 */
import type { EntityType } from "../../../../server/contract/index.ts";
import type { ExtractedEntity } from "../../extraction.ts";
import type { MarkSpan } from "./statement.ts";
import { everyMatch } from "../matches.ts";

/** Bare head → how the names of its antecedents end. */
const HEADS: Readonly<Record<string, RegExp>> = {
  研究院: /研究院$|工程院$|创新院$/,
  研究总院: /研究总院$/,
  研究所: /研究所$/,
  研究中心: /研究中心$/,
  实验室: /实验室$/,
  高新区: /高新(?:技术产业开发)?区$/,
  经开区: /(?:经开|开发)区$/,
  园区: /(?:园|园区|开发区|高新区|新区|科技城)$/,
  开发区: /开发区$/,
  新区: /新区$/,
  科技城: /科技城$/,
  科学城: /科学城$/,
  产业园: /产业园$/,
  科技园: /科技园$/,
  创新中心: /创新中心$/,
  走廊: /走廊$/,
  联盟: /联盟$/,
  联合体: /联合体$/,
  飞地: /飞地$/,
  基金: /基金$/,
  公司: /公司$/,
  集团: /集团$/,
  学校: /(?:大学|学院)$/,
  大学: /大学$/,
  大赛: /大赛$/,
  院: /院$/,
  所: /所$/,
  中心: /中心$/,
  校: /(?:大学|学院)$/,
};
const HEAD_WORDS: ReadonlySet<string> = new Set(Object.keys(HEADS));
const TYPES: Readonly<Record<string, EntityType>> = { 学校: "University", 校: "University", 大学: "University" };
const BARE = new RegExp(
  `(?<=^|[,，。;；:：、\\n]|其中)(前者|后者)|(?<=^|[,，。.;；:：、!！?？\\n】)）—]|其中|推动|支持|依托|以|由|向|在|根据)(?:(该|本|我|两|这个|这家|这一|此)?(${Object.keys(
    HEADS,
  )
    .sort((a, b) => b.length - a.length)
    .join("|")}))(?![、,，。;；:：()（）\\n]|$|级|化|型|类|等|(?<!由(?:学校|[该我]校))和|或|管理|评)`,
  "gu",
);
/** A page may tell of several, one a paragraph; 园区 and 公司 stay those of the profile. */
const INSTITUTES = /^(?:实验室|研究院|研究所|研究中心)$/;
/** A profile names its subject within so many characters. */
const OPENING = 160;
const LONGEST_BARE = 5;
const LONGEST_NUMBERING = 10;
const NUMBERING = /^(?:#{1,4} )?(?:[(（]?[一二三四五六七八九十\d]+[)）、.．]? ?)?$/;
/** Whom a head alone may mean was named within so many characters before. */
const NEARBY = 400;

/**
 * The spans with the second mentions among them, all in the order of the text. A
 * bare head that was resolved before is given to the document's own subject
 * where that can be meant.
 */
export function withSecondMentions(
  text: string,
  spans: readonly MarkSpan[],
  entities: readonly ExtractedEntity[],
): MarkSpan[] {
  const opening = spans.filter(({ begin }) => begin < OPENING);
  const ownSubject = (head: string, before: number) => opening.find((span) => fits(span, head, before, entities));
  const all: MarkSpan[] = [];
  const headings: MarkSpan[] = [];
  let next = 0;
  const copyUntil = (position: number) => {
    for (; next < spans.length && spans[next]!.begin < position; next++) {
      const span = spans[next]!;
      const head = span.end - span.begin <= LONGEST_BARE ? bareHead(text.slice(span.begin, span.end)) : undefined;
      const own = head === undefined ? undefined : ownSubject(head, span.begin);
      all.push(own ? { ...span, entity: own.entity, type: own.type } : span);
      if (own === undefined && isHeading(text, span)) headings.push(span);
    }
  };
  for (const match of everyMatch(text, BARE)) {
    const [surface, ofTwo, pointer, head = ""] = match;
    const begin = match.index;
    const end = begin + surface.length;
    copyUntil(begin);
    if (ofTwo !== undefined) {
      const list = lastListOf(text, all, begin);
      const named = ofTwo === "前者" ? list[0] : list.at(-1);
      if (named) all.push({ entity: named.entity, type: named.type, begin, end });
      continue;
    }
    // 院 and 所 alone are parts of words.
    if (head.length === 1 && pointer === undefined) continue;
    if ((all.at(-1)?.end ?? 0) > begin || (spans[next]?.begin ?? end) < end) continue;
    const latest = latestInParagraph(text, head, begin, all, entities);
    const own = headings.findLast((span) => fits(span, head, begin, entities)) ?? ownSubject(head, begin);
    // Another of its kind was named since in the same paragraph, and the document's own was not.
    const isOther =
      latest !== undefined &&
      own !== undefined &&
      latest.entity !== own.entity &&
      (beginsLine(text, latest) || (pointer === undefined ? INSTITUTES.test(head) : /^(?:该|这|此)/.test(pointer)));
    const named = isOther ? latest : (own ?? onlyOneNearby(head, pointer !== undefined, begin, all, entities));
    if (named) all.push({ entity: named.entity, type: named.type, begin, end });
  }
  copyUntil(text.length + 1);
  return all;
}

/** A line of its own, with a number before it or not: what follows is about it. */
function isHeading(text: string, { begin, end }: MarkSpan): boolean {
  const from = text.lastIndexOf("\n", begin - 1) + 1;
  return begin - from <= LONGEST_NUMBERING && (text[end] ?? "\n") === "\n" && NUMBERING.test(text.slice(from, begin));
}

/** 某园区是…。园区以…: the paragraph is about it. */
function beginsLine(text: string, { begin }: MarkSpan): boolean {
  return begin === 0 || text[begin - 1] === "\n";
}

/** The bodies of the last list before, those that 前者 and 后者 choose among; none where no list stands nearby. */
function lastListOf(text: string, spans: readonly MarkSpan[], before: number): readonly MarkSpan[] {
  let list: MarkSpan[] = [];
  for (let i = spans.length - 1; i >= 0 && before - spans[i]!.end <= NEARBY; i--) {
    const span = spans[i]!;
    if (span.type === "Region" || span.type === "Industry" || span.type === "Person") {
      if (list.length > 1) return list;
      list = [];
      continue;
    }
    const next = list[0];
    if (next !== undefined && !/^(?:、|和|与|及|以及)$/.test(text.slice(span.end, next.begin))) {
      if (list.length > 1) return list;
      list = [];
    }
    list.unshift(span);
  }
  return list.length > 1 ? list : [];
}

/** The only body of the kind that the paragraph has named so far, or the one before where it begins with the bare head. */
function latestInParagraph(
  text: string,
  head: string,
  before: number,
  spans: readonly MarkSpan[],
  entities: readonly ExtractedEntity[],
): MarkSpan | undefined {
  const lineBegin = text.lastIndexOf("\n", before - 1);
  const floor = lineBegin === before - 1 ? text.lastIndexOf("\n", lineBegin - 1) : lineBegin;
  let latest: MarkSpan | undefined;
  for (let i = spans.length - 1; i >= 0 && spans[i]!.begin > floor && before - spans[i]!.end <= NEARBY; i--) {
    const span = spans[i]!;
    if (!fits(span, head, before, entities)) continue;
    if (latest !== undefined && latest.entity !== span.entity) return undefined;
    latest = span;
  }
  return latest;
}

function onlyOneNearby(
  head: string,
  isPointed: boolean,
  before: number,
  spans: readonly MarkSpan[],
  entities: readonly ExtractedEntity[],
): MarkSpan | undefined {
  let latest: MarkSpan | undefined;
  for (let i = spans.length - 1; i >= 0 && before - spans[i]!.end <= NEARBY; i--) {
    const span = spans[i]!;
    if (!fits(span, head, before, entities)) continue;
    if (isPointed) return span;
    if (latest && latest.entity !== span.entity) return undefined;
    latest ??= span;
  }
  return latest;
}

function fits(
  { entity, type, end }: MarkSpan,
  head: string,
  before: number,
  entities: readonly ExtractedEntity[],
): boolean {
  if (end > before || type === "Region" || type === "Industry") return false;
  const wanted = TYPES[head];
  return (
    (wanted === undefined || wanted === type) &&
    HEADS[head]!.test(entities[entity]!.name.replace(/[(（][^()（）]{0,12}[)）]$/, ""))
  );
}

function bareHead(surface: string): string | undefined {
  const head = /^[该本我]/.test(surface) ? surface.slice(1) : surface;
  return HEAD_WORDS.has(head) ? head : undefined;
}
