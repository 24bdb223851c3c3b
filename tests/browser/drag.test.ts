/** Moving the picture by hand: it goes where the hand takes it. */
import { afterAll, beforeAll, expect, test } from "vitest";

import { openExplorer } from "../support/explorer.ts";
import type { Explorer, ExplorerHost } from "../support/explorer.ts";

let host: ExplorerHost;
beforeAll(async () => {
  host = await openExplorer({ bundledData: true });
});
afterAll(() => host[Symbol.asyncDispose]());

interface View {
  readonly zoom: number;
  readonly pan: { readonly x: number; readonly y: number };
}

const view = ({ page }: Explorer) =>
  page.evaluate(() => (window.__explorer!.app.canvas.peek() as unknown as { view(): View }).view());

/** A place in the left half of the canvas with no entity near, in pixels of the page. */
async function emptyPlace(explorer: Explorer): Promise<{ x: number; y: number }> {
  const { zoom, pan } = await view(explorer);
  const box = (await explorer.page.locator(".canvas").boundingBox())!;
  const places = Object.values(await explorer.positions());
  const room = (x: number, y: number) =>
    Math.min(...places.map((place) => Math.hypot(place.x * zoom + pan.x - x, place.y * zoom + pan.y - y)));
  const candidates = Array.from({ length: 40 }, (_, at) => ({
    x: 40 + (at % 8) * 40,
    y: 160 + Math.floor(at / 8) * 60,
  }));
  const { x, y } = candidates.toSorted((a, b) => room(b.x, b.y) - room(a.x, a.y))[0]!;
  return { x: box.x + x, y: box.y + y };
}

test("a press takes the view nowhere, and a drag as far as the hand goes", async () => {
  await using explorer = await host.open("/", { reducedMotion: true });
  const { page } = explorer;
  await explorer.explore("绍兴市");
  const before = await view(explorer);
  const from = await emptyPlace(explorer);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  expect(await view(explorer)).toEqual(before);
  for (let step = 1; step <= 60; step += 1) await page.mouse.move(from.x + step * 8, from.y + step * 2);
  await page.mouse.up();
  await explorer.settled();
  expect(await view(explorer)).toEqual({ ...before, pan: { x: before.pan.x + 480, y: before.pan.y + 120 } });
  expect(explorer.faults).toEqual([]);
});
