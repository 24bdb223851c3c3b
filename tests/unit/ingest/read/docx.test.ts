import { expect, test } from "vitest";

import { readSource } from "../../../../ingest/read/index.ts";
import { docx } from "../../../support/sample-files.ts";

test("paragraphs, headings and tables come in the order of the text", async () => {
  const { source } = await readSource(
    docx(["# 一、平台建设", "绍芯实验室落户越城区 <首批>。", "名称 | 所在地", "R&D经费增长12%。"]),
    { origin: "a.docx" },
  );
  expect(source).toMatchObject({
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    text: ["# 一、平台建设", "绍芯实验室落户越城区 <首批>。", "名称 | 所在地", "R&D经费增长12%。"].join("\n"),
  });
});
