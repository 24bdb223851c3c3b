/**
 * How fast extraction is, and whether it stays linear. Run by hand:
 * `npx tsx tests/bench/extraction-speed.ts [FOLDER]`
 *
 * Speed is given as a multiple of the time that @node-rs/jieba takes to segment
 * the same text once in the same run, so that figures of different machines
 * compare. Linear means: ten times the text takes about ten times the time.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";

import { extractTextDocument } from "../../ingest/extract/index.ts";
import { cleanText } from "../../ingest/extract/text/01-clean/clean-text.ts";
import { splitText } from "../../ingest/extract/text/02-structure/split-text.ts";
import type { TextSource } from "../../ingest/read/index.ts";
import { readSource } from "../../ingest/read/index.ts";

const ROUNDS = 5;
const NO_METADATA = { title: null, publisher: null, date: null, url: null };
const folder = process.argv[2] ?? join(import.meta.dirname, "..", "golden", "dev");

const texts: TextSource[] = [];
for (const name of readdirSync(folder).sort()) {
  if (!/\.(?:txt|md|html)$/.test(name)) continue;
  const { source } = await readSource(readFileSync(join(folder, name)), { origin: name });
  if (source.kind === "text") texts.push(source);
}
const bytes = texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
const jieba = Jieba.withDict(dict);

/** The best of some rounds, in milliseconds. */
function measure(act: () => void): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const begin = performance.now();
    act();
    return performance.now() - begin;
  });
  return Math.min(...times);
}

const segmenting = measure(() => texts.forEach(({ text }) => jieba.cut(text, true)));
const steps = {
  clean: () => texts.forEach(({ text }) => cleanText(text)),
  "clean and split": () => texts.forEach(({ text }) => splitText(cleanText(text), NO_METADATA)),
  "all of extraction": () => texts.forEach((text) => extractTextDocument(text)),
};
console.log(`${texts.length} documents, ${Math.round(bytes / 1024)} kB; jieba ${segmenting.toFixed(1)} ms`);
for (const [name, act] of Object.entries(steps)) {
  const time = measure(act);
  console.log(
    `${name.padEnd(20)} ${time.toFixed(1).padStart(8)} ms  ${(time / segmenting).toFixed(2)} x jieba  ${(bytes / 1e3 / time).toFixed(2)} MB/s`,
  );
}

const once = texts.map(({ text }) => text).join("\n");
const tenfold = Array.from({ length: 10 }, () => once).join("\n");
const source = (text: string): TextSource => ({ ...texts[0]!, text });
for (const [name, act] of [
  ["clean and split", (text: string) => void splitText(cleanText(text), NO_METADATA)],
  ["all of extraction", (text: string) => void extractTextDocument(source(text))],
] as const) {
  const ratio = measure(() => act(tenfold)) / measure(() => act(once));
  console.log(`${name.padEnd(20)} ten times the text takes ${ratio.toFixed(1)} times as long`);
}
