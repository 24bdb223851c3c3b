import { expect, test } from "vitest";

import { readSource } from "../../../../ingest/read/index.ts";
import type { TextSource } from "../../../../ingest/read/index.ts";
import { pdf, utf8 } from "../../../support/sample-files.ts";
import type { PdfText } from "../../../support/sample-files.ts";

const LEFT = 90;
const WIDTH = 25;

/** A page of text lines from the top, with a running head and a page number. */
function page(number: number, lines: readonly string[]): PdfText[] {
  return [
    { text: "绍兴市科技创新简报", x: 200, y: 800, size: 10 },
    ...lines.map((text, i) => ({ text: text.trimStart(), x: LEFT + (text.startsWith(" ") ? 32 : 0), y: 740 - i * 24 })),
    { text: `- ${number} -`, x: 290, y: 40, size: 10 },
  ];
}

test("a font that is not embedded is read, lines of a paragraph are joined, heads and page numbers left out", async () => {
  const paragraph = "二〇二一年,全市新引进共建研究院四家,累计达到三十家,科技创新指数居全省第四位,提升幅度居第二位。";
  const bytes = pdf(
    [1, 2, 3].map((number) =>
      page(number, [
        `  ${paragraph.slice(0, WIDTH - 2)}`,
        paragraph.slice(WIDTH - 2, 2 * WIDTH - 2),
        paragraph.slice(2 * WIDTH - 2),
      ]),
    ),
  );
  const { source, rejections } = await readSource(bytes, { origin: "简报.pdf" });
  expect(source).toMatchObject({
    kind: "text",
    mediaType: "application/pdf",
    text: [paragraph, paragraph, paragraph].join("\n"),
  });
  expect(rejections).toEqual([]);
});

/** Lines of a column from the top; together they fill it. */
function column(text: string, x: number, top: number): PdfText[] {
  const lines = text.match(/.{1,14}/gu) ?? [];
  return lines.map((line, i) => ({ text: line, x, y: top - i * 20, size: 14 }));
}

const LEFT_TEXT =
  "二〇二一年,全市新引进共建研究院四家,累计达到三十家,科技创新指数居全省第四位。绍兴市与浙江大学共建浙江大学绍兴研究院,聚焦集成电路、现代纺织和生物医药等领域,建成一批公共平台。";
const RIGHT_TEXT =
  "全年新认定国家高新技术企业四百家,研发投入强度达到百分之三点一。鉴湖现代纺织实验室位于柯桥区,绍芯集成电路实验室位于越城区,两家实验室均由市政府与高校共建,运行情况总体良好。";

test.each<[string, (left: PdfText[], right: PdfText[]) => PdfText[]]>([
  ["column by column", (left, right) => [...left, ...right]],
  ["line by line over both columns", (left, right) => left.flatMap((line, i) => [line, ...right.slice(i, i + 1)])],
  ["in no order", (left, right) => [...left, ...right].reverse()],
])("two columns are read one after the other, written %s", async (_, written) => {
  const title = { text: "绍兴市科技创新简报第十二期", x: 200, y: 790, size: 20 };
  const bytes = pdf([[title, ...written(column(LEFT_TEXT, 60, 740), column(RIGHT_TEXT, 320, 740))]]);
  const { source } = await readSource(bytes, { origin: "简报.pdf" });
  expect(source).toMatchObject({ text: [title.text, LEFT_TEXT, RIGHT_TEXT].join("\n") });
});

test("a paragraph that goes on at the head of the next column is joined", async () => {
  const whole = (LEFT_TEXT + RIGHT_TEXT).replaceAll("。", ",");
  const half = Math.floor(whole.length / 28) * 14;
  const bytes = pdf([[...column(whole.slice(0, half), 60, 740), ...column(whole.slice(half), 320, 740)]]);
  expect((await readSource(bytes, { origin: "a.pdf" })).source).toMatchObject({ text: whole });
});

test("the columns of a table are read row by row", async () => {
  const rows = Array.from({ length: 8 }, (_, i) => [
    { text: `第${i + 1}实验室`, x: 60, y: 740 - i * 24 },
    { text: "位于绍兴市", x: 320, y: 740 - i * 24 },
  ]).flat();
  const { source } = await readSource(pdf([rows]), { origin: "a.pdf" });
  expect((source as { text: string }).text.split("\n")[0]).toMatch(/^第1实验室\s*位于绍兴市$/);
});

test("each page is known by its place in the text, scanned ones counted", async () => {
  const line = (number: number) => page(number, [`  第${number}页说:鉴湖实验室位于绍兴市。`]);
  const { source } = await readSource(pdf([line(1), [], line(3), line(4)]), { origin: "a.pdf" });
  const { text, pages } = source as TextSource;
  expect(pages!.map(({ number, begin }) => [number, text.slice(begin, begin + 4)])).toEqual([
    [1, "第1页说"],
    [3, "第3页说"],
    [4, "第4页说"],
  ]);
});

test("a scanned page is reported by its number, the others are read", async () => {
  const { source, rejections } = await readSource(pdf([page(1, ["  鉴湖实验室位于绍兴市。"]), []]), {
    origin: "a.pdf",
  });
  expect(source).toMatchObject({ text: expect.stringContaining("鉴湖实验室位于绍兴市。") });
  expect(rejections).toEqual([
    {
      origin: "a.pdf",
      place: "page 2",
      code: "scanned_page",
      message: "The page has no text layer. Run character recognition on the file and read it again.",
    },
  ]);
});

test("a PDF of scanned pages alone is refused", async () => {
  await expect(readSource(pdf([[], []]), { origin: "scan.pdf" })).rejects.toMatchObject({
    code: "unreadable_document",
    message: '"scan.pdf" is a scanned PDF without a text layer. Run character recognition on it and read it again.',
  });
});

test("a broken PDF is refused", async () => {
  await expect(readSource(utf8("%PDF-1.7\nnothing of the kind"), { origin: "broken.pdf" })).rejects.toMatchObject({
    code: "unreadable_document",
    message: '"broken.pdf" is a broken PDF file. Download it or export it again.',
  });
});
