import fc from "fast-check";
import { expect, test } from "vitest";

import { InvalidCursorError } from "../../../../../server/graph/index.ts";
import { decodeCursor, encodeCursor } from "../../../../../server/graph/reading/cursor.ts";
import { Recent } from "../../../../../server/graph/reading/recent.ts";

test("a cursor gives back its key, in letters that an address may hold", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.integer(), (list, text, number) => {
      const cursor = encodeCursor(list, [text, number]);
      expect(cursor).toMatch(/^[\w-]+$/);
      expect(decodeCursor(cursor, list, ["", 0])).toEqual([text, number]);
    }),
  );
});

test("what is no cursor of the list is refused", () => {
  const cursor = encodeCursor("a", ["x", 1]);
  for (const [text, list, shape] of [
    [cursor, "b", ["", 0]],
    [cursor, "a", [0, ""]],
    [cursor, "a", [""]],
    [cursor.slice(2), "a", ["", 0]],
    ["", "a", ["", 0]],
    ["{}", "a", []],
  ] as const) {
    expect(() => decodeCursor(text, list, shape), text).toThrow(new InvalidCursorError(text));
  }
});

test("the recent are remembered up to their capacity, the last used longest", () => {
  const recent = new Recent<string>(10, ({ length }) => length);
  recent.set("a", "aaaa");
  recent.set("b", "bbbb");
  expect(recent.get("a")).toBe("aaaa");
  recent.set("c", "cccc");
  expect([recent.get("a"), recent.get("b"), recent.get("c")]).toEqual(["aaaa", undefined, "cccc"]);
  recent.set("huge", "h".repeat(100));
  expect([recent.get("a"), recent.get("huge")?.length]).toEqual([undefined, 100]);
  recent.set("a", "a");
  expect(recent.get("huge")).toBeUndefined();
});
