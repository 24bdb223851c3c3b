/** Persons, who stand beside a title: 市委书记陈国栋, 卢山副省长, 对接高文、罗毅等院士团队. */
import { isDoubleSurname, mayBeginSurname } from "../../../lexicon/index.ts";
import { isPersonName } from "./person-name.ts";
import { listsOf } from "./lists.ts";
import { everyMatch } from "../matches.ts";
import type { Reading, Stretch } from "./reading.ts";
import type { EntityRule } from "./rule.ts";
import { Kind } from "./segment.ts";
import type { Word } from "./segment.ts";

/** Titles that stand before a name. */
const TITLE_BEFORE =
  /(书记|市长|县长|区长|省长|州长|盟长|旗长|镇长|乡长|局长|厅长|部长|司长|处长|科长|主任|院长|所长|校长|副校长|主席|总统|总理|总经理|经理|董事长|总裁|秘书长|会长|理事长|理事|教授|研究员|院士|博士|专家|首席科学家|科学家|负责人|带头人|总工程师|总师|创始人|首席执行官|CEO|巡视员|调研员|委员|代表|常委|参赞|大使|总监|站长|馆长|联合创始人|团队长|学者|工程师|讲师|医生|主任医师|班子成员|副职|组长|队长|特派员|秘书|园长|社长|行长|县委书记|党委书记|副书记|学术带头人|同志|先生|女士|记者团长)$/;
/** Titles that stand after a name. */
const TITLE_AFTER =
  /^(书记|市长|县长|区长|省长|副省长|副市长|副县长|副区长|局长|副局长|厅长|副厅长|部长|副部长|主任|副主任|院长|副院长|所长|副所长|校长|副校长|主席|副主席|总经理|董事长|总裁|秘书长|会长|副会长|理事长|教授|副教授|研究员|副研究员|院士|博士|专家|首席科学家|同志|先生|女士|总工程师|高级工程师|工程师|团队|一行|委员|常委)/;
/** What stands after a name where no title does. */
const AFTER_NAME =
  /^($|[、,。;:!?)(\s|“”《]|表示|指出|强调|说|介绍|主持|出席|参加|陪同|率|带领|带队|一行|等|为|任|担任|和|与|及|以及|代表|致辞|讲话|作|先后|分别|在|到|赴|来|会见|调研|考察|听取|宣布|宣读|主讲|牵头|领衔|负责|向|对|认为|透露|告诉|坦言|提出|要求|分享|发言|签署|签约|见证|参与|团队|当选|被|获|是|从|于|将|已|曾|介绍说|解读|领导|参会|参观|并|发表|兼|现|曾|又|还|也|以|创办|创立|所在|带来|共同|的)/;
/** A name that begins at word `p` and ends with a word; the longest that fits its surroundings. */
function nameFrom(reading: Reading, p: number, last: number, isTitled: boolean): number | undefined {
  const { words, text } = reading;
  const { begin } = words[p]!;
  // A word of the dictionary begins no name, but may follow the surname: 周|远航.
  if (words[p]!.text.length > 1 && !isDoubleSurname(words[p]!.text)) return undefined;
  let best: number | undefined;
  for (let q = p; q <= Math.min(last, p + 3); q++) {
    const { kinds, end } = words[q]!;
    if (kinds & Kind.punctuation || (q > p && words[q]!.begin > words[q - 1]!.end) || end - begin > 4) break;
    if (!isPersonName(text.slice(begin, end))) continue;
    const next = q < last ? words[q + 1]! : undefined;
    const after = text.slice(end, end + 6);
    if (isTitled) {
      const isVerb =
        next !== undefined && (next.kinds & Kind.verb) !== 0 && (end - begin === 3 || next.text.length > 1);
      const isEnded = next === undefined || isVerb || (end - begin === 3 && (next.kinds & Kind.punctuation) !== 0);
      if (isEnded || AFTER_NAME.test(after) || TITLE_AFTER.test(after)) best = end;
    } else if (TITLE_AFTER.test(after)) best = end;
  }
  return best;
}

function addTitled(reading: Reading): void {
  const { words, text } = reading;
  for (const { first, last, sentence } of reading.stretches) {
    if (sentence.block === "boilerplate" || sentence.block === "meta") continue;
    const line = text.slice(sentence.begin, sentence.end);
    if (
      /^[(\s]*(记者|通讯员|作者|编辑|责任编辑|撰稿|摄影|供稿|文\/|图\/|审核|校对|来源)/.test(line) &&
      line.length < 60
    )
      continue;
    addByLetters(reading, { first, last, sentence });
    for (let i = first; i <= last; i++) {
      const word = words[i]!;
      if (!mayBeginSurname(text, word.begin) || reading.isClosed(word.begin)) continue;
      if (i > first && isTitleBefore(reading, i, first)) {
        const end = nameFrom(reading, i, last, true);
        if (end !== undefined) {
          addPerson(reading, word.begin, end, "person-title");
          continue;
        }
      }
      if (mayBeginName(words, i, first)) {
        const end = nameFrom(reading, i, last, false);
        if (end !== undefined && !leadsBody(text, end)) addPerson(reading, word.begin, end, "person-title");
      }
    }
  }
}

/** The words before end in a title: 市委书记, 党组成员、副局长, 研究院院长; 为 or a colon may stand between. */
function isTitleBefore({ words, text }: Reading, i: number, first: number): boolean {
  const before = words[i - 1]!;
  if (/^(记者|通讯员|编辑|摄影|作者|供稿)$/.test(before.text)) return false;
  if (before.end === words[i]!.begin && TITLE_BEFORE.test(before.text)) return true;
  if (/^[:为是]$/.test(before.text) && i - 2 >= first && TITLE_BEFORE.test(words[i - 2]!.text)) return true;
  return (
    /^[为是由:]$/.test(before.text) &&
    /(主任|院长|所长|校长|书记|理事长|负责人|带头人)$/.test(text.slice(Math.max(0, before.begin - 4), before.begin))
  );
}

/** A name before its title begins after a mark, a verb or a particle. */
function mayBeginName(words: readonly Word[], i: number, first: number): boolean {
  if (i === first) return true;
  return (words[i - 1]!.kinds & (Kind.punctuation | Kind.verb | Kind.function | Kind.head | Kind.university)) !== 0;
}

/** 李宁|公司, 陈嘉庚|学院: a body that bears a person's name. */
function leadsBody(text: string, end: number): boolean {
  return /^(学院|研究院|实验室|公司|大学|基金)/.test(text.slice(end, end + 3));
}

function addPerson(reading: Reading, begin: number, end: number, rule: string): void {
  const name = reading.text.slice(begin, end);
  const title = TITLE_AFTER.exec(reading.text.slice(end, end + 5))?.[0];
  const aliases = title === undefined || /^(团队|一行|同志|先生|女士)$/.test(title) ? [] : [name + title];
  reading.add({ begin, end, type: "Person", name, aliases, rule });
  reading.close(begin, end);
}

/** 市|长石|建平: a name torn because its surname makes a word with the title's last character. */
const TORN_TITLE =
  /(?<=[市县区州省镇乡局厅院校所会部])长(\p{Script=Han}{2,3})(?=[,、。;:和与及]|出席|主持|表示|指出|介绍|率|致辞|讲话|带队|参加|$)/gu;
/** 阿依努尔·买买提, 约翰·霍普金斯: of two parts, beside a title. */
const TWO_PARTS = /(\p{Script=Han}{2,6}·\p{Script=Han}{2,6}(?:·\p{Script=Han}{1,6})?)/gu;

function addByLetters(reading: Reading, { first, last }: Stretch): void {
  const { words, text } = reading;
  const from = words[first]!.begin;
  const line = text.slice(from, words[last]!.end);
  for (const match of everyMatch(line, TORN_TITLE)) {
    const begin = from + match.index + 1;
    const isTorn = reading.wordStartingAt(begin) === undefined;
    if (isTorn && isPersonName(match[1]!) && !reading.isClosed(begin))
      addPerson(reading, begin, begin + match[1]!.length, "person-title");
  }
  if (!line.includes("·")) return;
  for (const match of everyMatch(line, TWO_PARTS)) {
    const dot = from + match.index + match[0].lastIndexOf("·");
    const end = endOfGivenName(reading, dot + 2, from + match.index + match[0].length);
    const begin = nameAfterTitle(words, from + match.index, end) ?? from + match.index;
    const isTitled = begin > from + match.index || TITLE_BEFORE.test(text.slice(Math.max(from, begin - 8), begin));
    if (!isTitled && !TITLE_AFTER.test(text.slice(end, end + 4))) continue;
    if (!reading.isClosed(begin) && text.slice(begin, end).indexOf("·") >= 2)
      addPerson(reading, begin, end, "person-title");
  }
}

/** Before what the person does or is: 买买提|介绍, 梅森|教授. */
function endOfGivenName({ words, text }: Reading, least: number, end: number): number {
  const next = words.find(
    ({ begin, kinds }) =>
      begin >= least &&
      begin < end &&
      (kinds & (Kind.verb | Kind.function) || TITLE_AFTER.test(text.slice(begin, begin + 6))),
  );
  return next?.begin ?? end;
}

/** Where the last title inside the run of characters ends: 带头人|阿依努尔·买买提. */
function nameAfterTitle(words: readonly Word[], begin: number, end: number): number | undefined {
  const titles = words.filter((word) => word.end > begin && word.end < end && TITLE_BEFORE.test(word.text));
  return titles.at(-1)?.end;
}

export const personTitle: EntityRule = {
  id: "person-title",
  finds: "A person right after or before a title; no bylines.",
  examples: [
    {
      text: "市委书记陈国栋,西南交通大学校长周远航出席,副市长罗敏代表市政府签约。",
      finds: ["Person 陈国栋", "Person 周远航", "Person 罗敏"],
    },
    { text: "获卢山副省长批示肯定,汪海涛院士担任主任。", finds: ["Person 卢山", "Person 汪海涛"] },
    {
      text: "市长石建平,团队带头人阿依努尔·买买提,约翰·梅森教授参加。",
      finds: ["Person 石建平", "Person 阿依努尔·买买提", "Person 约翰·梅森"],
    },
    {
      text: "由甲方区长徐海峰负责,加强中国·绍兴专家大会宣传。",
      finds: ["Person 徐海峰"],
      not: ["Person 由甲方", "Person 中国·绍兴"],
    },
    { text: "(记者 王雨桐 摄影 赵磊)", not: ["Person 王雨桐", "Person 赵磊"] },
    { text: "邀请相关专家、知名教授和有关负责人方面参加,成立专家委员会。", not: ["Person 相关", "Person 方面"] },
  ],
  run: addTitled,
};

const PERSON_NOUN = /(院士|专家|教授|学者|科学家|研究员|领导|同志|博士)/;

function addListedPersons(reading: Reading): void {
  for (const stretch of reading.stretches) {
    const { block } = stretch.sentence;
    if (block === "boilerplate" || block === "meta") continue;
    for (const { items, nounText, noun, closed, lead } of listsOf(reading, stretch)) {
      const isLed = lead !== undefined && /^(领导|市领导|省领导|县领导|区领导|院士|专家|教授|同志)$/.test(lead.text);
      const isPersons =
        (noun !== undefined && closed && PERSON_NOUN.test(nounText)) || isNamedList(reading, items) || isLed;
      if (!isPersons) continue;
      for (const { begin, end, text } of items) {
        if (isPersonName(text) && text.length <= 3 && !reading.isClosed(begin))
          addPerson(reading, begin, end, "person-list");
      }
    }
  }
}

/** Persons were found in the list already, and the others look like names. */
function isNamedList(reading: Reading, items: readonly { begin: number; end: number; text: string }[]): boolean {
  const isPerson = ({ end }: { end: number }) => reading.endingAt(end)?.type === "Person";
  return (
    items.some(isPerson) && items.every((item) => isPersonName(item.text) || isPerson(item) || item.text.length > 5)
  );
}

export const personList: EntityRule = {
  id: "person-list",
  finds: "Persons in a list of academicians, professors or experts.",
  examples: [
    {
      text: "积极对接高文、韩忠朝、罗毅、顾佩华等院士团队。",
      finds: ["Person 高文", "Person 韩忠朝", "Person 罗毅", "Person 顾佩华"],
    },
    { text: "引进安全、金融、方案等专家。", not: ["Person 安全", "Person 金融"] },
  ],
  run: addListedPersons,
};

/** A person named with a title is the same without it: 陈国栋说. */
function addRepeated(reading: Reading): void {
  const { text } = reading;
  const names = new Set([...reading.found].filter(({ type }) => type === "Person").map(({ name }) => name));
  for (const name of names) {
    if (name.length < 3) continue;
    for (let begin = text.indexOf(name); begin >= 0; begin = text.indexOf(name, begin + 1)) {
      if (reading.isClosed(begin)) continue;
      reading.add({ begin, end: begin + name.length, type: "Person", name, aliases: [], rule: "person-again" });
    }
  }
}

export const personAgain: EntityRule = {
  id: "person-again",
  finds: "A person again, without the title.",
  examples: [
    { text: "市长许志强主持。许志强说,要抓好落实。", finds: ["Person 许志强"] },
    { text: "高文化水平的人才集聚。", not: ["Person 高文"] },
  ],
  run: addRepeated,
};
