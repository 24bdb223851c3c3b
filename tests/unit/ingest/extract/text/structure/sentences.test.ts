import { expect, test } from "vitest";

import { splitSentences } from "../../../../../../ingest/extract/text/02-structure/sentences.ts";

const split = (text: string) => splitSentences(text, 0, text.length).map(({ begin, end }) => text.slice(begin, end));

test.each([
  [
    "full stops, and clauses of an enumeration",
    "甲建成。乙投用!丙如何?丁;戊",
    ["甲建成。", "乙投用!", "丙如何?", "丁;", "戊"],
  ],
  [
    "not inside brackets and quotation marks",
    "入选(含甲;乙)名单。按“一要快;二要稳”的要求推进。",
    ["入选(含甲;乙)名单。", "按“一要快;二要稳”的要求推进。"],
  ],
  ["not inside a title", "出台《甲;乙的办法》。施行。", ["出台《甲;乙的办法》。", "施行。"]],
  ["after a quotation that ends with its own stop", "他说:“已经建成。”随后参观。", ["他说:“已经建成。”", "随后参观。"]],
  [
    "not where the sentence goes on after the quotation",
    "提出“要快!要稳!”的口号。完。",
    ["提出“要快!要稳!”的口号。", "完。"],
  ],
  [
    "a bracket that is never closed holds nothing together",
    `(甲${"乙".repeat(500)}。丙。丁。`,
    [`(甲${"乙".repeat(500)}。`, "丙。", "丁。"],
  ],
  ["a figure with a lost character is no question", "增长3?5亿元。", ["增长3?5亿元。"]],
  ["an ellipsis at its end", "甲……乙。", ["甲……", "乙。"]],
])("%s", (_name, text, expected) => {
  expect(split(text)).toEqual(expected);
});
