/**
 * Lists of bodies that a figure sums up: 引进A大学研究院、B研究院等4家研究院. The
 * indicator is what they are, not who: 引进研究院.
 */
import type { EntityMention } from "../../extraction.ts";
import type { Span } from "../01-clean/edits.ts";
import { trimIndicator, trimLead } from "./indicator.ts";
import { leadingVerbs } from "./verbs.ts";

export interface NamesList extends Span {
  /** Nothing but the figure follows: A、B等4家. */
  readonly isBeforeFigure: boolean;
  /** What all the names end with: 概念验证中心. */
  readonly sharedEnd: string;
}

/** A list without names of bodies is kept up to this length: 举办路演、对接等活动. */
const MAX_KEPT = 40;
const MAX_UNNAMED = 20;

/** The list in `text` between `begin` and `end`, where the figure begins; `bodies` are the mentions of bodies there. */
export function findNamesList(
  text: string,
  begin: number,
  end: number,
  bodies: readonly EntityMention[],
): NamesList | undefined {
  const words = text.slice(begin, end);
  const etc = findEtc(words);
  if (etc === -1) return findBareList(text, end, bodies);
  const listEnd = begin + etc + 1;
  const isBeforeFigure = trimIndicator(words.slice(etc + 1)) === "";
  const head = words.slice(0, etc);
  const listed = bodies.filter((mention) => mention.end <= listEnd);
  const lead = trimLead(head);
  const afterVerbs = begin + head.length - lead.length + leadingVerbs(lead).length;
  // 拥有某企业技术中心、X中心等: names before the first that is known.
  const isUnknownFirst = listed[0] !== undefined && afterVerbs < listed[0].begin && text[listed[0].begin - 1] === "、";
  const first = listed[0] === undefined || isUnknownFirst ? afterVerbs : listed[0].begin;
  // 新增X中心等省级中心5个: one name that stands for several.
  const isMany = head.includes("、") || listed.length > 1 || listed.at(-1)?.end === listEnd - 1;
  // 攻克深海压裂装备等|关键技术: an example of what was overcome.
  const isExample =
    /^(?:攻克|突破|解决)/.test(lead) && !isNamed(head) && /^(?:关键|核心|“卡脖子”|技术)/.test(words.slice(etc + 1));
  const isKept =
    !isExample &&
    !isBeforeFigure &&
    (!isMany || (listed.length === 0 && listEnd - first <= (isNamed(head) ? MAX_KEPT : MAX_UNNAMED)));
  return isKept ? undefined : { begin: Math.min(first, listEnd), end: listEnd, isBeforeFigure, sharedEnd: "" };
}

/** 认定A验证中心、B验证中心2家单位: names joined by 、 right before the figure. */
function findBareList(text: string, end: number, bodies: readonly EntityMention[]): NamesList | undefined {
  const last = bodies.at(-1);
  if (last === undefined || last.end !== end) return undefined;
  let i = bodies.length - 1;
  while (i > 0 && /^[、和与及]$/.test(text.slice(bodies[i - 1]!.end, bodies[i]!.begin))) i--;
  if (i === bodies.length - 1) return undefined;
  const names = bodies.slice(i).map((mention) => text.slice(mention.begin, mention.end));
  return { begin: bodies[i]!.begin, end, isBeforeFigure: true, sharedEnd: sharedEndOf(names) };
}

/** Projects and schemes are worth naming: 国家重点研发计划、省重点研发计划等项目. */
function isNamed(head: string): boolean {
  return /计划|专项|工程|行动|奖|[“《]/.test(head);
}

/** The last 等 that is no part of a word and not in brackets; -1 where there is none. */
function findEtc(words: string): number {
  let depth = 0;
  for (let i = words.length - 1; i > 0; i--) {
    if (words[i] === ")") depth++;
    else if (words[i] === "(") depth = Math.max(0, depth - 1);
    if (depth > 0 || words[i] !== "等") continue;
    if (
      !/[高同平均中初对一二三四特上优劣甲乙不]/.test(words[i - 1]!) &&
      !/[级待于候额奖比同次]/.test(words[i + 1] ?? "")
    )
      return i;
  }
  return -1;
}

function sharedEndOf(names: readonly string[]): string {
  const [first = "", ...rest] = names;
  let length = 0;
  while (length < first.length && rest.every((name) => name.at(-1 - length) === first.at(-1 - length))) length++;
  return length >= 2 ? first.slice(-length) : "";
}
