/** Prizes with their place or 国家: 省科技进步奖, 中国专利优秀奖. */
import { regionOfLevel } from "./departments.ts";
import { addProgramme, CARRIES_OUT } from "./programmes.ts";
import type { Reading } from "./reading.ts";
import type { EntityRule } from "./rule.ts";
import { Kind } from "./segment.ts";

function addPrizes(reading: Reading): void {
  const { text, words } = reading;
  for (const { first, last, sentence } of reading.stretches) {
    if (sentence.block === "boilerplate" || sentence.block === "meta") continue;
    for (let i = first; i <= last; i++) {
      if (!text.slice(words[i]!.begin, words[i]!.end).endsWith("奖") || reading.isClosed(words[i]!.begin)) continue;
      if (isGradeAlone(text, words[i]!.end)) continue;
      addPrize(reading, i, first);
    }
  }
}

/** 二等奖6项 after another prize; 国家技术发明二等奖 is a prize by itself. */
function isGradeAlone(text: string, end: number): boolean {
  const grade = /([\p{Script=Han}、,。;:!?(]?)[一二三特]等奖$/u.exec(text.slice(Math.max(0, end - 4), end));
  return grade !== null && (grade[1] === "" || /[奖、,。;:!?(和及与获得]/.test(grade[1]!));
}

function addPrize(reading: Reading, i: number, first: number): void {
  const { words, text, regionOfWord } = reading;
  let start = i;
  for (let p = i - 1; p >= first; p--) {
    const { text: word, kinds, end, begin } = words[p]!;
    if (end < words[p + 1]!.begin || words[i]!.end - begin > 24) break;
    if (kinds & (Kind.punctuation | Kind.number) || CARRIES_OUT.test(word)) break;
    if (
      kinds & (Kind.verb | Kind.function | Kind.measure) &&
      (kinds & (Kind.nominal | Kind.noun)) === 0 &&
      !/^(发明|发现)$/.test(word)
    )
      break;
    start = p;
    if (regionOfWord[p] !== undefined || /^(国家|中国|全国)$/.test(word)) break;
  }
  const begin = words[start]!.begin;
  const surface = text.slice(begin, words[i]!.end);
  const stem = surface.replace(/(金奖|银奖|铜奖|优秀奖|特等奖|[一二三]等奖|奖)$/, "");
  if (
    /(获得者|颁)$/.test(stem) ||
    stem.length < 3 ||
    !/(科技|科学|技术|发明|专利|创新|教学|质量|设计|产业|工程|人才|青年|进步|成果|贡献|科普|创业)/.test(stem)
  )
    return;
  if (
    /^(科技|科学技术|创新|技术|专利|省级以上|国家级|各类|一项|多项)+$/.test(stem) &&
    regionOfWord[start] === undefined
  )
    return;
  // 其中技术发明奖一等奖2项: the place of the prize named before.
  const isElliptic = /^(技术发明|科学技术进步|科技进步|自然科学|科技成果转化)$/.test(stem);
  const inherited = isElliptic ? prizePlaceBefore(reading, begin, words[first]!.begin) : undefined;
  if (isElliptic && inherited === undefined) return;
  if (inherited !== undefined) {
    const prize = inherited + stem.replace(/^科技进步$/, "科学技术进步") + "奖";
    addProgramme(
      reading,
      begin,
      words[i]!.end,
      prize,
      [surface.replace(/[一二三特]等奖$/, "奖"), inherited + stem + "奖"],
      "programme-prize",
    );
    return;
  }
  const level = /^(省|市|省级|市级|国家级)/.exec(surface)?.[1];
  if (surface.length > 24) return;
  const own = level === undefined ? undefined : regionOfLevel(reading, level.charAt(0));
  const body = surface.replace(/^(省级|市级|省|市|国家级)/, "").replace(/[一二三特]等奖$/, "奖");
  const whole =
    own !== undefined ? own.name + body : level === "国家级" ? `国家${body}` : surface.replace(/[一二三特]等奖$/, "奖");
  const full = whole.replace(/科技进步奖$/, "科学技术进步奖").replace(/^(.*)科技奖$/, "$1科学技术奖");
  addProgramme(
    reading,
    begin,
    words[i]!.end,
    full,
    [surface, whole, ...(own === undefined ? [] : [`省${body}`])],
    "programme-prize",
  );
}

function prizePlaceBefore(reading: Reading, begin: number, sentenceBegin: number): string | undefined {
  for (let at = begin - 1; at > Math.max(sentenceBegin, begin - 60); at--) {
    if (reading.text.charAt(at - 1) !== "奖") continue;
    const before = reading.overlapping(at - 1, at, ({ type }) => type === "Programme");
    const place =
      before === undefined
        ? undefined
        : /^([\p{Script=Han}]{2,6}省|国家|[\p{Script=Han}]{2,6}市|[\p{Script=Han}]{2,8}自治区)/u.exec(before.name)?.[1];
    if (place !== undefined) return place;
  }
  return undefined;
}

export const programmePrize: EntityRule = {
  id: "programme-prize",
  finds: "A prize with its place or 国家: 省科技进步奖, 中国专利优秀奖.",
  examples: [
    {
      text: "省科技进步奖一等奖1项、二等奖6项。",
      region: "襄阳市",
      finds: ["Programme 湖北省科学技术进步奖"],
      not: ["Programme 二等奖"],
    },
    { text: "荣获贵州省科技成果转化奖二等奖。", finds: ["Programme 贵州省科技成果转化奖"] },
    { text: "为科技婺商获得者颁奖。", not: ["Programme 科技婺商获得者颁奖"] },
    { text: "21项成果获省级以上科技奖。", not: ["Programme 省级以上科技奖"] },
  ],
  run: addPrizes,
};
