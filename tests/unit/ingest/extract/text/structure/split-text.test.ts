import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { cleanText } from "../../../../../../ingest/extract/text/01-clean/clean-text.ts";
import { splitText } from "../../../../../../ingest/extract/text/02-structure/split-text.ts";
import type { SourceMetadata } from "../../../../../../ingest/read/index.ts";

const NOTHING: SourceMetadata = { title: null, publisher: null, date: null, url: null };

function split(lines: readonly string[], metadata: SourceMetadata = NOTHING) {
  const clean = cleanText(lines.join("\n"));
  const { sentences, frame } = splitText(clean, metadata);
  return {
    frame,
    sentences: sentences.map((sentence) => ({ ...sentence, text: clean.text.slice(sentence.begin, sentence.end) })),
  };
}

const shape = (lines: readonly string[]) => split(lines).sentences.map(({ block, text }) => [block, text]);

describe("blocks", () => {
  test("page header, title, headings, items, rows, paragraphs and what the page adds", () => {
    expect(
      shape([
        "首页 > 政务公开 > 工作总结",
        "合肥市科技局2022年工作总结",
        "发布日期：2023-01-18 09:42　来源：合肥市科学技术局　浏览次数：20",
        "2022年，我市坚持创新驱动。全社会研发投入强度达3.52%。",
        "一、主要成效",
        "（一）平台建设提速。合肥综合性国家科学中心获批；能源研究院揭牌。",
        "● 合肥先进光源开工",
        "名称 | 所在地 | 年份",
        "分享到：【打印】【关闭】",
        "版权所有：合肥市科学技术局　皖ICP备00000000号",
      ]),
    ).toEqual([
      ["boilerplate", "首页 > 政务公开 > 工作总结"],
      ["title", "合肥市科技局2022年工作总结"],
      ["meta", "发布日期:2023-01-18 09:42 来源:合肥市科学技术局 浏览次数:20"],
      ["paragraph", "2022年,我市坚持创新驱动。"],
      ["paragraph", "全社会研发投入强度达3.52%。"],
      ["heading", "主要成效"],
      ["heading", "平台建设提速。"],
      ["item", "合肥综合性国家科学中心获批;"],
      ["item", "能源研究院揭牌。"],
      ["item", "合肥先进光源开工"],
      ["row", "名称 | 所在地 | 年份"],
      ["boilerplate", "分享到:【打印】【关闭】"],
      ["boilerplate", "版权所有:合肥市科学技术局皖ICP备00000000号"],
    ]);
  });

  test("after the text ends, short lines between the page's own belong to the page", () => {
    expect(
      shape([
        "绍兴市深化与高校院所的合作，新引进共建研究院4家。",
        "标签：浙江绍兴",
        "新闻排行",
        "某某信息网 - 科普类网站",
        "备案号：浙ICP备1号",
      ]).map(([block]) => block),
    ).toEqual(["paragraph", "boilerplate", "boilerplate", "boilerplate", "boilerplate"]);
  });

  test("bylines go, in lines of their own and at the end of a paragraph", () => {
    expect(shape(["绍兴市召开大会并部署工作。（通讯员 高某）", "（记者 王某 摄影 赵某）", "责任编辑：李某"])).toEqual([
      ["paragraph", "绍兴市召开大会并部署工作。"],
      ["boilerplate", "(通讯员高某)"],
      ["boilerplate", "(记者 王某 摄影 赵某)"],
      ["boilerplate", "责任编辑:李某"],
    ]);
  });

  test("a table of contents is no evidence", () => {
    const blocks = shape([
      "绍兴市科技创新规划",
      "目　录",
      "一、发展基础",
      "二、重点任务",
      "一、发展基础",
      "研发投入持续增长。",
      "二、重点任务",
      "建设实验室。",
    ]);
    expect(blocks.map(([block]) => block)).toEqual([
      "title",
      "boilerplate",
      "boilerplate",
      "boilerplate",
      "heading",
      "paragraph",
      "heading",
      "paragraph",
    ]);
    expect(
      shape(["规划", "前言……………1", "第一章 发展基础………3", "正文从这里开始，共有三章。"]).map(([block]) => block),
    ).toEqual(["title", "boilerplate", "boilerplate", "paragraph"]);
  });

  test("a short line of its own between paragraphs is a heading, a list of names is none", () => {
    expect(
      shape([
        "绍兴市加快建设创新平台。",
        "产业平台",
        "镜湖科技城落户企业20家。",
        "浙江大学绍兴研究院",
        "天津大学浙江研究院",
        "等单位参加。",
      ]),
    ).toEqual([
      ["paragraph", "绍兴市加快建设创新平台。"],
      ["heading", "产业平台"],
      ["paragraph", "镜湖科技城落户企业20家。"],
      ["paragraph", "浙江大学绍兴研究院"],
      ["paragraph", "天津大学浙江研究院"],
      ["paragraph", "等单位参加。"],
    ]);
  });
});

describe("headings", () => {
  test("every sentence knows those above it, outermost first", () => {
    const { sentences } = split([
      "一、重点工作",
      "（一）建平台",
      "1. 推动高新区提档升级。深化改革。",
      "一是优化布局。以创新带为依托。二是精准招引。引进项目20个。",
      "（二）聚人才",
      "实施计划。",
      "二、保障措施",
      "加强领导。",
    ]);
    expect(sentences.map(({ headings, text }) => [headings.join("/"), text])).toEqual([
      ["", "重点工作"],
      ["重点工作", "建平台"],
      ["重点工作/建平台", "推动高新区提档升级。"],
      ["重点工作/建平台/推动高新区提档升级", "深化改革。"],
      ["重点工作/建平台/推动高新区提档升级", "优化布局。"],
      ["重点工作/建平台/推动高新区提档升级/优化布局", "以创新带为依托。"],
      ["重点工作/建平台/推动高新区提档升级", "精准招引。"],
      ["重点工作/建平台/推动高新区提档升级/精准招引", "引进项目20个。"],
      ["重点工作", "聚人才"],
      ["重点工作/聚人才", "实施计划。"],
      ["", "保障措施"],
      ["保障措施", "加强领导。"],
    ]);
  });

  test("a bracketed word at the start of a paragraph heads it", () => {
    const { sentences } = split(["园区于1992年获批。", "【未来目标】到2026年，园区收入突破5000亿元。规划建设产业园。"]);
    expect(
      sentences.slice(1).map(({ block, headings, mode, text }) => [block, headings.join("/"), mode, text]),
    ).toEqual([
      ["heading", "", "plan", "未来目标"],
      ["paragraph", "未来目标", "plan", "到2026年,园区收入突破5000亿元。"],
      ["paragraph", "未来目标", "plan", "规划建设产业园。"],
    ]);
  });

  test("figures and dates are no numbering", () => {
    expect(
      shape(["正文第一句话说明情况。", "3.35%的企业有研发。", "2.5亿元到位。", "12月9日召开大会。"]).map(
        ([block]) => block,
      ),
    ).toEqual(["paragraph", "paragraph", "paragraph", "paragraph"]);
  });
});

const modes = (lines: readonly string[]) =>
  split(lines)
    .sentences.filter(({ block }) => block !== "heading" && block !== "title")
    .map(({ mode }) => mode);

describe("modes", () => {
  test("a heading decides for all below it", () => {
    expect(
      modes([
        "2016年工作总结和2017年工作思路",
        "2016年，我市稳步推进。",
        "一、亮点工作",
        "建成平台。",
        "二、存在的短板和差距",
        "没有类似平台。",
        "三、2017年工作思路",
        "建设平台。",
        "（一）建机制",
        "出台办法。",
      ]),
    ).toEqual(["report", "report", "gap", "plan", "plan"]);
  });

  test("headings that fill a gap, or lay a base, tell nothing", () => {
    expect(modes(["2023年工作要点", "一、补齐创新短板", "建设平台。", "二、完善基础制度", "健全机制。"])).toEqual([
      "plan",
      "plan",
    ]);
  });

  test("without headings the sentences decide, until another one does", () => {
    expect(
      modes([
        "近年来，全市建成平台20个。主要目标是：研发投入达3.1%。新增企业400家。",
        "1. 建平台。加快规划落地。",
        "目前，已建成平台5个。",
      ]),
    ).toEqual(["report", "plan", "plan", "plan", "report"]);
    expect(modes(["烟台正加快建设。下一步，将支持园区建设。", "据悉，大赛已举办七届。"])).toEqual([
      "report",
      "plan",
      "report",
    ]);
  });

  test("a plan by its title plans from the first word", () => {
    expect(modes(["绍兴市科技创新行动计划", "建设实验室。"])).toEqual(["plan"]);
    expect(modes(["绍兴市与浙江大学签署合作协议", "双方共建研究院。"])).toEqual(["report"]);
  });
});

const noisyText = fc
  .array(
    fc.constantFrom(
      "绍兴市",
      "一、",
      "（二）",
      "3. ",
      "建设。",
      "；",
      "“",
      "”",
      "《",
      "》",
      "(",
      ")",
      "？",
      "\n",
      "\n\n",
      " ",
      "|",
      "来源：",
      "2023-01-02",
      "目录",
      "　",
      "創(chuàng)",
      "。",
      "!",
      "是",
      "二是",
    ),
    { maxLength: 80 },
  )
  .map((parts) => parts.join(""));

test("sentences follow each other, do not overlap, hold no line end, and cover all but numbering and blanks", () => {
  fc.assert(
    fc.property(noisyText, (original) => {
      const clean = cleanText(original);
      const { sentences } = splitText(clean, NOTHING);
      let end = 0;
      sentences.forEach((sentence, i) => {
        expect(sentence.index).toBe(i);
        expect(sentence.begin).toBeGreaterThanOrEqual(end);
        expect(sentence.end).toBeGreaterThan(sentence.begin);
        const text = clean.text.slice(sentence.begin, sentence.end);
        expect(text).toBe(text.trim());
        expect(text).not.toContain("\n");
        expect(clean.text.slice(end, sentence.begin)).toMatch(
          /^[\s#\d一二三四五六七八九十第章节条是要()、.,:：【】*+·●■|—-]*$/,
        );
        end = sentence.end;
      });
    }),
    { numRuns: 400 },
  );
});
