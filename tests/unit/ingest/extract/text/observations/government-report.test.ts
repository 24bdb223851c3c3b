/** A government's work report: it looks back on the year before the one that it names, and ahead on two plans. */
import { expect, test } from "vitest";

import { extractText } from "../../../../../../ingest/extract/text/extract-text.ts";

const REPORT = `下载
打印
收藏
2026年湘潭市政府工作报告
——2026年1月12日在湘潭市人民代表大会上
各位代表:
现在,我代表市人民政府,向大会报告工作。
一、“十四五”时期工作回顾
过去五年,全市综合实力稳步提升。新增高新技术企业430家,技术合同成交额达到186亿元。
二、“十五五”时期主要目标
全市地区生产总值年均增长6%左右。全社会研发经费投入强度达到3.4%。
三、2026年重点工作
今年,新增高新技术企业90家以上。`;

const source = {
  kind: "text" as const,
  origin: "report.txt",
  text: REPORT,
  metadata: { title: null, publisher: null, date: null, url: null },
};

test("each part gives its year and kind to its figures", () => {
  const { document, extraction } = extractText(source as Parameters<typeof extractText>[0]);
  expect(document.frame).toMatchObject({ title: "2026年湘潭市政府工作报告", reportYear: 2025, planYear: 2026 });
  expect(extraction.observations.map(({ value, year, kind }) => [value, year, kind])).toEqual([
    [430, 2025, "level"],
    [186, 2025, "level"],
    [6, 2030, "target"],
    [3.4, 2030, "target"],
    [90, 2026, "target"],
  ]);
});
