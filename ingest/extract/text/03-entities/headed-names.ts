/**
 * Names by their last word: from a head (研究院, 科技城, 有限公司) back to where the
 * name begins. It begins at the place or owner that leads it, else after the verb,
 * particle or mark that ends what came before.
 */
import { findHead, findUniversity } from "../../../lexicon/index.ts";
import type { HeadWord } from "../../../lexicon/index.ts";
import { isGenericWord, isKindAfterPlace } from "./generic.ts";
import { bodyForms } from "./name-forms.ts";
import { regionOfLevel } from "./departments.ts";
import type { Found, Reading, Stretch } from "./reading.ts";
import type { EntityRule } from "./rule.ts";
import { Kind } from "./segment.ts";
import type { Word } from "./segment.ts";

const LONGEST_NAME = 34;

/** A head's name before it is judged. */
export interface Candidate {
  readonly head: HeadWord;
  /** Words of the name, the head last. */
  first: number;
  readonly last: number;
  /** Word that leads with a place, and the body that leads as owner. */
  place: number | undefined;
  owner: Found | undefined;
  /** The name holds “...”. */
  readonly quoted: boolean;
  /** Word before the name: what ended it. */
  readonly stop: Word | undefined;
}

function addHeaded(reading: Reading): void {
  for (const stretch of reading.stretches) {
    const { block } = stretch.sentence;
    if (block === "boilerplate" || block === "meta") continue;
    for (let i = stretch.first; i <= stretch.last; i++) {
      const word = reading.words[i]!;
      if ((word.kinds & Kind.head) === 0 || reading.isClosed(word.begin)) continue;
      if (word.kinds & (Kind.university | Kind.body)) continue;
      const head = findHead(word.text)!;
      if (!endsName(reading, i, stretch, head)) continue;
      const candidate = walkLeft(reading, i, head, stretch);
      if (candidate !== undefined && isName(reading, candidate)) addCandidate(reading, candidate);
    }
  }
}

/** Whether the head is the end of the name and no part of a longer word: 平台经济, 中心组, 大学生. */
function endsName(reading: Reading, i: number, { last }: Stretch, head: HeadWord): boolean {
  const next = i < last ? reading.words[i + 1]! : undefined;
  if (next === undefined || next.begin > reading.words[i]!.end) return true;
  if (/^(生|化|型|性|式|类|级|们|界|员|工|组|法|制)$/.test(next.text)) return false;
  if (head.strength === "weak" && next.kinds & Kind.head) return false;
  if (head.type === "Government" && head.strength === "weak" && /^(面|部|势|限)$/.test(next.text)) return false;
  return true;
}

const STOPPING = Kind.verb | Kind.function | Kind.measure;
const ANCHORING = Kind.university | Kind.body;

function walkLeft(reading: Reading, i: number, head: HeadWord, { first: floor }: Stretch): Candidate | undefined {
  const { words, text } = reading;
  const last = i;
  let first = i;
  let place: number | undefined;
  let owner: Found | undefined;
  let quoted = false;
  let p = i - 1;
  while (p >= floor) {
    const word = words[p]!;
    if (words[i]!.end - word.begin > LONGEST_NAME || reading.isClosed(word.begin)) break;
    if (word.end < words[p + 1]!.begin) break;
    const before = reading.endingAt(word.end);
    if (before !== undefined && before.begin >= words[floor]!.begin && isOwner(before)) {
      const start = wordAt(words, p, before.begin);
      if (start !== undefined) {
        owner = before;
        first = start;
        p = start - 1;
        if (isPlainUniversity(before, text)) p = takePlaceBefore(reading, p, floor, before, (at) => (first = at));
        break;
      }
    }
    if (word.kinds & Kind.punctuation) {
      const opening = matchingStart(reading, p, floor);
      if (opening === undefined) break;
      if (/[”"’]/.test(word.text)) quoted = true;
      first = opening;
      p = opening - 1;
      continue;
    }
    if (reading.regionOfWord[p] !== undefined) {
      place = p;
      first = p;
      p--;
      continue;
    }
    if (isInnerConjunction(reading, p, i, floor)) {
      first = p;
      p--;
      continue;
    }
    if (word.kinds & Kind.number && !isOrdinalOrModel(words, p)) break;
    if (word.kinds & STOPPING && !isInsideName(reading, p, floor, head)) break;
    first = p;
    p--;
  }
  const candidate: Candidate = { head, first, last, place, owner, quoted, stop: p >= floor ? words[p] : undefined };
  trim(reading, candidate);
  return candidate.first > last ? undefined : candidate;
}

const OWNERS =
  /^(University|ResearchInstitute|Laboratory|HighTechZone|InnovationPlatform|Company|Organization|Government)$/;

function isOwner(found: Found): boolean {
  return OWNERS.test(found.type) && !found.inner;
}

function isPlainUniversity(found: Found, text: string): boolean {
  return found.type === "University" && text.slice(found.begin, found.end) !== found.name;
}

/** 浙江清华长三角研究院: a place before a university's short name belongs to the name. */
function takePlaceBefore(
  reading: Reading,
  p: number,
  floor: number,
  owner: Found,
  take: (first: number) => void,
): number {
  const region = p >= floor ? reading.regionOfWord[p] : undefined;
  if (region === undefined || reading.words[p]!.end !== owner.begin) return p;
  const previous = reading.words[p - 1];
  const isStart = p === floor || previous === undefined || (previous.kinds & (Kind.punctuation | Kind.verb)) !== 0;
  if (!isStart || reading.words[p]!.text === region.name) return p;
  take(p);
  return p - 1;
}

function wordAt(words: readonly Word[], from: number, begin: number): number | undefined {
  let p = from;
  while (p >= 0 && words[p]!.begin > begin) p--;
  return p >= 0 && words[p]!.begin === begin ? p : undefined;
}

/** Start of a bracket with a place, of a quotation, or of two anchors joined by a dash, where such a mark is inside a name. */
function matchingStart(reading: Reading, p: number, floor: number): number | undefined {
  const { words, text, regionOfWord } = reading;
  const mark = words[p]!.text;
  const close = words[p]!.end;
  if (mark === ")" || mark === "〉") {
    for (let q = p - 1; q >= Math.max(floor, p - 4); q--) {
      if (!/[(〈]/.test(words[q]!.text)) continue;
      const inside = text.slice(words[q]!.end, words[p]!.begin);
      const isPlace = q === p - 2 && regionOfWord[p - 1] !== undefined;
      return (isPlace || /^(集团|中国|筹|国际|控股|北京|深圳)$/.test(inside)) && q > floor ? q : undefined;
    }
    return undefined;
  }
  if (mark === "”" || mark === "’") {
    const open = mark === "”" ? "“" : "‘";
    for (let q = p - 1; q >= floor && close - words[q]!.begin <= 22; q--) if (words[q]!.text === open) return q;
    return undefined;
  }
  if (/^[-—·~]$/.test(mark) && p > floor) {
    const left = words[p - 1]!;
    const isAnchor =
      (left.kinds & ANCHORING) !== 0 || regionOfWord[p - 1] !== undefined || (left.kinds & Kind.latin) !== 0;
    return isAnchor || mark === "·" ? p : undefined;
  }
  return undefined;
}

/** 创新设计与智造研究院: the conjunction is inside where an anchor leads what stands before it, and no name ends there. */
function isInnerConjunction(reading: Reading, p: number, last: number, floor: number): boolean {
  const { words, regionOfWord } = reading;
  if (!/^(与|和|及|暨)$/.test(words[p]!.text) || p - 1 < floor) return false;
  const left = words[p - 1]!;
  if (
    left.kinds & (Kind.punctuation | Kind.head | ANCHORING | Kind.verb | Kind.function) ||
    regionOfWord[p - 1] !== undefined
  )
    return false;
  for (let q = p + 1; q < last; q++) if (regionOfWord[q] !== undefined || words[q]!.kinds & ANCHORING) return false;
  for (let q = p - 1; q >= floor && words[p]!.begin - words[q]!.begin <= 16; q--) {
    const word = words[q]!;
    if (regionOfWord[q] !== undefined || word.kinds & ANCHORING || reading.endingAt(word.end) !== undefined)
      return q < p - 1;
    if (word.kinds & (Kind.punctuation | Kind.verb | Kind.function)) return isFieldPair(reading, q + 1, p, last);
    if (q === floor) return isFieldPair(reading, q, p, last);
  }
  return false;
}

/** 材料计算与数据库研究中心 after a verb or mark: two short fields before one head. */
function isFieldPair({ words }: Reading, first: number, p: number, last: number): boolean {
  if (words[p]!.text === "和" || first >= p || last - p < 2) return false;
  const isFieldWord = (word: Word) =>
    (word.kinds & (Kind.industry | Kind.noun | Kind.nominal | Kind.unknown | Kind.latin)) !== 0;
  const length = words[last]!.begin - words[first]!.begin;
  return length <= 14 && isFieldWord(words[first]!) && isFieldWord(words[p + 1]!) && !isGenericWord(words[p - 1]!.text);
}

/** 第三研究院, 38所: a number inside the name. */
function isOrdinalOrModel(words: readonly Word[], p: number): boolean {
  return (
    words[p - 1]?.text === "第" ||
    (/^(一|二|三|六)$/.test(words[p]!.text) && (words[p + 1]?.kinds ?? 0) === Kind.unknown)
  );
}

/** Particles and verbs that stand inside names: brands such as 之科, and companies' brands right after their place. */
function isInsideName(reading: Reading, p: number, floor: number, head: HeadWord): boolean {
  const { words, regionOfWord } = reading;
  const word = words[p]!;
  const left = p > floor ? words[p - 1]! : undefined;
  if (word.kinds & Kind.nominal) return true;
  if (word.kinds & Kind.measure && word.text.length === 1 && !((left?.kinds ?? 0) & Kind.number))
    return (word.kinds & (Kind.verb | Kind.function)) === 0;
  if (word.text.length === 1 && words[p + 1]!.text.length === 1 && (words[p + 1]!.kinds & Kind.unknown) !== 0) {
    return left === undefined || (left.kinds & Kind.punctuation) !== 0 || regionOfWord[p - 1] !== undefined;
  }
  if (head.type === "Company" && regionOfWord[p - 1] !== undefined)
    return word.text.length === 1 || (word.kinds & Kind.noun) !== 0;
  return false;
}

const LEVEL_WORDS = /^(国家级|省级|市级|县级|区级|镇级|省部级|部级|世界级|高能级|高水平|高标准|高质量|一流)$/;
/** Class nouns that end one phrase and cannot begin a name: 企业|浙江大学绍兴研究院. */
const CANNOT_BEGIN =
  /^(企业|单位|项目|机构|高校|院校|院所|部门|公司|专家|教授|团队|代表|记者|通讯员|领导|同志|位于|设施|所在地|旗下|附近|周边|以北|以南|园区|学校)$/;

function trim(reading: Reading, candidate: Candidate): void {
  const { words, regionOfWord } = reading;
  const isCut = (p: number): boolean => {
    const word = words[p]!;
    if (LEVEL_WORDS.test(word.text)) return true;
    if (
      word.kinds & Kind.quality &&
      (word.kinds & (Kind.industry | Kind.head)) === 0 &&
      !/^(区域|综合|公共|共性|专业|综合性|世界|全球|新型|领军|企业|科研)$/.test(word.text)
    )
      return true;
    return false;
  };
  const leading = candidate.owner === undefined ? candidate.place : undefined;
  if (leading !== undefined && leading > candidate.first) {
    // A brand before the place (之科智慧绍兴…) stays, everyday words do not.
    let isBrand = false;
    for (let p = candidate.first; p < leading; p++)
      if (words[p]!.kinds & (Kind.unknown | Kind.latin) || /[”"]/.test(words[p]!.text)) isBrand = true;
    const length = words[leading]!.begin - words[candidate.first]!.begin;
    if (!isBrand || length > 8 || CANNOT_BEGIN.test(words[candidate.first]!.text)) candidate.first = leading;
  }
  while (candidate.first < candidate.last && candidate.first !== leading) {
    const p = candidate.first;
    const word = words[p]!;
    if (candidate.owner !== undefined && word.begin >= candidate.owner.begin) break;
    if (regionOfWord[p] !== undefined) break;
    if (
      isCut(p) ||
      /^[、,-]$/.test(word.text) ||
      CANNOT_BEGIN.test(word.text) ||
      (/^(与|和|及|暨|等|省|市|县|区)$/.test(word.text) && p + 1 < candidate.last && !isLevelPrefix(words, p))
    )
      candidate.first++;
    else break;
  }
}

function isLevelPrefix(words: readonly Word[], p: number): boolean {
  return /^(省|市|县|区)$/.test(words[p]!.text);
}

function isName(reading: Reading, candidate: Candidate): boolean {
  const { words, regionOfWord } = reading;
  const { head, first, last, owner, quoted, stop } = candidate;
  const telling: Word[] = [];
  let hasPlace = false;
  let hasField = false;
  let hasBrand = false;
  const start = owner === undefined ? first : (wordAfter(words, first, owner.end) ?? first);
  for (let p = start; p < last; p++) {
    const word = words[p]!;
    if (regionOfWord[p] !== undefined) {
      hasPlace ||= regionOfWord[p]!.level !== "country" || word.text !== "中国" || head.type !== "InnovationPlatform";
      continue;
    }
    if (word.kinds & Kind.punctuation || isGenericWord(word.text) || LEVEL_WORDS.test(word.text)) continue;
    if (word.kinds & (Kind.level | Kind.quality) && (word.kinds & Kind.industry) === 0) continue;
    telling.push(word);
    if (word.kinds & Kind.industry) hasField = true;
    if (word.kinds & (Kind.unknown | Kind.latin)) hasBrand = true;
  }
  const isCounted =
    stop !== undefined && ((stop.kinds & Kind.measure) !== 0 || /^(各|多|等|某|一个|一批|若干|类)$/.test(stop.text));
  const isFollowedByCount = /^(\d|[一二三四五六七八九十百千]+[家个所座]|等|数量|总数|家数|总量)/.test(
    reading.text.slice(words[last]!.end, words[last]!.end + 3),
  );
  if (quoted && telling.length > 0) return true;
  const stem = telling.reduce((length, word) => length + word.text.length, 0);
  if (owner !== undefined) return isOwnedName(reading, candidate, owner, stem);
  switch (head.type) {
    case "Company":
      if (head.strength === "strong") return stem >= 2 || hasPlace;
      return (hasBrand && stem >= 2) || (hasPlace && head.word === "银行");
    case "University":
      if (head.strength === "weak") return false;
      return (hasBrand || hasPlace) && (stem >= 2 || head.word !== "大学") && !isCounted;
    case "Government":
      if (head.strength === "weak") return hasPlace && stem >= 2 && head.word !== "办公室";
      return hasPlace || stem >= 2;
    case "Organization":
      if (head.strength === "weak") return (hasPlace && stem > 0) || (hasBrand && stem >= 2);
      return (
        (hasPlace && !(stem === 0 && isKindAfterPlace(head.word))) || (stem >= 2 && !isCounted && !isFollowedByCount)
      );
    default:
  }
  if (head.strength === "category")
    return stem >= 2 && (hasField || hasBrand || stem >= 4) && !isCounted && !isFollowedByCount;
  if (hasPlace) {
    if (stem > 0) return true;
    if (head.strength === "weak") return false;
    return head.type === "HighTechZone" || !isKindAfterPlace(head.word) || hasGenericStem(reading, candidate);
  }
  if (isCounted || isFollowedByCount) return hasBrand && stem >= 2 && !isFollowedByCount && stop?.text !== "等";
  if (head.strength === "weak") return hasBrand && stem >= 2;
  return stem >= 2 && (hasBrand || hasField || stem >= 3);
}

/** 杭州科技创新中心 is a name, 杭州孵化器 is not: the place needs at least a general word beside the head. */
function hasGenericStem({ words, regionOfWord }: Reading, { first, last, head }: Candidate): boolean {
  if (/平台$|器$|空间$|基地$/.test(head.word)) return false;
  let length = 0;
  for (let p = first; p < last; p++)
    if (regionOfWord[p] === undefined && !(words[p]!.kinds & Kind.level)) length += words[p]!.text.length;
  return length >= 2;
}

function isOwnedName(
  { words, regionOfWord }: Reading,
  { head, last, owner: o }: Candidate,
  owner: Found,
  stem: number,
): boolean {
  const inner = words.slice(wordAfter(words, 0, owner.end) ?? last, last);
  const hasPlace = inner.some((word) => regionOfWord[words.indexOf(word)] !== undefined);
  if (head.type === "Government")
    return /^(管委会|管理委员会|党工委)$/.test(head.word) && /^(HighTechZone|InnovationPlatform)$/.test(owner.type);
  if (head.type === "Company")
    return head.strength === "strong" && (stem > 0 || hasPlace || owner.type !== "University");
  if (o?.type === "Government" && stem === 0) return false;
  if (stem > 0 || hasPlace) return true;
  if (inner.length > 0 && head.strength !== "weak")
    return !/平台$|基地$/.test(head.word) || inner.some((word) => word.text.length >= 4);
  if (/^(实验室|研究所|研究中心|重点实验室|学院|平台|中心|基地|园|分院|分所|校区)$/.test(head.word)) return false;
  return (
    head.strength === "strong" &&
    (owner.type === "University" ||
      owner.type === "Company" ||
      owner.type === "ResearchInstitute" ||
      /^(联盟|分园|分中心|基金|协会|联合体)$/.test(head.word))
  );
}

function wordAfter(words: readonly Word[], from: number, end: number): number | undefined {
  let low = from;
  let high = words.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.begin < end) low = middle + 1;
    else high = middle - 1;
  }
  return low < words.length ? low : undefined;
}

function addCandidate(reading: Reading, candidate: Candidate): void {
  const { words, regionOfWord } = reading;
  const { head, owner, last } = candidate;
  let { first } = candidate;
  const begin = words[first]!.begin;
  const end = words[last]!.end;
  const surface = reading.text.slice(begin, end);
  let lead = "";
  let rest = surface;
  if (owner !== undefined && owner.begin >= begin) {
    lead = reading.text.slice(begin, owner.begin) + owner.name;
    rest = reading.text.slice(owner.end, end);
  } else if (/^(省|市|县|区)$/.test(words[first]!.text)) {
    const own = regionOfLevel(reading, words[first]!.text);
    if (own === undefined) return;
    lead = own.name;
    rest = reading.text.slice(words[first]!.end, end);
  }
  const place = owner === undefined ? regionOfWord[first] : undefined;
  const { name, aliases } = bodyForms({ surface, lead, rest, place, type: head.type, head: head.word });
  reading.add({ begin, end, type: head.type, name, aliases, rule: "headed-name" });
  if (head.type === "Laboratory" || head.type === "University" || head.type === "Company") return;
  for (; first < last; first++) {
    const region = regionOfWord[first];
    const word = words[first]!;
    if (region === undefined || (owner !== undefined && word.begin < owner.end && word.begin >= owner.begin)) continue;
    if (region.level === "country" && region.name === "中国") continue;
    reading.add({
      begin: word.begin,
      end: word.end,
      type: "Region",
      name: region.name,
      aliases: [word.text],
      level: region.level,
      code: region.code ?? undefined,
      rule: "region-in-name",
      inner: true,
    });
  }
}

export const headedName: EntityRule = {
  id: "headed-name",
  finds: "A body by its head word, back to the place, owner, brand or field that leads it.",
  examples: [
    {
      text: "新引进共建武汉理工大学襄阳研究院、翠屏生物技术研究院。",
      finds: [
        "ResearchInstitute 武汉理工大学襄阳研究院",
        "ResearchInstitute 翠屏生物技术研究院",
        "University 武汉理工大学",
        "Region 襄阳市",
      ],
    },
    {
      text: "推动之科智慧绍兴成果转化中心、长三角国家技术创新中心(绍兴)分中心落地。",
      finds: [
        "InnovationPlatform 之科智慧绍兴成果转化中心",
        "InnovationPlatform 长三角国家技术创新中心(绍兴)分中心",
        "InnovationPlatform 长三角国家技术创新中心",
      ],
    },
    {
      text: "推动共建天津大学浙江国际创新设计与智造研究院。",
      finds: ["ResearchInstitute 天津大学浙江国际创新设计与智造研究院"],
    },
    {
      text: "支持企业建设省级重点实验室、企业研究院和众创空间15家。",
      not: ["Laboratory 重点实验室", "InnovationPlatform 众创空间", "ResearchInstitute 企业研究院"],
    },
    {
      text: "四川英杰电气股份有限公司与中国航发南方工业有限公司参加。",
      finds: ["Company 四川英杰电气股份有限公司", "Company 中国航发南方工业有限公司"],
    },
    {
      text: "联合上海空间推进研究所成立天启研究院。",
      finds: ["ResearchInstitute 上海空间推进研究所", "ResearchInstitute 天启研究院"],
    },
  ],
  run: addHeaded,
};
