import { describe, expect, test } from "vitest";

import { createGlide } from "../../../../client/src/canvas/glide.ts";
import type { View } from "../../../../client/src/canvas/line-layer.ts";

const view = (x: number, y = 0, zoom = 1): View => ({ zoom, pan: { x, y }, width: 800, height: 600 });

/** Two surfaces of a page, as far as a glide uses them. */
function surface() {
  const context = { setTransform() {}, clearRect() {} };
  return { hidden: false, style: { transform: "", width: "", height: "" }, getContext: () => context };
}

function start() {
  const [image, still] = [surface(), surface()];
  globalThis.devicePixelRatio = 1;
  const wide: View[] = [];
  const glide = createGlide(image as never, still as never);
  return {
    glide,
    wide,
    image,
    still,
    draw: (at: View, from?: { x: number; y: number }) => glide.draw(at, from, (_context, shown) => wide.push(shown)),
  };
}

describe("a picture that glides", () => {
  test("reaches nowhere before it is drawn, and takes the place of the other after", () => {
    const { glide, image, still, draw } = start();
    expect(glide.moveTo(view(0))).toBe(false);
    expect([image.hidden, still.hidden]).toEqual([true, false]);
    draw(view(0));
    expect([image.hidden, still.hidden]).toEqual([false, true]);
    glide.end();
    expect([image.hidden, still.hidden]).toEqual([true, false]);
    expect(glide.moveTo(view(0))).toBe(false);
  });

  test("shows each place of the page where a picture of the view would show it", () => {
    const { glide, image, wide, draw } = start();
    draw(view(100, 50), { x: 92, y: 46 });
    const place = () => image.style.transform.match(/-?\d+/g)!.map(Number) as [number, number];
    const [x, y] = place();
    expect({ x: wide[0]!.pan.x + x, y: wide[0]!.pan.y + y }).toEqual({ x: 100, y: 50 });
    expect(glide.moveTo(view(130, 40))).toBe(true);
    const [toX, toY] = place();
    expect({ x: wide[0]!.pan.x + toX, y: wide[0]!.pan.y + toY }).toEqual({ x: 130, y: 40 });
  });

  test("covers the whole view wherever it says that it reaches, and reaches farther ahead than back", () => {
    const { glide, image, wide, draw } = start();
    draw(view(0), { x: -8, y: 0 });
    let [ahead, back] = [0, 0];
    for (let x = 0; glide.moveTo(view(x)); x += 1) ahead = x;
    for (let x = 0; glide.moveTo(view(x)); x -= 1) {
      back = -x;
      const left = Number(image.style.transform.match(/-?\d+/)![0]);
      expect(left).toBeLessThanOrEqual(0);
      expect(left + wide[0]!.width).toBeGreaterThanOrEqual(800);
    }
    expect(ahead).toBeGreaterThan(3 * back);
  });

  test("is drawn anew when the view is zoomed or of another size", () => {
    const { glide, draw } = start();
    draw(view(0));
    expect(glide.moveTo(view(0, 0, 1.1))).toBe(false);
    expect(glide.moveTo({ ...view(0), width: 700 })).toBe(false);
  });
});
