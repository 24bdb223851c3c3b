/**
 * Universities and colleges by any of their names: full, short (上海交大), former,
 * and a list of foreign ones. Short names come from a table and from rules that
 * count only where they lead to one university.
 */
import foreign from "./data/foreign-universities.json" with { type: "json" };
import aliasLines from "./data/university-aliases.json" with { type: "json" };
import byProvince from "./data/universities.json" with { type: "json" };

export interface University {
  readonly name: string;
  readonly aliases: readonly string[];
  /** 北京, 浙江 ...; null for foreign ones. */
  readonly province: string | null;
}

/** Kinds of universities with the words that short names use for them. */
const SHORT_KINDS: readonly (readonly [kind: string, ...short: string[]])[] = [
  ["交通大学", "交大"],
  ["理工大学", "理工", "理工大"],
  ["师范大学", "师大", "师范"],
  ["农业大学", "农大"],
  ["科技大学", "科大"],
  ["工业大学", "工大"],
  ["医科大学", "医大", "医科大"],
  ["财经大学", "财大"],
  ["林业大学", "林大"],
  ["海洋大学", "海大", "海洋大"],
  ["外国语大学", "外国语"],
  ["中医药大学", "中医大", "中医药大"],
  ["民族大学", "民大"],
  ["石油大学", "石大"],
  ["建筑大学", "建大"],
  ["工商大学", "工商"],
  ["邮电大学", "邮电"],
  ["师范学院", "师院"],
  ["文理学院", "文理"],
  ["理工学院", "理工"],
  ["工程大学", "工程大"],
  ["农林大学", "农林大", "农林"],
  ["电子科技大学", "电科大"],
];

function ruleShortNames(name: string): string[] {
  const short: string[] = [];
  for (const [kind, ...words] of SHORT_KINDS) {
    if (!name.endsWith(kind) || name.length <= kind.length) continue;
    const place = name.slice(0, -kind.length);
    for (const word of words) {
      if (place.length >= 2) short.push(place + word);
      if (place.length === 2 && word.length === 2 && kind.endsWith("大学")) short.push(place.charAt(0) + word);
    }
  }
  return short;
}

/** Too short or too common to mean a university by themselves. */
const NEEDS_EVIDENCE = new Set(
  (
    "人大 农大 民大 法大 海大 东大 华大 中大 中南 大工 湖大 河大 西大 宁大 新大 石大 长大 广大 重大 上大 上交 通大 江大 天大 " +
    "中北 城大 西财 上财 中传 国美 矿大 地大 药大 南林 南农 西农 华农 华理 华工 昆工 成理 长理 济大 福大 昌大 集大 安大 常大 " +
    "深大 嘉大 贵大 云大 青大 内大 藏大 湘大 暨大 汕大 侨大 燕大 烟大 郑大 沈农 北林 北化 首医 北外 莞工 广工 广医 广以 " +
    "昌航 沈航 西浦 昆杜 宁诺 温肯 东油 西油 西政 华政 重医 沈药 南开 北理"
  ).split(" "),
);

const listed = new Map<string, { aliases: Set<string>; province: string | null }>();
for (const [province, names] of Object.entries(byProvince)) {
  for (const name of names.split(" ")) if (!listed.has(name)) listed.set(name, { aliases: new Set(), province });
}
for (const line of foreign) {
  const [name = "", ...aliases] = line.split(" ");
  listed.set(name, { aliases: new Set(aliases), province: null });
}
const fromTable = new Map<string, string>();
for (const line of aliasLines) {
  const [name = "", ...aliases] = line.split(" ");
  const entry = listed.get(name) ?? { aliases: new Set<string>(), province: null };
  listed.set(name, entry);
  for (const alias of aliases) {
    // A former name that is still listed (浙江科技学院) leads to today's university.
    listed.delete(alias);
    entry.aliases.add(alias);
    fromTable.set(alias, fromTable.has(alias) ? "" : name);
  }
}
const fromRule = new Map<string, string | null>();
for (const name of listed.keys()) {
  for (const short of ruleShortNames(name)) fromRule.set(short, fromRule.has(short) ? null : name);
}
for (const [short, name] of fromRule) {
  if (name !== null && !fromTable.has(short) && !listed.has(short)) listed.get(name)!.aliases.add(short);
}

export const UNIVERSITIES: readonly University[] = [...listed].map(([name, { aliases, province }]) => ({
  name,
  province,
  aliases: [...aliases],
}));

const byAnyName = new Map<string, University[]>();
for (const university of UNIVERSITIES) {
  for (const name of [university.name, ...university.aliases]) {
    const list = byAnyName.get(name);
    if (list === undefined) byAnyName.set(name, [university]);
    else list.push(university);
  }
}

/**
 * The university of this full, short or former name. A short name that several
 * share (东大, 西大) leads to the one of `province`, else to none.
 */
export function findUniversity(name: string, province?: string): University | undefined {
  const found = byAnyName.get(name);
  if (found === undefined || found.length === 1) return found?.[0];
  return found.find((university) => university.name === name) ?? found.find((u) => u.province === province);
}

/** Whether the short name is an everyday word too (重大, 人大), so that it needs evidence beside it. */
export function isWeakUniversityName(name: string): boolean {
  return NEEDS_EVIDENCE.has(name);
}

/** Every name that leads to a university, for building tries. */
export function universityNames(): IterableIterator<string> {
  return byAnyName.keys();
}
