import fc from "fast-check";
import { expect, test } from "vitest";

import { parseName } from "../../../../../../ingest/extract/text/03-entities/name-parts.ts";

const parts = (name: string) => parseName(name).map(({ kind, text, canonical }) => [kind, canonical ?? text]);

test("takes a name apart at its owner, place, field and head", () => {
  expect(parts("浙大绍兴研究院")).toEqual([
    ["owner", "浙江大学"],
    ["region", "绍兴市"],
    ["head", "研究院"],
  ]);
  expect(parts("西安交通大学浙江宽禁带半导体研究院")).toEqual([
    ["owner", "西安交通大学"],
    ["region", "浙江省"],
    ["field", "宽禁带半导体"],
    ["head", "研究院"],
  ]);
});

test("reads a known institute as its parts too", () => {
  expect(parts("中科院宁波材料所")).toEqual([
    ["owner", "中国科学院"],
    ["region", "宁波市"],
    ["rest", "材料"],
    ["head", "所"],
  ]);
});

test("takes a body before the head as the owner, and a place in brackets as such", () => {
  expect(parts("天姥实验室智能装备研究所")[0]).toEqual(["owner", "天姥实验室"]);
  expect(parts("长三角国家技术创新中心(绍兴)分中心")).toEqual([
    ["owner", "长三角国家技术创新中心"],
    ["bracket", "绍兴市"],
    ["head", "分中心"],
  ]);
});

test("its parts are the whole name, in order and without gaps", () => {
  const piece = fc.constantFrom(
    "浙江大学",
    "绍兴",
    "研究院",
    "(北京)",
    "新材料",
    "国家",
    "鹿城",
    "3C",
    "与",
    "实验室",
    "·",
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
      const name = pieces.join("");
      const found = parseName(name);
      expect(found.map(({ text }) => text).join("")).toBe(name);
      for (const { begin, end, text } of found) expect(name.slice(begin, end)).toBe(text);
    }),
  );
});
