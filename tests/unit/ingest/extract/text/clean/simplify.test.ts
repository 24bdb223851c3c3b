import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { simplecc } from "simplecc-wasm";
import { expect, test } from "vitest";

import { toSimplified } from "../../../../../../ingest/extract/text/01-clean/simplify.ts";

/** The words of the library's own dictionaries, which its module holds as text. */
function dictionaryWords(): string[] {
  const module = createRequire(import.meta.url).resolve("simplecc-wasm");
  const data = readFileSync(join(dirname(module), "simplecc_wasm_bg.wasm")).toString("utf8");
  return [...new Set(data.match(/[\u2E80-\u9FFF\uF900-\uFAFF]+/g))];
}

test("no line is left out that the library would convert", () => {
  const words = dictionaryWords();
  expect(words.length).toBeGreaterThan(50_000);
  const missed = words.filter((word) => {
    const converted = simplecc(word, "t2s");
    return converted.length === word.length && toSimplified(word) !== converted;
  });
  expect(missed).toEqual([]);
});

test("what is converted keeps its place and its length", () => {
  const line = fc.constantFrom("我们了解情况", "我們瞭解情況", "以藉口答覆", "𠀀𪢮", "", "周顗團圞");
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), (lines) => {
      const simplified = toSimplified(lines.join("\n"));
      expect(simplified.split("\n").map(({ length }) => length)).toEqual(lines.map(({ length }) => length));
      expect(simplified.split("\n")).toEqual(lines.map((each) => toSimplified(each)));
    }),
  );
});
