/** Which region a title or a publisher's name tells. */
import { findRegions, isCommonWord, isWithin, parentRegion } from "../../../lexicon/index.ts";
import type { Region } from "../../../lexicon/index.ts";

/** @param text of the document, which tells what an ambiguous name of the title means */
export function regionOfTitle(title: string, text: string): Region | undefined {
  return settledIn(title) ?? ambiguousIn(title, text) ?? firstIn(title);
}

/** 上海江苏浙江将联合建设…: the news is of none of them alone. */
export function isListOfProvinces(title: string): boolean {
  const listed: Region[] = [];
  for (let begin = 0; begin < title.length;) {
    let length = Math.min(4, title.length - begin);
    let province: Region | undefined;
    for (; length >= 2; length--) {
      province = findRegions(title.slice(begin, begin + length)).find(({ level }) => level === "province");
      if (province !== undefined) break;
    }
    if (province === undefined) break;
    listed.push(province);
    begin += length;
    if (/[、和与及]/.test(title[begin] ?? "")) begin += 1;
  }
  return listed.length >= 2;
}

/** 甲市一高校将落户乙市: the news is of 乙市. */
function settledIn(title: string): Region | undefined {
  const at = /(?:落户|落地|落子|选址)(?=[^,。:]{2,})/.exec(title);
  if (at === null || at.index === 0) return undefined;
  const region = firstIn(title.slice(at.index + 2, at.index + 12));
  return region !== undefined && region.level !== "country" && region.level !== "area" ? region : undefined;
}

/** 南沙 opens the title, which is a short name of two counties or an everyday word: the text tells by 广州南沙. */
function ambiguousIn(whole: string, text: string): Region | undefined {
  const title = whole.replace(/^[^:】]{1,6}[:】]/, "");
  for (let end = Math.min(title.length, 4); end >= 2; end--) {
    const name = title.slice(0, end);
    const candidates = findRegions(name).filter(({ level }) => level === "county");
    if (candidates.length === 0 || candidates.length !== findRegions(name).length) continue;
    return candidates.find((candidate) => {
      const wider = parentRegion(candidate);
      return [wider?.name, ...(wider?.short ?? [])].some((it) => it !== undefined && text.includes(it + name));
    });
  }
  return undefined;
}

export function firstIn(text: string): Region | undefined {
  for (let begin = 0; begin < text.length; begin++) {
    for (let end = Math.min(text.length, begin + 12); end >= begin + 2; end--) {
      const name = text.slice(begin, end);
      const [region] = findRegions(name);
      if (region === undefined) continue;
      // 杭州湾 is an area, and no 杭州 followed by something.
      if (region.code === null && (region.level !== "country" || begin > 0)) break;
      const isPlace = /^(市|县|区|高新|经开|开发区|新区|经济)/.test(text.slice(end, end + 3));
      if (region.name !== name && isCommonWord(name) && !isPlace) continue;
      // 北京大学 in a title is no 北京.
      if (/^(大学|学院|理工|师范|交通大学|工业大学|科技大学|农业大学|医科大学)/.test(text.slice(end, end + 4))) break;
      const inner = firstIn(text.slice(end, end + 12).replace(/[^\p{Script=Han}].*$/su, ""));
      return inner !== undefined && inner !== region && isWithin(inner, region) ? inner : region;
    }
  }
  return undefined;
}
