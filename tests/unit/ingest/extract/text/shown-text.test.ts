import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { cleanText } from "../../../../../ingest/extract/text/01-clean/clean-text.ts";
import { numberedBegin, shownText } from "../../../../../ingest/extract/text/shown-text.ts";

describe("shownText", () => {
  test("puts the document's own marks back, and nothing else", () => {
    const original = "浙江大學（紹興）研究院，占２０％：創(chuàng)新！";
    const clean = cleanText(original);
    expect(shownText(clean, original, 0, clean.text.length)).toBe("浙江大学（绍兴）研究院，占20％：创新！");
  });

  test("is as long as the cleaned text, whatever the document holds", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("绍", "興", "，", "（", "）", ",", "Ａ", "１", " ", "\n", "\u200b", "：") }),
        (original) => {
          const clean = cleanText(original);
          expect(shownText(clean, original, 0, clean.text.length)).toHaveLength(clean.text.length);
        },
      ),
    );
  });
});

describe("numberedBegin", () => {
  test.each([
    ["一、基本情况", 2, 0],
    ["前文。\n(二)科创平台", 7, 4],
    ["前文。\n12. 推动高新区", 8, 4],
    ["共有3.5万人", 4, 4],
    ["前文一、二", 4, 4],
    ["基本情况", 0, 0],
  ])("%j from %i begins at %i", (text, begin, expected) => {
    expect(numberedBegin(text, begin)).toBe(expected);
  });
});
