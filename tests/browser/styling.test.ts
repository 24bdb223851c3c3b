/** What size, colour and width say on the canvas: chosen, explained by a key, and the same in a shared link. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { openExplorer } from "../support/explorer.ts";
import type { Explorer, ExplorerHost } from "../support/explorer.ts";

const key = (explorer: Explorer) => explorer.page.getByRole("note", { name: "大小、颜色与线条的含义" });

describe("on the bundled data", () => {
  let host: ExplorerHost;
  beforeAll(async () => {
    host = await openExplorer({ bundledData: true });
  });
  afterAll(() => host[Symbol.asyncDispose]());

  test("by keyboard: colour by source sentences is explained with its steps, and a link brings it back", async () => {
    await using explorer = await host.open("/", { reducedMotion: true });
    await explorer.explore("绍兴市");
    const before = await explorer.positions();
    expect(await key(explorer).innerText()).toContain("关系数 1 · 10 · 100");
    await explorer.button("样式").press("Enter");
    const dialog = explorer.page.getByRole("dialog", { name: "样式" });
    await dialog.getByLabel("大小按").selectOption({ label: "所示关系的原句数" });
    await dialog.getByLabel("颜色按").selectOption({ label: "所示关系的原句数" });
    await dialog.getByLabel("线宽按").selectOption({ label: "线中关系的原句数" });
    await explorer.press("Escape");
    await dialog.waitFor({ state: "detached" });
    const said = await key(explorer).innerText();
    for (const text of ["所示关系的原句数", "1–2", "3–9", "原句数 1 · 10 · 100", "线宽为原句数"])
      expect(said).toContain(text);
    // What is placed stays where it is.
    expect(await explorer.positions()).toEqual(before);

    await explorer.page.waitForFunction(() => location.hash.includes("v.color=evidence"));
    const address = new URL(explorer.page.url());
    await using other = await host.open(`/${address.hash}`, { reducedMotion: true });
    expect(await key(other).innerText()).toBe(said);
    expect(await other.positions()).toEqual(before);
    expect([...explorer.faults, ...other.faults]).toEqual([]);
  });

  test("regions by their level: each colour says how many it stands for, and all of them are all", async () => {
    await using explorer = await host.open("/", { reducedMotion: true });
    await explorer.explore("浙江省");
    await explorer.button("样式").click();
    await explorer.page.getByLabel("颜色按").selectOption({ label: "区域层级" });
    const said = await key(explorer).innerText();
    const counts = [...said.matchAll(/（(\d+)）|资料中没有 (\d+)/g)].map(([, one, other]) => Number(one ?? other));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe((await explorer.names()).length);
    await explorer.button("恢复原样").click();
    expect(await key(explorer).innerText()).not.toContain("区域层级");
  });

  test("on a phone the choices stand in the sheet of the legend", async () => {
    await using explorer = await host.open("/", { width: 390, height: 844, reducedMotion: true });
    await explorer.explore("绍兴市");
    await explorer.page.evaluate(() => window.__explorer!.app.selection.clear());
    await explorer.settled();
    await explorer.page.locator(".canvas-tools__legend").click();
    await explorer.page.getByLabel("颜色按").selectOption({ label: "图谱中的关系数" });
    expect(await explorer.page.evaluate(() => window.__explorer!.app.styling.choices.value.color)).toBe("degree");
    expect(explorer.faults).toEqual([]);
  });
});
