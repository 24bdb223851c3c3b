import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { EntityId } from "../../../../server/contract/index.ts";
import { figureSpans, matchedParts, segments, supportingWords } from "../../../../client/src/views/source/segments.ts";

const id = (text: string) => text as EntityId;

/** The spans of `words` in `text`, as mentions of the entity of that name. */
function mentionsOf(text: string, names: Readonly<Record<string, string>>) {
  return Object.entries(names).flatMap(([surface, entity]) => {
    const found = [];
    for (let at = text.indexOf(surface); at !== -1; at = text.indexOf(surface, at + 1)) {
      found.push({ entityId: id(entity), begin: at, end: at + surface.length });
    }
    return found;
  });
}

const marked = (text: string, spans: readonly { begin: number; end: number }[]) =>
  spans.map(({ begin, end }) => text.slice(begin, end));

describe("segments", () => {
  test("cut a text where names and marks begin and end", () => {
    const text = "与浙江大学共建天姥实验室。";
    const mentions = mentionsOf(text, { 浙江大学: "u", 天姥实验室: "l" });
    expect(segments(text, { mentions, marks: [{ begin: 1, end: 7 }] })).toEqual([
      { text: "与", entityId: undefined, isMarked: false, isFigure: false, opensMention: false },
      { text: "浙江大学", entityId: "u", isMarked: true, isFigure: false, opensMention: true },
      { text: "共建", entityId: undefined, isMarked: true, isFigure: false, opensMention: false },
      { text: "天姥实验室", entityId: "l", isMarked: false, isFigure: false, opensMention: true },
      { text: "。", entityId: undefined, isMarked: false, isFigure: false, opensMention: false },
    ]);
  });

  test("give a run to the longest name that covers it", () => {
    const text = "浙江大学绍兴研究院";
    const mentions = mentionsOf(text, { 浙江大学: "u", 绍兴: "c", 浙江大学绍兴研究院: "i" });
    expect(segments(text, { mentions }).map(({ entityId }) => entityId)).toEqual(["i", "i", "i"]);
  });

  test("join to the text again, whatever the spans", () => {
    const span = fc.tuple(fc.integer({ min: -5, max: 40 }), fc.integer({ min: -5, max: 40 }));
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(span, { maxLength: 6 }), (text, spans) => {
        const marks = spans.map(([begin, end]) => ({ begin, end }));
        const mentions = marks.map((mark) => ({ ...mark, entityId: id("e") }));
        const parts = segments(text, { mentions, marks });
        expect(parts.map((part) => part.text).join("")).toBe(text);
      }),
    );
  });
});

describe("the words that support a relation", () => {
  test("reach from one name to the other, with what stands between", () => {
    const text = "我县与浙江大学共建天姥实验室，并获批省级平台。";
    const mentions = mentionsOf(text, { 浙江大学: "u", 天姥实验室: "l", 我县: "c" });
    expect(marked(text, supportingWords(text, mentions, [id("l"), id("u")]))).toEqual(["浙江大学共建天姥实验室"]);
  });

  test("are the nearest pair where a name stands several times", () => {
    const text = "浙江大学历史悠久。近年来浙江大学与新昌共建。";
    const mentions = mentionsOf(text, { 浙江大学: "u", 新昌: "c" });
    expect(marked(text, supportingWords(text, mentions, [id("u"), id("c")]))).toEqual(["浙江大学与新昌"]);
  });

  test("are two names apart where they are far from each other or in different sentences", () => {
    const far = `浙江大学${"，工作继续推进".repeat(8)}，新昌县受益`;
    expect(
      marked(far, supportingWords(far, mentionsOf(far, { 浙江大学: "u", 新昌县: "c" }), [id("u"), id("c")])),
    ).toEqual(["浙江大学", "新昌县"]);
    const apart = "浙江大学；新昌县";
    expect(
      marked(apart, supportingWords(apart, mentionsOf(apart, { 浙江大学: "u", 新昌县: "c" }), [id("u"), id("c")])),
    ).toEqual(["浙江大学", "新昌县"]);
  });

  test("do not take a place within a name for the place itself", () => {
    const text = "与绍兴市共建浙江大学绍兴研究院。";
    const mentions = mentionsOf(text, { 绍兴市: "c", 绍兴: "c", 浙江大学绍兴研究院: "i" });
    expect(marked(text, supportingWords(text, mentions, [id("i"), id("c")]))).toEqual(["绍兴市共建浙江大学绍兴研究院"]);
    const alone = "成立浙江大学绍兴研究院。";
    const inside = mentionsOf(alone, { 绍兴: "c", 浙江大学绍兴研究院: "i" });
    expect(marked(alone, supportingWords(alone, inside, [id("i"), id("c")]))).toEqual(["浙江大学绍兴研究院"]);
  });

  test("are the one name where the other end is not named", () => {
    const text = "该院由浙江大学建设。";
    expect(marked(text, supportingWords(text, mentionsOf(text, { 浙江大学: "u" }), [id("u"), id("c")]))).toEqual([
      "浙江大学",
    ]);
  });
});

test("figures are found as they are written", () => {
  const text = "研发经费达1,234.5亿元，占4.42%，居第4位，共78人。";
  expect(marked(text, figureSpans(text, [1234.5, 4.42, 78]))).toEqual(["1,234.5亿元", "4.42%", "78人"]);
  expect(figureSpans(text, [9])).toEqual([]);
});

test("a search match keeps the text whole", () => {
  expect(matchedParts("浙江大学", [[0, 2]])).toEqual([
    { text: "浙江", isMatch: true },
    { text: "大学", isMatch: false },
  ]);
});
