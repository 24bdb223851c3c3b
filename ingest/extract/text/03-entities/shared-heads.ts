/**
 * Lists that share a head: A、B、C等三大实验室 are A实验室, B实验室, C实验室; 设A、B2个研究中心
 * too. Items that have a head of their own, or are something else, keep what they are.
 */
import { findHead, findIndustry, headOf } from "../../../lexicon/index.ts";
import type { HeadWord } from "../../../lexicon/index.ts";
import { isGenericWord } from "./generic.ts";
import { listsOf } from "./lists.ts";
import type { ListItem, NameList } from "./lists.ts";
import { isLevelWord } from "./name-walk.ts";
import type { Reading, Stretch } from "./reading.ts";
import type { EntityRule } from "./rule.ts";
import { Kind } from "./segment.ts";
import type { Word } from "./segment.ts";

function addSharedHeads(reading: Reading): void {
  for (const stretch of reading.stretches) {
    const { block } = stretch.sentence;
    if (block === "boilerplate" || block === "meta") continue;
    for (const list of listsOf(reading, stretch)) {
      const shared = sharedHead(reading, list);
      if (shared === undefined) {
        addUniversities(reading, list);
        continue;
      }
      for (const item of list.items) addItem(reading, list, item, shared);
    }
    addFirstOfMany(reading, stretch);
    addSharedOwners(reading, stretch);
  }
}

const NUMBERED = /第[一二三四五六七八九十百零\d]+研究所$/;
const ACADEMY =
  /^(?:中国[\p{Script=Han}]{2,8}(?:科学院|研究院)|中科院|[\p{Script=Han}]{2,3}省[\p{Script=Han}]{0,4}科学院)/u;

/** 中国农业科学院甲研究所、乙研究所, 某集团第五十四研究所、第十三研究所: the owner leads both. */
function addSharedOwners(reading: Reading, { first, last }: Stretch): void {
  const { words, text } = reading;
  for (let i = first; i < last; i++) {
    if (!words[i]!.text.endsWith("研究所") || !/^[、和与]$/.test(words[i + 1]!.text)) continue;
    const owner = ownerOfInstitute(reading, i);
    if (owner === undefined) continue;
    for (let from = i + 2; ;) {
      const to = instituteEnd(reading, from, last);
      if (to === undefined) break;
      const begin = words[from]!.begin;
      const end = words[to]!.end;
      const surface = text.slice(begin, end);
      for (let inner = reading.endingAt(end); inner !== undefined; inner = reading.endingAt(end)) reading.drop(inner);
      const name = owner.name + surface;
      const aliases = [surface, owner.surface + surface];
      reading.add({ begin, end, type: "ResearchInstitute", name, aliases, rule: "shared-head" });
      if (to + 1 >= last || !/^[、和与]$/.test(words[to + 1]!.text)) break;
      from = to + 2;
    }
  }
}

/** The academy or company whose institute ends with word `i`, as it is named and as it stands there. */
function ownerOfInstitute(reading: Reading, i: number): { name: string; surface: string } | undefined {
  const { words, text } = reading;
  const found = reading.endingAt(words[i]!.end);
  if (found?.type !== "ResearchInstitute") return undefined;
  const surface = text.slice(found.begin, found.end);
  if (NUMBERED.test(surface) && !surface.startsWith("第"))
    return { name: found.name.replace(NUMBERED, ""), surface: surface.replace(NUMBERED, "") };
  const academy = ACADEMY.exec(surface)?.[0];
  return academy === undefined ? undefined : { name: academy === "中科院" ? "中国科学院" : academy, surface: academy };
}

/** Word of the next 研究所, where nothing before it has a place, an owner or an end of its own. */
function instituteEnd({ words, regionOfWord }: Reading, from: number, last: number): number | undefined {
  for (let p = from; p <= Math.min(last, from + 8); p++) {
    const { kinds, text, end } = words[p]!;
    if (end - words[from]!.begin > 16) return undefined;
    if (text.endsWith("研究所")) return p > from ? p : undefined;
    const isEnd =
      kinds & (Kind.punctuation | Kind.university | Kind.body | Kind.head | Kind.measure) ||
      (kinds & Kind.verb && !(kinds & (Kind.softVerb | Kind.nominal))) ||
      (kinds & Kind.function && !/^[与和及]$/.test(text));
    if (isEnd || (regionOfWord[p] !== undefined && kinds === Kind.region)) return undefined;
  }
  return undefined;
}

/** 杂交水稻等4家全国重点实验室: one of several is named, by its field alone. */
function addFirstOfMany(reading: Reading, { first, last }: Stretch): void {
  const { words, text } = reading;
  for (let i = first + 4; i <= last; i++) {
    if ((words[i]!.kinds & Kind.head) === 0) continue;
    const head = findHead(words[i]!.text)!;
    if (head.type !== "Laboratory" || head.strength !== "category" || !head.word.endsWith("重点实验室")) continue;
    if (!(words[i - 1]!.kinds & Kind.measure) || !(words[i - 2]!.kinds & Kind.number) || words[i - 3]!.text !== "等")
      continue;
    let start = i - 3;
    while (start > first && !isStop(words[start - 1]!) && words[i - 3]!.begin - words[start - 1]!.begin <= 14) start--;
    // A mark before it makes it a list, which is read as one.
    if (start === i - 3 || words[start - 1]?.text === "、") continue;
    const item = { first: start, last: i - 4, begin: words[start]!.begin, end: words[i - 4]!.end };
    const stem = text.slice(item.begin, item.end);
    if (!isStem(reading, { ...item, text: stem }) || reading.endingAt(item.end) !== undefined) continue;
    addNamed(reading, { ...item, text: stem }, stem + head.word, head, head.word);
  }
}

const isStop = ({ kinds, text }: Word): boolean =>
  (kinds & Kind.punctuation) !== 0 ||
  ((kinds & (Kind.verb | Kind.function | Kind.measure)) !== 0 && (kinds & (Kind.nominal | Kind.industry)) === 0) ||
  /^[,。;:“]$/.test(text);

/** 湖南大学、国防科技大学成果转化基地: universities, the last with a function that all of them get. */
function addUniversities(reading: Reading, { items, closed }: NameList): void {
  const last = items.at(-1);
  if (closed || last === undefined || items.length < 2) return;
  const whole = reading.endingAt(last.end);
  if (whole === undefined || !/^(InnovationPlatform|ResearchInstitute)$/.test(whole.type) || whole.begin !== last.begin)
    return;
  const { words } = reading;
  if (!(words[last.first]!.kinds & Kind.university)) return;
  const tail = reading.text.slice(words[last.first]!.end, last.end);
  if (!/^(成果转化|科技成果转化|技术转移|概念验证|产学研|中试)/.test(tail)) return;
  for (const { begin, end } of items.slice(0, -1)) {
    const owner = reading.endingAt(end);
    if (owner?.type !== "University" || owner.begin !== begin) continue;
    reading.add({
      begin,
      end,
      type: whole.type,
      name: owner.name + tail,
      aliases: [],
      rule: "shared-head",
      inner: true,
    });
  }
}

interface Shared {
  readonly head: HeadWord;
  /** What the items get: 实验室, “万亩千亿”新产业平台. */
  readonly tail: string;
}

function sharedHead({ words, text }: Reading, { items, closed, noun, nounText }: NameList): Shared | undefined {
  if (noun !== undefined && closed) {
    const head = headIn(words[noun]!.text) ?? headOf(nounText);
    if (head === undefined || !/^(Laboratory|ResearchInstitute|InnovationPlatform|HighTechZone)$/.test(head.type))
      return undefined;
    if (
      /^(平台|载体|园区|基地|中心|高能级)$/.test(nounText) ||
      /(科研|高校|创新载体|新型研发机构|企业研发|院所)/.test(nounText)
    )
      return undefined;
    const tail = stripped(nounText, head.word);
    return /^(平台|中心|基地|园|园区|载体)$/.test(tail) ? undefined : { head, tail };
  }
  // The last item holds the head: 集成电路、高端生物医药“万亩千亿”新产业平台.
  const last = items.at(-1);
  if (last === undefined || items.length < 2) return undefined;
  const quoted = /(“[^”]{2,8}”[\p{Script=Han}]{0,6})$/u.exec(last.text)?.[1];
  const head = quoted === undefined ? undefined : headOf(last.text);
  if (quoted === undefined || head === undefined || quoted.length >= last.text.length) return undefined;
  const tail = text.slice(last.end - quoted.length, last.end);
  return { head, tail };
}

function headIn(word: string): HeadWord | undefined {
  return findHead(word) ?? headOf(word);
}

/** How many, and of which kind. */
const KINDS =
  /(?:[两三四五六七八九十]大|(?:\d{1,9}|[一二两三四五六七八九十]{1,9})(?:个|家|座)|一批|高能级|高水平|省级|国家级|市级|重大|重点(?!实验室)|知名|各类|标志性|系列|多个|专业|特色|创新(?=平台|载体))+/u;

/** 三大实验室 gives 实验室, 省级公共服务平台 gives 公共服务平台. */
function stripped(nounText: string, head: string): string {
  const kinds = KINDS.exec(nounText);
  const tail = kinds === null ? nounText : nounText.slice(kinds.index + kinds[0].length);
  return tail.length >= head.length ? tail : head;
}

function addItem(reading: Reading, list: NameList, item: ListItem, { head, tail }: Shared): void {
  const { words } = reading;
  if (item.text.endsWith(tail)) {
    if (tail.startsWith("“")) addNamed(reading, item, item.text, head, tail);
    return;
  }
  const own = headOf(item.text);
  if (own !== undefined && own.strength !== "weak") return;
  if (!isStem(reading, item) || reading.endingAt(item.end) !== undefined) return;
  // A plain field says what the list is about, not a body, unless a brand or place leads it or the list is closed.
  const isField = findIndustry(item.text) !== undefined;
  const allFields = list.items.every(({ text }) => findIndustry(text) !== undefined);
  if (isField && allFields && list.lead !== undefined && /^(围绕|聚焦|发展|培育)$/.test(list.lead.text)) return;
  if (words[item.first]!.kinds & Kind.verb && item.first === item.last) return;
  if (head.type === "HighTechZone" && reading.regionOfWord[item.first] === undefined) return;
  addNamed(reading, item, item.text + tail, head, tail);
}

function isStem({ words, regionOfWord }: Reading, { first, last, text }: ListItem): boolean {
  if (text.length < 2 || text.length > 16 || /[《》<>]/.test(text)) return false;
  let tells = false;
  for (let p = first; p <= last; p++) {
    const { kinds, text: word } = words[p]!;
    if (kinds & (Kind.function | Kind.measure | Kind.number) && !(kinds & (Kind.industry | Kind.noun))) return false;
    if (kinds & (Kind.university | Kind.department)) return false;
    if (!isGenericWord(word) && !isLevelWord(word) && regionOfWord[p] === undefined) tells = true;
  }
  if (regionOfWord[first] !== undefined && first === last) return false;
  return tells && !/(企业|公司|高校|院校|人才|项目|大学|集团|股份|科技)$/.test(text);
}

function addNamed(
  reading: Reading,
  { begin, end, first, last }: ListItem,
  name: string,
  head: HeadWord,
  tail: string,
): void {
  const { words, text, regionOfWord } = reading;
  const surface = text.slice(begin, end);
  const aliases = new Set([surface, name.replace(/[“”]/g, "")]);
  // 鉴湖 in 鉴湖现代纺织: the brand and the head are a name too.
  let brand = first;
  while (brand < last && words[brand]!.kinds & (Kind.unknown | Kind.region) && regionOfWord[brand] === undefined)
    brand++;
  if (
    brand === first &&
    brand < last &&
    !(words[first]!.kinds & Kind.industry) &&
    findIndustry(text.slice(words[first + 1]!.begin, end)) !== undefined &&
    regionOfWord[first] === undefined
  )
    brand++;
  if (brand > first && words[brand]!.kinds & Kind.industry) aliases.add(text.slice(begin, words[brand]!.begin) + tail);
  reading.add({
    begin,
    end,
    type: head.type,
    name: name.replace(/^(等)/, ""),
    aliases: [...aliases],
    rule: "shared-head",
  });
}

export const sharedHeadRule: EntityRule = {
  id: "shared-head",
  finds: "Names in a list that share the head after it.",
  examples: [
    {
      text: "推进鉴湖现代纺织、绍芯集成电路、曹娥江新材料等三大实验室建设。",
      finds: [
        "Laboratory 鉴湖现代纺织实验室",
        "Laboratory 鉴湖实验室",
        "Laboratory 绍芯集成电路实验室",
        "Laboratory 曹娥江新材料实验室",
      ],
    },
    {
      text: "茶研院设茶树育种、茶叶深加工2个研究中心。",
      finds: ["ResearchInstitute 茶树育种研究中心", "ResearchInstitute 茶叶深加工研究中心"],
    },
    {
      text: "支持集成电路、智能视觉“万亩千亿”新产业平台建设。",
      finds: ["InnovationPlatform 集成电路“万亩千亿”新产业平台", "InnovationPlatform 智能视觉“万亩千亿”新产业平台"],
    },
    {
      text: "杂交水稻等4家全国重点实验室获批,省级等3家全国重点实验室。",
      finds: ["Laboratory 杂交水稻全国重点实验室"],
      not: ["Laboratory 省级全国重点实验室"],
    },
    {
      text: "推动中国农业科学院作物科学研究所、农业资源与农业区划研究所对接,发挥中国电子科技集团公司第五十四研究所、第十三研究所优势。",
      finds: [
        "ResearchInstitute 中国农业科学院农业资源与农业区划研究所",
        "ResearchInstitute 中国电子科技集团公司第十三研究所",
      ],
      not: ["ResearchInstitute 农业区划研究所"],
    },
    { text: "邀请浙江大学、西安交通大学等知名高校院所参加。", not: ["ResearchInstitute 浙江大学院所"] },
  ],
  run: addSharedHeads,
};
