import { expect, test } from "vitest";

import { batches, labels, quoted, types } from "../../../../server/graph/cypher.ts";

test("names bring their own delimiters", () => {
  expect(labels(["Entity", "高校"])).toBe(":`Entity`:`高校`");
  expect(types(["PART_OF", "LEADS"])).toBe(":`PART_OF`|`LEADS`");
});

test("names that could end their delimiters are refused", () => {
  for (const name of ["", "a`b", "a\\", "a\0"]) expect(() => quoted(name), name).toThrow(TypeError);
});

test("rows are sent in batches, and none for none", () => {
  const rows = Array.from({ length: 12_345 }, (_, index) => index);
  expect([...batches(rows)].flat()).toEqual(rows);
  expect([...batches(rows)].map(({ length }) => length)).toEqual([5_000, 5_000, 2_345]);
  expect([...batches([])]).toEqual([]);
});
