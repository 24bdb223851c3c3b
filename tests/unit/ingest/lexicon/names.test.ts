import fc from "fast-check";
import { expect, test } from "vitest";

import {
  findBody,
  findDepartment,
  findIndustry,
  findUniversity,
  headOf,
  isSurname,
  KNOWN_BODIES,
  PhraseTable,
  UNIVERSITIES,
} from "../../../../ingest/lexicon/index.ts";

test("finds universities by full, short and former name", () => {
  expect(findUniversity("西安交大")?.name).toBe("西安交通大学");
  expect(findUniversity("哈工大(深圳)")?.name).toBe("哈尔滨工业大学(深圳)");
  expect(findUniversity("第二军医大学")?.name).toBe("海军军医大学");
  expect(findUniversity("宁波诺丁汉")?.name).toBe("宁波诺丁汉大学");
});

test("leads from a short name that several share only to the one of the province", () => {
  expect(findUniversity("东大")).toBeUndefined();
  expect(findUniversity("东大", "江苏")?.name).toBe("东南大学");
  expect(findUniversity("东大", "辽宁")?.name).toBe("东北大学");
});

test("no university is listed twice", () => {
  expect(new Set(UNIVERSITIES.map(({ name }) => name)).size).toBe(UNIVERSITIES.length);
});

test("finds institutes of the academy by any of their names", () => {
  for (const name of ["中科院微系统所", "中国科学院上海微系统与信息技术研究所", "上海微系统所"]) {
    expect(findBody(name)?.name, name).toBe("中国科学院上海微系统与信息技术研究所");
  }
  expect(findBody("中科院材料所")?.name).toBe("中国科学院宁波材料技术与工程研究所");
});

test("knows national bodies by their short names, with their type", () => {
  expect(findBody("科技部")).toMatchObject({ type: "Government", name: "中华人民共和国科学技术部" });
  expect(findBody("比亚迪")).toMatchObject({ type: "Company", name: "比亚迪股份有限公司" });
  expect(findBody("之江实验室")).toMatchObject({ type: "Laboratory" });
});

test("every alias of a body leads to it or to one of the same name", () => {
  for (const { name, aliases } of KNOWN_BODIES) {
    for (const alias of aliases) expect(findBody(alias), `${alias} of ${name}`).toBeDefined();
  }
});

test("spells out departments after their place", () => {
  expect(findDepartment("科技局")?.official).toBe("科学技术局");
  expect(findDepartment("发改委")?.official).toBe("发展和改革委员会");
  expect(findDepartment("经信厅")?.official).toBe("经济和信息化厅");
  expect(findDepartment("科协")).toMatchObject({ official: "科学技术协会", type: "Organization" });
});

test("takes synonyms of an industry to one", () => {
  expect(findIndustry("高端生物医药")?.name).toBe("生物医药");
  expect(findIndustry("集成电路产业")?.name).toBe("集成电路");
  expect(findIndustry("汽车")?.general).toBe(true);
});

test("finds the longest head word that a name ends in", () => {
  expect(headOf("嘉兴科技城")).toMatchObject({ word: "科技城", type: "InnovationPlatform" });
  expect(headOf("现代纺织技术创新中心")?.word).toBe("技术创新中心");
  expect(headOf("不是名称的句子")).toBeUndefined();
});

test("knows single and double surnames", () => {
  expect(["陈国栋", "欧阳明", "管爱国"].filter((name) => !isSurname(name))).toEqual([]);
  expect(isSurname("的确")).toBe(false);
});

test("a phrase table finds exactly the phrases that begin at a place", () => {
  const word = fc.stringMatching(/^[甲乙丙丁]{1,5}$/);
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 40 }), word, word, (phrases, before, text) => {
      const table = new PhraseTable<string>();
      for (const phrase of phrases) table.add(phrase, phrase);
      const ends = new Int32Array(32);
      const numbers = new Int32Array(32);
      const count = table.at(before + text, before.length, ends, numbers);
      const found = Array.from(numbers.slice(0, count), (number) => table.entries()[number]![1]);
      expect(found).toEqual(phrases.filter((phrase) => text.startsWith(phrase)).sort((a, b) => a.length - b.length));
      expect(Array.from(ends.slice(0, count))).toEqual(found.map((phrase) => before.length + phrase.length));
    }),
  );
});
