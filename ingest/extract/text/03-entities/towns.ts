/** Towns and subdistricts, which no dictionary lists: 永兴镇、洗马镇分别建成. */
import type { Reading } from "./reading.ts";
import type { EntityRule } from "./rule.ts";
import { Kind } from "./segment.ts";
import { everyMatch } from "../matches.ts";

const TOWN = /([\p{Script=Han}]{2,3}?)(镇|街道|乡)(?![区域级长企村办里上静定压流亭贤试愁情土下])/gu;
const NOT_A_TOWN = /^(我|各|该|本|全|两|几|个|小|特|建|名|强)|(特色|强|名|古|重|乡|中心|示范|美丽|农业|工业)$/;
const ENDS_BEFORE = Kind.verb | Kind.function | Kind.punctuation | Kind.level | Kind.measure;

function addTowns(reading: Reading): void {
  const { text, words } = reading;
  for (const { first, last, sentence } of reading.stretches) {
    if (sentence.block === "boilerplate" || sentence.block === "meta") continue;
    const line = text.slice(sentence.begin, sentence.end);
    if (!/[镇乡]|街道/.test(line)) continue;
    for (const match of everyMatch(line, TOWN)) {
      const begin = sentence.begin + match.index;
      const end = begin + match[0].length;
      const start = townStart(reading, begin + match[1]!.length, first, last);
      if (start === undefined) continue;
      const name = text.slice(words[start]!.begin, end - (match[0].length - match[1]!.length - match[2]!.length));
      if (!NOT_A_TOWN.test(name.slice(0, -match[2]!.length))) add(reading, words[start]!.begin, name);
    }
  }
}

/** First word of the stem of two or three characters before `end`, where a boundary or a region stands before it. */
function townStart({ words, regionOfWord }: Reading, end: number, first: number, last: number): number | undefined {
  for (let p = last; p >= first; p--) {
    const length = end - words[p]!.begin;
    if (length < 2 || words[p]!.begin >= end) continue;
    if (length > 3) return undefined;
    const { kinds, text } = words[p]!;
    if (kinds & (Kind.punctuation | Kind.number)) return undefined;
    if (text.length > 1 && (kinds & Kind.region) === 0 && kinds !== Kind.unknown && words[p]!.end <= end)
      return undefined;
    const before = p > first ? words[p - 1]! : undefined;
    const isBoundary = before === undefined || (before.kinds & ENDS_BEFORE) !== 0 || regionOfWord[p - 1] !== undefined;
    if (isBoundary) return p;
  }
  return undefined;
}

function add(reading: Reading, begin: number, name: string): void {
  const end = begin + name.length;
  if (reading.isClosed(begin) || reading.overlapping(begin, end, () => true) !== undefined) return;
  reading.add({ begin, end, type: "Region", name, aliases: [], level: "town", rule: "town" });
}

export const town: EntityRule = {
  id: "town",
  finds: "A town or subdistrict by its suffix, after a boundary.",
  examples: [
    { text: "永兴镇、洗马镇分别建成科技小院2个和1个。", finds: ["Region 永兴镇", "Region 洗马镇"] },
    { text: "该实验室将落户锦溪镇,总投资1.2亿元。", region: "昆山市", finds: ["Region 锦溪镇"] },
    { text: "选择工业强镇试点,建设特色小镇,服务各乡镇、街道。", not: ["Region 工业强镇", "Region 特色小镇"] },
  ],
  run: addTowns,
};
