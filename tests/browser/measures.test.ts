/** A researcher sees who stands where in the graph, on the canvas too, and who might partner next. */
import { afterAll, beforeAll, expect, test } from "vitest";

import type { MeasuresAnswer } from "../../server/contract/index.ts";
import { openExplorer } from "../support/explorer.ts";
import type { ExplorerHost } from "../support/explorer.ts";

let host: ExplorerHost;
beforeAll(async () => {
  host = await openExplorer({ bundledData: true });
});
afterAll(() => host[Symbol.asyncDispose]());

async function measured(): Promise<MeasuresAnswer> {
  const suggest = { from: "University", to: "Region" };
  return (await host.server.post<MeasuresAnswer>("/api/measures", { suggest })).body;
}

test("the ranking is what the API answers, and goes onto the canvas by colour and size", async () => {
  await using explorer = await host.open();
  const { page } = explorer;
  await explorer.press("Alt+M");
  await explorer.settled();
  await page.getByRole("radio", { name: "中介中心性" }).click();
  const { entities } = await measured();
  const first = entities.toSorted((a, b) => b.betweenness! - a.betweenness!).slice(0, 3);
  const rows = page.getByRole("table").getByRole("row");
  for (const [at, { name, betweenness }] of first.entries()) {
    const row = await rows.nth(at + 1).textContent();
    expect(row).toContain(name);
    expect(row).toContain(betweenness!.toFixed(3));
  }
  await page.getByRole("button", { name: "前 30 个放到画布" }).click();
  await explorer.settled();
  expect((await explorer.names()).length).toBe(30);
  await explorer.press("Alt+M");
  await page.getByRole("button", { name: "在画布上用颜色和大小表示" }).click();
  await explorer.settled();
  expect(await page.getByText(/^中介中心性 0\.\d+ – 0\.\d+$/).isVisible()).toBe(true);
});

test("two who might partner are shown with those they share", async () => {
  await using explorer = await host.open();
  const { page } = explorer;
  await explorer.press("Alt+M");
  await explorer.settled();
  await page.getByRole("radio", { name: /^可能的合作/ }).click();
  const { suggestions, entities } = await measured();
  const nameOf = (id: string) => entities.find((entity) => entity.id === id)!.name;
  const [best] = suggestions;
  const item = page
    .getByRole("listitem")
    .filter({ hasText: nameOf(best!.from) })
    .first();
  expect(await item.textContent()).toContain(nameOf(best!.common[0]!));
  await item.getByRole("button", { name: `${nameOf(best!.from)}与${nameOf(best!.to)}放到画布` }).click();
  await explorer.settled();
  expect(await explorer.names()).toEqual([best!.from, best!.to, ...best!.common].map(nameOf).toSorted());
});
