/**
 * Lists in a sentence: 恒立液压、星宇股份、中简科技等企业. Items, whether 等 or a
 * number follows, and the class noun that says what they are.
 */
import { isInTerm } from "./inside-names.ts";
import type { Reading, Stretch } from "./reading.ts";
import { Kind } from "./segment.ts";
import type { Word } from "./segment.ts";

export interface ListItem {
  /** Words of the item. */
  readonly first: number;
  readonly last: number;
  readonly begin: number;
  readonly end: number;
  readonly text: string;
}

export interface NameList {
  readonly items: readonly ListItem[];
  /** 等 or a number stands between the items and the class noun. */
  readonly closed: boolean;
  /** Word of the class noun: 企业 in 等58家上市公司、头部企业. */
  readonly noun: number | undefined;
  /** Text from the last item to the end of the class noun. */
  readonly nounText: string;
  /** Verb or particle right before the first item: 聚焦, 支持. */
  readonly lead: Word | undefined;
}

const CLASS_NOUN =
  /(企业|公司|集团|厂商|银行|金融机构|项目|产业|领域|行业|方向|集群|产业链|赛道|技术|院士|专家|教授|学者|科学家|高校|院校|大学|院所|科研机构|机构|单位|平台|载体|园区|实验室|研究院|研究所|研究中心|中心|基地|任务|计划|行动|工程|专项|活动|改革|试点|城市|县市|乡镇|学科|产品|装备|材料|团队|人才|联合体|联盟|产业园|小镇|科技城|医院|基金|协会|学院|飞地|孵化器|高新区|经开区|开发区|新区|科技园)$/;

/** Verbs that lead a list of fields and are no part of its first item. */
const STOPPING = Kind.verb | Kind.function | Kind.measure | Kind.number;

const read = new WeakMap<Stretch, readonly NameList[]>();

/** The lists of a sentence, read once. */
export function listsOf(reading: Reading, stretch: Stretch): readonly NameList[] {
  let lists = read.get(stretch);
  if (lists === undefined) read.set(stretch, (lists = findLists(reading, stretch)));
  return lists;
}

function findLists(reading: Reading, { first, last }: Stretch): NameList[] {
  const { words } = reading;
  const lists: NameList[] = [];
  let p = first;
  while (p <= last) {
    if (words[p]!.text !== "、") {
      p++;
      continue;
    }
    const separators = [p];
    let end = p;
    for (let q = p + 1; q <= last; q++) {
      const { text } = words[q]!;
      if (text === "、") {
        separators.push(q);
        end = q;
      } else if (/^(等|等等)$/.test(text) || isListEnd(words[q]!, text)) break;
      else if (skipsBracket(text)) q = closingOf(words, q, last);
    }
    lists.push(readList(reading, separators, first, last));
    p = end + 1;
  }
  return lists;
}

function isListEnd({ kinds }: Word, text: string): boolean {
  return (kinds & Kind.punctuation) !== 0 && /^[,。;:!?\n|]$/.test(text);
}

const skipsBracket = (text: string): boolean => /^[(“《〈]$/.test(text);
const PAIRS: Readonly<Record<string, string>> = { "(": ")", "“": "”", "《": "》", "〈": "〉" };

function closingOf(words: readonly Word[], open: number, last: number): number {
  const close = PAIRS[words[open]!.text];
  for (let q = open + 1; q <= Math.min(last, open + 40); q++) if (words[q]!.text === close) return q;
  return open;
}

function readList(reading: Reading, separators: readonly number[], first: number, last: number): NameList {
  const { words } = reading;
  const items: ListItem[] = [];
  const start = itemStart(reading, separators[0]! - 1, first);
  let from = start;
  for (const separator of separators) {
    if (separator > from) items.push(...splitItem(reading, from, separator - 1));
    from = separator + 1;
  }
  const end = itemEnd(reading, from, last);
  if (end >= from) items.push(...splitItem(reading, from, end));
  const tail = readTail(reading, end + 1, last);
  return { items, ...tail, lead: start > first ? words[start - 1]! : undefined };
}

/** Back from the first separator to what ends the words before the first item. */
function itemStart(reading: Reading, p: number, first: number): number {
  const { words } = reading;
  let q = p;
  while (q >= first) {
    const { kinds, text, end } = words[q]!;
    if (kinds & Kind.punctuation) {
      if (text === "”" || text === ")") {
        const open = openingOf(words, q, first);
        if (open !== undefined) {
          q = open - 1;
          continue;
        }
      }
      if (!/^[-—·]$/.test(text)) break;
    } else if (
      kinds & STOPPING &&
      (kinds & (Kind.nominal | Kind.industry | Kind.head | Kind.body | Kind.university)) === 0
    ) {
      if (reading.endingAt(end) === undefined && !isBrandNumber(words, q) && !isInTerm(words, q, first)) break;
    }
    q--;
  }
  return q + 1;
}

/** 日发纺机, 中沩新材料: a particle or measure that begins a brand. */
function isBrandCharacter(words: readonly Word[], q: number): boolean {
  const { text, kinds } = words[q]!;
  const next = words[q + 1];
  if (text.length > 1 || next === undefined) return false;
  // 中科创星 after a mark or 与.
  if (text === "中" && /^[与和、]$/.test(words[q - 1]?.text ?? "") && !(next.kinds & Kind.punctuation)) return true;
  const isBesideUnknown = next.kinds === Kind.unknown || words[q - 1]?.kinds === Kind.unknown;
  if (!isBesideUnknown) return false;
  if (kinds & (Kind.verb | Kind.function) && !/^[的与和在由对为以向从等将被把于至及或是有已并也各]$/.test(text))
    return true;
  // 迈为股份
  if (text === "为" && words[q - 1]?.kinds === Kind.unknown && /^(股份|科技|电子|智能|技术)$/.test(next.text))
    return true;
  return text === "中" || ((kinds & Kind.measure) !== 0 && ((words[q - 1]?.kinds ?? 0) & Kind.number) === 0);
}

const isBrandNumber = (words: readonly Word[], q: number): boolean =>
  isBrandCharacter(words, q) ||
  (/^[零一二三四五六七八九十百千万]$/.test(words[q]!.text) && ((words[q + 1]?.kinds ?? 0) & Kind.measure) === 0);

function openingOf(words: readonly Word[], close: number, first: number): number | undefined {
  const open = words[close]!.text === "”" ? "“" : "(";
  for (let q = close - 1; q >= Math.max(first, close - 30); q--) if (words[q]!.text === open) return q;
  return undefined;
}

/** On from the last separator to 等, a number, a verb or a mark. */
function itemEnd({ words }: Reading, from: number, last: number): number {
  let q = from;
  while (q <= last) {
    const { kinds, text } = words[q]!;
    if (/^(等|等等)$/.test(text)) break;
    if (kinds & Kind.punctuation) {
      if (skipsBracket(text)) {
        q = closingOf(words, q, last) + 1;
        continue;
      }
      if (!/^[-—·]$/.test(text)) break;
    } else if (kinds & Kind.quality && /^[两三四五六七八九十]/.test(text)) break;
    else if (
      kinds & STOPPING &&
      (kinds & (Kind.nominal | Kind.industry | Kind.head | Kind.body | Kind.university)) === 0
    ) {
      if (!/^(和|与|及|以及)$/.test(text) && !isBrandNumber(words, q) && !isInTerm(words, q, from)) break;
    }
    q++;
  }
  return q - 1;
}

/** 新能源汽车和机器人 in a list are two items. */
function splitItem({ words, text }: Reading, first: number, last: number): ListItem[] {
  const items: ListItem[] = [];
  let from = first;
  for (let p = first; p <= last + 1; p++) {
    if (p <= last && skipsBracket(words[p]!.text)) {
      p = closingOf(words, p, last);
      continue;
    }
    if (p <= last && !isSplit(words, p, last)) continue;
    if (p > from) {
      const begin = words[from]!.begin;
      const end = words[p - 1]!.end;
      items.push({ first: from, last: p - 1, begin, end, text: text.slice(begin, end) });
    }
    from = p + 1;
  }
  return items;
}

/** 和 splits, 与 and 及 only between names: 智能汽车及关键零部件 is one field. */
function isSplit(words: readonly Word[], p: number, last: number): boolean {
  const { text } = words[p]!;
  if (/^(和|以及)$/.test(text)) return true;
  if (!/^(与|及)$/.test(text)) return false;
  const NAMED = Kind.university | Kind.body | Kind.head | Kind.region | Kind.department;
  return ((words[p - 1]?.kinds ?? 0) & NAMED) !== 0 || (p < last && (words[p + 1]!.kinds & NAMED) !== 0);
}

/** What follows the items: 等, a count, qualities, and the class noun. */
function readTail(
  { words, text }: Reading,
  from: number,
  last: number,
): Pick<NameList, "closed" | "noun" | "nounText"> {
  let p = from;
  let closed = false;
  if (p <= last && /^(等|等等)$/.test(words[p]!.text)) {
    closed = true;
    p++;
  }
  // 招商重工、中集集团那样的龙头企业
  if (p === from && /^(那样|这样|那|这)$/.test(words[p]?.text ?? "")) {
    closed = true;
    while (p <= last && /^(那样|这样|那|这|样|的)$/.test(words[p]!.text)) p++;
  }
  const begin = p;
  for (; p <= Math.min(last, begin + 9); p++) {
    const { kinds, text: word } = words[p]!;
    const isCount = kinds & Kind.number && p < last && (words[p + 1]!.kinds & (Kind.measure | Kind.quality)) !== 0;
    if (isCount || (kinds & Kind.measure && closed) || (kinds & Kind.quality && /^[两三四五六七八九十]/.test(word))) {
      closed = true;
      continue;
    }
    if (!closed) break;
    if (CLASS_NOUN.test(word)) {
      // 高新技术|企业, 公共|服务|平台: the noun ends the phrase.
      while (p < last && CLASS_NOUN.test(words[p + 1]!.text)) p++;
      return { closed, noun: p, nounText: text.slice(words[begin]!.begin, words[p]!.end) };
    }
    // 等国际一流的电池企业
    if (word === "的" && p > begin && leadsToCompanies(words, p, last)) continue;
    if (kinds & (Kind.punctuation | Kind.function) && !(kinds & Kind.quality) && !/^[“”]$/.test(word)) break;
    if (kinds & Kind.verb && !(kinds & (Kind.nominal | Kind.quality | Kind.noun))) break;
  }
  return { closed, noun: undefined, nounText: "" };
}

/** The class noun after 的 says companies, with nothing but words for things before it. */
function leadsToCompanies(words: readonly Word[], particle: number, last: number): boolean {
  for (let p = particle + 1; p <= Math.min(last, particle + 3); p++) {
    if (/(企业|公司|厂商)$/.test(words[p]!.text)) return true;
    if (words[p]!.kinds & (Kind.punctuation | Kind.function | Kind.verb)) return false;
  }
  return false;
}
