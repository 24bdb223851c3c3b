/** Things and brands among characters that make no word of the segmentation. */
import { expect, test } from "vitest";

import { readsAsThings } from "../../../../ingest/lexicon/index.ts";

test.each(["岩溶", "浮标", "梭子蟹", "羊绒", "磷系", "碳基", "铝镁", "己内酰胺", "高原浆果"])(
  "%s is a thing",
  (text) => {
    expect(readsAsThings(text)).toBe(true);
  },
);

test.each(["天目湖", "垦丰", "璞泰来", "欧冶", "宝丰", ""])("'%s' is none", (text) => {
  expect(readsAsThings(text)).toBe(false);
});

test("things side by side are things, a brand among them is not", () => {
  expect(readsAsThings("岩溶浮标")).toBe(true);
  expect(readsAsThings("岩溶垦丰")).toBe(false);
});
