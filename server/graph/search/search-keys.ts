/**
 * Pinyin and initials of names, as they are stored on entities and typed by
 * people: no tones, ü as v, syllables apart.
 */
import { customPinyin, pinyin } from "pinyin-pro";

// Places whose usual reading the dictionary misses.
customPinyin({ 乐清: "yuè qīng", 会稽: "kuài jī", 浒墅关: "xǔ shù guān", 浒关: "xǔ guān" });

export interface SearchKeys {
  /** Of the name, then of each alias: `zhe jiang da xue`; empty where it has no Chinese character. */
  readonly pinyin: readonly string[];
  /** Of the same: `zjdx`. */
  readonly initials: readonly string[];
}

export function searchKeys(name: string, aliases: readonly string[]): SearchKeys {
  const syllables = [name, ...aliases].map(toSyllables);
  return {
    pinyin: syllables.map((parts) => parts.join(" ")),
    initials: syllables.map((parts) => parts.map((part) => (isNumber(part) ? part : part[0])).join("")),
  };
}

/** One entry a Chinese character, and one a run of letters or digits; none for a name without Chinese. */
export function toSyllables(name: string): readonly string[] {
  if (!/\p{Script=Han}/u.test(name)) return [];
  return pinyin(name.normalize("NFKC"), { toneType: "none", type: "array", v: true, nonZh: "consecutive" }).flatMap(
    (part) => part.toLowerCase().match(/\p{L}+|\p{N}+/gu) ?? [],
  );
}

const isNumber = (part: string) => /^\p{N}/u.test(part);
