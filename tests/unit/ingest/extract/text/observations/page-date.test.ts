import { expect, test } from "vitest";

import { extractText } from "../../../../../../ingest/extract/text/extract-text.ts";

const METADATA = { title: null, publisher: null, date: null, url: null };
const REST = "创新平台建设继续推进。\n\n".repeat(9);
const BODY =
  "记者了解到,绍兴市今年新增高新技术企业30家,全市科技型中小企业总数稳步上升,研发机构覆盖面继续扩大,创新生态不断优化。";

const read = (text: string) => {
  const { document, extraction } = extractText({
    kind: "text",
    origin: "page",
    sha256: "",
    mediaType: "text/plain",
    text,
    metadata: METADATA,
  });
  return { date: document.frame.date, years: extraction.observations.map(({ year }) => year) };
};

test.each([
  ["alone in its line", `绍兴市创新企业增加\n\n2021-06-08 1200\n\n${BODY}\n\n${REST}`],
  ["behind words for it", `绍兴市创新企业增加\n\n发稿时间: 2021-06-08 09:15 某某晚报\n\n${BODY}\n\n${REST}`],
])("undated figures take the year of the date that stands above the text, %s", (_, text) => {
  expect(read(text)).toEqual({ date: "2021-06-08", years: [2021] });
});

test("a date in a sentence or below the text is not that of the page", () => {
  expect(read(`${BODY}\n\n研究院于2021-06-08揭牌,当天有多家单位到场,现场气氛热烈。`).date).toBeNull();
});
