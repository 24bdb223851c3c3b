import { expect, test } from "vitest";

import { counted, momentText, numberText } from "../../../../client/src/i18n/format.ts";

test("numbers have separators and keep their decimals", () => {
  expect(numberText("zh-CN", 12345)).toBe("12,345");
  expect(numberText("en", 4.42)).toBe("4.42");
});

test("the form of a counted word follows the language", () => {
  expect(counted("en", 1, { one: "row", other: "rows" })).toBe("1 row");
  expect(counted("en", 0, { one: "row", other: "rows" })).toBe("0 rows");
});

test("a moment is shown to the minute; what is none is shown as it came", () => {
  expect(momentText("2024-12-09T13:06:59")).toBe("2024-12-09 13:06");
  expect(momentText("soon")).toBe("soon");
});
