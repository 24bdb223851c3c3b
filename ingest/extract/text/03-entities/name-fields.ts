/** The fields inside the names of bodies: 光波技术 in 清华大学光波技术研究院. */
import { findBody, findHead, findIndustry, readsAsThings } from "../../../lexicon/index.ts";
import { textOf } from "./fields.ts";
import { isGenericWord } from "./generic.ts";
import { addIndustry, MODIFIERS } from "./industry-forms.ts";
import { isCountryPair, isLevelWord } from "./name-walk.ts";
import type { Found, Reading } from "./reading.ts";
import type { EntityRule } from "./rule.ts";
import { Kind } from "./segment.ts";
import type { Word } from "./segment.ts";

/** Parts of a stem that are about how science is run, not what it is about. */
const NOT_SUBJECT =
  /^(科技|创新|产业|技术创新|科技创新|协同创新|联合创新|产业技术|工业技术|科技服务|创业|国际|联合|研发|服务|公共|成果转化|科技成果|科技成果转化|转化|孵化|中试|国家|地方|国家地方|火炬|高技术|省|市|高新技术|创新发展|工程|公共服务|合作|共享|开放|重大|重大科技|制造业|制造|应用|未来|前沿|交叉|研究|技术|标准|质量|人才|数据|管理|设计与|特色|国际创新|创新设计与|绿色|智慧|数字|智能|协同|关键|工业|现代|新|综合|示范|集聚|先进|高端|设备|创业孵化|科技创业|发展|规划|战略|政策|情报|信息|知识产权|检测|检验检测|测试|产品|装备|系统|材料|科学|学|化|产业链|产业集群|产业创新|特种|联合体|海外|美国|欧洲|总部|专业|综合性|院士|博士后|自主|自主创新|离岸|产学研|校企|校地|留学人员|大学生|青年|农业科学|工业设计|社会科学|改革|科创金融|金融|科技金融|路演|飞地|科创|科技企业|生产|运营|云|平台|概念|概念验证|物理|高能物理|化学|数学|计算|计量|与|和|及|工艺|产教|第一|第二|第三|特色产业|科技服务|创新创业|教育|培训|专业|人才培养|教育培训|数据中心)+$/;

/** Fields in the names of institutes, laboratories, platforms, zones and companies. */
function addNameFields(reading: Reading): void {
  for (const found of Array.from(reading.found)) {
    if (found.rule !== "headed-name" && found.rule !== "shared-head" && found.rule !== "company-list") continue;
    if (!/^(ResearchInstitute|Laboratory|InnovationPlatform|HighTechZone|Company|Organization)$/.test(found.type))
      continue;
    const span = nameField(reading, found);
    if (span !== undefined) addNameField(reading, span);
  }
}

interface WordSpan {
  readonly first: number;
  readonly last: number;
}

function nameField(reading: Reading, found: Found): WordSpan | undefined {
  const { words, regionOfWord } = reading;
  const span = wordsOfName(words, found);
  if (span === undefined) return undefined;
  const { first: start, last } = span;
  const head = words[last]!.kinds & Kind.head ? findHead(words[last]!.text) : undefined;
  const isClassLab = head?.type === "Laboratory" && head.strength === "category";
  let first = afterAnchors(reading, start, last, isClassLab);
  const end = stemEnd(words, first, last, isClassLab);
  if (end < first) return undefined;
  // What an unknown brand leads is the brand's, not the field's.
  while (
    first < end &&
    (/^(国际|国家|全国|中国|联合|协同)$/.test(words[first]!.text) || isCountryPair(words[first]!.text))
  )
    first++;
  // 涝渍灾害与湿地农业教育部重点实验室: the names of such laboratories are fields as a whole.
  if (isClassLab) {
    const whole = wholeStem(reading, first, end);
    if (whole !== undefined) return whole;
  }
  const thing = afterPlaces(words, first, end);
  if (endOfThings(words, thing, end) !== undefined && isThingField(words, head, thing, end))
    return { first: thing, last: end };
  const brandless = first;
  if (/^(中科|国科|中电|中航|华大|中建|中铁)$/.test(words[first]!.text) && first < end) first++;
  while (
    first < end &&
    (words[first]!.kinds & (Kind.unknown | Kind.number) ||
      (words[first]!.kinds & Kind.region &&
        regionOfWord[first] === undefined &&
        !(words[first]!.kinds & Kind.industry)) ||
      /^(国家|全国|中国|省|市|与|和)$/.test(words[first]!.text) ||
      words[first]!.kinds & Kind.punctuation)
  )
    first++;
  if (found.type === "Company" || found.rule === "company-list") return knownInside(words, first, end);
  const stem = textOf(words, first, end);
  if (stem.length < 2 || stem.length > 16 || /[“”,。]/.test(stem)) return undefined;
  if (findIndustry(stem) !== undefined) return { first, last: end };
  if (NOT_SUBJECT.test(stem)) return undefined;
  if (brandless === first && findBody(stem) === undefined && isPlainField(reading, head, first, end))
    return { first, last: end };
  const hasKnown = knownInside(words, first, end) !== undefined;
  const endsAsField =
    /(技术|材料|装备|设备|器件|医学|医药|农业|育种|制药|动物|植物|加工|制造|工程|化工|光学|安全|诊疗|健康|能源|动力|系统|工艺|茶|业)$/.test(
      stem,
    ) && stem.length >= 3;
  // An unknown character in the stem is a brand's or a place's: 天目湖先进储能技术.
  for (let p = brandless; p <= end; p++) {
    if (words[p]!.kinds === Kind.unknown && hasKnown) return widened(words, first, end);
    // 天目湖健康: a place and a general word make no field.
    if (WATER_OR_MOUNTAIN.test(words[p]!.text) && p > brandless && p <= brandless + 2) return undefined;
  }
  if (first - brandless === 1 && words[brandless]!.text.length === 1) return undefined;
  return hasKnown || endsAsField ? { first, last: end } : undefined;
}

/** 临湘|浮标: a place that the document does not tell to be one. */
function afterPlaces(words: readonly Word[], first: number, end: number): number {
  let p = first;
  while (p < end && words[p]!.kinds & Kind.region && !(words[p]!.kinds & Kind.industry)) p++;
  return p;
}

/** Last of the unknown characters at `first`, where they read as things: 岩|溶 in 岩溶生态研究所, not 天|目 in 天目湖. */
export function endOfThings(words: readonly Word[], first: number, end: number): number | undefined {
  let last = first - 1;
  while (
    last < end &&
    (words[last + 1]!.kinds === Kind.unknown || (last >= first && /^[系质基]$/.test(words[last + 1]!.text)))
  )
    last++;
  return last >= first && readsAsThings(textOf(words, first, last)) ? last : undefined;
}

const THING_HEADS =
  /研究院|研究所|研究中心|创新中心|工程中心|研发中心|实验室|中试基地|中试线|产业园|科技园|联合体|联盟|协会|种质资源库/;

/** Things, and what words for things and work follow them: 台球运动器材. */
function isThingField(words: readonly Word[], head: ReturnType<typeof findHead>, first: number, end: number): boolean {
  if (head === undefined || !THING_HEADS.test(head.word)) return false;
  const stem = textOf(words, first, end);
  if (stem.length < 2 || stem.length > 14 || NOT_SUBJECT.test(stem)) return false;
  for (let p = first; p <= end; p++) {
    const { kinds, text } = words[p]!;
    if (kinds === Kind.unknown) continue;
    if (kinds & NAMES || !(kinds & (THINGS | Kind.softVerb) || /^[与和及]$/.test(text))) return false;
  }
  return readsAsThings(stem.replace(/[与和及]/g, "")) || knownInside(words, first, end) !== undefined;
}

const WATER_OR_MOUNTAIN = /^[湖山江河岛溪湾岭峰泉]$/;

function wordsOfName(words: readonly Word[], { begin, end }: Found): WordSpan | undefined {
  const first = indexAt(words, begin);
  if (first === undefined) return undefined;
  let last = first;
  while (last + 1 < words.length && words[last + 1]!.end <= end) last++;
  return { first, last };
}

/** The word after the owner and the place; before a class of laboratories the place may come last (油气钻采工程湖北省重点实验室). */
function afterAnchors({ words, regionOfWord }: Reading, start: number, last: number, isClassLab: boolean): number {
  let first = start;
  for (let p = start; p <= last; p++) {
    // 化学与精细化工广东省实验室: a province's own.
    const isProvincial = words[last]!.text === "实验室" && regionOfWord[p]?.level === "province";
    const isLastPlace = (isClassLab || isProvincial) && p === last - 1 && p > start + 1;
    if (
      (regionOfWord[p] !== undefined && !isLastPlace) ||
      (words[p]!.kinds & (Kind.university | Kind.body) && !(isClassLab && p >= last - 1 && p > start)) ||
      /^[)〉]$/.test(words[p]!.text)
    )
      first = p + 1;
    else if (
      p < last - 1 &&
      words[p]!.kinds & Kind.head &&
      !(words[p]!.kinds & (Kind.industry | Kind.nominal)) &&
      words[p]!.text.length >= 2
    )
      first = p + 1;
  }
  return first;
}

/** Back from the head over what is about how science is run. */
function stemEnd(words: readonly Word[], first: number, last: number, isClassLab: boolean): number {
  const passed = Kind.head | Kind.punctuation | (isClassLab ? Kind.region | Kind.body : 0);
  let end = last;
  while (
    end >= first &&
    (words[end]!.kinds & passed || (NOT_SUBJECT.test(words[end]!.text) && !(words[end]!.kinds & Kind.industry)))
  ) {
    if (
      ENDS_FIELD.test(words[end]!.text) &&
      end > first &&
      words[end]!.kinds & (Kind.noun | Kind.nominal | Kind.industry) &&
      !NOT_SUBJECT.test(textOf(words, first, end))
    )
      break;
    end--;
  }
  while (end > first && words[end]!.kinds & Kind.latin) end--;
  return end;
}

/** General words that end a field with what stands before them: 海洋工程, 地球物理. */
const ENDS_FIELD =
  /^(技术|材料|装备|设备|器件|工程|科学|制造|设计|信息|检测|系统|零部件|部件|利用|资源|环境|物理|化学)$/;

/** The whole stem of a laboratory of a class, where it is no brand alone. */
function wholeStem({ words, regionOfWord }: Reading, begin: number, end: number): WordSpan | undefined {
  let first = begin;
  while (first < end && /^(省|市|县|区|自治区|自治区级|省级|国家)$/.test(words[first]!.text)) first++;
  // 长江中游|水产种质
  for (let p = first; p <= Math.min(end - 1, first + 2); p++) {
    if (/^(上游|中游|下游|中下游|流域|地区)$/.test(words[p]!.text)) first = p + 1;
  }
  if (words[first]!.kinds & Kind.region) return undefined;
  const stem = textOf(words, first, end);
  if (stem.length < 4 || stem.length > 18 || /[“”,。()]/.test(stem) || NOT_SUBJECT.test(stem)) return undefined;
  let told = 0;
  for (let p = first; p <= end; p++) {
    const { kinds, text } = words[p]!;
    if (
      regionOfWord[p] !== undefined ||
      isLevelWord(text) ||
      text === "自治区级" ||
      kinds & (Kind.university | Kind.measure)
    )
      return undefined;
    if (kinds & (Kind.noun | Kind.industry | Kind.nominal | Kind.softVerb)) told += text.length;
  }
  return told >= 2 ? { first, last: end } : undefined;
}

const NAMES = Kind.university | Kind.body | Kind.region | Kind.measure | Kind.number;
const THINGS = Kind.noun | Kind.industry | Kind.nominal;
const PLAIN_HEADS = /研究院|研究所|研究中心|技术创新中心|制造业创新中心|工程中心|研发中心|中试基地|产业园$/;
const PRODUCT_HEADS = /^产业(?:技术)?研究院$/;

/** A stem of everyday words, one of which tells (流域环境模拟研究所), or the product of an industry's institute (稻虾产业研究院). */
function isPlainField(
  { words, regionOfWord }: Reading,
  head: ReturnType<typeof findHead>,
  first: number,
  end: number,
): boolean {
  if (head === undefined || !PLAIN_HEADS.test(head.word)) return false;
  // 中关村 is a place.
  if (/[村镇乡城]$/.test(words[end]!.text)) return false;
  let telling = 0;
  let unknown = 0;
  for (let p = first; p <= end; p++) {
    const { kinds, text } = words[p]!;
    if (regionOfWord[p] !== undefined || kinds & NAMES || /^(高等|综合)$/.test(text)) return false;
    if (kinds & Kind.punctuation || WATER_OR_MOUNTAIN.test(text)) return false;
    if (kinds & Kind.function && !/^(与|和|及)$/.test(text)) return false;
    if (kinds === Kind.unknown || kinds & Kind.latin) unknown += text.length;
    else if (kinds & THINGS && !isGenericWord(text) && !isLevelWord(text) && !NOT_SUBJECT.test(text)) {
      telling += text.length;
    }
  }
  if (unknown === 0) return telling >= 2;
  const length = words[end]!.end - words[first]!.begin;
  return PRODUCT_HEADS.test(head.word) && unknown <= 3 && length <= 6 && first > 0;
}

/** The longest field of the dictionary in these words, with its modifiers; general ones count here. */
function knownInside(words: readonly Word[], first: number, last: number): WordSpan | undefined {
  for (let p = last; p >= first; p--) {
    if ((words[p]!.kinds & Kind.industry) === 0) continue;
    let start = p;
    while (start > first && (MODIFIERS.test(words[start - 1]!.text) || words[start - 1]!.kinds & Kind.industry))
      start--;
    return { first: start, last: p };
  }
  return undefined;
}

/** The known field with the things before and behind it: 医药|中间体 after a mountain, 钛|合金材料 after a brand. */
function widened(words: readonly Word[], first: number, end: number): WordSpan | undefined {
  const known = knownInside(words, first, end);
  if (known === undefined) return undefined;
  const isThing = (p: number) => {
    const { kinds, text } = words[p]!;
    if (kinds === Kind.unknown) return readsAsThings(text);
    return (kinds & THINGS) !== 0 && (kinds & NAMES) === 0 && !isGenericWord(text) && !NOT_SUBJECT.test(text);
  };
  let { first: from, last: to } = known;
  while (from > first && isThing(from - 1)) from--;
  while (to < end && isThing(to + 1)) to++;
  return { first: from, last: to };
}

function addNameField(reading: Reading, { first, last }: WordSpan): void {
  const { words } = reading;
  // 机器人与智能装备 is two fields where both are known.
  for (let p = first + 1; p < last; p++) {
    if (!/^(与|和|及)$/.test(words[p]!.text)) continue;
    if (
      findIndustry(textOf(words, first, p - 1)) === undefined ||
      findIndustry(textOf(words, p + 1, last)) === undefined
    )
      break;
    addIndustry(reading, words[first]!.begin, words[p - 1]!.end, "industry-in-name", true);
    addIndustry(reading, words[p + 1]!.begin, words[last]!.end, "industry-in-name", true);
    return;
  }
  addIndustry(reading, words[first]!.begin, words[last]!.end, "industry-in-name", true);
}

function indexAt(words: readonly Word[], begin: number): number | undefined {
  let low = 0;
  let high = words.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.begin < begin) low = middle + 1;
    else high = middle - 1;
  }
  return low < words.length ? low : undefined;
}

export const industryInName: EntityRule = {
  id: "industry-in-name",
  finds: "The field inside the name of a body: 光波技术 in 清华大学光波技术研究院.",
  examples: [
    {
      text: "清华大学光波技术研究院与鹿城先进硬质材料研究院落户。",
      finds: ["Industry 光波技术", "Industry 先进硬质材料"],
    },
    {
      text: "建设临湘浮标设计创新中心、岩溶生态研究所和天目湖先进储能研究院。",
      finds: ["Industry 浮标", "Industry 岩溶生态", "Industry 先进储能"],
      not: ["Industry 天目湖先进储能"],
    },
    { text: "襄阳科技创新中心、天启研究院挂牌。", not: ["Industry 科技创新", "Industry 天启"] },
  ],
  run: addNameFields,
};
