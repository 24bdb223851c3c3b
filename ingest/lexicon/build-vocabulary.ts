/**
 * Writes data/vocabulary.json: everyday words of two to four characters with
 * what they do to a name, from the dictionary of the package @node-rs/jieba.
 * They keep names apart from their neighbours: 高等 is one word, so its 等 ends nothing.
 *
 * Run by hand after the package changes: `npx tsx ingest/lexicon/build-vocabulary.ts`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

/** Below this the dictionary holds more names and fragments than words. */
const LEAST_COUNT = 120;

/** Parts of speech of the dictionary by our classes; names, numerals and measures are left to our own tables. */
const CLASSES: Readonly<Record<string, "verb" | "function" | "noun">> = {
  v: "verb", vi: "verb", c: "function", d: "function", p: "function", r: "function", t: "function", ad: "function",
  n: "noun", vn: "noun", a: "noun", b: "noun", l: "noun", i: "noun", j: "noun", s: "noun", f: "noun", an: "noun", z: "noun",
}; // prettier-ignore

/** Tears names apart before 共同. */
const STRAY = new Set(["国共"]);

/** Parts of names and places that the dictionary counts as words. */
const NOT_WORDS = /(大学|学院|公司|集团|银行|研究所|研究院|医院|[省市县]|政府|委员会)$/;

const dictionary = readFileSync(createRequire(import.meta.url).resolve("@node-rs/jieba/dict.txt"), "utf8");
const words: Record<"verb" | "function" | "noun", string[]> = { verb: [], function: [], noun: [] };
for (const line of dictionary.split("\n")) {
  const [word = "", count = "0", part = ""] = line.trim().split(" ");
  const wordClass = CLASSES[part];
  if (wordClass === undefined || word.length < 2 || word.length > 4 || Number(count) < LEAST_COUNT) continue;
  if (!/^\p{Script=Han}+$/u.test(word) || NOT_WORDS.test(word) || STRAY.has(word)) continue;
  words[wordClass].push(word);
}
const lists = Object.entries(words).map(([name, list]) => `"${name}": ${JSON.stringify(list.sort().join(" "))}`);
writeFileSync(new URL("data/vocabulary.json", import.meta.url), `{\n${lists.join(",\n")}\n}\n`);
