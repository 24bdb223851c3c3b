/** How fast extraction is, and whether its time grows with the text alone. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";

import { extractTextDocument } from "../../../ingest/extract/index.ts";
import { cleanText } from "../../../ingest/extract/text/01-clean/clean-text.ts";
import { splitText } from "../../../ingest/extract/text/02-structure/split-text.ts";
import type { TextSource } from "../../../ingest/read/index.ts";
import { readSource } from "../../../ingest/read/index.ts";
import { cpuMs, median } from "../measure.ts";
import type { Figure, Suite } from "../suite.ts";

const FOLDER = join(import.meta.dirname, "..", "..", "golden", "dev");
/** Shapes on which a careless rule would take time that grows faster than the text; each is repeated. */
const HOSTILE: readonly (readonly [string, string])[] = [
  ["sentences", "2021年,全市新增高新技术企业30家,同比增长12%,居全省第二。"],
  [
    "clauses without a full stop",
    "与西安交通大学联合推进洛阳先进轴承研究院建设,聚焦轴承产业,由中信重工牵头实施“春笋”计划,",
  ],
  ["figures without a full stop", "新增高新技术企业30家,"],
  ["brackets that stay open", "(企业3家“"],
  ["comparisons", "比较与比较与"],
  ["enumerations", "洛阳轴承研究院、"],
  ["digits and spaces", "1 2,3."],
  ["open tags", "<td><b "],
];
const NO_METADATA = { title: null, publisher: null, date: null, url: null };

export const extraction: Suite = {
  name: "extraction",
  title: "Extraction",
  about:
    "The documents of `tests/golden/dev`, one after another in one process, against `@node-rs/jieba` segmenting the same text once: what the cheapest sensible step of another program takes. The rows after that put ten times as much text into one document, ordinary and hostile: at most 12 times the time is the target.",
  async run({ smallest, say }) {
    const texts = await readTexts(smallest ? 2 : Infinity);
    const rounds = smallest ? 1 : 5;
    const measure = async (act: () => void) => {
      const times: number[] = [];
      for (let round = 0; round < rounds; round += 1) times.push(await cpuMs(act));
      return median(times);
    };
    const jieba = Jieba.withDict(dict);
    const segmenting = await measure(() => texts.forEach(({ text }) => jieba.cut(text, true)));

    const steps: readonly (readonly [string, (source: TextSource) => void])[] = [
      ["clean and split", ({ text }) => void splitText(cleanText(text), NO_METADATA)],
      ["all of extraction", (source) => void extractTextDocument(source)],
    ];
    const once: TextSource = { ...texts[0]!, text: texts.map(({ text }) => text).join("\n") };
    const tenfold: TextSource = { ...once, text: Array.from({ length: 10 }, () => once.text).join("\n") };
    const figures: Figure[] = [];
    for (const [name, act] of steps) {
      say(name);
      const value = await measure(() => texts.forEach(act));
      figures.push({ what: name, value, unit: "ms", baseline: { name: "jieba", value: segmenting } });
    }
    for (const [name, act] of steps) {
      say(`${name}, ten times the text`);
      const [short, long] = [await measure(() => act(once)), await measure(() => act(tenfold))];
      figures.push({
        what: `${name}, ten times the text`,
        value: long,
        unit: "ms",
        baseline: { name: "the text once", value: short },
      });
    }
    for (const [name, piece] of HOSTILE) {
      say(`${name}, ten times the text`);
      const times = smallest ? 30 : 300;
      const textOf = (count: number): TextSource => ({ ...texts[0]!, text: piece.repeat(count) });
      await measure(() => void extractTextDocument(textOf(times)));
      const short = await measure(() => void extractTextDocument(textOf(times)));
      const long = await measure(() => void extractTextDocument(textOf(10 * times)));
      figures.push({
        what: `${name}, ten times the text`,
        value: long,
        unit: "ms",
        baseline: { name: "the text once", value: short },
      });
    }
    return figures;
  },
};

async function readTexts(most: number): Promise<readonly TextSource[]> {
  const texts: TextSource[] = [];
  for (const name of readdirSync(FOLDER).sort()) {
    if (!/\.(?:txt|md|html)$/.test(name) || texts.length >= most) continue;
    const { source } = await readSource(readFileSync(join(FOLDER, name)), { origin: name });
    if (source.kind === "text") texts.push(source);
  }
  return texts;
}
