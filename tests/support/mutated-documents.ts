/** Documents as the world makes them: cut, shuffled, glossed, re-encoded, with markup and control characters in them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { pinyin } from "pinyin-pro";
import { simplecc } from "simplecc-wasm";

import { extractTextDocument } from "../../ingest/extract/index.ts";
import { IngestError } from "../../ingest/index.ts";
import { readSource } from "../../ingest/read/index.ts";
import { gb18030, utf8 } from "./sample-files.ts";

const FOLDER = join(import.meta.dirname, "..", "golden", "dev");
const DOCUMENTS = readdirSync(FOLDER)
  .filter((name) => /\.(?:txt|md)$/.test(name))
  .map((name) => readFileSync(join(FOLDER, name), "utf8"));

type Mutation = (text: string, at: number, other: string) => string;

const MUTATIONS: Record<string, Mutation> = {
  cut: (text, at) => text.slice(at),
  "cut in the middle": (text, at) => text.slice(0, at) + text.slice(at + 300),
  "shuffle lines": (text, at) => {
    const lines = text.split("\n");
    const from = at % lines.length;
    return [...lines.slice(from), ...lines.slice(0, from)].join("\n");
  },
  "join with another": (text, at, other) => text.slice(0, at) + other.slice(0, 500),
  gloss: (text, at) =>
    text.slice(0, at) +
    text.slice(at, at + 80).replace(/\p{Script=Han}/gu, (character) => `${character}(${pinyin(character)})`) +
    text.slice(at + 80),
  "control characters": (text, at) => `${text.slice(0, at)}\u0000\u0008\u200B\uFEFF\uD800${text.slice(at)}`,
  markup: (text, at) =>
    `${text.slice(0, at)}<div class="share"><script>x("《")</script>&nbsp;</div><!--${text.slice(at)}`,
  spam: (text, at) => `${text.slice(0, at)}k8凯发天生赢家一触即发${text.slice(at)}`,
  brackets: (text, at) => `${text.slice(0, at)}(((《《“${text.slice(at)}`,
  repeat: (text, at) => text.slice(0, at) + text.slice(at, at + 20).repeat(40) + text.slice(at),
  "no line ends": (text) => text.replaceAll("\n", ""),
  "every line short": (text) => text.replace(/.{12}/gu, "$&\n"),
};

const mutated = fc
  .tuple(
    fc.constantFrom(...DOCUMENTS),
    fc.constantFrom(...DOCUMENTS),
    fc.array(fc.tuple(fc.constantFrom(...Object.keys(MUTATIONS)), fc.nat()), { minLength: 1, maxLength: 4 }),
  )
  .map(([text, other, steps]) =>
    steps.reduce((so, [name, at]) => MUTATIONS[name]!(so, at % (so.length + 1), other), text),
  );

/** The bytes of one, in some encoding or cut in the middle of a character. */
export const mutatedBytes = fc
  .tuple(mutated, fc.constantFrom("utf-8", "gb18030", "cut utf-8"))
  .map(([text, encoding]) => {
    if (encoding === "gb18030")
      return gb18030(text.replace(/[^\u0020-\u007E\n\u4E00-\u9FA5，。；：（）、“”《》]/gu, ""));
    return encoding === "utf-8" ? utf8(text) : utf8(text).subarray(1);
  });

/**
 * Reads and extracts, and tells what is wrong with the outcome; undefined where nothing is. Bytes that are
 * no text any more may be refused, in words.
 */
export async function faultWith(bytes: Uint8Array): Promise<string | undefined> {
  let source;
  try {
    ({ source } = await readSource(bytes, { origin: "a.txt" }));
  } catch (error) {
    if (error instanceof IngestError) return undefined;
    throw error;
  }
  if (source.kind !== "text") return undefined;
  const { passages, extraction } = extractTextDocument(source);
  let end = 0;
  for (const passage of passages) {
    const place = `passage ${passage.begin}-${passage.end} ("${passage.text}")`;
    if (passage.begin < end) return `${place} begins before ${end}`;
    if (passage.end <= passage.begin) return `${place} is empty`;
    if (passage.text.length !== passage.cleanEnd - passage.cleanBegin) return `${place} has another length`;
    const original = source.text.slice(passage.begin, passage.end);
    if (!showsAll(original, passage.text)) return `${place} is not what "${original}" shows`;
    end = passage.end;
  }
  if (end > source.text.length) return `the last passage ends behind the text`;
  const isThere = (entity: number) => extraction.entities[entity] !== undefined;
  if (!extraction.relations.every(({ from, to }) => isThere(from) && isThere(to))) return "a relation has no end";
  return undefined;
}

/**
 * Whether the characters of a passage stand in the original in that order; cleaning only leaves some out. What a
 * Traditional one becomes depends on the phrase, and phrases are whole only after cleaning: it may stand for any.
 */
function showsAll(original: string, text: string): boolean {
  const shown = [...original.normalize("NFKC")];
  const simplified = [...simplecc(shown.join(""), "t2s")];
  const isTraditional = (character: string) => simplecc(character, "t2s") !== character;
  let at = 0;
  for (const character of text.normalize("NFKC").match(/[\p{Script=Han}\p{Nd}]/gu) ?? []) {
    while (at < shown.length && shown[at] !== character && simplified[at] !== character && !isTraditional(shown[at]!)) {
      at++;
    }
    if (at === shown.length) return false;
    at++;
  }
  return true;
}
