import { expect, test } from "vitest";

import { cleanText } from "../../../../../../ingest/extract/text/01-clean/clean-text.ts";
import { splitText } from "../../../../../../ingest/extract/text/02-structure/split-text.ts";
import type { SourceMetadata } from "../../../../../../ingest/read/index.ts";

const NOTHING: SourceMetadata = { title: null, publisher: null, date: null, url: null };
const BODY = "近年来，我市深化与高校院所的合作，新引进共建研究院4家，累计30家。";

function frameOf(lines: readonly string[], metadata: SourceMetadata = NOTHING) {
  const { title, publisher, date, url } = splitText(cleanText(lines.join("\n")), metadata).frame;
  return { title, publisher, date, url };
}

test.each([
  [
    "a header table of an authority",
    [
      "索引号： | 113306/2017-18407 | 公开方式： | 主动公开 |",
      "发布机构： | 市科技局 | 成文日期： | 2017-02-13 |",
      "2016年科技工作总结",
      BODY,
    ],
    { title: "2016年科技工作总结", publisher: "市科技局", date: "2017-02-13" },
  ],
  [
    "fields in lines of their own, glossed and Traditional",
    ["發(fā)布時(shí)間：2024-12-09 13:06", "訪問(wèn)次數(shù)：", "信息來(lái)源：縣科技局", BODY],
    { title: null, publisher: "县科技局", date: "2024-12-09" },
  ],
  [
    "a line under the title that begins with a date",
    ["德阳市与西南交通大学签约", "2023-06-15　来源：德阳日报　编辑：李某　字体：大 中 小", BODY],
    { title: "德阳市与西南交通大学签约", publisher: "德阳日报", date: "2023-06-15" },
  ],
  [
    "its title below the site's own words",
    ["EN", "https://www.example.gov.cn/", "遵义与贵州大学共建研究院", "2023-06-15 来源：遵义日报", BODY],
    { title: "遵义与贵州大学共建研究院", publisher: "遵义日报", date: "2023-06-15" },
  ],
  [
    "its title below the site's columns, right above the date",
    ["科技创新专题", "贵州大学遵义研究院揭牌", "发布时间：2023-06-15 09:30", BODY],
    { title: "贵州大学遵义研究院揭牌", publisher: null, date: "2023-06-15" },
  ],
  [
    "its title behind the writers, as it was elsewhere",
    [
      "贵州大学遵义研究院揭牌",
      "李明、王小红",
      "2023年06月15日 来源：遵义日报",
      "原标题：科技创新再添平台：贵州大学遵义研究院揭牌",
      BODY,
    ],
    { title: "科技创新再添平台:贵州大学遵义研究院揭牌", publisher: "遵义日报", date: "2023-06-15" },
  ],
  [
    "the date behind the source",
    ["来源：常州市科学技术局　2021-11-16　【字体：大 中 小】", BODY],
    { title: null, publisher: "常州市科学技术局", date: "2021-11-16" },
  ],
  [
    "who writes and when, under the title of an issue",
    ["科技动态（第5期）", "柳州市科学技术局编 2022年8月5日", BODY],
    { title: "科技动态(第5期)", publisher: "柳州市科学技术局", date: "2022-08-05" },
  ],
  [
    "figures that scraping tore apart, and labels set to a width",
    ["标　　题：关于印发若干措施的通知", "更新时间: 20 24-1-3 1 4:2 0", BODY],
    { title: "关于印发若干措施的通知", publisher: null, date: "2024-01-03" },
  ],
  [
    "names in brackets without a colon, set to a width, and a torn date",
    [
      "[ 索引号 ] 11500/2022-00187\t[ 发文字号 ] 川府办发〔2022〕62号",
      "[ 发布机构 ] 某区人民政府办公室\t[ 有 效 性 ] 有效",
      "[ 成文日期 ] 2022- 1 1-11\t[ 发布日期 ] 2022-1 1-15",
      "关于印发若干措施的通知",
      BODY,
    ],
    { title: "关于印发若干措施的通知", publisher: "某区人民政府办公室", date: "2022-11-11" },
  ],
  [
    "a torn date before the source",
    ["某市赴外对接高校", "2024 年 3 月1 5日　來源：某某日報　閱讀 1 024", BODY],
    { title: "某市赴外对接高校", publisher: "某某日报", date: "2024-03-15" },
  ],
  [
    "a bare year in a field",
    ["发布机构：科普信息网", "发布时间：2021", BODY],
    { title: null, publisher: "科普信息网", date: "2021" },
  ],
  [
    "the signature of a letter",
    ["关于提案的答复", BODY, "感谢您的关心。", "青岛市科学技术局", "2023年7月26日", "（联系电话：0532-00000000）"],
    { title: "关于提案的答复", publisher: "青岛市科学技术局", date: "2023-07-26" },
  ],
  [
    "a date in Chinese figures, under the text",
    [BODY, "绍兴市人民政府", "二〇二三年十二月二十一日"],
    { title: null, publisher: "绍兴市人民政府", date: "2023-12-21" },
  ],
  [
    "the year of the title, where nothing else tells",
    ["绍兴市2023年科技工作要点", BODY],
    { title: "绍兴市2023年科技工作要点", publisher: null, date: "2023" },
  ],
  [
    "a title in two lines",
    ["绍兴市人民政府办公室", "关于印发科技创新规划的通知", BODY],
    { title: "绍兴市人民政府办公室关于印发科技创新规划的通知", publisher: null, date: null },
  ],
  [
    "an authority alone above the text is no title",
    ["绍兴市科学技术局", BODY],
    { title: null, publisher: "绍兴市科学技术局", date: null },
  ],
  [
    "the full name above the text, where a field has the short one",
    ["发布机构：市科技局", "绍兴市科学技术局", BODY],
    { title: null, publisher: "绍兴市科学技术局", date: null },
  ],
  [
    "fields under a heading of the page, whatever its level",
    ["## 绿色石化研究院", "时间：2021-12-08　作者：　点击：[ 677 ] 次", BODY],
    { title: "绿色石化研究院", publisher: null, date: "2021-12-08" },
  ],
  [
    "years of copyright and dates in the text are no dates of it",
    [BODY, "5月31日召开大会。", "copyright © 2018 - 2020"],
    { title: null, publisher: null, date: null },
  ],
])("%s", (_name, lines, expected) => {
  expect(frameOf(lines)).toEqual({ ...expected, url: null });
});

test("what the format says of the document comes before what the page says, but for the day it was written", () => {
  const metadata = { title: "题目", publisher: "来源", date: "2023-02-01", url: "https://example.org/a" };
  expect(frameOf(["另一个题目", "成文日期：2023-01-15", BODY], metadata)).toEqual({ ...metadata, date: "2023-01-15" });
});
