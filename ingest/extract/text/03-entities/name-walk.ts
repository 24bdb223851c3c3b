/**
 * From a head word back to where its name begins: at the place or owner that
 * leads it, else after the verb, particle or mark that ends what came before.
 */
import { findHead, isWithin } from "../../../lexicon/index.ts";
import type { HeadWord } from "../../../lexicon/index.ts";
import { isInnerConjunction, isInsideName, isOrdinalOrBrand } from "./inside-names.ts";
import type { Found, Reading } from "./reading.ts";
import { Kind } from "./segment.ts";
import type { Word } from "./segment.ts";

const LONGEST_NAME = 36;

/** A name before it is judged. */
export interface Candidate {
  readonly head: HeadWord;
  /** Words of the name, the head last. */
  first: number;
  readonly last: number;
  /** Word of the place that leads it. */
  readonly place: number | undefined;
  /** Body that leads it. */
  readonly owner: Found | undefined;
  /** The name holds “...”. */
  readonly quoted: boolean;
  /** Word before the name: what ended it. */
  readonly stop: Word | undefined;
}

/** Class nouns after which another phrase begins: 德阳企业|开放学校|牵引动力国家重点实验室. */
const ENDS_PHRASE = /^(企业|学校|高校|院校|单位|部门|专家|团队|代表|项目|领域|方面)$/;
const STOPPING = Kind.verb | Kind.function | Kind.measure;
const ANCHORING = Kind.university | Kind.body;

export const isLevelPrefix = (text: string): boolean => /^(省|市|县|区|自治区)$/.test(text);

/** 中德, 中以: two countries that build together lead a name as a brand does. */
export const isCountryPair = (text: string): boolean => /^中[德美英法意以日韩欧俄新瑞荷芬澳加白捷匈巴奥比]$/.test(text);

export function walkLeft(reading: Reading, last: number, head: HeadWord, floor: number): Candidate {
  const { words } = reading;
  let first = last;
  let place: number | undefined;
  let owner: Found | undefined;
  let quoted = false;
  let p = last - 1;
  while (p >= floor) {
    const word = words[p]!;
    if (words[last]!.end - word.begin > LONGEST_NAME || reading.isClosed(word.begin)) break;
    if (word.end < words[p + 1]!.begin) break;
    const before = ownerEndingAt(reading, word.end, words[floor]!.begin, head);
    const start = before === undefined ? undefined : wordAt(words, p, before.begin);
    const outside = reading.endingAt(word.end);
    if (outside !== undefined && isOutside(outside, head)) break;
    if (start !== undefined) {
      owner = before;
      first = placeBefore(reading, start, floor, owner!);
      const outer = outerOwner(reading, owner!, words[first]!.begin, words[floor]!.begin);
      const outerStart = outer === undefined ? undefined : wordAt(words, first - 1, outer.begin);
      if (outerStart !== undefined) {
        owner = outer;
        first = outerStart;
      }
      // 环华中农大: around the owner, not the owner's.
      if (first > floor && words[first - 1]!.text === "环") first--;
      p = first - 1;
      break;
    }
    if (word.kinds & Kind.punctuation) {
      const opening = matchingStart(reading, p, floor);
      if (opening === undefined) break;
      if (/[”’]/.test(word.text)) quoted = true;
      first = opening;
      p = opening - 1;
      continue;
    }
    // 甲研究所|联合|乙研究所
    if (word.text === "联合" && reading.endingAt(word.begin) !== undefined) break;
    if (reading.regionOfWord[p] !== undefined) place = p;
    else if (!isInnerConjunction(reading, p, last, floor)) {
      if (p < last - 1 && ENDS_PHRASE.test(word.text)) break;
      if (word.kinds & Kind.number && !isOrdinalOrBrand(words, p)) break;
      if (word.kinds & Kind.quality && /^[一二三四五六七八九十两]/.test(word.text)) break;
      if (word.kinds & STOPPING && !isInsideName(reading, p, last, floor, head)) break;
    }
    first = p;
    p--;
  }
  const stop = p >= floor ? words[p] : undefined;
  return trim(reading, { head, first, last, place: owner === undefined ? place : undefined, owner, quoted, stop });
}

const OWNERS =
  /^(University|ResearchInstitute|Laboratory|HighTechZone|InnovationPlatform|Company|Organization|Government)$/;

/** No zone belongs to a university: 甲大学|乙高新区. */
function isOutside({ type, inner }: Found, head: HeadWord): boolean {
  return head.type === "HighTechZone" && inner !== true && /^(University|ResearchInstitute)$/.test(type);
}

/** The body found just before, unless it is part of the name: 华为 in 华为终端有限公司, 教育部 in X教育部重点实验室. */
function ownerEndingAt(reading: Reading, end: number, floor: number, head: HeadWord): Found | undefined {
  const found = reading.endingAt(end);
  if (found === undefined || found.begin < floor || !OWNERS.test(found.type)) return undefined;
  if (head.type === "Company" && found.type === "Company" && found.rule === "known-name" && head.word !== "分公司")
    return undefined;
  if (isOutside(found, head)) return undefined;
  if (
    found.type === "Government" &&
    /^(教育部|农业农村部|自然资源部|交通运输部|生态环境部|工信部|国家卫健委|农业部)$/.test(
      reading.text.slice(found.begin, end),
    ) &&
    findHead(head.word)?.type === "Laboratory"
  )
    return undefined;
  return found;
}

/** 甲大学乙高新区研究院 is the university's, in the zone. */
function outerOwner(reading: Reading, owner: Found, end: number, floor: number): Found | undefined {
  if (owner.type !== "HighTechZone" || owner.begin !== end) return undefined;
  const outer = reading.endingAt(end);
  return outer !== undefined && outer.begin >= floor && /^(University|ResearchInstitute)$/.test(outer.type)
    ? outer
    : undefined;
}

/** 浙江清华长三角研究院: a short place before a university's short name belongs to the name. */
function placeBefore(reading: Reading, start: number, floor: number, owner: Found): number {
  const { words, regionOfWord, text } = reading;
  const p = start - 1;
  const region = p >= floor ? regionOfWord[p] : undefined;
  if (owner.type !== "University" || region === undefined || words[p]!.end !== owner.begin) return start;
  if (text.slice(owner.begin, owner.end) === owner.name || words[p]!.text === region.name) return start;
  const previous = p > floor ? words[p - 1]! : undefined;
  return previous === undefined || previous.kinds & (Kind.punctuation | Kind.verb) ? p : start;
}

function wordAt(words: readonly Word[], from: number, begin: number): number | undefined {
  let p = from;
  while (p > 0 && words[p]!.begin > begin) p--;
  return words[p]!.begin === begin ? p : undefined;
}

/** First word of a bracket with a place, of a quotation, or of a dash between two anchors, where such a mark is inside a name. */
function matchingStart(reading: Reading, p: number, floor: number): number | undefined {
  const { words, text, regionOfWord } = reading;
  const mark = words[p]!.text;
  if (mark === ")" || mark === "〉") {
    for (let q = p - 1; q > Math.max(floor, p - 5); q--) {
      if (!/[(〈]/.test(words[q]!.text)) continue;
      const inside = text.slice(words[q]!.end, words[p]!.begin);
      const isPlace = regionOfWord[q + 1] !== undefined && q >= p - 3;
      return isPlace || /^(集团|中国|筹|国际|控股|国家级|省级)$/.test(inside) || isQualifier(reading, q, p, floor)
        ? q
        : undefined;
    }
    return undefined;
  }
  if (mark === "”" || mark === "’") {
    const open = mark === "”" ? "“" : "‘";
    for (let q = p - 1; q >= floor && words[p]!.end - words[q]!.begin <= 22; q--) {
      if (words[q]!.text !== open) continue;
      return /[,。;、]/.test(text.slice(words[q]!.end, words[p]!.begin)) ? undefined : q;
    }
    return undefined;
  }
  if (/^[-—·~]$/.test(mark) && p > floor) {
    const left = words[p - 1]!;
    const isAnchor =
      (left.kinds & (ANCHORING | Kind.latin | Kind.region)) !== 0 ||
      regionOfWord[p - 1] !== undefined ||
      reading.endingAt(left.end) !== undefined;
    return isAnchor || mark === "·" ? p : undefined;
  }
  return undefined;
}

/** 赣浙边际合作(衢饶)示范区, 浮标(钓具)设计创新中心: what a short bracket between two words of a name says more closely. */
function isQualifier({ words, text }: Reading, open: number, close: number, floor: number): boolean {
  if (open === floor || words[open - 1]!.end !== words[open]!.begin || words[open - 1]!.kinds & Kind.punctuation)
    return false;
  const inside = text.slice(words[open]!.end, words[close]!.begin);
  if (!/^\p{Script=Han}{2,4}$/u.test(inside) || /[省市县区镇乡等级含约共第原暂]|简称|合计/.test(inside)) return false;
  const next = words[close + 1];
  return next !== undefined && next.begin === words[close]!.end && (next.kinds & STOPPING) === 0;
}

const LEVEL_WORDS = /^(国家级|自治区级|省级|市级|县级|区级|镇级|省部级|部级|世界级|高能级|高水平|高标准|高质量|一流)$/;
/** Qualities that names do begin with. */
const NAMING_QUALITY = /^(区域|综合|公共|共性|专业|综合性|世界|全球|新型|领军|企业|科研|应用型)$/;
/** 高质量服务甲科创园: the verb, unless it begins 服务型, 服务业. */
const SERVING = /^(服务|对接|服务于|护航)$/;
/** Class nouns that end one phrase and cannot begin a name: 企业|浙江大学绍兴研究院. */
const CANNOT_BEGIN =
  /^(企业|单位|项目|机构|高校|院校|院所|部门|公司|专家|教授|团队|代表|记者|通讯员|领导|同志|设施|所在地|旗下|附近|周边|以北|以南|区内|市内|县内|省内|境内|园区内|园内|园区|学校|地址|选址|方向|研究院|实验室|平台|中心|基地)$/;

export const isLevelWord = (text: string): boolean => LEVEL_WORDS.test(text);

/** Cuts from the left what is no part of the name: levels, qualities, class nouns, wider places. */
function trim(reading: Reading, candidate: Candidate): Candidate {
  const { words, regionOfWord } = reading;
  const { head, last, owner } = candidate;
  let { first, place } = candidate;
  if (place !== undefined && head.type !== "Company") {
    // 福建省泉州市泉港X: the narrowest place of the chain leads the name.
    while (place + 1 < last && isNarrower(reading, place)) {
      if (first === place) first++;
      place++;
    }
  }
  // 关系属上海市工业党委: an authority begins with its place.
  // 油气钻采工程湖北省重点实验室: the province says whose class it is, what stands before it is the name.
  const isClassified =
    /^(Laboratory|ResearchInstitute)$/.test(head.type) &&
    head.strength === "category" &&
    place === last - 1 &&
    last - 1 - first >= 2;
  if (isClassified) place = undefined;
  // 美国西肯塔基大学: the country is where it is.
  if (head.type === "University" && place === first && regionOfWord[first]!.level === "country" && last - first >= 2) {
    first++;
    place = undefined;
  }
  if (place !== undefined && head.type === "Government") first = Math.max(first, place);
  if (place !== undefined && place > first && !isBrandBefore(words, first, place, head)) first = place;
  if (first + 1 < last && words[first]!.text === "原" && words[first + 1]!.kinds & Kind.region) first++;
  const ownerBegin = owner?.begin ?? Number.POSITIVE_INFINITY;
  while (first < last && first !== place && words[first]!.begin < ownerBegin) {
    const { text, kinds } = words[first]!;
    const isQuality =
      (kinds & Kind.quality) !== 0 && (kinds & (Kind.industry | Kind.head)) === 0 && !NAMING_QUALITY.test(text);
    const isBrand = text.length === 1 && words[first + 1]!.kinds === Kind.unknown;
    const isCut =
      isLevelWord(text) ||
      (isQuality && !isBrand) ||
      (SERVING.test(text) && first + 1 < last && !/^(型|业|贸易|外包|机器人)/.test(words[first + 1]!.text)) ||
      CANNOT_BEGIN.test(text) ||
      /^[、,\-—·与和及暨等]$/.test(text);
    if (!isCut || regionOfWord[first] !== undefined) break;
    first++;
  }
  return { ...candidate, first, place };
}

function isNarrower({ regionOfWord }: Reading, place: number): boolean {
  const wide = regionOfWord[place]!;
  const narrow = regionOfWord[place + 1];
  return narrow !== undefined && narrow !== wide && wide.level !== "area" && isWithin(narrow, wide);
}

/** A brand before the place (之科智慧绍兴…, 中以常州…) belongs to the name, everyday words do not. */
function isBrandBefore(words: readonly Word[], first: number, place: number, head: HeadWord): boolean {
  const length = words[place]!.begin - words[first]!.begin;
  if (length < 2 || length > 8 || CANNOT_BEGIN.test(words[first]!.text)) return false;
  if (words[first]!.text === "国家" && length >= 4) return true;
  for (let p = first; p < place; p++) {
    if (words[p]!.kinds & (Kind.verb | Kind.function | Kind.nominal) && words[p]!.text.length > 1) return false;
  }
  for (let p = first; p < place; p++) {
    if (words[p]!.kinds & Kind.body || (head.type === "Company" && words[p]!.kinds & Kind.region)) return true;
    if (words[p]!.kinds & (Kind.unknown | Kind.latin) || words[p]!.text === "”" || isCountryPair(words[p]!.text))
      return true;
  }
  return false;
}
