/**
 * A name taken apart: 浙江大学|绍兴|研究院, 中科院|宁波|材料|所. The anchors inside
 * say where a body is and whom it belongs to.
 */
import type { EntityType } from "../../../../server/contract/index.ts";
import { findBody, findDepartment, findHead, findRegions, findUniversity } from "../../../lexicon/index.ts";
import { findField, textOf } from "./fields.ts";
import { Kind, segment } from "./segment.ts";
import type { Word } from "./segment.ts";

export interface NamePart {
  readonly kind: "region" | "owner" | "field" | "level" | "head" | "bracket" | "rest";
  readonly text: string;
  /** Span of the name. */
  readonly begin: number;
  readonly end: number;
  /** Full official name of the region, owner or field. */
  readonly canonical?: string;
  readonly type?: EntityType;
}

/** A part by its first and last word. */
interface Piece extends Pick<NamePart, "kind" | "canonical" | "type"> {
  readonly first: number;
  readonly last: number;
}

/** Types whose name inside a longer name makes it the owner of the whole. */
const OWNER_TYPES: ReadonlySet<EntityType> = new Set<EntityType>([
  "University",
  "ResearchInstitute",
  "Laboratory",
  "HighTechZone",
  "InnovationPlatform",
  "Company",
  "Organization",
  "Government",
]);

const LEVELS = /^(国家级|省级|市级|县级|区级|国家|国际|全国|全国重点|国家重点|省部共建|部级)$/;

/** Parts in the order of the name; together they are the name. A name without anchors is `rest` and `head`. */
export function parseName(name: string): readonly NamePart[] {
  const words = wordsOf(name);
  const pieces = anchorPieces(words);
  const parts: NamePart[] = [];
  let next = 0;
  const push = (piece: Piece) => {
    const begin = words[piece.first]!.begin;
    const end = words[piece.last]!.end;
    const { kind, canonical, type } = piece;
    parts.push({
      kind,
      text: name.slice(begin, end),
      begin,
      end,
      ...(canonical === undefined ? {} : { canonical }),
      ...(type === undefined ? {} : { type }),
    });
  };
  for (const piece of [...pieces, undefined]) {
    const stop = piece?.first ?? words.length;
    for (const inner of stemPieces(words, next, stop - 1)) push(inner);
    if (piece === undefined) break;
    push(piece);
    next = piece.last + 1;
  }
  return parts;
}

/** A known institute is read as its parts too: 中科院|宁波|材料|所. A university, company or academy is one part. */
function wordsOf(name: string): readonly Word[] {
  const words = segment(name);
  const whole = words.length === 1 ? findBody(name) : undefined;
  if (whole === undefined || whole.type === "Company" || whole.type === "Government") return words;
  const parts = segment(name, new Set([whole.name, ...whole.aliases]));
  const isTelling = ({ kinds, text }: Word) =>
    text !== "中国" && (kinds & (Kind.university | Kind.body | Kind.region)) !== 0;
  return parts.some(isTelling) ? parts : words;
}

/** Regions, owners, brackets and the head, in order. */
function anchorPieces(words: readonly Word[]): Piece[] {
  const pieces: Piece[] = [];
  const lastWord = lastNameWord(words);
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word.text === "(" || word.text === "〈") {
      let close = i + 1;
      while (close < words.length && !/[)〉]/.test(words[close]!.text)) close++;
      const inner = textOf(words, i + 1, Math.min(close, words.length) - 1);
      const region = findRegions(inner)[0];
      pieces.push({
        kind: "bracket",
        first: i,
        last: Math.min(close, words.length - 1),
        ...(region === undefined ? {} : { canonical: region.name, type: "Region" }),
      });
      i = close;
      continue;
    }
    if (i === lastWord && i > 0 && word.kinds & Kind.department) {
      pieces.push({ kind: "head", first: i, last: i, type: findDepartment(word.text)!.type });
    } else if (word.kinds & Kind.university) {
      const university = findUniversity(word.text);
      pieces.push({ kind: "owner", first: i, last: i, canonical: university?.name ?? word.text, type: "University" });
    } else if (word.kinds & Kind.body) {
      const body = findBody(word.text)!;
      pieces.push({ kind: "owner", first: i, last: i, canonical: body.name, type: body.type });
    } else if (word.kinds & Kind.head) {
      const head = findHead(word.text)!;
      if (i === lastWord) {
        pieces.push({ kind: "head", first: i, last: i, type: head.type });
      } else if (head.strength !== "weak" && OWNER_TYPES.has(head.type) && i > 0) {
        // A head inside the name ends the owner's name: 天姥实验室|智能装备|研究所.
        const first = ownerStart(pieces);
        pieces.splice(first.keep);
        pieces.push({
          kind: "owner",
          first: first.word,
          last: i,
          canonical: textOf(words, first.word, i),
          type: head.type,
        });
      }
    } else if (word.kinds & Kind.region) {
      const region = findRegions(word.text)[0]!;
      pieces.push({ kind: "region", first: i, last: i, canonical: region.name, type: "Region" });
    } else if (LEVELS.test(word.text)) pieces.push({ kind: "level", first: i, last: i });
  }
  return pieces;
}

/** An owner begins after the previous owner, else with the name; it swallows the regions before its head. */
function ownerStart(pieces: readonly Piece[]): { keep: number; word: number } {
  const previous = pieces.findLastIndex(({ kind }) => kind === "owner");
  if (previous < 0) return { keep: 0, word: 0 };
  return { keep: previous, word: pieces[previous]!.first };
}

function lastNameWord(words: readonly Word[]): number {
  let last = words.length - 1;
  while (last > 0 && words[last]!.kinds & Kind.punctuation) last--;
  return last;
}

/** What stands between anchors: a field with what precedes it, or the rest. */
function stemPieces(words: readonly Word[], first: number, last: number): Piece[] {
  if (first > last) return [];
  const field = findField(words, first, last);
  if (field === undefined) return [{ kind: "rest", first, last }];
  const pieces: Piece[] = [];
  if (field.first > first) pieces.push({ kind: "rest", first, last: field.first - 1 });
  pieces.push({ kind: "field", first: field.first, last: field.last, canonical: field.name, type: "Industry" });
  if (field.last < last) pieces.push({ kind: "rest", first: field.last + 1, last });
  return pieces;
}
