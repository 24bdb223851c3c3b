import { expect, test } from "vitest";

import { readSource } from "../../../../ingest/read/index.ts";
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
