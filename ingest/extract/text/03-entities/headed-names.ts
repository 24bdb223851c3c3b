/** Names by their last word: 襄阳研究院, 诸暨科技城, 英杰电气股份有限公司. */
import { findHead, isCommonWord, isWithin } from "../../../lexicon/index.ts";
import type { HeadWord, Region } from "../../../lexicon/index.ts";
import { regionOfLevel } from "./departments.ts";
import { bodyForms } from "./name-forms.ts";
import { brandLength, whyNoName } from "./name-judge.ts";
import { isLevelPrefix, walkLeft } from "./name-walk.ts";
import type { Candidate } from "./name-walk.ts";
import type { Reading } from "./reading.ts";
import type { EntityRule } from "./rule.ts";
import { Kind } from "./segment.ts";
import { reject } from "../trace.ts";

function addHeaded(reading: Reading): void {
  const { words } = reading;
  for (const { first, last, sentence } of reading.stretches) {
    if (sentence.block === "boilerplate" || sentence.block === "meta") continue;
    for (let i = first; i <= last; i++) {
      const { kinds, text, begin } = words[i]!;
      if ((kinds & Kind.head) === 0 || kinds & (Kind.university | Kind.body) || reading.isClosed(begin)) continue;
      const head = findHead(text)!;
      // 据某市人民政府: the department's rule knows where it begins.
      if (kinds & Kind.department && reading.endingAt(words[i]!.end)?.rule.startsWith("department")) continue;
      if (!endsName(reading, i, last, head)) continue;
      const candidate = walkLeft(reading, i, head, first);
      const why = leadsOn(reading, candidate, last) ? "part of a longer name" : whyNoName(reading, candidate);
      if (why === undefined) addCandidate(reading, candidate);
      else {
        const { begin: from } = words[candidate.first]!;
        reject(() => ({ kind: "entity", rule: "headed-name", why, begin: from, end: words[i]!.end }));
      }
    }
  }
}

/** Whether the head is the end of the name and no part of a longer word: 平台经济, 中心组, 松山湖大学路. */
function endsName({ words }: Reading, i: number, last: number, head: HeadWord): boolean {
  const next = i < last ? words[i + 1]! : undefined;
  if (next === undefined || next.begin > words[i]!.end) return true;
  if (/^(生|化|型|性|式|类|级|们|界|员|工|组|法|制|路|街|道|号)$/.test(next.text)) return false;
  if (/^(领域|行业|产业化|用地|方面)$/.test(next.text) && head.strength === "weak") return false;
  if (head.strength === "weak" && head.type !== "Company" && next.kinds & (Kind.head | Kind.industry)) return false;
  if (head.word.length === 1 && next.kinds & (Kind.noun | Kind.nominal | Kind.unknown)) return false;
  return !(head.type === "Government" && head.strength === "weak" && /^(面|部|势|限)$/.test(next.text));
}

/** Part of a longer name and none by itself: 鄂尔多斯(上海)飞地 in …飞地孵化器, 北大工学院 in 北大工学院绍兴技术研究院. */
function leadsOn({ words, regionOfWord }: Reading, { head, last: end, owner }: Candidate, last: number): boolean {
  const next = end < last ? words[end + 1]! : undefined;
  if (next === undefined || next.begin > words[end]!.end) return false;
  if (next.kinds & Kind.head) {
    const nextHead = findHead(next.text)!;
    if (nextHead.type === "Company" && nextHead.strength === "strong" && nextHead.word !== "分公司") return true;
    return head.type === nextHead.type && head.type === "InnovationPlatform" && !next.text.startsWith("分");
  }
  if (head.type !== "University" || owner === undefined) return false;
  for (let p = end + 1; p <= Math.min(last, end + 4); p++) {
    if (words[p]!.kinds & Kind.head) return true;
    if (regionOfWord[p] === undefined && words[p]!.kinds & (Kind.punctuation | Kind.verb | Kind.function)) return false;
  }
  return false;
}

function addCandidate(reading: Reading, candidate: Candidate): void {
  const { words, regionOfWord, text } = reading;
  const { head, owner, first, last } = candidate;
  const begin = words[first]!.begin;
  const end = rightEnd(reading, last);
  let lead = "";
  let rest = text.slice(begin, end);
  if (owner !== undefined && owner.begin >= begin) {
    lead = text.slice(begin, owner.begin) + owner.name;
    rest = text.slice(owner.end, end);
  } else if (isLevelPrefix(words[first]!.text)) {
    const own = regionOfLevel(reading, words[first]!.text);
    if (own === undefined) return;
    lead = own.name;
    rest = text.slice(words[first]!.end, end);
  }
  const place = owner === undefined ? regionOfWord[first] : undefined;
  const wider = place === undefined || first === 0 ? undefined : regionOfWord[first - 1];
  const { name, aliases } = bodyForms({
    chained:
      wider !== undefined && wider !== place && isWithin(place!, wider)
        ? words[first - 1]!.text + text.slice(begin, end)
        : undefined,
    surface: text.slice(begin, end),
    lead,
    rest,
    place,
    type: head.type,
    head: head.word,
    unplaced: place === undefined || head.type === "Company" ? undefined : unplacedName(reading, candidate),
  });
  // 中国纺织科学研究院海西分院 is an institute, as its owner is.
  const type = head.type === "University" && owner?.type === "ResearchInstitute" ? "ResearchInstitute" : head.type;
  reading.add({ begin, end, type, name, aliases, rule: "headed-name" });
  addPlacesInside(reading, candidate);
}

/** 国家第三代半导体技术创新中心(湖南): a place in brackets after the head belongs to the name. */
function rightEnd({ words, regionOfWord }: Reading, last: number): number {
  const isPlaced =
    words[last + 1]?.text === "(" && regionOfWord[last + 2] !== undefined && words[last + 3]?.text === ")";
  const next = words[last + 4];
  if (!isPlaced || (next !== undefined && next.kinds & Kind.head && next.begin === words[last + 3]!.end))
    return words[last]!.end;
  return words[last + 3]!.end;
}

/** 松山湖科学城 after 东莞: what follows the place begins with a brand, so it is a name by itself. */
function unplacedName({ words, regionOfWord, text }: Reading, { first, last }: Candidate): string | undefined {
  const after = words[first + 1]!;
  const isPlaceBrand = (after.kinds & Kind.region) !== 0 && regionOfWord[first + 1] === undefined;
  const isWaterOrMountain = (words[first + 2]?.kinds ?? 0) === Kind.unknown;
  const length =
    isPlaceBrand && (isWaterOrMountain || !isCommonWord(after.text))
      ? after.text.length
      : brandLength(words, first + 1, last);
  return first + 1 < last && length >= 2 ? text.slice(after.begin, words[last]!.end) : undefined;
}

function addPlacesInside(reading: Reading, { head, first, last, owner }: Candidate): void {
  // 流体机械江苏省重点实验室: whose class it is, of the document's own province.
  const isOwnClass = (region: Region | undefined) =>
    head.type === "Laboratory" && head.strength === "category" && region === reading.home.province;
  if (head.type === "University" || head.type === "Company") return;
  for (let p = first; p < last; p++) {
    const region = reading.regionOfWord[p];
    const { begin, end, text } = reading.words[p]!;
    if (
      region === undefined ||
      (head.type === "Laboratory" && !isOwnClass(region)) ||
      region.name === "中国" ||
      (region.level === "area" && region.name.endsWith("中")) ||
      (owner !== undefined && begin < owner.end)
    )
      continue;
    reading.add({
      begin,
      end,
      type: "Region",
      name: region.name,
      aliases: [text],
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
      finds: ["ResearchInstitute 武汉理工大学襄阳研究院", "ResearchInstitute 翠屏生物技术研究院", "Region 襄阳市"],
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
      text: "支持企业建设省级重点实验室、企业研究院和众创空间15家,母体研究院参与。",
      not: [
        "Laboratory 重点实验室",
        "InnovationPlatform 众创空间",
        "ResearchInstitute 企业研究院",
        "ResearchInstitute 母体研究院",
      ],
    },
    {
      text: "四川英杰电气股份有限公司与东风柳州汽车有限公司参加。",
      finds: ["Company 四川英杰电气股份有限公司", "Company 东风柳州汽车有限公司"],
      not: ["Company 东风汽车集团有限公司"],
    },
    {
      text: "联合上海空间推进研究所成立天启研究院,推进国家农机装备创新中心建设。",
      finds: [
        "ResearchInstitute 上海空间推进研究所",
        "ResearchInstitute 天启研究院",
        "InnovationPlatform 国家农机装备创新中心",
      ],
    },
    {
      text: "淮北师范大学濉溪高新区研究院揭牌,并高质量服务相山高教科创园。",
      finds: [
        "ResearchInstitute 淮北师范大学濉溪高新区研究院",
        "HighTechZone 濉溪高新区",
        "InnovationPlatform 相山高教科创园",
      ],
      not: ["HighTechZone 淮北师范大学濉溪高新区", "InnovationPlatform 服务相山高教科创园"],
    },
    {
      text: "油气钻采工程湖北省重点实验室、新型催化材料湖北省工程研究中心开放,17万平米实验室和科学城实验室封顶。",
      finds: ["Laboratory 油气钻采工程湖北省重点实验室", "ResearchInstitute 新型催化材料湖北省工程研究中心"],
      not: ["Laboratory 平米实验室", "Laboratory 科学城实验室"],
    },
    {
      text: "打造全国先进陶瓷研发基地,建设成为具有影响力的高原生态示范区,依托淮北师范大学各类科研平台。",
      not: [
        "InnovationPlatform 先进陶瓷研发基地",
        "InnovationPlatform 高原生态示范区",
        "InnovationPlatform 淮北师范大学各类科研平台",
      ],
    },
    {
      text: "建起赣浙边际合作(衢饶)示范区,在深圳设立北海(深圳)反向创新中心,承建单位为江西和丰环保科技有限公司。",
      finds: [
        "InnovationPlatform 赣浙边际合作(衢饶)示范区",
        "InnovationPlatform 北海(深圳)反向创新中心",
        "Company 江西和丰环保科技有限公司",
      ],
      not: ["Company 丰环保科技有限公司"],
    },
    {
      text: "园区由原玉山工业园区更名而来,与广东光华科技股份有限公司、江北—慈湖协同创新园合作,润江慧谷、方亿科技工业园2家孵化器入选。",
      finds: [
        "InnovationPlatform 玉山工业园区",
        "Company 广东光华科技股份有限公司",
        "InnovationPlatform 江北—慈湖协同创新园",
        "InnovationPlatform 方亿科技工业园",
      ],
      not: ["InnovationPlatform 原玉山工业园区", "University 华中科技大学"],
    },
    {
      text: "研究院下设海水种业中心和深海装备研发中心,建成数据中心和新能源中心。",
      finds: ["InnovationPlatform 海水种业中心", "InnovationPlatform 深海装备研发中心"],
      not: ["InnovationPlatform 新能源中心", "InnovationPlatform 数据中心"],
    },
    {
      text: "实验室坐落于东莞松山湖科学城,地址是广东省东莞市松山湖大学路。",
      finds: ["InnovationPlatform 松山湖科学城"],
      not: ["University 松山湖大学"],
    },
  ],
  run: addHeaded,
};
