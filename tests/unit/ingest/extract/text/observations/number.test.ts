import fc from "fast-check";
import { expect, test } from "vitest";

import { parseNumerals, readNumber } from "../../../../../../ingest/extract/text/05-observations/number.ts";
import { readUnit } from "../../../../../../ingest/extract/text/05-observations/unit.ts";

function amount(text: string): string | undefined {
  const number = readNumber(text, 0);
  if (number === undefined) return undefined;
  const unit = readUnit(text, number.end, number.magnitude);
  return unit === undefined ? undefined : `${number.value} ${unit.unit}`;
}

test.each([
  ["1,045亿元", "1045 亿元"],
  ["8.45亿元", "8.45 亿元"],
  ["1.2万亿元", "1.2 万亿元"],
  ["3.65万人年", "3.65 万人年"],
  ["300余名", "300 名"],
  ["1.6万多家", "1.6 万家"],
  ["5千万元", "5000 万元"],
  ["三十余家", "30 家"],
  ["二百一十三项", "213 项"],
  ["两千零五件", "2005 件"],
  ["百余名", "100 名"],
  ["四百亿元", "400 亿元"],
  ["十二亿六千万元", "12.6 亿元"],
  ["11.3个百分点", "11.3 个百分点"],
  ["412台(套)", "412 台(套)"],
  ["12.5万元/亩", "12.5 万元/亩"],
])("%s is %s", (text, expected) => {
  expect(amount(text)).toBe(expected);
});

test.each(["3年", "36个月", "2个工作日", "15号", "11月", "12英寸", "5nm", "20强", "3家庭", "2项目", "30分钟"])(
  "%s has no unit of measure",
  (text) => {
    expect(amount(text)).toBeUndefined();
  },
);

test.each(["十四五", "一二三", "二三线", "十百"])("%s is no number", (numerals) => {
  expect(parseNumerals(numerals.replace(/[^一二三四五十百]/g, ""))).toBeUndefined();
});

const DIGITS = "零一二三四五六七八九";

/** Writes 0 to 9999 as it is spoken. */
function toNumerals(value: number): string {
  let written = "";
  let needsZero = false;
  [1000, 100, 10, 1].forEach((place, i) => {
    const digit = Math.floor(value / place) % 10;
    if (digit === 0) {
      needsZero = written !== "";
      return;
    }
    if (needsZero) written += "零";
    needsZero = false;
    written += DIGITS[digit]! + ["千", "百", "十", ""][i]!;
  });
  return written.replace(/^一十/, "十");
}

test("numerals are read back as they are spoken", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
      expect(parseNumerals(toNumerals(value))).toBe(value);
    }),
  );
});

test("decimals are exact, with and without separators and magnitudes", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 99_999_999 }),
      fc.integer({ min: 0, max: 999 }),
      fc.constantFrom("", "万", "亿", "万亿"),
      (whole, fraction, magnitude) => {
        const decimal = `${whole}.${String(fraction).padStart(3, "0")}`;
        const grouped = `${whole.toLocaleString("en-US")}.${String(fraction).padStart(3, "0")}`;
        for (const written of [decimal, grouped]) {
          const number = readNumber(`${written}${magnitude}元`, 0)!;
          expect(number.value).toBe(Number(decimal));
          expect(number.magnitude).toBe(magnitude);
        }
      },
    ),
  );
});
