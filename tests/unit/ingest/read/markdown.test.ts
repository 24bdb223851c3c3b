import { expect, test } from "vitest";

import { readSource } from "../../../../ingest/read/index.ts";
import { utf8 } from "../../../support/sample-files.ts";

const read = async (text: string) => (await readSource(utf8(text), { origin: "a.md" })).source;

test("inline markup goes, headings, lists and tables keep their signs", async () => {
  const source = await read(
    [
      "# 绍兴的**三个**实验室",
      "",
      "> 发布单位：绍兴市科技局",
      "",
      '- [鉴湖实验室](https://example.org/jianhu "鉴湖")由`绍兴市`建设 ![图](a.png)',
      "",
      "| 名称 | 所在地 |",
      "|:---|---:|",
      "| 南湖实验室 | *嘉兴市* |",
      "---",
      "2\\*3 与 R&D_经费_，a * b * c",
    ].join("\r\n"),
  );
  expect(source).toMatchObject({
    mediaType: "text/markdown",
    text: [
      "# 绍兴的三个实验室",
      "",
      "发布单位：绍兴市科技局",
      "",
      "- 鉴湖实验室由绍兴市建设 ",
      "",
      "| 名称 | 所在地 |",
      "",
      "| 南湖实验室 | 嘉兴市 |",
      "",
      "2*3 与 R&D_经费_，a * b * c",
    ].join("\n"),
    metadata: { title: "绍兴的三个实验室", publisher: null, date: null, url: null },
  });
});

test("front matter tells title, publisher, date and address, and is not text", async () => {
  const source = await read(
    '---\ntitle: "科技工作总结"\n来源: 新昌县科技局\ndate: 2024年12月9日\nurl: https://example.org/a\n---\n\n正文。\n',
  );
  expect(source).toMatchObject({
    text: "\n正文。\n",
    metadata: { title: "科技工作总结", publisher: "新昌县科技局", date: "2024-12-09", url: "https://example.org/a" },
  });
});

test("a rule at the start is no front matter", async () => {
  expect(await read("---\n正文。")).toMatchObject({ text: expect.stringContaining("正文。") });
});
