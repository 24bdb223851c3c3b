import fc from "fast-check";
import { pinyin } from "pinyin-pro";
import { describe, expect, test } from "vitest";

import { cleanText } from "../../../../../../ingest/extract/text/01-clean/clean-text.ts";

const clean = (original: string) => cleanText(original).text;

describe("cleaning", () => {
  test.each([
    ["glosses", "創(chuàng)新深化,推進(jìn)系統(tǒng)建設", "创新深化,推进系统建设"],
    [
      "glosses in wide brackets, doubled, and in combining marks",
      "創（chua\u0300ng）（chuàng）新( xīn )業(yè)",
      "创新业",
    ],
    [
      "glosses without tones, where they read the character",
      "創(chuang)新、績(jì)效、綠(lǜ)色、女(nv)性",
      "创新、绩效、绿色、女性",
    ],
    [
      "brackets that are no gloss stay",
      "研发(R&D)、微机电(MEMS)、香港科技大学(广州)、方案(a)、平台(app)、第(an)条、中国(China)",
      "研发(R&D)、微机电(MEMS)、香港科技大学(广州)、方案(a)、平台(app)、第(an)条、中国(China)",
    ],
    [
      "phrases decide what is simplified",
      "乾隆年間乾燥,臺灣颱風,皇后之後,頭髮發展",
      "乾隆年间干燥,台湾台风,皇后之后,头发发展",
    ],
    [
      "full-width letters, figures and marks",
      "Ｒ＆Ｄ经费２０２１年增长３１．５％（全省第１）；Ａ：Ｂ！",
      "R&D经费2021年增长31.5%(全省第1);A:B!",
    ],
    [
      "commas doubled beside marks, but not empty cells",
      "加速发展,、广泛渗透,。9月2日,,市委书记到访。如何转化,?\n名称,,地点,\n甲,,乙",
      "加速发展、广泛渗透。9月2日,市委书记到访。如何转化?\n名称,,地点,\n甲,,乙",
    ],
    [
      "angle brackets outside a title",
      "新昌〈北京〉联合创新中心,《关于〈条例〉的说明》",
      "新昌(北京)联合创新中心,《关于〈条例〉的说明》",
    ],
    ["quotation marks of other habits", '「雙倍增」計劃,實施"揭榜掛帥"', "“双倍增”计划,实施“揭榜挂帅”"],
    ["invisible characters", "\uFEFF绍\u200B兴\u00AD市\u2060科\uFE0F技\u0000局\u200E", "绍兴市科技局"],
    ["characters that PDF files hold in place of others", "⼤学、⻓三⻆、⻥⽶之乡、凉", "大学、长三角、鱼米之乡、凉"],
    [
      "tabs part the cells of a row, a blank cell too",
      "名称\t依托单位\t所在地\n甲湖实验室\t甲大学\t乙区\n丙园\t\t丁县\n通\t知",
      "名称\t依托单位\t所在地\n甲湖实验室\t甲大学\t乙区\n丙园\t\t丁县\n通\t知",
    ],
    ["stray spaces", "创 新 驱 动,投入 175 亿元 , 增长 3 % 。《 规划 》", "创新驱动,投入175亿元,增长3%。《规划》"],
    ["labels that were set to a width", "标　　题：通 知　　来　源：科技局", "标题:通知 来源:科技局"],
    ["spaces that separate words stay", "浙江大学 复旦大学 上海交通大学", "浙江大学 复旦大学 上海交通大学"],
    [
      "fields of a page header stay apart",
      "2023-01-18 09:42 来源：科技局 浏览次数：20",
      "2023-01-18 09:42 来源:科技局 浏览次数:20",
    ],
    ["English keeps its spaces", "与 Zhejiang University 合作", "与Zhejiang University合作"],
    ["line ends", "甲。\r\n乙。\r丙。\u2028丁。", "甲。\n乙。\n丙。\n丁。"],
    [
      "spam inside a sentence",
      "按照原则,k8凯发天生赢家一触即发支持四大实验室完善机制。",
      "按照原则,支持四大实验室完善机制。",
    ],
    [
      "spam before a sentence",
      "国产精品久久久久_人妻无码AV在线观看 绍兴市召开全市科技创新大会并部署全年重点任务。",
      "绍兴市召开全市科技创新大会并部署全年重点任务。",
    ],
    [
      "a line of spam",
      "第一行。\n亚洲精品久久久久久久久|中文字幕在线|www.example.com\n第二行。",
      "第一行。\n\n第二行。",
    ],
    [
      "words that only look like spam stay",
      "加快三年行动,盈利来源,工人妻子,日韩欧美市场,金沙县,米兰理工大学,国产精品药械,中国太阳城",
      "加快三年行动,盈利来源,工人妻子,日韩欧美市场,金沙县,米兰理工大学,国产精品药械,中国太阳城",
    ],
  ])("%s", (_name, original, expected) => {
    expect(clean(original)).toBe(expected);
  });

  test("lines of one width are joined to paragraphs, at whatever word they were broken", () => {
    const paragraph =
      "绍兴市深入实施创新驱动发展战略,全力打造高水平创新型城市,与浙江大学、上海交通大学、西安交通大学等高校共建研究院三十家,科技创新能力指数居全省第四位,提升幅度居全省第二位。";
    const wrapped = `　　${paragraph}`.match(/.{1,20}/gu)!.join("\n");
    expect(clean([wrapped, wrapped].join("\n"))).toBe([paragraph, paragraph].join("\n"));
  });

  test("short lines are not wrapped ones", () => {
    const list = ["浙江大学绍兴研究院", "上海交通大学绍兴研究院", "天津大学浙江研究院", "鉴湖现代纺织实验室"].join(
      "\n",
    );
    expect(clean(list)).toBe(list);
  });
});

/** What such documents are made of, and what goes wrong in them. */
const fragment = fc.oneof(
  fc.constantFrom(
    "紹興市", "浙江大学", "創(chuàng)", "新（xīn）", "(R&D)", "２０２１年", " ", "\u3000\u3000", "\t", "\n", "\r\n", "\u200B", "\uFEFF", "，", "。", "“", "”", '"', "《", "》",
    "〈", "〉", "(", ")", "|", "k8凯发天生赢家", "久久久", "\uFFFD", "𠮷", "\uD83D", "⼤", "皇后乾坤", "一、", "(二)", "3.",
  ), // prettier-ignore
  fc.string({ unit: "binary", maxLength: 4 }),
);
const noisyText = fc.array(fragment, { maxLength: 60 }).map((parts) => parts.join(""));

describe("offsets", () => {
  test("have one entry a unit and one for the end, and never decrease", () => {
    fc.assert(
      fc.property(noisyText, (original) => {
        const { text, toOriginal } = cleanText(original);
        expect(toOriginal).toHaveLength(text.length + 1);
        expect(toOriginal.at(-1)).toBe(original.length);
        expect(toOriginal.every((at, i) => i === 0 || at >= toOriginal[i - 1]!)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("lead from every unit to the one that it came from", () => {
    const original = "\uFEFF紹 興(xìng)市k8凯发天生赢家，Ｒ＆Ｄ！";
    const { text, toOriginal } = cleanText(original);
    expect(text).toBe("绍兴市,R&D!");
    expect([...text].map((_, i) => original[toOriginal[i]!]).join("")).toBe("紹興市，Ｒ＆Ｄ！");
    expect(original.slice(toOriginal[0], toOriginal[2])).toBe("紹 興(xìng)");
  });
});

const HAN = "绍兴市深入实施创新驱动发展战略与浙江大学共建研究院科技能力指数居全省第四位提升幅度集成电路生物医药";

test("glosses that are put after characters are gone again", () => {
  const glossed = fc.array(
    fc.record({
      character: fc.constantFrom(...HAN),
      glosses: fc.array(fc.constantFrom("()", "（）"), { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 30 },
  );
  fc.assert(
    fc.property(glossed, (characters) => {
      const plain = characters.map(({ character }) => character).join("");
      const text = characters
        .map(({ character, glosses }) => {
          const reading = pinyin(character, { type: "array" })[0]!;
          return character + glosses.map((brackets) => brackets[0]! + reading + brackets[1]!).join("");
        })
        .join("");
      expect(clean(text)).toBe(clean(plain));
    }),
  );
});

test("a clean text is clean", () => {
  fc.assert(
    fc.property(noisyText, (original) => {
      const once = clean(original);
      // What stood apart may touch after a first cleaning: three rounds are enough for any of these.
      const settled = clean(clean(once));
      expect(clean(settled)).toBe(settled);
    }),
    { numRuns: 300 },
  );
});
