import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";

import { toCsv } from "../../../../client/src/download/csv.ts";

test("begins with a mark of its encoding, and ends every line as spreadsheets expect", () => {
  expect(toCsv(["名称", "数"], [["绍兴市", 3]])).toBe("\uFEFF名称,数\r\n绍兴市,3\r\n");
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])(
  "a text that a spreadsheet would run (%j) is shown instead",
  (text) => {
    expect(Papa.parse<string[]>(toCsv(["a"], [[text]]).slice(1), { skipEmptyLines: true }).data[1]).toEqual([
      `'${text}`,
    ]);
  },
);

test("numbers stay numbers, and what is missing stays empty", () => {
  expect(toCsv(["a", "b"], [[-3.5, null]])).toBe("\uFEFFa,b\r\n-3.5,\r\n");
});

test("whatever stands in a cell comes back from it", () => {
  const cell = fc.string().filter((text) => !/^[=+\-@\t\r]/.test(text));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      const parsed = Papa.parse<string[]>(toCsv(["a", "b"], rows).slice(1), { newline: "\r\n" });
      expect(parsed.data.slice(1, -1)).toEqual(rows);
    }),
  );
});
