/**
 * A document as it is read: passages gathered into paragraphs, headings with
 * their level, rows of tables, and the contents that its headings make.
 */
import type { Document, DocumentDetail, Passage, PassageId } from "../../../../server/contract/index.ts";

export interface Paragraph {
  readonly kind: "text" | "heading" | "rows";
  /** Of a heading: 1 is the widest. */
  readonly level: number;
  readonly passages: readonly Passage[];
}

/**
 * Sentences that stand close together in the original are of one paragraph: a
 * line break lies between paragraphs, at most a space between sentences of one.
 */
export function toParagraphs(passages: readonly Passage[]): Paragraph[] {
  const paragraphs: { kind: Paragraph["kind"]; level: number; passages: Passage[] }[] = [];
  for (const passage of passages) {
    const last = paragraphs.at(-1);
    const before = last?.passages.at(-1);
    const kind = passage.kind === "heading" ? "heading" : passage.kind === "row" ? "rows" : "text";
    const joins =
      last !== undefined &&
      before !== undefined &&
      last.kind === kind &&
      (kind === "rows" || (kind === "text" && isSameParagraph(before, passage)));
    if (joins) last.passages.push(passage);
    else paragraphs.push({ kind, level: kind === "heading" ? headingLevel(passage.text) : 0, passages: [passage] });
  }
  return paragraphs;
}

function isSameParagraph(before: Passage, next: Passage): boolean {
  const gap = next.begin - before.end;
  if (gap <= 0) return true;
  // Latin sentences are parted by a space, Chinese ones by nothing.
  return gap === 1 && /[.!?]["')\]]?$/.test(before.text);
}

/** By the numbering that official Chinese texts use: 一、 above （一） above 1. above （1）. */
export function headingLevel(text: string): number {
  if (/^\s*(?:第[一二三四五六七八九十百]+[章编篇部]|[一二三四五六七八九十]+、)/.test(text)) return 1;
  if (/^\s*[（(][一二三四五六七八九十]+[）)]/.test(text) || /^\s*第[一二三四五六七八九十百]+节/.test(text)) return 2;
  if (/^\s*(?:\d+[.．、]|[（(]\d+[）)])/.test(text)) return 3;
  return 1;
}

/** Whether a passage only repeats the title, in whatever width its marks are. */
export function isTitle(passage: Pick<Passage, "kind" | "text">, document: Pick<Document, "title">): boolean {
  const plain = (text: string) => text.normalize("NFKC").replace(/\s+/g, "");
  return passage.kind === "heading" && plain(passage.text) === plain(document.title);
}

export interface ContentsEntry {
  readonly passage: Passage;
  readonly level: number;
  /** Relations that rest on what stands between this heading and the next. */
  readonly relations: number;
}

export function contentsOf({ passages, relations }: Pick<DocumentDetail, "passages" | "relations">): ContentsEntry[] {
  const supported = relationsByPassage(relations);
  const entries: { passage: Passage; level: number; ids: Set<string> }[] = [];
  for (const passage of passages) {
    if (passage.kind === "heading") {
      entries.push({ passage, level: headingLevel(passage.text), ids: new Set() });
    }
    for (const id of supported.get(passage.id) ?? []) entries.at(-1)?.ids.add(id);
  }
  return entries.map(({ passage, level, ids }) => ({ passage, level, relations: ids.size }));
}

/** Ids of the relations that each passage supports. */
export function relationsByPassage(relations: DocumentDetail["relations"]): ReadonlyMap<PassageId, readonly string[]> {
  const found = new Map<PassageId, string[]>();
  for (const { relation, passages } of relations) {
    for (const id of passages) {
      const list = found.get(id as PassageId);
      if (list === undefined) found.set(id as PassageId, [relation.id]);
      else list.push(relation.id);
    }
  }
  return found;
}
