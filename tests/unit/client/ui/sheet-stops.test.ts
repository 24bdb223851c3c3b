import { expect, test } from "vitest";

import { SHEET_STOPS, nextStop, restingStop, stopHeight } from "../../../../client/src/ui/sheet-stops.ts";

const AVAILABLE = 700;

test("rests at the nearest stop after a slow drag", () => {
  expect(restingStop(110, 0, AVAILABLE)).toBe("peek");
  expect(restingStop(330, 0.1, AVAILABLE)).toBe("half");
  expect(restingStop(620, -0.1, AVAILABLE)).toBe("full");
});

test("a throw goes one stop further its own way", () => {
  expect(restingStop(120, 1, AVAILABLE)).toBe("half");
  expect(restingStop(390, -1, AVAILABLE)).toBe("half");
  expect(restingStop(370, -1, AVAILABLE)).toBe("peek");
});

test("every stop is reached from every other by the handle alone", () => {
  for (const stop of SHEET_STOPS) {
    expect(new Set([stop, nextStop(stop), nextStop(nextStop(stop))])).toEqual(new Set(SHEET_STOPS));
  }
});

test("no stop is higher than the room there is", () => {
  for (const stop of SHEET_STOPS) expect(stopHeight(stop, 60)).toBeLessThanOrEqual(60);
});
