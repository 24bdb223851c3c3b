/** Names that stand in a row before a figure: which of them is its subject, or none. */
import type { EntityIndex, EntityMention } from "../../extraction.ts";
import { leadingVerbsOrNouns } from "./verbs.ts";

/** A(湖南)、 and A总部、 are items of a list too. */
const LIST_GOES_ON = /^(?:\([^()]{1,8}\))?(?:总部|分院|分所|分中心|基地|校区)?、/;

/** One of several: A、B, A和B, A等; a company's name may go on where it was not known in full. */
export function isListed(
  text: string,
  mention: EntityMention,
  next: EntityMention | undefined,
  isCompany = false,
): boolean {
  const after = text[mention.end];
  if (after === "等" || after === "、" || LIST_GOES_ON.test(text.slice(mention.end, mention.end + 16))) return true;
  if (isCompany && /^[\u4e00-\u9fa5A-Za-z]{1,8}、/.test(text.slice(mention.end, mention.end + 9))) return true;
  return next !== undefined && next.begin === mention.end + 1 && /[和与及]/.test(after ?? "");
}

const MAX_EXAMPLE = 26;

/** 沈阳化工新材料、盘锦精细化工2个平台, 秦创原和“三项改革”: the other items are not all known by name. */
export function isListedByPlace(
  text: string,
  first: EntityMention,
  second: EntityMention | undefined,
  figure: number,
  isRegion: (entity: EntityIndex) => boolean,
): boolean {
  if (/^和[“《]/.test(text.slice(first.end, first.end + 2))) return true;
  // 石嘴山先进材料等3个平台.
  if (
    isRegion(first.entity) &&
    figure - first.end <= MAX_EXAMPLE &&
    /^[^,;:。、]{2,}等$/.test(text.slice(first.end, figure))
  )
    return true;
  if (second === undefined || second.begin >= figure || !isRegion(first.entity) || !isRegion(second.entity))
    return false;
  return /^[^,;:。、]{2,14}、$/.test(text.slice(first.end, second.begin));
}

/** The last names that stand in a row: A、B挂牌运行,|前者…,后者…. */
export function lastListed(
  text: string,
  mentions: readonly EntityMention[],
  isBearer: (entity: EntityIndex) => boolean,
): EntityMention[] {
  let row: EntityMention[] = [];
  let last: EntityMention[] = [];
  for (const mention of mentions) {
    const before = row.at(-1);
    const isNext =
      before !== undefined && /^[、和与及][\u4e00-\u9fa5]{0,2}$/.test(text.slice(before.end, mention.begin));
    row = isNext ? [...row, mention] : [mention];
    if (row.length >= 2 && row.every(({ entity }) => isBearer(entity))) last = row;
  }
  return last;
}

/** A…院、B…中心等|5家: the rest of a name that was not known in full, and more names, before the figure that counts them. */
export function isSummedUp(text: string, from: number, figure: number): boolean {
  const words = text.slice(from, figure);
  const rest = /^([\u4e00-\u9fa5A-Za-z()]{1,14})、.*等(?:近|约|共|全国|国内)?$/.exec(words)?.[1];
  return rest !== undefined && leadingVerbsOrNouns(rest) === "" && !/^[的由与和在]/.test(rest);
}

/** Where names joined by 、 end; 等 sums them up and keeps them with the figure. */
export function endOfList(text: string, mentions: readonly EntityMention[]): number {
  let last = 0;
  while (
    mentions[last + 1] !== undefined &&
    /^[、和与及]$/.test(text.slice(mentions[last]!.end, mentions[last + 1]!.begin))
  )
    last++;
  const { begin } = mentions[0]!;
  const { end } = mentions[last]!;
  return last === 0 || /[等、分]/.test(text[end] ?? "") ? begin : end;
}
