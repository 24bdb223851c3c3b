import fc from "fast-check";
import { expect, test } from "vitest";

import { place } from "../../../../client/src/ui/place.ts";

const SCREEN = { width: 1440, height: 900 };
const SIZE = { width: 200, height: 100 };

test("stands on the wanted side, aligned with the anchor", () => {
  const anchor = { left: 300, top: 200, width: 80, height: 32 };
  expect(place(anchor, SIZE, SCREEN, { side: "below", align: "start", gap: 6 })).toEqual({
    side: "below",
    left: 300,
    top: 238,
  });
  expect(place(anchor, SIZE, SCREEN, { side: "right", align: "center", gap: 10 })).toEqual({
    side: "right",
    left: 390,
    top: 166,
  });
});

test("goes to the opposite side where the wanted one has no room", () => {
  const low = { left: 300, top: 860, width: 80, height: 32 };
  expect(place(low, SIZE, SCREEN, { side: "below", align: "start", gap: 6 })).toMatchObject({
    side: "above",
    top: 754,
  });
});

test("stays on the screen wherever the anchor is, as long as the screen is large enough", () => {
  const coordinate = fc.integer({ min: -200, max: 1600 });
  fc.assert(
    fc.property(
      coordinate,
      coordinate,
      fc.constantFrom("below" as const, "above" as const, "left" as const, "right" as const),
      fc.constantFrom("start" as const, "center" as const, "end" as const),
      (left, top, side, align) => {
        const at = place({ left, top, width: 40, height: 20 }, SIZE, SCREEN, { side, align, gap: 8 });
        expect(at.left).toBeGreaterThanOrEqual(0);
        expect(at.top).toBeGreaterThanOrEqual(0);
        expect(at.left + SIZE.width).toBeLessThanOrEqual(SCREEN.width);
        expect(at.top + SIZE.height).toBeLessThanOrEqual(SCREEN.height);
      },
    ),
  );
});
