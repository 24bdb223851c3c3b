/**
 * Writes data/terms.json: the rarer nouns of the general dictionary of the package
 * @node-rs/jieba (岩溶, 浮标, 羊绒). They are no words of the segmentation, where they
 * would tear brands apart; they only tell that an unknown run is a thing and no brand.
 *
 * Run by hand after the package changes: `npx tsx ingest/lexicon/build-terms.ts`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

/** Below the first the dictionary holds fragments, above the second vocabulary.json has the word. */
const LEAST_COUNT = 10;
const MOST_COUNT = 120;

const dictionary = readFileSync(createRequire(import.meta.url).resolve("@node-rs/jieba/dict.txt"), "utf8");
const terms: string[] = [];
for (const line of dictionary.split("\n")) {
  const [word = "", count = "0", part = ""] = line.trim().split(" ");
  const isNoun = part === "n" || (part === "nz" && word.length > 2);
  if (!isNoun || Number(count) < LEAST_COUNT || Number(count) >= MOST_COUNT) continue;
  if (word.length < 2 || word.length > 4 || !/^\p{Script=Han}+$/u.test(word)) continue;
  if (/(公司|集团|牌|杯|奖)$/.test(word)) continue;
  terms.push(word);
}
writeFileSync(new URL("data/terms.json", import.meta.url), `${JSON.stringify(terms.sort().join(" "))}\n`);
