import { describe, expect, test } from "vitest";

import type { DocumentId, Passage, PassageId, PassageKind, Relation } from "../../../../server/contract/index.ts";
import { contentsOf, headingLevel, toParagraphs } from "../../../../client/src/views/reader/paragraphs.ts";

/** Passages of a text, a line each; `gap` characters lie before a line that begins with that many "·". */
function passagesOf(...lines: readonly (readonly [kind: PassageKind, text: string, gap: number])[]): Passage[] {
  let offset = 0;
  return lines.map(([kind, text, gap], index) => {
    const begin = offset + gap;
    offset = begin + text.length;
    return { id: `p${index}` as PassageId, documentId: "d" as DocumentId, kind, index, begin, end: offset, text };
  });
}

describe("paragraphs", () => {
  test("hold the sentences that stand close together", () => {
    const passages = passagesOf(
      ["heading", "一、基本情况", 0],
      ["sentence", "第一句。", 1],
      ["sentence", "第二句。", 0],
      ["sentence", "新的一段。", 1],
    );
    expect(toParagraphs(passages).map(({ kind, passages }) => [kind, passages.map(({ text }) => text)])).toEqual([
      ["heading", ["一、基本情况"]],
      ["text", ["第一句。", "第二句。"]],
      ["text", ["新的一段。"]],
    ]);
  });

  test("are not broken by the space between Latin sentences", () => {
    const passages = passagesOf(["sentence", "One.", 0], ["sentence", "Two.", 1], ["sentence", "Three.", 2]);
    expect(toParagraphs(passages).map(({ passages }) => passages.length)).toEqual([2, 1]);
  });

  test("gather the rows of a table", () => {
    const passages = passagesOf(["row", "名称：甲", 0], ["row", "名称：乙", 1], ["sentence", "完。", 1]);
    expect(toParagraphs(passages).map(({ kind, passages }) => [kind, passages.length])).toEqual([
      ["rows", 2],
      ["text", 1],
    ]);
  });
});

test("the level of a heading follows its numbering", () => {
  expect(
    ["一、基本情况", "第二章 总则", "（一）平台", "第三节 说明", "1. 概况", "（2）数据", "附件"].map(headingLevel),
  ).toEqual([1, 1, 2, 2, 3, 3, 1]);
});

test("the contents count each relation once under its heading", () => {
  const passages = passagesOf(
    ["heading", "一、平台", 0],
    ["sentence", "甲。", 1],
    ["sentence", "乙。", 0],
    ["heading", "二、打算", 1],
    ["sentence", "丙。", 1],
  );
  const relation = { id: "r" } as Relation;
  const relations = [
    { relation, passages: ["p1", "p2"] },
    { relation: { id: "s" } as Relation, passages: ["p4"] },
  ];
  expect(contentsOf({ passages, relations }).map(({ passage, relations }) => [passage.text, relations])).toEqual([
    ["一、平台", 1],
    ["二、打算", 1],
  ]);
});
