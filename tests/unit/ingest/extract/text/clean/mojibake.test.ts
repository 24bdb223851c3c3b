import { expect, test } from "vitest";

import { findDamage } from "../../../../../../ingest/extract/text/01-clean/mojibake.ts";

const damageIn = (text: string) => findDamage(text).map(({ begin, end }) => text.slice(begin, end));

test.each([
  [
    "replacement characters, with what is left between them",
    "责任和担当\uFFFD备\uFFFD\uFFFD学党委",
    ["\uFFFD备\uFFFD\uFFFD"],
  ],
  ["UTF-8 that was read as GBK, twice", "来自锟斤拷锟斤拷的消息", ["锟斤拷锟斤拷"]],
  ["UTF-8 that was read as Latin", "来自æµ™æ±Ÿçœ的消息", ["æµ™æ±Ÿçœ"]],
  ["private characters in a row", "项目\uE000\uE001名称", ["\uE000\uE001"]],
])("finds %s", (_name, text, found) => {
  expect(damageIn(text)).toEqual(found);
});

test.each(["R&D经费、café、naïve、Zürich", "①②③ ℃ ㎡ ½ × ÷ °", "符号\uE000一个", "浙江大学，绍兴！"])(
  "%s is no damage",
  (text) => {
    expect(damageIn(text)).toEqual([]);
  },
);
