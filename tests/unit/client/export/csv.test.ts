/** CSV that comes back as what it was made from, and that no spreadsheet takes for a formula. */
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";

import { toCsv } from "../../../../client/src/export/csv.ts";
import { fileName } from "../../../../client/src/export/save-file.ts";

describe("CSV", () => {
  test("is read back as the same texts", () => {
    const anyCell = fc.oneof(fc.string(), fc.constantFrom("a,b", 'say "hi"', "two\r\nlines", "浙江大学", ""));
    fc.assert(
      fc.property(
        fc.array(fc.array(anyCell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        (rows) => {
          const wide = rows.map((row) => [...row, "end"]);
          const read = Papa.parse<string[]>(
            toCsv(wide)
              .replace(/^\uFEFF/, "")
              .replace(/\r\n$/, ""),
            { newline: "\r\n", delimiter: "," },
          );
          const kept = wide.map((row) => row.map((text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)));
          expect(read.data).toEqual(kept);
        },
      ),
    );
  });

  test("opens as UTF-8, leaves numbers as they are, and nothing is a formula", () => {
    expect(toCsv([["=1+1", -2, null, undefined, "-", "浙大"]])).toBe("\uFEFF'=1+1,-2,,,'-,浙大\r\n");
  });
});

test("a file's name is one that every system takes", () => {
  expect(fileName('高校/区县: "矩阵"?.csv')).toBe("高校_区县_ _矩阵_.csv");
  expect(fileName("///")).toBe("_");
});
