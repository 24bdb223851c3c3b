/**
 * From a head word back to where its name begins: at the place or owner that
 * leads it, else after the verb, particle or mark that ends what came before.
 */
import { findHead, isWithin } from "../../../lexicon/index.ts";
import type { HeadWord } from "../../../lexicon/index.ts";
import { isGenericWord } from "./generic.ts";
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
      return isPlace || /^(集团|中国|筹|国际|控股)$/.test(inside) ? q : undefined;
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
      (left.kinds & (ANCHORING | Kind.latin)) !== 0 ||
      regionOfWord[p - 1] !== undefined ||
      reading.endingAt(left.end) !== undefined;
    return isAnchor || mark === "·" ? p : undefined;
  }
  return undefined;
}

/** 创新设计与智造研究院: inside where an anchor leads what stands before it, and no name ends there. */
function isInnerConjunction(reading: Reading, p: number, last: number, floor: number): boolean {
  const { words, regionOfWord } = reading;
  if (!/^(与|和|及)$/.test(words[p]!.text) || p === floor) return false;
  const head = findHead(words[last]!.text);
  if (head === undefined || !/^(ResearchInstitute|Laboratory|University|InnovationPlatform)$/.test(head.type))
    return false;
  const left = words[p - 1]!;
  if (left.kinds & (Kind.punctuation | Kind.head | ANCHORING | Kind.verb | Kind.function)) return false;
  if (regionOfWord[p - 1] !== undefined) return false;
  for (let q = p + 1; q < last; q++) if (regionOfWord[q] !== undefined || words[q]!.kinds & ANCHORING) return false;
  for (let q = p - 1; q >= floor && words[p]!.begin - words[q]!.begin <= 16; q--) {
    const word = words[q]!;
    if (regionOfWord[q] !== undefined || reading.endingAt(word.end) !== undefined) return q < p - 1;
    if (word.kinds & (Kind.punctuation | Kind.verb | Kind.function)) return isFieldPair(reading, q + 1, p, last);
    if (q === floor) return isFieldPair(reading, q, p, last);
  }
  return false;
}

/** 材料计算与数据库研究中心 after a verb or mark: two short fields before one head. */
function isFieldPair({ words }: Reading, first: number, p: number, last: number): boolean {
  if (words[p]!.text === "和" || first >= p || last - p < 2) return false;
  const isFieldWord = ({ kinds }: Word) =>
    (kinds & (Kind.industry | Kind.noun | Kind.nominal | Kind.softVerb | Kind.unknown | Kind.latin | Kind.region)) !==
    0;
  const longest = findHead(words[last]!.text)?.strength === "category" ? 26 : 14;
  if (words[last]!.begin - words[first]!.begin > longest) return false;
  let tells = false;
  for (let q = first; q < p; q++) if (!isGenericWord(words[q]!.text) && !(words[q]!.kinds & Kind.level)) tells = true;
  return tells && isFieldWord(words[first]!) && isFieldWord(words[p + 1]!);
}

/** 第三研究院, 五菱, 百宏: a number inside the name. */
function isOrdinalOrBrand(words: readonly Word[], p: number): boolean {
  if (words[p - 1]?.text === "第") return true;
  return (
    /^[零一二三四五六七八九百千万]$/.test(words[p]!.text) &&
    (words[p + 1]!.kinds & (Kind.measure | Kind.head | Kind.quality)) === 0
  );
}

/** Verbs that a head can follow as a noun: 空间推进研究所. */
const BEFORE_HEAD = /^(推进|提升|促进|引进|培育|转型|升级|探索|赋能)$/;
/** Verbs that even a company's place does not make part of its name: 浙江|支持X有限公司. */
const NEVER_INSIDE =
  /^(支持|推动|引进|加快|鼓励|组织|培育|建设|共建|成立|联合|依托|会同|通过|拥有|由|与|和|在|对|及|的|等|将|已|为|向|从|于|被|把|以|让|使|有|到|至|各|该|是|不|也|又|并|或|而|其|此|自|按|经|获)$/;

/** 磁|悬浮: a verb of the general dictionary right after a single character that belongs to no word. */
export function isInTerm(words: readonly Word[], p: number, floor: number): boolean {
  const left = p > floor ? words[p - 1]! : undefined;
  return (
    (words[p]!.kinds & Kind.softVerb) !== 0 &&
    left !== undefined &&
    left.kinds === Kind.unknown &&
    left.end === words[p]!.begin
  );
}

/** Verbs and particles that stand inside names: nominal ones, brands such as 之科, companies' brands after their place. */
function isInsideName(reading: Reading, p: number, last: number, floor: number, head: HeadWord): boolean {
  const { words, regionOfWord } = reading;
  const word = words[p]!;
  const left = p > floor ? words[p - 1]! : undefined;
  if (word.kinds & Kind.nominal || isInTerm(words, p, floor)) return true;
  // 流域环境|模拟|研究所
  const isScience = head.type === "ResearchInstitute" || head.type === "Laboratory";
  if (isScience && p === last - 1 && word.kinds & Kind.softVerb && p > floor) {
    return (left!.kinds & (Kind.noun | Kind.industry)) !== 0 && !NEVER_INSIDE.test(word.text);
  }
  // 金属矿产资源高效循环利用国家工程研究中心
  if (
    head.strength === "category" &&
    IN_SCIENCE.test(word.text) &&
    p > floor &&
    left!.kinds & (Kind.noun | Kind.industry)
  ) {
    return true;
  }
  // Names of laboratories hold any verb of their science: 爆炸科学与安全防护全国重点实验室.
  if (head.type === "Laboratory" && head.strength === "category" && word.kinds & Kind.softVerb) return true;
  if (BEFORE_HEAD.test(word.text)) {
    return (
      p === last - 1 &&
      head.strength === "strong" &&
      left !== undefined &&
      (left.kinds & (Kind.noun | Kind.industry)) !== 0
    );
  }
  // 青天|湖: a word of the general dictionary in the name of a lake or mountain.
  if (word.text.length === 2 && WATER_OR_MOUNTAIN.test(words[p + 1]!.text) && !NEVER_INSIDE.test(word.text)) {
    return words[p + 1]!.kinds === Kind.unknown;
  }
  const isSingle = word.text.length === 1;
  if (isSingle && word.kinds & Kind.measure && (word.kinds & (Kind.verb | Kind.function)) === 0) {
    return ((left?.kinds ?? 0) & Kind.number) === 0;
  }
  // 寒|地农业: a particle that makes a compound with the single character before it.
  if (
    isSingle &&
    left?.kinds === Kind.unknown &&
    left.text.length === 1 &&
    /^[地中内外上下前后方时间里得系]$/.test(word.text)
  )
    return true;
  // 中沩新材料, 皖中: 中 with an unknown character beside it.
  if (word.text === "中" && (words[p + 1]!.kinds === Kind.unknown || left?.kinds === Kind.unknown)) return true;
  if (word.text === "之" && words[p + 1]!.kinds & Kind.unknown) {
    return left === undefined || (left.kinds & (Kind.punctuation | Kind.verb)) !== 0;
  }
  if (head.type !== "Company") return false;
  // 、和远气体有限公司: 和 right after the mark begins a brand.
  if (word.text === "和" && left?.text === "、" && words[p + 1]!.kinds === Kind.unknown) return true;
  // 天|能控股集团, 江苏悦|达集团: a brand that happens to be a particle or a verb.
  const isBesideUnknown = words[p + 1]!.kinds === Kind.unknown || left?.kinds === Kind.unknown;
  if (isSingle && isBesideUnknown && !NEVER_INSIDE.test(word.text)) return true;
  if (left === undefined) return false;
  if (regionOfWord[p - 1] !== undefined) return !NEVER_INSIDE.test(word.text);
  return (word.kinds & Kind.softVerb) !== 0 && (left.kinds & (Kind.unknown | Kind.body | Kind.latin)) !== 0;
}

const IN_SCIENCE = /^(高效|综合|清洁|绿色|高值|精准|智能|快速|可持续)$/;
const WATER_OR_MOUNTAIN = /^[湖山江河岛溪湾岭峰泉]$/;
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
