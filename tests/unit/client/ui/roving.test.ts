import { expect, test } from "vitest";

import { rovingTarget } from "../../../../client/src/ui/roving.ts";

test("arrows go round the ends of a group", () => {
  expect(rovingTarget("ArrowRight", 2, 3, "horizontal")).toBe(0);
  expect(rovingTarget("ArrowLeft", 0, 3, "horizontal")).toBe(2);
  expect(rovingTarget("ArrowDown", 0, 3, "both")).toBe(1);
});

test("Home and End go to the ends", () => {
  expect(rovingTarget("Home", 2, 3, "vertical")).toBe(0);
  expect(rovingTarget("End", 0, 3, "vertical")).toBe(2);
});

test("keys of the other direction, other keys and empty groups do nothing", () => {
  expect(rovingTarget("ArrowDown", 0, 3, "horizontal")).toBeUndefined();
  expect(rovingTarget("a", 0, 3, "both")).toBeUndefined();
  expect(rovingTarget("ArrowDown", 0, 0, "both")).toBeUndefined();
});
