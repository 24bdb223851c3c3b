/**
 * Bodies that the text names by their kind alone, because its region has one:
 * 科技大市场, 经济技术开发区, 市级知识产权运营公共服务平台, 总规模50亿元的科创母基金.
 */
import type { EntityType } from "../../../../server/contract/index.ts";
import { findHead } from "../../../lexicon/index.ts";
import type { HeadWord } from "../../../lexicon/index.ts";
import { regionOfLevel } from "./departments.ts";
import { isLocalBody } from "./name-judge.ts";
import type { Reading } from "./reading.ts";
import type { EntityRule } from "./rule.ts";
import { Kind } from "./segment.ts";

/** Verbs whose object is one place: 落地高新区. */
const SETTLES = /^(落地|落户|入驻|位于|坐落于|坐落在|进驻|选址|落户于|落户在|在)$/;
const ZONE = /^(高新区|经开区|开发区|经济技术开发区|经济开发区|高新技术产业开发区)$/;

function addLocal(reading: Reading): void {
  const { words, home, text } = reading;
  if (home.region === undefined) return;
  for (const { first, last, sentence } of reading.stretches) {
    if (sentence.block === "boilerplate" || sentence.block === "meta") continue;
    for (let i = first; i <= last; i++) {
      const word = words[i]!;
      if ((word.kinds & Kind.head) === 0 || reading.isClosed(word.begin) || reading.endingAt(word.end) !== undefined)
        continue;
      const head = findHead(word.text)!;
      const before = i > first ? words[i - 1]! : undefined;
      if (isLocalBody(head.word) && isSingular(reading, i, first)) add(reading, head.type, i, i, head.word);
      else if (ZONE.test(word.text) && before !== undefined) {
        const isSubject =
          word.text.length > 3 && /[,。;]$/.test(before.text) && !/^(和|、|等|是|为)/.test(text.charAt(word.end));
        if (SETTLES.test(before.text) || isSubject) add(reading, "HighTechZone", i, i, word.text);
      } else if (word.text.endsWith("基金")) addFund(reading, i, first);
      else if (head.strength === "strong") addLevelled(reading, head, i, first);
    }
  }
}

/** Not one of many: no level, number or 各 before it, no number after it. */
function isSingular({ words, text }: Reading, i: number, first: number): boolean {
  const before = i > first ? words[i - 1]! : undefined;
  if (/^(\d|[一二三四五六七八九十]+[家个])/.test(text.slice(words[i]!.end, words[i]!.end + 3))) return false;
  if (before === undefined) return true;
  if (before.text === "的") return false;
  // 在两翼之间打造科创走廊: some corridor, not the region's.
  if (/之间[共同联合]*(打造|建设|形成)$/.test(text.slice(Math.max(0, words[i]!.begin - 8), words[i]!.begin)))
    return false;
  if (before.kinds & (Kind.number | Kind.measure) || /^(各|级|类|多|等|两级|三级)$/.test(before.text))
    return /^(市|县|区|级|市级|县级|两级)$/.test(before.text);
  return (
    (before.kinds & (Kind.punctuation | Kind.verb | Kind.function)) !== 0 ||
    /^(市|市级|县级|县|区级|区|全市|与|和|本地|两级|三级)$/.test(before.text) ||
    before.end < words[i]!.begin
  );
}

function add(reading: Reading, type: EntityType, first: number, last: number, name: string): void {
  const { words, home, text } = reading;
  const region = home.region!;
  const level = first > 0 && /^(市|县|区|市级|县级|区级)$/.test(words[first - 1]!.text) ? words[first - 1]! : undefined;
  const own = (level === undefined ? undefined : regionOfLevel(reading, level.text.charAt(0))) ?? region;
  const begin = level?.begin ?? words[first]!.begin;
  const end = words[last]!.end;
  const short = own.short[0];
  const canonical = type === "HighTechZone" && short !== undefined ? short + name : own.name + name;
  const aliases = new Set([
    name,
    text.slice(begin, end),
    own.name + name,
    ...(short === undefined ? [] : [short + name]),
  ]);
  reading.add({ begin, end, type, name: canonical, aliases: [...aliases], rule: "local-body" });
}

/** 建立市级知识产权运营公共服务平台, 成立全市研究院联盟: one body that the verb founds, of the region. */
function addLevelled(reading: Reading, head: HeadWord, i: number, first: number): void {
  const { words, text } = reading;
  for (let p = i - 1; p > first; p--) {
    const { kinds, text: word, end } = words[p]!;
    if (end < words[p + 1]!.begin || words[i]!.end - words[p]!.begin > 24) return;
    if (/^(市级|县级|区级|全市|全县|全区)$/.test(word)) {
      const isFounded = /^(成立|组建|建立|设立|加快建立|打造|搭建|组成)$/.test(words[p - 1]!.text);
      const isAlliance = head.type === "Organization" || words[i]!.begin - words[p]!.end >= 4;
      if (isFounded && isAlliance && isSingular(reading, p, first)) {
        const name = text.slice(words[p]!.end, words[i]!.end);
        const region = reading.home.region!;
        reading.add({
          begin: words[p]!.begin,
          end: words[i]!.end,
          type: head.type,
          name: region.name + name,
          aliases: [name, word + name],
          rule: "local-body",
        });
      }
      return;
    }
    if (kinds & (Kind.punctuation | Kind.function | Kind.number) || (kinds & Kind.verb && !(kinds & Kind.nominal)))
      return;
  }
}

/** 总规模50亿元的科创母基金, 组建10亿元的科技创新基金: a sum makes it one fund. */
function addFund(reading: Reading, i: number, first: number): void {
  const { words, text } = reading;
  let start = i;
  for (let p = i - 1; p >= first; p--) {
    const { kinds, text: word, end } = words[p]!;
    if (end < words[p + 1]!.begin || kinds & (Kind.punctuation | Kind.function | Kind.number | Kind.measure)) break;
    if ((kinds & Kind.verb && !(kinds & Kind.nominal)) || /^(总规模|规模|首期)$/.test(word)) break;
    start = p;
  }
  const name = text.slice(words[start]!.begin, words[i]!.end);
  const before = text.slice(Math.max(0, words[start]!.begin - 14), words[start]!.begin);
  const after = text.slice(words[i]!.end, words[i]!.end + 12);
  const hasSum = /(亿元|万元|亿)(的|规模的|,)?$/.test(before) || /^(总规模|首期规模|规模)[达到为]*\d/.test(after);
  if (!hasSum || name.length < 4 || name.length > 16) return;
  const leading = reading.regionOfWord[start];
  if (leading !== undefined) return;
  add(reading, "Organization", start, i, name);
}

export const localBody: EntityRule = {
  id: "local-body",
  finds: "A body named by its kind alone, of which the document's region has one.",
  examples: [
    {
      text: "加快科技大市场建设,完成市级科技大市场设计。",
      region: "襄阳市",
      finds: ["InnovationPlatform 襄阳市科技大市场"],
    },
    { text: "推动清华大学研究院落地高新区。", region: "合肥市", finds: ["HighTechZone 合肥高新区"] },
    {
      text: "组建总规模50亿元的科创母基金,探索建立天使基金、私募股权基金。",
      region: "嘉兴市",
      finds: ["Organization 嘉兴市科创母基金"],
      not: ["Organization 私募股权基金", "Organization 天使基金"],
    },
    { text: "在一核与两翼之间共同打造科创走廊。", region: "绍兴市", not: ["InnovationPlatform 绍兴市科创走廊"] },
    { text: "推动高新区提档升级,4个省级高新区进位。", region: "绍兴市", not: ["HighTechZone 绍兴高新区"] },
  ],
  run: addLocal,
};

/** 支持新昌创建国家高新区: the zone that is sought bears the region's name. */
const SOUGHT = /^(创建|争创|申报|创成|获批|升级为|升格为|升创|申建|建设)$/;
const SOUGHT_ZONE = /^(高新区|高新技术产业开发区|经济技术开发区|经开区)$/;

function addSought(reading: Reading): void {
  const { words, regionOfWord, text } = reading;
  for (const { first, last, sentence } of reading.stretches) {
    if (sentence.block === "boilerplate" || sentence.block === "meta") continue;
    for (let i = first + 3; i <= last; i++) {
      if (
        !SOUGHT_ZONE.test(words[i]!.text) ||
        !/^(国家|国家级|省级)$/.test(words[i - 1]!.text) ||
        !SOUGHT.test(words[i - 2]!.text)
      )
        continue;
      const region = regionOfWord[i - 3];
      if (
        region === undefined ||
        /^(\d|[一二三四五六七八九十]+[家个])/.test(text.slice(words[i]!.end, words[i]!.end + 2))
      )
        continue;
      const short = region.short[0] ?? region.name;
      const zone = words[i]!.text;
      const national = words[i - 1]!.text === "省级" ? "" : "国家";
      reading.add({
        begin: words[i - 1]!.begin,
        end: words[i]!.end,
        type: "HighTechZone",
        name: short + national + zone,
        aliases:
          zone === "高新区"
            ? [`${short}${national}高新技术产业开发区`, `${short}高新区`, `${short}高新技术产业开发区`]
            : [short + zone],
        rule: "zone-sought",
      });
    }
  }
}

export const zoneSought: EntityRule = {
  id: "zone-sought",
  finds: "A national zone that a region seeks to become: 新昌国家高新区.",
  examples: [
    { text: "支持新昌创建国家高新区。", region: "绍兴市", finds: ["HighTechZone 新昌国家高新区"] },
    { text: "全省创建国家高新区5家。", region: "绍兴市", not: ["HighTechZone 全省国家高新区"] },
  ],
  run: addSought,
};
