/** Particles, verbs, measures and numbers that stand inside a name instead of ending what came before it. */
import { findHead } from "../../../lexicon/index.ts";
import type { HeadWord } from "../../../lexicon/index.ts";
import { isGenericWord } from "./generic.ts";
import type { Reading } from "./reading.ts";
import { Kind } from "./segment.ts";
import type { Word } from "./segment.ts";

const ANCHORING = Kind.university | Kind.body;

/** 创新设计与智造研究院: inside where an anchor leads what stands before it, and no name ends there. */
export function isInnerConjunction(reading: Reading, p: number, last: number, floor: number): boolean {
  const { words, regionOfWord } = reading;
  if (!/^(与|和|及)$/.test(words[p]!.text) || p === floor) return false;
  const head = findHead(words[last]!.text);
  if (head === undefined || !/^(ResearchInstitute|Laboratory|University|InnovationPlatform)$/.test(head.type))
    return false;
  // 资源发掘与利用国家重点实验室: the names of a class hold any work of their science.
  const ends = ({ kinds }: Word) =>
    (kinds & (Kind.punctuation | Kind.function)) !== 0 ||
    ((kinds & Kind.verb) !== 0 && !(head.strength === "category" && kinds & Kind.softVerb));
  const left = words[p - 1]!;
  if (left.kinds & (Kind.head | ANCHORING) || ends(left)) return false;
  if (regionOfWord[p - 1] !== undefined) return false;
  for (let q = p + 1; q < last; q++) if (regionOfWord[q] !== undefined || words[q]!.kinds & ANCHORING) return false;
  for (let q = p - 1; q >= floor && words[p]!.begin - words[q]!.begin <= 16; q--) {
    const word = words[q]!;
    if (regionOfWord[q] !== undefined || reading.endingAt(word.end) !== undefined) return q < p - 1;
    if (ends(word)) return isFieldPair(reading, q + 1, p, last);
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
export function isOrdinalOrBrand(words: readonly Word[], p: number): boolean {
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
export function isInsideName(reading: Reading, p: number, last: number, floor: number, head: HeadWord): boolean {
  const { words, regionOfWord } = reading;
  const word = words[p]!;
  const left = p > floor ? words[p - 1]! : undefined;
  if (word.kinds & Kind.nominal || isInTerm(words, p, floor)) return true;
  const next = words[p + 1]!;
  // 桐城|包装|印刷中试基地: a trade that is a verb elsewhere.
  if (
    word.kinds & Kind.industry &&
    word.kinds & Kind.softVerb &&
    next.kinds & (Kind.industry | Kind.nominal | Kind.noun)
  )
    return true;
  // 智能|输送|装备研究所
  if (HOW_IT_WORKS.test(left?.text ?? "") && next.kinds & (Kind.industry | Kind.noun)) return true;
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
  // 国泰|之|光新材料研究院
  if (word.text === "之" && /^[光星芯源]/.test(words[p + 1]!.text) && left !== undefined)
    return (left.kinds & (Kind.unknown | Kind.noun | Kind.region)) !== 0;
  if (word.text === "之" && words[p + 1]!.kinds & Kind.unknown) {
    return left === undefined || (left.kinds & (Kind.punctuation | Kind.verb)) !== 0;
  }
  if (head.type !== "Company") return false;
  // 、和远气体有限公司, 江西和丰环保科技有限公司: 和 right after the mark or the place begins a brand.
  const opensBrand = word.text === "和" && words[p + 1]!.kinds === Kind.unknown && head.strength === "strong";
  if (
    opensBrand &&
    (left?.text === "、" ||
      (regionOfWord[p - 1] !== undefined &&
        regionOfWord[p - 1]!.name !== left?.text &&
        !isAfterList(words, p - 1, floor)))
  )
    return true;
  // 天|能控股集团, 江苏悦|达集团: a brand that happens to be a particle or a verb.
  const isBesideUnknown = words[p + 1]!.kinds === Kind.unknown || left?.kinds === Kind.unknown;
  if (isSingle && isBesideUnknown && !NEVER_INSIDE.test(word.text)) return true;
  if (left === undefined) return false;
  if (regionOfWord[p - 1] !== undefined) return !NEVER_INSIDE.test(word.text);
  return (word.kinds & Kind.softVerb) !== 0 && (left.kinds & (Kind.unknown | Kind.body | Kind.latin)) !== 0;
}

/** 上海、江西和…: the place is itself the last of a list. */
function isAfterList(words: readonly Word[], place: number, floor: number): boolean {
  return place > floor && /^[、和与及]$/.test(words[place - 1]!.text);
}

const HOW_IT_WORKS = /^(智能|自动|自动化|精密|柔性|低温|高温|高压|高速|无线|远程|激光|超声|真空)$/;
const IN_SCIENCE = /^(高效|综合|清洁|绿色|高值|精准|智能|快速|可持续)$/;
const WATER_OR_MOUNTAIN = /^[湖山江河岛溪湾岭峰泉]$/;
