/**
 * Whether a name is made of everyday words alone: 科技成果转化中心 may stand in any
 * city, 稽山智谷 in one. Names of the first kind are told apart by their place.
 */
import { findHead, findIndustry, wordClass } from "../../lexicon/index.ts";

const LONGEST_WORD = 8;

export function isPlain(name: string): boolean {
  let begin = 0;
  while (begin < name.length) {
    let length = Math.min(LONGEST_WORD, name.length - begin);
    while (length > 1 && !isWord(name.slice(begin, begin + length))) length--;
    // One character alone is part of a name unless it is a numeral or a particle.
    if (length === 1 && !/[的与和及级型类化新大省市县区\d()]/.test(name[begin]!)) return false;
    begin += length;
  }
  return true;
}

function isWord(text: string): boolean {
  return wordClass(text) !== undefined || findHead(text) !== undefined || findIndustry(text) !== undefined;
}
