import fc from "fast-check";
import { expect, test } from "vitest";

import { findEntities } from "../../../../../../ingest/extract/text/03-entities/find-entities.ts";
import { documentOf } from "./document.ts";

const REPORT =
  "2023年,我市深入实施创新驱动发展战略。市科技局与西安交通大学共建洛阳先进轴承研究院,推动龙门实验室、" +
  "中信重工、轴研科技等单位联合攻关,出台《洛阳市科技创新促进条例》,实施“春笋”计划,集聚陈国栋院士团队。";

function read(text: string, region?: string) {
  const document = documentOf(text, region);
  return { text: document.clean.text, ...findEntities(document) };
}

test("names are unique within their type, and a form belongs to one entity", () => {
  const { entities } = read(REPORT.repeat(2), "洛阳市");
  const ids = entities.map(({ type, name }) => `${type} ${name}`);
  expect(new Set(ids).size).toBe(ids.length);
  const forms = entities.flatMap(({ name, aliases }) => [...new Set([name, ...aliases])]);
  expect(new Set(forms).size).toBe(forms.length);
});

test("every entity is mentioned, and every mention is a span of the text", () => {
  const { entities, mentions, text } = read(REPORT, "洛阳市");
  expect(new Set(mentions.map(({ entity }) => entity)).size).toBe(entities.length);
  for (const { entity, begin, end } of mentions) {
    expect(entities[entity]).toBeDefined();
    expect(text.slice(begin, end)).not.toBe("");
    expect(begin).toBeLessThan(end);
  }
});

test("reads the same document the same way twice", () => {
  expect(read(REPORT, "洛阳市")).toEqual(read(REPORT, "洛阳市"));
});

test("boilerplate and navigation name nothing", () => {
  const { entities } = read("主办单位:某某实验室 版权所有 技术支持:北京大学\n上一篇:浙江大学绍兴研究院揭牌\n");
  expect(entities).toEqual([]);
});

test("a place that is part of a proper name is no place", () => {
  const { entities } = read("与浙江大学、南湖实验室签约。");
  expect(entities.map(({ type }) => type)).toEqual(["University", "Laboratory"]);
});

test("a body without its place takes the document's, which it names with it", () => {
  const { entities } = read("市科技局与省科技厅签约,市委批准。", "襄阳市");
  expect(entities.map(({ name }) => name)).toEqual([
    "襄阳市科学技术局",
    "襄阳市",
    "湖北省科学技术厅",
    "湖北省",
    "中国共产党襄阳市委员会",
  ]);
});

test("a part of a name in brackets, a short name and the full one are one entity", () => {
  const { entities } = read("西南交通大学德阳轨道交通装备研究院选址已定。全力支持轨道交通装备研究院建设。", "德阳市");
  expect(entities.filter(({ type }) => type === "ResearchInstitute")).toMatchObject([
    { name: "西南交通大学德阳轨道交通装备研究院", aliases: expect.arrayContaining(["轨道交通装备研究院"]) },
  ]);
});

test("any text can be read", () => {
  const piece = fc.constantFrom(
    "浙江大学", "绍兴市", "研究院", "等", "、", "(", ")", "“", "”", "《", "》", "。", "\n", "与", "3家", "有限公司", "市", "委", "院士", "陈", "国", "计划",
    "奖", "基金", "镇", "管委会", "，", "|", "高新区", "(以下简称“", "工程", " ", "A1", "的",
  ); // prettier-ignore
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const { mentions, text } = read(pieces.join(""), "绍兴市");
      for (const { begin, end } of mentions) expect(begin >= 0 && begin < end && end <= text.length).toBe(true);
    }),
    { numRuns: 400 },
  );
});
