import { expect, test } from "vitest";

import { readSource } from "../../../../ingest/read/index.ts";
import { gb18030, utf8 } from "../../../support/sample-files.ts";

const read = async (markup: string) => (await readSource(utf8(markup), { origin: "a.html" })).source;

const PARAGRAPHS = [
  "近年来，我市围绕集成电路、生物医药等产业，与浙江大学、上海交通大学等高校共建研究院三十家，科技创新能力持续增强。",
  "绍芯集成电路实验室落户越城区，由本市企业与高校共同组建，聚焦芯片封装测试，年内引进科研人员一百二十名。",
];
const page = (main: string, head = "") => `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>
  <div class="nav"><a href="/">首页</a> <a href="/a">政务公开</a> <a href="/b">办事服务</a></div>
  ${main}
  <div class="related"><h3>相关阅读</h3><ul><li><a href="/1">我市召开科技大会</a></li><li><a href="/2">一图读懂科技新政</a></li></ul></div>
  <div class="footer">版权所有：某某网　浙ICP备00000000号</div></body></html>`;

test("the container of the article is read with the fields above it, nothing else", async () => {
  const source = await read(
    page(`<div class="detail"><h1>绍兴科技创新能力居全省前列</h1>
      <div class="info"><span>发布时间：2022-01-12 09:30</span>　<span>来源：绍兴市科学技术局</span></div>
      <div id="zoom">${PARAGRAPHS.map((text) => `<p>　　${text}</p>`).join("")}</div></div>`),
  );
  expect(source).toMatchObject({
    mediaType: "text/html",
    text: ["发布时间：2022-01-12 09:30　来源：绍兴市科学技术局", ...PARAGRAPHS.map((text) => `　　${text}`)]
      .join("\n")
      .replace(/^　+/gm, ""),
    metadata: { title: "绍兴科技创新能力居全省前列", publisher: null, date: null, url: null },
  });
});

test("the office at the end of the page's title publishes it, a column or a portal does not", async () => {
  const publisher = async (title: string) =>
    (await read(page(`<div id="zoom"><p>${PARAGRAPHS[0]}</p></div>`, `<title>${title}</title>`))).metadata.publisher;
  expect(await publisher("2023年科技工作情况_宜春市科学技术局")).toBe("宜春市科学技术局");
  expect(await publisher("科技工作情况 - 工作动态 - 宜春市人民政府网")).toBe("宜春市人民政府网");
  expect(await publisher("科技工作情况_新闻频道")).toBeNull();
  expect(await publisher("宜春市科学技术局")).toBeNull();
});

test("without a known container Readability finds the article", async () => {
  const source = await read(
    page(
      `<div class="c17"><div>${PARAGRAPHS.concat(PARAGRAPHS)
        .map((text) => `<p>${text}</p>`)
        .join("\n")}</div></div>`,
    ),
  );
  expect(source).toMatchObject({ text: PARAGRAPHS.concat(PARAGRAPHS).join("\n") });
});

test("the metadata of content systems gives title, publisher, date and address", async () => {
  const head = `<title>标题_要闻_绍兴市人民政府</title><meta name="ArticleTitle" content="全市科技大会召开">
    <meta name="PubDate" content="2023-02-01 10:00"><meta name="ContentSource" content="绍兴日报"><meta name="SiteName" content="绍兴市人民政府">
    <meta property="og:url" content="https://example.org/a.html">`;
  expect((await read(page(`<div id="zoom"><p>${PARAGRAPHS.join("")}</p></div>`, head))).metadata).toEqual({
    title: "全市科技大会召开",
    publisher: "绍兴日报",
    date: "2023-02-01",
    url: "https://example.org/a.html",
  });
});

test("headings keep their depth, table rows are lines of cells, breaks and readings are understood", async () => {
  const source = await read(
    page(`<div id="zoom"><h2>一、<b>平台</b>建设</h2>第一行<br>第二
      行<table><tr><th>名称</th><th>所在地</th></tr><tr><td><p>南湖</p><p>实验室</p></td><td>嘉兴市</td></tr><tr><td colspan=2>${PARAGRAPHS[0]}</td></tr></table>
      <p><ruby>創<rp>(</rp><rt>chuàng</rt><rp>)</rp></ruby>新&nbsp;R&amp;D<script>var a = "不是正文";</script><span style="display:none">隐藏</span></p></div>`),
  );
  expect(source).toMatchObject({
    text: [
      "## 一、平台建设",
      "第一行",
      "第二行",
      "名称 | 所在地",
      "南湖 实验室 | 嘉兴市",
      PARAGRAPHS[0],
      "創新 R&D",
    ].join("\n"),
  });
});

test("a page in GB2312 is read by its declaration", async () => {
  const markup = page(`<div id="zoom"><p>${PARAGRAPHS.join("")}</p></div>`).replace("utf-8", "gb2312");
  const { source } = await readSource(gb18030(markup), { origin: "a.htm" });
  expect(source).toMatchObject({ text: PARAGRAPHS.join("") });
});

test("markup that is broken everywhere is still read", async () => {
  expect(
    await read("<html><body><div id=zoom><p>南湖实验室位于嘉兴市。<table><tr><td>甲<td>乙</div></p><p>完。"),
  ).toMatchObject({
    text: expect.stringMatching(/^南湖实验室位于嘉兴市。\n甲 \| 乙/),
  });
});

test("a cell that spans columns or rows stands in each of them", async () => {
  const source = await read(
    page(
      `<div id="zoom"><p>${PARAGRAPHS[0]}</p><table><tr><th rowspan="2">指标</th><th colspan="2">2022年</th></tr><tr><th>数值</th><th>增长</th></tr><tr><td rowspan="2">城东区</td><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table><table><tr><td>甲</td><td colspan="9999">乙</td></tr></table></div>`,
    ),
  );
  expect(source).toMatchObject({
    text: [
      PARAGRAPHS[0],
      "指标 | 2022年 | 2022年",
      "指标 | 数值 | 增长",
      "城东区 | 1 | 2",
      "城东区 | 3 | 4",
      "甲 | 乙",
    ].join("\n"),
  });
});
