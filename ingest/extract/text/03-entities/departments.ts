/**
 * Party and government bodies of a place: 绍兴市科技局, 省科技厅, 市委, 高新区管委会.
 * A body without its place is the document's own.
 */
import { findBody, findDepartment } from "../../../lexicon/index.ts";
import type { Region } from "../../../lexicon/index.ts";
import type { Reading } from "./reading.ts";
import type { EntityRule } from "./rule.ts";
import { Kind } from "./segment.ts";
import type { Word } from "./segment.ts";
import { everyMatch } from "../matches.ts";

/** Committees of the party by what stands after the place. */
const PARTY_OFFICES =
  /^(外办|外事办|外事工作委员会办公室|社会工作部|办公室|办公厅|组织部|宣传部|统战部|政法委|网信办|编办|党校|人才办|人才工作领导小组|科技委|农办|军民融合办|改革办|金融办)/;

/** 市县两级科创委 is the city's first of all. */
const LEVELS_TOGETHER = /([省市县区])[市县区]{0,2}[两三]级$/;

const LEVEL_WORD = /^(省|市|县|区|自治区|州|盟|旗)$/;

/** The region that 省, 市 or 县 before a body means in this document. */
export function regionOfLevel({ home, sections }: Reading, level: string, paragraph = -1): Region | undefined {
  const { region, county, city, province } = home;
  const section = sections.get(paragraph);
  if (section?.name.endsWith(level)) return section;
  switch (level) {
    case "省":
    case "自治区":
      return province;
    case "市":
      return region?.level === "province"
        ? region
        : county?.name.endsWith("市")
          ? county
          : (city ?? (province?.name.endsWith("市") ? province : undefined));
    case "州":
    case "盟":
      return city;
    case "县":
    case "旗":
      return county !== undefined && /[县旗]$/.test(county.name) ? county : undefined;
    case "区":
      return county !== undefined && county.name.endsWith("区") ? county : undefined;
    default:
      return undefined;
  }
}

export function addBody(
  reading: Reading,
  region: Region,
  official: string,
  surface: string,
  begin: number,
  end: number,
  rule: string,
  more: readonly string[] = [],
): void {
  const department = findDepartment(official);
  const short = region.short[0];
  const aliases = new Set<string>([surface, ...more]);
  for (const form of department?.surfaces ?? []) {
    if (form === official) continue;
    aliases.add(region.name + form);
  }
  if (short !== undefined && region.level !== "province") aliases.add(`${short}${official}`);
  const name = official === "政治协商会议" ? `中国人民政治协商会议${region.name}委员会` : region.name + official;
  reading.add({ begin, end, type: department?.type ?? "Government", name, aliases: [...aliases], rule });
}

/** 省|科技厅: the province that the document nowhere names is named here. */
function addOwnPlace(reading: Reading, region: Region, { text, begin, end }: Word): void {
  const { name, level, code } = region;
  reading.add({
    begin,
    end,
    type: "Region",
    name,
    aliases: [text],
    level,
    code: code ?? undefined,
    rule: "region-in-name",
    inner: true,
  });
}

function addPartyCommittee(reading: Reading, region: Region, begin: number, end: number, surface: string): void {
  const office = PARTY_OFFICES.exec(reading.text.slice(end, end + 8))?.[0] ?? "";
  const short = region.short[0] ?? region.name;
  const stop = end + office.length;
  if (office === "") {
    reading.add({
      begin,
      end: stop,
      type: "Government",
      name: `中国共产党${region.name}委员会`,
      aliases: [surface, `${region.name}委`, `中共${region.name}委`, `${short}${region.name.slice(-1)}委`],
      rule: "party-committee",
    });
  } else {
    reading.add({
      begin,
      end: stop,
      type: "Government",
      name: `中共${region.name}委${office}`,
      aliases: [surface + office, `${region.name}委${office}`],
      rule: "party-committee",
    });
  }
}

function addDepartments(reading: Reading): void {
  const { words, text, regionOfWord } = reading;
  for (const { first, last, sentence } of reading.stretches) {
    if (sentence.block === "boilerplate") continue;
    for (let i = first; i <= last; i++) {
      const word = words[i]!;
      if ((word.kinds & Kind.department) === 0 || reading.isClosed(word.begin)) continue;
      // The longest department from here: 科技局 in 科技局机关, but 人大常委会 over 人大.
      const official = findDepartment(word.text)?.official;
      if (official === undefined) continue;
      if (
        /^(人大|法院|政府|政协|人民政府|人民代表大会)$/.test(word.text) &&
        /^(代表|校友|附属|引导|采购|投资|职能|补贴|网站|工作报告|端菜)/.test(text.slice(word.end, word.end + 4)) &&
        !LEVEL_WORD.test(words[i - 1]?.text ?? "") &&
        regionOfWord[i - 1] === undefined
      )
        continue;
      const lead = leadOf(reading, i, first);
      if (lead !== undefined) {
        const begin = words[lead]!.begin;
        const between = text.slice(words[lead]!.end, word.begin);
        const own = regionOfWord[lead] ?? regionOfLevel(reading, words[lead]!.text, sentence.paragraph);
        if (own !== undefined && own.level !== "country" && own.level !== "area") {
          addBody(reading, own, between + official, text.slice(begin, word.end), begin, word.end, "department", [
            own.name + between + word.text,
          ]);
        }
        continue;
      }
      const shared = LEVELS_TOGETHER.exec(text.slice(Math.max(0, word.begin - 6), word.begin));
      if (shared !== null) {
        const own = regionOfLevel(reading, shared[1]!) ?? reading.home.region;
        if (own !== undefined) addBody(reading, own, official, word.text, word.begin, word.end, "department-own");
        continue;
      }
      const before = words[i - 1];
      const region = i > first ? regionOfWord[i - 1] : undefined;
      if (region !== undefined && region.level !== "country" && region.level !== "area") {
        addBody(reading, region, official, before!.text + word.text, before!.begin, word.end, "department");
        continue;
      }
      if (before !== undefined && i > first && LEVEL_WORD.test(before.text)) {
        const own = regionInOffice(reading, i - 1, first) ?? regionOfLevel(reading, before.text, sentence.paragraph);
        if (own !== undefined) {
          addBody(reading, own, official, before.text + word.text, before.begin, word.end, "department-own");
          addOwnPlace(reading, own, before);
        }
        continue;
      }
      if (isBare(reading, i, first)) addBare(reading, i, official);
    }
  }
}

/** 潍坊市委书记、市人大常委会主任: the second office is of the place of the first. */
function regionInOffice({ words, regionOfWord }: Reading, level: number, first: number): Region | undefined {
  if (words[level - 1]?.text !== "、") return undefined;
  for (let p = level - 2; p >= Math.max(first, level - 6); p--) {
    if (words[p]!.kinds & Kind.punctuation) return undefined;
    const region = regionOfWord[p];
    if (region === undefined) continue;
    const isOffice = /^(?:书记|市委书记|县委书记|市长|县长|区长|省长|主任|主席|常委|副书记)$/.test(
      words[level - 2]!.text,
    );
    return isOffice && region.name.endsWith(words[level]!.text) ? region : undefined;
  }
  return undefined;
}

/** 县教育科技局: a place or level with one or two words between it and the department. */
function leadOf({ words, regionOfWord }: Reading, i: number, first: number): number | undefined {
  if (!words[i]!.text.endsWith("局") || regionOfWord[i - 1] !== undefined) return undefined;
  for (let p = i - 1; p >= Math.max(first, i - 4); p--) {
    const { kinds, text } = words[p]!;
    if (/^[和与]$/.test(text) && p < i - 1) continue;
    if (p < i - 1 && (regionOfWord[p] !== undefined || LEVEL_WORD.test(text))) return p;
    if ((kinds & (Kind.noun | Kind.nominal | Kind.industry)) === 0 || kinds & (Kind.verb | Kind.function))
      return undefined;
  }
  return undefined;
}

/** 科技局 alone, at the head of a clause or in a list of bodies. */
function isBare({ words, text }: Reading, i: number, first: number): boolean {
  const word = words[i]!;
  if (
    word.text.length < 3 ||
    /(下设|内设|设立|设有|组建)[^。;\n]{0,20}$/.test(text.slice(Math.max(0, word.begin - 24), word.begin))
  )
    return false;
  const before = i > first ? words[i - 1]! : undefined;
  return (
    (before === undefined ||
      /[、,。;:“(由经]$|^两级$/.test(before.text) ||
      (before.kinds & (Kind.verb | Kind.function)) !== 0) &&
    !/^(下属|局长)/.test(text.slice(word.end, word.end + 2))
  );
}

function addBare(reading: Reading, i: number, official: string): void {
  const { words, home, text } = reading;
  const word = words[i]!;
  const besides = text.slice(Math.max(0, word.begin - 12), word.begin) + text.slice(word.end, word.end + 12);
  const national = findBody(`国家${word.text}`) ?? findBody(`国家${official}`);
  if (national !== undefined && /(科技部|工信部|教育部|财政部|国务院|人社部)/.test(besides)) {
    reading.add({
      begin: word.begin,
      end: word.end,
      type: "Government",
      name: national.name,
      aliases: [word.text, `国家${official}`],
      rule: "department-own",
    });
    return;
  }
  const own = official.endsWith("厅") ? home.province : home.region;
  if (own !== undefined && /(局|厅|委|办公室|委员会)$/.test(official) && word.text.length <= 8) {
    addBody(reading, own, official, word.text, word.begin, word.end, "department-own");
  }
}

export const department: EntityRule = {
  id: "department",
  finds: "A department, government or congress by its place, or by 省, 市, 县 of the document's own region.",
  examples: [
    {
      text: "襄阳市科技局、市发改委会同省科技厅印发通知。",
      region: "襄阳市",
      finds: ["Government 襄阳市科学技术局", "Government 襄阳市发展和改革委员会", "Government 湖北省科学技术厅"],
    },
    {
      text: "县人民政府与县科协签约。",
      region: "湄潭县",
      finds: ["Government 湄潭县人民政府", "Organization 湄潭县科学技术协会"],
    },
    {
      text: "列入发改委、科技部任务清单。",
      region: "绍兴市",
      finds: ["Government 中华人民共和国国家发展和改革委员会"],
    },
    { text: "发挥市县两级科创委作用。", region: "绍兴市", finds: ["Government 绍兴市科技创新委员会"] },
    { text: "发挥政府引导作用,加强政府采购。", region: "绍兴市", not: ["Government 绍兴市人民政府"] },
    {
      text: "江淮客户端讯据滁州市人民政府发布。",
      finds: ["Government 滁州市人民政府"],
      not: ["Government 江淮客户端讯据滁州市人民政府"],
    },
  ],
  run: addDepartments,
};

const PARTY = /(省|市|县|区|自治区|州|盟|旗)委(?![员托派培会]|办(?!公))/g;

function addPartyCommittees(reading: Reading): void {
  const { text, words, regionOfWord } = reading;
  for (const match of everyMatch(text, PARTY)) {
    const level = match[1]!;
    const begin = match.index;
    const end = begin + match[0].length;
    if (reading.isClosed(begin) || /^(员|托)/.test(text.slice(end, end + 1))) continue;
    // 绍兴市委 is read 绍兴市|委, 省委 as one level.
    const named = regionOfWord[reading.wordEndingAt(end - 1) ?? -1];
    if (named !== undefined && named.name.endsWith(level)) {
      const word = words[reading.wordEndingAt(end - 1)!]!;
      const prefix = /(中共|中国共产党)$/.exec(text.slice(0, word.begin))?.[0] ?? "";
      addPartyCommittee(reading, named, word.begin - prefix.length, end, `${prefix}${word.text}委`);
      continue;
    }
    const shortIndex = reading.wordEndingAt(begin);
    const short = shortIndex === undefined ? undefined : regionOfWord[shortIndex];
    if (short !== undefined && short.name.endsWith(level)) {
      const word = words[shortIndex!]!;
      const prefix = /(中共|中国共产党)$/.exec(text.slice(0, word.begin))?.[0] ?? "";
      addPartyCommittee(reading, short, word.begin - prefix.length, end, `${prefix}${word.text}${level}委`);
      continue;
    }
    const own = regionOfLevel(reading, level);
    // A word must end before it: the 市 of 城市委 is none.
    if (own !== undefined && (begin === 0 || shortIndex !== undefined))
      addPartyCommittee(reading, own, begin, end, match[0]);
  }
}

export const partyCommittee: EntityRule = {
  id: "party-committee",
  finds: "A committee of the party: 省委, 市委, 绍兴市委, 县委组织部.",
  examples: [
    {
      text: "在市委、市政府的领导下,落实省委部署。",
      region: "德阳市",
      finds: ["Government 中国共产党德阳市委员会", "Government 德阳市人民政府", "Government 中国共产党四川省委员会"],
    },
    {
      text: "遵义市委主要领导调研,县委组织部陪同。",
      region: "湄潭县",
      finds: ["Government 中国共产党遵义市委员会", "Government 中共湄潭县委组织部"],
    },
    { text: "市委员会和区委托机构。", region: "德阳市", not: ["Government 中国共产党德阳市委员会"] },
  ],
  run: addPartyCommittees,
};
