/** Whether what stands before a head tells one body from its kind: 周山智慧岛 is a name, 科技创新平台 is not. */
import { isCommonWord } from "../../../lexicon/index.ts";
import { regionOfLevel } from "./departments.ts";
import { isGenericWord, isKindAfterPlace } from "./generic.ts";
import { isCountryPair, isLevelPrefix, isLevelWord } from "./name-walk.ts";
import type { Candidate } from "./name-walk.ts";
import type { Found, Reading } from "./reading.ts";
import { Kind } from "./segment.ts";
import type { Word } from "./segment.ts";

/** What the words of a name hold, beside place, level and everyday words. */
interface Stem {
  /** Characters that tell. */
  readonly length: number;
  readonly hasPlace: boolean;
  readonly hasField: boolean;
  readonly hasBrand: boolean;
}

/** Words that end a description, not a name: 汽车领域, 企业牵头. */
const DESCRIBES =
  /^(各类|各级|各地|多家|多个|一批|若干|系列|一系列|相关|有关|首批|首个|首家|第一批|第二批|领域|方向|行业|方面|牵头|之间|类|型)$/;
const KIND_OF = /^(母体|各类|高水平|高能级|标杆型|重大|知名|同类|多个|所属|下属|新)$/;

/** Bodies of which a region has one: 市科技大市场, 省科学院. */
export function isLocalBody(head: string): boolean {
  return /^(科技大市场|技术大市场|技术市场|网上技术市场|技术交易市场|科学院|农科院|林科院|社科院|环科院|工研院|产研院|科技馆|生产力促进中心|知识产权保护中心|大数据中心|科创走廊|科创大走廊|高铁新区|高创园|城市大脑|产业大脑|科学中心|人民医院|中心医院|中医院|党校)$/.test(
    head,
  );
}

const hasLongStem = (words: readonly Word[], first: number, last: number): boolean =>
  words[last]!.begin - words[first]!.end >= 6;

/** Why the candidate is no name; undefined where it is one. */
export function whyNoName(reading: Reading, candidate: Candidate): string | undefined {
  const { words } = reading;
  const { head, owner, first, last, stop } = candidate;
  if (first >= last) return "a head word alone";
  for (let p = first; p < last; p++) if (DESCRIBES.test(words[p]!.text)) return "describes bodies of a kind";
  if (KIND_OF.test(words[last - 1]!.text) || /第[一二三四五六七八九十]+批/.test(reading.textOf(first, last)))
    return "tells a kind of body";
  // 高新九园智能制造产业园
  if (/^[园院所室楼]$/.test(words[first]!.text)) return "begins with the end of another name";
  if (isOwnLevel(reading, candidate) || words[first]!.text === words[last]!.text) return "all bodies of a level";
  if (isPositioning(reading, candidate)) return "what a place is to become";
  // 科学城实验室: of a kind alone.
  const isOfKind = owner === undefined && first === last - 1 && words[first]!.kinds === Kind.head;
  if (isOfKind && /^(Laboratory|ResearchInstitute)$/.test(head.type)) return "tells a kind of body";
  const isCounted =
    (stop !== undefined &&
      (((stop.kinds & Kind.measure) !== 0 && !/^[年月日度]$/.test(stop.text)) ||
        /^(各|多|某|一个|一批|若干|一系列)$/.test(stop.text))) ||
    /^(\d|[一二三四五六七八九十百千]+[家个所座]|数量|总数|家数|总量)/.test(
      reading.text.slice(words[last]!.end, words[last]!.end + 3),
    );
  if (isTold(reading, candidate, isCounted)) return undefined;
  return isCounted ? "counted: several of a kind" : "nothing in it tells one body from its kind";
}

function isTold(reading: Reading, candidate: Candidate, isCounted: boolean): boolean {
  const { words } = reading;
  const { head, first, last, owner, quoted, stop } = candidate;
  const stem = readStem(reading, candidate);
  if (quoted && stem.length > 0)
    return head.strength !== "weak" && !/^(空间|综合体|工程|重大科技基础设施)$/.test(head.word);
  if (owner !== undefined) return isOwned(reading, candidate, owner, stem);

  const { length, hasPlace, hasField, hasBrand } = stem;
  switch (head.type) {
    case "Company":
      if (head.strength === "strong") return length >= 2 || hasPlace;
      if (
        length >= 2 &&
        (head.word === "集团" || (head.word === "公司" && words[last]!.begin - words[first]!.begin >= 4))
      ) {
        return !isCounted;
      }
      // 兴城市投资集团: a place and a general word make a group.
      if (/^(制药|药业|重工|油田|股份)$/.test(head.word) && hasPlace && !isCounted) return true;
      if (head.word === "集团" && hasPlace && last - first >= 2 && !isCounted) return true;
      return (hasBrand && length >= 2) || (hasPlace && (head.word === "银行" || length >= 2));
    case "University":
      return head.strength !== "weak" && (hasBrand || hasPlace) && (length >= 2 || head.word !== "大学") && !isCounted;
    case "Government":
      if (head.strength === "weak") return hasPlace && length >= 2 && head.word !== "办公室";
      return hasPlace || length >= 2;
    case "Organization":
      if (head.word.endsWith("基金")) {
        const kind = /^(私募|股权|天使|公益|风险|产业|投资|创业|引导|母|子|种子|科技|科创|创新|政府|社会|专项)*$/.test(
          reading.textOf(first, last - 1),
        );
        return (hasPlace && (length > 0 || head.word.length > 2)) || (length >= 2 && !isCounted && !kind);
      }
      if (head.strength === "weak") return (hasPlace && length > 0) || (hasBrand && length >= 2);
      if (hasPlace) return !(length === 0 && isKindAfterPlace(head.word));
      return length >= 2 && !isCounted && (hasBrand || hasField || (length >= 4 && stop?.text !== "的"));
    default:
  }
  // 国家 leads what there is one of: 国家绿色制造产业基地.
  if (words[first]!.text === "国家" && head.strength === "strong" && words[last]!.begin - words[first]!.end >= 3)
    return !isCounted;
  if (head.strength === "category") {
    const whole = words[last]!.begin - words[first]!.begin;
    return length >= 2 && (hasField || hasBrand || whole >= 4) && !isCounted;
  }
  if (hasPlace) {
    if (length > 0) return true;
    // 崂山实验室, 怀柔实验室: a short place names a laboratory as a brand does.
    if (head.word === "实验室") return !isCounted && reading.regionOfWord[first]?.name !== words[first]!.text;
    if (isLevelPrefix(words[first]!.text)) return isLocalBody(head.word) || hasLongStem(words, first, last);
    if (head.strength === "weak") return false;
    if (candidate.place !== undefined && reading.regionOfWord[candidate.place]!.level === "area") return true;
    return head.type === "HighTechZone" || !isKindAfterPlace(head.word) || hasGenericStem(reading, candidate);
  }
  if (/(示范基地|产业基地|实训基地|创新基地|产业化基地)$/.test(head.word) && !hasBrand) return false;
  // 润江慧谷、方亿科技工业园2家: the last of a list, whose members are counted.
  if (isCounted) return hasBrand && length >= 2 && (stop?.text === "等" || stop?.text === "、");
  // 下设|海水种业中心: a field and what qualifies it.
  if (head.word === "中心" && hasField && length >= 4 && last - first >= 2 && stop?.text !== "的") return true;
  if (head.strength === "weak") return brandLength(words, first, last) >= 2;
  if (length < 2) return false;
  if (hasBrand || hasField || length >= 3) return true;
  // Two everyday characters name a carrier that bears them alone (通航小镇), and a body of science with more beside them.
  if (head.type === "ResearchInstitute" || head.type === "Laboratory")
    return words[last]!.begin - words[first]!.begin >= 4;
  return /(园|区|城|港|谷|岛|小镇|走廊|带)$/.test(head.word);
}

/** What a place is to become, not a body: 打造全国先进制造研发基地, 建设成为…的高原自主创新示范区. */
const BECOMING =
  /(?:打造成?为?|建设成为?|建成|成为|作为|争当|定位[为是于]?|[创构]建)[^,。;“”]{0,28}?(?:全国|国家|世界|全球|国际|亚洲|中国|重要|一流|知名|领先|影响力|水平|特色|优势|活力|特征|示范意义)[^,。;“”]{0,4}的?$/;
const POSITIONED_AS = /^(?:的)?(?:战略|功能|发展)?定位/;

function isPositioning({ words, text }: Reading, { head, first, last, place, owner, quoted }: Candidate): boolean {
  if (head.type !== "InnovationPlatform" && head.type !== "HighTechZone") return false;
  if (place !== undefined || owner !== undefined || quoted) return false;
  const { begin } = words[first]!;
  if (POSITIONED_AS.test(text.slice(words[last]!.end, words[last]!.end + 6))) return true;
  const isBranded = brandLength(words, first, last) > 0 && text[begin - 1] !== "的";
  return !isBranded && BECOMING.test(text.slice(Math.max(0, begin - 36), begin));
}

/** 天津市市级高新区 are all of them; 栾川县省级高新区 is one. */
function isOwnLevel({ words, regionOfWord }: Reading, { first, last }: Candidate): boolean {
  const region = regionOfWord[first];
  const level = words[last - 1]!.text;
  if (region === undefined || first + 1 !== last - 1) return false;
  return region.level === "province" ? /^(省级|市级)$/.test(level) : region.level === "city" && level === "市级";
}

function readStem(reading: Reading, { head, first, last, owner }: Candidate): Stem {
  const { words, regionOfWord } = reading;
  let length = 0;
  let hasPlace = false;
  let hasField = false;
  let hasBrand = false;
  for (let p = first; p < last; p++) {
    const { begin, text, kinds } = words[p]!;
    if (owner !== undefined && begin < owner.end) continue;
    if (
      regionOfWord[p] !== undefined ||
      (p === first && isLevelPrefix(text) && regionOfLevel(reading, text) !== undefined)
    ) {
      hasPlace = true;
      continue;
    }
    if (kinds & Kind.compoundRegion && length === 0) {
      hasPlace = true;
      continue;
    }
    const isBrandCharacter =
      kinds === Kind.unknown && (words[p - 1]?.kinds === Kind.unknown || words[p + 1]?.kinds === Kind.unknown);
    if (kinds & Kind.punctuation || (isGenericWord(text) && !isBrandCharacter) || isLevelWord(text)) continue;
    if (kinds & (Kind.level | Kind.quality) && (kinds & Kind.industry) === 0) continue;
    const isBodyOfScience = head.type === "ResearchInstitute" || head.type === "Laboratory";
    if (kinds & Kind.nominal && (kinds & Kind.industry) === 0 && !isBodyOfScience) continue;
    length += text.length;
    if (kinds & Kind.industry) hasField = true;
    if (kinds & (Kind.unknown | Kind.latin | Kind.body) || isCountryPair(text)) hasBrand = true;
    if (kinds & Kind.region && (!isCommonWord(text) || head.word === "实验室")) hasBrand = true;
  }
  return { length, hasPlace, hasField, hasBrand };
}

/** A body with an owner: its own stem, its place, or a function of more than one word tells it. */
function isOwned({ words }: Reading, { head, last, first }: Candidate, owner: Found, stem: Stem): boolean {
  let between = 0;
  for (let p = first; p < last; p++) {
    if (words[p]!.begin >= owner.end && !(words[p]!.kinds & Kind.punctuation)) between += words[p]!.text.length;
  }
  const { length, hasPlace } = stem;
  if (head.type === "Government") {
    return (
      /^(管委会|管理委员会|党工委|管理局)$/.test(head.word) && /^(HighTechZone|InnovationPlatform)$/.test(owner.type)
    );
  }
  if (head.type === "Company")
    return head.strength === "strong" && (length > 0 || hasPlace || owner.type !== "University");
  if (owner.type === "Government") return length >= 2;
  if (length > 0 || hasPlace) return true;
  if (/^(实验室|研究所|研究中心|学院|平台|中心|基地|园|分院|分所|所|院)$/.test(head.word)) return between >= 4;
  if (head.strength === "weak") return between >= 4;
  if (/^(众创空间|创新平台|公共服务平台|示范区|集聚区|合作基地)$/.test(head.word)) return between >= 2;
  return true;
}

/** 杭州科技创新中心 is a name, 杭州孵化器 is not: the place needs a general word beside the head. */
function hasGenericStem({ words, regionOfWord }: Reading, { first, last, head }: Candidate): boolean {
  if (/(平台|器|空间|基地)$/.test(head.word)) return false;
  let length = 0;
  for (let p = first; p < last; p++) {
    if (regionOfWord[p] === undefined && !(words[p]!.kinds & Kind.level)) length += words[p]!.text.length;
  }
  return length >= 2;
}

/** Length of the unknown characters that the words from `first` begin with. */
export function brandLength(words: readonly Word[], first: number, last: number): number {
  let length = 0;
  for (let p = first; p < last && words[p]!.kinds & (Kind.unknown | Kind.latin); p++) length += words[p]!.text.length;
  return length;
}
