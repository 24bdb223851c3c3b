import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { decodeText } from "../../../../ingest/read/decode.ts";
import { big5, gb18030, utf8 } from "../../../support/sample-files.ts";

const SIMPLIFIED = "绍兴市科学技术局发布：全市新引进共建研究院四家，累计三十家，科技创新能力指数位居全省第四位。";
const TRADITIONAL = "紹興市科學技術局發布：全市新引進共建研究院四家，累計三十家，科技創新能力指數位居全省第四位。";

const utf16le = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le"));
const utf16be = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le").swap16());

describe("decoding", () => {
  test.each([
    ["UTF-8", utf8(SIMPLIFIED), SIMPLIFIED],
    ["UTF-8 with a mark", utf8(`\uFEFF${SIMPLIFIED}`), SIMPLIFIED],
    ["GB18030", gb18030(SIMPLIFIED), SIMPLIFIED],
    ["Big5", big5(TRADITIONAL), TRADITIONAL],
    ["UTF-16, little end first", utf16le(SIMPLIFIED), SIMPLIFIED],
    ["UTF-16, big end first", utf16be(SIMPLIFIED), SIMPLIFIED],
    ["UTF-16 without a mark", utf16le(`${SIMPLIFIED}\r\n2022`).subarray(2), `${SIMPLIFIED}\r\n2022`],
    ["a few words of GB18030", gb18030("绍兴市"), "绍兴市"],
    ["a few words of Big5", big5("紹興市創新體系建設"), "紹興市創新體系建設"],
    ["Traditional in GB18030", gb18030(TRADITIONAL), TRADITIONAL],
  ])("%s", (_name, bytes, text) => {
    expect(decodeText(bytes, "a.txt")).toBe(text);
  });

  test("believes a declared charset before it guesses", () => {
    const page = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head>';
    expect(decodeText(Uint8Array.from([...utf8(page), ...gb18030("短")]), "a.html")).toBe(`${page}短`);
  });

  test("a declaration that is wrong does not stand in the way", () => {
    const page = '<meta charset="gbk">绍兴';
    expect(decodeText(utf8(page), "a.html")).toBe(page);
  });

  test("every text comes back from UTF-8 as it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (text) => {
        fc.pre(!/\p{Cc}|\uFEFF/u.test(text));
        expect(decodeText(utf8(text), "a.txt")).toBe(text);
      }),
    );
  });

  test.each([
    ["an image", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1])],
    ["a program", Uint8Array.from({ length: 4096 }, (_, i) => (i * 7) % 32)],
  ])("%s is no text", (_name, bytes) => {
    expect(() => decodeText(bytes, "a.txt")).toThrowError(
      '"a.txt" is not a text in UTF-8, GB18030, Big5 or UTF-16. Save it as UTF-8, or as a format that is read here.',
    );
  });
});
