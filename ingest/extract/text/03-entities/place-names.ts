/** Regions as such: full and short names that `readRegions` accepted, compounds such as 沪嘉杭, and 我市 as a pointer. */
import { regionOfLevel } from "./departments.ts";
import type { Region } from "../../../lexicon/index.ts";
import type { Found, Reading } from "./reading.ts";
import { compoundRegions } from "./region-names.ts";
import type { EntityRule } from "./rule.ts";
import { Kind } from "./segment.ts";
import { everyMatch } from "../matches.ts";

function addPlaces(reading: Reading): void {
  const { words, regionOfWord } = reading;
  for (const { first, last, sentence } of reading.stretches) {
    if (sentence.block === "boilerplate") continue;
    for (let i = first; i <= last; i++) {
      const word = words[i]!;
      if (reading.isClosed(word.begin)) continue;
      const region = regionOfWord[i];
      if (region !== undefined) {
        if (region.name === "中国" || isInsideProperName(reading, word.begin, word.end, region.level === "area"))
          continue;
        addRegion(reading, region, word.begin, word.end, word.text);
      } else if (word.kinds & Kind.compoundRegion && !leadsEvent(reading, i, last)) {
        if (isInsideProperName(reading, word.begin, word.end, true)) continue;
        for (const part of compoundRegions(word)) {
          addRegion(reading, part.region, part.begin, part.end, reading.text.slice(part.begin, part.end));
        }
      }
    }
  }
}

/** 沪嘉科技创新大会 is the name of an event. */
function leadsEvent({ words }: Reading, i: number, last: number): boolean {
  for (let p = i + 1; p <= Math.min(last, i + 5); p++) {
    const { text, kinds } = words[p]!;
    if (/(大会|论坛|峰会|博览会|高速|铁路|高铁|走廊)$/.test(text)) return true;
    if (kinds & (Kind.punctuation | Kind.function | Kind.verb)) return false;
  }
  return false;
}

export function addRegion(
  reading: Reading,
  region: Region,
  begin: number,
  end: number,
  surface: string,
  pointing = false,
): void {
  reading.add({
    begin,
    end,
    type: "Region",
    name: region.name,
    aliases: pointing ? [] : [surface],
    rule: pointing ? "region-pointer" : "region-name",
    level: region.level,
    code: region.code ?? undefined,
    pointing,
  });
}

/** A place inside the proper name of a university, laboratory or company locates nothing by itself. */
function isInsideProperName(reading: Reading, begin: number, end: number, isArea: boolean): boolean {
  const isProper = (f: Found) =>
    f.begin <= begin &&
    end <= f.end &&
    f.end - f.begin > end - begin &&
    f.inner !== true &&
    (isArea || /^(University|Laboratory|Company|Person|Policy)$/.test(f.type));
  return reading.overlapping(begin, end, isProper) !== undefined;
}

export const regionName: EntityRule = {
  id: "region-name",
  finds: "A region by its full or short name, where it is one.",
  examples: [
    {
      text: "赴上海、青岛、长春、宁波等地对接,并走访昆山、义乌。",
      finds: ["Region 上海市", "Region 青岛市", "Region 长春市", "Region 宁波市", "Region 昆山市", "Region 义乌市"],
    },
    {
      text: "开展合作资源共享,会同规上高新企业共建湖南大学分院。",
      not: ["Region 合作市", "Region 资源县", "Region 会同县", "Region 上高县", "Region 建湖县", "Region 湖南省"],
    },
    {
      text: "举办沪嘉科技创新大会,服务北上广深。",
      finds: ["Region 上海市", "Region 广州市", "Region 深圳市"],
      not: ["Region 嘉兴市"],
    },
    { text: "先后建成县校合作平台,棋盘山实验室揭牌。", not: ["Region 成县", "Region 盘山县"] },
    { text: "鼓楼区新增企业20家。", region: "徐州市", finds: ["Region 鼓楼区"] },
  ],
  run: addPlaces,
};

const POINTERS = /[我全本该](省|市|县|区|州|旗|盟)(?!级|内外资)/g;

function addPointers(reading: Reading): void {
  for (const match of everyMatch(reading.text, POINTERS)) {
    const region = regionOfLevel(reading, match[1]!);
    if (region === undefined || reading.isClosed(match.index)) continue;
    addRegion(reading, region, match.index, match.index + match[0].length, match[0], true);
  }
}

export const regionPointer: EntityRule = {
  id: "region-pointer",
  finds: "我市, 全县, 我省: a mention of the document's own region, no name.",
  examples: [{ text: "我市与青岛市合作。", region: "德阳市", not: ["Region 我市"], finds: ["Region 青岛市"] }],
  run: addPointers,
};
